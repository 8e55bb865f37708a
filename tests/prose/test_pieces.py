from __future__ import annotations

import pytest

from onrecord.prose.pieces import Kind, answer, begun, joined, many, name, number, plain, sentence, words

NAMES = [sentence(name(one)) for one in ("Ida Renn", "Jon Vesk", "Mara Stoll", "Per Lund")]


@pytest.mark.parametrize(
    ("count", "most", "told"),
    [
        (0, None, ""),
        (1, None, "Ida Renn"),
        (2, None, "Ida Renn and Jon Vesk"),
        (3, None, "Ida Renn, Jon Vesk and Mara Stoll"),
        (4, 4, "Ida Renn, Jon Vesk, Mara Stoll and Per Lund"),
        (4, 2, "Ida Renn, Jon Vesk and two more"),
        (4, 1, "Ida Renn and three more"),
    ],
)
def test_a_row_of_names_reads_as_a_sentence(count, most, told):
    assert plain(joined(NAMES[:count], most)) == told


def test_long_items_are_set_apart_by_semicolons():
    assert plain(joined(NAMES[:3], comma="; ")) == "Ida Renn; Jon Vesk; and Mara Stoll"


def test_quoted_words_keep_their_marks_and_do_not_get_them_twice():
    assert plain([words("“not  a\nbarge”")]) == "“not a barge”"
    assert plain([words("not “a” barge")]) == "“not “a” barge”"
    assert answer("“not a barge”").kind is Kind.WORDS
    assert answer("left").kind is Kind.ANSWER


def test_a_sentence_begins_with_a_capital_but_words_of_reports_stay_as_they_are():
    assert plain(begun(sentence(name("dockers"), " said"))) == "Dockers said"
    assert plain(begun(sentence(words("left"), " was said"))) == "“left” was said"
    assert begun(()) == ()


def test_numbers_are_words_while_they_are_small():
    assert [number(count) for count in (0, 1, 12, 13, 1200)] == ["no", "one", "twelve", "13", "1,200"]
    assert many(1, "reply", "replies") == "one reply"
    assert many(2, "reply", "replies") == "two replies"
    assert many(14, "report") == "14 reports"
