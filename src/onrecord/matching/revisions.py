"""Reports that change: later editions at one address, corrections and withdrawals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record.reading import Notice
from onrecord.record.report import Headline, Status
from onrecord.record.span import Span
from onrecord.wording import fold

_QUOTED = 0.7  # share of a headline's words that a notice quotes
_LEAST = 2  # words of weight that a headline must share with a notice
_WORD = re.compile(r"\w{4,}")  # shorter words tell nothing of what a headline is about


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
    headlines: Mapping[str, Headline], notices: Sequence[tuple[str, Notice]], killed: Iterable[str] = ()
) -> list[Revised]:
    """What became of reports, in the order of the reports that say so.

    Args:
        headlines: the reports of the view, in order of publication.
        notices: corrections and withdrawals announced, with the reports that announce them.
        killed: reports that a person has marked as withdrawn.
    """
    found = [*_editions(headlines), *_announced(headlines, notices)]
    found += [Revised(report, None, "withdrawn", None) for report in sorted(killed) if report in headlines]
    return found


def _editions(headlines: Mapping[str, Headline]) -> Iterable[Revised]:
    """Reports at one address: each is a revision of the one before it; a kill notice withdraws all before it."""
    at: dict[str, list[Headline]] = {}
    for headline in headlines.values():
        if headline.url:
            at.setdefault(headline.url, []).append(headline)
    for editions in at.values():
        for earlier, later in pairwise(editions):
            if later.declared is Status.USABLE:
                yield Revised(earlier.id, later.id, "revised", None)
        for later in editions:
            if later.declared is Status.WITHDRAWN:
                yield from (Revised(e.id, later.id, "withdrawn", None) for e in editions if e.id != later.id)


def _announced(headlines: Mapping[str, Headline], notices: Sequence[tuple[str, Notice]]) -> Iterable[Revised]:
    order = {report: place for place, report in enumerate(headlines)}
    titles = _Titles(headlines) if notices else None
    for by, notice in notices:
        if notice.itself or titles is None:
            yield Revised(by, by, notice.kind, notice.span)
            continue
        meant = [r for r in titles.within(notice.quoted) if order[r] < order[by] and _one_outlet(headlines, r, by)]
        if meant:
            yield Revised(max(meant, key=order.__getitem__), by, notice.kind, notice.span)


def _one_outlet(headlines: Mapping[str, Headline], one: str, other: str) -> bool:
    """Whether both may be of one outlet: only an outlet takes back its own reports."""
    return headlines[one].outlet == headlines[other].outlet or not (headlines[one].outlet and headlines[other].outlet)


class _Titles:
    """The headlines of reports, by their words."""

    def __init__(self, headlines: Mapping[str, Headline]) -> None:
        self._reports: dict[str, list[str]] = {}
        for report, headline in headlines.items():
            self._reports.setdefault(headline.title, []).append(report)
        self._words = {title: _telling(title) for title in self._reports}
        self._holding: dict[str, list[str]] = {}
        for title, found in self._words.items():
            for word in found:
                self._holding.setdefault(word, []).append(title)

    def within(self, text: str) -> list[str]:
        """The reports most of whose headline stands in a text."""
        said = _telling(text)
        shared = Counter(title for word in said for title in self._holding.get(word, ()))
        most = [title for title, count in shared.items() if count >= max(_LEAST, _QUOTED * len(self._words[title]))]
        return [report for title in most for report in self._reports[title]]


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def statuses(revised: Iterable[Revised]) -> dict[str, Status]:
    """The status of each report of which a later one says something; a withdrawal outweighs a correction."""
    found: dict[str, Status] = {}
    for one in revised:
        if one.kind == "withdrawn":
            found[one.report] = Status.WITHDRAWN
        elif one.kind == "corrected":
            found.setdefault(one.report, Status.CORRECTED)
    return found
