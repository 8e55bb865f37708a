"""Statements brought to topics, and to the answers within each, by meanings made by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching.saying import OTHER, THIRD, Shelf, brought, leaning, said, vector

from onrecord.encoder.model import Stance
from onrecord.matching.topics import AGAINST, ALIKE, CLOSE, NEAR
from onrecord.record.topic import Opposed

LITTLE = 0.03  # vectors are kept in steps of a 127th


def contrary(_one, _other):
    return Stance(0.05, AGAINST, 0.95 - AGAINST)


def nearly_contrary(_one, _other):
    return Stance(0.05, AGAINST - 0.001, 0.951 - AGAINST)


@pytest.mark.parametrize(("likeness", "joins"), [(NEAR + LITTLE, True), (NEAR - LITTLE, False)])
def test_a_statement_goes_to_a_topic_that_is_near_enough_or_opens_one(likeness, joins):
    found, _ = brought(said(1), said(2, leaning(likeness), OTHER))
    assert found == [(1, 1), (1 if joins else 2, 2)]


def test_a_topic_is_as_near_as_its_statements_are_on_the_mean():
    wide = [said(1), said(2, vector(0.8, 0.6, 0)), said(3, vector(0.8, 0.6, 0))]
    (*_, (near, _)), _ = brought(said(1), said(4, vector(0.75, -0.66, 0)))
    (*_, (far, _)), _ = brought(*wide, said(4, vector(0.75, -0.66, 0)))
    assert (near, far) == (1, 4)


def test_of_two_topics_that_are_equally_near_the_first_counts():
    found, _ = brought(said(7), said(2, OTHER), said(3, vector(1, 1, 0)))
    assert [topic for topic, _ in found] == [7, 2, 7]
    found, _ = brought(said(2, OTHER), said(7), said(3, vector(1, 1, 0)))
    assert [topic for topic, _ in found] == [2, 7, 2]


@pytest.mark.parametrize(("likeness", "same"), [(ALIKE + LITTLE, True), (ALIKE - LITTLE, False)])
def test_what_is_much_alike_is_one_answer(likeness, same):
    found, _ = brought(said(1, by="ann"), said(2, says=leaning(likeness), by="bo"))
    assert found == [(1, 1), (1, 1 if same else 2)]


def test_the_likest_answer_counts_and_it_is_compared_by_its_first_statement():
    first, middle, last = said(1), said(2, says=leaning(ALIKE + LITTLE)), said(3, says=vector(0.1, 1, 0))
    assert brought(first, middle, last)[0] == [(1, 1), (1, 1), (1, 3)]
    assert brought(first, last, said(4, says=vector(0.6, 0.8, 0)))[0][-1] == (1, 3)


def test_a_source_gives_the_answer_that_it_gave_before():
    rows = said(1, by="ann"), said(2, says=OTHER, by="ann"), said(3, says=THIRD, by="bo")
    assert brought(*rows)[0] == [(1, 1), (1, 1), (1, 3)]


def test_nobody_in_particular_is_not_the_same_source_twice():
    assert brought(said(1), said(2, says=OTHER))[0] == [(1, 1), (1, 2)]


def test_who_negates_gives_another_answer_however_alike_the_words():
    assert brought(said(1, by="ann"), said(2, by="ann", negates=True))[0] == [(1, 1), (1, 2)]
    assert brought(said(1, negates=True), said(2, negates=True))[0] == [(1, 1), (1, 1)]


def test_a_figure_in_common_is_one_answer_and_figures_that_differ_are_two():
    assert brought(said(1, words="14 dead"), said(2, says=OTHER, words="all 14 died"))[0] == [(1, 1), (1, 1)]
    assert brought(said(1, words="14 dead", by="ann"), said(2, words="19 dead", by="ann"))[0] == [(1, 1), (1, 2)]
    assert brought(said(1, words="1,400 votes"), said(2, words="1,400 of 9,000"))[0] == [(1, 1), (1, 1)]
    assert brought(said(1, words="many dead"), said(2, words="19 dead"))[0] == [(1, 1), (1, 1)]


@pytest.mark.parametrize("rows", [
    (said(1, by="ann"), said(2, by="bo", negates=True)),
    (said(1, words="14 dead", by="ann"), said(2, words="19 dead", by="bo")),
])  # fmt: skip
def test_answers_are_at_odds_where_one_negates_or_figures_differ_and_the_words_are_contrary(rows):
    assert brought(*rows, compare=contrary)[1] == [Opposed(1, 2, AGAINST)]
    assert brought(*rows, compare=nearly_contrary)[1] == []


def test_answers_that_need_not_be_contrary_are_not_compared():
    def never(one, other):
        raise AssertionError((one, other))

    far = leaning(CLOSE - LITTLE)
    brought(said(1), said(2, says=OTHER), compare=never)  # nothing negates, no figures
    brought(said(1), said(2, far, negates=True), compare=never)  # not about the same enough
    brought(said(1, by="ann"), said(2, by="ann", negates=True), compare=never)  # one source
    brought(said(1, words="14 dead"), said(2, words="14 are dead"), compare=never)  # one answer


def test_no_more_than_the_likest_answers_are_compared():
    asked = []

    def noting(one, other):
        asked.append((one, other))
        return Stance(0, 1, 0)

    given = [said(n, says=vector(1, n % 3, n % 2), words=f"{n} dead", by=f"person {n}") for n in range(1, 7)]
    _, odds = brought(*given, said(9, words="no", negates=True), compare=noting)
    asked = [pair for pair in asked if "no" in pair]
    assert {other for _, other in asked} == {"no"}
    assert len(asked) == 3
    assert sum(other == 9 for _, other, _ in odds) == 3


def vectors():
    return st.builds(vector, *[st.sampled_from([-0.3, 0.1, 0.6, 1.0])] * 4)


SAID = st.lists(
    st.builds(
        lambda about, says, words, by, negates: (about, says, words, by, negates),
        vectors(),
        vectors(),
        st.sampled_from(["so", "14 dead", "19 dead", "14 of 19"]),
        st.sampled_from(["", "ann", "bo"]),
        st.booleans(),
    ),
    max_size=14,
).map(lambda rows: [said(70 - at, *row[:4], negates=row[4]) for at, row in enumerate(rows)])


def by_words(one, other):
    """As contrary as the words of two say, which is the same for the same words."""
    return Stance(0, (len(one) * len(other)) % 10 / 10, 0)


@given(SAID, st.data())
def test_it_does_not_matter_how_many_come_at_a_time(rows, data):
    """Taken up again and again, topics go on as if nothing had come between."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    once, shelf = Shelf(), Shelf()
    once.bring(rows, by_words)
    for start, end in pairwise([0, *cuts, len(rows)]):
        shelf.bring(rows[start:end], by_words)
    assert shelf.told == once.told
    assert shelf.opposed == once.opposed


@given(SAID, st.integers(0, 14))
def test_what_comes_later_moves_nothing(rows, count):
    whole, odds = brought(*rows, compare=by_words)
    first, sooner = brought(*rows[:count], compare=by_words)
    assert whole[:count] == first
    assert odds[: len(sooner)] == sooner


@given(SAID)
def test_what_was_added_up_is_what_the_statements_are_about(rows):
    shelf = Shelf()
    shelf.bring(rows)
    for topic, one in shelf.gathered.items():
        assert one.statements == len(shelf.told[topic])
    assert shelf.gathered.keys() == shelf.told.keys()
