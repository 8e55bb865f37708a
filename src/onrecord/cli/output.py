"""Answers out: plain JSON, or something to read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from onrecord.cli.verb import DONE, NOTHING, Asked
from onrecord.export.plain import plain
from onrecord.prose.safe import escaped

if TYPE_CHECKING:
    from rich.console import RenderableType

T = TypeVar("T")
ALL = ": --limit 0 for all"
"""How to see what a list leaves out."""


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """The part of a list that is shown.

    Attributes:
        shown: that part.
        more: how many are left out, as far as that is known; -1 where it is only known that there are more.
    """

    shown: Sequence[T]
    more: int = 0

    @property
    def note(self) -> str:
        """A line that tells what is left out; empty where nothing is."""
        if not self.more:
            return ""
        return f"… {self.more if self.more > 0 else 'and'} more{ALL}"


def cut(found: Sequence[T], limit: int | None, total: int | None = None) -> Cut[T]:
    """The first ones of a list; `total` counts them all where the list itself is already cut."""
    shown = found if limit is None else found[:limit]
    return Cut(shown, max(len(found) if total is None else total, len(shown)) - len(shown))


def peeked(found: Sequence[T], limit: int | None, *, last: bool = False) -> Cut[T]:
    """The first ones (or the last ones) of a list that was fetched with one more than are to be shown."""
    if limit is None or len(found) <= limit:
        return Cut(found)
    return Cut(found[-limit:] if last else found[:limit], -1)


def one_more(limit: int | None) -> int | None:
    """How many to fetch in order to see whether there are more."""
    return None if limit is None else limit + 1


def answer(
    asked: Asked,
    records: Any,  # noqa: ANN401 - any records
    draw: Callable[[], Iterable[RenderableType]],
    *,
    nothing: str = "",
) -> int:
    """Print what was found, and give the exit code.

    Args:
        asked: what was asked, and in which form to answer.
        records: what --json prints.
        draw: makes what is read; it is not called for JSON.
        nothing: what to say where nothing was found; empty where something was.
    """
    if asked.json:
        print_json(records)
    else:
        print_out([*draw(), *([nothing] if nothing else [])])
    return NOTHING if nothing else DONE


def print_json(records: Any) -> None:  # noqa: ANN401 - any records
    """Print records as JSON that is harmless to a terminal, whatever stands in the reports."""
    unicode = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") == "utf8"
    click.echo(escaped(json.dumps(plain(records), ensure_ascii=not unicode, indent=2)))


def print_out(parts: Iterable[RenderableType]) -> None:
    """Print something to read; rich is imported here and not before."""
    import_module("onrecord.cli.screen").show(parts)
