"""Promises 2, 6 and 8, with worker processes: their number changes no byte, and a death or a fault loses no report."""

from __future__ import annotations

import os

import pytest
from promises.readers import DEADLY, FAULTY, frail

from onrecord import Record, workers
from onrecord.follow import Outcome, follow
from onrecord.ledger.sqlite import open_store

EDITIONS = 3  # of each report of the story: more than a handful, which is read without any worker


@pytest.fixture(scope="module")
def many(reports, tmp_path_factory):
    """A folder of reports, one of them twice under two names, and a file that is none."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(EDITIONS):
        for path in reports:
            text = path.read_text(encoding="utf-8")
            (folder / f"{number}-{path.name}").write_text(f"{text}\n\nEdition {number}.", encoding="utf-8")
    (folder / "0-again.txt").write_text((folder / f"0-{reports[0].name}").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "1-empty.txt").write_text("")
    return folder


def exported(paths, folder, jobs):
    folder.mkdir()
    with Record.open(folder / "r") as record:
        outcomes = record.add_all(*paths, jobs=jobs)
        return outcomes, {file.name: file.read_bytes() for file in record.export(folder / "out")}


def test_the_number_of_workers_and_what_waits_for_them_change_no_byte(many, tmp_path, monkeypatch):
    assert sum(path.stat().st_size for path in many.iterdir()) > workers._HANDFUL  # noqa: SLF001 - else none is started
    whole, made = exported([many], tmp_path / "one", 1)
    assert {one.outcome for one in whole} == set(Outcome)
    for jobs, ahead, handful, order in ((3, 16, 0, 1), (2, 1, 20_000, -1), (2, 3, 10**9, 1)):
        monkeypatch.setattr(workers, "_AHEAD", ahead)
        monkeypatch.setattr(workers, "_HANDFUL", handful)
        outcomes, tables = exported(sorted(many.iterdir())[::order], tmp_path / f"{jobs}-{ahead}", jobs)
        assert tables == made
        assert order < 0 or outcomes == whole


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_worker_that_dies_and_a_reader_that_fails_lose_nothing(many, tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_HANDFUL", 0)
    bad = {"0-01-dead.txt": DEADLY, "1-01-faulty.txt": FAULTY, "2-99-dead.txt": DEADLY}
    paths = sorted(many.iterdir())
    for name, word in bad.items():
        (tmp_path / name).write_text(f"The {word} of pier {name[0]} spread, Ida Renn said on Monday.\n")
    store = open_store(":memory:", create=True)
    outcomes = list(follow([*paths[:4], *(tmp_path / name for name in bad), *paths[4:]], store, frail, jobs=2))
    faults = [problem for one in outcomes for problem in one.problems if "fault in Onrecord" in problem.advice]
    found = {problem.where: problem.what for problem in faults}
    assert list(found) == list(bad)
    assert "ended with signal 9" in found["0-01-dead.txt"]
    assert "cannot read that word" in found["1-01-faulty.txt"]
    view = store.view()
    assert view.count() == sum(one.outcome is Outcome.ADDED for one in outcomes) == len(paths) - 2 + len(bad)
    assert {problem.where for problem in view.problems()} >= bad.keys()
    assert len(view.search(f"{DEADLY} pier")) == 2
    read = [one for one in view.listings().values() if view.reading(one.id).statements]
    assert len(read) == len(paths) - 2
    store.close()


def test_a_record_is_the_same_after_reading_anew(many, tmp_path, monkeypatch):
    with Record.open(tmp_path / "r") as record:
        record.add_all(many, jobs=2)
        before = {file.name: file.read_bytes() for file in record.export(tmp_path / "before")}
        monkeypatch.setattr(workers, "_HANDFUL", 0)
        assert record.reread(jobs=2) == record.count
        assert {file.name: file.read_bytes() for file in record.export(tmp_path / "after")} == before
