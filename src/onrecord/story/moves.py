"""How matters moved since a day: answers, who gives them, and what stands behind them that did not before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.matching.answering import SAID, Answer
from onrecord.matching.answers import Bearing, Groups, label, voiced
from onrecord.matching.hubs import Key
from onrecord.matching.independence import Voiced, backing, behind, unsure
from onrecord.record.claimed import ClaimRow
from onrecord.relations import UNDECLARED
from onrecord.story.known import Known
from onrecord.story.matters import answers, at_odds, bearing, tallies
from onrecord.story.moved import NONE
from onrecord.story.ruled import holding
from onrecord.story.shifts import shifts
from onrecord.story.tallies import counted


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that is new in a matter.

    Attributes:
        kind: what kind of thing, as `Change` has it.
        question: the question in plain words.
        matter: id of the matter.
        answer: the answer given, in a few words.
        by: ids of the sources that give it; empty where nobody is named.
        before: the answer that the same side gave before, where it changed.
        statement: id of the statement that shows the change.
    """

    kind: str
    question: str
    matter: str
    answer: str
    by: tuple[str, ...]
    before: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class _Parted:
    """What bears on a matter, parted by a day.

    Attributes:
        bearing: all of it.
        groups: its answers.
        old: what was on record on the eve of the day, by answer.
        fresh: what came later, by answer.
    """

    bearing: Bearing
    groups: Groups
    old: Groups
    fresh: Groups

    @property
    def is_new(self) -> bool:
        """Whether nobody could have seen the matter on the eve; one statement that no relation asks for is none."""
        seen = {row.statement for rows in self.old.values() for row in rows}
        return len(seen) <= (self.bearing.relation.name == UNDECLARED)


def moves(now: Known, since: date, eve: Collection[str]) -> Iterator[Move]:
    """What is new in the matters of which something was said since a day, the most contested first.

    Args:
        now: the view.
        since: the day.
        eve: ids of the reports that were there on its eve.
    """
    for key in _touched(now, since):
        found = bearing(now, key)
        if found:
            parted = _parted(now, found, eve)
            now.introduce(row.chain[-1] for rows in parted.fresh.values() for row in rows if row.chain)
            yield from _given(now, parted)
            yield from _backed(now, parted)
            yield from _shifted(now, parted)


def _touched(now: Known, since: date) -> list[Key]:
    """The matters of which reports speak that may be of a day or later, the most contested first."""
    found = tallies(now)
    of = {topic: key for key, tally in counted(now).items() for topic in tally.topics}
    keys = {(relation, now.who.id(subject)) for relation, subject in now.view.fresh_subjects(since)}
    keys |= {of[topic] for topic in now.view.fresh_topics(since) if topic in of}
    return sorted(holding(now, keys | {NONE}), key=lambda key: (found[key].rank, key))


def _parted(now: Known, found: Bearing, eve: Collection[str]) -> _Parted:
    groups = answers(now, found)
    old = {one: [row for row in rows if row.report in eve] for one, rows in groups.items()}
    fresh = {one: [row for row in rows if row.report not in eve] for one, rows in groups.items()}
    return _Parted(found, groups, _filled(old), _filled(fresh))


def _filled(groups: Groups) -> Groups:
    return {one: rows for one, rows in groups.items() if rows}


def _given(now: Known, parted: _Parted) -> Iterator[Move]:
    """Who gives an answer for the first time; that nobody named says again what was said before is no news."""
    for one, rows in parted.fresh.items():
        before = parted.old.get(one, ())
        for holder in sorted(_holders(now, rows) - _holders(now, before)):
            if holder or not before:
                yield _move(now, parted, one, _kind(now, parted, one), (holder,) if holder else ())


def _holders(now: Known, rows: Sequence[ClaimRow]) -> set[str]:
    return {now.who.id(row.chain[-1]) if row.chain else "" for row in rows}


def _kind(now: Known, parted: _Parted, one: Answer) -> str:
    if parted.is_new:
        return "new matter"
    if one in parted.old:
        return "new holder"
    return "first denial" if _denies(now, parted, one) else "new position"


def _denies(now: Known, parted: _Parted, one: Answer) -> bool:
    """Whether an answer rejects one; where words alone tell, whether it is the first at odds with what was there."""
    if one.kind != SAID:
        return bool(one.rejects)
    odds = [set(pair) for pair in at_odds(now, parted.bearing)]
    rivalled = {answer for answer in parted.old if any(answer in pair and pair <= set(parted.old) for pair in odds)}
    return any(one in pair and pair & set(parted.old) - rivalled for pair in odds)


def _backed(now: Known, parted: _Parted) -> Iterator[Move]:
    """Independent origins of answers that were there before."""
    for one, rows in parted.fresh.items():
        before = [voiced(row) for row in parted.old.get(one, ())]
        fresh = [voiced(row) for row in rows]
        if before and _sides(now, fresh) - _sides(now, before):
            found = behind([*before, *fresh], now.who, now.contents).origins
            if len(found) > backing(before, now.who, now.contents).origins:
                told = {said.statement for said in before}
                by = {source for origin in found if not told & set(origin.statements) for source in origin.sources}
                yield _move(now, parted, one, "new origin", tuple(sorted(by)))


def _sides(now: Known, said: Iterable[Voiced]) -> set[str]:
    """The sides that may be origins of what is said."""
    return {now.who.side(one.chain[-1]) for one in said if not unsure(one, now.who)}


def _shifted(now: Known, parted: _Parted) -> Iterator[Move]:
    """Who changed their story, as far as reports of these days show it."""
    old = {row.statement for rows in parted.old.values() for row in rows}
    for shift in shifts(now, parted.bearing):
        if shift.after.statement not in old:
            name, question = shift.after.source, parted.bearing.question
            yield Move(
                "shift",
                question,
                parted.bearing.id,
                shift.after.answer,
                (name,),
                shift.before.answer,
                shift.after.statement,
            )


def _move(now: Known, parted: _Parted, one: Answer, kind: str, by: tuple[str, ...]) -> Move:
    words = label(one, parted.groups[one], now.who, now.contents)
    return Move(kind, parted.bearing.question, parted.bearing.id, words, by)
