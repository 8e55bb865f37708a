"""Rules for dates told from another date in the text: "two days later", "the following week", "a day after"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.dating.calendar import coming, days_in, latest, period, shift
from onrecord.reading.dating.relative import length_of, off
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import Kind, Timex, in_part
from onrecord.reading.dating.words import (
    DAY_PARTS,
    HOW_LONG,
    LENGTH_HEADS,
    MONTH,
    MONTHS,
    NUMERAL,
    OF_THAT_YEAR,
    SHORT_MONTHS,
    WEEKDAY,
    is_month,
    length_value,
    month_number,
    weekday_number,
)
from onrecord.record.when import When

_WAYS = {"later": 1, "after": 1, "following": 1, "next": 1, "very next": 1}
_WAYS |= {"earlier": -1, "prior": -1, "before": -1, "previous": -1, "preceding": -1}
_UNITS = {"day", "week", "month", "year"}
# Where a clause ends, "the day before" looks back to a date already told; otherwise an event follows it.
_CLOSED = r"(?!\w)(?=[.,;:!?)\"”’]|\s*$|\n| (?:and|but|when|in|at|as|with|on)\b)"


def _later(sight: Sight) -> Timex | None:
    count = length_of(sight)
    return off(sight, count, _WAYS[sight["side"]]) if count else None


def _from_event(sight: Sight) -> Timex | None:
    """Told from the date that follows; where an event follows instead, all that is told is how long."""
    told = _later(sight)
    return told if told is None or sight.known else replace(told, kind=Kind.DURATION, value=length_value(sight.match))


def _beside(sight: Sight) -> Timex:
    named = sight["unit"]
    unit, part = (named, "") if named in _UNITS else ("day", named)
    return in_part(period(shift(sight.day, unit, _WAYS.get(" ".join(sight["side"].split()), 0)), unit), part)


def _weekday_beside(sight: Sight) -> When | None:
    number, way = weekday_number(sight["weekday"]), _WAYS[sight["side"]]
    other = shift(sight.day, "day", way)
    return When.on(coming(other, number) if way > 0 else latest(other, number))


def _in_that_year(sight: Sight) -> When | None:
    month, number = month_number(sight["month"]), int(sight["number"] or 0)
    if sight.glued or not is_month(sight["month"], capital=sight.capital("month")):
        return None
    return days_in(sight.day.year, month, (number, number)) if number else When.month(sight.day.year, month)


_MONTH_HEADS = {*MONTHS, *SHORT_MONTHS}
_PERIOD = rf"(?P<unit>day|week|month|year|{DAY_PARTS})"

ANCHORED_RULES: tuple[Rule, ...] = (
    rule(_in_that_year, Base.EARLIER, _MONTH_HEADS, rf"{MONTH}(?:\.? (?P<number>{NUMERAL}))?{OF_THAT_YEAR}"),
    rule(_in_that_year, Base.EARLIER, {"#"}, rf"(?P<number>{NUMERAL}) {MONTH}{OF_THAT_YEAR}"),
    rule(_later, Base.EARLIER, LENGTH_HEADS, rf"{HOW_LONG} (?P<side>later|earlier|prior|(?:before|after){_CLOSED})"),
    rule(_from_event, Base.FOLLOWING, LENGTH_HEADS, rf"{HOW_LONG} (?P<side>before|after)"),
    rule(_beside, Base.EARLIER, {"the"}, rf"the {_PERIOD} (?P<side>earlier|before|after)", end=_CLOSED),
    rule(_beside, Base.FOLLOWING, {"the"}, rf"the {_PERIOD} (?P<side>before|after)"),
    rule(_beside, Base.EARLIER, {"the"}, rf"the (?P<side>very next|next|following|previous|preceding|same) {_PERIOD}"),
    rule(_beside, Base.EARLIER, {"that"}, rf"that (?:same )?{_PERIOD}", end=r"(?![-\w])"),
    rule(_beside, Base.EARLIER, {"earlier", "later"}, r"(?:earlier|later) in the (?P<unit>day)"),
    rule(_weekday_beside, Base.EARLIER, {"the"}, rf"the (?P<side>following|next|previous|preceding) {WEEKDAY}"),
)
