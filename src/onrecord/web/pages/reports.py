"""The reports, day by day: what became of each, and how much is said in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from onrecord.library import Snapshot
from onrecord.prose.words import outlet
from onrecord.record.report import Fate, Listing
from onrecord.web.visit import Page, Visit

_PAGE: Final = 50
_MOST: Final = 100_000
_OUTLETS: Final = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list.

    Attributes:
        listing: what is known of it.
        fates: what became of it.
        statements: how many statements it holds.
    """

    listing: Listing
    fates: tuple[Fate, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Dated:
    """The reports of one day; None for those of which nobody knows it."""

    day: date | None
    rows: tuple[Row, ...]


def reports(visit: Visit) -> Page:
    """The list of reports, the newest first."""
    snapshot = visit.snapshot
    fitting = list(_fitting(snapshot.reports(), visit.text("outlet"), visit.text("title")))
    last = max(1, -(-len(fitting) // _PAGE))
    at = min(visit.number("page", 1, _MOST), last)
    shown = fitting[(at - 1) * _PAGE : at * _PAGE]
    return Page(
        "reports.html",
        {
            "days": _by_day(_rows(snapshot, shown)),
            "total": len(fitting),
            "first": (at - 1) * _PAGE + 1,
            "last_shown": (at - 1) * _PAGE + len(shown),
            "page": at,
            "pages": last,
            "outlets": _outlets(snapshot.reports()),
            "outlet_asked": visit.text("outlet"),
            "title_asked": visit.text("title"),
        },
    )


def _fitting(listings: Sequence[Listing], by: str, title: str) -> Iterator[Listing]:
    """The reports of an outlet whose titles hold all the words, the newest first, the undated last."""
    dated = [one for one in listings if one.published.known]
    words = title.casefold().split()
    for one in (*reversed(dated), *(one for one in listings if not one.published.known)):
        head = (one.title or one.file).casefold()
        if by.casefold() in outlet(one).casefold() and all(word in head for word in words):
            yield one


def _rows(snapshot: Snapshot, listings: Sequence[Listing]) -> Iterator[Row]:
    said = snapshot.said_in(one.id for one in listings)
    return (Row(one, snapshot.fates(one.id), said[one.id]) for one in listings)


def _by_day(rows: Iterable[Row]) -> list[Dated]:
    return [Dated(day, tuple(some)) for day, some in groupby(rows, key=lambda row: row.listing.published.end)]


def _outlets(listings: Iterable[Listing]) -> list[str]:
    """The names of outlets, to choose from."""
    return sorted({outlet(one) for one in listings if one.outlet})[:_OUTLETS]
