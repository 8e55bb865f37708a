"""Everything that one report alone tells: the outcome of reading it, and nothing that needs another report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.name import Name
from onrecord.record.problem import Problem
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import When


class Block(StrEnum):
    """What a stretch of a report is, by its layout."""

    HEADER = "header"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    POST = "post"
    CREDIT = "credit"


class TellingKind(StrEnum):
    """What the date of a telling is the date of."""

    HAPPENING = "happening"
    SPEECH = "speech"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Telling:
    """A dated happening as one report tells it.

    Attributes:
        when: the date that the report gives it, with its words; unknown where they are a weekday of an undated report.
        sentence: the sentence that tells it.
        statements: ids of the statements of that sentence.
        background: whether it lies well before the story's own days ("in 1996").
        kind: whether that is the date of what the report tells, of its statements, or one within words that it quotes.
    """

    when: When
    sentence: Span
    statements: tuple[str, ...]
    background: bool
    kind: TellingKind = TellingKind.HAPPENING


@dataclass(frozen=True, slots=True)
class Shingle:
    """A run of words by which a passage is recognised in other reports.

    Attributes:
        print: unsigned 32-bit hash of the words, without case, accents and punctuation.
        word: the number of its first word in the report, from 0 on.
    """

    print: int
    word: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A report's word that an earlier report is corrected or withdrawn, or that it has itself been updated.

    Attributes:
        kind: "corrected", "withdrawn" or "updated".
        span: the sentence that says so.
        quoted: the headline that it quotes, or else its own words.
        itself: whether it speaks of an earlier version of the report that it stands in.
        outlet: whose report it is said to be, where the sentence names somebody.
    """

    kind: str
    span: Span
    quoted: str
    itself: bool
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A statement as matching compares it with others.

    Attributes:
        about: vector of the question that it bears on, a signed byte for each number.
        says: vector of what it answers, in the same form.
        words: who said it, how, and what; where that is brief, with what was said before.
        negates: whether it denies or negates something.
    """

    about: bytes
    says: bytes
    words: str
    negates: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one report.

    Attributes:
        report: id of the report.
        reader: name and version of the reader ("rules 3").
        sentences: spans of its sentences, headlines and bullets, in order.
        names: bearers of names that speak or are spoken of, sorted by key.
        statements: its statements, in the order of their content.
        tellings: its dated happenings, in order.
        shingles: by which its passages are recognised elsewhere, in order.
        notices: corrections and withdrawals that it announces.
        problems: passages that could not be read.
        meanings: that of each statement, in their order; empty where no encoder has read them.
    """

    report: str
    reader: str
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    tellings: tuple[Telling, ...]
    shingles: tuple[Shingle, ...]
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]
    meanings: tuple[Meaning, ...] = ()
