"""Scores of labels as the best row of labels in which every "inside" follows its own "begin" (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from onrecord.reading.tagger.model import Table

OUTSIDE: Final = 0
_FIRST = -1e9

_Step = tuple[int, tuple[bool, bool, bool]]


class Segment(NamedTuple):
    """Words in a row with one label: the number of the label's kind, from 0, and the first word and the one behind."""

    kind: int
    start: int
    end: int


def best(scores: Table) -> list[int]:
    """The best row of labels for words x (outside, begin and inside of three kinds).

    Only an inside is bound to what stands before it, so each step needs the best score so far and, for each kind, the
    best one that ends in it. The loop is written out, since it is run for every word.
    """
    one = two = three = _FIRST
    top, choice = 0.0, OUTSIDE
    trail: list[_Step] = []
    for outside, b_one, i_one, b_two, i_two, b_three, i_three in scores.tolist():
        opens = top + b_one >= one + i_one, top + b_two >= two + i_two, top + b_three >= three + i_three
        trail.append((choice, opens))
        one = top + b_one if opens[0] else one + i_one
        two = top + b_two if opens[1] else two + i_two
        three = top + b_three if opens[2] else three + i_three
        top, choice = top + outside, OUTSIDE
        if one > top:
            top, choice = one, 1 if opens[0] else 2
        if two > top:
            top, choice = two, 3 if opens[1] else 4
        if three > top:
            top, choice = three, 5 if opens[2] else 6
    return _walk(trail, choice)


def _walk(trail: Sequence[_Step], label: int) -> list[int]:
    """The labels, from the last word back; a step holds the best label before it, and which kinds open with it."""
    found: list[int] = []
    for n in range(len(trail) - 1, -1, -1):
        found.append(label)
        if label and label % 2 == 0:
            kind = label // 2 - 1
            label -= trail[n - 1][1][kind]
        else:
            label = trail[n][0]
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
