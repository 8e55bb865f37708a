"""Matters as people ruled on them: which are one question, and which statements leave one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from onrecord.matching.hubs import Key
from onrecord.matching.parting import Pair, Part, Stand, parted
from onrecord.matching.ruled import Two
from onrecord.record.claimed import Member
from onrecord.record.judgement import Ruling
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.moved import NONE, Moved, Placed, moved
from onrecord.story.rulings import ON_POSITIONS, decided, rulings
from onrecord.story.tallies import counted, of_somebody_else

Home = Key | None


def ruled_matters(known: Known) -> Mapping[Key, Moved]:
    """The matters of the view that people ruled on, by key."""
    return known.once("ruled matters", lambda: _ruled_matters(known) if decided(known) else {})


def _ruled_matters(known: Known) -> Mapping[Key, Moved]:
    return {one.tally.key: one for one in derived(known.view, "ruled matters", tuple[Moved, ...], lambda: _made(known))}


def leads(known: Known) -> Mapping[Key, Key]:
    """The matters that hold now what reports make matters of their own, where people ruled on these."""
    made = ruled_matters(known)
    return known.once("leads", lambda: {tally.key: one.tally.key for one in made.values() for tally in one.of})


def holding(known: Known, found: Collection[Key]) -> set[Key]:
    """The matters on which bears now what bears on some as reports make them, or on `NONE`."""
    came = {key for key, one in ruled_matters(known).items() if any(guest.key in found for guest in one.guests)}
    return came | {leads(known).get(key, key) for key in found if key != NONE}


@dataclass(frozen=True, slots=True)
class FoundOn:
    """The matters on which a statement bears, the most contested first: by what it claims, and by its words alone."""

    claimed: Sequence[Stand[Home]]
    told: Sequence[Stand[Home]]

    @property
    def all(self) -> list[Stand[Home]]:
        """All of them."""
        return [*self.claimed, *self.told]


def _made(known: Known) -> tuple[Moved, ...]:
    on = rulings(known)
    of = found_on(known, {statement for pairs in on.values() for pair in pairs for statement in pair})
    stands = [stand for one in of.values() for stand in one.all]
    pairs = [(of[one], of[other]) for one, other in on.get(Ruling.NOT_SAME_MATTER, ())]
    apart = [pair for one, other in pairs for pair in product(one.all, other.all)]
    tied = _tied(of, on.get(Ruling.SAME_MATTER, ()), parted(stands, (), ()))
    tied += _tied(of, on.get(Ruling.SAME_POSITION, ()), parted(stands, tied, apart))
    found = (_of_part(known, part, stands) for part in _joined(parted(stands, tied, apart)))
    return tuple(one for one in found if one)


def found_on(known: Known, statements: Collection[str]) -> dict[str, FoundOn]:
    """The matters on which statements bear as reports make them, by statement in order of publication."""
    tallies = counted(known)
    on = {topic: key for key, tally in tallies.items() for topic in tally.topics}
    found: dict[str, FoundOn] = {}
    for topic, member in known.view.topics_of(statements):
        keys = {(relation, known.who.id(subject)) for relation, subject in member.claims}
        key = on.get(topic)
        if key in keys or (key and of_somebody_else(known, key[1], member)):
            key = None
        contested_first = sorted(keys, key=lambda one: (tallies[one].rank, one))
        beside = [key] if key or not keys else []
        found[member.row.statement] = FoundOn(_stands(member, contested_first), _stands(member, beside))
    return found


def _stands(member: Member, keys: Iterable[Home]) -> list[Stand[Home]]:
    return [Stand(member.row.statement, key) for key in keys]


def _tied(of: Mapping[str, FoundOn], same: Iterable[Two], parts: Iterable[Part[Home]]) -> list[Pair[Home]]:
    """What rulings tie together: where two statements are in one part, that; else the most contested of each."""
    where = {stand: at for at, part in enumerate(parts) for stand in part.stands}
    found: list[Pair[Home]] = []
    for first, second in same:
        pairs = compared(of[first], of[second])
        found += [pair for pair in pairs if where[pair[0]] == where[pair[1]]] or pairs[:1]
    return found


def compared(one: FoundOn, other: FoundOn) -> list[Pair[Home]]:
    """The matters of two statements that may be one, the most contested of each first.

    Where both claim something, what they are told on beside that by their words alone does not make them one.
    """
    return list(product(one.claimed, other.claimed)) or list(product(one.all, other.all))


def _joined(parts: Sequence[Part[Home]]) -> Iterable[Part[Home]]:
    """The parts, those of one statement that left several matters as one; without what is told on others anyway."""
    told = {one.statement for part in parts if part.groups for one in part.stands}
    found: dict[object, Part[Home]] = {}
    for part in parts:
        if not part.groups and told.issuperset(one.statement for one in part.stands):
            continue
        key = part.groups or part.stands[0].statement
        stands = found[key].stands if key in found else ()
        found[key] = replace(part, stands=(*stands, *part.stands))
    return found.values()


def _of_part(known: Known, part: Part[Home], stands: Iterable[Stand[Home]]) -> Moved | None:
    """A part as a matter; None where it is one as reports make it."""
    left = tuple(Placed.of(one) for one in stands if one.group in part.groups and one not in part.stands)
    guests = tuple(map(Placed.of, part.guests))
    there = {one.statement for one in part.stands}
    same, apart = (sum(there.issuperset(pair) for pair in rulings(known).get(ruling, ())) for ruling in ON_POSITIONS)
    if not (left or guests or same or apart or len(part.groups) > 1):
        return None
    return moved(known, [counted(known)[key] for key in sorted(filter(None, part.groups))], left, guests, same)
