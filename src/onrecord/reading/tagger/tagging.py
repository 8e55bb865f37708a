"""What the trained tagger finds on a page: attributions and names, as places in the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.page import Page
from onrecord.reading.tagger.decoding import Segment, best, segments
from onrecord.reading.tagger.linking import Attribution, link
from onrecord.reading.tagger.words import Word, words
from onrecord.record.name import Kind

if TYPE_CHECKING:
    from onrecord.reading.tagger.model import Scores

Place = tuple[int, int]
_KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as places in the report.

    Attributes:
        sentence: number of the sentence on the page where its cue stands.
        source: the words for whoever says it, where there are any.
        cue: the words that mark it.
        contents: what is said, in order; quotation marks and an opening "that" are still part of it.
    """

    sentence: int
    source: Place | None
    cue: Place
    contents: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a person, an organisation or a place."""

    kind: Kind
    place: Place


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that the tagger finds on a page, in order."""

    attributions: tuple[Found, ...]
    names: tuple[Named, ...]


def tag(page: Page) -> Tagged:
    """What the tagger finds on a page."""
    row = words(page)
    said = _scores(row)
    found = link(row, segments(best(said.roles)))
    return Tagged(
        tuple(_found(row, one) for one in found),
        tuple(Named(_KINDS[one.kind], place(row, one)) for one in segments(best(said.entities))),
    )


def attributions(row: Sequence[Word]) -> list[Attribution]:
    """The attributions among the words of a page."""
    return link(row, segments(best(_scores(row).roles)))


def _scores(row: Sequence[Word]) -> Scores:
    """What the model says; what it needs is loaded when something is read, since views do without."""
    from onrecord.reading.tagger.model import scores  # noqa: PLC0415

    return scores(row)


def _found(row: Sequence[Word], one: Attribution) -> Found:
    """An attribution as places."""
    source = place(row, one.source) if one.source else None
    contents = tuple(place(row, content) for content in one.contents)
    return Found(row[one.cue.start].sentence, source, place(row, one.cue), contents)


def place(row: Sequence[Word], segment: Segment) -> Place:
    """Where a segment stands in the report."""
    return row[segment.start].start, row[segment.end - 1].end
