"""Two editions compared: what reads as the difference, with exact places on both sides."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.matching.differences import Edition, differences
from onrecord.record.edit import Edit
from onrecord.record.span import Span

OUT, IN, CHANGED, MOVED = Edit


def edition(report, text):
    sentences = [Span(report, m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.", text)]
    return Edition(report, text, sentences)


def edits(before, after):
    """(kind, earlier sentence, later sentence, [(earlier words, later words)]) of each edit."""
    of = lambda text, span: span.of(text) if span else ""  # noqa: E731 - short, and of use here alone
    return [
        (
            e.kind,
            of(before, e.before),
            of(after, e.after),
            [(of(before, w.before), of(after, w.after)) for w in e.words],
        )
        for e in differences(edition("a", before), edition("b", after))
    ]


SINKS = "The ferry sank on Monday.\n\nThe harbour master counted 14 dead.\n\nDivers went down at noon."


def test_a_changed_figure():
    changed = "The harbour master counted 19 dead."
    after = SINKS.replace("14", "19")
    assert edits(SINKS, after) == [(CHANGED, "The harbour master counted 14 dead.", changed, [("14", "19")])]


def test_a_paragraph_added():
    after = f"{SINKS}\n\nThe mayor called for calm."
    assert edits(SINKS, after) == [(IN, "", "The mayor called for calm.", [])]
    assert edits(after, SINKS) == [(OUT, "The mayor called for calm.", "", [])]


def test_words_put_in_and_taken_out_within_a_sentence():
    after = SINKS.replace("at noon", "at noon and at dusk").replace("harbour master", "master")
    assert edits(SINKS, after) == [
        (CHANGED, "The harbour master counted 14 dead.", "The master counted 14 dead.", [("harbour", "")]),
        (CHANGED, "Divers went down at noon.", "Divers went down at noon and at dusk.", [("", "and at dusk")]),
    ]


def test_a_sentence_rewritten_beyond_recognition_is_another():
    after = SINKS.replace("Divers went down at noon.", "Mayor Per Lund blames a cracked hull.")
    assert [kind for kind, *_ in edits(SINKS, after)] == [OUT, IN]


def test_a_sentence_that_stands_elsewhere_was_moved():
    after = "Divers went down at noon.\n\nThe ferry sank on Monday.\n\nThe harbour master counted 14 dead."
    assert edits(SINKS, after) == [(MOVED, "Divers went down at noon.", "Divers went down at noon.", [])]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('He said: "We wait." They left.', "He said: “We wait.”  They\nleft."),
        ("It's here.", "It’s here."),
        (SINKS, f"\r\n{SINKS}\n\n"),
    ],
)
def test_typography_and_white_space_are_no_difference(before, after):
    assert edits(before, after) == []


def test_small_words_between_two_changes_belong_to_them():
    before, after = "The chief of the guard fled to the fort.", "The chief of the union rowed to the fort."
    [(_, _, _, words)] = edits(before, after)
    assert words == [("guard fled", "union rowed")]
    [(_, _, _, words)] = edits("Six of nine boats were lost to the storm.", "Two of ten boats were lost to the storm.")
    assert words == [("Six of nine", "Two of ten")]


def test_what_stands_outside_the_sentences_is_compared_too():
    assert edits("Updated 10.40\n\nThe ferry sank.", "Updated 11.15\n\nThe ferry sank.")[0][0] is CHANGED


WORDS = st.sampled_from("The ferry sank mayor 14 19 dead. fled. “quay” said, \n\n é 😀 .".split(" "))
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_difference_turns_the_one_into_the_other(before, after):
    one, other = edition("a", before), edition("b", after)
    found = differences(one, other)
    kept = {"a": list(one.pieces), "b": list(other.pieces)}
    for edit in found:
        for side, span in (("a", edit.before), ("b", edit.after)):
            if span:
                kept[side].remove(span)  # every sentence is in one edit at most
                assert span.report == side
        assert (edit.kind is CHANGED) == bool(edit.words)
        for word in edit.words:
            assert word.before or word.after
            assert not word.before or edit.before.start <= word.before.start < word.before.end <= edit.before.end
            assert not word.after or edit.after.start <= word.after.start < word.after.end <= edit.after.end
    forms = [
        [form for piece, form in zip(side.pieces, side.forms, strict=True) if piece in kept[side.report]]
        for side in (one, other)
    ]
    assert forms[0] == forms[1]  # what no edit speaks of is the same in both


@settings(deadline=None)
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert edits(text, text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ferry sank again. " * 20_000, "The ferry sank again. " * 19_000),
        ("ferry " * 100_000 + ".", "boat " + "ferry " * 100_000 + "."),
        (
            " ".join(f"Boat {n} sank off Mull Point." for n in range(4_000)),
            " ".join(f"Boat {n} left it." for n in range(4_000)),
        ),
    ],
)
def test_long_editions_take_seconds_at_most(before, after):
    assert edits(before, after)
