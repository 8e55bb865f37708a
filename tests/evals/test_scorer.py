"""The scorer: what it makes of a perfect export, and that it agrees with an independent one, figure by figure."""

import importlib.util
import sys
from random import Random

import pytest
from evals.exported import Export
from evals.figures import value_of
from evals.scorer import Case, headline, score
from evals.story import ROOT, stories
from exports import perfect, spoilt, written

INDEPENDENT = ROOT.parent / "shared" / "score" / "score.py"
HERE = [story for story in stories() if story.here]
every_story = pytest.mark.parametrize("story", HERE, ids=lambda story: story.name)


@pytest.fixture(scope="module")
def other():
    if not INDEPENDENT.is_file():
        pytest.skip("the independent scorer is not here")
    spec = importlib.util.spec_from_file_location("independent_score", INDEPENDENT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["independent_score"] = module
    spec.loader.exec_module(module)
    return module


def ours(story, folder):
    scores = score(Case(story.gold(), Export(folder)))
    figures = {name: {label: value_of(one) for label, one in s.figures.items()} for name, s in scores.items()}
    return figures, {name: (s.score, s.absent) for name, s in scores.items()}, headline(scores)


def theirs(other, story, folder):
    result = other.score(other.Case(other.Gold(story.gold().doc), other.Export(folder)))
    measures = result["measures"]
    figures = {name: {k: number(other, v) for k, v in m["figures"].items()} for name, m in measures.items()}
    return figures, {name: (m["score"], m["status"] == "absent") for name, m in measures.items()}, result["headline"]


def number(other, value):
    if isinstance(value, other.Ratio):
        return value.value
    return float(len(value)) if isinstance(value, list) else value


def assert_agree(other, story, folder):
    mine, yours = ours(story, folder), theirs(other, story, folder)
    for name, figures in yours[0].items():
        assert mine[0][name] == pytest.approx(figures, abs=1e-12), name
    assert mine[1].keys() == yours[1].keys()
    for name, (value, absent) in yours[1].items():
        assert mine[1][name] == (pytest.approx(value, abs=1e-12), absent), name
    assert mine[2] == pytest.approx(yours[2], abs=1e-12)


@every_story
def test_perfect_export_scores_one(story, tmp_path):
    figures, scores, best = ours(story, written(perfect(story.gold()), tmp_path))
    assert {name: value for name, (value, _) in scores.items() if value is not None} == pytest.approx(
        dict.fromkeys((name for name, (value, _) in scores.items() if value is not None), 1.0)
    )
    assert best == pytest.approx(1.0)
    assert figures["sources"]["forbidden_merges"] == 0


@every_story
@pytest.mark.parametrize("seed", range(3))
def test_agrees_on_spoilt_exports(other, story, seed, tmp_path):
    assert_agree(other, story, written(spoilt(story.gold(), Random(seed)), tmp_path))


@every_story
def test_agrees_on_what_a_record_exports(other, story, tmp_path):
    story.export(tmp_path)
    assert_agree(other, story, tmp_path)


@every_story
@pytest.mark.parametrize("table", ["links", "reuse", "events", "sources"])
def test_a_missing_table_is_absent_and_no_error(story, table, tmp_path):
    folder = written(perfect(story.gold()), tmp_path)
    (folder / f"{table}.jsonl").unlink()
    assert any(absent for _, absent in ours(story, folder)[1].values())
