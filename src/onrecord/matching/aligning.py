"""Places that share a few words, grown to both sides as far as the words go on alike, over small gaps.

A gap is where a word was changed or a clause dropped: seed and extend, as in BLAST (Altschul et al. 1990) and passim
(Smith, Cordell & Dillon 2013). Many pairs of places are grown at once, each as if it were alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from onrecord.prints import Counts, Flags, Hashes, Numbers

GAP = 8  # words that may be changed or left out at a time
_WIDTH = 16  # words compared at a time
_BATCH = 50_000  # pairs whose gaps are looked into at a time
_PASSAGES = 200  # of one pair of texts, so many are looked for
_GAPS = sorted(
    ((x, y) for x in range(GAP + 1) for y in range(GAP + 1) if x or y), key=lambda gap: (max(gap), sum(gap), gap)
)
_SKIPS, _OTHER_SKIPS = (np.array(side) for side in zip(*_GAPS, strict=True))
_ENOUGH = 2 + np.maximum(_SKIPS, _OTHER_SKIPS) // 2  # words that make up for a gap


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The words of texts, one text after the other, with what growing asks of them.

    Attributes:
        codes: the number of each word.
        bounds: which is the first word of each text; at last, how many words there are.
        heavy: of the words before each word, and at last of all, how many bear content.
        common: the same of words that bear content and are no name and no number.
    """

    codes: Hashes
    bounds: Numbers
    heavy: Counts
    common: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """Pairs of places that were grown, by the numbers of their words, and what each pair has in common.

    Attributes:
        pair: which of the pairs of texts.
        start: the first word of the one place.
        end: behind its last word.
        other_start: the first word of the other place.
        other_end: behind its last word.
        blocks: how many stretches without a gap.
        shared: how many words are equal.
        heavy: how many of these bear content.
        common: how many of these are no names and no numbers.
    """

    pair: Numbers
    start: Numbers
    end: Numbers
    other_start: Numbers
    other_end: Numbers
    blocks: Numbers
    shared: Numbers
    heavy: Numbers
    common: Numbers

    def __len__(self) -> int:
        return len(self.pair)

    def of(self, which: Flags | Numbers) -> Grown:
        """Only these, in this order."""
        return Grown(*(getattr(self, field.name)[which] for field in fields(self)))

    @property
    def likeness(self) -> NDArray[np.float64]:
        """How many words are equal, less those changed, half of those left out, and one for each gap."""
        mean = (self.end - self.start + self.other_end - self.other_start) / 2
        likeness: NDArray[np.float64] = 2 * self.shared - mean - (self.blocks - 1)
        return likeness

    @property
    def longer(self) -> Numbers:
        """How many words the longer of the two places has."""
        longer: Numbers = np.maximum(self.end - self.start, self.other_end - self.other_start)
        return longer


@dataclass(frozen=True, slots=True, eq=False)
class _Front:
    """How far growing has come on one side, and what it has met.

    Attributes:
        step: 1 to the right, -1 to the left.
        stop: the word at which each must stop.
        other_stop: the same in the other place.
        at: the next word of each.
        other: the next word of the other place.
        blocks: how many stretches without a gap lie behind.
        shared: how many equal words.
        heavy: how many of these bear content.
        common: how many of these are no names and no numbers.
    """

    step: int
    stop: Numbers
    other_stop: Numbers
    at: Numbers
    other: Numbers
    blocks: Numbers
    shared: Numbers
    heavy: Numbers
    common: Numbers

    @classmethod
    def of(cls, step: int, stop: Numbers, other_stop: Numbers, at: Numbers, other: Numbers) -> _Front:
        return cls(step, stop, other_stop, at.copy(), other.copy(), *(np.zeros(len(at), np.int64) for _ in range(4)))

    def left(self, going: Numbers, at: Numbers, other: Numbers) -> Numbers:
        """How many words there are from such places on, in the one and in the other."""
        left: Numbers = np.minimum((self.stop[going] - at) * self.step, (self.other_stop[going] - other) * self.step)
        return left


def grow(ground: Ground, pair: Numbers, seeds: Numbers, others: Numbers) -> Grown:
    """The places grown from seeds, a pair of equal words each; these are sorted by pair of texts, then by place.

    A seed within what has grown from an earlier one of the same pair of texts is not grown again.
    """
    found = []
    for _ in range(_PASSAGES):
        if not len(pair):
            break
        first = np.concatenate([[True], pair[1:] != pair[:-1]])
        grown = _grown(ground, pair[first], seeds[first], others[first])
        found.append(grown)
        mine = np.cumsum(first) - 1
        within = (seeds >= grown.start[mine]) & (seeds < grown.end[mine])
        within &= (others >= grown.other_start[mine]) & (others < grown.other_end[mine])
        rest = ~(within | first)
        pair, seeds, others = pair[rest], seeds[rest], others[rest]
    if not found:
        return Grown(*(np.empty(0, np.int64) for _ in fields(Grown)))
    return Grown(*(np.concatenate([getattr(each, field.name) for each in found]) for field in fields(Grown)))


def _grown(ground: Ground, pair: Numbers, seeds: Numbers, others: Numbers) -> Grown:
    """Each of the seeds grown; two places in one text never overlap."""
    text = np.searchsorted(ground.bounds, seeds, side="right") - 1
    other_text = np.searchsorted(ground.bounds, others, side="right") - 1
    alone = text == other_text
    end = np.where(alone, others, ground.bounds[text + 1])
    right = _Front.of(1, end, ground.bounds[other_text + 1], seeds, others)
    _reach(ground, right)
    start, other_start = ground.bounds[text] - 1, np.where(alone, right.at, ground.bounds[other_text]) - 1
    left = _Front.of(-1, start, other_start, seeds - 1, others - 1)
    there = left.left(np.arange(len(seeds)), left.at, left.other) > 0
    met = there & (ground.codes[np.maximum(left.at, 0)] == ground.codes[np.maximum(left.other, 0)])
    _reach(ground, left)
    blocks = left.blocks + right.blocks - met
    sums = (getattr(left, name) + getattr(right, name) for name in ("shared", "heavy", "common"))
    return Grown(pair, left.at + 1, right.at, left.other + 1, right.other, blocks, *sums)


def _reach(ground: Ground, front: _Front) -> None:
    """Move the front over equal words and small gaps; at last it stands before the first word that is not reached."""
    going = np.arange(len(front.at))
    while len(going):
        at, other = front.at[going], front.other[going]
        _meet(ground, front, going, _runs(ground.codes, at, other, front.left(going, at, other), front.step))
        batches = (going[first : first + _BATCH] for first in range(0, len(going), _BATCH))
        bridged = [_bridge(ground, front, batch) for batch in batches]
        going, gap = (np.concatenate(side) for side in zip(*bridged, strict=True))
        front.at[going] += front.step * _SKIPS[gap]
        front.other[going] += front.step * _OTHER_SKIPS[gap]


def _meet(ground: Ground, front: _Front, going: Numbers, length: Numbers) -> None:
    """Move the front over so many equal words."""
    first = front.at[going]
    low = first if front.step > 0 else first - length + 1
    front.blocks[going] += length > 0
    front.shared[going] += length
    front.heavy[going] += ground.heavy[low + length] - ground.heavy[low]
    front.common[going] += ground.common[low + length] - ground.common[low]
    front.at[going] += front.step * length
    front.other[going] += front.step * length


def _runs(codes: Hashes, at: Numbers, other: Numbers, most: Numbers, step: int) -> Numbers:
    """How many words are equal from two places onwards, at most so many."""
    length = np.zeros(len(at), np.int64)
    going = np.flatnonzero(most > 0)
    reach = step * np.arange(_WIDTH)
    while len(going):
        done = length[going]
        ours = np.clip((at[going] + step * done)[:, None] + reach, 0, len(codes) - 1)
        theirs = np.clip((other[going] + step * done)[:, None] + reach, 0, len(codes) - 1)
        differs = codes[ours] != codes[theirs]
        alike = np.where(differs.any(axis=1), differs.argmax(axis=1), _WIDTH)
        length[going] = np.minimum(done + alike, most[going])
        going = going[(alike == _WIDTH) & (length[going] < most[going])]
    return length


def _bridge(ground: Ground, front: _Front, going: Numbers) -> tuple[Numbers, Numbers]:
    """Those that find a gap behind which the two go on alike for long enough, and the smallest such gap of each."""
    row, gap = _alike(ground, front, going)
    begin = front.at[going[row]] + front.step * _SKIPS[gap]
    other = front.other[going[row]] + front.step * _OTHER_SKIPS[gap]
    left = front.left(going[row], begin, other)
    kept = left >= _ENOUGH[gap]
    for word in range(1, int(_ENOUGH.max())):
        needed = np.flatnonzero(kept & (_ENOUGH[gap] > word))
        reach = front.step * word
        kept[needed] = ground.codes[begin[needed] + reach] == ground.codes[other[needed] + reach]
    row, gap, begin, other, left = (each[kept] for each in (row, gap, begin, other, left))
    length = _runs(ground.codes, begin, other, left, front.step)
    low = begin if front.step > 0 else begin - length + 1
    weighty = ground.heavy[low + length] > ground.heavy[low]
    found, first = np.unique(row[weighty], return_index=True)
    return going[found], gap[weighty][first]


def _alike(ground: Ground, front: _Front, going: Numbers) -> tuple[Numbers, Numbers]:
    """Behind which gaps the next words are equal: which of those going, and which of `_GAPS`, the smallest first."""
    ours, here = _near(ground.codes, front.at[going], front.stop[going], front.step)
    theirs, there = _near(ground.codes, front.other[going], front.other_stop[going], front.step)
    equal = ours[:, _SKIPS] == theirs[:, _OTHER_SKIPS]
    equal &= here[:, _SKIPS] & there[:, _OTHER_SKIPS]
    row, gap = np.nonzero(equal)
    return row, gap


def _near(codes: Hashes, at: Numbers, stop: Numbers, step: int) -> tuple[Hashes, Flags]:
    """The words from each place onwards, as far as a gap may reach, and which of them there are."""
    reach = at[:, None] + step * np.arange(GAP + 1)
    return codes[np.clip(reach, 0, len(codes) - 1)], (stop[:, None] - reach) * step > 0


def foremost(grown: Grown) -> Iterator[int]:
    """Without those of which one place lies within that of a longer one: what a text repeats is told of it alone."""
    order = np.lexsort((grown.other_start, grown.start, -grown.shared, grown.pair))
    extents = zip(
        *(side[order].tolist() for side in (grown.pair, grown.start, grown.end, grown.other_start, grown.other_end)),
        strict=True,
    )
    kept: list[tuple[int, int, int, int]] = []
    before = -1
    for number, (pair, start, end, other_start, other_end) in zip(order.tolist(), extents, strict=True):
        if pair != before:
            kept, before = [], pair
        if not any(
            (low <= start and end <= high) or (other_low <= other_start and other_end <= other_high)
            for low, high, other_low, other_high in kept
        ):
            kept.append((start, end, other_start, other_end))
            yield number
