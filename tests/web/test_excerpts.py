"""Words in their sentences: what is marked is kept, and all else is the report's own text around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.excerpts import excerpt

KINDS = st.sampled_from(["content", "cue", "speaker"])


@st.composite
def paragraphs(draw):
    text = draw(st.text(alphabet=st.sampled_from("ab .!?”\n\u202eé"), min_size=1, max_size=1200))
    places = st.integers(0, len(text) - 1)
    marks = draw(st.lists(st.tuples(places, places, KINDS), min_size=1, max_size=4))
    return text, sorted((min(a, b), max(a, b) + 1, kind) for a, b, kind in marks)


@given(paragraphs())
def test_an_excerpt_is_a_stretch_of_the_paragraph_in_which_every_mark_stands(given):
    text, marks = given
    found = excerpt(text, marks)
    words = "".join(part for part, _ in found.parts)
    assert words in text
    start = text.find(words)
    while not all(start <= first and last <= start + len(words) for first, last, _ in marks):
        start = text.find(words, start + 1)
        assert start >= 0
    for kind in ("content", "cue", "speaker"):
        marked = sum(len(part) for part, kinds in found.parts if kind in kinds)
        assert marked == len({at for first, last, each in marks if each == kind for at in range(first, last)})


def test_a_paragraph_is_cut_to_the_sentences_that_hold_the_marks():
    text = "The fair opened. Ida Renn said that the mill was shut. Rain fell."
    start = text.index("the mill")
    found = excerpt(text, [(start, start + 17, "content"), (17, 25, "speaker"), (26, 30, "cue")])
    assert "".join(part for part, _ in found.parts) == "Ida Renn said that the mill was shut. "
    assert (found.cut_before, found.cut_after) == (True, True)
    assert [kinds for _, kinds in found.parts] == [("speaker",), (), ("cue",), (), ("content",), ()]


def test_of_a_line_without_an_end_only_as_much_is_shown_as_can_be_read():
    line = "word " * 4000
    whole = excerpt(line, [(0, len(line), "content")])
    some = excerpt(line, [(10_000, 10_009, "content")])
    assert sum(len(part) for part, _ in whole.parts) == 1600
    assert 300 < sum(len(part) for part, _ in some.parts) < 520
    assert some.cut_before
    assert some.cut_after


def test_a_line_of_which_nothing_is_marked_is_shown_from_its_beginning():
    assert excerpt("Rain fell.", []).parts == (("Rain fell.", ()),)
    assert excerpt("", []).parts == ()
