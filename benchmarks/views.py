"""How long each view takes when the record has just been opened, and the first time after the record has changed.

The first time a view works out what it needs of all reports, and keeps it in the record; later ones find it there. What
a process keeps of names and words in its own memory is there in both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.records import record
from benchmarks.rows import Row
from benchmarks.timing import seconds, typical
from onrecord import Record
from onrecord.library import Snapshot

_RUNS = 5


@dataclass(frozen=True)
class Wanted:
    """What the views are asked for: what a person would pick from the lists.

    Attributes:
        matter: id of the most contested matter.
        question: its question.
        source: name of the source with the most statements.
        statement: id of one of its statements.
        report: id of its report.
        day: the day in the middle of the record.
        last: its last day: what came up on it is what a person asks for who was there the day before.
    """

    matter: str
    question: str
    source: str
    statement: str
    report: str
    day: date
    last: date

    @classmethod
    def of(cls, path: Path) -> Wanted:
        """What a record has."""
        with Record.open(path) as opened:
            days = sorted(one.published.end for one in opened.reports() if one.published.end)
            day = days[len(days) // 2]
            snapshot = opened.as_of(day)
            matter, speaking = snapshot.matters(1)[0], snapshot.sources(1)[0]
            statement = snapshot.statements(source=speaking.source.name, limit=1)[0].statement
            ids = statement.id, statement.report
            return cls(matter.id, matter.question, speaking.source.name, *ids, day, days[-1])


View = Callable[[Snapshot, Wanted], object]
VIEWS: dict[str, View] = {  # with the limits that the command line has where none is given
    "matters": lambda known, _: known.matters(8),
    "matter": lambda known, wanted: known.matter(wanted.matter),
    "backed": lambda known, wanted: known.backed(wanted.matter),
    "timeline": lambda known, _: known.timeline(limit=40),
    "sources": lambda known, _: known.sources(30),
    "source": lambda known, wanted: (known.source(wanted.source), known.statements(source=wanted.source, limit=20)),
    "statements": lambda known, _: known.statements(words="fort", limit=30),
    "origins": lambda known, _: known.origins(limit=10),
    "reuse": lambda known, _: known.reuse(limit=15),
    "changes": lambda known, wanted: known.changes(known.day or wanted.last),
    "ask": lambda known, wanted: known.ask(wanted.question),
    "show": lambda known, wanted: known.show(wanted.statement),
    "search": lambda known, _: known.search("spokesman said", 20),
    "problems": lambda known, _: known.problems(),
}


def views(total: int) -> Iterator[Row]:
    """Every view of everything, and as of the day in the middle."""
    path, _ = record(total)
    wanted = Wanted.of(path)
    with Record.open(path) as opened:
        yield Row("in the record", opened.matters(0).total, "matters")
    for day in (None, wanted.day):
        for name, view in VIEWS.items():
            taken, first = _times(path, view, wanted, day)
            label = f"{name} as of {day}" if day else name
            yield Row(label, 1000 * taken, "ms", "the first time", 1000 * first)


def _times(path: Path, view: View, wanted: Wanted, day: date | None) -> tuple[float, float]:
    """The time of a view of a record just opened, and of the same view where nothing is kept."""

    def just_opened() -> float:
        with Record.open(path) as opened:
            return seconds(lambda: view(opened.as_of(day), wanted))

    def first() -> float:
        _forget(path)
        return just_opened()

    anew = typical(first, _RUNS)
    return typical(just_opened, _RUNS), anew


def _forget(path: Path) -> None:
    """Throw away what views have kept."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM derived")
