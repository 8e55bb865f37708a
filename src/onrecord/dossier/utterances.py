"""The utterances that many reports carry: one origin each, however often it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.dossier.model import Carried
from onrecord.dossier.writing import Writing, telling
from onrecord.prose.channels import by_channel
from onrecord.prose.days import on
from onrecord.prose.pieces import Kind, Piece, Sentence, joined, many, name, sentence
from onrecord.prose.words import who
from onrecord.record.origin import Origin

_ORIGINS: Final = 8


def utterances(writing: Writing) -> Iterator[Carried]:
    """The utterances that most reports carry, each with words of it."""
    for origin in writing.snapshot.origins(limit=_ORIGINS):
        entries = writing.snapshot.spoken(origin, limit=_ORIGINS) if len(origin.reports) > 1 else ()
        if entries:
            [chosen] = telling(entries, 1)
            yield Carried(_carried(writing, origin), writing.quoted(chosen))


def _carried(writing: Writing, origin: Origin) -> Sentence:
    told = " ".join(part for part in (by_channel(origin.channel), on(origin.said, writing.year)) if part)
    numbers = [Piece(str(writing.places.number(report)), Kind.REPORT) for report in origin.reports[:_ORIGINS]]
    more = len(origin.reports) - len(numbers)
    size = f"{many(len(origin.reports), 'report')} by {many(len(origin.outlets), 'outlet')}"
    return sentence(
        name(who(writing.snapshot, origin.source), origin.source),
        f", {told}" if told else "",
        f": {many(origin.statements, 'statement')} in {size} ",
        "goes back to it: " if origin.statements == 1 else "go back to it: ",
        joined([sentence(one) for one in numbers]),
        f" and {more:,} more." if more else ".",
    )
