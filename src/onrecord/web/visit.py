"""What a page is asked: of which record, as of which day, by whom, and since when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from onrecord.errors import BadArgument
from onrecord.export.table import Table
from onrecord.library import Record, Snapshot
from onrecord.record.judgement import Judgement
from onrecord.web.addresses import address


@dataclass(frozen=True, slots=True)
class Page:
    """What answers a visit: a template, and what it shows.

    Attributes:
        template: its name.
        shown: what it is given.
        status: the status of the answer.
    """

    template: str
    shown: Mapping[str, Any]
    status: int = 200


@dataclass(frozen=True)
class Visit:
    """One page asked for.

    Attributes:
        record: the whole record.
        at: the record as of a day.
        day: the day that the address holds; None for all that is on record.
        path: what the address names ("id" of a matter).
        query: what stands behind the question mark; each name once.
        seen: the last day that this visitor has seen before; None at the first visit.
        who: the name under which this visitor judges; empty where none was given yet.
        judged: id of the judgement that a form of this visitor has just made; empty where none has.
        read_only: whether nothing may be changed.
        file: the name of the record's file.
        address: where the page is.
        guard: what its forms have to send back.
    """

    record: Record
    at: Callable[[date | None], Snapshot]
    day: date | None
    path: Mapping[str, str]
    query: Mapping[str, str]
    seen: date | None = None
    who: str = ""
    judged: str = ""
    read_only: bool = False
    file: str = ""
    address: str = "/"
    guard: str = field(default="", repr=False)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The record as of the day of the visit."""
        return self.at(self.day)

    @cached_property
    def days(self) -> Table[tuple[date, int]]:
        """The days on which reports were published, whatever the day of the visit."""
        return self.at(None).days()

    @property
    def here(self) -> str:
        """The address of the page, with all that it was asked for."""
        return address(self.address, self.day, **{name: text for name, text in self.query.items() if name != "day"})

    @cached_property
    def just_judged(self) -> Judgement | None:
        """The judgement that a form of this visitor has just made."""
        made = (one for one in reversed(self.at(None).judgements()) if one.id == self.judged)
        return next(made, None) if self.judged else None

    @property
    def place(self) -> str:
        """The part of the application that the page belongs to: the first part of its address."""
        return self.address.split("/")[1]

    @cached_property
    def step(self) -> int:
        """The place of the day among the days of the record; behind the last one for all that is on record."""
        return len(self.days) if self.day is None else max(0, bisect_right([one for one, _ in self.days], self.day) - 1)

    @cached_property
    def standing_day(self) -> date | None:
        """The day of publication from which the record stood as it did on the day of the visit."""
        return None if self.day is None else self.days[self.step][0]

    def text(self, name: str) -> str:
        """What the address says of something; empty where it says nothing."""
        return self.query.get(name, "").strip()

    def number(self, name: str, otherwise: int, most: int) -> int:
        """A number that the address gives, from 1 to `most`. Raises BadArgument."""
        given = self.text(name)
        if not given:
            return otherwise
        if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= most:
            raise BadArgument(f"{name}={given!r}: give a whole number from 1 to {most}")
        return int(given)


def day_of(given: str) -> date | None:
    """The day that an address holds; None where it holds none. Raises BadArgument."""
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise BadArgument(f"day={given!r}: give a day as year-month-day, such as 2024-03-11") from error


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a form, or of words that name a page.

    Attributes:
        address: of the page that shows it.
        seen: the last day that the visitor has seen, where the form says so.
        who: the name under which the visitor judges, to be remembered.
        judged: id of the judgement that was made, to be told on the next page.
    """

    address: str
    seen: date | None = None
    who: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """What answers a visit that asks for a file.

    Attributes:
        name: what the file is called.
        text: what it holds.
        kind: its media type.
    """

    name: str
    text: str
    kind: str
