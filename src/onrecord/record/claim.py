"""What a statement puts forward, in a form that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A value given to a subject under a relation.

    Attributes:
        relation: name of the relation, as `relations.toml` declares it ("control", "whereabouts").
        subject: name key of whom or what it is about.
        value: what is said of the subject, in comparable form: a name key, or one of the relation's own values.
        affirms: False where the claim rejects the value.
        extent: "all", "part", or empty where none is given.
        amount: the number, for relations that count; None otherwise.
        words: the span that shows it.
    """

    relation: str
    subject: str
    value: str
    affirms: bool
    extent: str
    amount: float | None
    words: Span
