"""Rules for dates told from the day of publication: "Monday", "last week", "three days ago", "the past year"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.dating.calendar import Count, away, coming, latest, period, reach, shift, third
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.words import (
    COUNTED,
    DAY_PARTS,
    HOW_LONG,
    LENGTH_HEADS,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    count_of,
    has_number,
    hedge_of,
    unit_of,
    weekday_number,
)
from onrecord.record.when import When

_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1}
_WHICH_HEADS = {"last", "this", "next", "coming"}

_NOT_THE_DAY = re.compile(
    r"\b(?:good|black|bloody|ash|cyber|super|palm|easter|holy|maundy|shrove|sheffield|mail\son|every|each)\s$"
)
_PAPER = r"(?! (?:times|mirror|telegraph|express|mail|herald|post|business|independent|world|school|roast)\b)"


def _in_week(day: date, weekday: int) -> date:
    """That weekday of the week around a day."""
    return shift(day, "day", weekday - day.weekday())


def _weekday(sight: Sight) -> When | None:
    if _NOT_THE_DAY.search(sight.left):
        return None
    day, number = sight.day, weekday_number(sight["weekday"])
    if sight["week"] or sight.which == "this":
        return When.on(shift(_in_week(day, number), "week", _STEPS[sight["week"] or "this"]))
    if sight.which == "last":
        return When.on(latest(shift(day, "day", -1), number))
    if sight.which == "next":
        return When.on(coming(day if "coming" in sight["which"] else shift(day, "day", 1), number))
    return When.on(coming(day, number) if sight.ahead else latest(day, number))


_OFF = {"yesterday": -1, "tomorrow": 1, "last": -1}
_TITLE = re.compile(r"[A-Z]\w+\s$")


def _near_day(sight: Sight) -> When | None:
    start = sight.match.start()
    before = sight.page.text[max(0, start - 24) : start]
    if sight["near"] == "today" and sight.capital("near") and _TITLE.search(before):  # "USA Today"
        return None
    return When.on(shift(sight.day, "day", _OFF.get(sight["near"], 0)))


def _two_days_off(sight: Sight) -> When | None:
    return When.on(shift(sight.day, "day", 2 * _OFF[sight["near"]]))


def _period(sight: Sight) -> When | None:
    unit = unit_of(sight.match)
    return period(shift(sight.day, unit, _STEPS[sight.which]), unit)


def _which_weekend(sight: Sight) -> When | None:
    return period(shift(sight.day, "week", _STEPS[sight.which]), "weekend")


def _weekend(sight: Sight) -> When | None:
    begun = sight.day.weekday() >= WEEKDAYS.index("saturday")
    return period(sight.day if begun or sight.ahead else shift(sight.day, "week", -1), "weekend")


def _within(sight: Sight) -> When | None:
    whole = period(sight.day, sight["unit"])
    if sight["side"] == "earlier":
        return When.between(whole.start, sight.day)
    return When.between(sight.day, whole.end)


_PARTS = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}


def _part_of_this(sight: Sight) -> When | None:
    unit, part = sight["unit"], _PARTS[sight["part"]]
    when = third(period(sight.day, unit), part)
    to_come = when.start is not None and when.start > sight.day
    ahead = sight.left.endswith("by ") or sight.ahead
    return third(period(shift(sight.day, unit, -1), unit), part) if to_come and not ahead else when


_FRACTION = re.compile(r"(?:[0-9]|\b(?:hundreds?|thousands?|millions?|billion|quarter|third|half)(?:\sof)?)\s$")


def length_of(sight: Sight) -> Count | None:
    """The length that a match of `HOW_LONG` or `COUNTED` tells; None where it is part of another number."""
    return None if sight.glued or _FRACTION.search(sight.left) else count_of(sight.match)


def _ago(sight: Sight) -> When | None:
    count = length_of(sight)
    if count is None:
        return None
    if sight["weekday"]:
        return When.on(shift(latest(sight.day, weekday_number(sight["weekday"])), count.unit, -count.least))
    if sight["within"] or sight["today"]:
        return period(shift(sight.day, count.unit, -count.least), sight["within"] or "day")
    return away(sight.day, count, -1, hedge_of(sight["hedge"]))


def _hence(sight: Sight) -> When | None:
    count = length_of(sight)
    return away(sight.day, count, 1, hedge_of(sight["hedge"])) if count else None


_BACK = {"last", "past", "previous", "recent"}
_LONG_ENOUGH = {"week", "fortnight", "month", "year", "decade", "century"}


def _stretch(sight: Sight) -> When | None:
    side, counted = sight["side"], has_number(sight.match)
    # "the last two weeks of the campaign" are not the two weeks before today
    if side in {"last", "next"} and (sight.right.startswith(" of ") or not (counted or sight["the"])):
        return None
    count = count_of(sight.match)
    if count is None:  # "the past week", but neither "last minute" nor "recent year"
        fits = unit_of(sight.match) in _LONG_ENOUGH and (sight["the"] or side in {"past", "coming"})
        return reach(sight.day, Count(unit_of(sight.match), 1, 1), -1 if side in _BACK else 1) if fits else None
    return reach(sight.day, count, -1 if side in _BACK else 1)


_CLAUSE_START = re.compile(r"(?:^|[.!?,;:—–\n\"“(])\s*$")


def _days_after(sight: Sight) -> When | None:
    if not (sight.capital("unit") or sight["hedge"] or _CLAUSE_START.search(sight.left)):
        return None
    return When.between(None, sight.day if sight["unit"] == "hour" else shift(sight.day, "day", -1))


_LONG = "(?P<unit>week|month|year)"
_NO_MORE = r"(?!['’]s (?:world|society|age|era|youth|standards|climate|market|generation|young|technology)\b)"

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        _weekday,
        Base.PUBLICATION,
        _WHICH_HEADS | {*WEEKDAYS, "tues", "thurs"},
        rf"(?:{WHICH} )?{WEEKDAY}(?: (?:{DAY_PARTS}))?(?:,? (?:of )?(?P<week>last|this|next) week)?",
        end=rf"(?!\w){_PAPER}",
    ),
    rule(_two_days_off, Base.PUBLICATION, {"the"}, r"the day (?:before|after) (?P<near>yesterday|tomorrow)"),
    rule(
        _near_day,
        Base.PUBLICATION,
        {"today", "tonight", "yesterday", "tomorrow"},
        rf"(?P<near>today|tonight|yesterday|tomorrow)(?: (?:{DAY_PARTS}))?",
        end=rf"(?!\w){_NO_MORE}",
    ),
    rule(_near_day, Base.PUBLICATION, {"this"}, r"(?P<near>this) (?:morning|afternoon|evening)"),
    rule(_near_day, Base.PUBLICATION, {"last"}, r"(?P<near>last) (?:night|evening)"),
    rule(_which_weekend, Base.PUBLICATION, {"last", "this", "next"}, r"(?P<which>last|this past|this|next) weekend"),
    rule(_which_weekend, Base.PUBLICATION, {"the"}, r"the (?P<which>last|past) weekend"),
    rule(_weekend, Base.PUBLICATION, {"the"}, r"the weekend"),
    rule(_within, Base.PUBLICATION, {"earlier", "later"}, rf"(?P<side>earlier|later) in the {_LONG}"),
    rule(
        _part_of_this, Base.PUBLICATION, {"the", *_PARTS}, rf"(?:the )?(?P<part>{'|'.join(_PARTS)}) of (?:the )?{_LONG}"
    ),
    rule(
        _period,
        Base.PUBLICATION,
        {"last", "this", "next"},
        r"(?P<which>last|this|next) (?P<unit>week|month|year|decade|century)",
        end=r"(?!\w)(?! of\b)",
    ),
    rule(
        _ago,
        Base.PUBLICATION,
        LENGTH_HEADS,
        rf"{HOW_LONG} ago(?: (?:on )?{WEEKDAY}| this (?P<within>week|month)| (?P<today>today))?",
    ),
    rule(_hence, Base.PUBLICATION, LENGTH_HEADS, rf"{HOW_LONG}(?: from now|['’]s? time)"),
    rule(
        _stretch,
        Base.PUBLICATION,
        {"the", "these", "this", "last", "past", "next", "coming", "recent"},
        rf"(?P<the>the |these |this )?(?P<side>last|past|previous|recent|next|coming) {COUNTED}",
    ),
    rule(
        _days_after,
        Base.PUBLICATION,
        LENGTH_HEADS,
        r"(?:(?P<hedge>just|only) )?(?P<unit>hour|day|week|month|year)s after",
    ),
)
