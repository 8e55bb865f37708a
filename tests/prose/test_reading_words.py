"""What faces say of positions that fell in part, of links, and of how a speaker knows."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.prose.between import because, stands, surely
from onrecord.prose.words import knowing, stood
from onrecord.record.matter import Link, Tie
from onrecord.record.report import Fate, Standing, Status
from onrecord.record.statement import Basis
from onrecord.record.when import UNKNOWN, When

DAY = When.on(date(2024, 5, 6))
WITHDRAWN = Fate(Status.WITHDRAWN, DAY, "Kelm Lantern", "r2", None)
CORRECTED = Fate(Status.CORRECTED, DAY, "Kelm Lantern", "r2", None)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Standing(2, (), (), UNKNOWN, ()), ""),
        (
            Standing(1, (("st-1", WITHDRAWN),), (), DAY, ("Kelm Lantern",)),
            "on withdrawn reports alone since 2024-05-06, says Kelm Lantern",
        ),
        (
            Standing(3, (("st-1", WITHDRAWN),), (), UNKNOWN, ("Kelm Lantern",)),
            "in part: 1 of 3 statements withdrawn, says Kelm Lantern",
        ),
        (
            Standing(3, (), (("st-1", CORRECTED), ("st-2", CORRECTED)), UNKNOWN, ()),
            "in part: 2 of 3 statements with a report that was corrected",
        ),
        (
            Standing(3, (("st-1", WITHDRAWN),), (("st-2", CORRECTED),), UNKNOWN, ()),
            "in part: 1 of 3 statements withdrawn; 1 of 3 statements with a report that was corrected",
        ),
    ],
)
def test_how_far_a_position_still_stands(found, words):
    assert stood(found) == words


def test_a_link_says_what_it_rests_on_and_how_sure_it_is():
    rule = Link(Tie.DISPUTES, "st-1", "st-2", "all against not all: control")
    likely = Link(Tie.DISPUTES, "st-1", "st-2", "the words of both", 0.834)
    own = Link(Tie.DISPUTES, "st-1", "st-2", "the report's own wording")
    assert because(rule) == "the two answers exclude each other, by the rule for this question (all against not all)"
    assert because(likely) == "the words of both seem to contradict each other: likely 83 %, by the encoder"
    assert because(own) == "the report's own wording"
    assert (surely(rule), surely(likely)) == ("by rule", "likely 83 %")


@pytest.mark.parametrize("kind", list(Tie))
def test_every_way_to_stand_has_words_from_both_sides(kind):
    assert stands(kind)
    assert stands(kind, first=False)


def test_how_a_speaker_knows_is_told_where_it_is():
    assert [knowing(basis) for basis in (Basis.SAYS, Basis.SAW, Basis.TOLD)] == [
        "",
        "said to have seen it",
        "said to have been told",
    ]
