"""The trained tagger: its words, windows and labels, and what it finds in a report of our own."""

from hashlib import sha256
from importlib.resources import files
from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pieces import MOST, pieces, vocabulary
from onrecord.reading.page import lay_out
from onrecord.reading.reader import READER
from onrecord.reading.tagger.affixes import BUCKETS, affixes
from onrecord.reading.tagger.decoding import Segment, best, segments
from onrecord.reading.tagger.digest import digest
from onrecord.reading.tagger.features import features, windows
from onrecord.reading.tagger.linking import CONTENT, CUE, SOURCE, link
from onrecord.reading.tagger.model import scores
from onrecord.reading.tagger.tagging import tag
from onrecord.reading.tagger.words import Opening, words
from onrecord.record.name import Kind

TEXT = (
    "At least 12 people were killed when the ferry sank off the town of Kerr, police said on Monday.\n\n"
    "“We will not leave,” said Ana Brod, a nurse at the clinic. The dockers denied that they had blocked the gates.\n"
)


def told(text):
    page = lay_out(text)
    return [
        (
            page.text[slice(*one.source)] if one.source else None,
            page.text[slice(*one.cue)],
            [page.text[slice(*place)] for place in one.contents],
        )
        for one in tag(page).attributions
    ]


def test_finds_who_said_what():
    found = told(TEXT)
    assert [(source, cue) for source, cue, _ in found] == [
        ("police", "said"),
        ("Ana Brod, a nurse at the clinic", "said"),
        ("The dockers", "denied"),
    ]
    assert found[0][2] == ["At least 12 people were killed when the ferry sank off the town of Kerr"]
    assert "We will not leave" in found[1][2][0]
    assert "had blocked the gates" in found[2][2][0]


def test_finds_names_and_their_kinds():
    page = lay_out(TEXT)
    found = {page.text[slice(*name.place)]: name.kind for name in tag(page).names}
    assert found["Kerr"] is Kind.PLACE
    assert found["Ana Brod"] is Kind.PERSON


@given(st.text(max_size=200))
def test_words_stand_in_the_text_in_order(text):
    page = lay_out(text)
    row = words(page)
    assert all(page.text[word.start : word.end] == word.text for word in row)
    assert all(one.end <= other.start for one, other in pairwise(row))


def test_words_know_quotations_and_openings():
    row = words(lay_out(TEXT))
    assert [word.text for word in row if word.opening is Opening.PARAGRAPH] == ["At", "“"]
    assert [word.text for word in row if word.opening is Opening.SENTENCE] == ["The"]
    assert [word.text for word in row if word.quoted][:3] == ["“", "We", "will"]


def test_a_word_without_end_is_cut():
    row = words(lay_out("x" * 100_000))
    assert max(len(word.text) for word in row) <= 40
    assert sum(len(word.text) for word in row) == 100_000


@given(st.text(min_size=1, max_size=60))
def test_every_word_has_pieces(text):
    found = pieces(text)
    assert 1 <= len(found) <= MOST
    assert set(found) <= set(vocabulary().values())
    assert all(1 <= bucket < BUCKETS for bucket in affixes(text))


def test_pieces_are_the_longest_known():
    names = {number: piece for piece, number in vocabulary().items()}
    assert [names[number] for number in pieces("Spokesmanship")] == ["spokesman", "##ship"]
    assert pieces("Évora") == pieces("evora")


@given(st.integers(1, 400), st.integers(1, 50))
def test_windows_hold_every_word_once_and_no_more_than_fit(total, most):
    row = words(lay_out("Rain fell. It fell again on the port.\n\nNobody came.\n\n" * (total // 10 + 1)))[:total]
    parts = list(windows(row, [1] * len(row), most))
    assert [n for first, last in parts for n in range(first, last)] == list(range(len(row)))
    assert all(last - first <= most for first, last in parts)


def test_windows_end_between_sentences_where_they_can():
    row = words(lay_out("Rain fell. It fell again. Nobody came."))
    assert list(windows(row, [1] * len(row), 5)) == [(0, 3), (3, 7), (7, 10)]


def legal(row):
    return all(label == 0 or label % 2 or (n and row[n - 1] in (label, label - 1)) for n, label in enumerate(row))


@given(st.lists(st.lists(st.integers(-50, 50), min_size=7, max_size=7), min_size=1, max_size=4))
def test_the_best_labels_are_the_best_of_all_legal_ones(rows):
    table = np.array(rows, np.float32)
    every = (row for row in product(range(7), repeat=len(rows)) if legal(row))
    highest = max(sum(table[n, label] for n, label in enumerate(row)) for row in every)
    found = best(table)
    assert legal(found)
    assert sum(table[n, label] for n, label in enumerate(found)) == highest


def test_labels_make_segments():
    assert segments([0, 1, 2, 1, 5, 6, 6, 0]) == [Segment(0, 1, 3), Segment(0, 3, 4), Segment(2, 4, 7)]
    assert best(np.zeros((0, 7), np.float32)) == []


def test_links_a_cue_with_its_source_and_contents():
    row = words(lay_out("The port is shut, Korr said. The union denied it."))
    parts = [Segment(CONTENT, 0, 4), Segment(SOURCE, 5, 6), Segment(CUE, 6, 7)]
    parts += [Segment(SOURCE, 8, 10), Segment(CUE, 10, 11), Segment(CONTENT, 11, 12)]
    found = link(row, parts)
    assert [(one.source, one.cue, one.contents) for one in found] == [
        (parts[1], parts[2], (parts[0],)),
        (parts[3], parts[4], (parts[5],)),
    ]


def test_scores_of_a_report_do_not_depend_on_what_was_read_before():
    row = words(lay_out(TEXT))
    alone = scores(row)
    scores(words(lay_out("Something else was said. " * 50)))
    again = scores(row)
    assert (alone.roles == again.roles).all()
    assert (alone.entities == again.entities).all()


def test_features_have_a_row_for_each_word():
    row = words(lay_out(TEXT))
    found = features(row)
    assert found.pieces.shape == (len(row), MOST)
    assert len(found.endings) == len(found.beginnings) == len(found.styles) == len(row)
    assert scores([]).roles.shape == (0, 7)


def test_the_weights_are_those_that_the_record_names():
    data = files("onrecord.reading.tagger").joinpath("weights", "tagger.onnx").read_bytes()
    assert sha256(data).hexdigest() == digest()
    assert digest()[:8] in READER
