"""Origins drawn as trees: from an utterance, over those who passed it on, to the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.tree import Tree

from onrecord.cli.screen import noted, text
from onrecord.prose.words import counted, day, fate, figures, heading, knowing, listed, plainly, published, quoted, who
from onrecord.record.origin import Dependent, Independent
from onrecord.record.statement import Basis
from onrecord.story.entries import Entry
from onrecord.story.origins import Backed, Traced

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_NAMES = 5  # sources named for one origin


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
    root = Tree(text((who(snapshot, origin.source), "bold cyan"), f"{channel}, {said}  ", (origin.id, "dim")))
    root.add(text((f"{counted(origin.statements, 'statement')}: {figures(origin.backing)}", "dim")))
    grounds = dict(zip((entry.id for entry in one.entries), one.grounds, strict=True))
    for _, group in groupby(one.entries, key=lambda entry: entry.report.id):
        _report(root, list(group), words, grounds)
    if one.retold:
        again = root.add(text(("the same words, for which no speaker is named", "dim")))
        for _, group in groupby(one.retold, key=lambda entry: entry.report.id):
            _report(again, list(group), words, {})
    return root


def _report(root: Tree, entries: Sequence[Entry], words: int | None, grounds: Mapping[str, str]) -> None:
    first = entries[0]
    why = dict.fromkeys(grounds[entry.id] for entry in entries if entry.id in grounds)
    mark = (f"  {' · '.join(why)}", "dim")
    became = fate(first.status, first.fates, first.rests)
    branch = root.add(text("reported by ", (published(first.report), "bold"), became, mark))
    for entry in entries[:words]:
        branch.add(_words(entry))
    if words is not None and len(entries) > words:
        branch.add(text((f"… {len(entries) - words} more", "dim")))


def _words(entry: Entry) -> RenderableType:
    through = ", ".join(source.name for source in entry.chain[:-1])
    via = f"through {through}: " if through else ""
    return text(via, quoted(entry.words), (_knows(entry.statement.basis), "yellow"), "  ", (entry.id, "dim"))


def backed(snapshot: Snapshot, question: str, found: Sequence[Backed], words: int | None) -> Iterator[RenderableType]:
    """What stands behind each answer to a question: its independent origins, and what adds none."""
    yield text((heading(snapshot), "dim"))
    yield ""
    yield text((question, "bold"))
    for number, one in enumerate(found, 1):
        yield ""
        yield _behind(snapshot, number, one, words)


def _behind(snapshot: Snapshot, number: int, one: Backed, words: int | None) -> Tree:
    numbers = figures(one.behind.backing)
    root = Tree(text(f"{number}. said to be: ", (plainly(one.answer), "bold green"), f"  {numbers}"))
    by_id = {entry.id: entry for entry in snapshot.statements(ids=one.statements)}
    for origin in one.behind.origins:
        branch = root.add(_origin(snapshot, origin))
        _carried(branch, [by_id[statement] for statement in origin.statements], words)
    if one.behind.dependent:
        branch = root.add(text(("may rest on any of these, and adds no origin", "dim")))
        for ground, some in groupby(_by_ground(one.behind.dependent), key=lambda one: one.ground):
            _carried(branch.add(text((ground, "dim"))), [by_id[dependent.statement] for dependent in some], words)
    return root


def _origin(snapshot: Snapshot, origin: Independent) -> RenderableType:
    names = listed([who(snapshot, source) for source in origin.sources], _NAMES) or "nobody named"
    return text((names, "bold cyan"), (_knows(origin.basis), "yellow"), (f"  {'; '.join(origin.grounds)}", "dim"))


def _carried(branch: Tree, entries: Sequence[Entry], words: int | None) -> None:
    for entry in entries[:words]:
        line = branch.add(_words(entry))
        line.add(text("reported by ", published(entry.report), fate(entry.status, entry.fates, entry.rests)))
    if words is not None and len(entries) > words:
        branch.add(text((f"… {counted(len(entries) - words, 'more statement')}", "dim")))


def _by_ground(dependent: Iterable[Dependent]) -> list[Dependent]:
    return sorted(dependent, key=lambda one: one.ground)


def _knows(basis: Basis) -> str:
    told = knowing(basis)
    return f"  {told}" if told else ""
