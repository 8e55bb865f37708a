"""Passages that stand in several reports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.matching.passages import reuses
from onrecord.record.reuse import Reuse
from onrecord.story.known import Known


def reuse(known: Known, report: str | None = None, limit: int | None = None) -> list[Reuse]:
    """Pairs of places that share a passage, those of the newest reports first.

    Args:
        known: the view.
        report: only pairs of which one place is in this report.
        limit: look at the newest reports until there are so many pairs; None for all.
    """
    if report is not None:
        return _of(known, known.view.prints(report), only=report)
    if limit is None:
        return _of(known, known.view.shared_prints())
    found: dict[Reuse, None] = {}
    for newest in reversed(known.headlines):
        found.update(dict.fromkeys(_of(known, known.view.prints(newest), only=newest)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _of(known: Known, prints: Iterable[int], only: str | None = None) -> list[Reuse]:
    text = lru_cache(maxsize=512)(lambda report: known.view.report(report).text)
    places = {found: spots for found, spots in known.view.places(list(prints)).items() if len(spots) > 1}
    outlets = {headline.id: headline.outlet for headline in known.headlines.values()}
    return reuses(list(known.headlines), text, places, outlets, only)
