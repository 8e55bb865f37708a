"""A report: the text as printed with its statements marked, and what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from onrecord.library import Snapshot
from onrecord.prose.editions import pieces
from onrecord.record.edit import Edit, Edited
from onrecord.record.judgement import Judged, Ruling, State
from onrecord.record.report import Fate, Listing
from onrecord.record.reuse import Reuse
from onrecord.record.span import Span
from onrecord.story.bearing import Question
from onrecord.story.entries import Entry
from onrecord.story.revisions import Revision
from onrecord.web.marking import Line, line_at, marked, marks
from onrecord.web.pages.beside import beside
from onrecord.web.visit import Page, Visit

_EDITS: Final = 40
_RESTING: Final = 30
_STANDING: Final = (State.APPLIED, State.CONTESTED)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the report, with the matters that it bears on."""

    entry: Entry
    on: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A place elsewhere where the words of a line stand as well.

    Attributes:
        listing: the report there.
        at: where the passage starts in this report.
        reuse: the passage.
    """

    listing: Listing
    at: int
    reuse: Reuse


@dataclass(frozen=True, slots=True)
class Became:
    """What became of the report, with the words that say so."""

    fate: Fate
    by: Listing | None
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that two editions have differently, in pieces."""

    kind: Edit
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """How an edition differs from the one before it, or what is said of a report."""

    revision: Revision
    changes: tuple[Change, ...]
    more: int


def report(visit: Visit) -> Page:
    """A report's page, or one of its passages beside its twin."""
    snapshot, wanted = visit.snapshot, visit.path["id"]
    listing = visit.at(None).listing(wanted)
    if not _there(visit, listing):
        return Page("early.html", {"listing": listing})
    if visit.text("beside"):
        return beside(visit, listing)
    text, entries = snapshot.text(wanted), snapshot.statements(report=wanted)
    lines = marked(text, marks(entry.statement for entry in entries))
    asked = snapshot.asked(wanted)
    return Page(
        "report.html",
        {
            "listing": listing,
            "address": web_address(listing.url),
            "publisher": snapshot.publisher(wanted),
            "lines": lines,
            "stops": _stops(lines),
            "said": [Said(entry, asked.get(entry.id, ())) for entry in entries],
            "backing": snapshot.behind(entry.id for entry in entries).backing,
            "twins": _twins(snapshot, wanted, [line.start for line in lines]),
            "decided": _decided(snapshot, wanted),
            "became": [_became(snapshot, fate) for fate in snapshot.fates(wanted)],
            "editions": [_edition(snapshot, one) for one in snapshot.revisions(wanted)],
            "resting": snapshot.resting(wanted)[:_RESTING],
            "resting_total": len(snapshot.resting(wanted)),
        },
    )


def _there(visit: Visit, listing: Listing) -> bool:
    """Whether the report was surely published by the day of the visit."""
    return visit.day is None or (listing.published.end is not None and listing.published.end <= visit.day)


def web_address(url: str) -> str:
    """An address that a browser may be sent to; empty for all others."""
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _decided(snapshot: Snapshot, report: str) -> list[Judged]:
    """What people decided on the report and its statements, as far as it stands or is contested."""
    return [
        one
        for one in snapshot.judged()
        if one.state in _STANDING and one.judgement.ruling is not Ruling.UNDONE and report in one.judgement.reports
    ]


def _stops(lines: Iterable[Line]) -> set[int]:
    """Where the keyboard stops: the first piece of each statement of which it is the innermost one."""
    first: dict[str, int] = {}
    for piece in (piece for line in lines for piece in line.pieces if piece.statements):
        first.setdefault(piece.statements[0], piece.start)
    return set(first.values())


def _twins(snapshot: Snapshot, report: str, starts: Sequence[int]) -> dict[int, list[Twin]]:
    """The places where passages of the report stand elsewhere, by the start of the line in which these begin."""
    sides = [side for one in snapshot.reuse(report) for side in ((one.a, one.b, one), (one.b, one.a, one))]
    found: dict[int, list[Twin]] = defaultdict(list)
    for own, other, one in sorted(sides, key=lambda side: side[:2]):
        if own.report == report:
            line = starts[bisect_right(starts, own.start) - 1]
            found[line].append(Twin(snapshot.listing(other.report), own.start, one))
    return found


def _became(snapshot: Snapshot, fate: Fate) -> Became:
    words, anchor = _words(snapshot, fate.notice) if fate.notice else ("", "")
    return Became(fate, snapshot.listing(fate.by) if fate.by else None, words, anchor)


def _words(snapshot: Snapshot, place: Span) -> tuple[str, str]:
    """Words of a report, and what leads to their line on its page."""
    text = snapshot.text(place.report)
    return place.of(text), f"at-{line_at(text, place.start)}"


def _edition(snapshot: Snapshot, revision: Revision) -> Edition:
    edits = revision.edits[:_EDITS]
    return Edition(revision, tuple(_change(snapshot, edit) for edit in edits), len(revision.edits) - len(edits))


def _change(snapshot: Snapshot, edit: Edited) -> Change:
    old, new = (snapshot.text(place.report) if place else "" for place in (edit.before, edit.after))
    return Change(edit.kind, tuple(_joined(list(pieces(old, new, edit)))))


def _joined(parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(part, words) for part, words in parts if words]
