"""The way of the data: reports in, and what each of them says kept in the ledger.

What many reports say together (who is who, which words are whose, what is contested) is worked out when a view is asked
for, from what the reports published by its day say: see `onrecord.story`. So no order of adding can change an answer,
and a view as of a day cannot know what came later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.intake.files import take
from onrecord.ledger.base import Store
from onrecord.reading.claiming import claiming
from onrecord.reading.reader import READER
from onrecord.reading.reader import read as attributed
from onrecord.record.problem import Problem
from onrecord.record.reading import Reading
from onrecord.record.report import Listing, Report


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
    return claiming(report, attributed(report))


def follow(paths: Iterable[Path], store: Store, reader: Callable[[Report], Reading] = read) -> Iterator[Followed]:
    """Take reports in, read each of them and keep it: whole, or not at all."""
    for taken in take(paths):
        if isinstance(taken, Problem):
            yield _noted(taken, store)
        elif store.missing([taken.id]):
            yield _added(taken, _whole(taken, reader), store)
        else:
            yield _known(taken, store)


def reread(store: Store, reader: Callable[[Report], Reading] = read) -> Iterator[Reading]:
    """Read every report of the record anew; judgements apply to the new readings as they did to the old."""
    view = store.view()
    for report in view.listings():
        reading = _whole(view.report(report), reader)
        with store.write() as writer:
            writer.reread(reading)
        yield reading


def _noted(problem: Problem, store: Store) -> Followed:
    with store.write() as writer:
        writer.note([problem])
    return Followed(Outcome.PROBLEM, None, (problem,))


def _added(report: Report, reading: Reading, store: Store) -> Followed:
    with store.write() as writer:
        writer.add(report, reading)
    return Followed(Outcome.ADDED, report.listing, reading.problems)


def _known(report: Report, store: Store) -> Followed:
    with store.write() as writer:
        writer.seen_as(report.id, report.listing.file)
    return Followed(Outcome.KNOWN, report.listing, ())


def _whole(report: Report, reader: Callable[[Report], Reading]) -> Reading:
    """The reading of a report; where the reader fails, an empty one that says so, so that no report is lost."""
    try:
        return reader(report)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not stop the others
        problem = Problem(
            report.listing.file,
            f"kept, but could not be read: {type(error).__name__}: {error}",
            "this is a fault in Onrecord: please report it with the text; `onrecord search` finds its words meanwhile",
        )
        return Reading(report.id, READER, (), (), (), (), (), (), (problem,))
