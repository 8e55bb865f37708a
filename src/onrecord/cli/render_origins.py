"""Origins drawn as trees: from an utterance, over those who passed it on, to the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.tree import Tree

from onrecord.cli.screen import noted, text
from onrecord.cli.words import counted, day, fate, heading, published, quoted, who
from onrecord.story.entries import Entry
from onrecord.story.origins import Traced

if TYPE_CHECKING:
    from onrecord.library import Snapshot


def origins(
    snapshot: Snapshot, found: Sequence[Traced], note: str, *, words: int | None = None
) -> Iterator[RenderableType]:
    """Each utterance as a tree; of each report at most so many statements."""
    yield text((heading(snapshot), "dim"))
    for one in found:
        yield ""
        yield _tree(snapshot, one, words)
    yield from noted(note)


def _tree(snapshot: Snapshot, one: Traced, words: int | None) -> Tree:
    origin = one.origin
    channel = f", {origin.channel}" if origin.channel else ""
    said = day(origin.said) if origin.said.known else "day not told"
    size = f"{counted(origin.statements, 'statement')} in {counted(len(origin.reports), 'report')}"
    root = Tree(text((who(snapshot, origin.source), "bold cyan"), f"{channel}, {said}  ", (origin.id, "dim")))
    root.add(text((f"{size}, taken for one: {origin.ground}", "dim")))
    for _, group in groupby(one.entries, key=lambda entry: entry.report.id):
        _report(root, list(group), words)
    return root


def _report(root: Tree, entries: Sequence[Entry], words: int | None) -> None:
    first = entries[0]
    branch = root.add(text("reported by ", (published(first.report), "bold"), f"{fate(first.status)}"))
    for entry in entries[:words]:
        through = ", ".join(source.name for source in entry.chain[:-1])
        via = f"through {through}: " if through else ""
        branch.add(text(via, quoted(entry.words), "  ", (entry.id, "dim")))
    if words is not None and len(entries) > words:
        branch.add(text((f"… {len(entries) - words} more", "dim")))
