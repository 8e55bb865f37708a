"""Origins: which reports go back to which utterance, and how its words changed on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from onrecord.record.origin import Origin
from onrecord.record.report import Listing
from onrecord.story.entries import Entry
from onrecord.web.spread import spread
from onrecord.web.visit import Page, Visit
from onrecord.wording import words

_SHOWN: Final = 30
_TOLD: Final = 60
_MOST: Final = 5000
_DRAWN: Final = 8
_ALIKE: Final = 0.4  # share of their telling words that two wordings of the same have in common
_LIGHT: Final = 3  # letters of a word that tells little


@dataclass(frozen=True, slots=True)
class Uttered:
    """An utterance in the list.

    Attributes:
        origin: the utterance.
        first: the statement that told it first.
        reports: the reports that carry it.
    """

    origin: Origin
    first: Entry | None
    reports: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a report has an utterance, or a part of it.

    Attributes:
        entry: the statement.
        ground: why it is taken for a telling of the utterance; empty where no speaker is named.
        pieces: its words in pieces, each with whether the first telling of the same has them.
    """

    entry: Entry
    ground: str
    pieces: tuple[tuple[str, bool], ...]


def origins(visit: Visit) -> Page:
    """The utterances, those that most reports carry first, and the picture of the foremost ones."""
    snapshot, limit = visit.snapshot, visit.number("limit", _SHOWN, _MOST)
    found = snapshot.origins(limit=limit + 1)
    first = snapshot.firsts(found[:limit])
    shown = [
        Uttered(one, first.get(one.id), tuple(map(snapshot.listing, one.reports[:_DRAWN]))) for one in found[:limit]
    ]
    carried = [one for one in found[:_DRAWN] if len(one.reports) > 1]
    return Page(
        "origins.html",
        {"shown": shown, "cut": len(found) > limit, "limit": limit, "spread": spread(snapshot, carried)},
    )


def origin(visit: Visit) -> Page:
    """One utterance with all its tellings."""
    snapshot, limit = visit.snapshot, visit.number("limit", _TOLD, _MOST)
    traced = snapshot.origin(visit.path["id"])
    grounds = dict(zip((entry.id for entry in traced.entries), traced.grounds, strict=True))
    return Page(
        "origin.html",
        {
            "origin": traced.origin,
            "told": [_tellings(some, grounds) for some in alike(traced.entries[:limit])],
            "retold": [_tellings(some, {}) for some in alike(traced.retold[:limit])],
            "more": max(len(traced.entries), len(traced.retold)) - limit,
            "limit": limit,
            "spread": spread(snapshot, [traced.origin]),
        },
    )


def alike(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The tellings of one and the same together: each with the first one that has enough of its words."""
    groups: list[list[Entry]] = []
    for entry in entries:
        own = _forms(entry.words)
        near = max(groups, key=lambda group: _share(own, _forms(group[0].words)), default=None)
        if near and _share(own, _forms(near[0].words)) >= _ALIKE:
            near.append(entry)
        else:
            groups.append([entry])
    return groups


def _forms(text: str) -> frozenset[str]:
    return frozenset(word.form for word in words(text))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How many of their telling words two wordings share (Dice)."""
    ours, theirs = ({form for form in some if len(form) > _LIGHT} or some for some in (one, other))
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def _tellings(some: Sequence[Entry], grounds: Mapping[str, str]) -> list[Telling]:
    there = _forms(some[0].words)
    return [Telling(one, grounds.get(one.id, ""), tuple(compared(one.words, there))) for one in some]


def compared(text: str, there: Collection[str]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether its words are among the forms of others; what is no word always is."""
    at, pieces = 0, list[tuple[str, bool]]()
    for word in words(text):
        pieces += [(text[at : word.start], True), (text[word.start : word.end], word.form in there)]
        at = word.end
    for same, some in groupby([*pieces, (text[at:], True)], key=itemgetter(1)):
        yield "".join(part for part, _ in some), same
