"""Phrases as a dictionary prints them find all their forms, and no others."""

import re

import pytest

from onrecord.reading.headwords import parted, passives, states, verbs
from onrecord.reading.inflection import forms
from onrecord.reading.triggers import index, triggers, wordings
from onrecord.wording import words


def found(phrase, text):
    return bool(re.search(rf"(?<!\w)(?:{phrase.pattern})(?!\w)", text, re.IGNORECASE))


def only(made, phrases):
    return made(next(parted(phrases)))


@pytest.mark.parametrize(
    "text",
    [
        "She tore up the lease",
        "they have torn up their lease",
        "Tearing up leases",
        "He ripped up any such lease",
        "It tears up a longer lease",
    ],
)
def test_a_verb_phrase_has_all_forms(text):
    assert found(only(verbs, "tear/rip up a lease/leases"), text.replace("their ", "the "))


def test_a_verb_phrase_is_no_other():
    assert not found(only(verbs, "tear up a lease"), "the tear upset the lease")
    assert not found(only(verbs, "tear up a lease"), "she tore the page")


def test_places_in_a_phrase_are_filled():
    assert found(only(verbs, "show somebody the door"), "The club showed its new coach the door")
    assert found(only(verbs, "breathe one's last (breath)"), "the old keeper breathed his last")
    assert found(only(verbs, "breathe one's last (breath)"), "had breathed her last breath")


def test_what_is_done_needs_a_verb_of_being_or_a_headline():
    phrase = only(passives, "put behind bars")
    said = re.search(phrase.pattern, "Two were later put behind bars")
    assert said
    assert said["bare"] is None
    headline = re.search(phrase.pattern, "Forger put behind bars in Aldmere")
    assert headline
    assert headline["bare"]


def test_what_somebody_is_ends_where_it_ends():
    phrase = only(states, "dead")
    assert found(phrase, "The keeper is dead.")
    assert found(phrase, "The keeper was found dead at noon")
    assert not found(phrase, "The keeper was dead right")


def test_forms_of_verbs():
    assert forms("rip") == ("rip", "rips", "ripped", "ripped", "ripping")
    assert forms("deny").past == "denied"
    assert forms("agree").gerund == "agreeing"
    assert forms("tear").participle == "torn"


def test_every_pattern_is_one_and_every_phrase_can_be_found_by_its_words():
    for one in triggers():
        patterns = (one.pattern, one.near, one.unless, one.apart)
        assert all(isinstance(made, re.Pattern) for made in patterns if made is not None)
    assert all(need for one, need in wordings() if one.phrase)


def test_the_index_finds_the_phrases_of_a_text():
    text = "The keeper breathed his last; the guards put the forger behind bars"
    may = {id(one) for one in index().possible(word.form for word in words(text))}
    assert [one for one in triggers() if one.phrase and id(one) not in may and one.pattern.search(text)] == []
