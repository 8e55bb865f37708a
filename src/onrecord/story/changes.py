"""What is new since a day: the difference between two views of one record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onrecord.ledger.base import Selection
from onrecord.record.statement import Act
from onrecord.story.derived import derived
from onrecord.story.entries import entries
from onrecord.story.known import Known
from onrecord.story.moves import Move, moves


class Change(StrEnum):
    """What kind of thing is new; the gravest first, as it is listed: what others rest on that no longer holds."""

    WITHDRAWN = "withdrawn"
    RETRACTION = "retraction"
    CORRECTED = "corrected"
    SHIFT = "shift"
    DENIAL = "first denial"
    MATTER = "new matter"
    POSITION = "new position"
    ORIGIN = "new origin"
    HOLDER = "new holder"
    REVISED = "revised"
    REPORT = "new report"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is new.

    Attributes:
        kind: what kind of thing.
        what: the question, the headline or the file name, as it stands in the record.
        answer: the answer given, for positions; the words taken back, for retractions; empty otherwise.
        by: name of the source or outlet, empty where none is named.
        id: id of the matter or the report.
        before: the answer that the same side gave before, for shifts; empty otherwise.
        statement: id of the statement that shows it, for shifts and retractions; empty otherwise.
    """

    kind: Change
    what: str
    answer: str
    by: str
    id: str
    before: str = ""
    statement: str = ""


def changes(now: Known, since: date) -> list[Changed]:
    """What a view holds that it did not hold on the eve of a day, the gravest first.

    Args:
        now: the view; reports of unknown day are not known to be new, so it must not hold any.
        since: the day.
    """
    return list(derived(now.view, f"changes {since}", tuple[Changed, ...], lambda: tuple(_changes(now, since))))


def _changes(now: Known, since: date) -> list[Changed]:
    eve = now.view.published_by(since - timedelta(days=1))
    answers = (_moved(now, move) for move in moves(now, since, eve))
    found = [*_reports(now, eve), *_revised(now, eve), *_taken_back(now, eve), *answers]
    kinds = list(Change)
    return sorted(found, key=lambda one: kinds.index(one.kind))


def _moved(now: Known, move: Move) -> Changed:
    by = ", ".join(_name(one, now) for one in move.by)
    return Changed(Change(move.kind), move.question, move.answer, by, move.matter, move.before, move.statement)


def _taken_back(now: Known, eve: Collection[str]) -> Iterator[Changed]:
    """What sources took back that they had said."""
    said = now.view.statements(Selection(act=Act.WITHDRAW))
    fresh = [one for one in now.kept(said) if one.report not in eve and one.chain]
    for entry in entries(now, fresh):
        headline = entry.report.title or entry.report.file
        words = " ".join(entry.words.split())
        yield Changed(Change.RETRACTION, headline, words, entry.speaker, entry.report.id, statement=entry.id)


def _reports(now: Known, eve: Collection[str]) -> list[Changed]:
    fresh = now.view.listings([report for report in now.headlines if report not in eve])
    return [Changed(Change.REPORT, r.title or r.file, "", r.outlet, r.id) for r in fresh.values()]


def _revised(now: Known, eve: Collection[str]) -> list[Changed]:
    found = [one for one in now.revised if one.by and one.by not in eve]
    graver = {(one.report, one.by) for one in found if one.kind != Change.REVISED}
    fresh = [one for one in found if one.kind != Change.REVISED or (one.report, one.by) not in graver]
    listings = now.view.listings({one.report for one in fresh})
    named = ((Change(one.kind), one.who, listings[one.report]) for one in fresh)
    return [Changed(kind, listing.title or listing.file, "", who, listing.id) for kind, who, listing in named]


def _name(identity: str, now: Known) -> str:
    source = now.bearer(identity)
    return source.name if source else identity
