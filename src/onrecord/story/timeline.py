"""The dated happenings of a story, and where reports date one thing differently."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from onrecord.matching.answers import grouped
from onrecord.matching.events import Told, events
from onrecord.matching.hubs import Key
from onrecord.record.claimed import ClaimRow
from onrecord.record.event import Dated, Discrepancy, Event
from onrecord.record.when import Precision, When
from onrecord.story.known import Known
from onrecord.story.matters import bearing


def timeline(
    known: Known,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    *,
    background: bool = True,
) -> list[Event]:
    """Happenings by date; of more than `limit`, those dated last.

    Args:
        known: the view.
        since: leave out what was over before that day.
        until: leave out what was not over by that day.
        limit: at most so many; None for all.
        background: whether to tell of what lies well before the story's own days.
    """
    told: list[Told] = []
    texts: dict[str, str] = {}
    for report, telling in known.view.tellings(since, until, limit=_enough(limit)):
        if background or not telling.background:
            text = texts.get(report) or texts.setdefault(report, known.view.report(report).text)
            told.append(Told(report, telling, telling.sentence.of(text)))
    found = events(told)
    return found if limit is None else found[-limit:]


def _enough(limit: int | None) -> int | None:
    """How many tellings surely make so many happenings, as stories go: one in eight is told anew."""
    return None if limit is None else 8 * limit


def discrepancies(known: Known, matters: Iterable[Key]) -> list[Discrepancy]:
    """What one source is said to have said on different days, by matter.

    Args:
        known: the view.
        matters: those to look at.
    """
    return [
        found
        for found_there in map(partial(bearing, known), matters)
        if found_there
        for rows in grouped(found_there.rows, known.who).values()
        for found in _of_position(known, rows)
    ]


def _of_position(known: Known, rows: Iterable[ClaimRow]) -> Iterable[Discrepancy]:
    by_source: dict[str, list[ClaimRow]] = {}
    for row in rows:
        if row.chain and "@" not in row.chain[-1] and row.said.precision is Precision.DAY:
            by_source.setdefault(known.who.side(row.chain[-1]), []).append(row)
    for source, said in sorted(by_source.items()):
        days = sorted({row.said.start for row in said if row.said.start})
        if len(days) > 1:
            words = said[0].words.of(known.view.report(said[0].report).text)
            values = tuple(Dated(When.on(day), _reports(said, day)) for day in days)
            yield Discrepancy(" ".join(words.split()), source, values)


def _reports(rows: Iterable[ClaimRow], day: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.report for row in rows if row.said.start == day))
