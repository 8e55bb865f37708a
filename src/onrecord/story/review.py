"""What a person should look at first: where the record is least sure, and most hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import log2, sqrt
from typing import Final

from onrecord.ledger.base import Selection
from onrecord.record.doubt import Cause, Choice, Doubt, Weight
from onrecord.record.judgement import Judged, Ruling, State
from onrecord.story.derived import derived
from onrecord.story.doubts import Asked, on_matter
from onrecord.story.judgements import judgements
from onrecord.story.known import Known
from onrecord.story.matters import bearing, ranked
from onrecord.story.namesakes import namesakes
from onrecord.wording import name_key

_MATTERS: Final = 8  # of the most contested matters are looked at: those of the first page, which are at hand
_REPORTS: Final = 50  # undated reports that are asked for at once
_FIRST: Final = {Cause.DIFFER: -1, Cause.WAITING: 1}  # what people are at odds on comes first, what waits last

_DAY = (Choice(Ruling.DATED, "It was published on this day"),)


def review(known: Known, limit: int | None = None) -> tuple[list[Doubt], int]:
    """What a person should look at, what matters most first, and how many things that are."""
    doubts = derived(known.view, "doubts", tuple[Doubt, ...], lambda: tuple(_doubts(known)))
    judged = judgements(known)
    answered = Answered.by(judged)
    found = sorted([*(one for one in doubts if not answered.holds(one)), *_on_decisions(judged)], key=_turn)
    return found[:limit], len(found)


def _doubts(known: Known) -> list[Doubt]:
    """What the record is not sure of, whether or not somebody has answered it."""
    asked = list(_asked(known))
    found = [doubt for one in asked for doubt in on_matter(known, one)]
    found += [*namesakes(known, [row for one in asked for row in one.on.rows]), *_undated(known)]
    return list({one.id: one for one in found}.values())


def _turn(doubt: Doubt) -> tuple[int, float, str]:
    return _FIRST.get(doubt.cause, 0), -urgency(doubt), doubt.id


def urgency(doubt: Doubt) -> float:
    """How much a look at it is worth: how unsure the record is, times what hangs on it.

    Twice as many statements are not twice as grave, and what is on matters further down the list is less so.
    """
    stakes = log2(1 + doubt.weight.statements) + log2(1 + doubt.weight.reports)
    return (1 - doubt.sure) * stakes / sqrt(doubt.weight.rank or _MATTERS)


def _asked(known: Known) -> Iterator[Asked]:
    """The most contested matters."""
    for rank, (key, _) in enumerate(ranked(known)[:_MATTERS], 1):
        on = bearing(known, key)
        if on:
            yield Asked.of(known, on, rank)


def _undated(known: Known) -> Iterator[Doubt]:
    """Reports of which nothing says when they were published: views of a day leave them out."""
    undated = (one for one in known.headlines.values() if not one.published.known)
    for report in islice(undated, _REPORTS):
        said = known.view.count_statements(Selection(reports=[report.id]))
        yield Doubt(
            Cause.UNDATED,
            "When was this report published?",
            0.0,
            "neither the file nor the text says it, so that no view of a day holds it",
            Weight(said, 1),
            _DAY,
            report=report.id,
        )


def _on_decisions(judged: tuple[Judged, ...]) -> Iterator[Doubt]:
    """Decisions of people that do not apply: they differ, or what they are about is not there."""
    for one in judged:
        if one.state is State.CONTESTED and one.judgement.id < min(one.against):
            yield _decision(Cause.DIFFER, "Which of these decisions is to stand?", one, judged)
        if one.state is State.WAITING:
            yield _decision(Cause.WAITING, "Is this decision still wanted?", one, judged)


def _decision(cause: Cause, question: str, one: Judged, judged: tuple[Judged, ...]) -> Doubt:
    by_id = {each.judgement.id: each.judgement for each in judged}
    about = [one.judgement, *(by_id[other] for other in one.against)]
    names = " and ".join(dict.fromkeys(each.who for each in about))
    return Doubt(
        cause,
        question,
        0.0,
        one.note or f"{names} differ, so that the record stands as it was read",
        Weight(len(one.statements), len(one.judgement.reports)),
        tuple(Choice(Ruling.UNDONE, f"Undo what {each.who} decided", value=each.id) for each in about),
        one.statements,
        judgements=tuple(each.id for each in about),
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """What people have decided already, and need not be asked again.

    Attributes:
        statements: those that were accepted, rejected or corrected.
        pairs: pairs of statements of which it was said how they stand to each other.
        names: pairs of names of which it was said whether they are one.
        reports: those that were dated.
    """

    statements: frozenset[str]
    pairs: frozenset[frozenset[str]]
    names: frozenset[frozenset[str]]
    reports: frozenset[str]

    @classmethod
    def by(cls, judged: tuple[Judged, ...]) -> Answered:
        """What these decisions answer, as long as they apply or somebody contests them."""
        counting = {State.APPLIED, State.CONTESTED}
        live = [one for one in judged if one.state in counting and one.judgement.ruling is not Ruling.UNDONE]
        speech = {Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT}
        return cls(
            frozenset(i for one in live if one.judgement.ruling in speech for i in one.statements),
            frozenset(frozenset(one.statements) for one in live if one.judgement.ruling not in speech),
            frozenset(frozenset(map(name_key, one.judgement.names)) for one in live if one.judgement.names),
            frozenset(i for one in live if one.judgement.ruling is Ruling.DATED for i in one.judgement.reports),
        )

    def holds(self, doubt: Doubt) -> bool:
        """Whether somebody has answered it."""
        if doubt.names:
            return frozenset(map(name_key, doubt.names)) in self.names
        if doubt.report:
            return doubt.report in self.reports
        if len(doubt.statements) > 1:
            return frozenset(doubt.statements) in self.pairs or not self.statements.isdisjoint(doubt.statements)
        return not self.statements.isdisjoint(doubt.statements)
