"""The words of statements in their sentences, cut to what is needed, with what is marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.library import Snapshot
from onrecord.record.span import Span
from onrecord.story.entries import Entry
from onrecord.story.show import Worded

Mark = tuple[int, int, str]

_AROUND: Final = 240  # code points shown on either side of what is marked, at most
_LONGEST: Final = 1_600  # code points shown of one statement
_SENTENCE: Final = re.compile(r"[.!?…؟。]['\"’”»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a report.

    Attributes:
        parts: the words in order, each with what they are: "content", "cue", "speaker", several or none.
        cut_before: whether the paragraph begins earlier.
        cut_after: whether it goes on.
    """

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words in their sentence."""

    entry: Entry
    excerpt: Excerpt


def said(snapshot: Snapshot, statements: Iterable[str]) -> dict[str, Said]:
    """Statements with their words in their sentences, by id."""
    return {one.entry.id: _said(one) for one in snapshot.worded(tuple(dict.fromkeys(statements)))}


def _said(one: Worded) -> Said:
    return Said(one.entry, excerpt(one.text, one.marks))


def around(snapshot: Snapshot, span: Span) -> Excerpt:
    """Words of a report in their sentence."""
    text = snapshot.text(span.report)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return excerpt(text[start : len(text) if end < 0 else end], [(span.start - start, span.end - start, "content")])


def excerpt(text: str, marks: Sequence[Mark]) -> Excerpt:
    """A paragraph cut to the sentences that hold what is marked, and no more than can be read at once."""
    first = min((mark[0] for mark in marks), default=0)
    last = max((mark[1] for mark in marks), default=len(text))
    start, end = _start(text, first), min(_end(text, last), first + _LONGEST)
    return Excerpt(tuple(_parts(text, marks, start, end)), bool(text[:start].strip()), bool(text[end:].strip()))


def _start(text: str, first: int) -> int:
    """Where the sentence begins that holds a place, or a word not too far before it."""
    far = max(0, first - _AROUND)
    begins = [found.end() for found in _SENTENCE.finditer(text, far, first)]
    if begins:
        return begins[-1]
    return far and text.find(" ", far, first) + 1


def _end(text: str, last: int) -> int:
    """Where the sentence ends that ends with a place or goes on behind it."""
    ended = _SENTENCE.search(text, max(0, last - 2), last + _AROUND)
    if ended:
        return max(last, ended.end())
    far = last + _AROUND
    return len(text) if far >= len(text) else max(last, text.rfind(" ", last, far))


def _parts(text: str, marks: Sequence[Mark], start: int, end: int) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Stretches of the text between any two ends of marks, with the marks that each is under."""
    ends = {place for mark in marks for place in mark[:2] if start < place < end}
    places = sorted({start, end, *ends})
    for one, other in pairwise(places):
        yield text[one:other], tuple(sorted({kind for a, b, kind in marks if a <= one and other <= b}))
