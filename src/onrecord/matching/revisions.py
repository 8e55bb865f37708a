"""Reports that change: later editions at one address, corrections and withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record.reading import Notice
from onrecord.record.report import Listing, Status
from onrecord.record.span import Span
from onrecord.wording import words

_ALIKE = 0.34  # share of a notice's words that its report must hold; below it, a notice names no report of the record
_LIGHT = 4  # letters of a word that tells nothing of what a notice is about


@dataclass(frozen=True, slots=True)
class Revised:
    """What one report says of an earlier one.

    Attributes:
        report: id of the earlier report.
        by: id of the later one; None where a person decided it.
        kind: "revised", "corrected" or "withdrawn".
        notice: the words that say so, where there are any.
    """

    report: str
    by: str | None
    kind: str
    notice: Span | None


def revisions(
    listings: Mapping[str, Listing],
    notices: Sequence[tuple[str, Notice]],
    text: Callable[[str], str],
    killed: Iterable[str] = (),
) -> list[Revised]:
    """What became of reports, in the order of the reports that say so.

    Args:
        listings: the reports of the view, in order of publication.
        notices: corrections and withdrawals announced, with the reports that announce them.
        text: gives the text of a report.
        killed: reports that a person has marked as withdrawn.
    """
    found = [*_editions(listings), *_announced(listings, notices, text)]
    found += [Revised(report, None, "withdrawn", None) for report in sorted(killed) if report in listings]
    return found


def _editions(listings: Mapping[str, Listing]) -> Iterable[Revised]:
    """Reports at one address: each is a revision of the one before it; a kill notice withdraws all before it."""
    at: dict[str, list[Listing]] = {}
    for listing in listings.values():
        if listing.url:
            at.setdefault(listing.url, []).append(listing)
    for editions in at.values():
        for earlier, later in pairwise(editions):
            if later.declared is Status.USABLE:
                yield Revised(earlier.id, later.id, "revised", None)
        for later in editions:
            if later.declared is Status.WITHDRAWN:
                yield from (Revised(e.id, later.id, "withdrawn", None) for e in editions if e.id != later.id)


def _announced(
    listings: Mapping[str, Listing], notices: Sequence[tuple[str, Notice]], text: Callable[[str], str]
) -> Iterable[Revised]:
    order = {report: place for place, report in enumerate(listings)}
    for by, notice in notices:
        earlier = [report for report in listings if order[report] < order[by] and _by_same(listings, report, by)]
        about = _telling(notice.quoted or notice.span.of(text(by)))
        scored = [(_share(about, text(report)), -order[report], report) for report in earlier]
        best = max(scored, default=None)
        if best and best[0] >= _ALIKE:
            yield Revised(best[2], by, notice.kind, notice.span)


def _by_same(listings: Mapping[str, Listing], one: str, other: str) -> bool:
    """Whether both may be of one outlet: only an outlet takes back its own reports."""
    names = {listings[one].outlet, listings[other].outlet}
    return len(names) == 1 or "" in names


def _telling(text: str) -> set[str]:
    return {word.form for word in words(text) if len(word.form) > _LIGHT}


def _share(about: set[str], text: str) -> float:
    return len(about & _telling(text)) / len(about) if about else 0.0


def statuses(revised: Iterable[Revised]) -> dict[str, Status]:
    """The status of each report of which a later one says something; a withdrawal outweighs a correction."""
    found: dict[str, Status] = {}
    for one in revised:
        if one.kind == "withdrawn":
            found[one.report] = Status.WITHDRAWN
        elif one.kind == "corrected":
            found.setdefault(one.report, Status.CORRECTED)
    return found
