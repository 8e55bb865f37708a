"""Who speaks: the sources of the record, and one of them in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from onrecord.library import Snapshot
from onrecord.record.matter import Matter, Position
from onrecord.record.name import Source
from onrecord.record.report import Listing
from onrecord.record.statement import Stance
from onrecord.story.grounds import Evidence
from onrecord.web.excerpts import Excerpt, Said, around, said
from onrecord.web.visit import Page, Visit

_SOURCES: Final = 60
_MATTERS: Final = 10
_LOOKED_AT: Final = 40  # matters in which changes of story are looked for, at first
_STATEMENTS: Final = 30
_ORIGINS: Final = 8
_PASSED: Final = 8
_GROUNDS: Final = 10
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Answers:
    """A matter with the answers that one source gave, each with its number."""

    matter: Matter
    given: tuple[tuple[int, Position], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Why two names were taken for one, with the words of reports."""

    evidence: Evidence
    words: tuple[tuple[Listing, Excerpt], ...]


@dataclass(frozen=True, slots=True)
class Daily:
    """What was published on one day; None stands for reports without a day."""

    day: date | None
    said: tuple[Said, ...]


def sources(visit: Visit) -> Page:
    """The list of sources, or of those that are called by some words."""
    limit, words = visit.number("limit", _SOURCES, _MOST), visit.text("name")
    found: Sequence[Any] = visit.snapshot.called(words, limit + 1) if words else visit.snapshot.sources(limit + 1)
    return Page("sources.html", {"found": found[:limit], "words": words, "left": len(found) > limit, "limit": limit})


def source(visit: Visit) -> Page:
    """One source."""
    snapshot = visit.snapshot
    one = snapshot.source(visit.path["id"])
    matters = snapshot.matters_of(one.id, visit.number("matters", _MATTERS, _MOST))
    turned = snapshot.turned(one.id, visit.number("looked", _LOOKED_AT, _MOST))
    shifts = [given.statement for turn in turned for given in (turn.shift.before, turn.shift.after)]
    origins = visit.number("origins", _ORIGINS, _MOST)
    return Page(
        "source.html",
        {
            "one": one,
            "relays": snapshot.relays(one.id),
            "answers": [_answers(matter, one) for matter in matters],
            "matters": matters,
            "turned": turned,
            "looked": visit.number("looked", _LOOKED_AT, _MOST),
            "entries": {entry.id: entry for entry in snapshot.statements(ids=tuple(shifts))},
            "origins": snapshot.origins(one.id, origins + 1),
            "shown_origins": origins,
            "shown": [_evidence(snapshot, each) for each in snapshot.evidence(one.id)[:_MOST]],
            "grounds": visit.number("grounds", _GROUNDS, _MOST),
            "passed": visit.number("passed", _PASSED, _MOST),
            "stances": list(Stance),
            **_statements(visit, one),
        },
    )


def _answers(matter: Matter, one: Source) -> Answers:
    numbered = enumerate(matter.positions, 1)
    return Answers(matter, tuple((at, position) for at, position in numbered if one.id in position.held_by))


def _evidence(snapshot: Snapshot, evidence: Evidence) -> Shown:
    return Shown(
        evidence, tuple((snapshot.listing(each.words.report), around(snapshot, each.words)) for each in evidence.quoted)
    )


def _statements(visit: Visit, one: Source) -> dict[str, Any]:
    """What a source said, as the address narrows it, the newest day first."""
    limit = visit.number("limit", _STATEMENTS, _MOST)
    found = visit.snapshot.statements(
        source=one.id,
        channel=visit.text("channel") or None,
        matter=visit.text("matter") or None,
        stance=visit.text("stance") or None,
        words=visit.text("words"),
        limit=limit,
    )
    words = said(visit.snapshot, [entry.id for entry in found])
    dated = groupby((words[entry.id] for entry in found), key=lambda each: each.entry.report.published.start)
    return {
        "days": [Daily(day, tuple(some)) for day, some in dated][::-1],
        "total": found.total,
        "count": len(found),
        "narrowed": any(map(visit.text, ("channel", "matter", "stance", "words"))),
    }
