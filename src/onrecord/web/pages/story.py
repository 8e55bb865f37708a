"""The story: its contested matters, and what is new in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.record.matter import Matter
from onrecord.story.changes import Changed
from onrecord.web.lanes import COLOURS, Picture, picture
from onrecord.web.pages.changes import since_day
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
    since = since_day(visit)
    if since is None:
        return None
    found = visit.snapshot.changes(since)
    return News(since, tuple(found[:_CHANGES]), len(found))
