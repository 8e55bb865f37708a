"""A text cut into lines and pieces is still the text, however its marks overlap."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.span import Span
from onrecord.web.marking import PARTS, Mark, around, line_at, lines, marked

TEXTS = st.text(st.sampled_from("ab é\n\r\t 漢\u05e2\u200f\u202e\u200b<&") | st.characters(), max_size=120)


@st.composite
def marked_texts(draw):
    text = draw(TEXTS.filter(bool))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda ends: ends[0] < ends[1])
    spans = draw(
        st.lists(st.tuples(st.sampled_from(["st-a", "st-b", "st-c"]), st.sampled_from(PARTS), places), max_size=9)
    )
    return text, [Mark(one, part, Span("re", *ends), ends[1] - ends[0]) for one, part, ends in spans]


@settings(deadline=None)
@given(TEXTS)
def test_lines_are_the_text(text):
    cut = lines(text)
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(start < end for start, end in cut)
    assert not [start for start, end in cut[1:] if not text[start:end].split("\n")[0].strip()]


@settings(deadline=None)
@given(TEXTS.filter(bool), st.data())
def test_each_place_lies_in_its_line(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    start = line_at(text, at)
    assert [one for one in lines(text) if one[0] <= at < one[1]] == [one for one in lines(text) if one[0] == start]


@settings(deadline=None)
@given(marked_texts())
def test_pieces_are_the_text_and_each_mark_is_its_pieces(drawn):
    text, marks = drawn
    pieces = [piece for line in marked(text, marks) for piece in line.pieces]
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    for mark in marks:
        assert "".join(piece.text for piece in pieces if mark in piece.marks) == mark.span.of(text)


@settings(deadline=None)
@given(marked_texts())
def test_each_statement_opens_once_where_its_first_words_are(drawn):
    text, marks = drawn
    pieces = [piece for line in marked(text, marks) for piece in line.pieces]
    said = {mark.statement for mark in marks if mark.part == "content"}
    opened = [(statement, piece.start) for piece in pieces for statement in piece.opens]
    assert sorted(statement for statement, _ in opened) == sorted(said)
    for statement, start in opened:
        assert start == min(m.span.start for m in marks if m.statement == statement and m.part == "content")


def test_the_innermost_statement_comes_first():
    text = "The ferry office said the pilot had said “low water”."
    outer, inner = (22, 52), (42, 51)
    whole = [Mark("st-outer", "content", Span("re", *outer), 30), Mark("st-inner", "content", Span("re", *inner), 9)]
    [low] = [piece for line in marked(text, whole) for piece in line.pieces if piece.text == "low water"]
    assert low.statements == ("st-inner", "st-outer")
    assert low.opens == ("st-inner",)


def test_lines_around_a_place():
    text = "one\n\ntwo\nthree\nfour\n"
    found = marked(text, [])
    assert [line.anchor for line in found] == ["at-0", "at-5", "at-9", "at-15"]
    assert [line.start for line in around(found, Span("re", 5, 8), 1)] == [0, 5, 9]
    assert [line.start for line in around(found, Span("re", 6, 12), 0)] == [5, 9]
    assert around(found, Span("re", 90, 91), 2) == []
