"""What the encoder is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pieces import MOST, pieces, vocabulary
from onrecord.encoder.texts import AROUND, CONTENT, OTHER, SIDE, Wording, alone, numbers, together

OPENS, CLOSES, UNKNOWN = (vocabulary()[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))


def names(text):
    """The pieces of a text as they are spelt."""
    spelt = {number: piece for piece, number in vocabulary().items()}
    return [spelt[number] for number in numbers(text, 99)]


def test_a_word_is_known_or_comes_in_pieces():
    assert names("The harbour") == names("THE Hárbour") == ["the", "harbour"]
    parts = names("unharbourly")
    assert len(parts) > 1
    assert "".join(part.removeprefix("##") for part in parts) == "unharbourly"
    assert [part.startswith("##") for part in parts] == [False, *[True] * (len(parts) - 1)]


def test_marks_are_words_of_their_own():
    assert names("dead, he said.") == ["dead", ",", "he", "said", "."]


def test_no_word_has_more_pieces_than_fit():
    assert 1 <= len(pieces("q" * 400)) <= MOST
    assert pieces("𐎀") == pieces("") == (UNKNOWN,)


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_cut_to_what_fits(content, told, before, title):
    ids, sides = alone(Wording(content, told, before, title))
    assert ids[0] == OPENS
    assert ids[-1] == CLOSES
    assert ids.count(CLOSES) == 2
    first = ids.index(CLOSES) + 1
    assert sides == [0] * first + [1] * (len(ids) - first)
    assert first <= CONTENT + 2
    assert len(ids) - first <= 3 * AROUND + 1
    ids, sides = together(content, told)
    assert len(ids) == len(sides) <= SIDE + OTHER + 3


def test_words_that_do_not_fit_are_left_out_from_the_end():
    long = "the quay is shut " * 60
    assert numbers(long, 7) == numbers(long, 99)[:7]
    assert alone(Wording(long)) == alone(Wording(long + "tonight"))
    assert (
        alone(Wording("the quay")) != alone(Wording("the quay", "he said")) != alone(Wording("the quay", "", "he said"))
    )


@pytest.mark.parametrize(
    ("given_", "whole"),
    [
        (Wording("The quay is shut"), "The quay is shut"),
        (Wording("The quay is shut", "Per Lund said"), "Per Lund said : The quay is shut"),
        (Wording("The quay is shut", ". "), "The quay is shut"),
        (Wording("It is", "Lund said", "Is the quay open?"), "Is the quay open? / Lund said : It is"),
        (Wording("It is", "", "word " * 20), "word " * 14 + "/ It is"),
        (Wording("The lower quay is shut again", "", "Is it open?"), "The lower quay is shut again"),
    ],
)
def test_a_brief_statement_is_told_with_what_stood_before(given_, whole):
    assert given_.whole == whole
