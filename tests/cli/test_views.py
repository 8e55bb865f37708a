"""Every view in text and as JSON, with the exit codes that scripts rely on."""

from __future__ import annotations

import json

import pytest

VIEWS = {
    "matters": (),
    "timeline": (),
    "sources": (),
    "statements": (),
    "origins": (),
    "reuse": (),
    "problems": (),
    "changes": ("--since", "2024-05-03"),
    "ask": ("How many were killed?",),
    "search": ("hull",),
    "source": ("Brita Holm",),
    "show": ("02_wire.txt",),
}


@pytest.mark.parametrize(("name", "more"), VIEWS.items())
def test_every_view_reads_well_and_exits_with_0(run, record, name, more):
    result = run(name, record, *more)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    assert not result.stderr
    assert "\x1b" not in result.stdout
    assert not [line for line in result.stdout.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(("name", "more"), VIEWS.items())
def test_json_is_all_that_stands_on_standard_output(run, record, name, more):
    result = run(name, record, *more, "--json")
    assert result.exit_code == 0, result.output
    json.loads(result.stdout)
    assert not result.stderr


@pytest.mark.parametrize(("name", "more"), VIEWS.items())
def test_a_view_of_no_record_is_misuse_and_makes_none(run, tmp_path, name, more):
    missing = tmp_path / "missing.onrecord"
    result = run(name, missing, *more)
    assert result.exit_code == 2
    assert not result.stdout
    assert result.stderr.startswith("Error: there is no record at ")
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "more"), VIEWS.items())
def test_every_view_can_be_had_as_of_a_day(run, record, name, more):
    bad = run(name, record, *more, "--as-of", "yesterday")
    assert bad.exit_code == 2
    assert "'yesterday' is no day" in bad.stderr
    if name not in {"show", "source", "changes", "reuse"}:  # what they ask for came later
        assert run(name, record, *more, "--as-of", "2024-05-02").exit_code == 0


def test_the_heading_says_what_a_view_rests_on(run, record):
    assert run("statements", record).stdout.startswith("all that is on record: 3 reports\n")
    then = run("statements", record, "--as-of", "2024-05-02").stdout
    assert then.startswith("as of 2024-05-02: 1 report (1 undated left out)\n")


def test_a_view_as_of_a_day_holds_nothing_that_came_later(run, record):
    assert "rotten" in run("statements", record).stdout
    assert "rotten" not in run("statements", record, "--as-of", "2024-05-02").stdout


def test_a_matter_shows_who_says_what_on_whose_word(run, as_json, record):
    dead = next(one for one in as_json("matters", record) if one["question"] == "How many were killed?")
    shown = run("matter", record, dead["id"][:9])
    assert shown.exit_code == 0
    for words in ("said to be: 8", "said to be: 11", "reported by", "since", "1 origin", "02_wire.txt", "“"):
        assert words in shown.stdout
    whole = as_json("matter", record, dead["id"])
    assert whole["matter"] == dead
    assert {one["statement"]["id"] for one in whole["statements"]} >= set(dead["positions"][0]["statements"])


def test_nothing_is_said_of_a_matter_in_the_programs_own_voice(run, as_json, record):
    for one in as_json("matters", record):
        for line in run("matter", record, one["id"]).stdout.splitlines():
            if line[:2].rstrip(".").isdigit():
                assert "said to be: " in line
            if line.lstrip().startswith("by "):
                assert line.split(maxsplit=1)[1].strip()


def test_a_statement_is_shown_in_its_paragraph_with_its_places(run, as_json, record):
    entry = next(one for one in as_json("statements", record) if "rotten" in one["words"])
    shown = run("show", record, entry["statement"]["id"]).stdout
    text = as_json("show", record, entry["report"]["id"])["text"]
    start, end = (entry["statement"]["content"][0][key] for key in ("start", "end"))
    assert text[start:end] in shown
    assert f"{start}-{end}" in shown


def test_show_takes_every_kind_of_id(run, as_json, record):
    ids = [
        as_json("matters", record)[0]["id"],
        as_json("sources", record)[0]["source"]["id"],
        as_json("origins", record)[0]["origin"]["id"],
        as_json("statements", record)[0]["statement"]["id"],
        as_json("statements", record)[0]["report"]["id"],
    ]
    for one in ids:
        assert run("show", record, one).exit_code == 0, one
        assert as_json("show", record, one)


@pytest.mark.parametrize("wanted", ["ma-0", "so-0", "or-0", "st-0", "0" * 16, "", "nobody.txt"])
def test_an_id_that_is_not_there_is_one_line_and_exit_code_2(run, record, wanted):
    result = run("show", record, wanted)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_one_origin_is_drawn_whole(run, as_json, record):
    one = as_json("origins", record, "--source", "Brita Holm")[0]
    assert run("origins", record, one["origin"]["id"]).stdout.count("reported by") == len(one["origin"]["reports"])


def test_filters_are_handed_on(run, as_json, record):
    assert {one["source"]["name"] for one in as_json("statements", record, "--source", "Holm")} == {"Brita Holm"}
    assert all("hull" in one["words"] for one in as_json("statements", record, "--words", "hull"))
    assert not as_json("statements", record, "--until", "2024-05-01")
    assert run("statements", record, "--stance", "grumpy").exit_code == 2
    report = as_json("show", record, "01_gazette.txt")["report"]["id"]
    assert {one["report"]["id"] for one in as_json("statements", record, "--report", report)} == {report}


def test_what_is_left_out_is_told(run, as_json, record):
    some = run("statements", record, "--limit", "1").stdout
    total = len(as_json("statements", record))
    assert some.endswith(f"… {total - 1} more: --limit 0 for all\n")
    assert "more:" not in run("statements", record, "--limit", "0").stdout
    assert run("search", record, "hull", "--limit", "1").stdout.endswith("… and more: --limit 0 for all\n")
    assert len(as_json("search", record, "hull", "--limit", "1")) == 1
    assert run("matters", record, "--limit", "-1").exit_code == 2


@pytest.mark.parametrize(
    "args",
    [
        ("ask", "Where is Napoleon Bonaparte?"),
        ("search", "zeppelin"),
        ("statements", "--words", "zeppelin"),
        ("changes", "--since", "2030-01-01", "--as-of", "2030-01-02"),
        ("timeline", "--since", "2090-01-01"),
    ],
)
def test_nothing_found_is_exit_code_1_and_said(run, record, args):
    result = run(args[0], record, *args[1:])
    assert result.exit_code == 1
    assert result.stdout.strip()
    assert run(args[0], record, *args[1:], "--json").exit_code == 1


def test_check_finds_nothing_in_a_sound_record(run, as_json, record):
    assert run("check", record).exit_code == 0
    assert all(not one["faults"] for one in as_json("check", record))


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_export_writes_every_table(run, record, tmp_path, form):
    result = run("export", record, tmp_path / "out", "--format", form, "--json")
    assert result.exit_code == 0, result.output
    assert sorted(json.loads(result.stdout)) == sorted(map(str, (tmp_path / "out").iterdir()))
    assert len(list((tmp_path / "out").iterdir())) == 9


def test_export_to_a_place_that_cannot_be_is_misuse(run, record, tmp_path):
    (tmp_path / "file").write_text("x")
    assert run("export", record, tmp_path / "file" / "out").exit_code == 2
    assert run("export", record, tmp_path, "--format", "xml").exit_code == 2
