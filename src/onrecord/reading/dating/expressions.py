"""Time expressions: where they stand in a text, and what TimeML calls them, whether they tell days or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.dating.page import Page
from onrecord.reading.dating.scanning import Hit, found
from onrecord.reading.dating.timex import DAY, Kind, Timex
from onrecord.record.when import When

_A_DAY = re.compile(r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}")
_AN_HOUR = re.compile(r".{10}T[0-9]{2}:.*")
_BESIDE = re.compile(r",?\s(?:on\s|at\s)?")
_YEAR = 4  # characters of the value of a year


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: where it stands, and what it says."""

    start: int
    end: int
    timex: Timex


def find_expressions(text: str, published: When) -> tuple[Expression, ...]:
    """Every time expression of a text, in order: the two ends of a range each by itself, an hour with its day."""
    page = Page.of(text)
    joined: list[Expression] = []
    for expression in (part for hit in found(page, published) for part in _parted(hit)):
        whole = _with_hour(page, joined[-1], expression) if joined else None
        joined[-1:] = [whole] if whole else [*joined[-1:], expression]
    return tuple(joined)


def _parted(hit: Hit) -> list[Expression]:
    """The expression; or two where one rule found both ends of a range: "1996-2001", "March 3 to 5"."""
    when, groups = hit.timex.when, hit.match.groupdict()
    if when is None or when.start is None or when.end is None or not groups.get("last"):
        return [Expression(hit.start, hit.end, hit.timex)]
    first = "first" if "first" in groups else "year"
    length = None if first == "first" else _YEAR
    ends = [Timex(Kind.DATE, f"{day}"[:length], When.on(day)) for day in (when.start, when.end)]
    return [Expression(hit.start, hit.match.end(first), ends[0]), Expression(hit.match.start("last"), hit.end, ends[1])]


def _with_hour(page: Page, first: Expression, last: Expression) -> Expression | None:
    """An hour and the day beside it as one: "10 p.m. Wednesday"; None where they are no such two."""
    hours = [one for one in (first, last) if _AN_HOUR.fullmatch(one.timex.value)]
    days = [one for one in (first, last) if _A_DAY.fullmatch(one.timex.value)]
    if not (hours and days and _BESIDE.fullmatch(page.low, first.end, last.start)):
        return None
    value = days[0].timex.value + hours[0].timex.value[DAY:]
    return Expression(first.start, last.end, Timex(Kind.TIME, value, days[0].timex.when))
