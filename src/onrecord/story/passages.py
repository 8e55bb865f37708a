"""Passages that stand in several reports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from onrecord.record.reuse import Reuse
from onrecord.story.derived import derived
from onrecord.story.known import Known

_FIRST, _MORE = 4, 4  # reports looked at first where only so many passages are wanted, and how many times more then


def reuse(known: Known, report: str | None = None, limit: int | None = None) -> list[Reuse]:
    """Pairs of places that share a passage, those of the newest reports first.

    Args:
        known: the view.
        report: only pairs of which one place is in this report.
        limit: look at the newest reports until there are so many pairs; None for all.
    """
    if report is not None or limit is None:
        return _reuse(known, report, limit)
    return list(derived(known.view, f"reuse {limit}", tuple[Reuse, ...], lambda: tuple(_reuse(known, None, limit))))


def _reuse(known: Known, report: str | None, limit: int | None) -> list[Reuse]:
    from onrecord.matching.passages import reuses  # noqa: PLC0415 - it loads numpy, and other views do without

    order = list(known.headlines)
    outlets = {headline.id: headline.outlet for headline in known.headlines.values()}
    text = lru_cache(maxsize=512)(known.text)
    every = known.printed
    if report is not None:
        known.text(report)  # raises NotFound where there is none
        return reuses(order, text, every, outlets, {report})
    if limit is None:
        return reuses(order, text, every, outlets)
    found: dict[Reuse, None] = {}
    first, size = len(order), _FIRST
    while first and len(found) < limit:
        rest, first = order[max(0, first - size) : first], max(0, first - size)
        rank = {report: number for number, report in enumerate(reversed(rest))}
        fresh = reuses(order, text, every, outlets, rank.keys())
        found.update(dict.fromkeys(sorted(fresh, key=lambda pair: _newest(rank, pair))))
        size *= _MORE
    return list(found)[:limit]


def _newest(rank: Mapping[str, int], pair: Reuse) -> int:
    """The rank of the newer of its two reports."""
    return min(rank.get(side.report, len(rank)) for side in (pair.a, pair.b))
