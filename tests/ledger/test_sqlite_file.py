"""The file of a record: opened, refused, migrated, read beside a writer."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from ledger.made_up import answers, made, made_anew
from ledger.nobody import as_nobody

from onrecord import Record
from onrecord.errors import NewerRecord, NoRecord
from onrecord.ledger.migrations import APPLICATION, MIGRATIONS, judge_places
from onrecord.ledger.schema import APPEND_ONLY
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling
from onrecord.record.problem import Problem
from onrecord.record.span import Span


@pytest.fixture
def path(tmp_path):
    """A record with three reports in its file."""
    path = tmp_path / "a story #1?.onrecord"
    with closing(open_store(path, create=True)) as store, store.write() as writer:
        for seed in range(3):
            writer.add(*made(seed))
        writer.note([Problem("feed.jsonl:1", "no text", "look at it")])
    return path


def test_the_file_says_that_it_is_a_record_and_lists_its_migrations(path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        names = [name for (name,) in plain.execute("SELECT name FROM migrations ORDER BY at, name")]
        assert names == sorted(migration.__name__ for migration in MIGRATIONS)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not plain.execute("PRAGMA foreign_key_check").fetchall()


def test_it_is_the_same_after_closing(path) -> None:
    with closing(open_store(path, create=False)) as store:
        before = answers(store.view())
    with closing(open_store(path, create=True)) as store:
        assert answers(store.view()) == before
        assert store.view().count() == 3


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_that_came_in_can_be_changed_or_deleted(path, table) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("INSERT INTO judgements VALUES ('j', 'reject', '[]', '', '', 'Ada', '', '')")
        plain.execute("INSERT INTO judged_places VALUES ('j', 0, 'r', 0, 1)")
        plain.execute("INSERT INTO came_dated VALUES (1, NULL, NULL, 'unknown', NULL, NULL)")
        (column, *_) = (row[1] for row in plain.execute(f"PRAGMA table_info({table})"))
        for change in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608 - our own names
            with pytest.raises(sqlite3.IntegrityError, match="only ever appended"):
                plain.execute(change)


def test_every_reading_is_logged(path) -> None:
    with closing(open_store(path, create=False)) as store, store.write() as writer:
        writer.reread(made_anew(1))
    with closing(sqlite3.connect(path)) as plain:
        log = plain.execute("SELECT id, reader FROM reading_log JOIN reports ON number = report").fetchall()
    ids = [made(seed)[0].id for seed in range(3)]
    assert log == [(ids[0], "rules 1"), (ids[1], "rules 1"), (ids[2], "rules 1"), (ids[1], "rules 2")]


def test_a_newer_record_is_refused(path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerRecord, match="update Onrecord"):
        open_store(path, create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"x", b"The harbour is ours.\n" * 500, b"SQLite format 3\0 but not quite"])
def test_what_is_no_database_is_refused_and_left_untouched(tmp_path, content, create) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NoRecord, match=r"notes\.txt .*record's file"):
        open_store(path, create=create)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database_is_refused_and_left_untouched(tmp_path, create) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE reports (id)")
    content = path.read_bytes()
    with pytest.raises(NoRecord, match="another program"):
        open_store(path, create=create)
    assert path.read_bytes() == content


def test_reading_makes_no_file(tmp_path) -> None:
    for path in (tmp_path / "none", tmp_path / "no folder" / "none"):
        with pytest.raises(NoRecord, match="there is no record at"):
            open_store(path, create=False)
    with pytest.raises(NoRecord, match="no folder"):
        open_store(tmp_path / "no folder" / "none", create=True)
    with pytest.raises(NoRecord):
        open_store(tmp_path, create=True)
    assert not list(tmp_path.iterdir())


def test_an_empty_file_becomes_a_record_only_when_one_is_wanted(tmp_path) -> None:
    path = tmp_path / "empty"
    path.touch()
    with pytest.raises(NoRecord, match="is empty"):
        open_store(path, create=False)
    assert path.stat().st_size == 0
    with closing(open_store(path, create=True)) as store:
        assert store.view().count() == 0


def test_a_reader_sees_whole_transactions_while_another_writes(path) -> None:
    with closing(open_store(path, create=False)) as one, closing(open_store(path, create=False)) as other:
        before = answers(other.view())
        with one.write() as writer:
            writer.add(*made(9))
            writer.reread(made_anew(0))
            assert answers(other.view()) == before
        assert other.view().count() == 4
        assert other.view().reading(made(0)[0].id) == made_anew(0)
        with other.write() as writer:
            writer.add(*made(10))
        assert answers(one.view()) == answers(other.view())


def test_a_second_writer_is_told_that_the_record_is_busy(path, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.ledger.sqlite._PATIENCE", 0.01)
    with closing(open_store(path, create=False)) as one, closing(open_store(path, create=False)) as other:
        with one.write(), pytest.raises(NoRecord, match="locked"), other.write():
            pass
        with other.write() as writer:
            writer.add(*made(9))


def _read(path) -> tuple[int, int]:
    with closing(open_store(path, create=False)) as store:
        before = store.view().count()
        with pytest.raises(NoRecord, match="cannot be written to"), store.write() as writer:
            writer.add(*made(9))
        return before, store.view().count()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_record_that_cannot_be_written_can_be_read(path, folder_mode) -> None:
    assert as_nobody(path, folder_mode, _read) == (3, 3)


def test_decisions_of_older_records_are_kept(tmp_path) -> None:
    """A file of before decisions had several places: what was decided there says the same after it was opened."""
    older, report = tmp_path / "older", made(0)[0].id
    with closing(sqlite3.connect(older)) as plain, plain:
        for version, step in enumerate(MIGRATIONS[: MIGRATIONS.index(judge_places)], 1):
            step(plain)
            plain.execute(f"PRAGMA user_version = {version}")
        plain.execute(
            "INSERT INTO judgements VALUES ('j-1', 'reject', ?, 2, 9, '[]', 'Ada', 'no', '2031-03-09T10:00:00+00:00')",
            (report,),
        )
        plain.execute(
            "INSERT INTO judgements VALUES "
            "('j-2', 'same source', NULL, NULL, NULL, '[\"mara\",\"oran\"]', 'Per', '', '2031-03-10T10:00:00+00:00')"
        )
    with closing(open_store(older, create=False)) as store:
        first, second = store.view().judgements()
    assert (first.ruling, first.places, first.who, first.why) == (Ruling.REJECT, (Span(report, 2, 9),), "Ada", "no")
    assert (second.ruling, second.names, second.places) == (Ruling.SAME_SOURCE, ("mara", "oran"), ())


def test_a_record_that_is_opened_twice_stays_locked_against_other_programs(tmp_path) -> None:
    path = tmp_path / "mill.onrecord"
    with closing(open_store(path, create=True)):
        open_store(path, create=False).close()
        other = f"from onrecord.ledger.sqlite import open_store; open_store({str(path)!r}, create=False).close()"
        subprocess.run([sys.executable, "-c", other], check=True)
        assert path.with_name(f"{path.name}-wal").exists(), (
            "the last to leave takes it away, and that was not the other"
        )


def test_a_record_opened_for_reading_alone_answers_and_stays_as_it_is(tmp_path):
    path = tmp_path / "r"
    (tmp_path / "a.txt").write_text(" date 2031-05-06 The mill is shut, mayor Ida Renn said on Tuesday.\n")
    with Record.open(path) as record:
        record.add_all(tmp_path / "a.txt")
        said = [entry.id for entry in record.statements()]
    with closing(sqlite3.connect(path)) as connection, connection:  # as if nothing had been brought to topics yet
        connection.execute("DELETE FROM topics")
        connection.execute("UPDATE settled SET before = 0")
    before = path.read_bytes()
    with Record.open(path, read_only=True) as record:
        assert [entry.id for entry in record.statements()] == said
        assert len(record.matters()) == record.matters().total
        with pytest.raises(NoRecord, match="cannot be written to"):
            record.reject(said[0], who="Ida Renn", why="a test")
    assert path.read_bytes() == before
