"""A person's decisions, which outlast every reading."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from onrecord.record.span import Span


class Ruling(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME_SOURCE = "same source"
    NOT_SAME_SOURCE = "not same source"
    SAME_MATTER = "same matter"
    NOT_SAME_MATTER = "not same matter"
    SAME_POSITION = "same position"
    NOT_SAME_POSITION = "not same position"
    WITHDRAWN = "withdrawn"
    DATED = "dated"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: append-only, and replayed over every later reading.

    Attributes:
        id: hash of all the rest.
        ruling: what was decided.
        places: the words that it is about: of a statement, of two statements, or the whole text of a report; those of
            what it undoes.
        names: the two names that it is about, for a ruling on sources.
        part: what of a statement is corrected: "speaker", "channel", "act", "stance" or "said"; else empty.
        value: what that is corrected to; the day of a report, as dates are written; the id of what is undone.
        who: whose decision it is.
        why: the reason given.
        when: when it was made, in UTC.
    """

    id: str
    ruling: Ruling
    places: tuple[Span, ...]
    names: tuple[str, ...]
    part: str
    value: str
    who: str
    why: str
    when: datetime

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that it is about, in the order of its places."""
        return tuple(dict.fromkeys(place.report for place in self.places))


class State(StrEnum):
    """What became of a decision."""

    APPLIED = "applied"
    UNDONE = "undone"
    REVISED = "revised"
    CONTESTED = "contested"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision and what became of it.

    Attributes:
        judgement: the decision.
        state: whether it applies; undone, revised by the same person, contested by another, or waiting for what it is
            about: then the record stands as it was read.
        against: ids of the decisions that undo, revise or contest it, sorted.
        note: why it waits; else empty.
        statements: ids of the statements that it is about, as they are read now.
        words: the exact words of its places, in their order; none of a whole report, nor of one that is not there.
        was: what was read, or declared, where it corrects or dates.
    """

    judgement: Judgement
    state: State
    against: tuple[str, ...] = ()
    note: str = ""
    statements: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    was: str = ""


def judgement(  # noqa: PLR0913 - one for each field of the noun
    ruling: Ruling,
    places: Collection[Span] = (),
    names: Collection[str] = (),
    part: str = "",
    value: str = "",
    *,
    who: str,
    why: str,
    when: datetime,
) -> Judgement:
    """A decision with its id: 12 hexadecimal digits of a SHA-256 of all that it says."""
    at = when.astimezone(UTC)
    stood = [(place.report, place.start, place.end) for place in places]
    said = [ruling.value, stood, list(names), part, value, who, why, at.isoformat()]
    digest = sha256(json.dumps(said).encode()).hexdigest()
    return Judgement("j-" + digest[:12], ruling, tuple(places), tuple(names), part, value, who, why, at)
