"""How tests let people rule on two statements."""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord import Record
from onrecord.ledger.base import Writer
from onrecord.record.judgement import Judgement, Ruling, judgement
from onrecord.record.span import Span

WHEN = datetime(2031, 6, 1, 9, tzinfo=UTC)


def ruled(ruling: Ruling, one: Span, other: Span, who: str = "Ida Renn", when: datetime = WHEN) -> Judgement:
    """A ruling on the statements that stand at two places."""
    return judgement(ruling, [one, other], who=who, why="they ask the same", when=when)


def rule(record: Record, ruling: Ruling, one: str, other: str, who: str = "Ida Renn") -> Judgement:
    """Let somebody rule on two statements, each by words that stand in it and nowhere else."""
    made = ruled(ruling, *(extent(record, words) for words in (one, other)), who)
    keep(record, [made])
    return made


def extent(record: Record, words: str) -> Span:
    """Where the one statement stands that has these words."""
    [found] = [entry.statement.extent for entry in record.statements() if words in entry.words]
    return found


def keep(record: Record, made: list[Judgement]) -> None:
    """Keep decisions in this order."""
    with record._store.write() as writer:  # noqa: SLF001 - as the library does, at a time of the test's choosing
        _keep(writer, made)
    record._forget()  # noqa: SLF001


def _keep(writer: Writer, made: list[Judgement]) -> None:
    for one in made:
        writer.judge(one)
