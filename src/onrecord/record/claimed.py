"""Claims as matching sees them: with their statement and report, one by one or counted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from onrecord.record.span import Span
from onrecord.record.statement import Basis, Mode
from onrecord.record.when import Precision, When


class ClaimRow(NamedTuple):
    """A claim with what matching needs to know of its statement and its report.

    `answer` is the id of the statement that first gave the same answer, as far as words alone tell; of a row without
    a relation it is all that is known of what is claimed.
    """

    statement: str
    report: str
    outlet: str
    published: date | None
    mode: Mode
    chain: tuple[str, ...]
    said: When
    relation: str
    subject: str
    value: str
    affirms: bool
    extent: str
    amount: float | None
    start: int
    end: int
    basis: Basis = Basis.SAYS
    prints: tuple[int, ...] = ()
    answer: str = ""

    @property
    def day(self) -> date | None:
        """The day on which it was said, or else published; None where neither is known."""
        return self.said.start if self.said.precision is Precision.DAY and self.said.start else self.published

    @property
    def words(self) -> Span:
        """The span that shows the claim."""
        return Span(self.report, self.start, self.end)


class Member(NamedTuple):
    """A statement of a topic, and relation and subject of what it claims besides, as far as relations fit."""

    row: ClaimRow
    claims: tuple[tuple[str, str], ...]


class TopicCount(NamedTuple):
    """How much is said on one topic: the questions that words alone bring statements to.

    `topic` is the id of the statement that came up with it, `claiming` how many of its statements make a claim.
    """

    topic: str
    statements: int
    answers: int
    speakers: int
    reports: int
    claiming: int


class TopicClaims(NamedTuple):
    """How many statements of a topic make a claim of a relation on a subject."""

    topic: str
    relation: str
    subject: str
    statements: int


class MatterCount(NamedTuple):
    """How much is claimed of one subject under one relation.

    `answers` counts the values, extents and amounts that differ, and that some reject what others affirm.
    """

    relation: str
    subject: str
    answers: int
    speakers: int
    reports: int
