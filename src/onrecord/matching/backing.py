"""How many independent origins stand behind a set of statements.

Independence is never invented: statements count apart only where the reports name sources that are surely apart. One
source is one origin however often it speaks; a person and the body that they speak for are one; whoever stands in the
chain of another's words is one with them; and whatever nobody in particular said, or a report says in its own voice,
may rest on any of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.matching.who import Who
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Backing
from onrecord.record.statement import Mode


class Sets:
    """Disjoint sets of strings (union-find with path halving; Tarjan and van Leeuwen 1984)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The representative of an item's set: the least item in it."""
        above = self._above
        while above.setdefault(item, item) != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of two items."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low


def backing(rows: Sequence[ClaimRow], who: Who) -> Backing:
    """Origins, reports and outlets behind these claims."""
    reports = {row.report for row in rows}
    outlets = {row.outlet for row in rows}
    said = {(row.chain, row.mode) for row in rows}
    return Backing(origins(said, who), len(reports), len(outlets))


def origins(chains: Iterable[tuple[tuple[str, ...], Mode]], who: Who) -> int:
    """How many independent origins these chains of name keys have: at least 1, unless there are none."""
    sets = Sets()
    speakers: set[str] = set()
    any_at_all = False
    for chain, mode in chains:
        any_at_all = True
        named = [] if mode is Mode.OWN else [who.side(key) for key in chain if "@" not in key]
        for one, other in pairwise(named):
            sets.join(one, other)
        if named and "@" not in chain[-1]:
            speakers.add(named[-1])
    return len({sets.find(speaker) for speaker in speakers}) or int(any_at_all)
