"""What one transaction puts into a record's file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from onrecord.errors import NotFound
from onrecord.ledger import queries, rows
from onrecord.ledger.rows import Row, Slot
from onrecord.ledger.schema import UNDATED
from onrecord.record.judgement import Judgement
from onrecord.record.problem import Problem
from onrecord.record.reading import Reading
from onrecord.record.report import Report
from onrecord.record.topic import Brought, Opposed, Spoken

_UNLESS_THERE = "ON CONFLICT DO NOTHING"


def settled_before(connection: Connection) -> int:
    """The day, as an ordinal, before which all reports have been brought to topics; undated ones come last."""
    return int(connection.execute(queries.SETTLED).fetchone()[0])


class SqliteWriter:
    """One transaction on a record's file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, report: Report, reading: Reading) -> None:
        """Keep a report that is not there yet, with its reading."""
        if self._slot(report.id) is None:
            self._insert("reports", [(None, *rows.listing_cells(report.listing))])
            slot = self._known(report.id)
            self._keep(slot, report)
            self._read(slot, report.text, reading)

    def seen_as(self, report: str, file: str) -> None:
        """Keep a further file name of a report that is there already."""
        self._insert("files", [(self._known(report).number, file)], _UNLESS_THERE)

    def reread(self, reading: Reading) -> None:
        """Put a new reading of a report in the place of its old one."""
        slot = self._known(reading.report)
        text = self._connection.execute("SELECT text FROM texts WHERE report = ?", (slot.number,)).fetchone()[0]
        self._forget(slot, reading.report, text)
        self._read(slot, text, reading)

    def unsettled(self) -> Iterator[tuple[int, Spoken]]:
        """What was not brought to topics yet, in its turn: by day (an ordinal), report and offset."""
        since = {"before": settled_before(self._connection)}
        for day, number, source, *cells in self._connection.execute(queries.UNSETTLED, since):
            *meaning, answers, denies = cells
            yield day, Spoken(number, source, rows.meaning(tuple(meaning)), tuple(json.loads(answers)), denies == 1)

    def brought(self) -> Iterator[tuple[Brought, Spoken]]:
        """What has been brought to topics, in the same order."""
        until = {"before": settled_before(self._connection)}
        for number, topic, answer, source, *meaning in self._connection.execute(queries.BROUGHT, until):
            yield Brought(number, topic, answer), Spoken(number, source, rows.meaning(tuple(meaning)))

    def settle(self, before: int | None, brought: Iterable[Brought], opposed: Iterable[Opposed]) -> None:
        """Keep the topics of all reports up to a day that were not brought to any yet, or have to be anew.

        Args:
            before: the day, as an ordinal, from which on reports are still to be brought to topics; None for no more.
            brought: all that was not brought to topics before that day, in its turn.
            opposed: the answers among them that are at odds with earlier ones.
        """
        run = self._connection.execute
        again = {"before": settled_before(self._connection)}
        run(queries.FORGET_OPPOSED, again)
        run(queries.FORGET_TOPICS, again)
        for one in brought:
            run(queries.BRING, {"statement": one.number, "topic": one.topic, "answer": one.answer})
        self._insert("opposed", opposed)
        run("UPDATE settled SET before = ?", (UNDATED + 1 if before is None else before,))

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be taken in; one that is there already is not kept twice."""
        kept = [(problem.where, problem.what, problem.advice) for problem in problems]
        self._insert("problems", kept, _UNLESS_THERE)

    def judge(self, judgement: Judgement) -> None:
        """Keep a decision; one that is there already is not kept twice."""
        self._insert("judgements", [rows.judgement_cells(judgement)], _UNLESS_THERE)

    def _unsettle(self, slot: Slot) -> None:
        """Have all that was published with a report, or after it, brought to topics anew."""
        self._connection.execute(
            "UPDATE settled SET before = min(before, ?)", (UNDATED if slot.last is None else slot.last,)
        )

    def _slot(self, report: str) -> Slot | None:
        found = self._connection.execute("SELECT number, first, last FROM reports WHERE id = ?", (report,)).fetchone()
        return Slot(*found) if found else None

    def _known(self, report: str) -> Slot:
        slot = self._slot(report)
        if slot is None:
            raise NotFound(f"no report {report!r} in the record")
        return slot

    def _insert(self, table: str, new: Iterable[Row], otherwise: str = "") -> None:
        """Insert whole rows; `otherwise` says what becomes of those whose key is there already."""
        kept = list(new)
        if kept:
            cells = ", ".join("?" * len(kept[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({cells}) {otherwise}", kept)  # noqa: S608

    def _keep(self, slot: Slot, report: Report) -> None:
        """Put down all of a report but its listing and its reading."""
        places = [(slot.at(start), start, end) for start, end in rows.lines(report.text)]
        self._insert("texts", [(slot.number, report.text)])
        self._insert("files", [(slot.number, report.listing.file)])
        self._insert("lines", places)
        self._connection.executemany(
            "INSERT INTO line_words (rowid, words) VALUES (?, ?)",
            [(number, report.text[start:end]) for number, start, end in places],
        )

    def _read(self, slot: Slot, text: str, reading: Reading) -> None:
        """Put down a reading."""
        self._insert("readings", [rows.reading_cells(slot, reading)])
        self._insert("names", rows.name_rows(slot, reading.names))
        self._insert("statements", rows.statement_rows(slot, reading.statements))
        self._insert("claims", rows.claim_rows(slot, reading.statements))
        self._insert("meanings", rows.meaning_rows(slot, reading.meanings))
        self._unsettle(slot)
        self._insert("tellings", rows.telling_rows(slot, reading.tellings))
        self._insert("shingles", rows.shingle_rows(slot, reading.shingles))
        self._insert("notices", rows.notice_rows(slot, reading.notices))
        self._insert("reading_problems", rows.problem_rows(slot, reading.problems))
        self._connection.executemany(
            "INSERT INTO statement_words (rowid, words) VALUES (?, ?)",
            rows.contents(slot, text, (statement.content for statement in reading.statements)),
        )
        self._connection.execute(
            "INSERT INTO reading_log VALUES (?, ?, datetime('now'))", (slot.number, reading.reader)
        )

    def _forget(self, slot: Slot, report: str, text: str) -> None:
        """Take away a reading."""
        old = self._connection.execute(
            "SELECT content FROM statements WHERE report = ? ORDER BY number", (slot.number,)
        )
        # The index holds no words of its own: it has to be told what to take out.
        self._connection.executemany(
            "INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', ?, ?)",
            rows.contents(slot, text, [rows.spans(report, content) for (content,) in old]),
        )
        self._connection.execute("DELETE FROM readings WHERE report = ?", (slot.number,))
