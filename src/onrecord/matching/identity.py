"""Which names of different reports are one source.

Only names that share a block are compared, and of a large block only neighbours in order (Hernandez & Stolfo, "The
Merge/Purge Problem", SIGMOD 1995). Evidence is applied from the strongest to the weakest, and never so that a group
would hold two names that exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product

from onrecord.matching.spelling import (
    Grade,
    Parts,
    addressed_apart,
    alike,
    base,
    bodies_exclude,
    bodies_fit,
    body_parts,
    bones,
    initials,
    joined,
    person_parts,
    persons_exclude,
    persons_fit,
    proper,
    roman,
    starts,
)
from onrecord.record.name import Kind, Source, source_id
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
_ORDER = {kind: number for number, kind in enumerate(Kind)}
_NEIGHBOURS = 40  # names of a block that each is compared with
_ACRONYM = range(2, 8)  # letters of an acronym
_BORNE = "a report uses both"


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
class _Bearer:
    """All uses of one key that go together."""

    key: str
    kind: Kind
    camp: str
    parts: Parts
    names: tuple[str, ...]
    name: str
    reports: int

    @classmethod
    @lru_cache(maxsize=65_536)
    def of(cls, uses: tuple[NameUse, ...]) -> _Bearer:
        """Of uses of one key in different camps, those of the most reports."""
        weight: dict[str, int] = defaultdict(int)
        for use in uses:
            weight[_CAMPS[use.kind]] += use.reports
        camp = min(weight, key=lambda camp: (-weight[camp], camp))
        own = sorted(
            (use for use in uses if _CAMPS[use.kind] == camp), key=lambda use: (-use.reports, _ORDER[use.kind])
        )
        key, names = own[0].key, {name for use in own for name in (use.name, *use.spellings) if name}
        alone = "@" in key or not camp
        parts = () if alone else person_parts(key) if camp == "person" else body_parts(key)
        return cls(key, own[0].kind, "" if alone else camp, parts, tuple(sorted(names)), own[0].name, weight[camp])

    @property
    def full(self) -> bool:
        """Whether it is more than a surname, a given name or an acronym."""
        return len(self.parts) > 1 and len(self.parts[0]) > 1

    def excludes(self, other: _Bearer) -> bool:
        """Whether the two names cannot be of one bearer: both full and at odds, or "Mr Lind" and "Ms Lind"."""
        if self.camp == other.camp == "person" and addressed_apart(self.key, other.key):
            return True
        if not (self.full and other.full and self.camp == other.camp) or self.same(other):
            return False
        return (persons_exclude if self.camp == "person" else bodies_exclude)(self.parts, other.parts)

    def same(self, other: _Bearer) -> bool:
        """Whether the two names differ in spelling alone."""
        if self.parts == other.parts or (
            len(self.parts) != len(other.parts) and joined(self.parts) == joined(other.parts)
        ):
            return True
        return (persons_fit if self.camp == "person" else bodies_fit)(self.parts, other.parts)


def identify(
    seen: Sequence[NameUse],
    apart: Collection[frozenset[str]] = (),
    together: Collection[frozenset[str]] = (),
) -> dict[str, Source]:
    """The source of each key; whatever the order of the names, the outcome is the same.

    Args:
        seen: the names, at most one for each key and kind.
        apart: pairs of keys or names that a person has ruled to be two.
        together: pairs that a person has ruled to be one; where the two rulings collide they are two.
    """
    uses: dict[str, list[NameUse]] = defaultdict(list)
    for use in seen:
        uses[use.key].append(use)
    bearers = {key: _Bearer.of(tuple(uses[key])) for key in sorted(uses)}
    groups = _Groups(bearers, _pairs(apart, bearers))
    for one, other in sorted(_pairs(together, bearers)):
        groups.merge((one, other, "a person's judgement"), ruled=True)
    for evidence in (_variants, _placed, _acronyms, _borne, _shortened):
        for merge in sorted(set(evidence(groups))):
            groups.merge(merge, ruled=False)
    return groups.sources()


def _pairs(rulings: Iterable[frozenset[str]], known: Mapping[str, _Bearer]) -> set[tuple[str, str]]:
    """The rulings on names that there are, as sorted pairs of keys."""
    keys = ({name if name in known else name_key(name) for name in pair} for pair in rulings)
    return {(min(pair), max(pair)) for pair in keys if len(pair) == 2 and pair <= known.keys()}  # noqa: PLR2004


class _Groups:
    """Names brought together so far: disjoint sets that refuse to grow where two members exclude each other."""

    def __init__(self, bearers: Mapping[str, _Bearer], apart: Iterable[tuple[str, str]]) -> None:
        self.bearers = bearers
        self._group = {key: key for key in bearers}
        self._members = {key: [key] for key in bearers}
        self._grounds: dict[str, list[str]] = {key: [] for key in bearers}
        self._foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._foes[one].add(other)
            self._foes[other].add(one)

    def of(self, key: str) -> str:
        """The group that a key is in."""
        return self._group[key]

    def camp(self, camp: str) -> list[_Bearer]:
        """The bearers of a camp, by key."""
        return [bearer for bearer in self.bearers.values() if bearer.camp == camp]

    def only(self, bearer: _Bearer, keys: Iterable[str], why: str) -> list[Merge]:
        """The merge with those of the keys that are of the bearer's camp, if they are all of one group."""
        near = [key for key in keys if self.bearers[key].camp == bearer.camp]
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
        self._grounds[into] += [*self._grounds.pop(gone), f"{min(one, other)} = {max(one, other)}: {why}"]

    def _forbidden(self, into: str, gone: str) -> bool:
        return any(self._group[foe] == into for key in self._members[gone] for foe in self._foes.get(key, ()))

    def _clash(self, into: str, gone: str, pair: set[str], why: str) -> bool:
        """Whether two full names would meet of which one excludes the other; of a report's own word it is not asked."""
        return any(
            self.bearers[one].excludes(self.bearers[other])
            for one, other in product(self._members[into], self._members[gone])
            if why != _BORNE or {one, other} != pair
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

    def _source(self, members: Sequence[str], grounds: Sequence[str]) -> Source:
        own = sorted((self.bearers[key] for key in members), key=lambda one: (-len(one.parts), -one.reports, one.key))
        kinds = {kind: sum(one.reports for one in own if one.kind is kind) for kind in {one.kind for one in own}}
        return Source(
            id=source_id(own[0].key),
            name=own[0].name,
            kind=min(kinds, key=lambda kind: (-kinds[kind], _ORDER[kind])),
            names=tuple(sorted({name for one in own for name in one.names})),
            keys=tuple(sorted(members)),
            grounds=tuple(sorted(grounds)),
        )


def _without(source: Source, keys: set[str]) -> Source:
    """A source without the names of these keys, but for its own."""
    names = tuple(name for name in source.names if name == source.name or name_key(name) not in keys)
    return replace(source, names=names) if keys else source


# --- evidence, the strongest first ---


def _variants(groups: _Groups) -> Iterator[Merge]:
    """Names that are spelled in two ways."""
    blocks: dict[tuple[str, ...], list[_Bearer]] = defaultdict(list)
    for bearer in groups.bearers.values():
        for block in _blocks(bearer):
            blocks[block].append(bearer)
    for some in blocks.values():
        for number, one in enumerate(some):
            others = islice(some, number + 1, number + 1 + _NEIGHBOURS)
            yield from ((one.key, other.key, "spelling") for other in others if one.same(other))


def _blocks(bearer: _Bearer) -> Iterator[tuple[str, ...]]:
    """Under what a name is looked for among its variants."""
    if not bearer.parts:
        return
    first, *_, last = map(roman, (bearer.parts[0], *bearer.parts))
    ends = (bearer.parts[0], bearer.parts[-1]) if bearer.camp == "person" else bearer.parts
    count = str(len(bearer.parts))
    yield bearer.camp, "joined", joined(bearer.parts)
    yield bearer.camp, "bones", str(count == "1"), *map(bones, ends)
    yield bearer.camp, "start", count, last[:3], first if count != "1" else ""


def _placed(groups: _Groups) -> Iterator[Merge]:
    """Bodies named with and without the country or town that they are of, where only one is so named."""
    longer: dict[Parts, set[str]] = defaultdict(set)
    for bearer in groups.camp("body"):
        longer[base(bearer.parts)].add(bearer.key)
    for bearer in groups.camp("body"):
        if bearer.full:
            yield from groups.only(bearer, longer.get(bearer.parts, ()), "with and without its place")


def _acronyms(groups: _Groups) -> Iterator[Merge]:
    """Acronyms of which one full name alone has the initials."""
    full: dict[str, set[str]] = defaultdict(set)
    for bearer in groups.camp("body"):
        if bearer.full:
            for letters in set().union(*map(initials, (bearer.key.split(), bearer.parts, base(bearer.parts)))):
                full[letters].add(bearer.key)
    for bearer in groups.camp("body"):
        if len(bearer.parts) == 1 and len(letters := bearer.parts[0]) in _ACRONYM and _capitals(bearer.names):
            yield from groups.only(bearer, full.get(letters, ()), "initials")


def _capitals(names: Iterable[str]) -> bool:
    """Whether a name is written as an acronym."""
    return any(sum(map(str.isupper, name)) > 1 for name in names)


def _borne(groups: _Groups) -> Iterator[Merge]:
    """Names that a report uses as another spelling of a fuller one, where only one bearer is so called."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for bearer in groups.bearers.values():
        for spelling in bearer.names if bearer.camp else ():
            key = name_key(spelling)
            if key != bearer.key and key in groups.bearers and proper(spelling):
                bearing[key].add(bearer.key)
    shelf = _Shelf(groups)
    for key, keys in bearing.items():
        called = groups.bearers[key]
        yield from groups.only(called, keys | shelf.fuller(called), _BORNE)


def _shortened(groups: _Groups) -> Iterator[Merge]:
    """Persons called by surname, given name or the start of their name, where that fits one person alone."""
    shelf = _Shelf(groups)
    for bearer in groups.camp("person"):
        yield from groups.only(bearer, shelf.fuller(bearer), "short for the only one that fits")


class _Shelf:
    """Full names of persons, by their parts and by how they start."""

    def __init__(self, groups: _Groups) -> None:
        self._equal: dict[str, set[str]] = defaultdict(set)
        self._like: dict[str, set[str]] = defaultdict(set)
        self._start: dict[Parts, set[str]] = defaultdict(set)
        self._bearers = groups.bearers
        for bearer in groups.camp("person"):
            if bearer.full:
                for part in bearer.parts:
                    self._equal[part].add(bearer.key)
                    self._like[bones(part)].add(bearer.key)
                for start in starts(bearer.parts):
                    self._start[start].add(bearer.key)

    def fuller(self, bearer: _Bearer) -> set[str]:
        """Keys of the persons whom a short name may mean; none where it is but a middle name of theirs."""
        if bearer.camp != "person" or not bearer.parts:
            return set()
        if bearer.full:
            return self._start.get(bearer.parts, set())
        *letters, name = bearer.parts
        for keys in (self._equal.get(name, ()), self._like.get(bones(name), ())):
            if fits := {key for key in keys if _means(letters, name, self._bearers[key].parts)}:
                outer = (part for key in fits for part in (self._bearers[key].parts[0], self._bearers[key].parts[-1]))
                return fits if any(alike(name, part) <= Grade.VARIANT for part in outer) else set()
        return set()


def _means(letters: Sequence[str], name: str, parts: Parts) -> bool:
    """Whether a name of one part, or of initials and a surname, may be short for a full one."""
    if letters:
        return parts[0].startswith(letters[0]) and alike(name, parts[-1]) <= Grade.VARIANT
    return any(alike(name, part) <= Grade.VARIANT for part in parts)
