from __future__ import annotations

import pytest

from onrecord.intake.dates import in_name, whole


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("2021-09-06", ["2021-09-06"]),
        (" 2021-09-06T10:00:00Z ", ["2021-09-06"]),
        ("2021-09-06T23:30:00.123456-05:00", ["2021-09-06"]),
        ("2021-09-06 10:00:00+0000", ["2021-09-06"]),
        ("20210906", ["2021-09-06"]),
        ("20210906T140500Z", ["2021-09-06"]),
        ("6 September 2021", ["2021-09-06"]),
        ("Mon, 06 Sep 2021 14:05:00 GMT", ["2021-09-06"]),
        ("September 6th, 2021, 2:05 p.m. EDT", ["2021-09-06"]),
        ("2021-09", ["2021-09"]),
        ("September 2021", ["2021-09"]),
        ("2021", ["2021"]),
        ("05/09/2014", ["2014-09-05", "2014-05-09"]),
        ("Tuesday 06/05/2014", ["2014-05-06"]),
        ("2021-13", []),
        ("2021-02-30", []),
        ("20210230", []),
        ("ſept 6, 2021", ["2021-09-06"]),
        ("frı 06/05/2014", ["2014-05-06", "2014-06-05"]),
        ("yesterday", []),
        ("2021-09-06 and later", []),
        ("", []),
    ],
)
def test_a_date_has_its_meanings(text, meanings):
    assert [str(when) for when in whole(text)] == meanings


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-09-06_x.txt", "2021-09-06"),
        ("report-20210906.txt", "2021-09-06"),
        ("2021_09_06.md", "2021-09-06"),
        ("https://quay.example/2021/09/06/guard", "2021-09-06"),
        ("https://quay.example/world/2021/sep/06/guard", "2021-09-06"),
        ("000_7ac37b6017a88052.txt", "unknown"),
        ("a20210906b.txt", "unknown"),
        ("2021-13-06_2021-09-06.txt", "2021-09-06"),
        ("2021-0906.txt", "unknown"),
        ("notes.txt", "unknown"),
    ],
)
def test_a_name_may_hold_a_day(name, day):
    assert str(in_name(name)) == day
