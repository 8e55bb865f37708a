"""What one transaction puts into a record's file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from onrecord.errors import NotFound
from onrecord.ledger import amending, decisions, queries, rows
from onrecord.ledger.rows import Row, Slot
from onrecord.ledger.schema import UNDATED
from onrecord.ledger.shared import Shared
from onrecord.ledger.view import SqliteView
from onrecord.record.judgement import Judgement
from onrecord.record.problem import Problem
from onrecord.record.reading import Reading
from onrecord.record.report import Report
from onrecord.record.topic import Brought, Gathered, Opposed, Spoken
from onrecord.record.when import When

_UNLESS_THERE = "ON CONFLICT DO NOTHING"


def settled_before(connection: Connection) -> int:
    """The day, as an ordinal, before which all reports have been brought to topics; undated ones come last."""
    return int(connection.execute(queries.SETTLED).fetchone()[0])


class SqliteWriter:
    """One transaction on a record's file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, report: Report, reading: Reading, day: When | None = None) -> None:
        """Keep a report that is not there yet, with its reading; decisions about it apply.

        Args:
            report: the report as it came.
            reading: what was read in it.
            day: the day that the reader took it to be of, where that is not the one that it came with.
        """
        if self._slot(report.id) is None:
            self._insert("reports", [(None, *rows.listing_cells(report.listing))])
            self._keep(self._known(report.id), report)
            self._date(report.id)
            self._unsettle(self._known(report.id))
            self._read(report.id, report.text, reading, day or report.published)

    def seen_as(self, report: str, file: str) -> None:
        """Keep a further file name of a report that is there already."""
        self._insert("files", [(self._known(report).number, file)], _UNLESS_THERE)

    def reread(self, reading: Reading, day: When | None = None) -> None:
        """Put a new reading of a report in the place of its old one; decisions apply to it.

        Args:
            reading: what was read anew.
            day: the day that the reader took the report to be of, where that is not the one that it has now.
        """
        slot = self._known(reading.report)
        self._unsettle(slot)
        text = self._connection.execute("SELECT text FROM texts WHERE report = ?", (slot.number,)).fetchone()[0]
        self._forget(slot, reading.report, text)
        self._read(reading.report, text, reading, day or amending.day_of(self._connection, reading.report, slot))

    def stale(self) -> list[Report]:
        """The reports whose reading took them to be of another day than they have now, by id: to be read anew."""
        view = SqliteView(self._connection, None, Shared(self._connection))
        return [view.report(report) for (report,) in self._connection.execute(decisions.STALE)]

    def unsettled(self) -> Iterator[tuple[int, Spoken]]:
        """What was not brought to topics yet, in its turn: by day (an ordinal), report and offset."""
        since = {"before": settled_before(self._connection)}
        for day, number, source, *cells in self._connection.execute(queries.UNSETTLED, since):
            *meaning, answers, denies = cells
            yield day, Spoken(number, source, rows.meaning(tuple(meaning)), tuple(json.loads(answers)), denies == 1)

    def topics(self) -> Iterator[Gathered]:
        """The topics so far, in the turn of the statements that came up with them."""
        return map(Gathered._make, self._connection.execute(queries.TOPICS))

    def answers_to(self, topic: int) -> Iterator[tuple[Spoken, tuple[str, ...]]]:
        """The first statements of the answers to a topic so far, in their turn, each with all sources of its answer."""
        for number, source, *cells, sources in self._connection.execute(queries.ANSWERS, {"topic": topic}):
            yield Spoken(number, source, rows.meaning(tuple(cells))), rows.texts(sources)

    def settle(
        self,
        before: int | None,
        brought: Iterable[Brought] = (),
        opposed: Iterable[Opposed] = (),
        topics: Iterable[Gathered] = (),
    ) -> None:
        """Keep the topics of all reports up to a day that were not brought to any yet.

        Args:
            before: the day, as an ordinal, from which on reports are still to be brought to topics; None for no more.
            brought: all that was not brought to topics before that day, in its turn.
            opposed: the answers among them that are at odds with earlier ones.
            topics: the topics that these are brought to.
        """
        run = self._connection.execute
        for one in brought:
            run(queries.BRING, {"statement": one.number, "topic": one.topic, "answer": one.answer})
        self._insert("opposed", opposed)
        for gathered in topics:
            run("INSERT OR REPLACE INTO gathered VALUES (?, ?, ?)", gathered)
        run("UPDATE settled SET before = ?", (UNDATED + 1 if before is None else before,))

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be taken in; one that is there already is not kept twice."""
        kept = [(problem.where, problem.what, problem.advice) for problem in problems]
        self._insert("problems", kept, _UNLESS_THERE)

    def judge(self, *judgements: Judgement) -> None:
        """Keep decisions, each once, and have what is there say what they make of it.

        What they date has to be read anew before the transaction ends: `stale` tells.
        """
        for judgement in judgements:
            self._insert("judgements", [rows.judgement_cells(judgement)], _UNLESS_THERE)
            self._insert("judged_places", rows.place_rows(judgement), _UNLESS_THERE)
        concerned = {one for made in judgements for one in amending.concerned(self._connection, made.id)}
        for report in sorted(concerned):
            self._date(report)
            amending.amend(self._connection, report, self._known(report))

    def _date(self, report: str) -> None:
        """Give a report the day that people gave it, or else the one that it came with."""
        slot, run = self._known(report), self._connection
        day = amending.judged_day(run, report) or amending.came(run, report, slot)
        if day != amending.day_of(run, report, slot):
            self._unsettle(slot)
            amending.set_day(run, slot, day)
            self._unsettle(self._known(report))

    def _unsettle(self, slot: Slot) -> None:
        """Have all that was published on the day of a report, or after it, brought to topics anew."""
        again = {"before": UNDATED if slot.last is None else slot.last}
        if again["before"] < settled_before(self._connection):
            self._take_back(again)
            for sql in queries.UNSETTLE:
                self._connection.execute(sql, again)

    def _take_back(self, again: dict[str, int]) -> None:
        """Take what is brought to topics anew out of their sums."""
        import numpy as np  # noqa: PLC0415 - views do without

        found = groupby(self._connection.execute(queries.TAKEN_BACK, again).fetchall(), itemgetter(0))
        for topic, some in found:
            about = [np.frombuffer(cell, np.int8).astype("<i4") for _, cell in some]
            ((size, sums),) = self._connection.execute(
                "SELECT statements, about FROM gathered WHERE topic = ?", (topic,)
            )
            left = np.frombuffer(sums, "<i4") - np.sum(about, axis=0, dtype="<i4")
            self._connection.execute(
                "UPDATE gathered SET statements = ?, about = ? WHERE topic = ?",
                (size - len(about), left.astype("<i4").tobytes(), topic),
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

    def _read(self, report: str, text: str, reading: Reading, day: When) -> None:
        """Put down a reading, made of the report as one of a day, and what people decided of it."""
        slot = self._known(report)
        self._insert("readings", [rows.reading_cells(slot, reading)])
        self._insert("names", rows.name_rows(slot, reading.names))
        self._insert("statements", rows.statement_rows(slot, reading.statements))
        self._insert("claims", rows.claim_rows(slot, reading.statements))
        self._insert("meanings", rows.meaning_rows(slot, reading.meanings))
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
        taken = rows.when_cells(day)[:3]
        if taken != rows.when_cells(amending.came(self._connection, report, slot))[:3]:
            self._insert("read_as_of", [(slot.number, *taken)])
        amending.amend(self._connection, report, slot)

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
