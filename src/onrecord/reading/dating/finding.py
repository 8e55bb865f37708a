"""When: the time expressions of a report that tell days, the two ends of a range as one."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.dating.page import Page
from onrecord.reading.dating.scanning import TO, Hit, found
from onrecord.record.span import Span
from onrecord.record.when import When

_LEAD = re.compile(r"\b(?:from|between)\s$")
_BETWEEN = re.compile(r"\bbetween\s$")
_AND = re.compile(r"\sand\s")


def find_dates(report: str, text: str, published: When, start: int = 0, end: int | None = None) -> tuple[When, ...]:
    """Every date expression of a stretch of a report's text, in order; each value carries its words.

    An expression that cannot be resolved, for want of the day that it is told from, is there with unknown precision.
    """
    start, end, _ = slice(start, end).indices(len(text))
    page = Page.of(text[start:end])
    hits = _joined(page, [hit for hit in found(page, published) if hit.when])
    return tuple(replace(hit.days, words=Span(report, start + hit.lead, start + hit.end)) for hit in hits)


def _joined(page: Page, hits: list[Hit]) -> list[Hit]:
    """The expressions, with two that are the ends of one range made one: "from March 3 to April 5"."""
    joined: list[Hit] = []
    for hit in hits:
        whole = _range(page, joined[-1], hit) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(hit)
    return [_led(page, hit, before.end if before else 0) for before, hit in zip([None, *joined], joined, strict=False)]


def _range(page: Page, first: Hit, last: Hit) -> Hit | None:
    between = page.low[first.end : last.lead]
    paired = _AND.fullmatch(between) and _BETWEEN.search(page.left(first.lead))
    if not (paired or TO.fullmatch(between)) or first.end > first.match.end():
        return None
    if not first.days.known and not last.days.known:
        return replace(first, end=last.end)
    if first.days.start is None or last.days.end is None or first.days.start > last.days.end:
        return None
    return replace(first, end=last.end, when=When.between(first.days.start, last.days.end))


def _led(page: Page, hit: Hit, reached: int) -> Hit:
    """A range with the "from" or "between" that opens it."""
    lead = _LEAD.search(page.left(hit.lead))
    is_range = hit.end > hit.match.end() or ("last" in hit.match.re.groupindex and hit.match["last"])
    if lead is None or not is_range or hit.lead - len(lead[0]) < reached:
        return hit
    return replace(hit, lead=hit.lead - len(lead[0]))
