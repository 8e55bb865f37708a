"""Arithmetic on days: periods, steps, thirds of a period, and how far off "three weeks ago" may be."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from onrecord.record.when import Precision, When

DAY = timedelta(days=1)
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
# A counted week, month or year is taken as rounded to the nearest one.
_SLACK = {"week": 3, "month": 15, "year": 182, "decade": 1826, "century": 18262}
# How many units "recent" and "coming" reach over.
_VAGUE = {"day": 7, "week": 6, "month": 6, "year": 5, "decade": 3, "century": 3}
_LEEWAY = 31 * DAY
_JUST_PAST = 60 * DAY
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of which unit: "three weeks", "a few days"; `most` is None where nothing limits it."""

    unit: str
    least: int
    most: int | None


def shift(day: date, unit: str, count: int) -> date:
    """The day so many units later; a month too short for it ends on its last day."""
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS[unit] * count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def decade(year: int) -> When:
    """The decade that starts with the year."""
    return When(date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE)


def century(number: int) -> When:
    """The century of that number: the 20th runs from 1901 to 2000."""
    return When.between(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def week(day: date) -> When:
    """The week around a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return When.between(monday, monday + timedelta(days=6))


def weekend(day: date) -> When:
    """Saturday and Sunday of the week around a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return When.between(saturday, saturday + DAY)


_PERIODS: dict[str, Callable[[date], When]] = {
    "day": When.on,
    "week": week,
    "weekend": weekend,
    "month": lambda day: When.month(day.year, day.month),
    "year": lambda day: When.year(day.year),
    "decade": lambda day: decade(day.year // 10 * 10),
    "century": lambda day: century((day.year + 99) // 100),
}


def period(day: date, unit: str) -> When:
    """The calendar's day, week, weekend, month, year, decade or century around a day."""
    return _PERIODS[unit](day)


def latest(day: date, weekday: int) -> date:
    """The last such weekday up to the day itself."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def coming(day: date, weekday: int) -> date:
    """The first such weekday from the day itself on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


_CUTS: dict[Precision, Callable[[date], tuple[date, date]]] = {
    Precision.MONTH: lambda first: (first.replace(day=11), first.replace(day=21)),
    Precision.YEAR: lambda first: (first.replace(month=5), first.replace(month=9)),
    Precision.DECADE: lambda first: (first.replace(year=first.year + 4), first.replace(year=first.year + 7)),
    Precision.INTERVAL: lambda first: (first + timedelta(days=2), first + timedelta(days=4)),
}


def has_thirds(when: When) -> bool:
    """Whether it has an early, a middle and a late part: a week, month, year or decade."""
    if when.start is None or when.end is None or when.precision not in _CUTS:
        return False
    return when.precision is not Precision.INTERVAL or when == week(when.start)


def third(when: When, part: str) -> When:
    """The early, mid or late part of a week, month, year or decade."""
    if when.start is None or when.end is None:
        return when
    second, last = _CUTS[when.precision](when.start)
    parts = {"early": (when.start, second - DAY), "mid": (second, last - DAY), "late": (last, when.end)}
    return When.between(*parts[part])


def away(day: date, count: Count, way: int, hedge: str = "") -> When:
    """The day or days so far before (way -1) or after (way 1) a day, as the hedge makes it: "more", "nearly" ..."""
    near = shift(day, count.unit, way * count.least)
    far = None if count.most is None else shift(day, count.unit, way * count.most)
    slack = timedelta(days=way * _SLACK.get(count.unit, 1 if hedge else 0))
    exact = far or near
    inner, outer = {
        "": (near - slack, far and far + slack),
        "about": (near - slack, far and far + slack),
        "more": (near, None),
        "less": (day, far),
        "nearly": (exact - slack, exact),
        "over": (near, near + slack),
    }[hedge]
    if inner == outer:
        return When.on(inner)
    return When.between(inner, outer) if way > 0 else When.between(outer, inner)


def reach(day: date, count: Count, way: int) -> When:
    """The stretch between a day and so many units back (way -1) or on (way 1): "the past four days"."""
    other = shift(day, count.unit, way * (count.most or _VAGUE[count.unit]))
    return When.between(min(day, other), max(day, other))


def hull(found: Iterable[When]) -> When:
    """The one value that all agree on, or else the stretch that holds them all."""
    ways = list(dict.fromkeys(found))
    if len(ways) == 1:
        return ways[0]
    starts, ends = [w.start for w in ways], [w.end for w in ways]
    return When.between(
        None if None in starts else min(s for s in starts if s),
        None if None in ends else max(e for e in ends if e),
    )


def day_of(year: int, month: int, number: int) -> date | None:
    """The day of that date; None where the calendar has none."""
    if not (1 <= year <= MAXYEAR and 1 <= month <= _MONTHS["year"]):
        return None
    return date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None


def days_in(year: int, month: int, days: tuple[int, int]) -> When | None:
    """The day, or the stretch of days, of a month; None where the calendar has none."""
    first, last = (day_of(year, month, number) for number in days)
    if first is None or last is None or first > last:
        return None
    return When.on(first) if first == last else When.between(first, last)


def _yearly(day: date, month: int, days: tuple[int, int] | None) -> list[When]:
    """The month or its days in the years around a day; 29 February needs more of them."""
    years = 8 if days and (month, days[1]) == _LEAP_DAY else 1
    around = range(max(1, day.year - years), min(MAXYEAR, day.year + years) + 1)
    return [w for y in around if (w := days_in(y, month, days) if days else When.month(y, month))]


def yearless(day: date, month: int, days: tuple[int, int] | None, which: str, *, ahead: bool) -> When | None:
    """The month, or day or days of a month, meant by words without a year: "last June", "September 6"."""
    return chosen(day, _yearly(day, month, days), which, ahead=ahead)


def chosen(day: date, found: list[When], which: str, *, ahead: bool) -> When | None:
    """Of what comes once a year the one that is meant: the nearest, last, this year's or next, or as the verb looks."""
    before = [w for w in found if w.end and w.end < day]
    after = [w for w in found if w.start and w.start > day]
    match which:
        case "nearest":
            return min(found, key=lambda w: min(abs(day - edge) for edge in (w.start, w.end) if edge), default=None)
        case "this":
            return next((w for w in found if w.start and w.start.year == day.year), None)
        case "last":
            return before[-1] if before else None
        case "next":
            return after[0] if after else None
    just_past = before and before[-1].end and day - before[-1].end <= _JUST_PAST
    if ahead and not just_past:
        return next((w for w in found if w.end and w.end >= day), None)
    latest_start = day if found and found[0].precision is Precision.MONTH else day + _LEEWAY
    return next((w for w in reversed(found) if w.start and w.start <= latest_start), None)
