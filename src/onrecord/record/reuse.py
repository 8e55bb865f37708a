"""Passages that stand in several places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.span import Span


class Likeness(StrEnum):
    """How the two places of a passage are alike."""

    VERBATIM = "verbatim"
    NEAR = "near"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that stands, word for word or nearly, in two places.

    Attributes:
        a: the place published first; of two reports of one day, that of the report whose id sorts first; within one
            report, the place that comes first in the text.
        b: the other place.
        kind: word for word, nearly so, or what one outlet repeats in report after report.
        words: how many words the two places share.
    """

    a: Span
    b: Span
    kind: Likeness
    words: int
