"""Lists drawn: sources, happenings, shared passages, hits, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.screen import columns, indented, noted, text
from onrecord.prose.words import counted, day, heading, listed, outlet, plainly, published, quoted, shortened
from onrecord.record.event import Discrepancy, Event, Version
from onrecord.record.reuse import Reuse
from onrecord.record.span import Span
from onrecord.story.changes import Change, Changed
from onrecord.story.search import Hit
from onrecord.story.sources import Speaking

if TYPE_CHECKING:
    from onrecord.library import Snapshot


_FEW = 40  # characters around a number or a place, which says little by itself
_FATES = {Change.REVISED, Change.CORRECTED, Change.WITHDRAWN}


def _framed(snapshot: Snapshot, parts: Sequence[RenderableType], note: str) -> Iterator[RenderableType]:
    """A heading, the parts of the list, and what is left out of it."""
    yield text((heading(snapshot), "dim"))
    for part in parts:
        yield ""
        yield part
    yield from noted(note)


def sources(snapshot: Snapshot, found: Sequence[Speaking], note: str) -> Iterator[RenderableType]:
    """The list of sources."""
    return _framed(snapshot, list(map(_speaking, found)), note)


def _speaking(row: Speaking) -> RenderableType:
    one = row.source
    most = "up to " if row.reports > 1 else ""
    size = f"{counted(row.statements, 'statement')} in {most}{counted(row.reports, 'report')}"
    name = text((one.name, "bold cyan"), f"  {one.kind}  {size}  ", (one.id, "dim"))
    others = [quoted(name) for name in one.names if name != one.name]
    return Group(name, *([indented(text((f"also called {listed(others, 6)}", "dim")))] if others else []))


def timeline(snapshot: Snapshot, found: Sequence[Event], note: str) -> Iterator[RenderableType]:
    """The list of happenings, what lies well before the story apart from it."""
    past, own = ([event for event in found if event.background is background] for background in (True, False))
    tables = [_dated(snapshot, "background", past), _dated(snapshot, "date", own)]
    return _framed(snapshot, [table for table in tables if table.row_count], note)


def _dated(snapshot: Snapshot, dates: str, found: Iterable[Event]) -> Table:
    table = columns(dates, "in the words of its first report", keep=(0,))
    for event in found:
        by = _by(snapshot, event.reports)
        how = ", its day told by other reports" if event.placed else ""
        row = [text(quoted(event.text), (f" — reported by {by}{how}", "dim"))]
        told = Group(
            *row, *(_otherwise(snapshot, one, version) for one in event.discrepancies for version in one.values)
        )
        table.add_row(text((day(event.when), "cyan")), told)
    return table


def _otherwise(snapshot: Snapshot, one: Discrepancy, version: Version) -> RenderableType:
    """One of the versions in which reports tell a happening, with the words of the first of them."""
    words = version.words[0]
    line = f" {_by(snapshot, version.reports)}: {quoted(shortened(_around(snapshot, words)))}"
    return indented(text((f"{one.differs} differs: {version.value}", "yellow"), f", reported by{line}"))


def _around(snapshot: Snapshot, words: Span) -> str:
    """The words with a little of what stands around them, where they are few."""
    whole = snapshot.text(words.report)
    few = words.end - words.start < _FEW
    return whole[max(0, words.start - _FEW) : words.end + _FEW] if few else words.of(whole)


def _by(snapshot: Snapshot, reports: Iterable[str]) -> str:
    return listed(list(dict.fromkeys(outlet(snapshot.listing(report)) for report in reports)))


def reuse(snapshot: Snapshot, found: Sequence[Reuse], note: str) -> Iterator[RenderableType]:
    """The list of shared passages."""
    return _framed(snapshot, [_passage(snapshot, one) for one in found], note)


def _passage(snapshot: Snapshot, one: Reuse) -> RenderableType:
    return Group(
        text((counted(one.words, "word"), "bold"), f", {one.kind}"),
        indented(text(quoted(shortened(one.a.of(snapshot.text(one.a.report)))))),
        indented(text("in ", _place(snapshot, one.a))),
        indented(text("and ", _place(snapshot, one.b))),
    )


def _place(snapshot: Snapshot, span: Span) -> str:
    report = snapshot.listing(span.report)
    file = f"{report.file} " if report.outlet else ""
    return f"{published(report)} ({file}{span.start}-{span.end})"


def search(snapshot: Snapshot, found: Sequence[Hit], note: str) -> Iterator[RenderableType]:
    """The list of lines that hold the words."""
    return _framed(snapshot, list(map(_hit, found)), note)


def _hit(hit: Hit) -> RenderableType:
    line = Text(hit.text)
    for start, end in hit.marks:
        line.stylize("bold green", start, end)
    file = f" ({hit.report.file})" if hit.report.outlet else ""
    return Group(text((published(hit.report), "cyan"), f"{file}  ", (hit.report.id, "dim")), indented(line))


def changes(snapshot: Snapshot, since: str, found: Sequence[Changed], note: str) -> Iterator[RenderableType]:
    """The list of what is new."""
    table = columns(f"since {since}", "", "id", ids=2, keep=(0,))
    for one in found:
        table.add_row(text((one.kind, "cyan")), text(_news(snapshot, one)), text((one.id, "dim")))
    return _framed(snapshot, [table] if found else [], note)


def _news(snapshot: Snapshot, one: Changed) -> str:
    if one.kind is Change.REPORT:
        return f"{quoted(one.what)} — published by {published(snapshot.listing(one.id))}"
    if one.kind in _FATES:
        said = f", says {one.by}" if one.by else ""
        return f"{quoted(one.what)} — published by {published(snapshot.listing(one.id))}{said}"
    if one.kind is Change.RETRACTION:
        return f"{quoted(one.answer)} — taken back by {one.by}, reported by {published(snapshot.listing(one.id))}"
    before = f"; reported to have said before: {plainly(one.before)}" * bool(one.before)
    by = f"by {one.by}" if one.by else "reported by nobody named"
    return f"{one.what} Said to be: {plainly(one.answer)}, {by}{before}"
