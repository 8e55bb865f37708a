from __future__ import annotations

import pytest
from reading.reports import contents, reading


def chains(text):
    found = reading(text)
    names = {name.key: name.name for name in found.names}
    return [[names[key] for key in statement.chain] for statement in found.statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The growers had warned the town in six letters and received one reply, Otto Brill, the mill's owner, said on Monday.",
            ["The growers had warned the town in six letters and received one reply"],
        ),
        (
            "According to Otto Brill, the sheet of booth 44 showed 31 votes for Lund, and nine others were never found.",
            ["the sheet of booth 44 showed 31 votes for Lund, and nine others were never found"],
        ),
        (
            "Six of ten samples showed a broken seal, which pointed to a fault, Otto Brill said on Sunday.",
            ["Six of ten samples showed a broken seal, which pointed to a fault"],
        ),
        (
            "Otto Brill said that six of ten samples showed a broken seal, which pointed to a fault.",
            ["six of ten samples showed a broken seal, which pointed to a fault"],
        ),
        (
            "Otto Brill said on Monday that the growers had warned the town in six letters and received one reply.",
            ["the growers had warned the town in six letters and received one reply"],
        ),
        (
            "The sheet of station 44 showed six votes for Lund, Otto Brill said on Tuesday.",
            ["The sheet of station 44 showed six votes for Lund"],
        ),
        (
            "A letter blaming the mill was sent to the growers, according to Otto Brill.",
            ["A letter blaming the mill was sent to the growers"],
        ),
        (
            "According to Otto Brill, the head of the board, proceedings had begun against forty men.",
            ["proceedings had begun against forty men"],
        ),
    ],
)
def test_what_somebody_tells_is_theirs_as_a_whole(text, found):
    assert contents(text) == found
    assert chains(text) == [["Otto Brill"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "According to Otto Brill, no plan was there and each party had promised him to stay.",
            [["Otto Brill"], ["Otto Brill", "each party"]],
        ),
        (
            "Letters went to the ministry, which complained of a missing page, Otto Brill said.",
            [["Otto Brill"], ["Otto Brill", "ministry"]],
        ),
    ],
)
def test_whom_somebody_tells_of_stands_beside_on_their_word(text, found):
    assert chains(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The army said the dam had leaked, Radio Ostra reported.",
        "The army had said the dam leaked, according to Radio Ostra.",
        "The army had offered to leave the dam, Radio Ostra said.",
        "The army is demanding an end of the strike, according to Radio Ostra.",
    ],
)
def test_words_that_another_only_passes_on_are_one_statement(text):
    assert chains(text) == [["Radio Ostra", "army"]]


def test_noun_in_ing_as_a_subject_is_no_cue():
    text = "Otto Brill said on Friday that the dam held, although blasting was heard."
    assert contents(text) == ["the dam held, although blasting was heard"]
