"""What tells a statement's utterance again in other reports: its words, and how its speaker comes to know it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.basis import basis
from onrecord.reading.shingles import imprint
from onrecord.record.reading import Reading
from onrecord.record.report import Report
from onrecord.record.statement import Statement


def marked(report: Report, reading: Reading) -> Reading:
    """The reading with each statement's prints and its speaker's basis."""
    return replace(reading, statements=tuple(_marked(report.text, statement) for statement in reading.statements))


def _marked(text: str, statement: Statement) -> Statement:
    parts = [(span.start, span.end) for span in statement.content]
    content = " ".join(text[start:end] for start, end in parts)
    speaker, cue = (span.of(text) if span else "" for span in (statement.speaker, statement.cue))
    return replace(statement, basis=basis(speaker, cue, content), prints=imprint(text, parts))
