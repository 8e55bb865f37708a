"""Rules for months, seasons, years, decades and centuries: "in September", "late 2019", "the nineties"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.dating.calendar import century, decade, period, shift, yearless
from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import Kind, Timex
from onrecord.reading.dating.words import (
    AMBIGUOUS_MONTHS,
    ANY_YEAR,
    DECADES,
    MONTH,
    MONTHS,
    NO_COUNT,
    NTH,
    ORDINALS,
    SEASONS,
    SHORT_MONTHS,
    THAT_YEAR,
    WHICH,
    YEAR,
    compiled,
    is_month,
    month_number,
    one_of,
    year_of,
)
from onrecord.record.when import When

_MONTH_CUE = re.compile(
    r"(?:\b(?:in|of|since|early|late|until|till|during|by|before|after|from|through|around|to|between)\s|mid[-\s])$"
)
_STRICT_CUE = re.compile(
    r"(?:\b(?:in|since|early|late|until|till|during|end of|beginning of|start of|from|through)\s|mid[-\s]"
    rf"|\b(?:{one_of(MONTHS)})(?:\s(?:to|and|or)\s|[-–]))$"
)
# A numeral beside a month that makes no date with it ("31 February") leaves no month either.
_ODD_DAY_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?:\sof)?\s$")
_ODD_DAY_AFTER = compiled(rf"\.? [0-9]{{1,2}}(?:{NTH})?{NO_COUNT}")
_GIVEN_NAMES = {"april", "june", "august"}
_SURNAME = re.compile(r"\s[A-Z]")


def _dated_month(sight: Sight) -> When | None:
    if not is_month(sight["month"], capital=sight.capital("month")) or _ODD_DAY_BEFORE.search(sight.left):
        return None
    return When.month(year_of(sight.match), month_number(sight["month"]))


def _is_month_alone(sight: Sight) -> bool:
    month = sight["month"]
    if not sight.capital("month") or _ODD_DAY_BEFORE.search(sight.left):
        return False
    if _ODD_DAY_AFTER.match(sight.page.low, sight.match.end()):
        return False
    if sight["which"] or sight["of"]:
        return True
    if month in AMBIGUOUS_MONTHS:
        return bool(_STRICT_CUE.search(sight.left))
    if month in _GIVEN_NAMES and not _SURNAME.match(sight.page.text, sight.match.end()):
        return True
    return month in set(MONTHS) - _GIVEN_NAMES or bool(_MONTH_CUE.search(sight.left))


def _month(sight: Sight) -> When | None:
    if not _is_month_alone(sight):
        return None
    month = month_number(sight["month"])
    if sight["of"]:
        return When.month(sight.year_meant, month)
    return yearless(sight.day, month, None, sight.which, ahead=not sight.which and sight.ahead)


def _months(year: int, first: int, count: int) -> When:
    start = date(year, first, 1)
    return When.between(start, period(shift(start, "month", count - 1), "month").end)


def _dated_season(sight: Sight) -> When | None:
    return _months(year_of(sight.match), SEASONS[sight["season"]], 3)


def _season(sight: Sight) -> When | None:
    found = [_months(sight.day.year + step, SEASONS[sight["season"]], 3) for step in (-2, -1, 0, 1)]
    if sight.which == "last":
        return [s for s in found if s.end and s.end < sight.day][-1]
    if sight.which == "next":
        return next(s for s in found if s.start and s.start > sight.day)
    return min(found, key=lambda s: min(abs(edge - sight.day) for edge in (s.start, s.end) if edge))


def _bare_season(sight: Sight) -> When | None:
    """The season of a narrative's year, or the one nearest to a report: "over the summer", but not "in winter"."""
    return _season(sight) if sight.narrated or (sight["the"] and _SEASON_CUE.search(sight.left)) else None


def _part_of_year(sight: Sight) -> When | None:
    count = 3 if sight["part"] == "quarter" else 6
    number = ORDINALS.get(sight["ordinal"], 12 // count)
    year = int(sight["year"]) if sight["year"] else sight.year_meant
    return _months(year, (number - 1) * count + 1, count)


_OF_REPORTS = re.compile(r"\b(?:for|in|during|of|from|per)\s$")


def _quarter_around(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _quarter(sight: Sight) -> Timex | None:
    """The nth quarter without a year: the latest one that is over, or the next one where the verb looks ahead."""
    year, now = _quarter_around(sight.day)
    number = ORDINALS.get(sight["ordinal"], 4) - 1
    year += (now > number) if sight.ahead else -(now <= number)
    return Timex(Kind.DATE, f"{year}-Q{number + 1}")


def _which_quarter(sight: Sight) -> Timex | None:
    """The quarter before, around or after the day; "the quarter" of a balance is the last whole one."""
    which = sight["which"]
    if which == "the" and not _OF_REPORTS.search(sight.left):
        return None
    step = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which.split()[-1], -1)
    year, number = divmod(
        sum(part * scale for part, scale in zip(_quarter_around(sight.day), (4, 1), strict=True)) + step, 4
    )
    return Timex(Kind.DATE, f"{year}-Q{number + 1}")


_SEASON_CUE = re.compile(r"\b(?:in|during|over|by|until|till|through|throughout|since|of|early|late|mid)\s$|\bmid-$")
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|by|early|late|mid|before|after|until|till|during|throughout|for|from|through|between|circa|year|summer|into|due|that|than|fiscal|past"
    r"|spring|autumn|winter|fall|dat(?:es|ed|ing)\s(?:back\s)?to)\s|\b(?:early|mid|late|pre|post)-|\((?:in\s|c\.\s?)"
    r"|\b(?:1[5-9]|20)[0-9]{2}(?:,?\s(?:and|or|to)\s|,\s|[-–]))$"
)
_ARTICLE_CUE = re.compile(r"\b(?:the|an?|his|her|its|their|our|my|around|as)\s$|['’]s\s$")
_ADJECTIVE_CUE = re.compile(r"\b(?:the|an?|his|her|its|their|our|my)\s[a-z]+\s$|['’]s\s[a-z]+\s$")
_YEARLY = re.compile(
    r"\s(?:(?:summer|winter)?\s?(?:olympic|paralympic)|world\scup|census|budget|season|coup|revolution|uprising|invasion"
    r"|(?:(?:general|presidential|parliamentary|federal|mid-?term)\s)?election|peace|championship|referendum)"
)


_HEADING = re.compile(r"\s*(?:\n|$)|:\s")
_PLURAL = re.compile(r"\s(?!(?:was|is|has|as|this|his|its|thus|across)\b)[a-z]+s\b")
_COUNTED = re.compile(
    r"\s(?:men|women|children|people|police|troops|fighters|soldiers|homes|houses|cases|votes|points|dollars|euros|km"
    r"|kilomet|miles|hours|hrs|gmt|utc|local|feet|tons|tonnes|refugees|civilians|or more)|-[a-z]|[.:][0-9]|,[0-9]{3}"
)
_FURTHEST = 30
_FURTHEST_UNKNOWN = 2100
_ROUND = 100
_LONGEST = 150


def _is_possible(sight: Sight, year: int) -> bool:
    furthest = sight.day.year + _FURTHEST if sight.known and not sight.narrated else _FURTHEST_UNKNOWN
    return year <= furthest and not sight.glued and not _COUNTED.match(sight.right)


def _is_year(sight: Sight, year: int) -> bool:
    left, right = sight.left, sight.right
    if not _is_possible(sight, year) or (year % _ROUND == 0 and _PLURAL.match(right) and not _YEARLY.match(right)):
        return False
    if left.endswith("("):
        return right.startswith(")")
    if (not left or left.endswith("\n")) and _HEADING.match(right):
        return True
    if _YEAR_CUE.search(left) or _YEARLY.match(right):
        return True
    beside = _ARTICLE_CUE.search(left) or (_ADJECTIVE_CUE.search(left) and not _PLURAL.match(right))
    return year % _ROUND != 0 and bool(beside)


def _year(sight: Sight) -> When | None:
    year = int(sight["year"])
    return When.year(year) if _is_year(sight, year) else None


def _year_in_words(sight: Sight) -> When:
    return When.year(year_of(sight.match))


def _years(sight: Sight) -> When | None:
    first, last = int(sight["year"]), int(sight["last"])
    if last < _ROUND:  # "2010-12" may be a month or a score: two digits count only as the year after
        last += first - first % _ROUND
        if last != first + 1:
            return None
    if not first < last <= first + _LONGEST or not _is_possible(sight, last):
        return None
    return When.between(date(first, 1, 1), date(last, 12, 31))


_THE_EARLY = re.compile(r"\bthe\s(?:early|mid|late)[-\s]$")


def _decade(sight: Sight) -> When | None:
    return None if sight.glued else decade(int(sight["decade"]))


def _short_decade(sight: Sight) -> When | None:
    if not sight["the"] and not _THE_EARLY.search(sight.left):
        return None
    start = sight.day.year // 100 * 100 + (DECADES.get(sight["decade"]) or int(sight["decade"]))
    return decade(start if start <= sight.day.year else start - 100)


_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def _century(sight: Sight) -> When | None:
    return century(_CENTURIES.get(sight["number"]) or int(sight["number"]))


_SEASON = rf"(?P<season>{one_of(SEASONS)})"
_THE_PART = "(?P<ordinal>first|second|third|fourth|last|latter|final)(?: |-)(?P<part>quarter|half)"
_PART_OF_YEAR = rf"(?:the )?{_THE_PART} of "
_ORDINAL_HEADS = {"the", "first", "second", "third", "fourth", "last", "latter", "final"}
_MONTH_HEADS = {*MONTHS, *SHORT_MONTHS}
_WHICH_HEADS = {"last", "this", "next", "coming"}

PERIOD_RULES: tuple[Rule, ...] = (
    rule(_dated_month, Base.NOTHING, _MONTH_HEADS, rf"{MONTH}\.?,?(?: of)? {ANY_YEAR}"),
    rule(_month, Base.YEARLESS, _MONTH_HEADS | _WHICH_HEADS, rf"(?:{WHICH} )?{MONTH}{THAT_YEAR}"),
    rule(_dated_season, Base.NOTHING, {"the", *SEASONS}, rf"(?:the )?{_SEASON}(?: of| in)? {ANY_YEAR}"),
    rule(_season, Base.PUBLICATION, _WHICH_HEADS, rf"{WHICH} {_SEASON}"),
    rule(
        _bare_season,
        Base.SCENE,
        {"the", "that", *SEASONS},
        r"(?P<the>the |that )?(?P<season>spring|summer|autumn|winter)",
    ),
    rule(_part_of_year, Base.NOTHING, _ORDINAL_HEADS, rf"{_PART_OF_YEAR}{YEAR}"),
    rule(_part_of_year, Base.PUBLICATION, _ORDINAL_HEADS, rf"{_PART_OF_YEAR}(?P<of>last|this|next) year"),
    rule(_part_of_year, Base.NOTHING, {"the", "#"}, rf"(?:the )?{YEAR}['’]?s? {_THE_PART}"),
    rule(_part_of_year, Base.PUBLICATION, {"last", "this", "next"}, rf"(?P<of>last|this|next) year['’]s {_THE_PART}"),
    rule(
        _quarter,
        Base.PUBLICATION,
        _ORDINAL_HEADS,
        r"(?:the )?(?:fiscal )?(?P<ordinal>first|second|third|fourth)(?:-| )quarter",
    ),
    rule(
        _which_quarter,
        Base.PUBLICATION,
        {"the", "this", "last", "next"},
        r"(?P<which>(?:the )?(?:latest|current|previous|coming|last|next)|this|the) quarter",
        end=r"(?!\w)(?!-| (?:of|final|century|mile|hour|to|past)\b)",
    ),
    rule(_years, Base.NOTHING, {"#"}, rf"{YEAR}[-–/](?P<last>(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}})"),
    rule(_decade, Base.NOTHING, {"the", "#"}, r"(?:the )?(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s"),
    rule(_short_decade, Base.PUBLICATION, {"the", "#", *DECADES}, rf"(?P<the>the )?(?P<decade>{one_of(DECADES)})"),
    rule(_short_decade, Base.PUBLICATION, {"the", "#"}, r"(?P<the>the )?['’‘]?(?P<decade>[2-9]0)['’]?s"),
    rule(
        _century,
        Base.NOTHING,
        {"the", "#", *_CENTURIES},
        rf"(?:the )?(?P<number>[0-9]{{1,2}}(?=[a-z])|{one_of(_CENTURIES)})(?:st|nd|rd|th)? century",
    ),
    rule(_year_in_words, Base.NOTHING, {"nineteen"}, ANY_YEAR),
    rule(_year, Base.NOTHING, {"#"}, YEAR),
)
