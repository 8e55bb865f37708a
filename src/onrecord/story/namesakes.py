"""Names of which it is not sure whether they are one source's: brought together on weak grounds, or alike and apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from onrecord.matching.groups import BORNE, RENAMED, RULED
from onrecord.matching.likeness import body_likeness, person_likeness
from onrecord.record.claimed import ClaimRow
from onrecord.record.doubt import Cause, Choice, Doubt, Weight
from onrecord.record.judgement import Ruling
from onrecord.record.name import Ground, Kind, Source, called
from onrecord.story.known import Known
from onrecord.wording import name_key

_SOURCES: Final = 60  # of those who say most on the matters that are looked at
_ALIKE: Final = 0.25  # likeness from which two names are looked at
_FIRM: Final = 0.9  # how sure it is from which nobody need look
_BY_LETTERS: Final = "spelling"  # as sure as the names are alike
_SURE: Final = {BORNE, RENAMED, RULED}
_ROUGHLY: Final = {
    "short for the only one that fits": 0.75,
    "initials": 0.8,
    "the only one whom the reports give that office": 0.8,
    "with and without its place": 0.85,
    "with and without whose it is": 0.85,
}
"""How sure other grounds are, roughly: it orders what is asked, and decides nothing."""

_WHO = (
    Choice(Ruling.SAME_SOURCE, "They are one"),
    Choice(Ruling.NOT_SAME_SOURCE, "They are two"),
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said under a name: the first statements, and how many in which reports."""

    statements: tuple[str, ...]
    reports: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[ClaimRow]) -> _Said:
        """What these claims say."""
        found = list(rows)
        return cls(tuple(dict.fromkeys(row.statement for row in found)), frozenset(row.report for row in found))


def namesakes(known: Known, rows: Iterable[ClaimRow]) -> Iterator[Doubt]:
    """What is doubtful of the names of those who make these claims."""
    spoken = [row for row in rows if row.chain and known.who.somebody(row.chain[-1])]
    times = Counter(known.who.id(row.chain[-1]) for row in spoken)
    first = sorted(times, key=lambda one: (-times[one], one))[:_SOURCES]
    sources = [known.who.by_id[one] for one in first if one in known.who.by_id]
    under: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in spoken:
        under[called(row.chain[-1])].append(row)
    said = {name: _Said.of(own) for name, own in under.items()}
    yield from _merged(known, sources, said)
    yield from _alike(sources, said)


def _merged(known: Known, sources: Iterable[Source], said: Mapping[str, _Said]) -> Iterator[Doubt]:
    """Names that were taken for one on grounds that are not firm, and under both of which somebody speaks."""
    for source in sources:
        for ground in source.grounds:
            sure = _how_sure(source, ground)
            if sure < _FIRM and ground.one in said and ground.other in said:
                yield _doubt(Cause.MERGED, _spelled(known, ground), sure, f"taken for one: {ground.why}", said)


def _how_sure(source: Source, ground: Ground) -> float:
    if ground.why in _SURE:
        return 1.0
    if ground.why == _BY_LETTERS:
        return _likeness(source.kind, ground.one, ground.other)
    return _ROUGHLY.get(ground.why, _FIRM)


def _likeness(kind: Kind, one: str, other: str) -> float:
    return (person_likeness if kind is Kind.PERSON else body_likeness)(one, other).score


def _alike(sources: Iterable[Source], said: Mapping[str, _Said]) -> Iterator[Doubt]:
    """Sources of one kind whose names are alike, and that nothing brought together."""
    shelves: dict[tuple[bool, str], list[Source]] = defaultdict(list)
    for source in sources:
        for start in {word[:3] for word in name_key(source.name).split()}:
            shelves[source.kind is Kind.PERSON, start].append(source)
    pairs = {(a.id, b.id): (a, b) for shelf in shelves.values() for a, b in combinations(shelf, 2)}
    for one, other in pairs.values():
        likeness = _likeness(one.kind, name_key(one.name), name_key(other.name))
        names = {_said_under(each, said): each.name for each in (one, other)}
        if likeness >= _ALIKE and "" not in names and len(names) > 1:
            ground = "taken for two: their names are alike, and no report shows that they are one"
            yield _doubt(Cause.ALIKE, names, 1 - likeness, ground, said)


def _said_under(source: Source, said: Mapping[str, _Said]) -> str:
    """The name under which most of what a source says is said; empty where nothing is."""
    own = [name for key in source.keys if (name := called(key)) in said]
    return min(own, key=lambda name: (-len(said[name].statements), name), default="")


def _spelled(known: Known, ground: Ground) -> dict[str, str]:
    """The names of a ground as reports spell them."""
    spelled = known.view.spellings([ground.one, ground.other])
    return {
        key: next((name for name in spelled.get(key, ()) if name_key(name) == key), key)
        for key in (ground.one, ground.other)
    }


def _doubt(cause: Cause, names: Mapping[str, str], sure: float, ground: str, said: Mapping[str, _Said]) -> Doubt:
    """Whether two names are one source's; what hangs on it is what is said under the name that says less."""
    one, other = sorted(names, key=lambda name: (len(said[name].statements), name))
    return Doubt(
        cause,
        f"Is “{names[one]}” the same source as “{names[other]}”?",
        sure,
        ground,
        Weight(len(said[one].statements), len(said[one].reports)),
        _WHO,
        (said[one].statements[0], said[other].statements[0]),
        (names[one], names[other]),
    )
