"""Who changed their story, and who was silent, drawn: always as what reports say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType

from onrecord.cli.render_statements import cards
from onrecord.cli.screen import indented, text
from onrecord.prose.words import outlet, plainly, who
from onrecord.story.shifts import Given, Shift

if TYPE_CHECKING:
    from onrecord.library import Snapshot


def turns(snapshot: Snapshot, matter: str) -> Iterator[RenderableType]:
    """Who changed their story on a matter, who declined to speak, and who has not answered since."""
    found = snapshot.turns(matter)
    yield from _titled("changed their story, as reported:", (_shift(snapshot, one) for one in found.shifts))
    yield from _titled("contradicted since, and not reported to have answered:", _given(snapshot, found.unanswered))
    yield from _titled("reported to have declined to speak:", cards(found.declined))


def _titled(title: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Lines below a title; nothing where there are none."""
    found = list(lines)
    if found:
        yield ""
        yield text((title, "yellow"))
        yield from (indented(line, 3) for line in found)


def _shift(snapshot: Snapshot, one: Shift) -> RenderableType:
    before, after = one.before, one.after
    first = f"said to be: {plainly(before.answer)}, by {_by(snapshot, before)}"
    return text(f"{first}; then: {plainly(after.answer)}, by {_by(snapshot, after)}")


def _given(snapshot: Snapshot, some: Iterable[Given]) -> Iterator[RenderableType]:
    return (text(f"said to be: {plainly(one.answer)}, last by {_by(snapshot, one)}") for one in some)


def _by(snapshot: Snapshot, one: Given) -> str:
    """Who gave an answer, when, and who reports it."""
    [entry] = snapshot.statements(ids=(one.statement,))
    return f"{who(snapshot, one.source)} on {one.day}, reported by {outlet(entry.report)}"
