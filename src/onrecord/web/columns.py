"""The answers to a matter side by side: who gives each, on whose word, what stands behind it, in what words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from onrecord.library import Snapshot
from onrecord.prose.between import stands
from onrecord.prose.words import listed, outlet, who
from onrecord.record.matter import Matter, Position
from onrecord.record.origin import Independent
from onrecord.record.report import Listing, Standing
from onrecord.story.between import Between
from onrecord.story.entries import Entry
from onrecord.story.origins import Backed
from onrecord.web.excerpts import Said, said

_WORDS: Final = 3  # statements quoted for an answer
_ORIGINS: Final = 6
_CARRIED: Final = 4  # reports named for an origin
_HOLDERS: Final = 6
_FACTS: Final = 24  # statements of an answer from which its chains and channels are told


@dataclass(frozen=True, slots=True)
class Holders:
    """Who gives an answer.

    Attributes:
        sources: id and name of each source, the first ones.
        own: the first report of each outlet that says so in its own voice.
        more: how many more sources there are.
    """

    sources: tuple[tuple[str, str], ...]
    own: tuple[Listing, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Statements that add no origin, for one reason.

    Attributes:
        ground: the reason.
        entries: the first of them.
        count: how many there are.
    """

    ground: str
    entries: tuple[Entry, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Root:
    """An independent origin with the first statements that go back to it."""

    origin: Independent
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How an answer stands to others.

    Attributes:
        how: as a verb.
        others: the numbers of the others, with what tells it.
    """

    how: str
    others: tuple[tuple[int, Between], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An answer to a matter with all that is shown of it.

    Attributes:
        number: its place among the answers, from 1.
        position: the answer.
        holders: who gives it.
        chains: on whose word, where it is not the speaker's own alone.
        channels: by which channels, as reports name them.
        surveyed: of how many of its statements, the first ones, chains and channels are told.
        standing: how far it still stands.
        roots: its independent origins, the first ones.
        origins: how many origins there are.
        rest: statements that add none.
        said: its statements in their words, the first ones.
        stands: how it stands to other answers.
    """

    number: int
    position: Position
    holders: Holders
    chains: str
    channels: str
    surveyed: int
    standing: Standing
    roots: tuple[Root, ...]
    origins: int
    rest: tuple[Rest, ...]
    said: tuple[Said, ...]
    stands: tuple[Stand, ...]


def place(between: Between) -> str:
    """Where it is told on the page of a matter how two answers stand to each other."""
    return f"{between.kind}-{between.one}-{between.other}"


def columns(
    snapshot: Snapshot,
    matter: Matter,
    positions: Sequence[Position],
    backed: Iterable[Backed],
    opened: Mapping[str, int] = MappingProxyType({}),
) -> list[Column]:
    """Some of the answers to a matter.

    Args:
        snapshot: the record as of a day.
        matter: the matter, whole or narrowed.
        positions: those of its answers that are shown.
        backed: what stands behind these.
        opened: how many statements and origins are shown of an answer, by its id, where it is more than a few.
    """
    numbers = {position.id: at for at, position in enumerate(matter.positions, 1)}
    between = [one for one in snapshot.between(matter.id) if one.one in numbers and one.other in numbers]
    behind = {one.position: one for one in backed}
    wanted = {one.id: _wanted(behind[one.id], opened.get(one.id, 0)) for one in positions}
    words = said(snapshot, chain.from_iterable(one.words for one in wanted.values()))
    named = chain.from_iterable(one.named for one in wanted.values())
    entries = {entry.id: entry for entry in snapshot.statements(ids=tuple(dict.fromkeys(named)))}
    return [
        _column(snapshot, position, numbers, wanted[position.id], Found(words, entries, between))
        for position in positions
    ]


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked up for all columns at once: statements in their words, others, and links between answers."""

    words: Mapping[str, Said]
    entries: Mapping[str, Entry]
    between: Sequence[Between]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be looked up for a column: the statements that are quoted, and those that are named."""

    backed: Backed
    words: tuple[str, ...]
    origins: tuple[Independent, ...]
    rest: Mapping[str, Sequence[str]]

    @property
    def surveyed(self) -> tuple[str, ...]:
        return self.backed.statements[:_FACTS]

    @property
    def named(self) -> Iterable[str]:
        rooted = (one.statements[:_CARRIED] for one in self.origins)
        return chain(self.surveyed, *rooted, *(some[:_CARRIED] for some in self.rest.values()))


def _wanted(backed: Backed, most: int) -> _Wanted:
    rest: dict[str, list[str]] = {}
    for one in backed.behind.dependent:
        rest.setdefault(one.ground, []).append(one.statement)
    return _Wanted(backed, backed.statements[: most or _WORDS], backed.behind.origins[: most or _ORIGINS], rest)


def _column(
    snapshot: Snapshot, position: Position, numbers: Mapping[str, int], wanted: _Wanted, found: Found
) -> Column:
    entries = _of(found.entries, wanted.surveyed)
    return Column(
        number=numbers[position.id],
        position=position,
        holders=_holders(snapshot, position),
        chains=listed(_distinct(entry.word_of for entry in entries if len(entry.chain) > 1)),
        channels=listed(_distinct(entry.statement.channel for entry in entries)),
        surveyed=len(wanted.surveyed),
        standing=snapshot.standing(position),
        roots=tuple(Root(one, _of(found.entries, one.statements[:_CARRIED])) for one in wanted.origins),
        origins=len(wanted.backed.behind.origins),
        rest=tuple(
            Rest(ground, _of(found.entries, some[:_CARRIED]), len(some)) for ground, some in wanted.rest.items()
        ),
        said=tuple(found.words[one] for one in wanted.words if one in found.words),
        stands=_stands(position.id, found.between, numbers),
    )


def _of(entries: Mapping[str, Entry], ids: Iterable[str]) -> tuple[Entry, ...]:
    return tuple(entries[one] for one in ids if one in entries)


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(text.split()) for text in texts if text.strip()))


def _stands(position: str, between: Iterable[Between], numbers: Mapping[str, int]) -> tuple[Stand, ...]:
    found: dict[str, list[tuple[int, Between]]] = {}
    for one in between:
        if position in {one.one, one.other} and one.one != one.other:
            other = one.other if position == one.one else one.one
            found.setdefault(stands(one.kind, first=position == one.one), []).append((numbers[other], one))
    return tuple(Stand(how, tuple(sorted(some, key=itemgetter(0)))) for how, some in found.items())


def _holders(snapshot: Snapshot, position: Position) -> Holders:
    """Who gives an answer: sources by name, outlets that say so in their own voice by a report of theirs."""
    own: dict[str, Listing] = {}
    for report in position.own_voice[:_FACTS]:
        listing = snapshot.listing(report)
        own.setdefault(outlet(listing), listing)
    publishers = {source.id for one in own.values() if (source := snapshot.publisher(one.id))}
    others = [source for source in position.held_by if source not in publishers]
    named = tuple((source, who(snapshot, source)) for source in others[:_HOLDERS])
    return Holders(named, tuple(own.values())[:_HOLDERS], len(others) - len(named))
