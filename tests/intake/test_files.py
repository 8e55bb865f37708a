from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.intake import plain
from onrecord.intake.files import count, take
from onrecord.record.problem import Problem
from onrecord.record.report import Report, Status, report_id

TEXT = "Guard holds pier\n\nBy Lena Marsh\n\nPublished 6 September 2021\n\nTELDU (AFP) - The harbour guard said that it held the pier.\n"


def put(path, content=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(items):
    return [item.listing.file if isinstance(item, Report) else item.where for item in items]


def problem_of(path):
    [problem] = take([path])
    assert isinstance(problem, Problem)
    assert problem.advice
    return problem


def test_a_file_is_a_report(tmp_path):
    [report] = take([put(tmp_path / "a.txt")])
    listing = report.listing
    assert report.text == TEXT
    assert (listing.id, listing.file, listing.url) == (report_id(TEXT), "a.txt", "")
    assert (listing.title, listing.outlet, str(listing.published)) == ("Guard holds pier", "AFP", "2021-09-06")
    assert (listing.language, listing.declared) == ("en", Status.USABLE)


def test_the_name_gives_the_day_where_the_text_does_not(tmp_path):
    [report] = take([put(tmp_path / "report-20210907.txt", "The guard held the pier.")])
    assert str(report.published) == "2021-09-07"
    [report] = take([put(tmp_path / "2021-09-08.txt")])
    assert str(report.published) == "2021-09-06"


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path):
    for name in ("b.txt", "a.md", "c/z.TEXT", "c/a", "d.2", ".hidden.txt", ".git/a.txt"):
        put(tmp_path / name)
    assert names(take([tmp_path])) == ["a.md", "b.txt", "a", "z.TEXT", "d.2"]


def test_paths_are_taken_in_the_order_given(tmp_path):
    a, b = put(tmp_path / "a.txt"), put(tmp_path / "b.txt")
    assert names(take([b, a, tmp_path])) == ["b.txt", "a.txt", "a.txt", "b.txt"]
    assert list(take([])) == []


def test_another_extension_in_a_folder_is_a_problem_but_tried_where_named(tmp_path):
    odd = put(tmp_path / "in" / "a.yaml")
    assert problem_of(tmp_path / "in").what == ".yaml is no report"
    [report] = take([odd])
    assert report.text == TEXT


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.yaml", "leave it out"), ("a.pdf", "plain text"), ("a.html", "save the page"), ("a.csv", ".jsonl")],
)
def test_an_extension_that_is_no_report_gets_its_advice(tmp_path, name, advice):
    put(tmp_path / name)
    assert advice in problem_of(tmp_path).advice


def test_rows_lie_beside_files(tmp_path):
    put(tmp_path / "a.txt")
    put(tmp_path / "b.jsonl", "\n".join(json.dumps({"text": f"The guard held pier {n}."}) for n in range(3)) + "\n")
    put(tmp_path / "c.ndjson", b"{")
    assert names(take([tmp_path])) == ["a.txt", "b.jsonl", "b.jsonl", "b.jsonl", "c.ndjson:1"]
    assert count([tmp_path]) == 5


def test_a_long_file_of_rows_is_counted_by_its_beginning(tmp_path, monkeypatch):
    rows = put(tmp_path / "a.jsonl", b'{"text": "The guard"}\n' * 10_000)
    monkeypatch.setattr("onrecord.intake.files._SAMPLE", 10_000)
    assert count([rows]) == pytest.approx(10_000, rel=0.02)


@pytest.mark.parametrize("wide", ["utf-16", "utf-32"])
def test_rows_in_another_encoding_are_one_problem(tmp_path, wide):
    assert wide.upper() in problem_of(put(tmp_path / "a.jsonl", ('{"text": "a"}\n' * 9).encode(wide))).what


@pytest.mark.parametrize(
    ("content", "what"), [(b"", "is empty"), (b"\xe9", "is not UTF-8"), (b"%PDF-1", "a PDF document")]
)
def test_a_file_that_is_no_text_is_a_problem(tmp_path, content, what):
    problem = problem_of(put(tmp_path / "a.txt", content))
    assert problem.where == "a.txt"
    assert what in problem.what


def test_a_path_that_does_not_exist_is_a_problem(tmp_path):
    assert problem_of(tmp_path / "none.txt") == Problem("none.txt", "does not exist", "check the name")
    assert count([tmp_path / "none.txt"]) == 1


@pytest.mark.parametrize("name", ["a\x00b.txt", "\ud800.txt", "a" * 5_000, ""])
def test_a_path_that_no_file_can_have_is_a_problem(tmp_path, name):
    problem = problem_of(tmp_path / "none" / name)
    assert problem.where.encode()


def test_a_file_too_large_is_refused_by_its_size(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    problem = problem_of(path)
    assert "is 200 MB, more than the 10 MB" in problem.what
    assert "split" in problem.advice


def test_a_file_that_grew_is_refused(tmp_path, monkeypatch):
    path = put(tmp_path / "a.txt")
    stat = os.stat_result((0o100644, 0, 0, 1, 0, 0, 5, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda *_, **__: stat)
    monkeypatch.setattr(plain, "MOST", 20)
    assert "more than" in problem_of(path).what


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path):
    path = put(tmp_path / "a.txt")
    path.chmod(0)
    assert "may not be read" in problem_of(path).what


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (PermissionError(13, "no"), "may not be read"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (FileNotFoundError(), "does not exist"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_trouble_in_reading_is_a_problem(tmp_path, monkeypatch, name, error, what):
    path = put(tmp_path / name)

    def fail(*_):
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert what in problem_of(path).what
    assert count([path]) == 1


def test_a_folder_that_may_not_be_listed_is_a_problem(tmp_path, monkeypatch):
    def fail(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", fail)
    assert "may not be read" in problem_of(tmp_path).what


def test_a_pipe_a_socket_and_a_device_are_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as channel:
        channel.bind(str(tmp_path / "socket.jsonl"))
        whats = [item.what for item in take([tmp_path, Path(os.devnull)])]
    assert whats == ["is a pipe, not a file", "is a socket, not a file", "is a device, not a file"]


def test_a_folder_without_anything_is_a_problem(tmp_path):
    put(tmp_path / ".hidden")
    (tmp_path / "inner").mkdir()
    assert "without anything" in problem_of(tmp_path).what


def test_links_are_followed_and_loops_are_not(tmp_path):
    put(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to("self")
    (tmp_path / "z.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    assert sorted(names(take([tmp_path]))) == ["a.txt", "gone.txt", "self", "z.txt"]


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path / "r") + b"\xe9.txt")
    try:
        put(Path(path))
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    [report] = take([tmp_path])
    assert report.listing.file == "r\\udce9.txt"


def test_a_bad_file_never_stops_the_others(tmp_path):
    for name, content in {"a.txt": b"\x00", "b.txt": TEXT, "c.txt": b"", "d.txt": TEXT + "More."}.items():
        put(tmp_path / name, content)
    assert [type(item) for item in take([tmp_path])] == [Problem, Report, Problem, Report]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<")))
def test_any_text_is_kept_exactly(tmp_path, text):
    [report] = take([put(tmp_path / "a.txt", "a" + text + "\r\n")])
    assert report.text == "a" + text + "\r\n"
    words = report.published.words
    assert words is None or words.of(report.text)
