from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.utterances import Told, channel_kind, utterances
from onrecord.reading.shingles import imprints

MONDAY, TUESDAY, FRIDAY = date(2024, 3, 11), date(2024, 3, 12), date(2024, 3, 15)
WORDS = "the northern pier was closed before dawn and nineteen boats were sent away"
OTHER = "nobody among the guard will hand over a single rope of the old ferry"


def groups(*told):
    """Which statements go together, by their numbers; each is (kind, first, last, words)."""
    made = [
        Told(str(number), f"report {number}", kind, first, last, imprints([words])[0])
        for number, (kind, first, last, words) in enumerate(told)
    ]
    belonging = utterances("so-1", made, lambda ids: {one: told[int(one)][3] for one in ids})
    found = {}
    for statement, one in belonging.items():
        found.setdefault(one.utterance, []).append(int(statement))
    return sorted(found.values()), belonging


def test_one_channel_and_one_day_are_one_utterance_whatever_its_words():
    found, belonging = groups(("audio", MONDAY, MONDAY, WORDS), ("audio", MONDAY, MONDAY, OTHER))
    assert found == [[0, 1]]
    assert {one.ground for one in belonging.values()} == {"same speaker, channel and day"}


def test_two_channels_or_days_are_two():
    assert groups(("audio", MONDAY, MONDAY, WORDS), ("post", MONDAY, MONDAY, OTHER))[0] == [[0], [1]]
    assert groups(("audio", MONDAY, MONDAY, WORDS), ("audio", FRIDAY, FRIDAY, OTHER))[0] == [[0], [1]]


def test_the_same_words_dated_a_day_apart_are_one_told_differently():
    found, belonging = groups(("audio", MONDAY, MONDAY, WORDS), ("post", TUESDAY, TUESDAY, f"he said {WORDS}"))
    assert found == [[0, 1]]
    assert belonging["1"].utterance.day == MONDAY
    assert belonging["1"].ground == "same speaker and words, told of another day or channel"


def test_the_same_words_days_apart_are_said_again():
    assert groups(("audio", MONDAY, MONDAY, WORDS), ("audio", FRIDAY, FRIDAY, WORDS))[0] == [[0], [1]]


def test_what_tells_no_day_goes_where_its_words_are():
    found, belonging = groups(
        ("audio", MONDAY, MONDAY, WORDS), ("audio", FRIDAY, FRIDAY, OTHER), ("", None, FRIDAY, f"that {WORDS}")
    )
    assert found == [[0, 2], [1]]
    assert belonging["2"].ground == "same speaker and words"


def test_paraphrase_goes_to_the_likest():
    paraphrase = "boats had been turned back from the pier in the north, and it was shut by dawn"
    found, belonging = groups(
        ("audio", MONDAY, MONDAY, WORDS), ("post", FRIDAY, FRIDAY, OTHER), ("", None, None, paraphrase)
    )
    assert found == [[0, 2], [1]]
    assert belonging["2"].ground == "same speaker; channel and day not told"


def test_a_day_before_the_utterance_rules_it_out():
    assert groups(("audio", FRIDAY, FRIDAY, WORDS), ("", None, TUESDAY, OTHER))[0] == [[0], [1]]


def test_a_channel_that_cannot_be_it_rules_it_out():
    assert groups(("press conference", MONDAY, MONDAY, WORDS), ("letter", None, None, OTHER))[0] == [[0], [1]]


@pytest.mark.parametrize("kind", ["", "statement"])
def test_a_channel_that_may_be_any_is_no_other_one(kind):
    assert groups(("post", MONDAY, MONDAY, WORDS), (kind, MONDAY, MONDAY, OTHER))[0] == [[0, 1]]


def test_what_tells_nothing_at_all_is_one():
    assert groups(("", None, None, WORDS), ("", None, None, OTHER))[0] == [[0, 1]]


DAYS = st.sampled_from([None, MONDAY, TUESDAY, FRIDAY])
TOLD = st.tuples(st.sampled_from(["", "statement", "audio", "post", "letter"]), DAYS, st.sampled_from([WORDS, OTHER]))


@given(st.lists(TOLD, max_size=9))
def test_each_statement_goes_back_to_one_utterance_that_it_may_belong_to(told):
    found, belonging = groups(*((kind, day, day, words) for kind, day, words in told))
    assert sorted(number for group in found for number in group) == list(range(len(told)))
    exact = {(kind, day) for kind, day, _ in told}
    assert len(found) <= max(len(exact), bool(told))
    assert all(one.utterance.id.startswith("or-") for one in belonging.values())


@pytest.mark.parametrize(
    ("channel", "kind"),
    [
        ("an audio message on her page", "audio"),
        ("a post", "post"),
        ("to Varn News", "interview"),
        ("the harbour master's letter", "letter"),
        ("semaphore", ""),
    ],
)
def test_channels_are_of_a_kind(channel, kind):
    assert channel_kind(channel) == kind
