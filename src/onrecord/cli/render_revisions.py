"""Revisions drawn: which report changed, who says so, and how its next edition differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.screen import indented, noted, text
from onrecord.prose.editions import IN, KEPT, OUT, changed, pieces
from onrecord.prose.words import heading, published, quoted, shortened, speaker
from onrecord.record.edit import Edit, Edited
from onrecord.record.report import Listing
from onrecord.story.entries import Entry
from onrecord.story.revisions import Revision

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_OUT, _IN = "red", "green"
_MARKS = {Edit.OUT: ("[-", "-]", _OUT), Edit.IN: ("{+", "+}", _IN)}
_SPACE = re.compile(r"\s+")
_MOST = 30  # edits that are drawn of one edition


def revisions(snapshot: Snapshot, found: Sequence[Revision], note: str) -> Iterator[RenderableType]:
    """The list of revisions."""
    yield text((heading(snapshot), "dim"))
    for one in found:
        yield ""
        yield from _revision(snapshot, one)
    yield from noted(note)


def _revision(snapshot: Snapshot, one: Revision) -> Iterator[RenderableType]:
    yield text(
        (shortened(one.report.title) or one.report.file, "bold"), f" — {_place(one.report)}  ", (one.report.id, "dim")
    )
    yield indented(text((one.kind, "cyan"), f" {changed(one)}", *_by(one)))
    if one.words:
        yield indented(text("in these words: ", quoted(shortened(one.words))), 4)
    elif one.silent:
        yield indented(text(("and nothing in it says so", "yellow")), 4)
    for edit in one.edits[:_MOST]:
        yield indented(_edit(snapshot, edit), 4)
    if len(one.edits) > _MOST:
        yield indented(text((f"… {len(one.edits) - _MOST} more: --json lists all", "dim")), 4)
    for line in _statements(one):
        yield indented(line, 4)


def _place(report: Listing) -> str:
    file = f" ({report.file})" if report.outlet else ""
    return f"published by {published(report)}{file}"


def _by(one: Revision) -> list[tuple[str, str]]:
    """The file and the id of the report that says so, where it is another one."""
    if one.by is None or one.by.id == one.report.id:
        return []
    return [(f" ({one.by.file})" if one.who else "", ""), (f"  {one.by.id}", "dim")]


def _edit(snapshot: Snapshot, edit: Edited) -> Text:
    """One edit: words in [-...-] were taken out, words in {+...+} put in."""
    line = text((f"{edit.kind}: ", "dim"))
    if edit.kind is Edit.CHANGED and edit.before and edit.after:
        old, new = snapshot.text(edit.before.report), snapshot.text(edit.after.report)
        for words, style in _marked(old, new, edit):
            line.append(_SPACE.sub(" ", words), style or None)
        return line
    place = edit.after or edit.before
    words = shortened(place.of(snapshot.text(place.report))) if place else ""
    opening, closing, style = _MARKS.get(edit.kind, ("“", "”", ""))
    return line.append(f"{opening}{words}{closing}", style or None)


def _marked(old: str, new: str, edit: Edited) -> Iterator[tuple[str, str]]:
    """A changed sentence in pieces with their styles: what stayed, what was taken out, what was put in."""
    before = KEPT
    for part, words in pieces(old, new, edit):
        if part == OUT:
            yield f"[-{words}-]", _OUT
        elif part == IN:
            yield f"{' ' if before == OUT else ''}{{+{words}+}}", _IN
        else:
            yield words, ""
        before = part


def _statements(one: Revision) -> Iterator[RenderableType]:
    """The statements that came, went or changed, each with who says it."""
    for name, entries in (("statement gone", one.went), ("statement new", one.came)):
        for entry in entries:
            yield _said(name, entry)
    for earlier, later in one.changed:
        yield Group(_said("statement was", earlier), _said("statement is", later))


def _said(name: str, entry: Entry) -> Text:
    return text(
        (f"{name}: ", "dim"), (speaker(entry), "cyan"), ": ", quoted(shortened(entry.words)), (f"  {entry.id}", "dim")
    )
