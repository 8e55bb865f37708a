"""Words as numbers, and the windows in which a model sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.pieces import MOST, pieces
from onrecord.reading.tagger.affixes import affixes
from onrecord.reading.tagger.words import Opening, Word

STYLES: Final = 30  # shapes x in a quotation or not x openings
Numbers = NDArray[np.int64]


class Features(NamedTuple):
    """Words as numbers.

    Attributes:
        pieces: words x `MOST`, numbers of word pieces; 0 where there are no more.
        endings: words, the bucket of each ending.
        beginnings: words, the bucket of each beginning.
        styles: words, how each is written and where it stands.
    """

    pieces: Numbers
    endings: Numbers
    beginnings: Numbers
    styles: Numbers


@lru_cache(maxsize=1 << 16)
def _word(text: str) -> tuple[tuple[int, ...], int, int]:
    """The pieces of a word, filled up with zeros, and its affixes."""
    found = pieces(text)
    return found + (0,) * (MOST - len(found)), *affixes(text)


def style(word: Word) -> int:
    """How a word is written and where it stands, as one number below `STYLES`."""
    return (word.shape * 2 + word.quoted) * len(Opening) + word.opening


def features(words: Sequence[Word]) -> Features:
    """Words as numbers."""
    rows = [_word(word.text) for word in words]
    return Features(
        np.array([row[0] for row in rows], np.int64).reshape(-1, MOST),
        np.array([row[1] for row in rows], np.int64),
        np.array([row[2] for row in rows], np.int64),
        np.array([style(word) for word in words], np.int64),
    )


def windows(words: Sequence[Word], sizes: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Stretches whose sizes sum up to `most` at most, cut between paragraphs, else sentences, else anywhere."""
    start, total, cuts = 0, 0, (0, 0)
    for n, (word, size) in enumerate(zip(words, sizes, strict=True)):
        if word.opening is Opening.PARAGRAPH:
            cuts = (n, n)
        elif word.opening is Opening.SENTENCE:
            cuts = (cuts[0], n)
        if total + size > most:
            cut = next((cut for cut in cuts if cut > start), n)
            yield start, cut
            start, total = cut, sum(sizes[cut:n])
        total += size
    if start < len(words):
        yield start, len(words)
