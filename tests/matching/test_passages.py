"""Passages that stand in several places: what must be found, what must not, and what holds for any texts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.matching.passages import reuses, shared
from onrecord.prints import spots
from onrecord.reading.shingles import shingles
from onrecord.record.reuse import Likeness
from onrecord.wording import words

VERBATIM, NEAR, BOILERPLATE = Likeness


def collected(texts, outlets=None, order=None):
    return reuses(order or sorted(texts), texts.__getitem__, spots(packed_prints(texts)), outlets)


def packed_prints(texts):
    """As a record keeps them."""
    found = {report: shingles(text) for report, text in texts.items()}
    return {
        report: tuple(np.array([getattr(one, field) for one in some], "<u4").tobytes() for field in ("print", "word"))
        for report, some in found.items()
    }


def shown(a, b):
    """What the passages of two texts are, as (first place, second place, kind, words)."""
    texts = {"a": a, "b": b}
    found = [r for r in collected(texts) if r.a.report != r.b.report]
    return [(r.a.of(texts[r.a.report]), r.b.of(texts[r.b.report]), r.kind, r.words) for r in found]


QUOTE = "The lock gates were sound when we handed the keys to the canal board"


def test_a_quotation_word_for_word():
    a = f'"{QUOTE}," Ines Dorval said.'
    b = f"Asked by the Courier, the engineer replied: “{QUOTE}.” She left."
    assert shown(a, b) == [(QUOTE, QUOTE, VERBATIM, 14)]


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        pytest.param(
            "Fog held the ferries while divers also searched the flooded lower gallery of the mine.",
            "Rain fell. Fog held the ferries while divers searched the flooded lower gallery of the mine.",
            "Fog held the ferries while divers also searched the flooded lower gallery of the mine",
            "Fog held the ferries while divers searched the flooded lower gallery of the mine",
            id="one word dropped",
        ),
        pytest.param(
            "The union says the furnace crew has refused the new rota and the kiln is cold.",
            "On Friday the union says the furnace crew had refused the new rota and the kiln is cold.",
            "The union says the furnace crew has refused the new rota and the kiln is cold",
            "the union says the furnace crew had refused the new rota and the kiln is cold",
            id="a verb's tense changed",
        ),
        pytest.param(
            "Sixty per cent of the vineyards along the upper valley, which the hail struck twice in May, are lost for this year.",
            "Sixty per cent of the vineyards along the upper valley are lost for this year.",
            "Sixty per cent of the vineyards along the upper valley, which the hail struck twice in May, are lost for this year",
            "Sixty per cent of the vineyards along the upper valley are lost for this year",
            id="a clause dropped",
        ),
        pytest.param(
            '"We will keep our boats at every crossing on the lake until the levy is lifted," the guild wrote. #Levy',
            "The guild wrote that they would keep their boats at every crossing on the lake until the levy is lifted.",
            "boats at every crossing on the lake until the levy is lifted",
            "boats at every crossing on the lake until the levy is lifted",
            id="a post turned into indirect speech",
        ),
        pytest.param(
            "Le pont de la rivière noire restera fermé jusqu’au printemps, selon la préfecture.",
            "Selon nos sources, le pont de la riviere noire restera fermé jusqu'au printemps prochain.",
            "Le pont de la rivière noire restera fermé jusqu’au printemps",
            "le pont de la riviere noire restera fermé jusqu'au printemps",
            id="accents and apostrophes do not count",
        ),
    ],
)
def test_nearly_word_for_word(a, b, first, second):
    found = shown(a, b)
    assert [(one, other) for one, other, *_ in found] == [(first, second)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The coach said in a statement on Monday that nobody was hurt.",
            "The board said in a statement on Monday that sales rose.",
        ),
        ("She declined to comment on the record.", "He declined to comment on the matter."),
        (
            "According to a spokesman for the ministry, it rained.",
            "According to a spokesman for the club, he will play.",
        ),
        (
            "He told reporters at a news conference on Friday that the deal was dead.",
            "She told reporters at a news conference on Friday that she had won.",
        ),
        (
            "It was the first time since the end of last year that prices fell.",
            "It is the first time since the end of last year that a ship called.",
        ),
        (
            "They did not immediately respond to a request for comment on Sunday.",
            "The firm did not immediately respond to a request for comment.",
        ),
        ("Mina Roth, who is the head of the school, left.", "Otto Brandt, who is the head of the school, stayed."),
        ("", "Nothing."),
        ("la la la la la la la la la la", "la la la la la la la la la la"),
    ],
)
def test_stock_phrases_are_no_reuse(a, b):
    assert shown(a, b) == []


def test_quoted_words_weigh_more():
    words_said = "If she were lost I would have found her boat"
    assert shown(f'"{words_said}," said Mr Roth.', "If she were lost I would have found her boat, Ms Lind said.")
    assert not shown(f"{words_said}, said Mr Roth.", "If she were lost I would have found her boat, Ms Lind said.")


def test_a_name_in_quotation_marks_is_no_reuse():
    assert not shown('"The son of Deko Nur Rostami is here."', '"I saw the son of Deko Nur Rostami."')


def test_wire_copy_runs_over_paragraphs():
    body = "The dam at Korvel was drained by hand.\n\nForty villagers carried the silt to the terraces above the mill."
    a, b = f"KORVEL (Meridian) - {body}", f"From our wires\n\n{body}\n\nMore on page 4."
    assert [(one, kind) for one, _, kind, _ in shown(a, b)] == [(body[:-1], VERBATIM)]


def test_a_heading_that_repeats_a_sentence_of_its_own_report():
    text = "Rescuers hold every exit of the upper gallery: mine board\n\nThe mine board wrote that rescuers hold every exit of the upper gallery."
    (found,) = collected({"a": text})
    assert found.a.of(text).lower() == found.b.of(text) == "rescuers hold every exit of the upper gallery"
    assert found.a.end <= found.b.start


def test_the_earlier_place_comes_first():
    texts = {"a": f"Later: {QUOTE}.", "b": f"Early: {QUOTE}."}
    (found,) = collected(texts, order=["b", "a"])
    assert (found.a.report, found.b.report) == ("b", "a")


def test_reports_outside_the_order_do_not_count():
    texts = {"a": QUOTE, "b": QUOTE, "c": QUOTE}
    assert {(r.a.report, r.b.report) for r in collected(texts, order=["a", "c"])} == {("a", "c")}


def test_what_an_outlet_keeps_repeating_is_boilerplate():
    line = "The Harbour Gazette is printed on the old quay and owned by its readers since 1911"
    texts = {name: f"News of day {name * 3} only. {line}." for name in "abcd"}
    kinds = {
        (r.a.report, r.b.report): r.kind for r in collected(texts, dict.fromkeys("abc", "Gazette") | {"d": "Post"})
    }
    assert kinds["a", "b"] == kinds["b", "c"] == BOILERPLATE
    assert kinds["a", "d"] == VERBATIM
    pair = {name: texts[name] for name in "ab"}
    assert [r.kind for r in collected(pair, dict.fromkeys("ab", "Gazette"))] == [VERBATIM]


def test_pairs_of_a_passage_in_many_reports_grow_with_their_number():
    few = collected({f"{number:03}": f"{QUOTE} x{number}" for number in range(8)})
    many = collected({f"{number:03}": f"{QUOTE} x{number}" for number in range(100)})
    assert len(few) == 28
    assert 99 <= len(many) <= 5 * 100
    assert {r.b.report for r in many if r.a.report == "000"} == {f"{number:03}" for number in range(1, 100)}


VOCABULARY = "gate Gate, river silt mill; terrace “quay” ferry lantern orchard said the of and a, Été 12".split()
texts = st.lists(st.sampled_from(VOCABULARY), max_size=50).map(" ".join)


def check(found, texts):
    for one in found:
        a, b = one.a.of(texts[one.a.report]), one.b.of(texts[one.b.report])
        first, second = words(a), words(b)
        assert first[0].start == second[0].start == 0
        assert (first[-1].end, second[-1].end) == (len(a), len(b))
        forms, others = [word.form for word in first], [word.form for word in second]
        assert (forms == others) == (one.kind is VERBATIM)
        assert one.words <= min(len(forms), len(others))
        if one.kind is VERBATIM:
            assert one.words == len(forms)
        for span in (one.a, one.b):
            near = words(texts[span.report])
            assert span.start in {word.start for word in near}
            assert span.end in {word.end for word in near}
        assert one.a.report != one.b.report or one.a.end <= one.b.start


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcde"), st.one_of(texts, st.text(max_size=80)), max_size=4),
    st.randoms(use_true_random=False),
)
def test_places_are_true_and_their_order_does_not_matter(some, random):
    found = collected(some)
    check(found, some)
    again = list(some.items())
    random.shuffle(again)
    assert collected(dict(again)) == found
    assert len(set(found)) == len(found)


@settings(deadline=None)
@given(texts, texts, texts, texts, st.lists(st.sampled_from(range(10, 99)), min_size=9, max_size=15, unique=True))
def test_a_run_of_nine_words_is_always_found(before, after, front, back, numbers):
    run = " ".join(f"stone{number}" for number in numbers)
    some = {"a": f"{before} {run} {after}", "b": f"{front} {run} {back}"}
    found = collected(some)
    check(found, some)
    assert any(
        run in one.a.of(some["a"]) and run in one.b.of(some["b"]) for one in found if one.a.report != one.b.report
    )


def test_how_many_words_two_texts_share():
    assert shared(QUOTE, f"{QUOTE}, she wrote.") == 14
    assert shared(QUOTE, QUOTE.replace(" sound", " quite sound")) == 14
    assert shared(QUOTE, "The canal board was handed the keys.") == 0
    assert shared("", QUOTE) == shared(QUOTE, "Mina Roth said so on Monday.") == 0


@settings(deadline=None)
@given(texts, texts)
def test_what_two_texts_share_is_their_longest_passage(one, other):
    found = [r.words for r in collected({"a": one, "b": other}) if r.a.report != r.b.report]
    assert shared(one, other) == max(found, default=0)
    assert shared(one, other) == shared(other, one)


def test_a_run_that_stands_in_all_reports_is_compared_in_proportion_to_them():
    line = "printed on the old quay and owned by its readers"
    few, many = ({f"{number:05}": f"Stone{number} fell. {line}." for number in range(size)} for size in (500, 2_000))
    for some in (few, many):
        assert len(collected(some)) <= 5 * len(some)


@pytest.mark.parametrize("word", ["dredger", "la"])
def test_a_report_that_repeats_one_word_is_aligned_in_proportion_to_its_length(word):
    some = {"a": f"{word} " * 100_000, "b": f"{word} " * 100_000, "c": "One word more."}
    found = collected(some)
    assert len(found) <= 400
    check(found[:3], some)


def test_only_some_reports_are_compared():
    texts = {name: f"{QUOTE} {name}" for name in "abcd"}
    packed = packed_prints(texts)
    every = reuses("abcd", texts.__getitem__, spots(packed))
    only = reuses("abcd", texts.__getitem__, spots(packed), only={"c"})
    assert only == [reuse for reuse in every if "c" in {reuse.a.report, reuse.b.report}]
    assert len(only) == 3
