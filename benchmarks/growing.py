"""What one report more costs, and what it costs to ask for reuse, in a small record and in one of very many reports.

The many are the readings of a few hundred reports, each kept under many ids: to read so many would take hours.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from benchmarks.adding import one_more
from benchmarks.records import code, home, reports
from benchmarks.rows import Row
from benchmarks.stories import digest
from benchmarks.timing import seconds, typical
from onrecord import Record
from onrecord.follow import read
from onrecord.intake.files import take
from onrecord.ledger.sqlite import open_store
from onrecord.record.reading import Reading
from onrecord.record.report import Report

_READ = 300  # reports that are read
_SMALL = 1_000
_BATCH = 500  # reports to a transaction
_RUNS = 5


def growing(total: int) -> Iterator[Row]:
    """One report more, and reuse of all and of one report; in the small record and in the large one."""
    small, large = _kept(_SMALL), _kept(total)
    beside = f"in a record of {_SMALL:,}"
    yield Row("add one report", 1000 * one_more(large, 10_000), "ms", beside, 1000 * one_more(small, 10_000))
    yield Row("reuse, the newest 15", 1000 * _reuse(large), "ms", beside, 1000 * _reuse(small))
    yield Row("reuse, of one report", 1000 * _of_one(large), "ms", beside, 1000 * _of_one(small))
    yield Row("the record's file", large.stat().st_size / 2**20, "MiB", beside, small.stat().st_size / 2**20)


def _reuse(path: Path) -> float:
    with Record.open(path) as opened:
        return typical(lambda: seconds(lambda: opened.as_of(None).reuse(limit=15)), _RUNS)


def _of_one(path: Path) -> float:
    with Record.open(path) as opened:
        report = opened.reports()[-1].id
        return typical(lambda: seconds(lambda: opened.as_of(None).reuse(report)), _RUNS)


def _kept(total: int) -> Path:
    """The file of such a record; built where it is not there."""
    path = home() / f"kept-{total}-{digest(_READ)}-{code()}.onrecord"
    if not path.is_file():
        fresh = path.with_suffix(".part")
        fresh.unlink(missing_ok=True)
        with closing(open_store(fresh, create=True)) as store:
            items = islice(_copies(), total)
            while some := list(islice(items, _BATCH)):
                with store.write() as writer:
                    for report, reading in some:
                        writer.add(report, reading)
        shutil.move(fresh, path)
    return path


@cache
def _readings() -> list[tuple[Report, Reading]]:
    sample = [one for one in take([reports(_READ)]) if isinstance(one, Report)]
    return [(report, read(report)) for report in sample]


def _copies() -> Iterator[tuple[Report, Reading]]:
    """Reports with their readings, without end: the same again and again, under other ids of the same length."""
    number = 0
    while True:
        for original in _readings():
            copied = pickle.dumps(original)
            for old in {original[0].id, *(statement.id for statement in original[1].statements)}:
                copied = copied.replace(old.encode(), _other(old, number).encode())
            yield pickle.loads(copied)  # noqa: S301 - our own, of a line ago
            number += 1


def _other(old: str, number: int) -> str:
    return sha256(f"{old} {number}".encode()).hexdigest()[: len(old)]
