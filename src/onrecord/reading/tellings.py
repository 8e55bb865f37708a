"""The dated happenings of a report: sentences with a date, statements of one known day, dates within quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from onrecord.reading.dating import find_dates
from onrecord.reading.drafts import Draft
from onrecord.reading.page import Page, Sentence
from onrecord.reading.said import between, said
from onrecord.record.reading import Block, Telling, TellingKind
from onrecord.record.report import Report
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import UNKNOWN, Precision, When

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_STAND_IN = When.on(date(2000, 2, 29))  # any day would do: it only tells which words date a statement

Dated = tuple[TellingKind, When]


def tellings(
    report: Report, page: Page, found: Sequence[Draft], dates: Sequence[When], statements: Sequence[Statement]
) -> tuple[Telling, ...]:
    """The dated happenings, in order."""
    telling = [when for when in dates if when.words and (when.known or _placeable(report, when))]
    spoken = _spoken(report, found, statements)
    starts = [statement.extent.start for statement in statements]
    made: list[Telling] = []
    for sentence in page.sentences:
        if sentence.block in (Block.HEADER, Block.CREDIT):
            continue
        own = statements[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        span, ids = Span(report.id, sentence.start, sentence.end), tuple(statement.id for statement in own)
        whens = _once([*_narrated(sentence, telling, spoken), *_said_days(own), *_quoted(report, sentence, own)])
        made += [Telling(when, span, ids, when.long_before(report.published), kind) for kind, when in whens]
    return tuple(made)


def _placeable(report: Report, when: When) -> bool:
    """Whether a date without a day is a weekday of an undated report, which other reports may place."""
    return not report.published.known and bool(when.words and _WEEKDAY.search(when.words.of(report.text)))


def _spoken(report: Report, found: Iterable[Draft], statements: Iterable[Statement]) -> set[Span | None]:
    """The words that date statements, and not what happened."""
    if report.published.known:
        return {statement.said.words for statement in statements}
    dates = find_dates(report.id, report.text, _STAND_IN)
    return {when.words for draft in found if (when := said(draft, dates, _STAND_IN))}


def _once(whens: Iterable[Dated]) -> list[Dated]:
    """The dates of a sentence, each once, as it was told first; those without a day by their words."""
    kept: dict[object, Dated] = {}
    for kind, when in whens:
        kept.setdefault((when.start, when.end) if when.known else when.words, (kind, when))
    return list(kept.values())


def _narrated(sentence: Sentence, dates: Sequence[When], spoken: Collection[Span | None]) -> Iterator[Dated]:
    """The dates of a sentence outside quotations; a post is one."""
    quotes = _quotes(sentence)
    for when in between(dates, sentence.start, sentence.end):
        if when.words and not any(first <= when.words.start < last for first, last in quotes):
            yield TellingKind.SPEECH if when.words in spoken else TellingKind.HAPPENING, when


def _quotes(sentence: Sentence) -> list[tuple[int, int]]:
    """Where quoted words stand in a sentence."""
    if sentence.block is Block.POST:
        return [(sentence.start, sentence.end)]
    return [(token.start, token.end) for token in sentence.tokens if token.sort == "quote"]


def _said_days(statements: Sequence[Statement]) -> Iterator[Dated]:
    """The days on which statements were made, where they are one exact day."""
    for statement in statements:
        if statement.said.precision is Precision.DAY:
            yield TellingKind.SPEECH, statement.said


def _quoted(report: Report, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[Dated]:
    """The dates within quoted words: told from the day on which they were said, or by themselves where it is unknown.

    The day of a post stands in it and is that of the statement.
    """
    for first, last in _quotes(sentence):
        speech = next((s for s in statements if first <= s.extent.start < last), None)
        day = speech.said if speech and speech.said.precision is Precision.DAY else UNKNOWN
        for when in find_dates(report.id, report.text, day, first, last):
            if when.known:
                yield TellingKind.QUOTED, when
