"""Attributions found in news, against those annotated: exact spans of each role, and whole attributions.

A span is a run of words of one role, by its first and last word; punctuation is left out of all comparisons. A whole
attribution is right where source and cue overlap the annotated ones (or both have no source) and the Dice coefficient
of the words of the contents is at least 0.5; each is matched once, the best first. These are the measures under which
the baselines in the model card were taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Part = frozenset[int]
ROLES = ("source", "cue", "content")
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution: for each role the numbers of its words, a set for each part."""

    source: tuple[Part, ...]
    cue: tuple[Part, ...]
    content: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """True positives, with what was found and what was to be found."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was to be found that was."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


@dataclass(slots=True)
class Tally:
    """Counts over texts: `right`, `found` and `wanted` for each measure."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, words: Sequence[str], gold: Iterable[Told], ours: Iterable[Told]) -> None:
        """Count one text, given its words and marks."""
        spoken = {n for n, word in enumerate(words) if word[0].isalnum()}
        wanted, found = ([_without_marks(told, spoken) for told in row] for row in (gold, ours))
        for role in ROLES:
            self._count(role, _spans(wanted, role), _spans(found, role))
        self.found["whole"] += len(found)
        self.wanted["whole"] += len(wanted)
        self.right["whole"] += sum(agrees(wanted[a], found[b]) for a, b in matched(wanted, found))

    def _count(self, measure: str, wanted: set[tuple[int, int]], found: set[tuple[int, int]]) -> None:
        """Count sets of spans."""
        self.right[measure] += len(wanted & found)
        self.found[measure] += len(found)
        self.wanted[measure] += len(wanted)

    def ratio(self, measure: str) -> Ratio:
        """The counts of "source", "cue", "content" or "whole"."""
        return Ratio(self.right[measure], self.found[measure], self.wanted[measure])


def _without_marks(told: Told, spoken: set[int]) -> Told:
    """An attribution without punctuation; a part that was nothing else is gone."""
    parts = (tuple(rest for part in getattr(told, role) if (rest := part & spoken)) for role in ROLES)
    return Told(*parts)


def _spans(row: Sequence[Told], role: str) -> set[tuple[int, int]]:
    """First and last word of each part of a role."""
    return {(min(part), max(part)) for told in row for part in getattr(told, role)}


def _all(parts: tuple[Part, ...]) -> Part:
    """The words of all parts."""
    return frozenset[int]().union(*parts)


def matched(wanted: Sequence[Told], found: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs that share words of content or cue, the best first, each one once."""
    scores = []
    for a, one in enumerate(wanted):
        for b, other in enumerate(found):
            shared = len(_all(one.content) & _all(other.content)) + 2 * len(_all(one.cue) & _all(other.cue))
            if shared:
                scores.append((shared, a, b))
    left, right, pairs = set[int](), set[int](), []
    for _, a, b in sorted(scores, reverse=True):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append((a, b))
    return pairs


def agrees(one: Told, other: Told) -> bool:
    """Whether two attributions are the same as a whole."""
    contents = _all(one.content), _all(other.content)
    dice = 2 * len(contents[0] & contents[1]) / max(1, len(contents[0]) + len(contents[1]))
    sources = _all(one.source), _all(other.source)
    same = bool(sources[0] & sources[1]) or not (sources[0] or sources[1])
    return same and bool(_all(one.cue) & _all(other.cue)) and dice >= _ENOUGH
