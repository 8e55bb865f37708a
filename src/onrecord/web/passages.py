"""The words of a statement where they stand, for pages: who speaks, the word that tells it, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.library import Snapshot
from onrecord.record.span import Span
from onrecord.story.entries import Entry

_AROUND: Final = 400  # code points before and after the words that are shown of a long paragraph

Piece = tuple[str, str]
"""Some words, and what they are: "content", "speaker", "cue", or nothing of these."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement where it stands.

    Attributes:
        entry: the line of the record.
        pieces: the words of its paragraph, in order; joined they are what the report has there.
        before: whether words of the paragraph are left out before them.
        after: whether some are left out after them.
    """

    entry: Entry
    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def passage(snapshot: Snapshot, entry: Entry) -> Passage:
    """A statement in its paragraph, or in what stands around it where that is long."""
    text = snapshot.text(entry.statement.report)
    marks = _marks(entry)
    first, last = min(span.start for span, _ in marks), max(span.end for span, _ in marks)
    paragraph = text.rfind("\n", 0, first) + 1, _end(text, last)
    start, end = max(paragraph[0], first - _AROUND), min(paragraph[1], last + _AROUND)
    edges = sorted({start, end, *(edge for span, _ in marks for edge in (span.start, span.end))})
    pieces = [(text[one:other], _what(one, marks)) for one, other in pairwise(edges)]
    return Passage(entry, tuple(pieces), start > paragraph[0], end < paragraph[1])


def _marks(entry: Entry) -> list[tuple[Span, str]]:
    """Where the parts of a statement stand; of parts that overlap the first one counts."""
    statement = entry.statement
    parts = [(statement.speaker, "speaker"), (statement.cue, "cue"), *((span, "content") for span in statement.content)]
    return [(span, part) for span, part in parts if span]


def _what(at: int, marks: list[tuple[Span, str]]) -> str:
    return next((part for span, part in marks if span.start <= at < span.end), "")


def _end(text: str, last: int) -> int:
    found = text.find("\n", last)
    return len(text) if found < 0 else found
