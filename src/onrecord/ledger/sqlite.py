"""The embedded ledger: one SQLite file, which needs no server and no set-up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from onrecord.errors import NewerRecord, NoRecord
from onrecord.ledger.amending import judged_day
from onrecord.ledger.derived import state
from onrecord.ledger.migrations import APPLICATION, MIGRATIONS, migrate, version_of
from onrecord.ledger.schema import SETTLING, UNDATED
from onrecord.ledger.shared import Shared
from onrecord.ledger.view import SqliteView
from onrecord.ledger.writer import SqliteWriter, settled_before
from onrecord.record.when import When

_PATIENCE = 10.0
"""Seconds to wait while another program writes."""

_LEAST = 512
"""Bytes of the smallest page of SQLite: what is smaller is no database, and would be made one."""

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",  # safe against a kill; a power cut may cost the last transactions, never the file
    "PRAGMA temp_store = MEMORY",  # sorting works beside a read-only file
    "PRAGMA mmap_size = 1073741824",  # reads straight from the file's pages, as far as they go
    "PRAGMA cache_size = -65536",  # in KiB, taken as needed
    "PRAGMA wal_autocheckpoint = 4000",  # in pages: indexes that many reports touch are written back less often
)


class SqliteStore:
    """A record's file."""

    def __init__(self, connection: Connection, path: str) -> None:
        self._connection = connection
        self._path = path
        self._shared = Shared(connection)

    def missing(self, ids: Sequence[str]) -> list[str]:
        """Those of the report ids that are not in the record, in the order given."""
        found = self._connection.execute(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM reports) ORDER BY key",
            (json.dumps(ids),),
        )
        return [report for (report,) in found]

    def judged_day(self, report: str) -> When | None:
        """The day that people gave to a report, whether the record has it or not yet; None where nobody did."""
        return judged_day(self._connection, report)

    @contextmanager
    def write(self) -> Iterator[SqliteWriter]:
        """A transaction, kept when the block ends and undone when it raises.

        Raises:
            NoRecord: when the file cannot be written to, or another program keeps it busy.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                self._put_aside(wanted=False)
                yield SqliteWriter(self._connection)
        except sqlite3.OperationalError as error:
            raise NoRecord(f"the record {self._path} cannot be written to: {error}") from error

    @contextmanager
    def aside(self) -> Iterator[SqliteWriter]:
        """A transaction on topics alone that leaves the file as it is: for one that cannot be written to."""
        self._connection.execute("BEGIN")
        with self._connection:
            self._put_aside(wanted=True)
            yield SqliteWriter(self._connection)

    def _put_aside(self, *, wanted: bool) -> None:
        """Have a copy of the topics stand in for those of the file, or else none; undone with the transaction."""
        there = bool(self._connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'settled'").fetchall())
        for table, looked_up in SETTLING.items() if wanted != there else ():
            if there:
                self._connection.execute(f"DROP TABLE temp.{table}")
                continue
            self._connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")  # noqa: S608
            for number, columns in enumerate(looked_up):
                self._connection.execute(f"CREATE INDEX temp.{table}_{number} ON {table} ({columns})")

    def settled(self) -> bool:
        """Whether all that was said has been brought to topics."""
        return settled_before(self._connection) > UNDATED

    def view(self, as_of: date | None = None) -> SqliteView:
        """The record as it could be known on that day."""
        return SqliteView(self._connection, as_of, self._shared)

    def state(self) -> str:
        """What tells this state of the record from all others: it changes with all that is read or decided."""
        return state(self._connection)

    def faults(self) -> list[str]:
        """What is wrong with the file itself; empty where it is sound."""
        found = [line for (line,) in self._connection.execute("PRAGMA integrity_check") if line != "ok"]
        found += [f"{table}: row {row} has lost its {other}" for table, row, other, _ in self._dangling()]
        unread = "SELECT id FROM reports WHERE number NOT IN (SELECT report FROM readings) ORDER BY id"
        return [*found, *(f"report {report} has no reading" for (report,) in self._connection.execute(unread))]

    def _dangling(self) -> Iterator[tuple[str, int, str, int]]:
        yield from self._connection.execute("PRAGMA foreign_key_check")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_store(path: str | Path, *, create: bool, read_only: bool = False) -> SqliteStore:
    """Open a record's file.

    Args:
        path: the file, or ":memory:" for a record that lasts as long as the store.
        create: whether to start a record where there is no file yet.
        read_only: whether to leave the file as it is, and what views work out unkept.

    Raises:
        NoRecord: when there is no file, or it is no record, or it cannot be opened.
        NewerRecord: when a newer Onrecord wrote it.
    """
    place = str(path)
    try:
        if place != ":memory:":
            _check_start(Path(place), create)
        return SqliteStore(_prepared(place, create, read_only), place)
    except (OSError, sqlite3.DatabaseError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise _no_record(place) from error
        raise NoRecord(
            f"{place} cannot be opened as a record: {error}. "
            "Check that it is a record's file, that you may read it and that no other program holds it"
        ) from error


def _check_start(path: Path, create: bool) -> None:
    """Refuse what SQLite would make a database of: a path without a file, a file too short to be one."""
    if not path.exists() and not create:
        raise NoRecord(f"there is no record at {path}: check the path, or start a record there by adding reports")
    # By its size alone: to read the file by hand would end the locks that other connections of this process hold on it.
    if path.is_file() and 0 < path.stat().st_size < _LEAST:
        raise _no_record(path)


def _no_record(path: str | Path) -> NoRecord:
    return NoRecord(f"{path} is no record: give the path of a record's file")


def _prepared(place: str, create: bool, read_only: bool) -> Connection:
    """A connection to a file that is surely a record of this version."""
    connection = _connected(place, create, read_only)
    try:
        _check(connection, place, create)
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(place: str, create: bool, read_only: bool) -> Connection:
    if place == ":memory:":
        return _connection(place)
    address = Path(place).absolute().as_uri()
    try:
        return _connection(f"{address}?mode={'ro' if read_only else 'rwc' if create else 'rw'}")
    except sqlite3.OperationalError:
        # In a read-only folder SQLite cannot put its working files beside a record. Without one to catch up on, none is
        # needed to read.
        if create or Path(f"{place}-wal").exists():
            raise
        return _connection(f"{address}?immutable=1")


def _connection(address: str) -> Connection:
    """A connection that has read the file's header."""
    connection = sqlite3.connect(address, timeout=_PATIENCE, isolation_level=None, uri=address != ":memory:")
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: Connection, place: str, create: bool) -> None:
    """Refuse what is no record, and what a newer Onrecord wrote; begin a new record in an empty file."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = application == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if empty and create:
        connection.execute("PRAGMA journal_mode = WAL")
    elif empty:
        raise NoRecord(f"{place} is empty: start a record there by adding reports")
    elif application != APPLICATION:
        raise NoRecord(f"{place} is another program's database, not a record: give the path of a record's file")
    elif (version := version_of(connection)) > len(MIGRATIONS):
        raise NewerRecord(
            f"{place} was written by a newer Onrecord (its tables are version {version}, this one knows "
            f"{len(MIGRATIONS)}): update Onrecord to open it"
        )
