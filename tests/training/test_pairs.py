"""Public pairs, on documents of our own in the corpora's form."""

import csv
import json

import pytest
from training.pairs import Pair, articles, claimdiff, emergent, fnc, public, withheld
from training.passages import passages, sentences
from training.related import Article, Rarity, likenesses, related

CLAIM = "A heron stopped the express at Vinterbro"
LEARNT = [(CLAIM, "Heron halts train at Vinterbro", "for"), (CLAIM, "Rail firm: no heron at all", "against")]
TESTED = [("The mayor of Ostrava Bay sold the pier", "Pier sale a hoax, says mayor", "against")]
BODIES = {
    "1": "An express waited for an hour at Vinterbro. A heron had landed on the rails there, a guard said.",
    "2": "The mayor of Ostrava Bay laughed on Monday. “I sold no pier,” he said to our reporter.",
}
HEADLINES = [
    ("Bird blocks line", "1", "discuss"),
    ("PIER SALE: A HOAX, SAYS MAYOR!", "2", "agree"),
    ("Mayor sells pier to bank", "2", "disagree"),
    ("Mayor sells pier to bank", "1", "unrelated"),
]


def table(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.fixture
def data(tmp_path):
    """The folders that training.fetch makes."""
    home = tmp_path / "fc-aaai18" / "emergent"
    for part, rows in (("train", LEARNT), ("test", TESTED)):
        path = home / f"url-versions-2015-06-14-clean-{part}.csv"
        table(path, ("claimHeadline", "articleHeadline", "articleHeadlineStance"), rows)
    home = tmp_path / "fnc-1"
    for part, rows in (("train", HEADLINES), ("competition_test", [("Heron halts train, at Vinterbro", "1", "agree")])):
        table(home / f"{part}_bodies.csv", ("Body ID", "articleBody"), BODIES.items())
        table(home / f"{part}_stances.csv", ("Headline", "Body ID", "Stance"), rows)
    for letter, relation in (("W", "weak"), ("S", "strength")):
        path = tmp_path / "ClaimDiff" / f"ClaimDiff-{letter}" / f"ClaimDiff-{relation}-train.json"
        path.parent.mkdir(parents=True)
        row = {"claim_a": "The bird was grey.", "claim_b": "It was a goose.", "relation": 1}
        path.write_text(json.dumps({"data": [row]}), "utf-8")
    rows = [("A heron slept.", "A bird slept.", "entailment"), ("long " * 60, "short", "neutral")]
    table(tmp_path / "NLI_datasets/nli_datasets/mnli/dev.csv", ("premise", "hypothesis", "label"), rows)
    return tmp_path


def test_what_one_corpus_tests_is_not_learnt_from_the_other(data):
    found = public(data)
    assert [pair.other for pair in found if pair.task == "reception"] == ["Rail firm: no heron at all"]
    assert [(pair.one, pair.label) for pair in found if pair.task == "passage"] == [("Bird blocks line", 2)]


def test_all_headlines_of_an_article_that_is_tested_are_withheld(data):
    part = fnc(data / "fnc-1", "train")
    hidden = withheld(part, emergent(data / "fc-aaai18", "test"))
    assert {one.body for one in hidden} == {"2"}
    assert len(articles(part, [])) == 3


def test_corpora_without_a_stated_licence_can_be_left_out(data):
    assert {pair.task for pair in public(data, stated=True)} == {"reception", "entails"}
    assert [pair.task for pair in public(data)].count("entails") == 1


def test_claims_of_two_outlets(data):
    assert claimdiff(data / "ClaimDiff", "weak", "train") == [
        Pair("The bird was grey.", "It was a goose.", "weakens", 1)
    ]


def test_the_likeliest_passage_shares_words_with_the_headline():
    told = sentences("Snow fell on the pass all day.\nNobody was there to see.\nThe ferry Solveig ran aground at noon.")
    assert passages("Ferry Solveig aground", told) == ["The ferry Solveig ran aground at noon."]
    assert passages("Snow on the pass", told, 5)[0] == "Snow fell on the pass all day. Nobody was there to see."


def test_no_two_passages_start_within_each_other():
    told = sentences(
        "Snow fell on the pass.\nSnow stayed on the pass.\nThe snow on the pass is old.\nThe pass is shut."
    )
    found = passages("Snow on the pass", told, 5)
    assert found == [" ".join(told[:2]), " ".join(told[2:])]


def test_a_text_of_one_short_line_is_its_own_sentence():
    assert sentences(" Too short. ") == ["Too short."]


def test_a_headline_goes_with_the_article_that_has_its_rare_words():
    found = {number: Article(text) for number, text in BODIES.items()}
    rarity = Rarity(list(found.values()))
    near, far = (related(likenesses("Mayor sells pier", found[number], rarity)) for number in ("2", "1"))
    assert near > 0.5 > far
