"""Scores of labels as the best row of labels in which every "inside" follows its own "begin" (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from onrecord.reading.tagger.model import Table

OUTSIDE: Final = 0
_FIRST = -1e9


class Segment(NamedTuple):
    """Words in a row with one label: the number of the label's kind, from 0, and the first word and the one behind."""

    kind: int
    start: int
    end: int


def best(scores: Table) -> list[int]:
    """The best row of labels for words x (outside, begin and inside of the first kind, of the second ...).

    Only an inside is bound to what stands before it, so each step needs the best score so far and, for each kind, the
    best one that ends in it.
    """
    kinds = (scores.shape[1] - 1) // 2 if len(scores) else 0
    ending, top, choice = [_FIRST] * kinds, 0.0, OUTSIDE
    trail: list[tuple[int, list[bool]]] = []  # of each word: the best label before it, and which insides go on
    was_begin = [True] * kinds
    for row in scores.tolist():
        opened = [top + row[1 + 2 * kind] for kind in range(kinds)]
        inside = [ending[kind] + row[2 + 2 * kind] for kind in range(kinds)]
        trail.append((choice, was_begin))
        was_begin = [a >= b for a, b in zip(opened, inside, strict=True)]
        ending = [max(a, b) for a, b in zip(opened, inside, strict=True)]
        top, choice = top + row[OUTSIDE], OUTSIDE
        for kind in range(kinds):
            if ending[kind] > top:
                top, choice = ending[kind], (1 if was_begin[kind] else 2) + 2 * kind
    return _walk(trail, choice)


def _walk(trail: list[tuple[int, list[bool]]], label: int) -> list[int]:
    """The labels, from the last word back."""
    found: list[int] = []
    for before, was_begin in reversed(trail):
        found.append(label)
        if label and label % 2 == 0:
            kind = label // 2 - 1
            label = label - 1 if was_begin[kind] else label
        else:
            label = before
    return found[::-1]


def segments(labels: Sequence[int]) -> list[Segment]:
    """The runs of labels, in order."""
    found: list[Segment] = []
    for n, label in enumerate(labels):
        if label % 2:
            found.append(Segment(label // 2, n, n + 1))
        elif label:
            found[-1] = found[-1]._replace(end=n + 1)
    return found
