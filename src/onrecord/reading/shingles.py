"""The runs of words by which a report's passages are recognised in other reports.

Fingerprints are selected by robust winnowing (Schleimer, Wilkerson & Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003): of every window of neighbouring runs the one with the least hash is kept. Two texts that
share `RUN + WINDOW - 1` words in a row are sure to share a fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import chain

from onrecord.record.reading import Shingle
from onrecord.wording import Word, words

RUN = 4
WINDOW = 4


def shingles(text: str, skip: Sequence[tuple[int, int]] = ()) -> tuple[Shingle, ...]:
    """The fingerprints of a text, in order; none reaches into the stretches to skip."""
    return tuple(chain.from_iterable(_select(words(text, start, end)) for start, end in _kept(len(text), skip)))


def imprint(text: str, parts: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The prints of these parts of a text, read on as one; each once, in order."""
    found = [word for start, end in parts for word in words(text, start, end)]
    return tuple(dict.fromkeys(shingle.print for shingle in _select(found)))


def _kept(length: int, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a text of that length, stretch by stretch."""
    at = 0
    for start, end in sorted(skip):
        if at < start:
            yield at, min(start, length)
        at = max(at, end)
    if at < length:
        yield at, length


def _select(found: Sequence[Word]) -> Iterator[Shingle]:
    """Of all runs of these words the ones that winnowing keeps."""
    forms = [word.form for word in found]
    prints = [_hash(forms[first : first + RUN]) for first in range(len(forms) - RUN + 1)]
    for pick in _winnow(prints):
        yield Shingle(prints[pick], found[pick].start, found[pick + RUN - 1].end)


def _hash(forms: Sequence[str]) -> int:
    """A signed 64-bit number that is the same on every machine."""
    return int.from_bytes(blake2b(" ".join(forms).encode(), digest_size=8).digest(), "big", signed=True)


def _winnow(prints: Sequence[int]) -> Iterator[int]:
    """The least of every window; of equals the one kept before, or else the rightmost."""
    kept = -1
    for left in range(max(1, len(prints) - WINDOW + 1) if prints else 0):
        window = prints[left : left + WINDOW]
        least = min(window)
        if kept < left or prints[kept] != least:
            kept = left + max(place for place, value in enumerate(window) if value == least)
            yield kept
