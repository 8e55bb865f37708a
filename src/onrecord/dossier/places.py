"""The places in reports that a dossier quotes: each has a name, by which a quotation leads to its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from onrecord.dossier.model import Listed, Paragraph, Stretch
from onrecord.prose.days import when
from onrecord.prose.pieces import begun
from onrecord.prose.telling import fell
from onrecord.record.report import Listing
from onrecord.record.span import Span

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_ALL: Final = 100  # reports up to which all are listed, also those of which nothing is quoted


class _Place(NamedTuple):
    """A quoted stretch of a report, and the name by which it is found."""

    start: int
    end: int
    anchor: str


class Places:
    """Gathers what is quoted while a dossier is written; its reports are numbered in order of publication."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._numbers = {report.id: at for at, report in enumerate(snapshot.reports(), 1)}
        self._places: dict[str, dict[str, list[Span]]] = defaultdict(dict)
        self._cited: set[str] = set()

    def number(self, report: str) -> int:
        """The number by which a report is cited; it will be listed."""
        self._cited.add(report)
        return self._numbers[report]

    def numbers(self, reports: Iterable[str]) -> list[int]:
        """The numbers of those of these reports that the record has; they will be listed."""
        return [self.number(report) for report in reports if report in self._numbers]

    def quote(self, anchor: str, spans: Sequence[Span]) -> str:
        """Note that these words are quoted, and give the name of their place."""
        self._cited.add(spans[0].report)
        self._places[spans[0].report].setdefault(anchor, list(spans))
        return anchor

    def listed(self, year: int | None) -> tuple[Listed, ...]:
        """The reports that are cited, or all of few, by number, with the paragraphs that hold what is quoted."""
        everything = len(self._numbers) <= _ALL
        chosen = [report for report in self._numbers if everything or report in self._cited]
        return tuple(self._listed(self._snapshot.listing(report), year) for report in chosen)

    def left_out(self, listed: Sequence[Listed]) -> int:
        """How many reports are not listed."""
        return len(self._numbers) - len(listed)

    def _listed(self, report: Listing, year: int | None) -> Listed:
        return Listed(
            number=self._numbers[report.id],
            outlet=report.outlet,
            title=report.title,
            day=when(report.published, year),
            address=report.url,
            link=_of_the_web(report.url),
            file=report.file,
            language=report.language,
            became=begun(fell(self._snapshot, self._snapshot.fates(report.id), year)),
            paragraphs=tuple(self._paragraphs(report.id)),
        )

    def _paragraphs(self, report: str) -> Iterator[Paragraph]:
        places = sorted(_Place(span.start, span.end, anchor) for anchor, span in self._spans(report))
        if places:
            text = self._snapshot.text(report)
            for start, end in _merged(_around(text, place) for place in places):
                yield _cut(text, start, end, [place for place in places if start <= place.start < end])

    def _spans(self, report: str) -> Iterator[tuple[str, Span]]:
        """Each span with its name; of words in several parts only the first has one."""
        for anchor, spans in self._places.get(report, {}).items():
            yield from ((anchor if at == 0 else "", span) for at, span in enumerate(spans))


def _of_the_web(address: str) -> str:
    """A plain address of the web, as it may be followed; empty for any other."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return ""
    rest = [
        _PERCENT.sub("%25", quote(part, safe=_SAFE, errors="replace"))
        for part in (parts.path, parts.query, parts.fragment)
    ]
    return urlunsplit((parts.scheme, parts.netloc, *rest))


_HOST: Final = re.compile(r"[a-z0-9._-]+")
_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE: Final = "%/:?@!$&'()*+,;=~-._"


def _around(text: str, place: _Place) -> tuple[int, int]:
    """From where to where the paragraph of a place goes."""
    end = text.find("\n", place.end)
    return text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _cut(text: str, start: int, end: int, places: Sequence[_Place]) -> Paragraph:
    """A paragraph cut where quoted words begin and end."""
    ends = sorted({start, end, *(edge for place in places for edge in (place.start, place.end))})
    return tuple(
        Stretch(
            text[one:other],
            any(place.start <= one and other <= place.end for place in places),
            tuple(place.anchor for place in places if place.start == one and place.anchor),
        )
        for one, other in pairwise(ends)
    )
