"""What tells a statement's utterance again in other reports: its words, and how its speaker comes to know it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.basis import basis
from onrecord.record.reading import Reading
from onrecord.record.report import Report
from onrecord.record.statement import Statement


def marked(report: Report, reading: Reading) -> Reading:
    """The reading with each statement's prints and its speaker's basis."""
    from onrecord.reading.shingles import imprints  # noqa: PLC0415 - it loads numpy, and views do without

    contents = [" ".join(span.of(report.text) for span in statement.content) for statement in reading.statements]
    made = zip(reading.statements, contents, imprints(contents), strict=True)
    return replace(reading, statements=tuple(_marked(report.text, *one) for one in made))


def _marked(text: str, statement: Statement, content: str, prints: tuple[int, ...]) -> Statement:
    speaker, cue = (span.of(text) if span else "" for span in (statement.speaker, statement.cue))
    return replace(statement, basis=basis(speaker, cue, content), prints=prints)
