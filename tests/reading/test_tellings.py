"""The dated happenings of one report. Every place and person is made up; reports are of Wednesday, 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest
from reading.reports import reading

from onrecord.record.reading import Telling, TellingKind
from onrecord.record.when import UNKNOWN, When

WEDNESDAY = When.on(date(2024, 5, 15))
HAPPENING, SPEECH, QUOTED = TellingKind


def told(text: str, published: When = WEDNESDAY) -> list[tuple[str, str]]:
    """The date and the kind of each telling."""
    return [(str(telling.when), telling.kind.value) for telling in reading(text, published).tellings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on Monday.", [("2024-05-13", HAPPENING)]),
        ("Ana Brod said on Monday that the dam had broken.", [("2024-05-13", SPEECH)]),
        ("Ana Brod said on Tuesday that the dam broke on Monday.", [("2024-05-14", SPEECH), ("2024-05-13", HAPPENING)]),
        ("“It went last night,” Ana Brod said on Monday.", [("2024-05-13", SPEECH), ("2024-05-12", QUOTED)]),
        ("“It went on 3 May 2019,” Ana Brod said.", [("2019-05-03", QUOTED)]),
        ("“It went last night,” Ana Brod said.", []),
    ],
)
def test_what_a_date_is_the_date_of(text, expected):
    assert told(text) == expected


def test_days_of_a_post_and_in_a_post():
    text = "Ana Brod has a picture of the weir.\n\nThe weir yesterday (photo 23.2.2019). — Ana Brod (@anabrod) May 13, 2024"
    assert told(text) == [("2024-05-13", SPEECH), ("2024-05-12", QUOTED), ("2019-02-23", QUOTED)]


def test_weekdays_of_an_undated_report_wait_to_be_placed():
    text = "The dam broke on Monday, Ana Brod said on Tuesday. It was built in 1902. The town slept yesterday."
    found = reading(text, UNKNOWN).tellings
    assert [(str(one.when), one.kind, one.when.words.of(text)) for one in found] == [
        ("unknown", HAPPENING, "Monday"),
        ("unknown", SPEECH, "Tuesday"),
        ("1902", HAPPENING, "1902"),
    ]


def test_an_old_date_within_quoted_words_is_background_alone():
    text = "“Kelm has been in our hands since the flood of 3 May 2019,” Ana Brod said on Monday."
    found: tuple[Telling, ...] = reading(text, WEDNESDAY).tellings
    assert [(telling.kind, telling.background) for telling in found] == [(SPEECH, False), (QUOTED, True)]
