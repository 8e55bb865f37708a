"""Groups of statements as people ruled on them: which of them are one, and what leaves which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Stand(Generic[Group]):
    """A statement in one of the groups that it was found to be in; the group is None where it is in none."""

    statement: str
    group: Group


@dataclass(frozen=True, slots=True)
class Part(Generic[Group]):
    """What is one group now.

    Attributes:
        groups: those that were found and are one, in the order of the first statements that people ruled on.
        stands: the statements in it that people ruled on, in their order.
    """

    groups: tuple[Group, ...]
    stands: tuple[Stand[Group], ...]

    @property
    def guests(self) -> tuple[Stand[Group], ...]:
        """The statements that came without their group, or left it."""
        return tuple(one for one in self.stands if one.group not in self.groups)


Pair = tuple[Stand[Group], Stand[Group]]


def parted(
    stands: Sequence[Stand[Group]], same: Collection[Pair[Group]], apart: Collection[Pair[Group]]
) -> list[Part[Group]]:
    """The groups of these statements as rulings on pairs of them have it; their order tells nothing.

    Two that are the same tie their groups together. Of two that are not, the later one leaves the group of the other,
    with what else is tied to it. Where the two are tied by way of others, those ties count less of which the later
    statement is the latest. A statement that leaves joins the groups of what is tied to it, or makes one of its own.

    Args:
        stands: the statements that people ruled on, once for each of their groups, in order of publication.
        same: pairs that are in one group.
        apart: pairs that are not.
    """
    turn = {one: at for at, one in enumerate(stands)}
    tied = _Tied[Group](apart)
    for one, other in sorted(same, key=lambda pair: sorted(map(turn.__getitem__, pair), reverse=True)):
        tied.join(one, other)
    later = {max(pair, key=turn.__getitem__) for pair in apart}
    leaving = {tied.root(one) for one in later}
    for one in sorted(stands, key=lambda one: (tied.root(one) in leaving, one in later, turn[one])):
        if one.group is not None:
            tied.join(one, _Home(one.group))
    return _parts(stands, tied)


@dataclass(frozen=True, slots=True)
class _Home(Generic[Group]):
    """A group itself, with all in it that nobody ruled on."""

    group: Group


def _parts(stands: Iterable[Stand[Group]], tied: _Tied[Group]) -> list[Part[Group]]:
    found: dict[_Node[Group], tuple[dict[Group, None], list[Stand[Group]]]] = defaultdict(lambda: ({}, []))
    for one in stands:
        if one.group is not None:
            found[tied.root(_Home(one.group))][0][one.group] = None
        found[tied.root(one)][1].append(one)
    return [Part(tuple(groups), tuple(some)) for groups, some in found.values()]


_Node = Stand[Group] | _Home[Group]


class _Tied(Generic[Group]):
    """Statements and groups tied to each other, never so that two are tied which are not the same."""

    def __init__(self, apart: Iterable[Pair[Group]]) -> None:
        self._above: dict[_Node[Group], _Node[Group]] = {}
        self._against: dict[_Node[Group], set[_Node[Group]]] = defaultdict(set)
        for one, other in apart:
            self._against[one].add(other)
            self._against[other].add(one)

    def root(self, one: _Node[Group]) -> _Node[Group]:
        """What stands for all that are tied to one."""
        while one in self._above:
            one = self._above[one]
        return one

    def join(self, one: _Node[Group], other: _Node[Group]) -> None:
        """Tie two together, with all that is tied to each, unless that would bring together what is not the same."""
        one, other = self.root(one), self.root(other)
        if one != other and not any(self.root(against) == other for against in self._against[one]):
            self._above[other] = one
            self._against[one] |= self._against[other]
