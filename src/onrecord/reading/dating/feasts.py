"""Rules for feasts, fixed and movable: "Christmas Eve", "last Thanksgiving", "Easter Monday 2021"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from onrecord.reading.dating.calendar import chosen, coming, latest
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.words import THAT_YEAR, WHICH, YEAR
from onrecord.record.when import When

_FIXED = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "may day": (5, 1), "juneteenth": (6, 19), "fourth of july": (7, 4),
    "bastille day": (7, 14), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "international women's day": (3, 8),
}  # fmt: skip
_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after Butcher's method of 1876."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


def _nth(number: int, weekday: int, month: int) -> Callable[[int], date]:
    return lambda year: coming(date(year, month, 7 * number - 6), weekday)


_MOVABLE: dict[str, Callable[[int], date]] = {
    "martin luther king day": _nth(3, _MONDAY, 1),
    "easter": _easter,
    "easter sunday": _easter,
    "easter monday": _after_easter(1),
    "ascension day": _after_easter(39),
    "pentecost": _after_easter(49),
    "whit monday": _after_easter(50),
    "memorial day": lambda year: latest(date(year, 5, 31), _MONDAY),
    "labor day": _nth(1, _MONDAY, 9),
    "thanksgiving": _nth(4, _THURSDAY, 11),
    "thanksgiving day": _nth(4, _THURSDAY, 11),
}
# These are more than their day: "the Christmas trade", "at Easter".
_SEASONS = frozenset(["christmas", "easter", "thanksgiving", "pentecost"])
_CUE = re.compile(r"\b(?:at|on|by|before|after|since|until|till|over|around|for|of)\s$")


def _day(feast: str, year: int) -> date:
    return date(year, *_FIXED[feast]) if feast in _FIXED else _MOVABLE[feast](year)


def _feast(sight: Sight) -> str:
    return " ".join(sight["holiday"].replace("’", "'").split())


def _holiday(sight: Sight) -> When | None:
    feast = _feast(sight)
    if feast in _SEASONS and not (sight["which"] or _CUE.search(sight.left)):
        return None
    if sight["of"]:
        return When.on(_day(feast, sight.year_meant))
    years = range(max(1, sight.day.year - 1), min(MAXYEAR, sight.day.year + 1) + 1)
    return chosen(sight.day, [When.on(_day(feast, year)) for year in years], sight.which, ahead=sight.ahead)


def _dated_holiday(sight: Sight) -> When:
    return When.on(_day(_feast(sight), int(sight["year"])))


_NAMES = sorted([*_FIXED, *_MOVABLE], key=len, reverse=True)
_HEADS = {re.split(r"\W", name, maxsplit=1)[0] for name in _NAMES}
_HOLIDAY = (
    rf"(?P<holiday>{'|'.join(_NAMES)})".replace("'", "['’]")
    + r"(?! (?:tree|market|part(?:y|ies)|island|card|present|carol|shop|dinner|eggs?|week|weekend|rising)\b)"
)

FEAST_RULES: tuple[Rule, ...] = (
    rule(_dated_holiday, Base.NOTHING, _HEADS, rf"{_HOLIDAY},? {YEAR}"),
    rule(
        _holiday, Base.PUBLICATION, _HEADS | {"last", "this", "next", "coming"}, rf"(?:{WHICH} )?{_HOLIDAY}{THAT_YEAR}"
    ),
)
