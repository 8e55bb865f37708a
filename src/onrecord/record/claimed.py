"""Claims as matching sees them: with their statement and report, one by one or counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance
from onrecord.record.when import When


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what matching needs to know of its statement and its report."""

    statement: str
    report: str
    outlet: str
    published: date | None
    mode: Mode
    act: Act
    stance: Stance
    chain: tuple[str, ...]
    channel: str
    said: When
    relation: str
    subject: str
    value: str
    affirms: bool
    extent: str
    amount: float | None
    words: Span


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """Claims that agree in all but report and day, with how many there are."""

    relation: str
    subject: str
    value: str
    affirms: bool
    extent: str
    amount: float | None
    source: str
    statements: int
    reports: int
    first: date | None
    last: date | None
