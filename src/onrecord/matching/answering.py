"""What a claim answers to its question, and when two answers of one source are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from onrecord.matching.who import Who
from onrecord.record.claim import Claim
from onrecord.record.claimed import ClaimRow
from onrecord.relations import load

_EXTENTS = {"all", "part", "present", "withdrew"}
_NAMING = {
    "target",
    "cause",
    "contest",
    "breach",
    "support",
    "reason",
    "killer",
}  # relations whose value is a name or words, not one of a few answers


class Answer(NamedTuple):
    """A claim's answer to its question, whoever gives it.

    Attributes:
        kind: one of the relation's answers, "not " before it where it is rejected; `SAID`, where no relation fits.
        object: source id or words of what it names: who holds the place, where the person is; may be empty. Where no
            relation fits, the id of the statement that first said so.
        amount: the number, or -1 where none is given.
        apart: what tells it from an answer that is the same but for this, where a person has said that they are two:
            the id of the first statement that gives it, or the relation that it answers; else empty.
    """

    kind: str
    object: str
    amount: float = -1.0
    apart: str = ""

    @property
    def plain(self) -> bool:
        """Whether it names nothing and tells no number, so that only its question tells what it says."""
        return not self.object and self.amount < 0

    def same(self, other: Answer) -> bool:
        """Whether nothing but a person's ruling tells it from another."""
        return (self.kind, self.object, self.amount) == (other.kind, other.object, other.amount)

    @property
    def rejects(self) -> str:
        """The answer that it rejects, or empty."""
        return self.kind[4:] if self.kind.startswith("not ") else ""


SAID = "said"
"""The kind of an answer of which nothing is known but its words."""


def answer(claim: ClaimRow | Claim, who: Who) -> Answer:
    """The answer that a claim gives."""
    if isinstance(claim, ClaimRow) and not claim.relation:
        return Answer(SAID, claim.answer)
    if claim.amount is not None:
        return Answer("amount" if claim.affirms else "not amount", "", claim.amount)
    head, _, rest = claim.value.partition(" ")
    relation = load().relations.get(claim.relation)
    same = relation.same if relation else {}
    if claim.extent:
        kind, thing = claim.extent, who.side(claim.value)
    elif head in {"in", "near"} and rest:
        kind, thing = head, who.id(rest)
    elif claim.relation in _NAMING:
        kind, thing = "is", who.id(claim.value)
    else:
        kind, thing = claim.value, ""
    kind = kind if claim.affirms else f"not {kind}"
    return Answer(same.get(kind, kind), thing)


def settled(given: Mapping[tuple[str, Answer], int]) -> dict[tuple[str, Answer], Answer]:
    """Where a source that only rejects an answer also gives a compatible one, the rejection is part of that one.

    Args:
        given: how often each (source id, answer) occurs in one matter.

    Returns:
        The answer that each rejection of a (source id, answer) counts as.
    """
    rejecting = {source for source, one in given if source and one.rejects}
    by_source: dict[str, Counter[Answer]] = {source: Counter() for source in rejecting}
    for (source, one), times in given.items():
        if source in rejecting and not one.rejects:
            by_source[source][one] += times
    return {
        (source, one): _counted(one, by_source[source]) for source, one in given if source in rejecting and one.rejects
    }


def _counted(one: Answer, others: Counter[Answer]) -> Answer:
    fitting = [other for other in others if other.kind in _EXTENTS and other != Answer(one.rejects, one.object)]
    return min(fitting, key=lambda other: (-others[other], other), default=one)
