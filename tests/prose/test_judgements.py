"""What people decided, in words: each decision with whose it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.prose.judgements import outcome, ruled
from onrecord.record.judgement import Judged, Ruling, State, judgement
from onrecord.record.span import Span

WHEN = datetime(2031, 6, 1, 9, tzinfo=UTC)
PLACE = [Span("0123456789abcdef", 3, 9)]


def made(ruling, who="Ida Renn", **of):
    return judgement(ruling, PLACE, who=who, why="so it says", when=WHEN, **of)


@pytest.mark.parametrize("ruling", Ruling)
def test_every_ruling_is_told_with_whose_it_is(ruling):
    told = ruled(made(ruling, names=["Arno Vale", "Vale"], part="speaker", value="2031-05-02"))
    assert told.startswith("Ida Renn ")
    assert "\n" not in told


@pytest.mark.parametrize(
    ("part", "value", "told"),
    [
        ("speaker", "Arno\n Vale", "Ida Renn corrected the speaker to “Arno Vale”"),
        ("speaker", "", "Ida Renn corrected the speaker to nobody"),
        ("channel", "", "Ida Renn corrected the channel to none"),
    ],
)
def test_a_correction_is_told_with_what_is_right(part, value, told):
    assert ruled(made(Ruling.CORRECT, part=part, value=value)) == told


def test_rulings_on_names_and_days_hold_them():
    assert ruled(made(Ruling.SAME_SOURCE, names=["Vale", "Arno Vale"])) == (
        "Ida Renn took “Vale” and “Arno Vale” for one source"
    )
    assert ruled(made(Ruling.NOT_SAME_SOURCE, names=["Vale", "Holm"])).endswith("“Vale” and “Holm” for two sources")
    assert ruled(made(Ruling.DATED, value="2031-05-02")) == "Ida Renn gave the report the day 2031-05-02"


def test_what_became_of_a_decision_names_who_stands_against_it():
    one, other, third = (made(Ruling.REJECT, who=who) for who in ("Ida Renn", "Oran Teck", "Una\tBerg"))
    decisions = {each.id: each for each in (one, other, third)}

    def told(state, against=(), note=""):
        return outcome(Judged(one, state, tuple(each.id for each in against), note), decisions)

    assert told(State.APPLIED) == "applied"
    assert told(State.CONTESTED, [other, third]) == "contested by Oran Teck and Una Berg"
    assert told(State.UNDONE, [other]) == "undone by Oran Teck"
    assert told(State.REVISED, [one]) == "revised by Ida Renn"
    assert told(State.WAITING, note="the record does not have the report") == (
        "waiting: the record does not have the report"
    )
    assert outcome(Judged(one, State.UNDONE, ("j-0",)), {}) == "undone"
