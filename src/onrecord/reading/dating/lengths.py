"""Rules for lengths and frequencies: "three days", "a two-year term", "months", "daily", "every Monday"."""

from __future__ import annotations

import re

from onrecord.reading.dating.relative import length_of
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import Kind, Timex
from onrecord.reading.dating.words import (
    AND_A_HALF,
    COUNTED,
    HEDGE,
    HOW_MANY,
    LENGTH_HEADS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    has_number,
    length_value,
    weekday_number,
)

# "$5 a year", "four flights a week": a rate is no length, and the corpora mark it as nothing else
_RATE = re.compile(
    r"(?:[0-9]|\b(?:million|billion|thousand|once|twice|percent|cents|(?:[0-9]|two|three|four|five|six|seven|ten)\s[a-z]+s))\s$"
)
_DAYBREAK = re.compile(r"\b(?:early|small|morning)\s$")  # "the small hours" are no length


def _length(sight: Sight) -> Timex | None:
    match, single = sight.match, sight["number"] in {"a", "an"}
    if match["unit"] == "moment" or not (match["plural"] or has_number(match)) or length_of(sight) is None:
        return None
    if single and (match["plural"] or sight["sort"] not in _WHOLE or _RATE.search(sight.left)):
        return None
    return None if _DAYBREAK.search(sight.left) else Timex(Kind.DURATION, length_value(match))


def _adverb(sight: Sight) -> Timex:
    return Timex(Kind.SET, _ADVERBS[sight["how"]])


def _each(sight: Sight) -> Timex:
    return Timex(Kind.SET, length_value(sight.match))


def _weekly(sight: Sight) -> Timex:
    return Timex(Kind.SET, f"XXXX-WXX-{weekday_number(sight['weekday']) + 1}")


_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W"}
_ADVERBS |= {"monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}
# "three long years", "ten more days": one word of any sort may stand between
_SORT = r"(?!(?:of|in|to|or|and|for|per|a|the|by|at|on|from|with|as|than|every|each|this|last|next|past)\b)[a-z]+"
_WHOLE = {"", "full", "whole", "single", "good", "further", "short", "long"}
_WHICH = "(?:the|these|those|another)(?: (?:first|last|final|next|past|other))? "

LENGTH_RULES: tuple[Rule, ...] = (
    rule(
        _length,
        Base.NOTHING,
        LENGTH_HEADS | {"the", "these", "those", "another"},
        rf"(?:{_WHICH})?(?:(?:{HEDGE}) )?(?:{HOW_MANY}(?: |-)(?:(?P<sort>{_SORT}) )?)?{UNIT}{AND_A_HALF}(?: or so)?",
        end=r"(?!\w)(?![-\s](?:old|of\sage)\b)",
    ),
    rule(_adverb, Base.NOTHING, _ADVERBS, rf"(?P<how>{'|'.join(_ADVERBS)})"),
    rule(_each, Base.NOTHING, {"every", "each", "per"}, rf"(?:every|each|per) {COUNTED}"),
    rule(_weekly, Base.NOTHING, {"every", "each"}, rf"(?:every|each) {WEEKDAY}"),
    rule(_weekly, Base.NOTHING, {f"{day}s" for day in WEEKDAYS}, rf"{WEEKDAY}s"),
)
