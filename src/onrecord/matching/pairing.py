"""Which parts of two names go together, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.matching.closeness import Way, across_scripts, closeness, compared
from onrecord.matching.naming import SERVANT, Named, Part

_PAIR = 0.5  # likeness from which two parts may be one
_WHOLE = 0.85  # likeness of parts joined to one that is written together
_TOGETHER = 0.9  # likeness of whole names written together
_RUNS = (3, 2)  # parts that may be one written apart
_SLACK = 3  # letters by which words may differ in length that are one
_LETTERS = 4  # of a word that may be several initials
_NUMBER = re.compile(r"\d+|ii|iii|iv|vii?|viii|ix|xi{1,3}")  # no word goes on with one


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that may be one, and their places in the two names."""

    one: Part
    other: Part
    places: tuple[int, int]
    likeness: float
    way: Way | None

    @property
    def rank(self) -> tuple[float, int, int]:
        """The most alike first, then those of the same place, then those nearer to the start."""
        return -self.likeness, abs(self.places[0] - self.places[1]), sum(self.places)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of two names, and what is left of either.

    Attributes:
        pairs: by the places in the first name.
        left: parts of the first name alone.
        right: parts of the second name alone.
        initials: whether a part of one is the initials of parts of the other.
        joined: whether parts were joined.
    """

    pairs: tuple[Pair, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    initials: bool
    joined: bool

    @property
    def worst(self) -> Pair | None:
        """The pair that is the least alike."""
        return min(self.pairs, key=lambda pair: (pair.likeness, pair.rank), default=None)

    @property
    def turned(self) -> bool:
        """Whether the pairs stand in another order in the second name."""
        places = [pair.places[1] for pair in self.pairs]
        return places != sorted(places)


def aligned(first: Named, second: Named) -> Alignment:
    """The parts of two names, paired off; or both written together, where only so nothing is left of either."""
    one, other = _joined(first.parts, second.parts), _joined(second.parts, first.parts)
    found = _alignment(one, other, joined=(one, other) != (first.parts, second.parts))
    apart = found.left and found.right and len(one) != len(other)
    if apart and _one_written_apart(_one_word(one), _one_word(other)):
        return _alignment((_one_word(one),), (_one_word(other),), joined=True)
    return found


def _alignment(one: tuple[Part, ...], other: tuple[Part, ...], *, joined: bool) -> Alignment:
    """The parts as they stand, paired off."""
    pairs = _paired(one, other)
    left, right = (_left(parts, {pair.places[side] for pair in pairs}) for side, parts in enumerate((one, other)))
    initials = _spells(left, right) or _spells(right, left)
    if initials:
        left, right = (), ()
    left += _servants((pair.one, pair.other) for pair in pairs if pair.way is Way.DROPPED)
    right += _servants((pair.other, pair.one) for pair in pairs if pair.way is Way.DROPPED)
    return Alignment(tuple(pairs), left, right, initials, joined)


def _paired(one: Sequence[Part], other: Sequence[Part]) -> list[Pair]:
    """The parts that go together, each with one at most, the most alike first."""
    likely = [pair for i, p in enumerate(one) for j, q in enumerate(other) if (pair := _pair(i, p, j, q))]
    taken: list[Pair] = []
    for pair in sorted(likely, key=lambda pair: pair.rank):
        if all(mine != theirs for got in taken for mine, theirs in zip(pair.places, got.places, strict=True)):
            taken.append(pair)
    return sorted(taken, key=lambda pair: pair.places)


def _pair(i: int, p: Part, j: int, q: Part) -> Pair | None:
    """Two parts as a pair, if they may be one."""
    alike, way = compared(p, q)
    return Pair(p, q, (i, j), alike, way) if alike >= _PAIR else None


def _servants(pairs: Iterable[tuple[Part, Part]]) -> tuple[Part, ...]:
    """What each first part of a pair has before the second."""
    return tuple(Part(SERVANT) for part, other in pairs if len(part.form) > len(other.form))


def _left(parts: Sequence[Part], taken: set[int]) -> tuple[Part, ...]:
    return tuple(part for place, part in enumerate(parts) if place not in taken)


def _spells(short: Sequence[Part], long: Sequence[Part]) -> bool:
    """Whether what is left of one name are the initials of what is left of the other: "JC", "Jean-Claude"."""
    return len(short) == 1 < len(long) <= _LETTERS and short[0].form == "".join(part.form[0] for part in long)


def _joined(parts: tuple[Part, ...], others: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, those joined that stand as one part in the other name."""
    made, place = list(parts), 0
    while place < len(made) - 1:
        for run in _RUNS:
            some = made[place : place + run]
            if _stands(some, others):
                made[place : place + run] = [_one_word(some)]
                break
        place += 1
    return tuple(made)


def _stands(parts: Sequence[Part], others: Sequence[Part]) -> bool:
    """Whether parts written together are more like a part of the other name than any of them alone is."""
    word = _one_word(parts)
    near = [other for other in others if _as_long(word, other)]
    if not near or any(_NUMBER.fullmatch(part.form) for part in parts):
        return False
    best = max(closeness(word, other) for other in near)
    return best >= _WHOLE and best > max(closeness(part, other) for part in parts for other in others)


def _one_written_apart(one: Part, other: Part) -> bool:
    """Whether two whole names, written together, are one."""
    return _as_long(one, other) and closeness(one, other) >= _TOGETHER


def _as_long(one: Part, other: Part) -> bool:
    """Whether two words are about as long; of two scripts it is not asked."""
    return across_scripts(one, other) or abs(len(one.form) - len(other.form)) <= _SLACK


def _one_word(parts: Sequence[Part]) -> Part:
    native = "".join([part.native for part in parts]) if all(part.native for part in parts) else ""
    return Part("".join([part.form for part in parts]), native)
