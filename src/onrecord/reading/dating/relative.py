"""Rules for dates told from the day of publication: "Monday", "last week", "three days ago", "the past year"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.dating.calendar import Count, away, coming, latest, period, reach, shift, third
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import (
    FUTURE,
    PAST,
    Kind,
    Timex,
    dated,
    in_part,
    value_around,
    value_of,
)
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
    length_value,
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


def _weekday(sight: Sight) -> Timex | When | None:
    if _NOT_THE_DAY.search(sight.left):
        return None
    return in_part(_weekday_meant(sight), sight["part"])


def _weekday_meant(sight: Sight) -> When:
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


def _near_day(sight: Sight) -> Timex | None:
    start = sight.match.start()
    before = sight.page.text[max(0, start - 24) : start]
    if sight["near"] == "today" and sight.capital("near") and _TITLE.search(before):  # "USA Today"
        return None
    part = "night" if sight["near"] == "tonight" else sight["part"]
    return in_part(When.on(shift(sight.day, "day", _OFF.get(sight["near"], 0))), part)


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


def _within(sight: Sight) -> Timex:
    whole = period(sight.day, sight["unit"])
    bounds = (whole.start, sight.day) if sight["side"] == "earlier" else (sight.day, whole.end)
    return dated(When.between(*bounds), value_of(whole))


_PARTS = {"": "late", "start": "early", "beginning": "early", "middle": "mid", "end": "late"}


def _part_of_this(sight: Sight) -> Timex:
    unit, part = sight["unit"], _PARTS[sight["part"]]
    whole = period(sight.day, unit)
    start = third(whole, part).start
    if start and start > sight.day and not (sight.left.endswith("by ") or sight.ahead):
        whole = period(shift(sight.day, unit, -1), unit)
    return dated(third(whole, part), value_of(whole))


# On one line: the year of a header is no part of the number that opens the paragraph below it.
_FRACTION = re.compile(r"(?:[0-9]|\b(?:hundreds?|thousands?|millions?|billion)(?:\sof)?)[^\S\n]\Z")
_PART_OF = re.compile(r"\b(?:quarter|third|half)(?:\sof)?[^\S\n]\Z")


def length_of(sight: Sight) -> Count | None:
    """The length that a match of `HOW_LONG` or `COUNTED` tells; None where it is part of another number."""
    counted = sight["number"] not in {"a", "an"} and _FRACTION.search(sight.left)  # but "from 2 million a year ago"
    return None if sight.glued or counted or _PART_OF.search(sight.left) else count_of(sight.match)


def off(sight: Sight, count: Count, way: int) -> Timex:
    """What lies so far before (way -1) or after (way 1) the day; its value is the unit around that, where counted."""
    if unit_of(sight.match) in {"minute", "hour"}:
        return Timex(Kind.DURATION, length_value(sight.match), away(sight.day, count, way, hedge_of(sight.match)))
    value = PAST if way < 0 else FUTURE
    if count.least == count.most:
        value = value_around(shift(sight.day, count.unit, way * count.least), count.unit)
    return dated(away(sight.day, count, way, hedge_of(sight.match)), value)


def _ago(sight: Sight) -> Timex | When | None:
    count = length_of(sight)
    if count is None:
        return None
    if sight["weekday"]:
        return When.on(shift(latest(sight.day, weekday_number(sight["weekday"])), count.unit, -count.least))
    if sight["within"] or sight["today"]:
        return period(shift(sight.day, count.unit, -count.least), sight["within"] or "day")
    return off(sight, count, -1)


def _hence(sight: Sight) -> Timex | None:
    count = length_of(sight)
    return off(sight, count, 1) if count else None


_BACK = {"last", "past", "previous", "recent"}
_OPEN = {"past", "coming"}
_LONG_ENOUGH = {"week", "fortnight", "month", "year", "decade", "century"}


def _stretch(sight: Sight) -> Timex | None:
    side, count, unit = sight["side"], count_of(sight.match), unit_of(sight.match)
    counted, way = has_number(sight.match), -1 if sight["side"] in _BACK else 1
    # "the last two weeks of the campaign" are not the two weeks before today
    if side in {"last", "next"} and (sight.right.startswith(" of ") or not (counted or sight["the"])):
        return None
    if count is None:
        return _single_stretch(sight, unit, way)
    if counted:
        return Timex(Kind.DURATION, length_value(sight.match), reach(sight.day, count, way))
    return dated(reach(sight.day, count, way), PAST if way < 0 else FUTURE)


def _single_stretch(sight: Sight, unit: str, way: int) -> Timex | None:
    """The stretch of "the past week"; neither "last minute" nor "recent year" is one, nor "the previous year"."""
    if unit not in _LONG_ENOUGH or sight["side"] == "previous" or not (sight["the"] or sight["side"] in _OPEN):
        return None
    days = reach(sight.day, Count(unit, 1, 1), way)
    if unit in {"decade", "century"}:
        return Timex(Kind.DURATION, length_value(sight.match), days)
    return dated(days, value_around(shift(sight.day, unit, way), unit))


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
        rf"(?:{WHICH} )?{WEEKDAY}(?: (?P<part>{DAY_PARTS}))?(?:,? (?:of )?(?P<week>last|this|next) week)?",
        end=rf"(?!\w){_PAPER}",
    ),
    rule(_two_days_off, Base.PUBLICATION, {"the"}, r"the day (?:before|after) (?P<near>yesterday|tomorrow)"),
    rule(
        _near_day,
        Base.PUBLICATION,
        {"today", "tonight", "yesterday", "tomorrow"},
        rf"(?P<near>today|tonight|yesterday|tomorrow)(?: (?P<part>{DAY_PARTS}))?",
        end=rf"(?!\w){_NO_MORE}",
    ),
    rule(_near_day, Base.PUBLICATION, {"this"}, r"(?P<near>this) (?P<part>morning|afternoon|evening)"),
    rule(_near_day, Base.PUBLICATION, {"last"}, r"(?P<near>last) (?P<part>night|evening)"),
    rule(_which_weekend, Base.PUBLICATION, {"last", "this", "next"}, r"(?P<which>last|this past|this|next) weekend"),
    rule(_which_weekend, Base.PUBLICATION, {"the"}, r"the (?P<which>last|past) weekend"),
    rule(_weekend, Base.PUBLICATION, {"the"}, r"the weekend"),
    rule(_within, Base.SCENE, {"earlier", "later"}, rf"(?P<side>earlier|later) in the {_LONG}"),
    rule(
        _part_of_this,
        Base.SCENE,
        {"the", *_PARTS} - {""},
        rf"(?:the )?(?P<part>{'|'.join(filter(None, _PARTS))}) of (?:the )?{_LONG}",
    ),
    rule(
        _part_of_this,
        Base.SCENE,
        {"year", "month", "the"},
        r"(?:the )?(?P<unit>year|month)(?:['’]s)?(?:-| )end",
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
