"""Tellings written out: a sentence of a report, the words of its date, and the days they are of."""

from __future__ import annotations

from datetime import date

from onrecord.matching.gist import Told
from onrecord.record.reading import Telling, TellingKind
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, When


def told(  # noqa: PLR0913 - a telling has so many parts
    report: str, text: str, words: str, day: int | None, published: int | None = None, *, kind: str = "happening"
) -> Told:
    """A report of one sentence, of a day of May 2024; both days are in that month."""
    at = text.index(words)
    dated = Span(report, at, at + len(words))
    when = When.on(date(2024, 5, day), dated) if day else When(None, None, UNKNOWN.precision, dated)
    issued = When.on(date(2024, 5, published)) if published else UNKNOWN
    telling = Telling(when, Span(report, 0, len(text)), (f"st-{report}",), background=False, kind=TellingKind(kind))
    return Told(report, telling, text, issued)


def in_order(tellings: list[Told]) -> list[Told]:
    """As the ledger gives them."""
    return sorted(tellings, key=lambda one: (one.when.start or date.max, *one.order))
