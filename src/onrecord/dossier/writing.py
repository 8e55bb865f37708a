"""What every part of a dossier is written with: the record, the places quoted, the year that need not be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.dossier.model import Quotation
from onrecord.dossier.places import Places
from onrecord.prose.pieces import Sentence, begun, joined, sentence
from onrecord.prose.sentences import carried, said
from onrecord.prose.telling import fell, rested
from onrecord.record.span import Span
from onrecord.story.entries import Entry

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_TELLING: Final = 4  # words from which a quotation tells something by itself


@dataclass(frozen=True, slots=True)
class Writing:
    """A record as of a day, what is quoted of it, and the year that goes without saying."""

    snapshot: Snapshot
    places: Places
    year: int | None

    def quoted(self, entry: Entry) -> Quotation:
        """A statement's words, with a place in the appendix."""
        parts = [fell(self.snapshot, entry.fates, self.year)] if entry.fates else []
        became = [begun(sentence("this report was ", part)) for part in parts]
        rests = rested(self.snapshot, entry.rests, self.year)
        return Quotation(
            lead=said(entry, self.year),
            words=entry.words,
            language=entry.report.language,
            report=self.places.number(entry.report.id),
            anchor=self.places.quote(entry.id, entry.statement.content),
            became=joined([*became, *([rests] if rests else [])], comma=". "),
        )

    def printed(self, span: Span, lead: Sentence = ()) -> Quotation:
        """Words of a report that are no statement's, with a place in the appendix."""
        report = self.snapshot.listing(span.report)
        return Quotation(
            lead=sentence(lead, "as reported ", carried(report)),
            words=span.of(self.snapshot.text(span.report)),
            language=report.language,
            report=self.places.number(span.report),
            anchor=self.places.quote(f"at-{self.places.number(span.report)}-{span.start}-{span.end}", [span]),
            became=(),
        )


def telling(entries: Iterable[Entry], most: int) -> list[Entry]:
    """The statements that say most for the space: one for each source, then others, no words twice.

    Args:
        entries: the statements, in order of publication.
        most: at most so many.
    """
    different = {(one.speaker, " ".join(one.words.split()).casefold()): one for one in reversed(list(entries))}
    listed = list(different.values())[::-1]
    first: dict[str, Entry] = {}
    for one in sorted(listed, key=_short):
        first.setdefault(one.speaker, one)
    chosen = [*first.values(), *(one for one in sorted(listed, key=_short) if one not in first.values())][:most]
    return [one for one in listed if one in chosen]


def _short(entry: Entry) -> bool:
    """Whether the words are too few to tell anything by themselves."""
    return len(entry.words.split()) < _TELLING


def cut(some: Sequence[Sentence], most: int) -> tuple[tuple[Sentence, ...], int]:
    """The first ones, and how many more there are."""
    return tuple(some[:most]), max(0, len(some) - most)
