"""One speech act in one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from onrecord.record.claim import Claim
from onrecord.record.span import Span
from onrecord.record.when import When

INNER = {"inner": True}
"""Metadata of a field that no face shows: it serves matching alone."""


class Mode(StrEnum):
    """The form in which a report carries a statement."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    HEADLINE = "headline"
    BULLET = "bullet"
    POST = "embedded-post"
    NOUN = "noun"
    VISUAL = "visual"
    OWN = "own"


class Act(StrEnum):
    """What the speaker does by speaking."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    ASK = "ask"
    PROMISE = "promise"
    PREDICT = "predict"
    EXPRESS = "express"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


class Stance(StrEnum):
    """How far the report goes along with what it carries."""

    OWN = "own voice"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    RUMOUR = "rumour"


class Basis(StrEnum):
    """How a speaker comes to know it, as the report's words show."""

    SAW = "saw it"
    TOLD = "was told"
    SAYS = "says so"


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act in one report, as that report alone gives it.

    Attributes:
        id: hash of the report and of the places of content and cue.
        report: id of the report.
        mode: direct, indirect, headline, ...
        act: assert, deny, ask, ...
        stance: the report's own stance to it.
        chain: name keys, outermost first; the last one is the speaker. Empty: the report does not say who.
        speaker: the words that name or describe the speaker, where there are any.
        cue: the words that mark the speech act ("said", "according to"), where there are any.
        content: what was said, one span or several around a cue; never empty.
        channel: "tweet", "press conference", ... as the field calls it; empty where none is stated.
        said: when it was said.
        claims: what it puts forward; may be empty.
        answers: ids of statements of this report that it denies, confirms or withdraws, as the wording shows.
        basis: whether the speaker saw it, was told of it, or just says so.
        prints: unsigned 32-bit hashes of runs of words of the content, by which it is recognised elsewhere.
    """

    id: str
    report: str
    mode: Mode
    act: Act
    stance: Stance
    chain: tuple[str, ...]
    speaker: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    channel: str
    said: When
    claims: tuple[Claim, ...] = ()
    answers: tuple[str, ...] = ()
    basis: Basis = Basis.SAYS
    prints: tuple[int, ...] = field(default=(), metadata=INNER)

    @property
    def source(self) -> str | None:
        """Name key of the speaker; None where the report does not say who."""
        return self.chain[-1] if self.chain else None

    @property
    def extent(self) -> Span:
        """From the first to the last word of the content."""
        return Span(self.report, self.content[0].start, self.content[-1].end)


def statement_id(report: str, content: tuple[Span, ...], cue: Span | None) -> str:
    """The id of a statement: 12 hexadecimal digits of a SHA-256 of where it stands."""
    places = [report, *(f"{span.start}-{span.end}" for span in content), f"{cue.start}-{cue.end}" if cue else "-"]
    return "st-" + sha256(" ".join(places).encode()).hexdigest()[:12]
