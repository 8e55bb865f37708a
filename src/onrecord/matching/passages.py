"""Passages that stand, word for word or nearly, in several places.

Places that share a run of words are compared (`meeting`) and grown as far as their words go on alike (`aligning`); what
is long and weighty enough is a passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from onrecord.matching.aligning import Ground, Grown, foremost, grow
from onrecord.matching.meeting import Met, candidates, meet, ones, places, publishers, repeated, starting
from onrecord.prints import Counts, Flags, Numbers, Spots, Words, numbered, runs
from onrecord.record.reuse import Likeness, Reuse
from onrecord.record.span import Span
from onrecord.weights import common, heavy

_WORDS, _CONTENT, _COMMON = 7, 4, 3  # least words of a passage, words of weight among them, and no names among these
_NAMING = 10  # least words of a passage in which names carry the weight
_QUOTED, _QUOTED_COMMON = 6, 2  # least words of one within quotation marks, which is somebody's own words
_WORDS_WITHIN = 8  # least words of one that a report repeats: writers repeat their own phrases
_DENSE = 0.5  # least share of equal words in the longer place
_ALIKE = 8  # so many places of a run are looked at in a text

_QUOTE = re.compile(r"[“\"„«][^“”\"„«»\n]+[”\"»]")


def reuses(
    order: Sequence[str],
    texts: Callable[[str], str],
    spots: Spots,
    outlets: Mapping[str, str] | None = None,
    only: Collection[str] | None = None,
) -> list[Reuse]:
    """Passages that reports have in common, by order of publication and place.

    Args:
        order: ids of the reports in order of publication; others do not count.
        texts: gives the text of a report.
        spots: where the prints of the reports stand.
        outlets: who published each report, where that is known.
        only: compare these reports alone with each other and with the rest.
    """
    wanted = ones(order, only)
    met = meet(order, spots, wanted)
    pairs = candidates(met, wanted)
    ranks = np.flatnonzero(sum(np.bincount(met.report[side], minlength=len(order)) for side in pairs))
    reports = [order[rank] for rank in ranks.tolist()]
    read = [texts(report) for report in reports]
    words = numbered(read)
    before = np.zeros(len(order), np.int64)
    before[ranks] = words.bounds[:-1]
    found = _weighty(words, read, _grown(words, *(before[met.report[side]] + met.word[side] for side in pairs)))
    found = found.of(np.fromiter(foremost(found), np.int64))
    found = found.of(np.lexsort((found.other_end, found.other_start, found.end, found.start, found.pair)))
    habits = _habits(met, publishers(order, outlets or {}), ranks, words, found)
    return list(_told(reports, words, found, habits))


def shared(one: str, other: str) -> int:
    """How many words the longest passage of two texts has in common, as `reuses` would have it; 0 without a passage."""
    words = numbered([one, other])
    prints, firsts = runs(words.codes, heavy(words), words.bounds)
    edge = int(np.searchsorted(firsts, words.bounds[1]))
    mine, theirs = prints[:edge], prints[edge:]
    order = np.argsort(theirs, kind="stable")
    low, high = (np.searchsorted(theirs[order], mine, side) for side in ("left", "right"))
    seeds = [
        (firsts[:edge][low + step < high], firsts[edge:][order[(low + step)[low + step < high]]])
        for step in range(min(_ALIKE, int((high - low).max(initial=0))))
    ]
    pairs = (np.concatenate([np.empty(0, np.int64), *side]) for side in zip(*seeds, strict=True)) if seeds else ()
    found = _weighty(words, [one, other], _grown(words, *pairs)) if seeds else None
    return int(found.shared.max(initial=0)) if found else 0


def _grown(words: Words, seeds: Numbers, others: Numbers) -> Grown:
    """The places that grow from pairs of words, by pair of texts."""
    seeds, others = starting(seeds, others)
    pair = words.text_of(seeds) * (len(words.bounds) - 1) + words.text_of(others)
    order = np.lexsort((others, seeds, pair))
    return grow(_ground(words), pair[order], seeds[order], others[order])


def _ground(words: Words) -> Ground:
    """Words with their weights."""
    weighs = heavy(words)
    return Ground(words.codes, words.bounds, _before(weighs), _before(weighs & common(words)))


def _before(which: Flags) -> Counts:
    """Of the words before each, and at last of all, how many are so."""
    counts = np.zeros(len(which) + 1, np.int32)
    np.cumsum(which, out=counts[1:])
    return counts


def _weighty(words: Words, texts: Sequence[str], grown: Grown) -> Grown:
    """Where so much is shared, and so closely, that chance and stock phrases do not account for it."""
    dense = grown.of(grown.shared >= _DENSE * grown.longer)
    within = words.text_of(dense.start) == words.text_of(dense.other_start)
    named = (dense.common > 0) & (dense.shared >= _NAMING)
    enough = (dense.heavy >= _CONTENT) & ((dense.common >= _COMMON) | named)
    enough &= dense.likeness + dense.heavy >= _WORDS + _CONTENT
    enough &= dense.shared >= np.where(within, _WORDS_WITHIN, _WORDS)
    maybe = np.flatnonzero(~enough & ~within & (dense.shared >= _QUOTED) & (dense.common >= _QUOTED_COMMON))
    quoted = _Quoted(words, texts)
    sides = ((dense.start, dense.end), (dense.other_start, dense.other_end))
    for number in maybe.tolist():
        enough[number] = any(quoted.count(int(start[number]), int(end[number])) >= _QUOTED for start, end in sides)
    return dense.of(enough)


class _Quoted:
    """The words that stand in quotation marks."""

    def __init__(self, words: Words, texts: Sequence[str]) -> None:
        self._words = words
        self._texts = texts
        self._flags = cache(self._of)

    def count(self, start: int, end: int) -> int:
        """How many of these words of one text do."""
        text = int(np.searchsorted(self._words.bounds, start, side="right")) - 1
        first = int(self._words.bounds[text])
        return int(self._flags(text)[start - first : end - first].sum())

    def _of(self, text: int) -> Flags:
        first, end = self._words.bounds[text : text + 2]
        starts = self._words.starts[first:end]
        flags = np.zeros(end - first, np.bool_)
        for quote in _QUOTE.finditer(self._texts[text]):
            low, high = np.searchsorted(starts, quote.span())
            flags[low:high] = True
        return flags


def _habits(met: Met, publisher: Numbers, ranks: Numbers, words: Words, grown: Grown) -> Flags:
    """Which passages two reports share because their outlet repeats these words in many: its boilerplate."""
    habits = np.zeros(len(grown), np.bool_)
    text, other = words.text_of(grown.start), words.text_of(grown.other_start)
    owner = publisher[ranks]
    same = np.flatnonzero((text != other) & (owner[text] >= 0) & (owner[text] == owner[other]))
    if len(same):
        place, often = repeated(met, publisher)
        before, text = _before(often), text[same]
        low, high = (
            np.searchsorted(place, places(ranks[text], side[same] - words.bounds[text]))
            for side in (grown.start, grown.end)
        )
        habits[same] = 2 * (before[high] - before[low]) > high - low
    return habits


def _told(reports: Sequence[str], words: Words, grown: Grown, habits: Flags) -> Iterator[Reuse]:
    """The passages, as they are told."""
    sides = ((grown.start, grown.end), (grown.other_start, grown.other_end))
    placed = ((words.text_of(start), words.starts[start], words.ends[end - 1]) for start, end in sides)
    columns = [column.tolist() for side in placed for column in side]
    rows = zip(*columns, grown.blocks.tolist(), grown.shared.tolist(), habits.tolist(), strict=True)
    for text, start, end, other, begin, stop, blocks, equal, habit in rows:
        kind = Likeness.BOILERPLATE if habit else Likeness.VERBATIM if blocks == 1 else Likeness.NEAR
        yield Reuse(Span(reports[text], start, end), Span(reports[other], begin, stop), kind, equal)
