"""The exact words behind a line, in their paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection
from onrecord.record.origin import Origin
from onrecord.record.span import Span
from onrecord.story.entries import Entry, entries
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


def show(known: Known, wanted: str) -> Shown:
    """The statement of an id in its paragraph. Raises NotFound."""
    found = known.view.statements(Selection(ids=[wanted]))
    if not found:
        raise NotFound(
            f"no statement of the record as of that day has the id {wanted!r}: `onrecord statements` lists them"
        )
    entry = entries(known, found[:1])[0]
    statement = entry.statement
    text = known.view.report(statement.report).text
    parts = [("content", span) for span in statement.content]
    parts += [(name, span) for name, span in (("speaker", statement.speaker), ("cue", statement.cue)) if span]
    first, last = min(span.start for _, span in parts), max(span.end for _, span in parts)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    marks = sorted((span.start - start, span.end - start, name) for name, span in parts)
    return Shown(entry, Span(statement.report, start, end), text[start:end], tuple(marks), origin_of(known, statement))
