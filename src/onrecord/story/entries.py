"""Statements as people read them: with their source, their chain, their words and their report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.ledger.base import Selection
from onrecord.record.name import Source
from onrecord.record.report import Fate, Listing, Resting, Status
from onrecord.record.statement import Statement
from onrecord.story.known import Known
from onrecord.story.resting import resting


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the record.

    Attributes:
        statement: the statement.
        source: who speaks; None where the report does not say.
        chain: on whose word, outermost first; the last one is the source.
        words: the content, exactly as printed; " … " stands between parts around a cue.
        report: the report that carries it.
        status: what became of that report.
        fates: the same with the days, and who says so.
        rests: corrected or withdrawn reports that the statement rests on.
    """

    statement: Statement
    source: Source | None
    chain: tuple[Source, ...]
    words: str
    report: Listing
    status: Status
    fates: tuple[Fate, ...] = ()
    rests: tuple[Resting, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def speaker(self) -> str:
        """The source's name, or in plain words that there is none."""
        return self.source.name if self.source else "nobody named"

    @property
    def word_of(self) -> str:
        """The chain in words, innermost last: "Harbour Agency, citing Ida Renn"."""
        return ", citing ".join(source.name for source in self.chain) or self.speaker


def entries(known: Known, statements: Iterable[Statement]) -> list[Entry]:
    """The lines of the record for these statements, in their order."""
    listed = list(statements)
    reports = known.view.listings({statement.report for statement in listed})
    texts = {report: known.text(report) for report in reports}
    rests = resting(known, listed, texts)
    lines = []
    for statement in listed:
        report = statement.report
        chain = tuple(filter(None, (known.source(key) for key in statement.chain)))
        words = " … ".join(span.of(texts[report]) for span in statement.content)
        status = known.status.get(report, Status.USABLE)
        fell = known.fates.get(report, ()), rests.get(statement.id, ())
        lines.append(Entry(statement, chain[-1] if chain else None, chain, words, reports[report], status, *fell))
    return lines


def select(known: Known, selection: Selection) -> list[Entry]:
    """The lines of the record that fit a selection, without those that a person has rejected."""
    return entries(known, known.kept(known.view.statements(selection)))
