"""The story that ships with the package, on the command line."""

from __future__ import annotations

import json


def test_demo_shows_what_is_contested_and_what_to_do_next(run):
    result = run("demo")
    assert result.exit_code == 0, result.output
    for words in ("all that is on record: 14 reports", "said to be: ", "reported by ", "origin", "Look further:"):
        assert words in result.stdout
    assert "onrecord demo --keep demo.onrecord" in result.stdout


def test_a_demo_that_is_kept_answers(run, tmp_path):
    kept = tmp_path / "demo.onrecord"
    assert run("demo", "--keep", kept, "--json").exit_code == 0
    again = run("demo", "--keep", kept)
    assert again.exit_code == 0
    commands = [line.split() for line in again.stdout.splitlines() if line.startswith("  onrecord ")]
    assert len(commands) >= 2
    assert all(str(kept) in command for command in commands)
    assert run("check", kept).exit_code == 0


def test_demo_as_of_a_day_and_as_json(run):
    assert "as of 2024-03-12: 4 reports" in run("demo", "--as-of", "2024-03-12").stdout
    assert run("demo", "--as-of", "soon").exit_code == 2
    early = run("demo", "--as-of", "2020-01-01")
    assert early.exit_code == 1
    assert json.loads(run("demo", "--json").stdout)[0]["positions"]
