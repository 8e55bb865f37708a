from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.reports import reading, report
from work import growth

from onrecord.reading.reader import read

PIECES = [
    "said", "Ana Brod", "the mayor", "he", "that", "according to", "reportedly", "claimed", "told", "Reuters", "is believed to", "rumours of",
    '"', "“", "”", "'", "‘", "’", "«", ",", ".", ":", "—", "\n\n", "\n", "(", ")", "- ", "who", "and", "(@brod) May 1, 2024", "’s", "\x00", "😀", "\u202e", "مرحبا", "\xa0",
    "on Friday", "in a statement", "the dam had held", "the union's claim", "by", "saying", "BREAKING", "CORRECTION", "of them", "one",
]  # fmt: skip


def _check(text):
    found = read(report(text))
    assert found == read(report(text))
    ids = [statement.id for statement in found.statements]
    assert len(ids) == len(set(ids))
    spans = [
        *found.sentences,
        *(telling.sentence for telling in found.tellings),
        *(notice.span for notice in found.notices),
    ]
    for statement in found.statements:
        spans += [*statement.content, *filter(None, (statement.cue, statement.speaker, statement.said.words))]
        assert set(statement.chain) <= {name.key for name in found.names}
    for span in spans:
        assert span.of(text)
        assert span.end <= len(text)
    keys = [name.key for name in found.names]
    assert keys == sorted(set(keys))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text(text):
    _check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from([" ", ""]))
@settings(deadline=None, max_examples=300)
def test_any_jumble_of_news_words(parts, glue):
    _check(glue.join(parts))


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "“word ",
        "said ",
        "X, said ",
        "the man said that the war was over and ",
        "Ilan ",
        "A. ",
        "(",
        ", ",
        "according to ",
        "1,1",
        "مرحبا بالعالم ",
        "😀",
        "a",
        "Abc\n",
    ],
)
def test_work_grows_with_length(piece):
    def work(length):
        text = piece * (length // len(piece))
        return lambda: reading(text)

    assert growth(work, 2_500) <= 5
