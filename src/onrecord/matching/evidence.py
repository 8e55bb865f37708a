"""What shows that two names are one source's, each kind of evidence a function that proposes merges.

Only names that share a block are compared, and of a large block only neighbours in order (Hernandez & Stolfo, "The
Merge/Purge Problem", SIGMOD 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice

from onrecord.matching.given import full_forms
from onrecord.matching.groups import BORNE, RENAMED, Bearer, Groups, Merge
from onrecord.matching.likeness import body_likeness, person_likeness
from onrecord.matching.spelling import (
    Grade,
    Parts,
    alike,
    base,
    bones,
    initials,
    joined,
    proper,
    roman,
    starts,
)
from onrecord.wording import name_key

_SMALL = frozenset("the of and".split())
_NEIGHBOURS = 40  # names of a block that each is compared with
_SHORT = "short for the only one that fits"
_ACRONYM = range(2, 8)  # letters of an acronym


def variants(groups: Groups) -> Iterator[Merge]:
    """Names that are spelled in two ways."""
    blocks: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for bearer in groups.bearers.values():
        for block in _blocks(bearer):
            blocks[block].append(bearer)
    for some in blocks.values():
        for number, one in enumerate(some):
            others = islice(some, number + 1, number + 1 + _NEIGHBOURS)
            yield from ((one.key, other.key, "spelling") for other in others if one.same(other))


def _blocks(bearer: Bearer) -> Iterator[tuple[str, ...]]:
    """Under what a name is looked for among its variants."""
    if not bearer.parts:
        return
    first, *_, last = map(roman, (bearer.parts[0], *bearer.parts))
    ends = (bearer.parts[0], bearer.parts[-1]) if bearer.camp == "person" else bearer.parts
    count = str(len(bearer.parts))
    yield bearer.camp, "joined", joined(bearer.parts)
    yield bearer.camp, "bones", str(count == "1"), *map(bones, ends)
    yield bearer.camp, "start", count, last[:3], first if count != "1" else ""


def renamed(groups: Groups) -> Iterator[Merge]:
    """Persons by a short form of their given name, and all by their words turned round, where that fits one alone."""
    blocks: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for bearer in (*groups.camp("person"), *groups.camp("body")):
        for block in _renamings(bearer) if bearer.full else ():
            blocks[block].append(bearer)
    near: dict[str, set[str]] = defaultdict(set)
    for some in blocks.values():
        for one, other in combinations(some[:_NEIGHBOURS], 2):
            likeness = person_likeness if one.camp == "person" else body_likeness
            if one.key != other.key and one.kind is other.kind and likeness(one.name, other.name).one_name:
                near[one.key].add(other.key)
                near[other.key].add(one.key)
    for key, keys in near.items():
        alone = keys | {key}
        if all(near[other] | {other} == alone for other in keys):
            yield from ((key, other, RENAMED) for other in keys)


def _renamings(bearer: Bearer) -> Iterator[tuple[str, ...]]:
    """Under what somebody is looked for by another given name or order."""
    given, family = bearer.parts[0], bones(bearer.parts[-1])
    person = bearer.camp == "person"
    words = (given, bearer.parts[-1]) if person else [part for part in bearer.parts if part not in _SMALL]
    yield bearer.camp, "turned", *sorted(map(bones, words))
    if person:
        yield from (("given", family, form) for form in {given, *full_forms(given)})


def placed(groups: Groups) -> Iterator[Merge]:
    """Bodies named with and without the country or town that they are of, where only one is so named."""
    longer: dict[Parts, set[str]] = defaultdict(set)
    for bearer in groups.camp("body"):
        longer[base(bearer.parts)].add(bearer.key)
    for bearer in groups.camp("body"):
        if bearer.full:
            yield from groups.only(bearer, longer.get(bearer.parts, ()), "with and without its place")


def rivals(bearers: Mapping[str, Bearer]) -> dict[str, set[str]]:
    """For each body that other countries have too, those that its name may stand for ("Tarnian interior ministry")."""
    heads: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers.values():
        if bearer.camp == "body" and bearer.parts:
            heads[bearer.head].append(bearer)
    return {
        bearer.key: {other.key for other in heads[bearer.head] if other is not bearer and bearer.may_mean(other)}
        for bearer in bearers.values()
        if bearer.common and bearer.parts
    }


def qualified(groups: Groups) -> Iterator[Merge]:
    """Bodies called without the country or town that they are of, where the reports know one alone.

    A single word is too little: "the army" is not the Ostrian Liberation Army.
    """
    for key, keys in rivals(groups.bearers).items():
        if groups.bearers[key].full:
            yield from groups.only(groups.bearers[key], keys, "with and without whose it is")


def addressed(groups: Groups) -> Iterator[Merge]:
    """Outlets known by an address, and the one body whose name or acronym that is ("the-lantern.example")."""
    joint: dict[str, set[str]] = defaultdict(set)
    for body in groups.camp("body"):
        named = {body.parts, tuple(part for part in body.parts if part not in _SMALL)}
        for form in {"".join(parts) for parts in named} | initials(body.parts):
            joint[form].add(body.key)
    for bearer in groups.camp("body"):
        if bearer.address:
            others = joint.get("".join(bearer.parts), set()) - {bearer.key}
            yield from groups.only(bearer, others, "an address with that name")


def acronyms(groups: Groups) -> Iterator[Merge]:
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


def borne(groups: Groups) -> Iterator[Merge]:
    """Names that a report uses as another spelling of a fuller one, where only one bearer is so called."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for bearer in groups.bearers.values():
        for spelling in bearer.names if bearer.camp else ():
            key = name_key(spelling)
            if key != bearer.key and key in groups.bearers and (spelling.startswith("@") or proper(spelling)):
                bearing[key].add(bearer.key)
    shelf = _Shelf(groups)
    for key, keys in bearing.items():
        called = groups.bearers[key]
        yield from groups.only(called, keys | shelf.fuller(called), BORNE)


def shortened(groups: Groups) -> Iterator[Merge]:
    """Persons called by surname, given name or the start of their name, where that fits one person alone."""
    shelf = _Shelf(groups)
    for bearer in groups.camp("person"):
        yield from groups.only(bearer, shelf.fuller(bearer), _SHORT)


def untold(groups: Groups) -> Iterator[Merge]:
    """Single words of which no report tells what they name, where they fit one bearer alone.

    They may be a person's surname, where no body bears it too, or all of a body's name but its legal form. A given name
    is too little: ships and storms have one as well.
    """
    shelf, bodies = _Shelf(groups), _by_word(groups)
    for bearer in groups.camp("thing"):
        if len(bearer.parts) == 1:
            named = bodies.get(bearer.parts[0], set())
            if all(groups.bearers[key].parts == bearer.parts for key in named):
                yield from groups.only(bearer, named | shelf.surnamed(bearer), _SHORT)


def _by_word(groups: Groups) -> dict[str, set[str]]:
    """Keys of the bodies that have a word in their names."""
    named: dict[str, set[str]] = defaultdict(set)
    for body in groups.camp("body"):
        for part in body.parts:
            named[part].add(body.key)
    return named


class _Shelf:
    """Full names of persons, by their parts and by how they start."""

    def __init__(self, groups: Groups) -> None:
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

    def surnamed(self, bearer: Bearer) -> set[str]:
        """Keys of the persons of whom a single word is the surname."""
        return {key for key in self.fuller(bearer) if _surname(bearer.parts[0], self._bearers[key].parts)}

    def fuller(self, bearer: Bearer) -> set[str]:
        """Keys of the persons whom a short name may mean; none where it is but a middle name of theirs."""
        if bearer.camp not in {"person", "thing"} or not bearer.parts:
            return set()
        if bearer.full:
            return self._start.get(bearer.parts, set())
        *letters, name = bearer.parts
        for keys in (self._equal.get(name, ()), self._like.get(bones(name), ())):
            if fits := {key for key in keys if _means(letters, name, self._bearers[key].parts)}:
                outer = (part for key in fits for part in (self._bearers[key].parts[0], self._bearers[key].parts[-1]))
                return fits if any(alike(name, part) <= Grade.VARIANT for part in outer) else set()
        return set()


def _surname(name: str, parts: Parts) -> bool:
    """Whether a name is the last part of a full one."""
    return alike(name, parts[-1]) <= Grade.VARIANT


def _means(letters: Sequence[str], name: str, parts: Parts) -> bool:
    """Whether a name of one part, or of initials and a surname, may be short for a full one."""
    if letters:
        return parts[0].startswith(letters[0]) and _surname(name, parts)
    return any(alike(name, part) <= Grade.VARIANT for part in parts)
