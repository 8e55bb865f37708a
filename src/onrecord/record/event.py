"""Dated happenings, and where reports disagree on their day, place or number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.span import Span
from onrecord.record.when import When


class Differing(StrEnum):
    """What reports disagree on."""

    DAY = "day"
    NUMBER = "number"
    PLACE = "place"
    SPEECH = "day of speech"


@dataclass(frozen=True, slots=True)
class Version:
    """What some reports say where others say otherwise.

    Attributes:
        value: a day, a number with what it counts, or a place, in the words of a report but for the day.
        words: where each of them says so.
    """

    value: str
    words: tuple[Span, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports, in the order of their words."""
        return tuple(dict.fromkeys(span.report for span in self.words))


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that reports tell differently: a finding, not an error.

    Attributes:
        differs: what they disagree on.
        what: what they tell of, in the words of a report.
        source: id of the source that is said to have said it, where it is speech; else empty.
        values: each version with those who give it, by day, number or place.
    """

    differs: Differing
    what: str
    source: str
    values: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that reports tell of.

    Attributes:
        id: stable while its date and first telling are.
        text: the sentence of its first telling, exactly as printed but on one line.
        words: where that sentence stands.
        when: its date; where reports date it differently, the one that most of them give.
        statements: ids of the statements that tell it, sorted.
        reports: ids of the reports that tell it, in order of publication.
        background: whether it lies well before the story's own days.
        placed: whether its day is a weekday of undated reports, which other reports of the same happenings place.
        discrepancies: where reports disagree on its day, place or number.
    """

    id: str
    text: str
    words: Span
    when: When
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    background: bool
    placed: bool = False
    discrepancies: tuple[Discrepancy, ...] = ()
