"""The words of dates in news English: names, numbers, units and hedges, and how patterns are written with them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.dating.calendar import Count

# A space in a pattern stands for this: spaces or one line break, never an empty line.
_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT_MONTHS = [*(name[:3] for name in MONTHS if name != "may"), "sept"]
SHORT_WEEKDAYS = [*(name[:3] for name in WEEKDAYS), "tues", "thur", "thurs"]
AMBIGUOUS_MONTHS = {"may", "march", "mar"}
DAY_PARTS = "night|morning|afternoon|evening|lunchtime"
UNITS = "minute moment hour day week fortnight month year decade century".split()
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
DECADES |= {"eighties": 80, "nineties": 90}

_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {word: value for value, word in enumerate([*_SMALL.split(), "eighteen", "nineteen"], 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS |= _TENS | {"a": 1, "an": 1}
_VAGUE: dict[str, tuple[int, int | None]] = {
    "couple": (2, 3), "few": (2, 5), "several": (3, 9), "many": (5, None), "dozen": (12, 12), "dozens": (24, None),
}  # fmt: skip
_UNCOUNTED = (2, None)
_HEDGES = {
    "more": "more than|at least|longer than|well over|over",
    "less": "less than|fewer than|no more than|up to|under",
    "nearly": "just under|nearly|almost|close to|not quite",
    "over": "just over|a little over|little more than|slightly more than",
    "about": "about|around|roughly|approximately|some",
    "": "just|only|exactly|barely",
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, 1)}
ORDINALS |= {f"twenty-{word}": value + 20 for word, value in list(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def heads(pattern: str) -> set[str]:
    """The first words of the alternatives of a plain alternation."""
    return {re.split(r"\W", alternative, maxsplit=1)[0] for alternative in pattern.split("|")}


HEDGE = "|".join(f"(?:{words})" for words in _HEDGES.values())
_SCALES = {"hundred": 100, "thousand": 1000}
_ONES = "|".join(_SMALL.split()[:9])
_HUNDREDS = rf"(?:{one_of(_NUMBERS)}) (?:hundred|thousand)"
_NUMBER = rf"[0-9]{{1,4}}|(?:{one_of(_TENS)})(?:-| )(?:{_ONES})|{_HUNDREDS}|{one_of(_NUMBERS)}"
HOW_MANY = (
    rf"(?:(?P<least>{_NUMBER})(?: or | to |(?<=[0-9])[-–])(?P<most>{_NUMBER})"
    rf"|(?:a )?(?P<vague>{one_of(list(_VAGUE))})(?: of)?|(?P<half>half an?)"
    rf"|(?P<number>{_NUMBER})(?P<plus> and a half| ?½| 1/2)?)"
)
UNIT = r"(?P<unit>minute|moment|hour|day|week|fortnight|month|year|decade|century|centurie)(?P<plural>s?)"
AND_A_HALF = "(?P<half_more> and a half)?"
HOW_LONG = rf"(?:(?P<hedge>{HEDGE}) )?(?:{HOW_MANY} )?{UNIT}{AND_A_HALF}(?P<so> or so)?"
COUNTED = rf"(?:{HOW_MANY} )?{UNIT}{AND_A_HALF}"
LENGTH_HEADS = (
    {*_NUMBERS, *_VAGUE, "#", "half"}
    | set().union(*map(heads, _HEDGES.values()))
    | {f"{unit}s" for unit in UNITS}
    | {"centuries"}
)

YEAR = r"(?P<year>(?:1[5-9]|2[01])[0-9]{2})"
YEAR_IN_WORDS = rf"nineteen (?P<tens>{one_of(_TENS)})(?:(?:-| )(?P<ones>{_ONES}))?"
ANY_YEAR = rf"(?:{YEAR}|{YEAR_IN_WORDS})"
MONTH = rf"(?P<month>{one_of(MONTHS + SHORT_MONTHS)})"
WEEKDAY = rf"(?P<weekday>{one_of(WEEKDAYS)}|tues|thurs)"
ON_A_WEEKDAY = rf"(?:(?:{one_of(WEEKDAYS + SHORT_WEEKDAYS)})\.?,? )?"
NUMERAL = r"(?:3[01]|[12][0-9]|0?[1-9])"
NTH = r"(?:st|nd|rd|th)"
THROUGH = r"(?: ?[-–—] ?| (?:to|and|&|through|or) )"
OF_THAT_YEAR = r"(?: of|,)? (?:that|the same) year"
THAT_YEAR = rf"(?:,? (?:of )?(?P<of>last|this|next) year)?(?!{OF_THAT_YEAR}\b)"
WHICH = r"(?P<which>last|this past|this coming|this|next|coming)"
# What may not follow a number for it to be a date: "May 10 people", "in 2000 homes".
NO_COUNT = (
    r"(?!\w|[.,:/][0-9]|[-–][a-z]| ?%| (?:per ?cent|people|persons|men|women|children|police|troops|more|other|others"
    r"|fighters|soldiers|civilians|families|homes|houses|cases|votes|points|dollars|euros|pounds|million|billion"
    r"|thousand|hundred|km|kilomet\w+|miles|met(?:re|er)s?|feet|tons|tonnes|days|hours|hrs|gmt|utc|seats|refugees)\b)"
)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for text in lower case; each space stands for a gap between words."""
    return re.compile(pattern.replace(" ?", f"{_GAP}?").replace(" ", _GAP))


def is_month(name: str, *, capital: bool) -> bool:
    """Whether the word is a month here: "may", "march" and "mar" are only with a capital."""
    return capital or name not in AMBIGUOUS_MONTHS


def month_number(name: str) -> int:
    """The number of a month, from its name or abbreviation."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def weekday_number(name: str) -> int:
    """The number of a weekday; Monday is 0."""
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def hedge_of(match: re.Match[str]) -> str:
    """What the hedge of a match of `HOW_LONG` does to it: "more", "less", "nearly", "over", "about", or nothing."""
    words = "about" if match["so"] else match["hedge"]
    return next((kind for kind, forms in _HEDGES.items() if " ".join((words or "").split()) in forms.split("|")), "")


def _value(word: str) -> int:
    if word.isdigit():
        return int(word)
    first, *rest = re.split(r"[-\s]+", word)
    if rest and rest[0] in _SCALES:
        return _NUMBERS[first] * _SCALES[rest[0]]
    return _NUMBERS[first] + sum(_NUMBERS[ones] for ones in rest)


def _how_many(match: re.Match[str]) -> tuple[int, int | None] | None:
    if match["number"]:
        return _value(match["number"]), _value(match["number"])
    if match["vague"]:
        return _VAGUE[match["vague"]]
    if match["least"]:
        least, most = sorted((_value(match["least"]), _value(match["most"])))
        return least, most
    return None


def unit_of(match: re.Match[str]) -> str:
    """The unit of a match of `UNIT`, in the singular."""
    return {"centurie": "century"}.get(match["unit"], match["unit"])


_HALVES = {"month": Count("week", 2, 2), "year": Count("month", 6, 6), "decade": Count("year", 5, 5)}
_HALVES |= {"hour": Count("day", 0, 1), "century": Count("year", 50, 50)}


def count_of(match: re.Match[str]) -> Count | None:
    """The number and unit of a match of `COUNTED`; None for a lone singular. Hours count as days begun and ended."""
    number, unit = _how_many(match) or (_UNCOUNTED if match["plural"] else None), unit_of(match)
    if match["half"]:
        return _HALVES.get(unit)
    if number is None:
        return None
    least, most = number
    if unit in {"minute", "moment"}:
        return Count("day", 0, 1)
    if unit == "hour":
        return Count("day", least // 24, -(-(most or 24) // 24))
    if unit == "fortnight":
        return Count("week", least * 2, most and most * 2)
    return Count(unit, least, most)


_LENGTHS = {"minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W", "month": "{}M"}
_UNITS_IN = {"fortnight": 2, "decade": 10, "century": 100}
_HALF_LENGTHS = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}


_HALVES_MORE = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M"}


def year_of(match: re.Match[str]) -> int:
    """The year of a match of `ANY_YEAR`, told in figures or in words."""
    if match["year"]:
        return int(match["year"])
    return 1900 + _TENS[match["tens"]] + (_NUMBERS[match["ones"]] if match["ones"] else 0)


def length_value(match: re.Match[str]) -> str:
    """The value, as a duration, of a match of `COUNTED`; "X" stands for a number that is not told."""
    unit = unit_of(match)
    if match["half"] and unit in _HALF_LENGTHS:
        return _HALF_LENGTHS[unit]
    least, most = _how_many(match) or ((2, None) if match["plural"] else (1, 1))
    told = least == most or match["most"] or match["vague"] == "couple"
    more = _HALVES_MORE.get(unit, "") if match["plus"] or match["half_more"] else ""
    return "P" + _LENGTHS.get(unit, "{}Y").format(least * _UNITS_IN.get(unit, 1) if told else "X") + more


def has_number(match: re.Match[str]) -> bool:
    """Whether a match of `COUNTED` says how many."""
    return bool(match["half"]) or _how_many(match) is not None
