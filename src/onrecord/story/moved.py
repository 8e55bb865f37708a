"""A matter on whose extent people ruled: what bears on it, fetched and counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from onrecord.matching.answers import Bearing, grouped
from onrecord.matching.hubs import Key
from onrecord.matching.parting import Stand
from onrecord.record.claimed import ClaimRow
from onrecord.relations import UNDECLARED, load
from onrecord.story.known import Known
from onrecord.story.rulings import with_rulings
from onrecord.story.tallies import Tally, counted, rows_of

_FEW: Final = 1  # answers up to which it is told exactly how many there are: whether a matter is contested hangs on it

NONE: Key = ("", "")
"""Stands for the matter of a statement that bears on none, as reports make matters."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement on a matter as reports make it, by relation and subject; or on `NONE`."""

    statement: str
    relation: str
    subject: str

    @classmethod
    def of(cls, stand: Stand[Key | None]) -> Placed:
        """The same, of a statement and the matter that it was found on."""
        return cls(stand.statement, *(stand.group or NONE))

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


def moved(
    known: Known, of: Collection[Tally], left: tuple[Placed, ...], guests: tuple[Placed, ...], same: int
) -> Moved:
    """A matter as people ruled on it.

    Args:
        known: the view.
        of: the matters that reports make of which it consists.
        left: statements of these that bear on it no more.
        guests: statements that bear on it without any of these.
        same: how many rulings made positions on it one.
    """
    leading = _led(known, of)
    key = leading[0].key if leading else (UNDECLARED, _own(known, guests[0].statement))
    of_guests = [counted(known)[one.key] for one in guests if one.key != NONE]
    came, gone = _counts(known, guests), _counts(known, left)
    tally = Tally(
        *key,
        subjects=leading[0].subjects if leading else (),
        topics=tuple(sorted({topic for one in (*of, *of_guests) for topic in one.topics})),
        answers=sum(one.answers for one in of) + len(guests) - len(left) - same,
        speakers=sum(one.speakers for one in of) + came[0] - gone[0],
        reports=sum(one.reports for one in of) + came[1] - gone[1],
    )
    made = Moved(tally, leading, left, guests)
    return made if tally.answers > _FEW else replace(made, tally=replace(tally, answers=_answers(known, made)))


def _led(known: Known, of: Collection[Tally]) -> tuple[Tally, ...]:
    """Matters with the one first whose question leads: one of a relation before others, then what was told first."""
    if len(of) <= 1:
        return tuple(of)
    foremost = [one for one in of if one.relation != UNDECLARED] or of
    leading = min(foremost, key=lambda tally: (_first(known, tally), tally.key))
    return (leading, *(one for one in of if one is not leading))


def _first(known: Known, tally: Tally) -> tuple[int, int]:
    """Where the first claim on a matter stands, or what came up with its question."""
    if tally.subjects:
        row = known.view.claims(tally.relation, sorted(tally.subjects))[0]
    else:
        [(_, (row, _))] = known.view.topics_of([tally.subject])
    return _turn(known)[row.report], row.start


def _own(known: Known, statement: str) -> str:
    """What tells the question of a statement by itself from all others: its id, unless others stay on a topic of it."""
    return f"{statement} apart" if (UNDECLARED, statement) in counted(known) else statement


def _counts(known: Known, some: Collection[Placed]) -> tuple[int, int]:
    """How many speak in statements, and in how many reports."""
    rows = [member.row for _, member in known.view.topics_of([one.statement for one in some])] if some else []
    return len({row.chain[-1] for row in rows if row.chain}), len({row.report for row in rows})


def _answers(known: Known, one: Moved) -> int:
    key = one.tally.key
    return len(grouped(with_rulings(known, Bearing(load().relations[key[0]], key[1], "", rows(known, one))), known.who))


def rows(known: Known, moved: Moved) -> list[ClaimRow]:
    """What bears on a matter that people ruled on, and was not rejected, in order of publication."""
    gone = {(one.statement, one.key) for one in moved.left}
    found = [row for tally in moved.of for row in _rows(known, tally) if (row.statement, tally.key) not in gone]
    found += [row for one in moved.guests for row in _rows_of(known, one)]
    told = {row.statement for row in found if row.relation}
    turn = _turn(known)
    kept = {row for row in found if (row.relation or row.statement not in told) and row.statement not in known.rejected}
    return sorted(kept, key=lambda row: (turn[row.report], row.start, row.end, row.relation, row.statement))


def _rows(known: Known, tally: Tally) -> list[ClaimRow]:
    return known.once(("rows", tally.key), lambda: rows_of(known, tally))


def _rows_of(known: Known, one: Placed) -> list[ClaimRow]:
    """How a statement bears on a matter: by what it claims, or else by its words alone."""
    subjects = counted(known)[one.key].subjects if one.key != NONE else ()
    claims = [row for row in known.view.claims(one.relation, subjects) if row.statement == one.statement]
    return claims or [member.row for _, member in known.view.topics_of([one.statement])]


def _turn(known: Known) -> Mapping[str, int]:
    return known.once("turn", lambda: {report: at for at, report in enumerate(known.headlines)})
