"""The runs of a text: where they stand, what they are sure to find, and what they leave out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.prints import RUN
from onrecord.reading.shingles import shingles
from onrecord.wording import words

VOCABULARY = [f"word{number}" for number in range(400)]
PRINT = 3291208158

texts = st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join)
runs = st.lists(st.sampled_from(VOCABULARY), min_size=RUN, max_size=RUN + 4).map(" ".join)


def prints(text, skip=()):
    return {shingle.print for shingle in shingles(text, skip)}


def test_prints_are_the_same_on_every_machine():
    (first,) = shingles("The ferry left port.")
    assert first.word == 0
    assert first.print == shingles("the FERRY «left» pórt")[0].print
    assert [shingle.print for shingle in shingles("one two three four")] == [PRINT]


@given(texts, texts, texts, texts, runs)
def test_a_shared_run_of_words_is_sure_to_be_found(before, after, front, back, run):
    assert prints(f"{before} {run} {after}") & prints(f"{front}, “{run}” {back}")


@given(st.text(max_size=300))
def test_places_are_runs_of_words_in_order(text):
    found = shingles(text)
    firsts = [shingle.word for shingle in found]
    assert firsts == sorted(set(firsts))
    assert all(0 <= first <= len(words(text)) - RUN for first in firsts)
    assert all(0 <= shingle.print < 2**32 for shingle in found)


@given(texts, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted).map(tuple), max_size=4))
def test_nothing_reaches_into_what_is_skipped(text, skip):
    known = words(text)
    found = [(known[shingle.word].start, known[shingle.word + RUN - 1].end) for shingle in shingles(text, skip)]
    assert not any(low < end and start < high for low, high in found for start, end in skip if start < end)


def test_a_skipped_header_leaves_the_same_prints_as_no_header():
    body = "the lock gates jammed at noon and the barge was left hanging over the weir"
    header = "By Ada Lorne, Harbour Desk. "
    assert prints(header + body, [(0, len(header))]) == prints(body)


def test_too_few_words_have_no_prints():
    assert shingles("") == shingles("only three words") == ()
    assert len(shingles("now four words here")) == 1


def test_runs_of_grammar_alone_have_no_prints():
    assert shingles("at the end of it all there was but one") == ()
