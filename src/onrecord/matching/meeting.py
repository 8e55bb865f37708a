"""Where texts meet: the spots of prints that stand in several places, and which of them to compare."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.prints import Counts, Flags, Numbers, Prints, Spots
from onrecord.weights import among

_ALL = 8  # so many spots of a print are compared each with each
_NEAR = 4  # of more spots, each is compared with so many before it, and with the first
_HABIT = 3  # reports of one outlet that have a print: the outlet repeats it
_BITS = np.uint64(32)
_LOW = np.uint64(2**32 - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """Spots of prints that stand in several places, print by print, and of each print in order of publication.

    Attributes:
        report: the rank of the report of each spot.
        word: the number of its first word there.
        first: which is the first spot of its print.
        size: how many spots its print has.
    """

    report: Counts
    word: Prints
    first: Counts
    size: Counts


def places(report: NDArray[np.integer], word: NDArray[np.integer]) -> Numbers:
    """Reports and words in one number each, which sorts like them."""
    return (report.astype(np.int64) << 32) + word


def meet(order: Sequence[str], spots: Spots, only: Flags) -> Met:
    """The spots of prints that stand in several of the reports; of prints that none of some reports has, none."""
    ranked = _ranked(order, spots)
    if not only.all():
        ranked = ranked.of(among(ranked.print, np.unique(ranked.print[only[ranked.report]])))
    # A print with the number of its spot behind it: sorting these takes a fraction of the time of sorting by print.
    keys = ranked.print.astype(np.uint64) << _BITS
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    prints = (keys >> _BITS).astype(np.uint32)
    same = prints[1:] == prints[:-1]
    several = np.append(same, np.zeros(min(1, len(keys)), np.bool_))
    several[1:] |= same
    edges = np.append(0, np.flatnonzero(np.append(~same, True)[: len(keys)][several]) + 1)
    spot, sizes = (keys[several] & _LOW).astype(np.int64), np.diff(edges)
    first, size = (np.repeat(each.astype(np.int32), sizes) for each in (edges[:-1], sizes))
    return Met(ranked.report[spot], ranked.word[spot], first, size)


def _ranked(order: Sequence[str], spots: Spots) -> Spots:
    """The spots in reports of an order, by rank of their report and place."""
    rank = {report: number for number, report in enumerate(order)}
    ranks = np.array([rank.get(report, -1) for report in spots.reports], np.int32)
    ranked = Spots(order, ranks[spots.report], spots.print, spots.word)
    if ranks.min(initial=0) < 0:
        ranked = ranked.of(ranked.report >= 0)
    if np.any(ranked.report[1:] < ranked.report[:-1]):
        ranked = ranked.of(np.lexsort((ranked.word, ranked.report)))
    return ranked


def candidates(met: Met, only: Flags) -> tuple[Counts, Counts]:
    """Which spots to compare: few of a print are paired each with each, many with the first and those just before."""
    number = np.arange(len(met.first), dtype=np.int32)
    rank, many = number - met.first, met.size > _ALL
    pairs: list[tuple[Counts, Counts]] = []
    for back in range(1, _ALL):
        later = number[(rank >= back) & (~many | ((rank > back) & (back <= _NEAR)))]
        pairs.append((later - back, later))
    later = number[many & (rank > 0)]
    pairs.append((met.first[later], later))
    one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
    wanted = only[met.report[one]] | only[met.report[other]]
    return one[wanted], other[wanted]


def starting(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of words less those that follow another pair word for word: what grows from them is the same."""
    keys = ((other - one).astype(np.uint64) << _BITS) | one.astype(np.uint64)
    keys.sort()
    keys = keys[np.append(True, np.diff(keys) > 1)[: len(keys)]]
    first = (keys & _LOW).astype(np.int64)
    return first, first + (keys >> _BITS).astype(np.int64)


def publishers(order: Sequence[str], outlets: Mapping[str, str]) -> Numbers:
    """A number for the outlet of each report; -1 where it is not known."""
    numbers = {outlet: number for number, outlet in enumerate(sorted({*outlets.values()} - {""}))}
    return np.array([numbers.get(outlets.get(report, ""), -1) for report in order], np.int64)


def repeated(met: Met, publisher: Numbers) -> tuple[Numbers, Flags]:
    """The places of the spots, sorted, and whether the outlet repeats the print of each in many reports."""
    owner = publisher[met.report]
    maybe = np.flatnonzero((met.size >= _HABIT) & (owner >= 0))
    maybe = maybe[np.lexsort((met.report[maybe], owner[maybe], met.first[maybe]))]
    other_outlet = _turns(met.first[maybe], owner[maybe])
    other_report = other_outlet | _turns(met.report[maybe])
    group = np.cumsum(other_outlet) - 1
    often = np.zeros(len(owner), np.bool_)
    often[maybe] = np.bincount(group, other_report, 1)[group] >= _HABIT
    place = places(met.report, met.word)
    order = np.argsort(place)
    return place[order], often[order]


def _turns(*columns: NDArray[np.integer]) -> Flags:
    """Whether each row differs from the one before it."""
    turns = np.zeros(len(columns[0]), np.bool_)
    turns[:1] = True
    for column in columns:
        turns[1:] |= column[1:] != column[:-1]
    return turns


def ones(order: Sequence[str], only: Collection[str] | None) -> Flags:
    """Which of the reports are among some; all where none are named."""
    return np.array([only is None or report in only for report in order], np.bool_)
