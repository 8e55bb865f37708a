"""Adding drawn: how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from onrecord.cli.render_file import problems
from onrecord.cli.screen import Screen, text
from onrecord.cli.tally import Tally
from onrecord.prose.words import counted

_MOST_PROBLEMS = 20


class _Speed(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f} reports/s" if task.speed else "", style="dim")


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how far it is; what it gives is to be called once for each report."""
    bar = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Speed(), TimeRemainingColumn())
    with Progress(*bar, console=Screen(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)


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
