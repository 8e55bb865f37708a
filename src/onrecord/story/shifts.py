"""Who changed their story on a matter, and who was silent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from onrecord.ledger.base import Selection
from onrecord.matching.answering import Answer
from onrecord.matching.answers import Bearing, Groups, label, matter_id
from onrecord.matching.hubs import Key
from onrecord.record.claimed import ClaimRow
from onrecord.record.statement import Act, Statement
from onrecord.relations import load
from onrecord.story.derived import derived
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known
from onrecord.story.matters import answers, at_odds, bearing, named

_SURE: Final = 0.8  # likelihood that answers are at odds from which their words alone show a change of story

Side = str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as somebody first gave it.

    Attributes:
        answer: the answer in a few words.
        day: when it was said, or else published.
        source: id of the source that is reported to have said so.
        statement: id of the statement that shows it.
    """

    answer: str
    day: date
    source: str
    statement: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A source, or somebody who speaks for the same body, that gave one answer and later another at odds with it."""

    before: Given
    after: Given


@dataclass(frozen=True, slots=True)
class Turns:
    """Who changed their story on a matter, and what it did not get from somebody who might have spoken.

    Attributes:
        shifts: who gave one answer and later another, in order of the days on which they did.
        declined: statements by which sources declined to say anything on it.
        unanswered: the last word of each side that has said nothing since somebody gave an answer at odds with theirs.
    """

    shifts: tuple[Shift, ...]
    declined: tuple[Entry, ...]
    unanswered: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The same, with the ids of the statements that decline."""

    shifts: tuple[Shift, ...]
    declined: tuple[str, ...]
    unanswered: tuple[Given, ...]


def turns(known: Known, wanted: str) -> Turns:
    """Who changed their story, and who was silent, on the matter of an id or the start of one. Raises NotFound."""
    kept = _kept(known, named(known, wanted))
    declined = known.view.statements(Selection(ids=kept.declined)) if kept.declined else []
    return Turns(kept.shifts, tuple(entries(known, declined)), kept.unanswered)


def changed(known: Known, key: Key) -> tuple[Shift, ...]:
    """Who changed their story on one matter, in order of the days on which they did."""
    return _kept(known, key).shifts


def _kept(known: Known, key: Key) -> _Kept:
    return derived(known.view, f"turns {matter_id(*key)}", _Kept, lambda: _turns(known, key))


def _turns(known: Known, key: Key) -> _Kept:
    on = bearing(known, key)
    if on is None:
        return _Kept((), (), ())
    declined = tuple(one.id for one in _declined(known, on.rows))
    return _Kept(tuple(shifts(known, on)), declined, tuple(_unanswered(known, on)))


def shifts(known: Known, on: Bearing) -> list[Shift]:
    """Who changed their story, in order of the days on which they did."""
    groups = answers(known, on)
    by_side = _first_by_side(known, groups)
    odds = _surely_at_odds(known, on) if by_side else set[frozenset[Answer]]()
    found = [
        Shift(_given(known, groups, one, first[one]), _given(known, groups, other, first[other]))
        for first in by_side.values()
        for one, other in _changes(on, odds, first)
    ]
    return sorted(found, key=lambda shift: (shift.after.day, shift.after.statement, shift.before.statement))


def _first_by_side(known: Known, groups: Groups) -> dict[Side, dict[Answer, ClaimRow]]:
    """The first claim of each answer that each side gave, by the days on which they spoke."""
    found: dict[Side, dict[Answer, ClaimRow]] = {}
    for one, rows in groups.items():
        for row in _spoken(known, rows):
            first = found.setdefault(known.who.side(row.chain[-1]), {})
            if one not in first or _day(row) < _day(first[one]):
                first[one] = row
    return {side: first for side, first in sorted(found.items()) if len(first) > 1}


def _surely_at_odds(known: Known, on: Bearing) -> set[frozenset[Answer]]:
    """The answers that are at odds: by a relation, or surely by their words."""
    return {frozenset(pair) for pair, sure in at_odds(known, on).items() if sure is None or sure >= _SURE}


def _changes(
    on: Bearing, odds: Container[frozenset[Answer]], first: dict[Answer, ClaimRow]
) -> Iterator[tuple[Answer, Answer]]:
    """Each answer that one side gave with the next, on a later day, that is at odds with it."""
    for one, other in pairwise(sorted(first, key=lambda answer: (_day(first[answer]), answer))):
        grows = load().relations[first[one].relation or on.relation.name].grows
        lowered = grows and one.kind == other.kind and 0 <= other.amount < one.amount
        if (lowered or frozenset((one, other)) in odds) and _day(first[one]) < _day(first[other]):
            yield one, other


def _declined(known: Known, rows: Iterable[ClaimRow]) -> list[Statement]:
    """Statements of somebody who would not speak, where they bear on a matter or come right after one that does."""
    told, reports = {row.statement for row in rows}, {row.report for row in rows}
    declining = known.once(_declined, lambda: known.view.statements(Selection(act=Act.DECLINE)))
    said = known.kept(known.view.statements(Selection(reports=reports & {one.report for one in declining})))
    after = {later.id for one, later in pairwise(said) if one.id in told and one.report == later.report}
    return [one for one in said if one.act is Act.DECLINE and one.chain and one.id in told | after]


def _unanswered(known: Known, on: Bearing) -> list[Given]:
    """The last claim of each side to which a rival answer came up later."""
    groups = answers(known, on)
    last: dict[Side, tuple[Answer, ClaimRow]] = {}
    for one, rows in groups.items():
        for row in _spoken(known, rows):
            side = known.who.side(row.chain[-1])
            if side not in last or _day(row) > _day(last[side][1]):
                last[side] = one, row
    came_up = {one: min(days) for one, rows in groups.items() if (days := list(map(_day, _spoken(known, rows))))}
    against: dict[Answer, list[Answer]] = {}
    for one, other in at_odds(known, on):
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    return [
        _given(known, groups, one, row)
        for _, (one, row) in sorted(last.items())
        if any(came_up.get(rival, date.min) > _day(row) for rival in against.get(one, ()))
    ]


def _spoken(known: Known, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims of somebody known beyond one report, whose day is known."""
    return [row for row in rows if row.chain and known.who.somebody(row.chain[-1]) and _day(row) > date.min]


def _day(row: ClaimRow) -> date:
    return row.day or date.min


def _given(known: Known, groups: Groups, one: Answer, row: ClaimRow) -> Given:
    words = label(one, groups[one], known.who, known.contents)
    return Given(words, _day(row), known.who.id(row.chain[-1]), row.statement)
