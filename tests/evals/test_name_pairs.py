"""The measure of names' likeness, on pairs of our own in the form of the public ones."""

import pytest
from evals.name_pairs import Aligned, Ratio, best, hard, held, jaro_winkler, main, persian, recall, romanised, wikidata
from training.name_pairs import cases, own

from onrecord.matching.likeness import same_person

HEADER = "case_group,schema,name1,name2,is_match,quality,category,notes\n"
CASES = [
    ("Person", "Bob Kinsale", "Robert Kinsale", "true"),
    ("Person", "Robert Kinsale", "Kinsale Rob", "true"),
    ("Person", "Ilse Radwan", "Denis Radwan", "false"),
    ("Person", "Per Aldun", "Per Sandquist", "false"),
    ("Person", "Larisa Vostrikova", "Лариса Вострикова", "true"),
    ("Company", "Haldane Works Ltd", "Haldane Works Limited", "true"),
    ("Company", "Arvenne Paper", "Arvenne Steel", "false"),
]
ARABIC = [("karim", "كريم"), ("kareem", "كريم"), ("rahmani", "رحماني"), ("salim", "سليم"), ("mansour", "منصور")]
PERSIAN = [("KRYM", "karim"), ("MNSVR", "mansur"), ("DARA", "dara")]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text(HEADER + "".join(f"ours,{','.join(case)},,,\n" for case in CASES), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    """Transliterations: names seen in two parts, those of the last held out."""
    for part, chosen in (("64", ARABIC[2:]), ("20", ARABIC)):
        lines = "".join(f"{latin}\t{' '.join(native)}\t2\n" for latin, native in chosen)
        (tmp_path / f"wd_arabic_{part}").write_text(lines, "utf-8")
    (tmp_path / "train.txt").write_text("".join(f"{code}\t{latin}\n" for code, latin in PERSIAN), "utf-8")
    return tmp_path


def test_pairs_that_share_a_name_are_in_one_half(table):
    listed = cases(table)
    assert [case.same for case in listed] == [row[3] == "true" for row in CASES]
    assert listed[0].seen == listed[1].seen
    assert all(case.seen for case in own())


def test_a_ratio_of_verdicts():
    judged = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    assert Ratio.of(judged) == Ratio(2, 1, 1)
    assert Ratio.of(judged).f1 == pytest.approx(2 / 3)
    assert Ratio.of([(False, True)]).f1 == 0


def test_verdicts_are_held_against_the_labels(table):
    persons = [case for case in cases(table) if case.schema == "Person"]
    assert held(persons, same_person) == Ratio(3, 0, 0)
    assert held(persons, lambda *_: 0.0) == Ratio(0, 0, 3)
    f1, threshold = best(persons, jaro_winkler)
    assert held(persons, jaro_winkler, threshold).f1 == f1


def test_transliterations_are_read_with_every_form_that_the_data_give(folder):
    arabic = wikidata(folder, "arabic")
    assert sorted(arabic.true) == sorted((native, latin) for latin, native in ARABIC)
    assert arabic.forms["كريم"] == {"karim", "kareem"}
    assert romanised(folder, "arabic").true == [("kareem", "karim")]
    assert ("کریم", "karim") in persian(folder / "train.txt").true


def test_hard_false_pairs_are_near_and_not_aligned():
    aligned = Aligned([("x", "karim")], {"x": {"karim", "kareem"}}, ["dara", "kareem", "karima", "karim"])
    assert hard(aligned) == [("x", "karima")]


def test_recall_counts_true_pairs_above_the_false():
    scores = {("a", "b"): 0.9, ("a", "c"): 0.2, ("x", "y"): 0.5, ("x", "z"): 0.1}
    assert recall([("a", "b"), ("a", "c")], [("x", "y"), ("x", "z")], lambda *pair: scores[pair]) == 0.5


def test_the_command_prints_each_part_beside_its_peers(table, folder, tmp_path, monkeypatch, capsys):
    run = tmp_path / "run.csv"
    rows = "".join(f"{schema},{one},{other},0.8\n" for schema, one, other, _ in CASES)
    run.write_text("schema,name1,name2,score\n" + rows, "utf-8")
    monkeypatch.setattr("sys.argv", ["name_pairs", str(table), str(folder), "--beside", str(run), "--misses", "3"])
    assert main() == 0
    printed = capsys.readouterr().out
    assert "all, 5 pairs: F1 1.000 (P 1.000, R 1.000)" in printed
    assert "beside F1 0.750 (P 0.600, R 1.000)" in printed
    assert "all, 2 pairs: F1 1.000" in printed
    assert "Wikidata arabic, 5 pairs: random" in printed
    assert "Persian, 3 pairs: random" in printed


def test_only_misses_of_the_seen_half_are_listed(table, monkeypatch, capsys):
    labels = {"true": "false", "false": "true"}
    table.write_text(HEADER + "".join(f"ours,{','.join(case[:3])},{labels[case[3]]},,,\n" for case in CASES), "utf-8")
    monkeypatch.setattr("sys.argv", ["name_pairs", str(table), "--misses", "9"])
    assert main() == 0
    printed = capsys.readouterr().out
    for case in cases(table):
        assert (f"{case.one} | {case.other}" in printed) == case.seen
