"""Does a record keep its promises? Every span, id and view is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record.reading import Reading
from onrecord.record.report import known_by
from onrecord.record.span import Span
from onrecord.record.statement import Statement, statement_id
from onrecord.story.known import Known


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was tried.

    Attributes:
        promise: what is promised, in a few words.
        tried: how many times it was tried.
        faults: where it does not hold; empty where all is well.
    """

    promise: str
    tried: int
    faults: tuple[str, ...]


def check(known: Known, file_faults: Iterable[str]) -> Iterator[Checked]:
    """Try the promises that a record's file can break.

    Args:
        known: the whole record, as of no day.
        file_faults: what the ledger found wrong with the file itself.
    """
    yield Checked("the file is sound", 1, tuple(file_faults))
    texts, spans, ids = (
        _Try("each report is known by its text"),
        _Try("each span reproduces its text"),
        _Try("each statement is known by its words"),
    )
    for report in known.listings:
        whole = known.view.report(report)
        texts.that(known_by(report, whole.text), report)
        reading = known.view.reading(report)
        for span in _spans(reading):
            spans.that(span.report == report and bool(span.of(whole.text)) and span.end <= len(whole.text), f"{span}")
        for statement in reading.statements:
            ids.that(_known_by_words(statement), statement.id)
    yield from (texts.done(), spans.done(), ids.done(), _as_of(known), _judged(known))


class _Try:
    def __init__(self, promise: str) -> None:
        self._promise, self._tried, self._faults = promise, 0, list[str]()

    def that(self, holds: bool, where: str) -> None:
        self._tried += 1
        if not holds:
            self._faults.append(where)

    def done(self) -> Checked:
        return Checked(self._promise, self._tried, tuple(self._faults))


def _known_by_words(statement: Statement) -> bool:
    return statement.id == statement_id(statement.report, statement.content, statement.cue)


def _spans(reading: Reading) -> Iterator[Span]:
    yield from reading.sentences
    for statement in reading.statements:
        yield from statement.content
        yield from (span for span in (statement.speaker, statement.cue, statement.said.words) if span)
        yield from (claim.words for claim in statement.claims)
    for telling in reading.tellings:
        yield telling.sentence
        yield from [telling.when.words] if telling.when.words else []
    yield from (notice.span for notice in reading.notices)


def _as_of(known: Known) -> Checked:
    """No statement was made after its report was published."""
    late = _Try("nothing was said after it was printed")
    for report, listing in known.listings.items():
        printed = listing.published.end
        for statement in known.view.reading(report).statements:
            start = statement.said.start
            late.that(not printed or not start or start <= printed, statement.id)
    return late.done()


def _judged(known: Known) -> Checked:
    """The words that each decision is about still stand in their report."""
    there = _Try("each judgement's words are there")
    for judgement in known.decided:
        for place in judgement.places:
            there.that(place.report not in known.listings or place.end <= len(known.text(place.report)), judgement.id)
    return there.done()
