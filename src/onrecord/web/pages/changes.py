"""What is new since a day, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from onrecord.errors import BadArgument
from onrecord.library import Snapshot
from onrecord.record.report import Listing
from onrecord.story.changes import Change, Changed
from onrecord.web.visit import Page, Visit

_EACH: Final = 15
_ANSWERS: Final = 5  # answers named of one matter
_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Told:
    """A matter or a report with what is new of it.

    Attributes:
        id: its id.
        what: the question, the headline or the file name.
        listing: the report; None for a matter.
        answers: the answers that are new of a matter, each with those who give it and what was given before.
        changed: all that is new of it.
    """

    id: str
    what: str
    listing: Listing | None
    answers: tuple[tuple[str, str, tuple[str, ...]], ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is new of one kind: the first of it, and of how many matters or reports there is something."""

    kind: Change
    told: tuple[Told, ...]
    count: int


def changes(visit: Visit) -> Page:
    """Everything that is new since a day."""
    since, last = since_day(visit), last_day(visit)
    found = visit.snapshot.changes(since) if since else ()
    each, only = visit.number("limit", _EACH, _MOST), _only(visit.text("kind"))
    kinds = [_kind(visit.snapshot, kind, found, each) for kind in Change if only in (None, kind)]
    shown = [kind for kind in kinds if kind.count]
    first = visit.days[0][0] if visit.days else None
    days = {"since": since, "first": first, "last": last, "seen": visit.seen}
    return Page(
        "changes.html",
        {"kinds": shown, "total": len(found), "only": only, "answers": each if only else _ANSWERS, **days},
    )


def _kind(snapshot: Snapshot, kind: Change, found: Iterable[Changed], most: int) -> Kind:
    by_id: dict[str, list[Changed]] = {}
    for one in found:
        if one.kind is kind:
            by_id.setdefault(one.id, []).append(one)
    return Kind(kind, tuple(_told(snapshot, some) for some in islice(by_id.values(), most)), len(by_id))


def _told(snapshot: Snapshot, some: Sequence[Changed]) -> Told:
    first = some[0]
    listing = None if first.id.startswith("ma-") else snapshot.listing(first.id)
    answers: dict[tuple[str, str], list[str]] = {}
    for one in some:
        answers.setdefault((one.answer, one.before), []).append(one.by)
    given = tuple((answer, before, tuple(filter(None, by))) for (answer, before), by in answers.items())
    return Told(first.id, first.what, listing, given, tuple(some))


def since_day(visit: Visit) -> date | None:
    """The first day of what is new: that of the address, else the one after the last visit, else the last day."""
    given = visit.text("since")
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise BadArgument(f"since={given!r}: give a day as year-month-day, such as 2024-03-11") from error
    last = last_day(visit)
    if visit.day is None and visit.seen and last and visit.seen < last:
        return visit.seen + timedelta(days=1)
    return last


def last_day(visit: Visit) -> date | None:
    """The last day of publication that the visit knows of."""
    days = visit.snapshot.days()
    return days[-1][0] if days else None


def _only(given: str) -> Change | None:
    try:
        return Change(given) if given else None
    except ValueError as error:
        raise BadArgument(f"kind={given!r}: give one of {', '.join(Change)}") from error
