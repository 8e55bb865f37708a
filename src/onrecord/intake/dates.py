"""Dates as the heads of reports, rows and file names write them."""

from __future__ import annotations

import re
from datetime import date

from onrecord.record.when import UNKNOWN, Precision, When

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}

_YEAR = r"(?:1[6-9]|2[01])[0-9]{2}"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"

# What a whole date looks like. Every use matches it at a known place or in a clipped line, never across a text.
DATE = (
    rf"(?:(?P<weekday>{WEEKDAY})\b[.,]?\s{{0,3}})?(?P<date>"
    rf"(?P<iso>(?<![0-9]){_YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}})"
    rf"|(?<![0-9]){_DAY}[\s-]{{1,3}}(?:of\s)?{MONTH}\b\.?,?[\s-]{{1,3}}{_YEAR}"
    rf"|\b{MONTH}\b\.?\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}"
    rf"|\b{MONTH}\b\.?,?\s{{1,3}}{_YEAR}"
    rf"|(?<![0-9])[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-]{_YEAR}"
    r")(?![0-9])"
)
# A day of a year that stands elsewhere, as datelines have it.
BARE_DAY = rf"(?:{MONTH}\b\.?\s{{1,3}}{_DAY}|{_DAY}\s{{1,3}}{MONTH}\b\.?)(?![0-9])"
CLOCK = (
    r"[0-9]{1,2}(?:[:.h]?[0-9]{2})?(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?\s{0,2}(?:[ap]\.?m\.?)?"
    r"(?:\s{0,2}(?:(?-i:[A-Z]{1,5})\b|[+-][0-9]{2}:?[0-9]{2}|\((?-i:[A-Z]{1,5})\))){0,2}"
)
# Before a date a time needs its minutes: "6 September" has no clock in it.
CLOCK_FIRST = r"[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?\s{0,2}(?:[ap]\.?m\.?)?(?:\s{0,2}(?-i:[A-Z]{1,5})\b)?"
TIME = rf"(?:(?:T|[\s,|/·•@–—-]{{1,6}}(?:at\s)?){CLOCK}|\s(?-i:GMT|UTC))"

_NUMBER = re.compile(r"[0-9]+")
_MONTH_NAME = re.compile(MONTH, re.IGNORECASE)
_WHOLE = re.compile(rf"\s*(?:{CLOCK_FIRST}[\s,·]{{1,3}})?{DATE}(?:{TIME})?\s*", re.IGNORECASE)
_COMPACT = re.compile(rf"\s*({_YEAR})([0-9]{{2}})([0-9]{{2}})(?:T[0-9:.]{{4,12}}(?:Z|[+-][0-9:]{{4,5}})?)?\s*")
_YEAR_MONTH = re.compile(rf"\s*({_YEAR})(?:-([0-9]{{1,2}}))?\s*")
# A digest may hold eight digits that look like a day: nothing but a mark may stand at either side.
_IN_NAME = re.compile(
    rf"(?<![0-9A-Za-z])({_YEAR})(?P<mark>[-_./]?)([0-9]{{2}}|{'|'.join(_NAMES)})(?P=mark)([0-9]{{2}})(?![0-9A-SU-Za-z])"
)


def options(match: re.Match[str]) -> tuple[When, ...]:
    """What a match of `DATE` can mean: nothing if no calendar has the day, two days if it could be read both ways."""
    numbers = [int(number) for number in _NUMBER.findall(match["date"])]
    month = month_in(match["date"])
    if month and len(numbers) == 1:
        return (When.month(numbers[0], month),)
    if month:
        return _days([(numbers[1], month, numbers[0])])
    if match["iso"]:
        return _days([(numbers[0], numbers[1], numbers[2])])
    first, second, year = numbers
    both = _days([(year, second, first), (year, first, second)])
    return tuple(when for when in both if _falls_on(when, match["weekday"])) or both


def whole(text: str) -> tuple[When, ...]:
    """What a text can mean that should be a date and nothing else."""
    if match := _WHOLE.fullmatch(text):
        return options(match)
    if match := _COMPACT.fullmatch(text):
        return _days([(int(match[1]), int(match[2]), int(match[3]))])
    if not (match := _YEAR_MONTH.fullmatch(text)):
        return ()
    if not match[2]:
        return (When.year(int(match[1])),)
    return (When.month(int(match[1]), int(match[2])),) if 1 <= int(match[2]) <= len(_NAMES) else ()


def in_name(name: str) -> When:
    """The day that a file name or an address holds, or unknown."""
    for match in _IN_NAME.finditer(name):
        month = _MONTHS.get(match[3]) or int(match[3])
        if days := _days([(int(match[1]), month, int(match[4]))]):
            return days[0]
    return UNKNOWN


def month_in(words: str) -> int:
    """The number of the month that the words name, or 0."""
    found = _MONTH_NAME.search(words)
    return _MONTHS.get(found[0][:3].casefold(), 0) if found else 0


def day_of(words: str) -> tuple[int, int]:
    """Month and day of a match of `BARE_DAY`."""
    return month_in(words), int(_NUMBER.findall(words)[0])


def on(year: int, month: int, day: int) -> When:
    """That day, or unknown where the calendar has none."""
    return next(iter(_days([(year, month, day)])), UNKNOWN)


def is_day(when: When) -> bool:
    """Whether it is known to the day."""
    return when.precision is Precision.DAY


def _days(triples: list[tuple[int, int, int]]) -> tuple[When, ...]:
    days: list[When] = []
    for triple in dict.fromkeys(triples):
        try:
            days.append(When.on(date(*triple)))
        except ValueError:  # the calendar has no such day
            continue
    return tuple(days)


def _falls_on(when: When, weekday: str | None) -> bool:
    wanted = _WEEKDAYS.get((weekday or "")[:3].casefold())
    return wanted is not None and when.start is not None and when.start.weekday() == wanted
