"""A report laid out: its sentences with their tokens, in order."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.layout import Stretch, blocks
from onrecord.reading.quotations import Quotation, quotations
from onrecord.reading.sentences import pieces, sentences
from onrecord.reading.tokens import Token, tokens
from onrecord.record.reading import Block


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, bullet or post.

    Attributes:
        block: what it stands in.
        paragraph: the number of that stretch in the report.
        start: where it starts in the report.
        end: where it ends.
        tokens: its words, marks and quotations.
    """

    block: Block
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text, its stretches, the quotations in each of them, and its sentences."""

    text: str
    stretches: tuple[Stretch, ...]
    quotations: tuple[list[Quotation], ...]
    sentences: tuple[Sentence, ...]


def lay_out(text: str) -> Page:
    """The text as a page."""
    stretches = tuple(blocks(text))
    quotes = tuple(quotations(text, stretch.start, stretch.end) for stretch in stretches)
    rows = (_sentences(text, n, *pair) for n, pair in enumerate(zip(stretches, quotes, strict=True)))
    return Page(text, stretches, quotes, tuple(sentence for row in rows for sentence in row))


def _sentences(text: str, paragraph: int, stretch: Stretch, quotes: list[Quotation]) -> list[Sentence]:
    """The sentences of one stretch; a headline, a post or a credit is one."""
    block, start, end = stretch
    whole = block not in (Block.PARAGRAPH, Block.BULLET)
    places = list(pieces(text, start, end)) if whole else sentences(text, start, end, quotes)
    found, n = [], 0
    for first, last in places:
        inside: list[Quotation] = []
        while n < len(quotes) and quotes[n].start < last:
            inside.append(quotes[n])
            n += 1
        found.append(Sentence(block, paragraph, first, last, tokens(text, first, last, inside)))
    return found
