"""The dated happenings that are told, in the words of their reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.dossier.model import Happening
from onrecord.dossier.writing import Writing
from onrecord.prose.days import when
from onrecord.prose.pieces import joined, sentence
from onrecord.prose.sentences import carrier
from onrecord.prose.telling import differing
from onrecord.record.event import Event
from onrecord.record.span import Span

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_EVENTS: Final = 24
_LOOKED_AT: Final = 200  # happenings among which these are chosen


def timeline(writing: Writing) -> tuple[tuple[Happening, ...], bool]:
    """The happenings that most reports tell of, in order of their dates, and whether there are more."""
    found = writing.snapshot.timeline(limit=_LOOKED_AT)
    ranked = sorted(found, key=_weight)[:_EVENTS]
    told = (_happening(writing, one) for one in sorted(ranked, key=_dated))
    return tuple(one for one in told if one), len(found) > len(ranked)


def _weight(event: Event) -> tuple[bool, bool, bool, int]:
    """What reports tell differently first, then what lies in the story's own days, and what most of them tell."""
    return not event.discrepancies, event.background, event.when.start is None, -len(event.reports)


def _dated(event: Event) -> tuple[date, date]:
    """By the first day that is told of it."""
    first = event.when.start or event.when.end or date.max
    return first, event.when.end or date.max


def _happening(writing: Writing, event: Event) -> Happening | None:
    place = _where(writing.snapshot, event)
    if place is None:
        return None
    reports = [writing.snapshot.listing(report) for report in event.reports]
    by = joined([sentence(one) for one in dict.fromkeys(map(carrier, reports))], 4)
    number = writing.places.number(place.report)
    return Happening(
        day=when(event.when, writing.year),
        lead=sentence("Reported by ", by),
        words=event.text,
        anchor=writing.places.quote(f"at-{number}-{place.start}-{place.end}", [place]),
        report=number,
        differ=tuple(differing(writing.snapshot, one, writing.year) for one in event.discrepancies),
    )


def _where(snapshot: Snapshot, event: Event) -> Span | None:
    """Where the words of a happening stand, in the first of its reports that has them."""
    for report in event.reports:
        start = snapshot.text(report).find(event.text)
        if start >= 0:
            return Span(report, start, start + len(event.text))
    return None
