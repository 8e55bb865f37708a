"""What the encoder is given: words of a statement in word pieces, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.encoder.pieces import pieces, places, vocabulary

CONTENT: Final = 40  # pieces of a content that is read alone
AROUND: Final = 14  # pieces of each thing around it
SIDE: Final = 48  # pieces of the first of two texts
OTHER: Final = 80  # pieces of the second: it may be a passage
_BRIEF: Final = 6  # words under which a content is not understood without what stood before it
_LEAD: Final = 14  # words of what stood before it


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one statement.

    Attributes:
        content: what was said.
        told: the words that say who said it, and how; may be empty.
        before: what was said last in the same report; may be empty.
        title: the headline of the report; may be empty.
    """

    content: str
    told: str = ""
    before: str = ""
    title: str = ""

    @property
    def whole(self) -> str:
        """The statement as one text; where its content is brief, with what stood before it."""
        told = f"{self.told} : {self.content}" if self.told.strip(". ") else self.content
        if self.before and len(self.content.split()) < _BRIEF:
            return f"{' '.join(self.before.split()[:_LEAD])} / {told}"
        return told


Pieces = tuple[list[int], list[int]]
"""Numbers of pieces, and for each whether it belongs to the first text (0) or the second (1)."""


def alone(one: Wording) -> Pieces:
    """A statement with what stands around it."""
    around = [
        *numbers(one.told, AROUND),
        *numbers(f". {one.before}" if one.before else "", AROUND),
        *numbers(f". {one.title}" if one.title else "", AROUND),
    ]
    return _joined(numbers(one.content, CONTENT), around)


def together(one: str, other: str) -> Pieces:
    """Two texts to be compared."""
    return _joined(numbers(one, SIDE), numbers(other, OTHER))


def _joined(one: list[int], other: list[int]) -> Pieces:
    opens, closes = _marks()
    first = [opens, *one, closes]
    return [*first, *other, closes], [*[0] * len(first), *[1] * (len(other) + 1)]


@cache
def _marks() -> tuple[int, int]:
    return vocabulary()["[CLS]"], vocabulary()["[SEP]"]


def numbers(text: str, most: int) -> list[int]:
    """The numbers of the first pieces of a text."""
    found: list[int] = []
    for start, end in places(text, 0, len(text)):
        found += pieces(text[start:end])
        if len(found) >= most:
            break
    return found[:most]
