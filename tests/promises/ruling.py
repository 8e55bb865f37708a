"""How tests let people rule on two statements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord import Record
from onrecord.record.judgement import Judgement, Ruling, judgement
from onrecord.record.span import Span

WHEN = datetime(2031, 6, 1, 9, tzinfo=UTC)


def ruled(ruling: Ruling, one: Span, other: Span, who: str = "Ida Renn") -> Judgement:
    """A ruling on the statements that stand at two places."""
    return judgement(ruling, [one, other], who=who, why="they ask the same", when=WHEN)


def rule(record: Record, ruling: Ruling, one: str, other: str, who: str = "Ida Renn") -> Judgement:
    """Let somebody rule on two statements, each by words that stand in it and nowhere else."""
    judge = getattr(record, ruling.value.replace(" ", "_"))
    made: Judgement = judge(said(record, one), said(record, other), who=who, why="they ask the same")
    return made


def said(record: Record, words: str) -> str:
    """The id of the one statement that has these words."""
    [found] = [entry.id for entry in record.statements() if words in entry.words]
    return found


def keep(record: Record, made: Iterable[Judgement]) -> None:
    """Keep decisions in this order, whether the record has the reports that they are about or not."""
    with record._store.write() as writer:  # noqa: SLF001 - as the library does, which asks for the statements first
        writer.judge(*made)
    record._forget()  # noqa: SLF001
