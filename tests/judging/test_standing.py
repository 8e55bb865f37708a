"""What becomes of decisions: undone, revised, contested, waiting, whatever the order in which they are known."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging.deciding import decided, said, some, undo

from onrecord.judging.aims import Ground
from onrecord.judging.standing import standing
from onrecord.record.judgement import Ruling, State
from onrecord.record.span import Span
from onrecord.record.when import When

ONE, OTHER = said(0, 40), said(50, 90)
PLACE, ELSEWHERE, WHOLE = ONE.extent, OTHER.extent, Span("r1", 0, 200)
GROUND = Ground({"r1": When.written("2031-03-10")}, {"r1": (ONE, OTHER)}, {"ida renn", "oda brandt"}.__contains__)


def states(*made):
    """What became of decisions, in the order given."""
    found = {one.judgement.id: one for one in standing(made, GROUND.aim)}
    return [found[one.id].state.value for one in made]


def test_what_one_person_decides_applies():
    [judged] = standing([decided(Ruling.REJECT, PLACE)], GROUND.aim)
    assert (judged.state, judged.statements, judged.against) == (State.APPLIED, (ONE.id,), ())


def test_two_who_agree_both_count():
    one = decided(Ruling.CORRECT, PLACE, part="channel", value="tweet")
    other = decided(Ruling.CORRECT, PLACE, part="channel", value=" Tweet", who="Per Lund", at=1)
    assert states(one, other) == ["applied", "applied"]


def test_two_who_differ_are_contested_and_each_says_by_which():
    one, other = decided(Ruling.REJECT, PLACE), decided(Ruling.ACCEPT, PLACE, who="Per Lund", at=1)
    third = decided(Ruling.REJECT, PLACE, who="Oda Brandt", at=2)
    found = {judged.judgement.id: judged for judged in standing([one, other, third], GROUND.aim)}
    assert {judged.state for judged in found.values()} == {State.CONTESTED}
    assert found[other.id].against == tuple(sorted([one.id, third.id]))
    assert found[one.id].against == (other.id,)


def test_of_one_person_the_last_counts():
    first = decided(Ruling.CORRECT, PLACE, part="act", value="deny")
    last = decided(Ruling.CORRECT, PLACE, part="act", value="confirm", at=1)
    assert states(first, last) == ["revised", "applied"]
    other = decided(Ruling.CORRECT, PLACE, part="act", value="confirm", who="Per Lund", at=2)
    assert states(first, last, other) == ["revised", "applied", "applied"]


def test_who_comes_back_to_the_first_word_has_said_it_all_along():
    first, second = (decided(Ruling.DATED, WHOLE, value=day, at=at) for at, day in enumerate(["2031-03", "2031-04"]))
    third = decided(Ruling.DATED, WHOLE, value="2031-03", at=2)
    assert states(first, second, third) == ["applied", "revised", "applied"]


def test_parts_of_a_statement_are_things_of_their_own():
    one = decided(Ruling.CORRECT, PLACE, part="act", value="deny")
    other = decided(Ruling.CORRECT, PLACE, part="channel", value="tweet", who="Per Lund", at=1)
    assert states(one, other) == ["applied", "applied"]


def test_who_corrects_a_statement_differs_from_who_rejects_it():
    rejected = decided(Ruling.REJECT, PLACE)
    corrected = decided(Ruling.CORRECT, PLACE, part="act", value="deny", who="Per Lund", at=1)
    assert states(rejected, corrected) == ["contested", "contested"]
    own = decided(Ruling.CORRECT, PLACE, part="act", value="deny", at=2)
    assert states(rejected, own) == ["revised", "applied"]
    again = decided(Ruling.REJECT, PLACE, at=3)
    assert states(own, again) == ["revised", "applied"]


def test_a_correction_that_its_author_gave_up_contests_nothing():
    own = decided(Ruling.CORRECT, PLACE, part="act", value="deny")
    given_up = decided(Ruling.REJECT, PLACE, at=1)
    other = decided(Ruling.CORRECT, PLACE, part="act", value="confirm", who="Per Lund", at=2)
    assert states(own, given_up, other) == ["revised", "contested", "contested"]
    assert states(own, given_up, undo(given_up), other) == ["contested", "undone", "applied", "contested"]


def test_anybody_undoes_and_an_undo_can_be_undone():
    rejected = decided(Ruling.REJECT, PLACE)
    taken_back = undo(rejected, who="Per Lund")
    restored = undo(taken_back, at=101)
    assert states(rejected, taken_back) == ["undone", "applied"]
    assert states(rejected, taken_back, restored) == ["applied", "undone", "applied"]


def test_what_is_undone_contests_nothing():
    one, other = decided(Ruling.REJECT, PLACE), decided(Ruling.ACCEPT, PLACE, who="Per Lund", at=1)
    assert states(one, other, undo(other)) == ["applied", "undone", "applied"]


def test_names_differ_on_the_pair_whatever_its_order_and_spelling():
    one = decided(Ruling.SAME_SOURCE, names=("Ida Renn", "Oda Brandt"))
    other = decided(Ruling.NOT_SAME_SOURCE, names=("oda BRANDT", "Ida Rénn"), who="Per Lund", at=1)
    assert states(one, other) == ["contested", "contested"]


def test_matters_and_positions_are_two_questions():
    matter = decided(Ruling.SAME_MATTER, PLACE, ELSEWHERE)
    position = decided(Ruling.NOT_SAME_POSITION, ELSEWHERE, PLACE, who="Per Lund", at=1)
    against = decided(Ruling.NOT_SAME_MATTER, ELSEWHERE, PLACE, who="Per Lund", at=2)
    assert states(matter, position) == ["applied", "applied"]
    assert states(matter, position, against) == ["contested", "applied", "contested"]


def test_words_that_were_cut_otherwise_are_the_statement_that_has_most_of_them():
    wider = Span("r1", 5, 48)
    [judged] = standing([decided(Ruling.REJECT, wider)], GROUND.aim)
    assert judged.statements == (ONE.id,)
    between = Span("r1", 30, 60)
    assert states(decided(Ruling.REJECT, between)) == ["waiting"]


@pytest.mark.parametrize(
    ("judgement", "why"),
    [
        (decided(Ruling.REJECT, Span("r9", 0, 4)), "does not have the report"),
        (decided(Ruling.REJECT, Span("r1", 100, 140)), "no statement is read in these words"),
        (decided(Ruling.SAME_MATTER, PLACE, Span("r1", 100, 140)), "no statement is read in these words"),
        (decided(Ruling.SAME_MATTER, PLACE, PLACE), "two different statements"),
        (decided(Ruling.SAME_SOURCE, names=("Ida Renn", "Nele Torvik")), "no source is called “Nele Torvik”"),
        (decided(Ruling.SAME_SOURCE, names=("Ida Renn", "ida renn")), "two different names"),
        (decided(Ruling.CORRECT, PLACE, part="act", value="sing"), "'sing' is none of assert, deny"),
        (decided(Ruling.CORRECT, PLACE, part="mood", value="glad"), "'mood' is no part of a statement"),
        (decided(Ruling.CORRECT, PLACE, part="said", value="2031-03-11"), "published before that day"),
        (decided(Ruling.CORRECT, PLACE, part="said", value="soon"), "'soon' is no date"),
        (decided(Ruling.CORRECT, PLACE, part="speaker", value="—"), "needs a name"),
        (decided(Ruling.DATED, WHOLE, value="2031-13"), "'2031-13' is no date"),
        (decided(Ruling.UNDONE, value="j-0"), "does not have the judgement j-0"),
    ],
)
def test_what_has_nothing_to_apply_to_waits_and_says_why(judgement, why):
    [judged] = standing([judgement], GROUND.aim)
    assert judged.state is State.WAITING
    assert why in judged.note


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(seed, shuffle):
    random = Random(seed)
    places = [PLACE, ELSEWHERE, Span("r1", 3, 41), Span("r1", 120, 130), Span("r9", 0, 9)]
    wholes = [WHOLE, Span("r9", 0, 100)]
    made = some(random, places, wholes, ["Ida Renn", "Oda Brandt", "Arno Vale"], 40)
    before = standing(made, GROUND.aim)
    assert {judged.judgement.id for judged in before} == {one.id for one in made}
    mixed = [*made, *random.choices(made, k=len(made) // 3)]
    shuffle.shuffle(mixed)
    assert standing(mixed, GROUND.aim) == before
    for judged in before:
        contested = judged.state in {State.UNDONE, State.REVISED, State.CONTESTED}
        assert bool(judged.against) == contested
        assert bool(judged.note) == (judged.state is State.WAITING)


def test_a_long_row_of_undos_is_weighed():
    made = [decided(Ruling.REJECT, PLACE)]
    for at in range(3000):
        made.append(undo(made[-1], at=at + 1))
    assert states(*made)[:3] == ["applied", "undone", "applied"]
