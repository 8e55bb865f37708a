"""Statements that may share a passage: those whose words have a print in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import TypeVar

_ALL = 8  # statements that share a print are compared each with each up to so many, else each with the one before it

Contents = Callable[[Collection[str]], Mapping[str, str]]
"""Gives the words of statements, by their ids; those of direct speech in quotation marks."""

Pair = tuple[str, str]

_CACHE = 1 << 16

K = TypeVar("K")
V = TypeVar("V")


def gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """The second ones of pairs by their first ones, in their order."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def near(prints: Iterable[tuple[str, tuple[int, ...]]], wanted: Callable[[str, str], bool]) -> list[Pair]:
    """Wanted pairs of statements that have a print in common, sorted.

    Args:
        prints: each statement's id and prints, in an order that does not depend on when they came in.
        wanted: whether to compare two.
    """
    holding = gathered((each, statement) for statement, own in prints for each in own)
    some = {tuple(each) for each in holding.values() if len(each) > 1}  # a passage has many prints: the same statements
    pairs = (combinations(each, 2) if len(each) <= _ALL else pairwise(each) for each in some)
    return sorted(pair for pair in set(chain.from_iterable(pairs)) if wanted(*pair))


@lru_cache(_CACHE)
def same_words(one: str, other: str) -> bool:
    """Whether two contents share a passage of weight."""
    from onrecord.matching.passages import shared  # noqa: PLC0415 - it loads numpy, and most views do without

    return shared(one, other) > 0
