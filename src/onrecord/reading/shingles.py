"""The runs of words by which a report's passages are recognised in other reports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from onrecord.prints import Flags, Numbers, numbered, runs
from onrecord.record.reading import Shingle
from onrecord.weights import heavy


def shingles(text: str, skip: Sequence[tuple[int, int]] = ()) -> tuple[Shingle, ...]:
    """The runs of a text, in order; none reaches into the stretches to skip."""
    words = numbered([text])
    kept = np.ones(len(words.codes), np.bool_)
    for start, end in skip:
        kept &= (words.ends <= start) | (words.starts >= end)
    places = np.flatnonzero(kept)
    prints, firsts = runs(words.codes[places], heavy(words)[places], _stretches(kept))
    return tuple(map(Shingle, prints.tolist(), places[firsts].tolist()))


def imprints(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The prints of each of these texts; each once, in order."""
    words = numbered(texts)
    prints, firsts = runs(words.codes, heavy(words), words.bounds)
    edges = np.searchsorted(firsts, words.bounds).tolist()
    return [tuple(dict.fromkeys(prints[low:high].tolist())) for low, high in pairwise(edges)]


def _stretches(kept: Flags) -> Numbers:
    """Among the words that are kept: which are the first after one that is not, and at last how many there are."""
    first = np.flatnonzero(kept & ~np.concatenate([[False], kept[:-1]]))
    return np.append(np.cumsum(kept)[first] - 1, kept.sum())
