"""The record's file drawn: problems, checks, and the files of an export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import RenderableType

from onrecord.cli.screen import columns, indented, noted, text
from onrecord.prose.words import counted
from onrecord.record.problem import Problem
from onrecord.story.check import Checked

_MOST_FAULTS = 10


def problems(found: Sequence[Problem], files: Mapping[str, str], note: str = "") -> Iterator[RenderableType]:
    """The list of problems; places in reports are given by the report's file."""
    table = columns("where", "what", "what to do")
    for one in found:
        table.add_row(text((_where(one, files), "cyan")), text(one.what), text((one.advice, "dim")))
    yield table
    yield from noted(note)


def _where(problem: Problem, files: Mapping[str, str]) -> str:
    head, colon, rest = problem.where.partition(":")
    return f"{files.get(head, head)}{colon}{rest}"


def checked(found: Sequence[Checked]) -> Iterator[RenderableType]:
    """What was tried, how often, and where it does not hold."""
    for one in found:
        state = (counted(len(one.faults), "fault"), "bold red") if one.faults else ("kept", "green")
        yield text(state, f"  {one.promise} (tried {counted(one.tried, 'time')})")
        for fault in one.faults[:_MOST_FAULTS]:
            yield indented(text(fault))
        if len(one.faults) > _MOST_FAULTS:
            yield indented(text((f"… {len(one.faults) - _MOST_FAULTS} more: --json lists all", "dim")))


def exported(files: Sequence[Path]) -> Iterator[RenderableType]:
    """The files that were written."""
    for file in files:
        yield text(f"wrote {file}")
