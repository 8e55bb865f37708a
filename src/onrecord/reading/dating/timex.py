"""What a time expression says, in the types and values of TIMEX3 (TimeML 1.2.1), beside the days that it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from onrecord.reading.dating.calendar import shift, week, weekend
from onrecord.record.when import Precision, When

_NUMERALS = re.compile("[0-9]")
DAY = 10  # characters of the value of a day
UNTOLD = "XXXX-XX-XX"
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
PARTS_OF_DAY = {"morning": "TMO", "lunchtime": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
# By the month that they start with.
_NAMED = {1: "Q1", 4: "Q2", 7: "Q3", 10: "Q4", 3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_HALVES = {1: "H1", 7: "H2"}
_LENGTHS = {Precision.MONTH: 7, Precision.YEAR: 4, Precision.DECADE: 3}  # of the start of a day, as it is written


class Kind(Enum):
    """The types of TIMEX3."""

    DATE = auto()
    TIME = auto()
    DURATION = auto()
    SET = auto()


@dataclass(frozen=True, slots=True)
class Timex:
    """What an expression says.

    Attributes:
        kind: its type.
        value: the period, length or frequency that it names: "2013-W12", "P3D"; never widened.
        when: the days on which that may have been; None where it tells none.
    """

    kind: Kind
    value: str
    when: When | None = None


def dated(when: When, value: str = "") -> Timex:
    """A date, whose value is that of its days where no other is given."""
    return Timex(Kind.DATE, value or value_of(when), when)


def in_part(day: When, part: str) -> Timex:
    """A day, or the part of it that is named: "morning"; the days are those of the day."""
    return Timex(Kind.TIME, value_of(day) + PARTS_OF_DAY[part], day) if part else dated(day)


def value_of(when: When) -> str:
    """The value of a stretch of days that the calendar has a name for; else that of its first day, or its last."""
    day = when.start or when.end
    if day is None:
        return UNTOLD
    if when.precision is Precision.INTERVAL and when.start and when.end:
        return _stretch(when.start, when.end) or f"{day}"
    return f"{day}"[: _LENGTHS.get(when.precision)]


def _stretch(start: date, end: date) -> str | None:
    when = When.between(start, end)
    if when == week(start):
        return week_of(start)
    if when == weekend(start):
        return f"{week_of(start)}-WE"
    return _named(start, end)


def _named(start: date, end: date) -> str | None:
    """The value of a quarter, season, half of a year, or century."""
    after = shift(end, "day", 1)
    if after == shift(start, "century", 1):
        return f"{end.year // 100 - 1:02}"
    if after == shift(start, "month", 6) and start.month in _HALVES:
        return f"{start.year}-{_HALVES[start.month]}"
    season = after == shift(start, "month", 3) and _NAMED.get(start.month)
    return f"{start.year}-{season}" if season else None


def undated(value: str) -> str:
    """A value that hangs on a day that is not known: "XXXX-WXX" for a week, "P2D" as it is."""
    return value if value.startswith("P") else _NUMERALS.sub("X", value[:DAY]) + value[DAY:]


def week_of(day: date) -> str:
    """The value of the week around a day."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


_SHORT = {"month": 7, "year": 4, "decade": 3, "century": 2}


def value_around(day: date, unit: str) -> str:
    """The value of the day, week, month, year, decade or century around a day."""
    return week_of(day) if unit == "week" else f"{day}"[: _SHORT.get(unit)]
