"""Dated happenings, and where reports date them differently."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.when import When


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that reports tell of.

    Attributes:
        id: stable while its date and first telling are.
        text: the sentence of its first telling, exactly as printed.
        when: its date.
        statements: ids of the statements that tell it, sorted.
        reports: ids of the reports that tell it, in order of publication.
        background: whether it lies well before the story's own days.
    """

    id: str
    text: str
    when: When
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    background: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that some reports give."""

    when: When
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that reports date differently: a finding, not an error.

    Attributes:
        what: what is dated, in the words of a report.
        source: id of the source that is said to have said it.
        values: each date with the reports that give it, by date.
    """

    what: str
    source: str
    values: tuple[Dated, ...]
