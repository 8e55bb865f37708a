"""Questions on which claims compete, and the answers that were given to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.origin import Backing
from onrecord.record.span import Span
from onrecord.record.when import When


class Tie(StrEnum):
    """How one statement stands to another."""

    DISPUTES = "disputes"
    SUPPORTS = "supports"
    QUALIFIES = "qualifies"
    UPDATES = "updates"
    WITHDRAWS = "withdraws"
    RELAYS = "relays"
    SAME = "same"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A typed link from one statement to another; kept open, and never resolved by recency.

    Attributes:
        kind: how the first stands to the second.
        source: id of the statement that it goes out from.
        target: id of the statement that it goes to.
        ground: what it rests on, in a few words.
        sure: how likely it is, from 0 to 1, where the words of both alone tell it; None where a rule does.
    """

    kind: Tie
    source: str
    target: str
    ground: str
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a matter.

    Attributes:
        id: stable while its matter and its answer are.
        answer: the answer in a few words ("all: harbour guard", "left", "14").
        words: the words of one of its claims, exactly as printed: the first that was attributed.
        held_by: ids of the sources that hold it, sorted; an outlet is among them where it says so in its own voice.
        own_voice: ids of the reports that say so in their own voice, in order of publication.
        since: when it was first said, as far as the reports tell.
        until: day of publication of the last report that carries it.
        statements: ids of the statements that show it, in order of publication.
        backing: how much stands behind it.
    """

    id: str
    answer: str
    words: Span
    held_by: tuple[str, ...]
    own_voice: tuple[str, ...]
    since: When
    until: When
    statements: tuple[str, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class Matter:
    """A question, with every answer that the reports give.

    Attributes:
        id: stable while its relation and the leading name of its subject are.
        relation: name of the relation.
        subject: id of the source or thing that it is about.
        question: in plain words.
        positions: the answers, the first given first; those of which only the words are known come last.
        disputes: pairs of position ids that cannot both be so.
    """

    id: str
    relation: str
    subject: str
    question: str
    positions: tuple[Position, ...]
    disputes: tuple[tuple[str, str], ...]
