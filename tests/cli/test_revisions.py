"""`onrecord revisions`, and what other views say of reports that were corrected or withdrawn."""

from __future__ import annotations

import json

import pytest

from onrecord.prose.words import fate
from onrecord.record.report import Fate, Status
from onrecord.record.when import UNKNOWN

PAGE = "https://cps.example/2031/03/mayor"
FLED = (
    "Mayor flees by night boat\n\n"
    "TELDU (CPS) - Mayor Per Lund has fled Teldu by boat with 14 guards, captain Ida Renn said on Monday.\n\n"
    '"Nobody stopped the boat when it left the lower pier," Renn said.'
)
ROWS = [
    {"date": "2031-03-10", "text": FLED, "publisher": "CPS", "url": PAGE},
    {"date": "2031-03-11", "text": FLED.replace("14", "19"), "publisher": "CPS", "url": f"{PAGE}?utm_source=x"},
    {"date": "2031-03-11", "text": FLED, "publisher": "Teldu Gazette"},
    {
        "date": "2031-03-13",
        "text": "",
        "publisher": "CPS",
        "url": PAGE,
        "pubstatus": "canceled",
        "ednote": "Kill this item.",
    },
]


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    from click.testing import CliRunner  # noqa: PLC0415 - only here

    from onrecord.cli.app import cli  # noqa: PLC0415 - only here

    folder = tmp_path_factory.mktemp("changed")
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    assert CliRunner().invoke(cli, ["add", str(folder / "r.onrecord"), str(folder / "feed.jsonl")]).exit_code == 0
    return folder / "r.onrecord"


def test_an_edition_is_shown_as_a_difference(run, changed):
    shown = run("revisions", changed).stdout
    assert "revised on 2031-03-11, says CPS" in shown
    assert "and nothing in it says so" in shown
    assert "by boat with [-14-] {+19+} guards, captain Ida Renn said on Monday." in shown
    assert "statement was: Ida Renn: “" in shown
    assert shown.count("withdrawn on 2031-03-13, says CPS") == 2


def test_the_places_of_a_difference_are_exact_on_both_sides(as_json, changed):
    one = next(one for one in as_json("revisions", changed) if one["kind"] == "revised")
    [edit] = one["edits"]
    [words] = edit["words"]
    for side, report, expected in (("before", one["report"], "14"), ("after", one["by"], "19")):
        text = as_json("show", changed, report["id"])["text"]
        assert text[words[side]["start"] : words[side]["end"]] == expected
    assert (one["silent"], one["who"], len(one["changed"])) == (True, "CPS", 1)


def test_statements_say_what_became_of_their_report_and_of_what_they_rest_on(run, changed):
    lines = [line for line in run("statements", changed).stdout.splitlines() if "reported by" in line]
    assert all("[withdrawn on 2031-03-13, says CPS]" in line for line in lines if "by CPS" in line)
    rests = "[same words: rests on a report withdrawn on 2031-03-13, says CPS]"
    assert [line for line in lines if "Teldu Gazette" in line]
    assert all(rests in line for line in lines if "Teldu Gazette" in line)
    assert "withdrawn" not in run("statements", changed, "--as-of", "2031-03-12").stdout


def test_a_report_shows_its_fates(run, as_json, changed):
    first = as_json("revisions", changed)[-1]["report"]["id"]
    assert "[withdrawn on 2031-03-13, says CPS]" in run("show", changed, first).stdout
    whole = as_json("show", changed, first)
    assert (whole["status"], [fate["status"] for fate in whole["fates"]]) == ("withdrawn", ["withdrawn"])
    assert {entry["report"]["outlet"] for entry in whole["resting"]} == {"Teldu Gazette"}
    assert "What rests on it, as other reports have it:" in run("show", changed, first).stdout
    then = as_json("show", changed, first, "--as-of", "2031-03-12")
    assert (then["fates"], then["resting"]) == ([], [])


def test_changes_tell_of_them(run, changed):
    shown = run("changes", changed, "--since", "2031-03-11").stdout
    assert [line.split()[0] for line in shown.splitlines() if "says CPS" in line] == [
        "withdrawn",
        "withdrawn",
        "revised",
    ]


def test_a_position_that_rests_on_withdrawn_reports_alone_says_so(run, as_json, changed):
    ids = [one["id"] for one in as_json("matters", changed)]
    assert ids
    for one in ids:
        assert "on withdrawn reports alone since 2031-03-13, says CPS" in run("matter", changed, one).stdout
        before = run("matter", changed, one, "--as-of", "2031-03-12")
        assert "withdrawn" not in before.stdout


def test_only_the_report_that_is_asked_for(as_json, run, changed):
    gazette = next(one["report"]["id"] for one in as_json("statements", changed) if one["report"]["outlet"] != "CPS")
    assert run("revisions", changed, "--report", gazette).exit_code == 1
    assert run("revisions", changed, "--report", "0" * 16).exit_code == 2
    assert run("revisions", changed, "--limit", "1").stdout.endswith("… 2 more: --limit 0 for all\n")


def test_where_nothing_changed_it_says_so(run, record):
    result = run("revisions", record)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "No report was edited, corrected or withdrawn.")


def test_a_word_whose_day_or_outlet_is_not_told_says_that():
    assert fate(Status.USABLE) == ""
    assert fate(Status.WITHDRAWN, [Fate(Status.WITHDRAWN, UNKNOWN, "", "b", None)]) == (
        " [withdrawn on a day not told, says an outlet that is not named]"
    )
