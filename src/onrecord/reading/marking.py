"""What tells a statement again in other reports: its words, its meaning, and how its speaker comes to know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.encoder.texts import Wording
from onrecord.reading.basis import basis
from onrecord.reading.signals import FALSE, NEGATION
from onrecord.record.reading import Meaning, Reading
from onrecord.record.report import Report
from onrecord.record.statement import Act, Statement


def marked(report: Report, reading: Reading) -> Reading:
    """The reading with each statement's prints, its speaker's basis and its meaning."""
    from onrecord.encoder.model import vectors  # noqa: PLC0415 - they load numpy, and views do without
    from onrecord.reading.shingles import imprints  # noqa: PLC0415

    worded = _wordings(report, reading.statements)
    made = zip(reading.statements, worded, imprints([one.content for one in worded]), strict=True)
    return replace(
        reading,
        statements=tuple(_marked(report.text, *one) for one in made),
        meanings=tuple(
            Meaning(*vectors(one), one.whole, negates(statement, one))
            for statement, one in zip(reading.statements, worded, strict=True)
        ),
    )


def _marked(text: str, statement: Statement, worded: Wording, prints: tuple[int, ...]) -> Statement:
    speaker, cue = (span.of(text) if span else "" for span in (statement.speaker, statement.cue))
    return replace(statement, basis=basis(speaker, cue, worded.content), prints=prints)


def negates(statement: Statement, worded: Wording) -> bool:
    """Whether a statement denies or negates something, by its act or its words."""
    words = f"{worded.told} {worded.content}"
    return statement.act is Act.DENY or bool(NEGATION.search(words) or FALSE.search(words))


def _wordings(report: Report, statements: Iterable[Statement]) -> list[Wording]:
    """The words of statements, each with those that tell of it and those of the one before."""
    found, before = list[Wording](), ""
    for statement in statements:
        content = " ".join(span.of(report.text) for span in statement.content)
        told = " ".join(span.of(report.text) for span in (statement.speaker, statement.cue) if span)
        found.append(Wording(content, told, before, report.listing.title))
        before = content
    return found
