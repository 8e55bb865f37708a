"""Rules for dates told from another date in the text: "two days later", "the following week", "a day after"."""

from __future__ import annotations

from onrecord.reading.dating.calendar import away, coming, days_in, latest, period, shift
from onrecord.reading.dating.relative import length_of
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
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
    hedge_of,
    is_month,
    month_number,
    weekday_number,
)
from onrecord.record.when import When

_WAYS = {"later": 1, "after": 1, "following": 1, "next": 1, "very next": 1}
_WAYS |= {"earlier": -1, "prior": -1, "before": -1, "previous": -1, "preceding": -1}
# Where a clause ends, "the day before" looks back to a date already told; otherwise an event follows it.
_CLOSED = r"(?!\w)(?=[.,;:!?)\"”’]|\s*$|\n| (?:and|but|when|in|at|as|with|on)\b)"


def _later(sight: Sight) -> When | None:
    count = length_of(sight)
    return away(sight.day, count, _WAYS[sight["side"]], hedge_of(sight["hedge"])) if count else None


def _unit(sight: Sight) -> str:
    return sight["unit"] if sight["unit"] in {"week", "month", "year"} else "day"


def _beside(sight: Sight) -> When | None:
    unit = _unit(sight)
    return period(shift(sight.day, unit, _WAYS.get(" ".join(sight["side"].split()), 0)), unit)


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
    rule(_later, Base.FOLLOWING, LENGTH_HEADS, rf"{HOW_LONG} (?P<side>before|after)"),
    rule(_beside, Base.EARLIER, {"the"}, rf"the {_PERIOD} (?P<side>earlier|before|after)", end=_CLOSED),
    rule(_beside, Base.FOLLOWING, {"the"}, rf"the {_PERIOD} (?P<side>before|after)"),
    rule(_beside, Base.EARLIER, {"the"}, rf"the (?P<side>very next|next|following|previous|preceding|same) {_PERIOD}"),
    rule(_beside, Base.EARLIER, {"that"}, rf"that (?:same )?{_PERIOD}", end=r"(?![-\w])"),
    rule(_beside, Base.EARLIER, {"earlier", "later"}, r"(?:earlier|later) in the (?P<unit>day)"),
    rule(_weekday_beside, Base.EARLIER, {"the"}, rf"the (?P<side>following|next|previous|preceding) {WEEKDAY}"),
)
