"""Matters as people ruled on them: which are one question, and which statements leave one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from onrecord.ledger.base import Selection
from onrecord.matching.answers import Bearing, grouped
from onrecord.matching.hubs import Key
from onrecord.matching.parting import Pair, Part, Stand, parted
from onrecord.matching.ruled import Two, ruled
from onrecord.record.claimed import ClaimRow
from onrecord.record.judgement import Ruling
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.relations import UNDECLARED, load
from onrecord.story.derived import derived
from onrecord.story.known import Known, same_words
from onrecord.story.tallies import Tally, counted, of_somebody_else, rows_of

_ON_MATTERS = (Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER)
_ON_POSITIONS = (Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION)

Home = Key | None
Rulings = Mapping[Ruling, tuple[Two, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement as it bears on a matter that reports make; relation and subject are empty where it bears on none."""

    statement: str
    relation: str
    subject: str

    @classmethod
    def of(cls, stand: Stand[Home]) -> Placed:
        """The same, of a statement and the matter that it was found on."""
        return cls(stand.statement, *(stand.group or ("", "")))

    @property
    def key(self) -> Key:
        """The matter."""
        return self.relation, self.subject


@dataclass(frozen=True, slots=True)
class Moved:
    """A matter as people ruled on it.

    Attributes:
        tally: what bears on it, counted.
        of: the matters that reports make of which it consists, the one whose question it asks first.
        left: statements of these that bear on it no more.
        guests: statements that bear on it without any of these.
    """

    tally: Tally
    of: tuple[Tally, ...]
    left: tuple[Placed, ...]
    guests: tuple[Placed, ...]


def ruled_matters(known: Known) -> Mapping[Key, Moved]:
    """The matters of the view that people ruled on, by key."""
    return known.once("ruled matters", lambda: _ruled_matters(known) if rulings(known) else {})


def _ruled_matters(known: Known) -> Mapping[Key, Moved]:
    return {one.tally.key: one for one in derived(known.view, "ruled matters", tuple[Moved, ...], lambda: _made(known))}


def leads(known: Known) -> Mapping[Key, Key]:
    """The matters that hold now what reports make matters of their own, where people ruled on these."""
    made = ruled_matters(known)
    return known.once("leads", lambda: {tally.key: one.tally.key for one in made.values() for tally in one.of})


def holding(known: Known, found: Iterable[Key]) -> set[Key]:
    """The matters on which may bear now what bore on some as reports make them, or what bore on none."""
    keys, made = set(found), ruled_matters(known)
    came = {key for key, one in made.items() if any(guest.key in keys or not guest.relation for guest in one.guests)}
    return came | {leads(known).get(key, key) for key in keys}


def rulings(known: Known) -> Rulings:
    """The statements that people ruled to be of one matter or position, or not, the earlier one of each two first."""
    return known.once("rulings", lambda: _rulings(known))


def _rulings(known: Known) -> Rulings:
    standing = [one for one in known.judgements if one.ruling in {*_ON_MATTERS, *_ON_POSITIONS}]
    reports = {report for one in standing for report in one.reports}
    near = known.kept(known.view.statements(Selection(reports=reports))) if reports else []
    turn = {statement.id: at for at, statement in enumerate(near)}
    found: dict[Ruling, set[Two]] = {}
    for one in standing:
        there = {statement for place in one.places if (statement := _there(near, place))}
        if len(there) > 1:
            first, second = sorted(there, key=turn.__getitem__)
            found.setdefault(one.ruling, set()).add((first, second))
    return {ruling: tuple(sorted(pairs)) for ruling, pairs in found.items()}


def _there(near: Iterable[Statement], place: Span) -> str | None:
    """The statement whose words stand at a place, for the most part; of several, the one that it fits best."""
    fitting = [one for one in near if same_words(one, place)]
    best = min(
        fitting, key=lambda one: abs(one.extent.start - place.start) + abs(one.extent.end - place.end), default=None
    )
    return best.id if best else None


def _made(known: Known) -> tuple[Moved, ...]:
    on = rulings(known)
    of = _stands(known, {statement for pairs in on.values() for pair in pairs for statement in pair})
    stands = [stand for some in of.values() for stand in some]
    apart = [
        pair
        for one, other in on.get(Ruling.NOT_SAME_MATTER, ())
        for pair in product(of.get(one, ()), of.get(other, ()))
    ]
    tied = _tied(of, on.get(Ruling.SAME_MATTER, ()), parted(stands, (), ()))
    tied += _tied(of, on.get(Ruling.SAME_POSITION, ()), parted(stands, tied, apart))
    answering = {statement for ruling in _ON_POSITIONS for pair in on.get(ruling, ()) for statement in pair}
    found = (_of_part(known, part, stands, answering) for part in _joined(parted(stands, tied, apart)))
    return tuple(one for one in found if one)


def _stands(known: Known, statements: Collection[str]) -> dict[str, list[Stand[Home]]]:
    """The matters on which statements bear, the most contested first, by statement in order of publication."""
    found = counted(known)
    on = {topic: key for key, tally in found.items() for topic in tally.topics}
    stands: dict[str, list[Stand[Home]]] = {}
    for topic, member in known.view.topics_of(statements):
        keys = {(relation, known.who.id(subject)) for relation, subject in member.claims}
        key = on.get(topic)
        if key and not of_somebody_else(known, key[1], member):
            keys.add(key)
        bearing: list[Home] = [*sorted(keys, key=lambda key: (found[key].rank, key))]
        stands[member.row.statement] = [Stand(member.row.statement, key) for key in bearing or [None]]
    return stands


def _tied(
    of: Mapping[str, Sequence[Stand[Home]]], same: Iterable[Two], parts: Iterable[Part[Home]]
) -> list[Pair[Home]]:
    """What rulings tie together: where two statements are in one part, that; else the most contested of each."""
    where = {stand: at for at, part in enumerate(parts) for stand in part.stands}
    found: list[Pair[Home]] = []
    for one, other in same:
        pairs = list(product(of.get(one, ()), of.get(other, ())))
        found += [pair for pair in pairs if where[pair[0]] == where[pair[1]]] or pairs[:1]
    return found


def _joined(parts: Iterable[Part[Home]]) -> Iterable[Part[Home]]:
    """The parts, those of one statement that left several matters as one."""
    found: dict[object, Part[Home]] = {}
    for part in parts:
        key = part.groups or part.stands[0].statement
        stands = found[key].stands if key in found else ()
        found[key] = replace(part, stands=(*stands, *part.stands))
    return found.values()


def _of_part(known: Known, part: Part[Home], stands: Iterable[Stand[Home]], answering: Collection[str]) -> Moved | None:
    """A part as a matter; None where it is one as reports make it, or nothing bears on it."""
    left = tuple(Placed.of(one) for one in stands if one.group in part.groups and one not in part.stands)
    guests = tuple(map(Placed.of, part.guests))
    changed = left or guests or len(part.groups) > 1 or any(one.statement in answering for one in part.stands)
    of = sorted((counted(known)[key] for key in part.groups if key), key=lambda tally: _lead(known, tally))
    return Moved(_tally(known, of, left, guests), tuple(of), left, guests) if changed else None


def _lead(known: Known, tally: Tally) -> tuple[bool, int, int, Key]:
    """The questions of relations lead, those that were answered first before others."""
    rows = _rows(known, tally)
    first = (_turn(known)[rows[0].report], rows[0].start) if rows else (len(known.headlines), 0)
    return (tally.relation == UNDECLARED, *first, tally.key)


def _tally(known: Known, of: Sequence[Tally], left: Sequence[Placed], guests: Sequence[Placed]) -> Tally:
    """What bears on a matter, counted: its answers as they are, all else by what left and came."""
    key = of[0].key if of else (UNDECLARED, _own(known, guests[0].statement))
    came = [row for one in guests for row in _rows_of(known, one)]
    gone = [row for one in left for row in _rows_of(known, one)]
    of_guests = [counted(known)[one.key] for one in guests if one.relation]
    on = Bearing(load().relations[key[0]], key[1], "", _kept_rows(known, of, left, guests))
    return Tally(
        *key,
        subjects=of[0].subjects if of else (),
        topics=tuple(sorted({topic for tally in (*of, *of_guests) for topic in tally.topics})),
        answers=len(grouped(with_rulings(known, on), known.who)),
        speakers=sum(tally.speakers for tally in of) + len(_speakers(came)) - len(_speakers(gone)),
        reports=sum(tally.reports for tally in of) + len(_reports(came)) - len(_reports(gone)),
    )


def _own(known: Known, statement: str) -> str:
    """What tells the question of a statement by itself from all others: its id, unless others stay on a topic of it."""
    return f"{statement} apart" if (UNDECLARED, statement) in counted(known) else statement


def _speakers(rows: Iterable[ClaimRow]) -> set[str]:
    return {row.chain[-1] for row in rows if row.chain}


def _reports(rows: Iterable[ClaimRow]) -> set[str]:
    return {row.report for row in rows}


def moved_rows(known: Known, moved: Moved) -> list[ClaimRow]:
    """What bears on a matter that people ruled on, and was not rejected, in order of publication."""
    return _kept_rows(known, moved.of, moved.left, moved.guests)


def _kept_rows(known: Known, of: Iterable[Tally], left: Iterable[Placed], guests: Iterable[Placed]) -> list[ClaimRow]:
    gone = {(one.statement, one.key) for one in left}
    found = [row for tally in of for row in _rows(known, tally) if (row.statement, tally.key) not in gone]
    found += [row for one in guests for row in _rows_of(known, one)]
    told = {row.statement for row in found if row.relation}
    turn = _turn(known)
    rows = {row for row in found if (row.relation or row.statement not in told) and row.statement not in known.rejected}
    return sorted(rows, key=lambda row: (turn[row.report], row.start, row.end, row.relation, row.statement))


def _rows(known: Known, tally: Tally) -> list[ClaimRow]:
    return known.once(("rows", tally.key), lambda: rows_of(known, tally))


def _rows_of(known: Known, one: Placed) -> list[ClaimRow]:
    """How a statement bears on a matter; by its words alone, where it bears on none."""
    if not one.relation:
        return [member.row for _, member in known.view.topics_of([one.statement])]
    return [row for row in _rows(known, counted(known)[one.key]) if row.statement == one.statement]


def _turn(known: Known) -> Mapping[str, int]:
    return known.once("turn", lambda: {report: at for at, report in enumerate(known.headlines)})


def with_rulings(known: Known, bearing: Bearing) -> Bearing:
    """What bears on a matter, with the rulings on its answers."""
    on = rulings(known)
    return ruled(bearing, known.who, on.get(Ruling.SAME_POSITION, ()), on.get(Ruling.NOT_SAME_POSITION, ()))
