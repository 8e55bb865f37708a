"""What changed lately: on the matters that are told, and what became of reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.dossier.writing import Writing, cut
from onrecord.prose.pieces import Sentence, joined, many, name, plain, sentence
from onrecord.prose.sentences import carrier
from onrecord.prose.telling import news
from onrecord.record.matter import Matter
from onrecord.story.changes import Change, Changed

_NEWS: Final = 14


def lately(writing: Writing, since: date | None, matters: Sequence[Matter]) -> tuple[tuple[Sentence, ...], int]:
    """What changed lately on the matters that are told, and what became of reports; and how much is left out."""
    told = {matter.id for matter in matters}
    found = writing.snapshot.changes(since) if since else ()
    graver = [one for one in found if one.kind is not Change.REPORT and (one.id in told or not _on_matter(one))]
    sentences = [news(writing.snapshot, one, writing.year) for one in _together(graver)]
    shown, more = cut(sentences, _NEWS)
    fresh = [writing.snapshot.listing(one.id) for one in found if one.kind is Change.REPORT]
    if fresh:
        by = joined([sentence(one) for one in dict.fromkeys(map(carrier, fresh))], 5)
        shown += (
            sentence(
                f"{many(len(fresh), 'new report').capitalize()} ",
                "was" if len(fresh) == 1 else "were",
                " published by ",
                by,
                ".",
            ),
        )
    return shown, more


def _on_matter(one: Changed) -> bool:
    return one.id.startswith("ma-")


def _together(found: Iterable[Changed]) -> Iterator[Changed]:
    """Those who did the same are told in one sentence; of a question that is new the first answer is."""
    groups: dict[tuple[str, ...], list[Changed]] = {}
    for one in found:
        answer = "" if one.kind is Change.MATTER else one.answer
        groups.setdefault((one.kind, one.id, answer, one.before, one.statement), []).append(one)
    for some in groups.values():
        same = [one.by for one in some if one.answer == some[0].answer and one.by]
        yield replace(some[0], by=plain(joined([sentence(name(by)) for by in dict.fromkeys(same)], 4)))
