"""The words of a page as the tagger sees them, with what can be told of each without a model."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from onrecord.encoder.pieces import places
from onrecord.reading.page import Page
from onrecord.record.reading import Block

_SKIPPED = (Block.HEADER, Block.CREDIT)


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGIT = 4


class Opening(IntEnum):
    """What a word is the first of."""

    NOTHING = 0
    SENTENCE = 1
    PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a punctuation mark.

    Attributes:
        text: as it stands.
        start: where it starts in the report.
        end: where it ends.
        sentence: number of its sentence on the page.
        paragraph: number of its stretch on the page.
        shape: how it is written.
        quoted: whether it stands within a quotation, its marks included.
        opening: whether it opens a sentence or a paragraph.
    """

    text: str
    start: int
    end: int
    sentence: int
    paragraph: int
    shape: Shape
    quoted: bool
    opening: Opening


def words(page: Page) -> list[Word]:
    """The words of a page in order; page heads and credits are left out."""
    found: list[Word] = []
    last, starts, ends = -1, [0], [0]
    for number, sentence in enumerate(page.sentences):
        if sentence.block in _SKIPPED:
            continue
        opening = Opening.SENTENCE
        if sentence.paragraph != last:
            last, opening = sentence.paragraph, Opening.PARAGRAPH
            quotes = page.quotations[last]
            starts, ends = [0, *(quote.start for quote in quotes)], [0, *(quote.end for quote in quotes)]
        for start, end in places(page.text, sentence.start, sentence.end):
            text = page.text[start:end]
            quoted = start < ends[bisect_right(starts, start) - 1]
            found.append(Word(text, start, end, number, last, shape(text), quoted, opening))
            opening = Opening.NOTHING
    return found


def shape(text: str) -> Shape:
    """How a word is written."""
    if text[0].isdigit():
        return Shape.DIGIT
    if not text.isalpha() or text.islower():
        return Shape.LOWER
    if text.isupper():
        return Shape.UPPER if len(text) > 1 else Shape.TITLE
    return Shape.TITLE if text[0].isupper() and text[1:].islower() else Shape.MIXED
