"""The fingerprints of a text: where they stand, what they are sure to find, and how many they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.shingles import RUN, WINDOW, shingles
from onrecord.wording import words

SURE = RUN + WINDOW - 1
VOCABULARY = [f"word{number}" for number in range(400)]
PRINT = 1836196124012518098  # of "one two three four"

texts = st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join)
runs = st.lists(st.sampled_from(VOCABULARY), min_size=SURE, max_size=SURE + 4).map(" ".join)


def prints(text, skip=()):
    return {shingle.print for shingle in shingles(text, skip)}


def test_prints_are_the_same_on_every_machine():
    first, *_ = shingles("The ferry left port.")
    assert (first.start, first.end) == (0, 19)
    assert first.print == shingles("the FERRY «left» pórt")[0].print
    assert [shingle.print for shingle in shingles("one two three four")] == [PRINT]


@given(texts, texts, texts, texts, runs)
def test_a_shared_run_of_seven_words_is_sure_to_be_found(before, after, front, back, run):
    assert prints(f"{before} {run} {after}") & prints(f"{front}, “{run}” {back}")


@given(st.text(max_size=300))
def test_places_are_runs_of_words_in_order(text):
    found = shingles(text)
    assert list(found) == sorted(found, key=lambda shingle: shingle.start)
    assert all(len(words(text[shingle.start : shingle.end])) == RUN for shingle in found)
    assert all(-(2**63) <= shingle.print < 2**63 for shingle in found)


@given(texts, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted).map(tuple), max_size=4))
def test_nothing_reaches_into_what_is_skipped(text, skip):
    found = shingles(text, skip)
    assert not any(s.start < end and start < s.end for s in found for start, end in skip if start < end)


def test_a_skipped_header_leaves_the_same_prints_as_no_header():
    body = "the lock gates jammed at noon and the barge was left hanging over the weir"
    header = "By Ada Lorne, Harbour Desk. "
    assert prints(header + body, [(0, len(header))]) == prints(body)


def test_too_few_words_have_no_prints():
    assert shingles("") == shingles("only three words") == ()
    assert len(shingles("now four words here")) == 1


def test_at_most_two_hundred_in_five_hundred_words():
    text = " ".join(f"term{(number * number) % 9973}" for number in range(500))
    assert 100 <= len(shingles(text)) <= 215
