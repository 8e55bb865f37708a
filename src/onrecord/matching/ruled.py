"""The answers to a question as people ruled on them: which are one, and which statements give another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from onrecord.matching.answering import SAID, Answer
from onrecord.matching.answers import Bearing, Ruled, unruled
from onrecord.matching.parting import Pair, Part, Stand, parted
from onrecord.matching.who import Who
from onrecord.relations import UNDECLARED

Two = tuple[str, str]
"""Ids of two statements."""


def ruled(bearing: Bearing, who: Who, same: Collection[Two], apart: Collection[Two]) -> Bearing:
    """What bears on a question, with the rulings on its answers.

    The answers of two statements that hold one position are one: that which claims something before that of which only
    the words are known, else the one given first. Of a statement that gives several, it is the one that most give.

    Args:
        bearing: what bears on it.
        who: the sources of the view.
        same: statements that hold one position.
        apart: statements that do not.
    """
    bearing = replace(bearing, ruled=Ruled(_beside(bearing), {}, {}))
    given = unruled(bearing, who)
    of = _stands(bearing, given, {statement for pair in (*same, *apart) for statement in pair})
    times = Counter(given)
    tied = [pair for one, other in same for pair in _foremost(of.get(one, ()), of.get(other, ()), times)]
    kept_apart = [pair for one, other in apart for pair in product(of.get(one, ()), of.get(other, ()))]
    parts = parted([stand for stands in of.values() for stand in stands], tied, kept_apart)
    return replace(bearing, ruled=_ruled(_beside(bearing), parts, list(times)))


def _beside(bearing: Bearing) -> frozenset[str]:
    """The relations of the claims but the one that leads."""
    relations = list(dict.fromkeys(row.relation for row in bearing.rows if row.relation))
    leading = bearing.relation.name if bearing.relation.name != UNDECLARED else next(iter(relations), "")
    return frozenset(relations) - {leading}


def _stands(bearing: Bearing, given: Iterable[Answer], ruled_on: Collection[str]) -> Mapping[str, list[Stand[Answer]]]:
    """The answers of the statements that people ruled on, in order of publication."""
    found: dict[str, list[Stand[Answer]]] = {}
    for row, one in zip(bearing.rows, given, strict=True):
        stand = Stand(row.statement, one)
        if row.statement in ruled_on and stand not in found.setdefault(row.statement, []):
            found[row.statement].append(stand)
    return found


def _foremost(
    stands: Sequence[Stand[Answer]], others: Sequence[Stand[Answer]], times: Mapping[Answer, int]
) -> list[Pair[Answer]]:
    """The answers of two statements that are one: those that they share, or else the foremost of each."""
    shared = [(one, other) for one, other in product(stands, others) if one.group == other.group]
    if shared or not stands or not others:
        return shared
    one, other = (max(some, key=lambda stand: times[stand.group]) for some in (stands, others))
    return [(one, other)]


def _ruled(beside: frozenset[str], parts: Iterable[Part[Answer]], order: Sequence[Answer]) -> Ruled:
    """The answers that count instead of those given."""
    counts, left = dict[Answer, Answer](), dict[tuple[str, Answer], Answer]()
    for part in parts:
        leading = _leading(part, order)
        counts.update((one, leading) for one in part.groups if one != leading)
        left.update(((guest.statement, guest.group), leading) for guest in part.guests)
    return Ruled(beside, counts, left)


def _leading(part: Part[Answer], order: Sequence[Answer]) -> Answer:
    """The answer that others are one with; of statements that left theirs, the first one's, told from what it was."""
    if part.groups:
        return min(part.groups, key=lambda one: (one.kind == SAID, order.index(one)))
    first = min(part.guests, key=lambda guest: guest.group.kind == SAID)
    return first.group._replace(apart=first.statement)
