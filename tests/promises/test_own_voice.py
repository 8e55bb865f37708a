"""Promise 7: every sentence that the program composes names its source or says "reported by"."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import cli

SAID = re.compile(r"said to be|reported by|\bby\b|said by|nobody named")


@pytest.fixture(scope="module")
def record(reports, tmp_path_factory):
    path = tmp_path_factory.mktemp("voice") / "story.onrecord"
    with Record.open(path) as opened:
        opened.add_all(*reports)
    return path


def test_each_answer_that_is_shown_stands_beside_who_gives_it(record):
    with Record.open(record) as opened:
        matters = opened.matters(limit=6)
        names = {one: opened.who(one).name for matter in matters for place in matter.positions for one in place.held_by}
        outlets = {listing.id: listing.outlet or listing.file for listing in opened.reports()}
    for matter in matters:
        shown = CliRunner().invoke(cli, ["matter", str(record), matter.id], env={"COLUMNS": "300"}).output
        blocks = re.split(r"\n\d+\. said to be: ", shown)[1:]
        assert len(blocks) == len(matter.positions)
        for position, block in zip(matter.positions, blocks, strict=True):
            holders = {names[one] for one in position.held_by} | {outlets[report] for report in position.own_voice}
            assert not holders or any(holder in block for holder in holders), (matter.question, position.answer)


def test_no_words_of_a_report_stand_outside_quotation_marks(record):
    """What a statement says is shown as the reports' words: between marks, with the outlet that reports it."""
    shown = CliRunner().invoke(cli, ["statements", str(record), "--limit", "0"], env={"COLUMNS": "400"}).output
    with Record.open(record) as opened:
        long = [words for entry in opened.statements() if len(words := " ".join(entry.words.split())[:40]) == 40]
        assert len(long) > 50
        for words in long:
            for line in (line for line in shown.splitlines() if words in line):
                assert "“" in line[: line.index(words)]


def test_whatever_is_new_names_who_says_so_or_who_published_it(record):
    shown = CliRunner().invoke(
        cli, ["changes", str(record), "--since", "1990-01-01", "--limit", "0"], env={"COLUMNS": "900"}
    )
    lines = [line for line in shown.output.splitlines()[3:] if line.strip()]
    assert len(lines) > 50
    assert [line for line in lines if not re.search(r"\bby\b|reported by|published by", line)] == []


def test_for_and_against_is_what_sources_say(record):
    with Record.open(record) as opened:
        asked = [matter.question for matter in opened.matters() if matter.question.startswith(("Is ", "Did "))]
        claims = [question for question in asked if opened.ask(question).verdicts]
    assert claims
    for question in claims[:5]:
        shown = CliRunner().invoke(cli, ["ask", str(record), question], env={"COLUMNS": "300"}).output
        marked = [line for line in shown.splitlines() if re.search(r"for it: |against it: ", line)]
        assert marked
        assert all(line.startswith("said by sources ") for line in marked)


def test_the_answer_to_a_question_names_its_sources(record):
    shown = CliRunner().invoke(cli, ["ask", str(record), "How many were killed?"], env={"COLUMNS": "300"}).output
    assert SAID.search(shown)
    assert "is true" not in shown
