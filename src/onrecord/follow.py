"""The way of the data: reports in, and what each of them says kept in the ledger.

What many reports say together (who is who, which words are whose, what is contested) is worked out when a view is asked
for, from what the reports published by its day say: see `onrecord.story`. So no order of adding can change an answer,
and a view as of a day cannot know what came later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

from onrecord.intake.files import take
from onrecord.ledger.base import Store, Writer
from onrecord.reading.claiming import claiming
from onrecord.reading.marking import marked
from onrecord.reading.reader import READER
from onrecord.reading.reader import read as attributed
from onrecord.record.problem import Problem
from onrecord.record.reading import Reading
from onrecord.record.report import Listing, Report
from onrecord.workers import Workers

T = TypeVar("T")
Reader = Callable[[Report], Reading]
Taken = tuple[Report | Problem, Report | None]  # what came, and the report as it is to be read

_BATCH = 64  # reports that are kept in one transaction
_PATIENCE = 0.2  # seconds after which a batch is kept, however small


class Outcome(StrEnum):
    """What became of something that was given to be added."""

    ADDED = "added"
    KNOWN = "known already"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Followed:
    """One report that was taken in, or one problem.

    Attributes:
        outcome: what became of it.
        listing: the report, where it is one.
        problems: what could not be read of it.
    """

    outcome: Outcome
    listing: Listing | None
    problems: tuple[Problem, ...]


def read(report: Report) -> Reading:
    """All that a report alone tells: who says what in it, and what that claims."""
    return marked(report, claiming(report, attributed(report)))


def never() -> bool:
    """Whether to stop, where nothing is to stop it."""
    return False


def follow(
    paths: Iterable[Path],
    store: Store,
    reader: Reader = read,
    *,
    jobs: int | None = None,
    stopped: Callable[[], bool] = never,
) -> Iterator[Followed]:
    """Take reports in, read each of them and keep it: whole, or not at all, and in the order in which they came.

    Args:
        paths: files and folders.
        store: where they are kept.
        reader: reads a report; a function that a fresh process can import.
        jobs: how many processes read; all cores where it is None. No number changes a byte of the record.
        stopped: asked again and again; once it says so, what was read is kept and nothing more is taken in.
    """
    coming: set[str] = set()
    with _readers(reader, jobs) as readers:
        for batch in _batches(readers.each(_tasks(paths, store, coming), stopped)):
            with store.write() as writer:
                kept = [_kept(taken, report, reading, writer) for (taken, report), reading in batch]
                as_dated(writer, reader)
            coming.difference_update(one.listing.id for one in kept if one.listing)
            yield from kept


def reread(store: Store, reader: Reader = read, *, jobs: int | None = None) -> Iterator[Reading]:
    """Read every report of the record anew; judgements apply to the new readings as they did to the old."""
    view = store.view()
    known = ((report.published, report) for report in map(view.report, view.listings()))
    with _readers(reader, jobs) as readers:
        for batch in _batches(readers.each(known, never)):
            readings = [(reading, day) for day, reading in batch if reading]
            with store.write() as writer:
                for reading, day in readings:
                    writer.reread(reading, day)
                as_dated(writer, reader)
            yield from (reading for reading, _ in readings)


def as_dated(writer: Writer, reader: Reader = read) -> None:
    """Read anew the reports that people have given another day since they were read."""
    for report in writer.stale():
        writer.reread(_whole(report, reader))


def _readers(reader: Reader, jobs: int | None) -> Workers[Report, Reading]:
    return Workers(partial(_whole, reader=reader), _unread, lambda report: len(report.text), jobs)


def _tasks(paths: Iterable[Path], store: Store, coming: set[str]) -> Iterator[tuple[Taken, Report | None]]:
    """What is taken in, and the report to be read: once, however often it comes, as of the day that people gave it."""
    for taken in take(paths):
        if isinstance(taken, Problem) or taken.id in coming or not store.missing([taken.id]):
            yield (taken, None), None
        else:
            coming.add(taken.id)
            day = store.judged_day(taken.id) or taken.published
            report = replace(taken, listing=replace(taken.listing, published=day))
            yield (taken, report), report


def _batches(coming: Iterable[T]) -> Iterator[list[T]]:
    """What comes, gathered: a transaction for each report would take longer than the report."""
    batch: list[T] = []
    begun = monotonic()
    for one in coming:
        batch.append(one)
        if len(batch) >= _BATCH or monotonic() - begun > _PATIENCE:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch


def _kept(taken: Report | Problem, read_as: Report | None, reading: Reading | None, writer: Writer) -> Followed:
    """Put down what came of one thing taken in."""
    if isinstance(taken, Problem):
        writer.note([taken])
        return Followed(Outcome.PROBLEM, None, (taken,))
    if reading is None or read_as is None:
        writer.seen_as(taken.id, taken.listing.file)
        return Followed(Outcome.KNOWN, taken.listing, ())
    writer.add(taken, reading, read_as.published)
    return Followed(Outcome.ADDED, taken.listing, reading.problems)


def _whole(report: Report, reader: Reader) -> Reading:
    """The reading of a report; where the reader fails, an empty one that says so, so that no report is lost."""
    try:
        return reader(report)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not stop the others
        return _unread(report, error)


def _unread(report: Report, error: Exception) -> Reading:
    """The reading of a report that could not be read: nothing but the reason."""
    problem = Problem(
        report.listing.file,
        f"kept, but could not be read: {type(error).__name__}: {error}",
        "this is a fault in Onrecord: please report it with the text; `onrecord search` finds its words meanwhile",
    )
    return Reading(report.id, READER, (), (), (), (), (), (), (problem,))
