"""The story: its contested matters, and what is new in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.errors import BadArgument
from onrecord.library import Snapshot
from onrecord.record.matter import Matter
from onrecord.story.changes import Changed
from onrecord.web.lanes import COLOURS, Picture, picture
from onrecord.web.visit import Page, Visit

_MATTERS: Final = 8
_MOST: Final = 200
_CHANGES: Final = 6


@dataclass(frozen=True, slots=True)
class Contested:
    """A matter in a list, with its picture."""

    matter: Matter
    picture: Picture


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day.

    Attributes:
        since: the first day of what is new.
        changed: the gravest changes.
        total: how many there are.
    """

    since: date
    changed: tuple[Changed, ...]
    total: int


def story(visit: Visit) -> Page:
    """The first page."""
    snapshot = visit.snapshot
    found = snapshot.matters(visit.number("matters", _MATTERS, _MOST))
    contested = [Contested(matter, picture(snapshot, matter)) for matter in found]
    return Page("story.html", {"contested": contested, "total": found.total, "news": _news(visit), "most": COLOURS})


def _news(visit: Visit) -> News | None:
    """What is new since the visitor's last visit, or since the day that the address gives; else on the last day."""
    since = _since(visit)
    if since is None:
        return None
    found = visit.snapshot.changes(since)
    return News(since, tuple(found[:_CHANGES]), len(found))


def _since(visit: Visit) -> date | None:
    given = visit.text("since")
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise BadArgument(f"since={given!r}: give a day as year-month-day, such as 2024-03-11") from error
    last = _last_day(visit.snapshot)
    if visit.day is None and visit.seen and last and visit.seen < last:
        return visit.seen + timedelta(days=1)
    return last


def _last_day(snapshot: Snapshot) -> date | None:
    days = snapshot.days()
    return days[-1][0] if days else None
