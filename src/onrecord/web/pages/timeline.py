"""The timeline: dated happenings by day, and where reports tell them differently."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Final

from onrecord.errors import BadArgument
from onrecord.library import Snapshot
from onrecord.record.event import Discrepancy, Event, Version
from onrecord.record.report import Listing
from onrecord.record.span import Span
from onrecord.record.when import When
from onrecord.web.marking import line_at
from onrecord.web.visit import Page, Visit

_SHOWN: Final = 60
_MOST: Final = 3000
_MATTERS: Final = 10
_HAPPENINGS: Final = 30  # looked at for each matter
_WORDS: Final = 4  # reports whose words are shown for a version
_AROUND: Final = 60  # code points shown beside a number or a place, which says little by itself
BEFORE: Final = "before"
AFTER: Final = "after"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the timeline: a month of the story, what lies before its months, or after.

    Attributes:
        name: as an address names it: "2024-03", "before", "after"; empty for all that there is.
        since: its first day; None for no first one.
        until: its last day; None for no last one.
    """

    name: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a report, with what leads to them."""

    listing: Listing
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One version: its value, the words of the first reports that give it, and how many more there are."""

    value: str
    words: tuple[Told, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What reports tell differently: each version with its words."""

    what: Discrepancy
    versions: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening with those who report it, and where they disagree."""

    event: Event
    first: Told
    others: tuple[Listing, ...]
    otherwise: tuple[Otherwise, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """The happenings of one date."""

    when: When
    happenings: tuple[Happening, ...]


def timeline(visit: Visit) -> Page:
    """The happenings of a stretch of days, or all that reports tell differently."""
    if visit.text("differing"):
        return _differing(visit)
    stretches = _stretches([day for day, _ in visit.days])
    chosen = _chosen(stretches, visit.text("month"), visit.standing_day)
    limit = visit.number("limit", _SHOWN, _MOST)
    found = visit.snapshot.timeline(chosen.since, chosen.until, limit + 1)
    shown = found[max(0, len(found) - limit) :]
    texts = Texts(visit.snapshot)
    own, background = ([event for event in shown if event.background is past] for past in (False, True))
    at = stretches.index(chosen)
    return Page(
        "timeline.html",
        {
            "stretches": stretches,
            "chosen": chosen,
            "earlier": stretches[at - 1] if at else None,
            "later": stretches[at + 1] if at + 1 < len(stretches) else None,
            "own": list(_by_date(texts, own)),
            "background": list(_by_date(texts, background)),
            "shown": len(shown),
            "cut": len(found) > limit,
            "limit": limit,
        },
    )


def _differing(visit: Visit) -> Page:
    """What reports tell differently: on the most contested matters, and of the happenings dated last."""
    snapshot, limit = visit.snapshot, visit.number("limit", _MATTERS, _MOST)
    happenings = snapshot.timeline(limit=limit * _HAPPENINGS)
    speech = [one for matter in snapshot.matters(limit) for one in snapshot.discrepancies(matter.id)]
    found = [*(one for event in happenings for one in event.discrepancies), *speech]
    texts = Texts(snapshot)
    return Page(
        "differing.html",
        {
            "found": [texts.otherwise(one) for one in found],
            "limit": limit,
            "happenings": len(happenings),
            "more": snapshot.matters(limit).total > limit or len(happenings) >= limit * _HAPPENINGS,
        },
    )


def _stretches(days: Sequence[date]) -> list[Stretch]:
    """The months in which reports were published, what lies before them, and what lies after."""
    if not days:
        return [Stretch("", None, None)]
    first, last = days[0], days[-1]
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    months = [_month(first.year, first.month + n) for n in range(count)]
    before = Stretch(BEFORE, None, first.replace(day=1) - timedelta(days=1))
    after = Stretch(AFTER, (months[-1].until or last) + timedelta(days=1), None)
    return [before, *months, after]


def _month(year: int, month: int) -> Stretch:
    """A month; the thirteenth one is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _chosen(stretches: Sequence[Stretch], name: str, day: date | None) -> Stretch:
    """The stretch of a name; without one that of the day, or else the last month of the story. Raises BadArgument."""
    if not name:
        of_day = (one for one in stretches[1:-1] if day and one.since and one.until and one.since <= day <= one.until)
        return next(of_day, stretches[-2] if len(stretches) > 1 else stretches[0])
    for one in stretches:
        if one.name == name:
            return one
    raise BadArgument(f"month={name!r}: give a month of the story as year-month, or {BEFORE!r} or {AFTER!r}")


def _by_date(texts: Texts, events: Iterable[Event]) -> Iterator[Dated]:
    for when, some in groupby(events, key=lambda event: event.when):
        yield Dated(when, tuple(texts.happening(event) for event in some))


class Texts:
    """The words behind happenings; each report's text is fetched once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._listing = snapshot.listing
        self._text = lru_cache(maxsize=1024)(snapshot.text)

    def happening(self, event: Event) -> Happening:
        """A happening with those who report it."""
        others = tuple(self._listing(report) for report in event.reports if report != event.words.report)
        return Happening(event, self.told(event.words), others, tuple(map(self.otherwise, event.discrepancies)))

    def otherwise(self, one: Discrepancy) -> Otherwise:
        """A discrepancy with the words of each version."""
        return Otherwise(one, tuple(map(self._telling, one.values)))

    def _telling(self, version: Version) -> Telling:
        words = self._each(version.words)
        return Telling(version.value, tuple(map(self.told, words[:_WORDS])), max(0, len(words) - _WORDS))

    @staticmethod
    def _each(words: Iterable[Span]) -> list[Span]:
        """The first words of each report."""
        return list({span.report: span for span in reversed(tuple(words))}.values())[::-1]

    def told(self, place: Span) -> Told:
        """Words of a report: with a little around them, where they are few."""
        text = self._text(place.report)
        anchor = f"at-{line_at(text, place.start)}"
        return Told(self._listing(place.report), anchor, place.of(text) if _enough(place) else _around(text, place))


def _enough(place: Span) -> bool:
    return place.end - place.start >= _AROUND


def _around(text: str, place: Span) -> str:
    """Words with whole words around them, from their own line."""
    start, end = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND), place.end + _AROUND
    line_end = text.find("\n", place.end)
    end = min(end, line_end if line_end >= 0 else len(text))
    before, after = text[start : place.start], text[place.end : end]
    before = before if start == text.rfind("\n", 0, place.start) + 1 else f"… {before.partition(' ')[2]}"
    after = after if end in {line_end, len(text)} else f"{after.rpartition(' ')[0]} …"
    return before + place.of(text) + after
