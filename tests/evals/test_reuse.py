"""The measure of reuse on pairs of articles, on bodies of our own."""

from __future__ import annotations

import csv

import pytest
from evals.figures import value_of
from evals.reuse import HELD_OUT, PAIRS, Pair, Shared, best, bodies, judged, minhash, pairs

QUOTE = "the lock gates were sound when we handed the keys to the canal board"
TEXTS = {
    1: f'Ines Dorval would not have it. "It is plain: {QUOTE}," she said on the quay.',
    2: f"The engineer wrote to the Courier that {QUOTE}. Nobody has answered her letter.",
    3: "The canal board met on Friday and talked about the gates for an hour, behind closed doors.",
}
LABELLED = [Pair(1, 2, reused=True), Pair(1, 3, reused=False), Pair(2, 3, reused=False)]


def test_the_labelled_pairs():
    known, held = pairs(), pairs(HELD_OUT)
    assert (len(known), len(held)) == (300, 60)
    assert not {frozenset(pair[:2]) for pair in known} & {frozenset(pair[:2]) for pair in held}
    assert PAIRS.read_text("utf-8").startswith("# Which pairs")


def test_bodies_are_read_from_both_files(tmp_path):
    for name, body in (("train_bodies.csv", 1), ("competition_test_bodies.csv", 2)):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("Body ID", "articleBody"), (body, TEXTS[body])])
    assert bodies(tmp_path, [2, 1]) == {1: TEXTS[1], 2: TEXTS[2]}


def test_two_bodies_share_a_quotation_and_two_with_one_text_share_it_all():
    shared = Shared({**TEXTS, 4: TEXTS[3]})
    assert [bool(shared(pair)) for pair in LABELLED] == [True, False, False]
    assert shared(Pair(3, 4, reused=True))


def test_figures_of_pairs():
    figures = judged([True, True, False], LABELLED)
    assert (value_of(figures["precision"]), value_of(figures["recall"])) == (0.5, 1.0)


def test_the_best_threshold_is_found():
    edge, figures = best([0.3, 0.2, 0.1], LABELLED)
    assert (edge, value_of(figures["f1"])) == (0.3, 1.0)


def test_minhash_is_highest_for_what_is_most_alike():
    pytest.importorskip("datasketch")
    first, *others = minhash(TEXTS, LABELLED, 3)
    assert first > max(others)
