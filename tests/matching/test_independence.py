from __future__ import annotations

import pytest

from onrecord.matching.independence import Voiced, backing, behind
from onrecord.matching.who import Who
from onrecord.reading.shingles import imprints
from onrecord.record.name import Kind, Source
from onrecord.record.statement import Basis, Mode

KINDS = {"ida renn": Kind.PERSON, "per lund": Kind.PERSON, "anna holt": Kind.PERSON, "varn news": Kind.OUTLET}
KINDS |= dict.fromkeys(["yusra holm", "yousra holme", "jonas holm"], Kind.PERSON)
KINDS |= {"renn": Kind.PERSON, "guard": Kind.ORGANISATION, "coast guard": Kind.ORGANISATION, "soundings": Kind.THING}
KINDS["harbour guard"] = Kind.ORGANISATION
SOURCES = {key: Source(f"so-{key}", key.title(), kind, (key,), (key,)) for key, kind in KINDS.items()}
WHO = Who(SOURCES, {"so-per lund": "so-harbour guard"}, {source.id: source for source in SOURCES.values()})
WORDS = "the northern pier was closed before dawn and nineteen boats were sent away"


class Made:
    """Statements made up, with their words."""

    def __init__(self):
        self.words, self.said = {}, []

    def say(self, *chain, words="", mode=Mode.INDIRECT, basis=Basis.SAYS, outlet=""):
        key = f"st-{len(self.said)}"
        self.words[key] = words
        prints = imprints([words])[0]
        self.said.append(Voiced(key, f"report of {key}", outlet, mode, chain, basis, prints))
        return self

    def behind(self):
        made = behind(self.said, WHO, lambda ids: {key: self.words[key] for key in ids})
        assert made.backing == backing(self.said, WHO, lambda ids: {key: self.words[key] for key in ids})
        return made


def sources(made):
    return [one.sources for one in made.behind().origins]


def test_two_named_speakers_with_words_of_their_own_are_two():
    said = Made().say("ida renn", words=WORDS).say("anna holt", words="nobody came near the pier all night long")
    assert sources(said) == [("so-anna holt",), ("so-ida renn",)]


def test_two_named_speakers_with_the_same_words_are_one_and_the_words_are_the_ground():
    [one] = Made().say("ida renn", words=WORDS).say("anna holt", words=f"she said {WORDS}").behind().origins
    assert one.sources == ("so-anna holt", "so-ida renn")
    assert one.grounds == ("the same words: “the northern pier was closed before dawn and …”",)


def test_a_stock_phrase_is_not_the_same_words():
    made = Made().say("ida renn", words="he told reporters on Monday that it was so")
    assert len(sources(made.say("anna holt", words="she told reporters on Monday that it was not"))) == 2


def test_a_spokesman_and_his_body_are_one():
    [one] = Made().say("per lund").say("harbour guard").behind().origins
    assert one.grounds == ("Per Lund speaks for Harbour Guard",)


def test_who_passes_on_anothers_word_adds_nothing_and_keeps_others_apart():
    made = Made().say("ida renn", "anna holt").say("ida renn", "per lund").say("ida renn").behind()
    assert [one.sources for one in made.origins] == [("so-anna holt",), ("so-per lund",)]
    assert [one.ground for one in made.dependent] == ["passes on what Anna Holt says"]


def test_two_who_only_pass_on_each_others_words_are_one():
    assert len(sources(Made().say("ida renn", "anna holt").say("anna holt", "ida renn"))) == 1


def test_one_agency_that_carries_two_speakers_does_not_make_them_one():
    assert len(sources(Made().say("varn news", "ida renn").say("varn news", "anna holt"))) == 2


@pytest.mark.parametrize(
    ("chain", "more", "ground"),
    [
        ((), {}, "nobody is named"),
        (("officials@12",), {}, "nobody known beyond that report"),
        (("soundings",), {"mode": Mode.HEADLINE}, "one word of a headline, which may be the name of another"),
        (("varn news",), {}, "an outlet that names no source"),
        (("anna holt",), {"basis": Basis.TOLD}, "was told, by whom is not known"),
        (("varn news",), {"mode": Mode.OWN}, "the report's own words"),
    ],
)
def test_what_may_rest_on_others_adds_no_origin_and_says_why(chain, more, ground):
    alone = Made().say(*chain, **more)
    assert [one.grounds for one in alone.behind().origins] == [("who said it first is not told",)]
    beside = alone.say("ida renn").behind()
    assert [one.sources for one in beside.origins] == [("so-ida renn",)]
    assert [one.ground for one in beside.dependent] == [ground]


def test_an_outlet_whose_own_people_saw_it_is_an_origin():
    made = Made().say("ida renn").say("varn news", basis=Basis.SAW).behind()
    assert [one.basis for one in made.origins] == [Basis.SAYS, Basis.SAW]


def test_the_same_words_without_a_speaker_go_back_to_whoever_spoke_them():
    made = Made().say("ida renn", words=WORDS).say(words=WORDS, outlet="Varn Post").say(words="something else").behind()
    [one] = made.origins
    assert (one.statements, one.outlets) == (("st-0", "st-1"), ("", "Varn Post"))
    assert [one.statement for one in made.dependent] == ["st-2"]


def test_a_shorter_name_may_be_the_fuller_one():
    [one] = Made().say("ida renn").say("renn").behind().origins
    assert one.grounds == ("Renn may be Ida Renn",)


def test_a_shorter_name_that_fits_two_does_not_make_them_one():
    made = Made().say("harbour guard").say("coast guard").say("guard")
    assert sources(made) == [("so-coast guard", "so-guard"), ("so-harbour guard",)]


def test_two_spellings_of_one_name_may_be_one():
    [one] = Made().say("yusra holm").say("yousra holme").behind().origins
    assert one.grounds == ("Yusra Holm may be Yousra Holme in another spelling",)
    assert len(sources(Made().say("yusra holm").say("jonas holm"))) == 2


def test_a_person_is_not_a_body_with_that_name_in_it():
    assert len(sources(Made().say("renn").say("harbour guard"))) == 2


def test_nothing_stands_behind_nothing():
    assert Made().behind().backing == backing([], WHO, dict)
    assert Made().behind().origins == ()
