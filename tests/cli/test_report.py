"""`onrecord report` on the command line."""

from __future__ import annotations

import json


def test_it_writes_one_file_and_says_how_much_it_tells(run, record, tmp_path):
    target = tmp_path / "ferry.html"
    result = run("report", record, "-o", target)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{target}: ")
    assert result.stdout.rstrip().endswith("3 reports")
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [one.name for one in tmp_path.iterdir()] == ["ferry.html"]


def test_the_form_is_that_of_the_name_unless_it_is_given(run, record, tmp_path):
    for name, form, start in (
        ("a.md", None, "On record"),
        ("b.MARKDOWN", None, "On record"),
        ("c.md", "html", "<!DOC"),
    ):
        assert run("report", record, "-o", tmp_path / name, *(["--format", form] if form else [])).exit_code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_standard_output_holds_the_file_and_nothing_else(run, record, tmp_path):
    run("report", record, "-o", tmp_path / "ferry.html")
    result = run("report", record, "-o", "-")
    assert result.exit_code == 0
    assert result.stdout_bytes == (tmp_path / "ferry.html").read_bytes()
    assert run("report", record, "-o", "-", "--json").exit_code == 2


def test_a_file_that_is_there_is_written_anew_but_never_the_record(run, record, tmp_path):
    target = tmp_path / "ferry.html"
    target.write_text("an older report", "utf-8")
    assert run("report", record, "-o", target).exit_code == 0
    assert "an older report" not in target.read_text("utf-8")
    before = record.read_bytes()
    result = run("report", record, "-o", record)
    assert result.exit_code == 2
    assert "is the record itself" in result.stderr
    assert record.read_bytes() == before


def test_json_tells_what_was_written(run, record, tmp_path):
    target = tmp_path / "ferry.md"
    told = json.loads(run("report", record, "-o", target, "--json", "--matters", "1").stdout)
    assert told == {
        "file": str(target),
        "format": "markdown",
        "bytes": len(target.read_bytes()),
        "matters": 1,
        "reports": 3,
    }


def test_as_of_a_day(run, record, tmp_path):
    assert run("report", record, "-o", tmp_path / "a.md", "--as-of", "2024-05-02").exit_code == 0
    text = (tmp_path / "a.md").read_text("utf-8")
    assert "as of 2 May 2024" in text
    assert "One undated report is left out." in text
    assert "Eleven people" not in text


def test_nothing_to_tell_is_written_and_exit_code_1(run, record, tmp_path):
    result = run("report", record, "-o", tmp_path / "a.html", "--as-of", "1999-01-01")
    assert result.exit_code == 1
    assert (tmp_path / "a.html").exists()


def test_misuse_is_one_line_and_writes_nothing(run, record, tmp_path):
    for args in (
        [tmp_path / "none.onrecord", "-o", tmp_path / "a.html"],
        [record, "-o", tmp_path / "no" / "such" / "a.html"],
        [record, "-o", tmp_path / "a.html", "--as-of", "May"],
        [record, "-o", tmp_path / "a.html", "--matters", "0"],
        [record],
    ):
        assert run("report", *args).exit_code == 2
    assert list(tmp_path.iterdir()) == []
