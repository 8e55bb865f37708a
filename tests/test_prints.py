"""Words as numbers: the same words as `wording` finds, and the prints of their runs."""

from __future__ import annotations

from struct import pack

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.prints import RUN, numbered, runs, spots
from onrecord.weights import common, heavy
from onrecord.wording import words

PLAIN = "one two three four"
NUMBERS = [11898804284786145370, 13583492800670928967, 17890939553674643198, 17470936979469392696]
TEXTS = st.lists(st.one_of(st.text(max_size=60), st.text("aÉe' ’ʼ_9-\n", max_size=60)), max_size=6)


@given(TEXTS)
def test_words_stand_where_wording_finds_them(texts):
    found = numbered(texts)
    for number, text in enumerate(texts):
        mine = slice(*found.bounds[number : number + 2])
        assert list(zip(found.starts[mine], found.ends[mine], strict=True)) == [
            (word.start, word.end) for word in words(text)
        ]
        assert [chr(initial) for initial in found.initials[mine]] == [text[word.start] for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Don’t", "dont"), ("ÉTÉ", "ete"), ("ΛΌΓΟΣ", "λογος"), ("Über", "uber"), ("oʼneill", "O'Neill")],
)
def test_equal_forms_have_equal_numbers(one, other):
    codes = numbered([one, other]).codes
    assert len(codes) == 2
    assert codes[0] == codes[1]


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=7), max_size=80, unique=True))
def test_other_forms_have_other_numbers(forms):
    codes = numbered([" ".join(forms)]).codes
    assert len(set(codes.tolist())) == len(forms)


@given(TEXTS)
def test_a_text_has_the_same_words_among_others_and_alone(texts):
    together = numbered(texts)
    alone = [numbered([text]) for text in texts]
    assert together.codes.tolist() == [code for one in alone for code in one.codes.tolist()]
    assert together.starts.tolist() == [start for one in alone for start in one.starts.tolist()]


def test_numbers_are_the_same_on_every_machine():
    assert numbered([PLAIN]).codes.tolist() == NUMBERS


def test_long_texts_are_numbered_like_short_ones():
    one = numbered(["la dredger lay " * 100_000])
    assert len(one.codes) == 300_000
    assert len(set(one.codes.tolist())) == 3


def test_weights():
    found = numbered(["The Harbour office reported that 3 old dredgers sank near Port Varn on Monday"])
    forms = [
        word.form for word in words("The Harbour office reported that 3 old dredgers sank near Port Varn on Monday")
    ]
    weighs, small = heavy(found), common(found)
    assert [form for form, is_heavy in zip(forms, weighs, strict=True) if is_heavy] == [
        "harbour", "office", "3", "dredgers", "sank", "near", "port", "varn",
    ]  # fmt: skip
    assert "harbour" not in [form for form, is_small in zip(forms, small, strict=True) if is_small]


@given(st.lists(st.lists(st.sampled_from(["mill", "gate", "the", "of"]), max_size=9), max_size=6))
def test_every_run_with_a_heavy_word_has_a_print_and_none_leaves_its_stretch(stretches):
    found = numbered([" ".join(stretch) for stretch in stretches])
    prints, places = runs(found.codes, heavy(found), found.bounds)
    expected = [
        tuple(stretch[first : first + RUN])
        for stretch in stretches
        for first in range(len(stretch) - RUN + 1)
        if {"mill", "gate"} & set(stretch[first : first + RUN])
    ]
    assert len(prints) == len(expected)
    assert len(set(prints.tolist())) == len(set(expected))
    assert np.all(np.diff(places) > 0)


@given(
    st.dictionaries(st.text("abc", min_size=1), st.lists(st.integers(0, 9))), st.sets(st.integers(0, 12), min_size=1)
)
def test_how_many_of_some_prints_each_report_has(printed, wanted):
    packed = {
        report: (pack(f"<{len(some)}I", *some), pack(f"<{len(some)}I", *some)) for report, some in printed.items()
    }
    found = {report: len(wanted.intersection(some)) for report, some in printed.items() if wanted.intersection(some)}
    assert spots(packed).held(wanted) == found
    assert spots(packed).holding(wanted) == set(found)
