"""Words found in the reports, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.report import Listing
from onrecord.record.span import Span
from onrecord.story.known import Known
from onrecord.wording import words


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of a report that holds the words searched for.

    Attributes:
        report: the report.
        span: where the line stands in it.
        text: the line, exactly as printed.
        marks: (start, end) of the words within the line, in order.
    """

    report: Listing
    span: Span
    text: str
    marks: tuple[tuple[int, int], ...]


def search(known: Known, wanted: str, limit: int | None = None) -> list[Hit]:
    """The lines that hold all the words, those of the newest reports first."""
    forms = {word.form for word in words(wanted)}
    spans = known.view.search(wanted, limit)
    reports = known.view.listings({span.report for span in spans})
    return [_hit(known, reports[span.report], span, forms) for span in spans]


def _hit(known: Known, report: Listing, span: Span, forms: set[str]) -> Hit:
    line = span.of(known.text(span.report))
    marks = tuple((word.start, word.end) for word in words(line) if word.form in forms)
    return Hit(report, span, line, marks)
