"""Weekdays of undated reports placed by dated ones. 10 May 2024 is a Friday; every place and person is made up."""

from __future__ import annotations

import pytest
from matching.telling import told

from onrecord.matching.placing import placed

DATED = told("a", "The Orsa Guard confirmed that a missile hit the camp of Jan Pellow on Friday.", "Friday", 10, 11)


def loose(text, words, kind="happening", report="u"):
    return told(report, text, words, None, kind=kind)


HIT = loose("Jan Pellow was in the camp when a missile of the Orsa Guard hit it on Friday.", "Friday")
SAID = loose("He is alive, a nurse said on Tuesday.", "Tuesday", "speech")
BEFORE = loose("On Saturday the Orsa Guard left the town of Harl.", "Saturday")


def days(*tellings):
    """The day of each telling of an undated report, by its words."""
    found = placed([DATED], tellings)
    return {one.telling.when.words.of(one.text): str(one.when) for one in found if one.placed}


def test_what_both_tell_places_the_rest_of_the_report():
    assert days(HIT, SAID, BEFORE) == {"Friday": "2024-05-10", "Tuesday": "2024-05-14", "Saturday": "2024-05-11"}
    assert days(HIT, BEFORE) == {"Friday": "2024-05-10", "Saturday": "2024-05-04"}


@pytest.mark.parametrize(
    "tellings",
    [
        [SAID, BEFORE],  # nothing that a dated report tells
        [loose("A missile of the Orsa Guard hit the camp on Monday.", "Monday")],  # another weekday
        [loose("Jan Pellow opened the Orsa fair on Friday.", "Friday")],  # another kind of happening
        [loose("A missile hit a camp of the Harl militia on Friday.", "Friday")],  # others
    ],
)
def test_without_a_happening_in_common_nothing_is_placed(tellings):
    assert days(*tellings) == {}


def test_two_weeks_that_do_as_well_place_nothing():
    week_before = told("b", DATED.text, "Friday", 3, 4)
    assert placed([DATED, week_before], [HIT]) == [DATED, week_before]


def test_background_of_a_placed_report_is_told():
    old = told("u", "Jan Pellow was born in Harl on Friday.", "Friday", 3)
    (found,) = [one for one in placed([DATED, old], [HIT]) if one.telling.when == old.telling.when]
    assert str(found.published) == "2024-05-10/.."
    assert not found.telling.background
