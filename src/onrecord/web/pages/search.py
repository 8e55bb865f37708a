"""One box for words and questions: what the record holds on it, the lines that hold the words, sources by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from onrecord.errors import NotFound
from onrecord.library import Snapshot
from onrecord.record.matter import Matter, Position
from onrecord.record.report import Listing
from onrecord.story.ask import Answered
from onrecord.story.origins import Backed
from onrecord.story.questions import EMPTY
from onrecord.story.search import Hit
from onrecord.story.verdicts import Verdict
from onrecord.web.addresses import address, part
from onrecord.web.columns import Column, columns
from onrecord.web.excerpts import Excerpt, excerpt, said
from onrecord.web.pages.matter import parted
from onrecord.web.visit import Done, Page, Visit

_LINES: Final = 20
_MOST: Final = 500
_SOURCES: Final = 6
_ANSWERS: Final = 6
_SAID: Final = 10
_ASKS: Final = re.compile(
    r"\?\s*$|^\s*(?:who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have|had|can|could|"
    r"will|would)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A matter that a question is about.

    Attributes:
        matter: the matter, narrowed to what the question names.
        columns: its first answers.
        left: how many more answers there are.
        ways: the numbers of the answers that are reported for what the question asks, against it, or neither.
    """

    matter: Matter
    columns: tuple[Column, ...]
    left: int
    ways: tuple[tuple[Verdict, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report that holds the words.

    Attributes:
        listing: the report.
        place: where the line begins in it.
        excerpt: its words, those that were searched for marked.
    """

    listing: Listing
    place: int
    excerpt: Excerpt


def search(visit: Visit) -> Page | Done:
    """What the record holds on some words or a question; an id leads to its own page."""
    asked = visit.text("q")
    place = _place(visit, asked) if asked else ""
    if place:
        return Done(place)
    found: dict[str, Any] = {"asked": asked, "answered": None, "found": [], "said": [], "lines": [], "called": []}
    if asked:
        found |= _found(visit, asked)
    return Page("search.html", {"is_question": bool(_ASKS.search(asked)), "left": 0, "limit": _LINES, **found})


def _found(visit: Visit, asked: str) -> dict[str, Any]:
    snapshot, limit = visit.snapshot, visit.number("limit", _LINES, _MOST)
    answered = snapshot.ask(asked)
    then = snapshot.as_of(answered.as_of) if answered.as_of else snapshot
    lines = snapshot.search(_telling(asked), limit + 1)
    words = said(then, [entry.id for entry in answered.said[:_SAID]])
    return {
        "answered": answered,
        "found": [_matter(then, matter, answered) for matter in answered.matters],
        "said": list(words.values()),
        "lines": [_line(hit) for hit in lines[:limit]],
        "left": max(0, len(lines) - limit),
        "limit": limit,
        "called": snapshot.called(asked, _SOURCES),
    }


def _telling(asked: str) -> str:
    """The words to look for: of a question, those that tell what it is about."""
    if not _ASKS.search(asked):
        return asked
    words = asked.replace("?", " ").split()
    return " ".join(word for word in words if word.casefold().strip(",.;:") not in EMPTY) or asked


def _matter(snapshot: Snapshot, matter: Matter, answered: Answered) -> Found:
    leading, folded = parted(matter)
    shown = leading[:_ANSWERS]
    verdicts = [(at, answered.verdicts.get(position.id)) for at, position in enumerate(matter.positions, 1)]
    ways = ((way, tuple(at for at, verdict in verdicts if verdict is way)) for way in Verdict)
    return Found(
        matter,
        tuple(columns(snapshot, matter, shown, _backed(snapshot, matter, shown, answered))),
        len(leading) - len(shown) + len(folded),
        tuple((way, numbers) for way, numbers in ways if numbers),
    )


def _backed(snapshot: Snapshot, matter: Matter, shown: Iterable[Position], answered: Answered) -> Iterable[Backed]:
    """What stands behind some answers; of those that are narrowed, behind what is left of them."""
    if not answered.narrowed:
        return snapshot.backed(matter.id)
    return [Backed(one.id, one.answer, one.statements, snapshot.behind(one.statements)) for one in shown]


def _line(hit: Hit) -> Line:
    return Line(hit.report, hit.span.start, excerpt(hit.text, [(*mark, "content") for mark in hit.marks]))


def _place(visit: Visit, asked: str) -> str:
    """The address of what an id names; empty where it is none, or names nothing in the record as of that day."""
    snapshot, day = visit.snapshot, visit.day
    with suppress(NotFound):
        if asked.startswith("st-"):
            found = snapshot.statements(ids=(asked,))
            return address(f"/reports/{part(found[0].report.id)}", day, asked) if found else ""
        if asked.startswith("ma-"):
            return address(f"/matters/{part(snapshot.matter(asked).id)}", day)
        if asked.startswith("so-"):
            return address(f"/sources/{part(snapshot.source(asked).id)}", day)
        if asked.startswith("or-"):
            return address(f"/origins/{part(snapshot.origin(asked).origin.id)}", day)
        if re.fullmatch(r"[0-9a-f]{16}(\.[0-9a-f]{8})?", asked):
            return address(f"/reports/{part(snapshot.listing(asked).id)}", day)
    return ""
