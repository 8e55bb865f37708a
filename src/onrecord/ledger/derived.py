"""What views worked out of a record, kept in its file: read again as long as the record holds the same.

What a view can know follows from what the record holds and from how many of its reports the view holds: of two views
that hold equally many, neither holds a report that the other does not. Every reading and every decision that was ever
kept stands in a table that only grows; how far these have grown tells one state of the record from all others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from onrecord.ledger.queries import COUNT
from onrecord.ledger.rows import day_cell

_MOST = 64 * 2**20  # bytes kept in all, the latest first

_STATE = """
    (SELECT coalesce(max(rowid), 0) FROM reading_log) || ' ' || (SELECT count(*) FROM judgements) || ' '
        || (SELECT before FROM settled)
"""
_CONTENTS = f"SELECT {_STATE}, ({COUNT})"
_MADE = "SELECT made FROM derived WHERE what = :what AND state = :state AND reports = :reports"
_KEEP = "INSERT OR REPLACE INTO derived (what, state, reports, made) VALUES (:what, :state, :reports, :made)"
_DROP = """
    DELETE FROM derived WHERE state <> :state OR number IN (
        SELECT number FROM (SELECT number, sum(length(made)) OVER (ORDER BY number DESC) AS held FROM derived)
        WHERE held > :most
    )
"""


def state(connection: Connection) -> str:
    """What tells one state of a record from all others."""
    return str(connection.execute(f"SELECT {_STATE}").fetchone()[0])


class Grown(NamedTuple):
    """How far a record has grown.

    Attributes:
        read: its readings, and up to which day what was said is brought to topics.
        judgements: how many decisions it holds.
    """

    read: tuple[str, str]
    judgements: int

    @classmethod
    def of(cls, state: str) -> Grown:
        """What a state tells."""
        log, judgements, settled = state.split()
        return cls((log, settled), int(judgements))


class Derived:
    """What a view worked out, as long as the record holds what it held when the view began."""

    def __init__(self, connection: Connection, as_of: date | None) -> None:
        self._connection = connection
        self._day = day_cell(as_of)
        self.began = state(connection)
        self._values: dict[str, object] = {}

    def made(self, what: str) -> bytes | None:
        """What was kept under a name; None where nothing was, or the record has changed since the view began."""
        if not self._values:
            state, reports = self._connection.execute(_CONTENTS, {"day": self._day}).fetchone()
            self._values = {"state": state, "reports": reports}
        if self._values["state"] != self.began:
            return None
        (found,) = self._connection.execute(_MADE, {"what": what, **self._values}).fetchone() or (None,)
        return found

    def keep(self, what: str, made: bytes) -> None:
        """Keep something that was looked for, unless the record has changed since, or cannot be written to at once.

        Other programs may write while a view reads: what it worked out of two states is right for neither.
        """
        if self._connection.in_transaction or self._values.get("state") != self.began:
            return
        try:
            with self._at_once():
                if state(self._connection) == self.began:
                    self._connection.execute(_KEEP, {"what": what, "made": made, **self._values})
                    self._connection.execute(_DROP, {"state": self.began, "most": _MOST})
        except sqlite3.OperationalError:
            return  # read-only, busy or full: whoever asks next works it out again

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """A transaction that does not wait for other programs."""
        patience = self._connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {patience}")
