"""Near-duplicate documents by MinHash, as counters of reprints find them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

LEVELS = tuple(level / 10 for level in range(1, 10))
_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words
_HASHES = 128
_PRIME = (1 << 31) - 1  # products of two residues fit 64 bits

Signature = NDArray[np.uint64]


def clusters(texts: Sequence[str]) -> dict[float, int]:
    """How many groups of texts there are, by the least likeness at which two are of one group."""
    signatures = [signature(text) for text in texts]
    likeness = {(a, b): alike(signatures[a], signatures[b]) for a, b in combinations(range(len(texts)), 2)}
    return {
        level: _groups(len(texts), [pair for pair, value in likeness.items() if value >= level]) for level in LEVELS
    }


def signature(text: str) -> Signature:
    """The least hash of the text's shingles under each of the permutations."""
    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = np.array([_hash(one) for one in sorted(shingles)], dtype=np.uint64)
    drawn = np.random.default_rng(1)
    factors, terms = drawn.integers(1, _PRIME, size=(2, _HASHES, 1), dtype=np.uint64)
    least: Signature = ((factors * hashes + terms) % np.uint64(_PRIME)).min(axis=1)
    return least


def alike(one: Signature, other: Signature) -> float:
    """The estimated Jaccard of two texts."""
    return float(np.mean(one == other))


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest()) % _PRIME


def _groups(count: int, pairs: Sequence[tuple[int, int]]) -> int:
    """How many groups are left when each pair is joined."""
    group = list(range(count))
    for one, other in pairs:
        old, new = group[other], group[one]
        group = [new if at == old else at for at in group]
    return len(set(group))
