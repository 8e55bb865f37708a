"""Typed links between statements: who disputes, qualifies, supports, updates or withdraws what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.matching.answering import SAID, Answer
from onrecord.matching.answers import Bearing, Groups, Held, asked, disputed, giving
from onrecord.matching.who import Who
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Link, Tie
from onrecord.record.statement import Act, Statement
from onrecord.relations import Relation

_BY_ACT = {Act.DENY: Tie.DISPUTES, Act.CONFIRM: Tie.SUPPORTS, Act.WITHDRAW: Tie.WITHDRAWS}


def pointed(statements: Iterable[Statement]) -> list[Link]:
    """Links from statements to those of the same report that they name ("refuted these rumours")."""
    return [
        Link(_BY_ACT[statement.act], statement.id, target, "the report's own wording")
        for statement in statements
        if statement.act in _BY_ACT
        for target in statement.answers
    ]


def opposed(bearing: Bearing, groups: Groups, who: Who) -> list[Link]:
    """Links between what bears on one matter: rival answers, and answers that limit or bring up to date others.

    Two positions are linked by their first statements, and by the first ones in each report that carries both; where
    only the words of two statements show that they are at odds, those two are linked.

    Args:
        bearing: what bears on it.
        groups: the same by the answers that it gives.
        who: the sources of the view.
    """
    of = giving(groups)
    found = [
        Link(Tie.DISPUTES, later, earlier, _WORDS, sure)
        for earlier, later, sure in bearing.odds
        if sure < 1 and _told_by_words(of.get(earlier), of.get(later))
    ]
    held = [Held.by(one, groups[one], who) for one in sorted(groups) if one.kind != SAID]
    for one, other in combinations(held, 2):
        for relation in asked(bearing, one, other):
            tied = _tied(relation, one, other)
            if tied:
                kind, (first, second) = tied
                ground = f"{first.kind} against {second.kind}: {relation.name}"
                found += [Link(kind, a, b, ground) for a, b in _ends(groups[first], groups[second])]
    return found


_WORDS = "the words of both, as the encoder reads them"


def _told_by_words(one: Collection[Answer] | None, other: Collection[Answer] | None) -> bool:
    """Whether two statements give different answers, of which the words alone tell at least one."""
    if not one or not other or set(one) & set(other):
        return False
    return any(answer.kind == SAID for answer in (*one, *other))


def _tied(relation: Relation, one: Held, other: Held) -> tuple[Tie, tuple[Answer, Answer]] | None:
    """How two positions stand to each other, and in which order."""
    a, b = one.answer, other.answer
    if disputed(relation, one, other):
        return Tie.DISPUTES, (a, b)
    if relation.grows and a.amount >= 0 and b.amount >= 0:
        return Tie.UPDATES, (b, a)
    if relation.qualified(a.kind, b.kind):
        return Tie.QUALIFIES, (a, b)
    return (Tie.QUALIFIES, (b, a)) if relation.qualified(b.kind, a.kind) else None


def _ends(rows: Sequence[ClaimRow], others: Sequence[ClaimRow]) -> list[tuple[str, str]]:
    firsts, seconds = _first_by_report(rows), _first_by_report(others)
    pairs = [(rows[0].statement, others[0].statement)]
    pairs += [(firsts[report], seconds[report]) for report in firsts if report in seconds]
    return [(one, other) for one, other in dict.fromkeys(pairs) if one != other]


def _first_by_report(rows: Iterable[ClaimRow]) -> Mapping[str, str]:
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row.report, row.statement)
    return first
