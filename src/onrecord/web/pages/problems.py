"""What could not be read, and what views of a day leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import NotFound
from onrecord.library import Snapshot
from onrecord.record.problem import Problem
from onrecord.record.report import Listing
from onrecord.web.marking import line_at
from onrecord.web.visit import Page, Visit

_SHOWN: Final = 100
_MOST: Final = 100_000
_IN_A_REPORT = re.compile(r"(?P<report>[0-9a-f]{16}(?:\.[0-9a-f]{8})?)(?::(?P<start>\d+)-(?P<end>\d+))?")


@dataclass(frozen=True, slots=True)
class Found:
    """A problem, with what leads to its place where that is in a report.

    Attributes:
        problem: what could not be read.
        listing: the report in which that stands; None where it is a file, or a line of one.
        anchor: what leads to it on the report's page.
        words: the words, where they are few; else how they begin.
    """

    problem: Problem
    listing: Listing | None = None
    anchor: str = ""
    words: str = ""


def problems(visit: Visit) -> Page:
    """What could not be read, and the reports of which nobody knows the day."""
    snapshot, limit = visit.snapshot, visit.number("limit", _SHOWN, _MOST)
    found = snapshot.problems()
    undated = [one for one in visit.at(None).reports() if not one.published.known]
    return Page(
        "problems.html",
        {
            "found": [_found(snapshot, problem) for problem in found[:limit]],
            "total": len(found),
            "undated": undated[:limit],
            "undated_total": len(undated),
            "limit": limit,
        },
    )


def _found(snapshot: Snapshot, problem: Problem) -> Found:
    match = _IN_A_REPORT.fullmatch(problem.where)
    listing = _listing(snapshot, match["report"]) if match else None
    if match is None or listing is None:
        return Found(problem)
    if match["start"] is None:
        return Found(problem, listing)
    text, start, end = snapshot.text(listing.id), int(match["start"]), int(match["end"])
    return Found(problem, listing, f"at-{line_at(text, start)}", text[start:end])


def _listing(snapshot: Snapshot, report: str) -> Listing | None:
    try:
        return snapshot.listing(report)
    except NotFound:
        return None
