"""Adding drawn: how far it is, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click
from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from onrecord.cli.render_file import problems
from onrecord.cli.screen import Screen, text
from onrecord.cli.tally import Tally
from onrecord.cli.words import counted

_PATIENCE = 10.0  # seconds between two lines where there is no terminal
_MOST_PROBLEMS = 20


class _Speed(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f} reports/s" if task.speed else "", style="dim")


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show on the error output how far it is; what it gives is to be called once for each report."""
    if not sys.stderr.isatty():
        yield _lines(total)
        return
    bar = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Speed(), TimeRemainingColumn())
    with Progress(*bar, console=Screen(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)


def _lines(total: int) -> Callable[[], None]:
    """A line every few seconds, for a log."""
    began = last = monotonic()
    done = 0

    def advance() -> None:
        nonlocal last, done
        done += 1
        now = monotonic()
        if now - last >= _PATIENCE:
            last = now
            click.echo(f"{done:,} of about {total:,} read, {done / (now - began):.0f} reports/s", err=True)

    return advance


def added(tally: Tally, record: str) -> Iterator[RenderableType]:
    """What came of adding."""
    counts = f"{counted(len(tally.added), 'report')} added, {len(tally.known):,} known already"
    yield text((counts, "bold"), f", {counted(len(tally.problems), 'problem')}")
    undated = sum(not listing.published.known for listing in tally.added)
    if undated:
        yield text(
            f"{counted(undated, 'report')} without a day of publication: no view --as-of a day holds such a report"
        )
    if tally.problems:
        yield ""
        files = {listing.id: listing.file for listing in tally.added}
        yield from problems(tally.problems[:_MOST_PROBLEMS], files)
    if len(tally.problems) > _MOST_PROBLEMS:
        yield text(f"… {len(tally.problems) - _MOST_PROBLEMS:,} more: onrecord problems {record}")
