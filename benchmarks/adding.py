"""How fast reports are read and kept, and whether it costs more as a record grows."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.records import record, reports
from benchmarks.rows import Row
from benchmarks.stories import STORY, made
from benchmarks.timing import seconds
from onrecord import Record
from onrecord.intake.files import take
from onrecord.reading.reader import read
from onrecord.record.report import Report

_SAMPLE = 300  # reports that are read
_ADDED = 30  # reports that are added one by one
_SIZES = (10, 1_000)


def reading(total: int) -> Iterator[Row]:
    """Reading alone and with all that adding takes, beside SQLite that stores and indexes the same texts."""
    sample = [one for one in islice(take([reports(total)]), _SAMPLE) if isinstance(one, Report)]
    taking = seconds(lambda: list(islice(take([reports(total)]), _SAMPLE)))
    yield Row("take in: header, date, outlet, language", len(sample) / taking, "reports/s")
    each = [seconds(lambda one=one: read(one)) for one in sample]  # type: ignore[misc]
    yield Row("read", len(each) / sum(each), "reports/s")
    yield Row("read: the median report", 1000 * median(each), "ms")
    path, cost = record(total)
    texts = [one.text for one in take([reports(total)]) if isinstance(one, Report)]
    stored, size = _stored(texts)
    beside = "sqlite3: store and index the texts"
    yield Row(f"add {cost.reports:,} reports", cost.reports / cost.seconds, "reports/s", beside, len(texts) / stored)
    yield Row("the most memory while adding", cost.peak, "MiB")
    yield Row("the record's file", path.stat().st_size / 2**20, "MiB", beside, size)


def _stored(texts: list[str]) -> tuple[float, float]:
    """The least that any ledger does: keep each text in a transaction of its own, and index its words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.db"
        connection = sqlite3.connect(path)
        connection.executescript("PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE report USING fts5 (text)")

        def store() -> None:
            for text in texts:
                with connection:
                    connection.execute("INSERT INTO report VALUES (?)", (text,))

        taken = seconds(store)
        connection.close()
        return taken, path.stat().st_size / 2**20


def adding(total: int) -> Iterator[Row]:
    """One report more, to a small record and to a large one."""
    smallest = 0.0
    for size in (*_SIZES, total):
        one = one_more(record(size)[0], total)
        smallest = smallest or one
        beside = f"to a record of {_SIZES[0]}" if size != _SIZES[0] else ""
        yield Row(f"add one report to a record of {size:,}", 1000 * one, "ms", beside, 1000 * smallest)


def one_more(path: Path, total: int) -> float:
    """The median time to add one report that the record does not know to a copy of it."""
    fresh = islice(made(total + STORY + _ADDED), total + STORY, None)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.onrecord"
        shutil.copy(path, copy)
        files = []
        for one in fresh:
            files.append(Path(folder) / one.file)
            files[-1].write_text(one.text, "utf-8", newline="")
        with Record.open(copy) as grown:
            return median([seconds(lambda file=file: grown.add_all(file)) for file in files])  # type: ignore[misc]
