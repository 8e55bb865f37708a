"""Why names are one source's: shown in the words of the reports, and undone by a person's word."""

from __future__ import annotations

import pytest

from onrecord.record.name import Ground

MONDAY = (
    "2031-05-05",
    "Clinic shut\n\nRuna Delk (@runadelk) said the clinic was shut. The Ostrel Salt Front (OSF) said so too.",
)
TUESDAY = (
    "2031-05-06",
    "Clinic open\n\nTrade minister Iwo Quist said the clinic was open. The OSF said it was shut. Delk said it was burnt.",
)
WEDNESDAY = (
    "2031-05-07",
    "Clinic sold\n\nThe trade minister said the clinic was sold. The trade ministry said it was cheap.",
)
THURSDAY = ("2031-05-08", "Clinic empty\n\nThe Ostrelian trade ministry said the clinic was empty.")


@pytest.fixture
def record(told):
    return told(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)


def shown(record, name):
    """The grounds of a source, each with the words that show it."""
    found = {}
    for one in record.evidence(name):
        for quoted in one.quoted:
            text = record.text(quoted.words.report)
            assert quoted.sentence.holds(quoted.words)
            assert quoted.text == quoted.sentence.of(text)
        words = [quoted.words.of(record.text(quoted.words.report)) for quoted in one.quoted]
        found[one.ground.one, one.ground.other, one.ground.why] = words
    return found


def test_each_ground_is_quoted_from_the_reports(record):
    assert shown(record, "Runa Delk") == {
        ("delk", "runa delk", "short for the only one that fits"): ["Delk", "Runa Delk"]
    }
    assert shown(record, "OSF") == {("osf", "ostrel salt front", "a report uses both"): ["OSF", "Ostrel Salt Front"]}


def test_an_office_is_shown_with_the_words_that_give_it(record):
    why = "the only one whom the reports give that office"
    assert shown(record, "Iwo Quist") == {
        ("iwo quist", "trade minister", why): ["Trade minister", "The trade minister"]
    }


def test_a_body_with_and_without_its_country(record):
    found = shown(record, "Ostrelian trade ministry")
    assert list(found.values()) == [["The Ostrelian trade ministry", "The trade ministry"]]


def said(record, name):
    return {entry.words for entry in record.statements(source=name)}


@pytest.mark.parametrize(
    ("whole", "short", "words"),
    [
        ("Runa Delk", "Delk", "it was burnt"),
        ("Ostrel Salt Front", "OSF", "it was shut"),
        ("Iwo Quist", "trade minister", "the clinic was sold"),
        ("Ostrelian trade ministry", "trade ministry", "it was cheap"),
    ],
)
def test_a_person_can_undo_each_and_it_stays_undone(record, whole, short, words):
    assert words in said(record, whole)
    record.not_same_source(whole, short, who="L. Brask", why="two, by the register")
    for _ in range(2):
        assert words not in said(record, whole)
        assert not any({ground.one, ground.other} & {short.casefold()} for ground in record.source(whole).grounds)
        record.reread()


def test_a_persons_word_is_a_ground_with_who_and_why(record):
    record.same_source("Iwo Quist", "Runa Delk", who="L. Brask", why="a pen name")
    record.reread()
    (one,) = [one for one in record.evidence("Runa Delk") if one.ruling]
    assert one.ground == Ground("iwo quist", "runa delk", "a person's judgement")
    assert (one.ruling.who, one.ruling.why) == ("L. Brask", "a pen name")
