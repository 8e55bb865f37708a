"""Rules for days of the calendar: "September 6, 2021", "9.9.2020", "the 6th of May", "Christmas Eve"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.dating.calendar import day_of, days_in, shift, yearless
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.words import (
    MONTH,
    MONTHS,
    NO_COUNT,
    NTH,
    NUMERAL,
    ON_A_WEEKDAY,
    ORDINALS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    THAT_YEAR,
    THROUGH,
    WEEKDAYS,
    WHICH,
    YEAR,
    is_month,
    month_number,
    one_of,
)
from onrecord.record.when import When

_FULL_YEAR = 4
_ON_THE = re.compile(r"\b(?:on|since|until|till|by|from)\s$")
_CLOSED = re.compile(r"$|[.,;:!?)\"”’]|\s(?:and|at|in|when|after|but|with|by|that|as)\b")


def _days(sight: Sight) -> tuple[int, int]:
    first, last = sight["first"], sight["last"] or sight["first"]
    return ORDINALS.get(first) or int(first), ORDINALS.get(last) or int(last)


def _is_date(sight: Sight) -> bool:
    return is_month(sight["month"], capital=sight.capital("month")) and not sight.glued


def _dated(sight: Sight) -> When | None:
    return days_in(int(sight["year"]), month_number(sight["month"]), _days(sight)) if _is_date(sight) else None


def _day_of_month(sight: Sight) -> When | None:
    if not _is_date(sight):
        return None
    month, days = month_number(sight["month"]), _days(sight)
    if sight["of"]:
        return days_in(sight.year_meant, month, days)
    return yearless(sight.day, month, days, sight.which, ahead=sight.ahead)


def _iso(sight: Sight) -> When | None:
    return None if sight.glued else When.on(date(*(int(sight[part]) for part in ("year", "month", "first"))))


def _numeric(sight: Sight) -> When | None:
    digits = sight["year"]
    if sight.glued or (len(digits) < _FULL_YEAR and sight["mark"] != "/"):
        return None
    year, first, second = int(digits) + (0 if len(digits) == _FULL_YEAR else 2000), int(sight["a"]), int(sight["b"])
    days = [day for day in (day_of(year, second, first), day_of(year, first, second)) if day]
    if sight.known:  # of two readings the one nearer to publication; the day stands first where they are as near
        days.sort(key=lambda day: abs(day - sight.day))
    return When.on(days[0]) if days else None


def _nth(sight: Sight) -> When | None:
    month, number = sight.day.replace(day=1), int(sight["first"])
    if sight["which"]:
        month = shift(month, "month", {"last": -1, "next": 1}.get(sight.which, 0))
        return days_in(month.year, month.month, (number, number))
    if not _ON_THE.search(sight.left) or not _CLOSED.match(sight.right):
        return None
    way = 1 if sight.ahead else -1
    months = [shift(month, "month", way * step) for step in range(3)]
    days = [day for m in months if (day := day_of(m.year, m.month, number)) and (day - sight.day).days * way >= 0]
    return When.on(days[0]) if days else None


def _nine_eleven(_: Sight) -> When | None:
    return When.on(date(2001, 9, 11))


_ISO = r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[01]?[0-9])(?P=mark)(?P<first>[0-3]?[0-9])(?![0-9/-])"
_NUMERIC = r"(?P<a>[0-3]?[0-9])(?P<mark>[./-])(?P<b>[0-3]?[0-9])(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})(?![./-]?[0-9])"
_DAYS = rf"(?P<first>{NUMERAL}){NTH}?(?:{THROUGH}(?P<last>{NUMERAL}){NTH}?)?"
_MONTH_DAY = rf"{ON_A_WEEKDAY}{MONTH}\.? (?:the )?{_DAYS}"
_DAY_MONTH = rf"{ON_A_WEEKDAY}{_DAYS}(?: of)? {MONTH}"
_ORDINAL = rf"{NUMERAL}(?={NTH})|{one_of(ORDINALS)}"
_THE_NTH = rf"{ON_A_WEEKDAY}the (?P<first>{_ORDINAL}){NTH}?(?:{THROUGH}(?:the )?(?P<last>{_ORDINAL}){NTH}?)? of {MONTH}"
_MONTH_HEADS = {*MONTHS, *SHORT_MONTHS}
_HEADS = _MONTH_HEADS | {*WEEKDAYS, *SHORT_WEEKDAYS, "the", "#"}
_WHICH_HEADS = {"last", "this", "next", "coming"}

DAY_RULES: tuple[Rule, ...] = (
    rule(_iso, Base.NOTHING, {"#"}, _ISO, end=r"(?:(?!\w)|(?=t[0-9]))"),
    rule(_numeric, Base.NOTHING, {"#"}, _NUMERIC),
    rule(_nine_eleven, Base.NOTHING, _MONTH_HEADS, r"sept(?:ember|\.)? 11(?:th)?(?=,? (?:attacks|terror|hijack))"),
    rule(_dated, Base.NOTHING, _HEADS, rf"{_MONTH_DAY}(?:,? |,){YEAR}"),
    rule(_dated, Base.NOTHING, _HEADS, rf"{_DAY_MONTH}\.?(?:,? |,)(?:of )?{YEAR}"),
    rule(_dated, Base.NOTHING, _HEADS, rf"{_THE_NTH},? {YEAR}"),
    rule(_day_of_month, Base.YEARLESS, _HEADS | _WHICH_HEADS, rf"(?:{WHICH} )?{_MONTH_DAY}{NO_COUNT}{THAT_YEAR}"),
    rule(_day_of_month, Base.YEARLESS, _HEADS, rf"{_DAY_MONTH}{THAT_YEAR}"),
    rule(_day_of_month, Base.YEARLESS, _HEADS, rf"{_THE_NTH}{THAT_YEAR}"),
    rule(_nth, Base.SCENE, {"the"}, rf"the (?P<first>{NUMERAL}){NTH}(?: of (?P<which>this|last|next) month)?"),
)
