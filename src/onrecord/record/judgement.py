"""A person's decisions, which outlast every reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from onrecord.record.span import Span


class Ruling(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME_SOURCE = "same source"
    NOT_SAME_SOURCE = "not same source"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: append-only, and replayed over every later reading.

    Attributes:
        id: hash of all the rest.
        ruling: what was decided.
        place: the words that it is about, for a ruling on a statement or (whole text) on a report.
        names: the two names that it is about, for a ruling on sources.
        who: whose decision it is.
        why: the reason given.
        when: when it was made, in UTC.
    """

    id: str
    ruling: Ruling
    place: Span | None
    names: tuple[str, ...]
    who: str
    why: str
    when: datetime


def judgement_id(*parts: str) -> str:
    """The id of a judgement: 12 hexadecimal digits of a SHA-256 of its parts."""
    return "j-" + sha256("\x00".join(parts).encode()).hexdigest()[:12]
