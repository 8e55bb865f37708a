"""The encoder that ships: what holds for any weights."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.encoder.model import WIDTH, reception, stance, vectors
from onrecord.encoder.texts import Wording

WORDINGS = [
    Wording("The lower sluice was opened at night", "farmer Oda Brandt said", "", "Water in the streets"),
    Wording("Seven people were killed", "captain Ida Renn said"),
    Wording("no", "he said", "Did anybody open it?"),
    Wording(""),
    Wording("𐎀 ШЛЮЗ سد 🚢"),
    Wording("word " * 500),
]
TEXTS = [one.whole for one in WORDINGS]
NEAR_ONE = 2 / 127  # each number is rounded to a 127th


@pytest.mark.parametrize("one", WORDINGS)
def test_vectors_have_their_width_and_a_length_of_one(one):
    for cell in vectors(one):
        numbers = np.frombuffer(cell, np.int8) / 127
        assert numbers.shape == (WIDTH,)
        assert np.linalg.norm(numbers) == pytest.approx(1, abs=NEAR_ONE * 2)


@pytest.mark.parametrize(
    "call", [vectors, lambda one: stance(one.whole, TEXTS[0]), lambda one: reception(one.whole, TEXTS[1])]
)
def test_what_comes_out_does_not_depend_on_what_else_was_asked(call):
    before = [call(one) for one in WORDINGS]
    for cached in (vectors, stance, reception):
        cached.cache_clear()
    assert [call(one) for one in WORDINGS[::-1]][::-1] == before


def test_likelihoods_add_up_to_one_and_the_order_of_two_texts_does_not_tell():
    for one in TEXTS:
        for other in TEXTS[:3]:
            found = stance(one, other)
            assert sum(found) == pytest.approx(1, abs=0.002)
            assert min(found) >= 0
            assert stance(other, one) == found
            assert sum(reception(one, other)) == pytest.approx(1, abs=0.002)


def test_what_says_the_same_is_nearer_than_what_speaks_of_something_else():
    sluice, again, toll = (
        np.frombuffer(vectors(Wording(words))[0], np.int8).astype(int)
        for words in (
            "The lower sluice was opened at night",
            "Somebody opened the lower sluice during the night",
            "Seven people were killed by the flood",
        )
    )
    assert sluice @ again > sluice @ toll
