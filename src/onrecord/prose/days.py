"""Days as people write them: "on 11 March 2024", "by 13 March 2024", "in March 2024"."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord.record.when import Precision, When

_MONTHS: Final = "January February March April May June July August September October November December".split()


def in_words(day: date, year: int | None = None) -> str:
    """A day: "11 March 2024"; without its year where that is the one that goes without saying."""
    return f"{day.day} {_month(day, year)}"


def when(some: When, year: int | None = None) -> str:
    """A date of any precision: "11 March 2024", "March 2024", "16 to 18 March 2024", "undated"."""
    if some.precision is Precision.INTERVAL:
        return _stretch(some.start, some.end, year)
    return _named(some.precision, some.start, year) if some.start else "undated"


def _named(precision: Precision, day: date, year: int | None) -> str:
    """A day, a month, a year or a decade."""
    match precision:
        case Precision.MONTH:
            return _month(day, year)
        case Precision.YEAR:
            return str(day.year)
        case Precision.DECADE:
            return f"the {day.year}s"
    return in_words(day, year)


def _stretch(first: date | None, last: date | None, year: int | None) -> str:
    """Days from the first to the last, of which one may be open."""
    if first and last:
        return _between(first, last, "to", year)
    return f"{in_words(first, year)} or later" if first else f"{in_words(last or date.max, year)} or earlier"


def on(some: When, year: int | None = None) -> str:
    """A date with its preposition: "on 11 March 2024", "by 13 March 2024", "in March 2024"; empty where unknown."""
    match some.precision, some.start, some.end:
        case Precision.UNKNOWN, _, _:
            return ""
        case Precision.DAY, _, _:
            return f"on {when(some, year)}"
        case Precision.INTERVAL, date() as first, date() as last:
            return f"on {in_words(first, year)}" if first == last else f"between {_between(first, last, 'and', year)}"
        case Precision.INTERVAL, date() as first, None:
            return f"on {in_words(first, year)} or later"
        case Precision.INTERVAL, None, date() as last:
            return f"by {in_words(last, year)}"
    return f"in {when(some, year)}"


def since(some: When, year: int | None = None) -> str:
    """From when on: "since 11 March 2024", "since 13 March 2024 at the latest"; empty where unknown."""
    match some.precision, some.start, some.end:
        case Precision.UNKNOWN, _, _:
            return ""
        case Precision.INTERVAL, _, date() as last:
            return f"since {in_words(last, year)} at the latest"
        case Precision.INTERVAL, date() as first, None:
            return f"since {in_words(first, year)} at the earliest"
    return f"since {when(some, year)}"


def _month(day: date, year: int | None) -> str:
    name = _MONTHS[day.month - 1]
    return name if day.year == year else f"{name} {day.year}"


def _between(first: date, last: date, word: str, year: int | None) -> str:
    if first == last:
        return in_words(first, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {word} {in_words(last, year)}"
    return f"{in_words(first, last.year)} {word} {in_words(last, year)}"
