"""What a later edition of a report has otherwise than an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.span import Span


class Edit(StrEnum):
    """What became of a sentence."""

    OUT = "taken out"
    IN = "put in"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that stand in the place of others; one side is None where words were only put in or taken out.

    Attributes:
        before: the words of the earlier edition.
        after: the words of the later one.
    """

    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Edited:
    """One sentence that is not as it was.

    Attributes:
        kind: what became of it.
        before: the sentence in the earlier edition; None where it was put in.
        after: the sentence in the later edition; None where it was taken out.
        words: of a changed sentence, the words that differ, in order.
    """

    kind: Edit
    before: Span | None
    after: Span | None
    words: tuple[Rewording, ...] = ()
