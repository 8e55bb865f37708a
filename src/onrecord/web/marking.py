"""A report's text cut into lines and pieces, each piece with the statements of which it is a part."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from onrecord.record.span import Span
from onrecord.record.statement import Statement

PARTS: Final = ("speaker", "cue", "content", "passage", "other")
"""What a piece can be: a part of a statement; words that stand elsewhere as well; among them those that do not."""


_ENDS = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are told from those around them.

    Attributes:
        statement: id of the statement that they are a part of; empty where they are of none.
        part: one of `PARTS`.
        span: where they stand.
        length: code points of all that the statement says: of two statements the shorter one lies within the longer.
    """

    statement: str
    part: str
    span: Span
    length: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that are parts of the same statements.

    Attributes:
        start: where they start in the report.
        text: they, exactly as printed.
        marks: the parts of statements that they belong to, the innermost statement first.
        opens: ids of the statements whose words start here.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements, the innermost first."""
        return tuple(dict.fromkeys(mark.statement for mark in self.marks if mark.statement))

    @property
    def parts(self) -> tuple[str, ...]:
        """What the words are of these."""
        found = {mark.part for mark in self.marks}
        return tuple(part for part in PARTS if part in found)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report with the blank lines behind it.

    Attributes:
        start: where it starts in the report.
        end: where the next one starts.
        pieces: its text.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def anchor(self) -> str:
        """What leads to it on the report's page."""
        return f"at-{self.start}"

    @property
    def spaced(self) -> bool:
        """Whether a blank line stands behind it."""
        return "".join(piece.text for piece in self.pieces).count("\n") > 1


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line with the blank lines behind it; blank lines before all others are a line."""
    starts = [0, *(found.end() for found in _ENDS.finditer(text)), len(text)]
    told = {start for start, end in pairwise(starts) if text[start:end].strip()}
    return list(pairwise(sorted({0, *told, len(text)})))


def line_at(text: str, at: int) -> int:
    """Where the line starts in which a place lies, as `lines` cuts them."""
    return max((start for start, _ in lines(text) if start <= at), default=0)


def around(found: Sequence[Line], span: Span, beside: int) -> list[Line]:
    """The lines that a span reaches into, with so many before and after them."""
    hit = [n for n, line in enumerate(found) if line.start < span.end and span.start < line.end]
    return list(found[max(0, hit[0] - beside) : hit[-1] + 1 + beside]) if hit else []


def marks(statements: Iterable[Statement]) -> list[Mark]:
    """The parts of statements."""
    return list(chain.from_iterable(map(_marks, statements)))


def _marks(one: Statement) -> Iterator[Mark]:
    length = one.extent.end - one.extent.start
    for part, spans in (("content", one.content), ("speaker", (one.speaker,)), ("cue", (one.cue,))):
        yield from (Mark(one.id, part, span, length) for span in spans if span)


def marked(text: str, parts: Sequence[Mark]) -> list[Line]:
    """The text in lines, whose pieces together are the text; however the parts of statements overlap."""
    cut = lines(text)
    reaching = _reaching(cut, parts)
    opening: dict[int, list[str]] = defaultdict(list)
    for statement, start in _first(parts).items():
        opening[start].append(statement)
    return [
        Line(start, end, tuple(_pieces(text, (start, end), reaching.get(start, ()), opening))) for start, end in cut
    ]


def _reaching(cut: Sequence[tuple[int, int]], parts: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks that reach into each line, by its start."""
    starts = [start for start, _ in cut]
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in parts:
        for start in starts[bisect_right(starts, mark.span.start) - 1 : bisect_left(starts, mark.span.end)]:
            found[start].append(mark)
    return found


def _first(parts: Iterable[Mark]) -> dict[str, int]:
    """Where what each statement says begins."""
    found: dict[str, int] = {}
    for mark in parts:
        if mark.part == "content":
            found[mark.statement] = min(mark.span.start, found.get(mark.statement, mark.span.start))
    return found


def _pieces(
    text: str, line: tuple[int, int], here: Sequence[Mark], opening: Mapping[int, Sequence[str]]
) -> Iterator[Piece]:
    start, end = line
    places = {place for mark in here for place in (mark.span.start, mark.span.end)}
    for one, other in pairwise([start, *sorted(place for place in places if start < place < end), end]):
        over = (mark for mark in here if mark.span.start <= one and other <= mark.span.end)
        inner = sorted(over, key=lambda mark: (mark.length, mark.statement, mark.part))
        yield Piece(one, text[one:other], tuple(inner), tuple(sorted(opening.get(one, ()))))
