"""The exact words behind a line, in their paragraph."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection
from onrecord.record.origin import Origin
from onrecord.record.span import Span
from onrecord.story.entries import Entry, entries, select
from onrecord.story.known import Known
from onrecord.story.origins import origin_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement in its paragraph.

    Attributes:
        entry: the line of the record.
        paragraph: where the paragraph stands in the report.
        text: the paragraph's words, exactly as printed.
        marks: (start, end, part) within `text`, in order: part is "speaker", "cue" or "content".
        origin: the utterance that it goes back to; None where neither its speaker nor its words tell whose it is.
    """

    entry: Entry
    paragraph: Span
    text: str
    marks: tuple[tuple[int, int, str], ...]
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Worded:
    """A line of the record with the paragraph in which its words stand; its fields are those of `Shown`."""

    entry: Entry
    paragraph: Span
    text: str
    marks: tuple[tuple[int, int, str], ...]


def show(known: Known, wanted: str) -> Shown:
    """The statement of an id in its paragraph. Raises NotFound."""
    found = known.view.statements(Selection(ids=[wanted]))
    if not found:
        raise NotFound(
            f"no statement of the record as of that day has the id {wanted!r}: `onrecord statements` lists them"
        )
    one = _worded(known, entries(known, found[:1])[0])
    return Shown(one.entry, one.paragraph, one.text, one.marks, origin_of(known, found[0]))


def worded(known: Known, statements: Collection[str]) -> list[Worded]:
    """The statements of these ids that nobody has rejected, each in its paragraph, in order of publication."""
    return [_worded(known, entry) for entry in select(known, Selection(ids=statements))]


def _worded(known: Known, entry: Entry) -> Worded:
    statement, text = entry.statement, known.text(entry.report.id)
    parts = [("content", span) for span in statement.content]
    parts += [(name, span) for name, span in (("speaker", statement.speaker), ("cue", statement.cue)) if span]
    first, last = min(span.start for _, span in parts), max(span.end for _, span in parts)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    marks = sorted((span.start - start, span.end - start, name) for name, span in parts)
    return Worded(entry, Span(statement.report, start, end), text[start:end], tuple(marks))
