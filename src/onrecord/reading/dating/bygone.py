"""Rules for years before the first: "480 BC", "April 480 B.C.", "the 470s BC"; the record's days cannot tell them."""

from __future__ import annotations

from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import Kind, Timex
from onrecord.reading.dating.words import MONTH, MONTHS, SEASONS, month_number, one_of

_LETTERS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def _before_christ(sight: Sight) -> Timex | None:
    year = sight["number"].zfill(4)
    if sight["decade"]:
        return Timex(Kind.DATE, f"BC{year[:3]}")
    part = f"-{month_number(sight['month']):02}" if sight["month"] else ""
    part = f"-{_LETTERS[sight['season']]}" if sight["season"] else part
    return Timex(Kind.DATE, f"BC{year}{part}")


def _century(sight: Sight) -> Timex | None:
    return Timex(Kind.DATE, f"BC{int(sight['number']) - 1:02}")


_ERA = r"(?:b\. ?c\.?(?:e\.)?|bce?)"
_RANGE = rf"(?=(?: ?[-–] ?| to )[0-9]{{1,4}} {_ERA})"

BYGONE_RULES: tuple[Rule, ...] = (
    rule(
        _before_christ,
        Base.NOTHING,
        {"#", "the", *MONTHS, *SEASONS},
        rf"(?:(?:the )?(?:{MONTH}|(?P<season>{one_of(SEASONS)}))(?: of)? )?(?:the )?(?P<number>[0-9]{{1,4}})"
        rf"(?:(?P<decade>s)? {_ERA}|{_RANGE})",
    ),
    rule(
        _century, Base.NOTHING, {"#", "the"}, rf"(?:the )?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)(?:-| )century {_ERA}"
    ),
)
