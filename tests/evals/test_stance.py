"""The measures of stance, on documents of our own in the corpora's form."""

import csv
import json
import sys

import pytest
from evals import claimdiff, emergent
from evals import fnc as challenge
from evals.classes import by_label, macro
from evals.figures import value_of

CLAIM = "The lighthouse keeper of Skarvoy has been found alive"
ROWS = [
    (CLAIM, "Lighthouse keeper of Skarvoy found alive", "for"),
    (CLAIM, "No, the keeper of Skarvoy has not been found: report is false", "against"),
]
BODIES = {
    "1": "The lighthouse keeper of Skarvoy was found alive on Sunday. He was cold and hungry, a rescuer said.",
    "2": "Prices of apples rose in Brennau for the third month. Growers blamed the frost in April.",
}


def run(monkeypatch, measure, *arguments):
    monkeypatch.setattr(sys, "argv", ["measure", *map(str, arguments)])
    return measure.main()


def table(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.fixture
def headlines(tmp_path):
    path = tmp_path / "emergent" / "url-versions-2015-06-14-clean-test.csv"
    table(path, ("claimHeadline", "articleHeadline", "articleHeadlineStance"), ROWS)
    return tmp_path


@pytest.fixture
def articles(tmp_path):
    table(tmp_path / "competition_test_bodies.csv", ("Body ID", "articleBody"), BODIES.items())
    rows = [(ROWS[0][1], "1", "agree"), (ROWS[0][1], "2", "unrelated"), ("Apples dearer in Brennau", "1", "unrelated")]
    table(tmp_path / "competition_test_stances.csv", ("Headline", "Body ID", "Stance"), rows)
    return tmp_path


def test_figures_by_label():
    found = by_label(["a", "a", "b"], ["a", "b", "b"], ["a", "b"])
    assert value_of(found["a"]["precision"]) == value_of(found["b"]["recall"]) == 0.5
    assert macro(found) == pytest.approx(2 / 3)


def test_a_label_that_is_never_said_has_an_f1_of_nothing():
    assert macro(by_label(["a"], ["b"], ["a", "b"])) == 0


def test_headlines_for_and_against_a_claim(headlines, monkeypatch, capsys):
    status = run(monkeypatch, emergent, headlines)
    told = capsys.readouterr().out
    assert "2 pairs: accuracy 1.000 (2/2)" in told
    assert status == 0


def test_articles_on_another_thing_are_told_apart(articles, monkeypatch, capsys):
    run(monkeypatch, challenge, articles)
    told = capsys.readouterr().out
    assert "3 pairs" in told
    assert "unrelated f1 1.000" in told


def test_the_score_of_the_challenge():
    wanted = ["agree", "discuss", "unrelated", "unrelated"]
    assert challenge.points(wanted, wanted) == 1
    assert challenge.points(["discuss", "unrelated", "unrelated", "agree"], wanted) == pytest.approx(0.5 / 2.5)


def test_an_article_is_read_at_its_likeliest_passages():
    shares = challenge.stance(ROWS[0][1], BODIES["1"].split(". "))
    assert sum(shares) == pytest.approx(1, abs=0.003)


def test_claims_that_weaken_are_held_against_saying_so_of_all(tmp_path, monkeypatch, capsys):
    path = tmp_path / "ClaimDiff-W" / "ClaimDiff-weak-test-full.json"
    path.parent.mkdir()
    rows = [{"claim_a": one, "claim_b": other, "relation": n} for n, (one, other, _) in enumerate(ROWS)]
    path.write_text(json.dumps({"data": rows}), "utf-8")
    run(monkeypatch, claimdiff, tmp_path)
    told = capsys.readouterr().out
    assert "2 pairs of test-full" in told
    assert "all weaken" in told
    assert "precision 0.500 (1/2), recall 1.000 (1/1)" in told
