"""Judging from the command line: what is decided, by whom, and how it is undone and handed on."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import cli
from onrecord.cli.judge import RULINGS, WHO


@pytest.fixture
def own(record, tmp_path, monkeypatch):
    """A copy of the record of which a test may decide what it likes."""
    monkeypatch.setenv(WHO, "Ida Renn")
    return shutil.copy(record, tmp_path / "own.onrecord")


@pytest.fixture
def said(own, as_json):
    """The ids of the statements, by their words."""
    return {one["words"]: one["statement"]["id"] for one in as_json("statements", own)}


def test_a_decision_is_told_with_whose_it_is_and_how_to_undo_it(run, own, said):
    hull = next(said[words] for words in said if "sound" in words)
    result = run("judge", own, "reject", hull, "--why", "a caption")
    assert result.exit_code == 0, result.output
    assert "Ida Renn rejected the statement  applied" in result.stdout
    assert "why: a caption" in result.stdout
    assert f"Ida Renn was named by {WHO}" in result.stdout
    assert hull not in run("statements", own, "--json").stdout
    undo = result.stdout.splitlines()[-1].removeprefix("To undo it: onrecord ").split()
    assert run(*undo).exit_code == 0
    assert hull in run("statements", own, "--json").stdout


def test_the_login_name_decides_where_nobody_else_is_named(run, own, said, monkeypatch):
    monkeypatch.delenv(WHO)
    monkeypatch.setenv("LOGNAME", "oran")
    result = run("judge", own, "accept", *list(said.values())[:1])
    assert "oran accepted the statement" in result.stdout
    assert "oran was named by the login" in result.stdout
    named = run("judge", own, "accept", *list(said.values())[:1], "--who", "Bo")
    assert "was named by" not in named.stdout


def test_every_ruling_can_be_made(run, as_json, own, said):
    one, other = list(said.values())[:2]
    about = {
        "correct": (one, "speaker", "Oran Teck"),
        "same-source": ("Ida Renn", "Brita Holm"),
        "not-same-source": ("Arno Vale", "Brita Holm"),
        "date": ("03_undated.txt", "2024-05-04"),
        "withdraw": ("02_wire.txt",),
    }
    for ruling, words in RULINGS.items():
        given = about.get(ruling) or ((one, other) if words.count(" ") else (one,))
        if ruling != "undo":
            result = run("judge", own, ruling, *given, "--json")
            assert result.exit_code == 0, (ruling, result.output)
            assert json.loads(result.stdout)["judgement"]["who"] == "Ida Renn"
    decided = as_json("judgements", own)
    assert len(decided) == len(RULINGS) - 1
    assert run("judge", own, "undo", decided[0]["judgement"]["id"]).exit_code == 0
    with Record.open(own) as kept:
        assert as_json("judgements", own)[-1]["judgement"]["value"] == decided[0]["judgement"]["id"]
        assert str(kept.listing(next(one.id for one in kept.reports() if one.file == "03_undated.txt")).published) == (
            "2024-05-04"
        )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("reject",), "reject is about STATEMENT: 0 given"),
        (("same-matter", "st-a"), "same-matter is about STATEMENT STATEMENT: 1 given"),
        (("reject", "st-nowhere"), "no statement of the record has the id 'st-nowhere'"),
        (("undo", "j-nowhere"), "no judgement of the record has the id 'j-nowhere'"),
        (("date", "nowhere.txt", "2024-05-04"), "nothing has the id 'nowhere.txt'"),
        (("date", "03_undated.txt", "soon"), "'soon' is no date"),
        (("same-source", "Brita Holm", "Brita Holm"), "it takes two different names"),
        (("withdraw", "02_wire.txt", "--who", " "), "who decides?"),
    ],
)
def test_what_cannot_be_decided_is_misuse_and_decides_nothing(run, own, given, told):
    result = run("judge", own, *given)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not result.stdout
    assert run("judgements", own).exit_code == 1


def test_decisions_that_differ_are_both_shown(run, own, said):
    one = next(iter(said.values()))
    run("judge", own, "reject", one)
    result = run("judge", own, "accept", one, "--who", "Oran Teck")
    assert "Oran Teck accepted the statement as it was read  contested by Ida Renn" in result.stdout
    listed = run("judgements", own).stdout
    assert "Ida Renn rejected the statement  contested by Oran Teck" in listed
    first = run("review", own, "--limit", "1").stdout
    assert "Which of these decisions is to stand?" in first
    assert "Ida Renn and Oran Teck differ" in first or "Oran Teck and Ida Renn differ" in first


def test_decisions_travel_by_files_and_by_pipes(run, own, said, record, tmp_path):
    for one in list(said.values())[:3]:
        run("judge", own, "accept", one)
    file, theirs = tmp_path / "out.jsonl", shutil.copy(record, tmp_path / "theirs.onrecord")
    written = run("judgements", own, "export", file)
    assert written.stdout.strip() == f"3 judgements written to {file}"
    assert run("judgements", own, "export", "-").stdout == file.read_text("utf-8")
    assert run("judgements", own, "export", file, "--json").exit_code == 0
    taken = run("judgements", theirs, "import", file)
    assert "3 judgements taken in, 0 on record before" in taken.stdout
    piped = CliRunner().invoke(cli, ["judgements", str(theirs), "import", "-"], input=file.read_text() + "{}\n")
    assert piped.exit_code == 3
    assert "0 judgements taken in, 3 on record before" in piped.stdout
    assert "line:4: is no judgement" in piped.stdout
    again = run("judgements", theirs, "import", file, "--json")
    assert json.loads(again.stdout)["known"] == 3
    assert len(json.loads(run("judgements", theirs, "--json").stdout)) == 3
    assert run("judgements", own, "export").exit_code == 2
    assert run("judgements", own, "import", tmp_path / "nowhere").exit_code == 2


def test_the_commands_of_the_review_answer_it(run, as_json, own):
    before = as_json("review", own)
    line = next(line for line in run("review", own).stdout.splitlines() if "onrecord judge" in line)
    command = line.partition("onrecord ")[2].replace("DAY", "2024-05-04").split()
    assert run(*command).exit_code == 0
    assert len(as_json("review", own)) < len(before)


def test_what_is_decided_is_harmless_to_a_terminal(run, own, said):
    one = next(iter(said.values()))
    result = run("judge", own, "reject", one, "--who", "Ida\x1b[2J", "--why", "\u202ebecause\x07")
    assert result.exit_code == 0
    for shown in (result.stdout, run("judgements", own).stdout, run("judgements", own, "--json").stdout):
        assert not {"\x1b", "\u202e", "\x07"} & set(shown)
