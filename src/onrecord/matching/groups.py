"""The bearers of names in a view, and groups of them that refuse to hold two who exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from onrecord.matching.spelling import (
    Parts,
    addressed_apart,
    bodies_exclude,
    bodies_fit,
    body_parts,
    joined,
    person_parts,
    persons_exclude,
    persons_fit,
)
from onrecord.record.name import Ground, Kind, Source, common, source_id
from onrecord.wording import name_key

Merge = tuple[str, str, str]  # key, key, why

_CAMPS = {
    Kind.PERSON: "person",
    Kind.ORGANISATION: "body",
    Kind.OUTLET: "body",
    Kind.OFFICE: "body",
    Kind.PLACE: "place",
    Kind.THING: "thing",
    Kind.ANONYMOUS: "",
}
_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_SECOND = frozenset("co com org net gov ac edu".split())
_SMALL = frozenset("of the for and".split())
_ORDER = {kind: number for number, kind in enumerate(Kind)}
BORNE = "a report uses both"
RENAMED = "a short form or another order of the name"
_SURE = {BORNE, RENAMED}  # what shows that two names are one though one rules the other out
RULED = "a person's judgement"


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name key with all that the reports of a view tell of it.

    Attributes:
        key: comparable form, as `Name.key`.
        kind: what kind of bearer.
        name: the fullest spelling.
        spellings: every spelling seen of this bearer.
        reports: how many reports use it.
    """

    key: str
    kind: Kind
    name: str
    spellings: tuple[str, ...] = ()
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Bearer:
    """All uses of one key that go together."""

    key: str
    kind: Kind
    camp: str
    parts: Parts
    names: tuple[str, ...]
    name: str
    reports: int
    common: bool

    @classmethod
    @lru_cache(maxsize=65_536)
    def of(cls, uses: tuple[NameUse, ...]) -> Bearer:
        """Of uses of one key in different camps, those of the most reports; to be a thing is no camp's word."""
        weight: dict[str, int] = defaultdict(int)
        for use in uses:
            weight[_CAMPS[use.kind]] += use.reports
        camp = min(weight, key=lambda camp: (camp == "thing", -weight[camp], camp))  # a thing is what nobody could tell
        own = sorted(
            (use for use in uses if _CAMPS[use.kind] == camp), key=lambda use: (-use.reports, _ORDER[use.kind])
        )
        called = common(own[0].key)
        key, names = called or own[0].key, {name for use in own for name in (use.name, *use.spellings) if name}
        alone = "@" in key or not camp
        parts = () if alone else _parts(camp, key, own[0].name)
        return cls(
            key,
            own[0].kind,
            "" if alone else camp,
            parts,
            tuple(sorted(names)),
            own[0].name,
            weight[camp],
            bool(called),
        )

    @property
    def head(self) -> str:
        """The word that says what a body is: its last, or the one before "of"."""
        of = self.parts.index("of") if "of" in self.parts[1:] else len(self.parts)
        return self.parts[of - 1]

    @property
    def address(self) -> bool:
        """Whether it is known by an internet address."""
        return self.camp == "body" and _address(self.name)

    @property
    def words(self) -> frozenset[str]:
        """The parts of its name that are not small words."""
        return frozenset(self.parts) - _SMALL

    @property
    def full(self) -> bool:
        """Whether it is more than a surname, a given name or an acronym."""
        return len(self.parts) > 1 and len(self.parts[0]) > 1

    def excludes(self, other: Bearer) -> bool:
        """Whether the two names cannot be of one bearer: both full and at odds, or "Mr Lind" and "Ms Lind"."""
        if self.camp == other.camp == "person" and addressed_apart(self.key, other.key):
            return True
        if not (self.full and other.full and self.camp == other.camp) or self.same(other):
            return False
        if self.may_mean(other) or other.may_mean(self):
            return False
        return (persons_exclude if self.camp == "person" else bodies_exclude)(self.parts, other.parts)

    def may_mean(self, other: Bearer) -> bool:
        """Whether it is a body that other countries have too, and the other one of these ("Ostrian fire service")."""
        return self.common and self.head == other.head and self.words <= other.words

    def same(self, other: Bearer) -> bool:
        """Whether the two names differ in spelling alone."""
        if self.parts == other.parts or (
            len(self.parts) != len(other.parts) and joined(self.parts) == joined(other.parts)
        ):
            return True
        return (persons_fit if self.camp == "person" else bodies_fit)(self.parts, other.parts)


def _parts(camp: str, key: str, name: str) -> Parts:
    """The parts of a name; of an internet address the one by which its owner is known."""
    if camp == "person":
        return person_parts(key)
    if camp != "body" or not _address(name):
        return body_parts(key)
    *labels, _ = name.casefold().split(".")
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return (labels[-1].replace("-", ""),)


def _address(name: str) -> bool:
    """Whether a name is an internet address."""
    return _ADDRESS.fullmatch(name) is not None


class Groups:
    """Names brought together so far: disjoint sets that refuse to grow where two members exclude each other."""

    def __init__(self, bearers: Mapping[str, Bearer], apart: Iterable[tuple[str, str]]) -> None:
        self.bearers = bearers
        self._group = {key: key for key in bearers}
        self._members = {key: [key] for key in bearers}
        self._grounds: dict[str, list[Ground]] = {key: [] for key in bearers}
        self._foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._foes[one].add(other)
            self._foes[other].add(one)

    def of(self, key: str) -> str:
        """The group that a key is in."""
        return self._group[key]

    def camp(self, camp: str) -> list[Bearer]:
        """The bearers of a camp, by key."""
        return [bearer for bearer in self.bearers.values() if bearer.camp == camp]

    def only(self, bearer: Bearer, keys: Iterable[str], why: str) -> list[Merge]:
        """The merge with those of the keys that are of the bearer's camp, if it is known, and all of one group."""
        camps = ("person", "body") if bearer.camp == "thing" else (bearer.camp,)
        near = [key for key in keys if self.bearers[key].camp in camps]
        return [(bearer.key, min(near), why)] if len({self.of(key) for key in near}) == 1 else []

    def merge(self, merge: Merge, *, ruled: bool) -> None:
        """Bring two groups together, unless a ruling or, where none asks for it, a clash of names forbids it."""
        one, other, why = merge
        into, gone = sorted((self.of(one), self.of(other)), key=lambda group: (-len(self._members[group]), group))
        if into == gone or self._forbidden(into, gone) or (not ruled and self._clash(into, gone, {one, other}, why)):
            return
        for key in self._members[gone]:
            self._group[key] = into
        self._members[into] += self._members.pop(gone)
        self._grounds[into] += [*self._grounds.pop(gone), Ground(min(one, other), max(one, other), why)]

    def _forbidden(self, into: str, gone: str) -> bool:
        return any(self._group[foe] == into for key in self._members[gone] for foe in self._foes.get(key, ()))

    def _clash(self, into: str, gone: str, pair: set[str], why: str) -> bool:
        """Whether two full names would meet of which one excludes the other; where that is sure it is not asked."""
        return any(
            self.bearers[one].excludes(self.bearers[other])
            for one, other in product(self._members[into], self._members[gone])
            if why not in _SURE or {one, other} != pair
        )

    def sources(self) -> dict[str, Source]:
        """The source of every key."""
        made = {group: self._source(members, self._grounds[group]) for group, members in self._members.items()}
        shared = self._shared(made)
        made = {group: _without(source, shared.get(group, set())) for group, source in made.items()}
        return {key: made[group] for key, group in self._group.items()}

    def _shared(self, made: Mapping[str, Source]) -> dict[str, set[str]]:
        """One-word names that several people bear, for all of them but the one of whom most reports tell."""
        bearing: dict[str, list[str]] = defaultdict(list)
        for group, source in made.items():
            for name in source.names if source.kind is Kind.PERSON else ():
                if " " not in name:
                    bearing[name_key(name)].append(group)
        told = {group: sum(self.bearers[key].reports for key in members) for group, members in self._members.items()}
        others: dict[str, set[str]] = defaultdict(set)
        for key, groups in bearing.items():
            first = max(groups, key=lambda group: (told[group], group))
            for group in groups:
                if group != first:
                    others[group].add(key)
        return others

    def _source(self, members: Sequence[str], grounds: Sequence[Ground]) -> Source:
        own = sorted(
            (self.bearers[key] for key in members),
            key=lambda one: (one.address, -len(one.parts), -one.reports, one.key),
        )
        kinds = {kind: sum(one.reports for one in own if one.kind is kind) for kind in {one.kind for one in own}}
        return Source(
            id=source_id(own[0].key),
            name=own[0].name,
            kind=min(kinds, key=lambda kind: (kind is Kind.THING, -kinds[kind], _ORDER[kind])),
            names=tuple(sorted({name for one in own for name in one.names})),
            keys=tuple(sorted(members)),
            grounds=tuple(sorted(grounds)),
        )


def _without(source: Source, keys: set[str]) -> Source:
    """A source without the names of these keys, but for its own."""
    names = tuple(name for name in source.names if name == source.name or name_key(name) not in keys)
    return replace(source, names=names) if keys else source
