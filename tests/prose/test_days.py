from __future__ import annotations

from datetime import date

import pytest

from onrecord.prose.days import in_words, on, since, when
from onrecord.record.when import UNKNOWN, Precision, When

MAY = date(2031, 5, 6)
DATES = {
    "day": (When.on(MAY), "6 May 2031", "on 6 May 2031", "since 6 May 2031"),
    "month": (When.month(2031, 5), "May 2031", "in May 2031", "since May 2031"),
    "year": (When.year(2031), "2031", "in 2031", "since 2031"),
    "decade": (
        When(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        "the 1990s",
        "in the 1990s",
        "since the 1990s",
    ),
    "open start": (
        When.between(None, MAY),
        "6 May 2031 or earlier",
        "by 6 May 2031",
        "since 6 May 2031 at the latest",
    ),
    "open end": (
        When.between(MAY, None),
        "6 May 2031 or later",
        "on 6 May 2031 or later",
        "since 6 May 2031 at the earliest",
    ),
    "within a month": (
        When.between(MAY, date(2031, 5, 9)),
        "6 to 9 May 2031",
        "between 6 and 9 May 2031",
        "since 9 May 2031 at the latest",
    ),
    "within a year": (
        When.between(MAY, date(2031, 6, 1)),
        "6 May to 1 June 2031",
        "between 6 May and 1 June 2031",
        "since 1 June 2031 at the latest",
    ),
    "over new year": (
        When.between(date(2030, 12, 31), date(2031, 1, 2)),
        "31 December 2030 to 2 January 2031",
        "between 31 December 2030 and 2 January 2031",
        "since 2 January 2031 at the latest",
    ),
    "one day as an interval": (
        When.between(MAY, MAY),
        "6 May 2031",
        "on 6 May 2031",
        "since 6 May 2031 at the latest",
    ),
    "unknown": (UNKNOWN, "undated", "", ""),
}


@pytest.mark.parametrize("name", DATES)
def test_each_precision_reads_as_people_write_it(name):
    some, *expected = DATES[name]
    assert [when(some), on(some), since(some)] == expected


def test_a_year_that_goes_without_saying_is_left_out_and_no_other():
    assert in_words(MAY, 2031) == "6 May"
    assert in_words(MAY, 2030) == "6 May 2031"
    assert on(When.month(2031, 5), 2031) == "in May"
    assert on(When.year(2031), 2031) == "in 2031"
    assert when(When.between(date(2030, 12, 31), date(2031, 1, 2)), 2031) == "31 December 2030 to 2 January"
