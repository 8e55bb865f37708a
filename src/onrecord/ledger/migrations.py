"""From an empty or older file to the tables of this version: named steps, each run once, in its own transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from sqlite3 import Connection

from onrecord.ledger.rows import judgement_cells, place_rows, span, texts
from onrecord.ledger.schema import (
    AMENDED,
    DECISIONS,
    JUDGED,
    KEPT,
    READINGS,
    REPORTS,
    TOPICS,
    UNDATED,
    refusal,
    refusals,
)
from onrecord.record.judgement import Ruling, judgement

APPLICATION = int.from_bytes(b"OnRc")
"""By which a file says that it is a record (SQLite's application_id)."""


def found_record(connection: Connection) -> None:
    """The first tables."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for statement in (*REPORTS, *READINGS, *DECISIONS):
        connection.execute(statement)
    for table in KEPT:
        for refused in refusals(table):
            connection.execute(refused)


def find_offices(connection: Connection) -> None:
    """An index of the offices that reports speak of without a name."""
    connection.execute("CREATE INDEX names_of_offices ON names (key, last) WHERE kind = 'office'")


def tell_editions(connection: Connection) -> None:
    """What puts the editions of a report in order, and whose reports a notice speaks of."""
    connection.execute("ALTER TABLE reports ADD COLUMN edition TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE notices ADD COLUMN outlet TEXT NOT NULL DEFAULT ''")


def know_words_again(connection: Connection) -> None:
    """How a statement's speaker comes to know it, and the prints of its words: empty until the report is read again."""
    connection.execute("ALTER TABLE statements ADD COLUMN basis TEXT NOT NULL DEFAULT 'says so'")
    connection.execute("ALTER TABLE statements ADD COLUMN prints BLOB NOT NULL DEFAULT x''")


def know_meanings(connection: Connection) -> None:
    """What statements mean, and the topics that they were brought to: empty until the reports are read again."""
    for statement in TOPICS:
        connection.execute(statement)
    connection.execute("INSERT INTO settled VALUES (?)", (UNDATED + 1,))


def keep_derived(connection: Connection) -> None:
    """What views of so many reports worked out, in one state of the record: all of it can be made again."""
    connection.execute("""CREATE TABLE derived (
        number INTEGER PRIMARY KEY,
        what TEXT NOT NULL,
        state TEXT NOT NULL,
        reports INTEGER NOT NULL,
        made BLOB NOT NULL,
        UNIQUE (what, state, reports)
    ) STRICT""")


def tell_what_is_dated(connection: Connection) -> None:
    """What the date of a telling is the date of: what happened, as all of them were told before."""
    connection.execute("ALTER TABLE tellings ADD COLUMN kind TEXT NOT NULL DEFAULT 'happening'")


def judge_places(connection: Connection) -> None:
    """Decisions about two places, or a part of a statement; those that were made get ids of what they say by now."""
    old = connection.execute("SELECT ruling, report, start, end, names, who, why, at FROM judgements").fetchall()
    connection.execute("DROP TABLE judgements")
    for statement in JUDGED:
        connection.execute(statement)
    for ruling, report, start, end, names, who, why, at in old:
        place = span(report, start, end)
        when = datetime.fromisoformat(at)
        made = judgement(Ruling(ruling), [place] if place else [], texts(names), who=who, why=why, when=when)
        connection.execute("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?)", judgement_cells(made))
        connection.executemany("INSERT INTO judged_places VALUES (?, ?, ?, ?, ?)", place_rows(made))
    for table in ("judgements", "judged_places"):
        for refused in refusals(table):
            connection.execute(refused)


def amend_readings(connection: Connection) -> None:
    """What was read of what people correct; a report may be given another day than it came with, which is kept."""
    for statement in AMENDED:
        connection.execute(statement)
    connection.execute("DROP TRIGGER reports_no_update")
    connection.execute(refusal("reports", "update", "number, id, url, outlet, title, language, declared, edition"))
    for refused in refusals("came_dated"):
        connection.execute(refused)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    found_record,
    find_offices,
    tell_editions,
    know_words_again,
    know_meanings,
    keep_derived,
    tell_what_is_dated,
    judge_places,
    amend_readings,
)


def version_of(connection: Connection) -> int:
    """How many of the migrations the file has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection) -> None:
    """Run the migrations that the file has not been through."""
    for version in range(version_of(connection) + 1, len(MIGRATIONS) + 1):
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            # Another program may have been faster while this one waited for the lock.
            if version_of(connection) < version:
                _run(connection, version, MIGRATIONS[version - 1])


def _run(connection: Connection, version: int, step: Callable[[Connection], None]) -> None:
    step(connection)
    connection.execute("INSERT INTO migrations VALUES (?, datetime('now'))", (step.__name__,))
    connection.execute(f"PRAGMA user_version = {version}")
