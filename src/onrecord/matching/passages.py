"""Passages that stand, word for word or nearly, in several places.

Places that share a fingerprint are grown to both sides word by word, over small gaps where a word was changed or a
clause dropped: seed and extend, as in BLAST (Altschul et al. 1990) and passim (Smith, Cordell & Dillon 2013).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from statistics import median

from onrecord.record.reuse import Likeness, Reuse
from onrecord.record.span import Span
from onrecord.wording import words

Spot = tuple[str, int, int]  # report, start, end
Block = tuple[int, int, int]  # equal words: where in one text, where in the other, how many

_GAP = 8  # words that may be changed or left out at a time
_WORDS, _CONTENT = 7, 4  # least words of a passage, and words of weight among them
_QUOTED, _QUOTED_CONTENT = 6, 2  # the same of a passage within quotation marks, which is somebody's own words
_WORDS_WITHIN = 8  # least words of one that a report repeats: writers repeat their own phrases
_SHORT = 3  # letters of a word that carries no weight, if it is no number
_DENSE = 0.5  # least share of equal words in the longer place
_ALL = 8  # so many places of a passage are compared each with each
_NEAR = 4  # of more places, each is compared with so many before it, and with the first
_HABIT = 3  # reports of one outlet that make a passage its boilerplate
_RECENT = 64  # passages of a pair of texts among which a seed is looked for
_SEED = 4  # words in a row from which the passages of two short texts are grown
_CACHE = 2048  # texts kept split into words

_QUOTE = re.compile(r"[“\"„«][^“”\"„«»\n]+[”“\"»]")
_GAPS = sorted(
    ((x, y) for x in range(_GAP + 1) for y in range(_GAP + 1) if x or y), key=lambda gap: (max(gap), sum(gap), gap)
)
_LIGHT = frozenset(
    """
    about after again against also although amid among another around because been before being below between both
    cannot could does doing down during each either even ever every from further have having here hers herself himself
    however into itself just less many meanwhile might more most much must myself neither nevertheless once only other
    ought ours over same shall should since some still such than that their theirs them themselves then there these
    they this those though through thus under until unto upon very were what when where whether which while whom whose
    will with within without would your yours
    according added adding asked called claimed comment comments declined described earlier expected interview
    journalists known later media news newspaper official officials people report reported reporters reports said
    saying says source sources speaking spokesman spokesperson spokeswoman statement statements told
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday morning afternoon evening
    night week weeks month months year years day days hour hours time times last next first second
    january february march april june july august september october november december
    """.split()
)


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A text as a sequence of words, with what is needed to compare it.

    Attributes:
        report: id of the report.
        forms: the words in comparable form.
        turned: the same from the last to the first.
        starts: where each word starts.
        ends: where each ends.
        quoted: whether each stands in quotation marks.
        common: whether each bears content and is no name.
    """

    report: str
    forms: list[str]
    turned: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[bool]
    common: list[bool]

    @classmethod
    def of(cls, report: str, text: str) -> _Text:
        found = words(text)
        forms = [word.form for word in found]
        starts, quoted = [word.start for word in found], [False] * len(found)
        for quote in _QUOTE.finditer(text):
            first, end = bisect_left(starts, quote.start()), bisect_left(starts, quote.end())
            quoted[first:end] = [True] * (end - first)
        common = [text[word.start].islower() and _heavy(word.form) for word in found]
        return cls(report, forms, forms[::-1], starts, [word.end for word in found], quoted, common)

    def at(self, offset: int) -> int | None:
        """The number of the word that starts there."""
        place = bisect_left(self.starts, offset)
        return place if place < len(self.starts) and self.starts[place] == offset else None

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, both included."""
        return Span(self.report, self.starts[first], self.ends[last])


def reuses(
    order: Sequence[str],
    texts: Callable[[str], str],
    places: Mapping[int, Sequence[Spot]],
    outlets: Mapping[str, str] | None = None,
    only: str | None = None,
) -> list[Reuse]:
    """Passages that reports have in common, by order of publication and place.

    Args:
        order: ids of the reports in order of publication; others do not count.
        texts: gives the text of a report.
        places: where each fingerprint stands, by print.
        outlets: who published each report, where that is known.
        only: compare this report alone with the others.
    """
    rank = {report: number for number, report in enumerate(order)}
    spots = [sorted((rank[report], start) for report, start, _ in some if report in rank) for some in places.values()]
    split = lru_cache(_CACHE)(lambda number: _Text.of(order[number], texts(order[number])))
    pairs: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for (one, start), (other, begin) in (pair for some in spots for pair in _pairs(some)):
        if only is None or rank.get(only) in {one, other}:
            pairs[one, other].add((start, begin))
    found = [
        reuse
        for one, other in sorted(pairs)
        for reuse in _align(split(one), split(other), _numbered(split(one), split(other), pairs[one, other]))
    ]
    known = {report: outlet for report, outlet in (outlets or {}).items() if outlet and report in rank}
    return _with_habits(found, places, known)


@lru_cache(maxsize=65_536)
def shared(one: str, other: str) -> int:
    """How many words two short texts share in their longest common passage of weight; 0 without one."""
    a, b = _content("one", one), _content("other", other)
    runs: dict[tuple[str, ...], int] = {}
    for i in range(len(a.forms) - _SEED + 1):
        runs.setdefault(tuple(a.forms[i : i + _SEED]), i)
    starts = ((runs.get(tuple(b.forms[j : j + _SEED])), j) for j in range(len(b.forms) - _SEED + 1))
    found = _align(a, b, sorted((i, j) for i, j in starts if i is not None))
    return max((reuse.words for reuse in found), default=0)


@lru_cache(maxsize=4_096)
def _content(name: str, text: str) -> _Text:
    return _Text.of(name, text)


def _pairs(spots: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Which places of a print to compare: few are paired each with each, many with the first and those just before."""
    if len(spots) <= _ALL:
        yield from combinations(spots, 2)
        return
    for number, spot in enumerate(spots):
        before = spots[max(1, number - _NEAR) : number]
        yield from ((other, spot) for other in ([spots[0]] if number else []) + list(before))


def _numbered(a: _Text, b: _Text, offsets: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of places as numbers of words, sorted."""
    numbers = ((a.at(start), b.at(begin)) for start, begin in offsets)
    return sorted((i, j) for i, j in numbers if i is not None and j is not None)


def _align(a: _Text, b: _Text, seeds: Iterable[tuple[int, int]]) -> Iterator[Reuse]:
    """The passages that grow from the seeds, in the order of the first text."""
    grown: list[list[Block]] = []
    for i, j in seeds:
        if any(p <= i < q and r <= j < s for (p, q), (r, s) in map(_extent, grown[-_RECENT:])):
            continue
        if blocks := _grow(a, b, i, j):
            grown.append(blocks)
    heavy = sorted((blocks for blocks in grown if _weighs(a, b, blocks)), key=lambda blocks: (-_shared(blocks), blocks))
    yield from sorted((_reuse(a, b, blocks) for blocks in _foremost(heavy)), key=lambda reuse: (reuse.a, reuse.b))


def _extent(blocks: Sequence[Block]) -> tuple[tuple[int, int], tuple[int, int]]:
    """From where to where they reach in the one text and in the other."""
    (i, j, _), (x, y, length) = blocks[0], blocks[-1]
    return (i, x + length), (j, y + length)


def _shared(blocks: Iterable[Block]) -> int:
    """How many words they share."""
    return sum(length for *_, length in blocks)


def _foremost(passages: Iterable[list[Block]]) -> list[list[Block]]:
    """Without those of which one place lies within that of a longer one: what a text repeats is told of it alone."""
    kept: list[list[Block]] = []
    for blocks in passages:
        mine = _extent(blocks)
        if not any(
            low <= start and end <= high
            for other in kept
            for (start, end), (low, high) in zip(mine, _extent(other), strict=True)
        ):
            kept.append(blocks)
    return kept


def _grow(a: _Text, b: _Text, i: int, j: int) -> list[Block]:
    """The equal stretches around a seed, in order; the two places never overlap in one text."""
    one = a.report == b.report
    right = _reach(a.forms, b.forms, (i, j), (j if one else len(a.forms), len(b.forms)))
    if not right:
        return []
    end = right[-1][0] + right[-1][2]
    size, width = len(a.forms), len(b.forms)
    left = _reach(a.turned, b.turned, (size - i, width - j), (size, width - end if one else width))
    before = [(size - x - n, width - y - n, n) for x, y, n in reversed(left)]
    return _joined([*before, *right])


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Equal stretches, with those that follow one another without a gap made one."""
    joined: list[Block] = []
    for i, j, length in blocks:
        x, y, before = joined[-1] if joined else (-1, -1, 0)
        if (x + before, y + before) == (i, j):
            joined[-1] = x, y, before + length
        else:
            joined.append((i, j, length))
    return joined


def _reach(a: Sequence[str], b: Sequence[str], at: tuple[int, int], stop: tuple[int, int]) -> list[Block]:
    """The equal stretches from two places onwards, over small gaps."""
    blocks: list[Block] = []
    gap: tuple[int, int] | None = (0, 0)
    while gap is not None:
        at = at[0] + gap[0], at[1] + gap[1]
        if length := _run(a, b, at, stop):
            blocks.append((*at, length))
        at = at[0] + length, at[1] + length
        gap = _bridge(a, b, at, stop)
    return blocks


def _run(a: Sequence[str], b: Sequence[str], at: tuple[int, int], stop: tuple[int, int]) -> int:
    """How many words are equal from two places onwards."""
    most = min(stop[0] - at[0], stop[1] - at[1])
    return next((n for n in range(most) if a[at[0] + n] != b[at[1] + n]), max(0, most))


def _bridge(a: Sequence[str], b: Sequence[str], at: tuple[int, int], stop: tuple[int, int]) -> tuple[int, int] | None:
    """The smallest gap behind which the two go on alike for long enough to make up for it."""
    for gap in _GAPS:
        i, j = at[0] + gap[0], at[1] + gap[1]
        if i < stop[0] and j < stop[1] and a[i] == b[j]:
            length = _run(a, b, (i, j), stop)
            if length >= 2 + max(gap) // 2 and any(map(_heavy, a[i : i + length])):
                return gap
    return None


def _heavy(form: str) -> bool:
    """Whether a word bears content: a number, or a longer word that is neither grammar nor the news trade's own."""
    return form[0].isdecimal() or (len(form) > _SHORT and form not in _LIGHT)


def _weighs(a: _Text, b: _Text, blocks: Sequence[Block]) -> bool:
    """Whether so much is shared, and so closely, that chance and stock phrases do not account for it."""
    shared, within = _shared(blocks), a.report == b.report
    content = sum(_heavy(form) for i, _, length in blocks for form in a.forms[i : i + length])
    enough = content >= _CONTENT and shared >= (_WORDS_WITHIN if within else _WORDS)
    longer = max(end - start for start, end in _extent(blocks))
    return shared >= _DENSE * longer and (enough or (not within and _quoted(a, b, blocks)))


def _quoted(a: _Text, b: _Text, blocks: Iterable[Block]) -> bool:
    """Whether enough of the shared words stand in quotation marks, on one side at least, and are not but names."""
    counts = [
        (sum(a.quoted[i : i + length]), sum(b.quoted[j : j + length]), sum(a.common[i : i + length]))
        for i, j, length in blocks
    ]
    mine, theirs, common = map(sum, zip(*counts, strict=True))
    return max(mine, theirs) >= _QUOTED and common >= _QUOTED_CONTENT


def _reuse(a: _Text, b: _Text, blocks: Sequence[Block]) -> Reuse:
    """The passage that these stretches make."""
    (start, end), (begin, stop) = _extent(blocks)
    kind = Likeness.VERBATIM if len(blocks) == 1 else Likeness.NEAR
    return Reuse(a.span(start, end - 1), b.span(begin, stop - 1), kind, _shared(blocks))


def _with_habits(
    found: Sequence[Reuse], places: Mapping[int, Sequence[Spot]], outlets: Mapping[str, str]
) -> list[Reuse]:
    """The same passages; those that an outlet repeats in many reports are called its boilerplate."""
    carriers = _carriers(places, outlets)

    def habit(reuse: Reuse) -> bool:
        if reuse.a.report == reuse.b.report or outlets.get(reuse.a.report) != outlets.get(reuse.b.report, "-"):
            return False
        counts = [count for start, count in carriers[reuse.a.report] if reuse.a.start <= start < reuse.a.end]
        return bool(counts) and median(counts) >= _HABIT

    return [replace(reuse, kind=Likeness.BOILERPLATE) if habit(reuse) else reuse for reuse in found]


def _carriers(places: Mapping[int, Sequence[Spot]], outlets: Mapping[str, str]) -> dict[str, list[tuple[int, int]]]:
    """For the prints of each report: where they stand, and how many reports of its outlet have them too."""
    carriers: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for spots in places.values():
        reports = Counter(outlets[report] for report in {report for report, *_ in spots} if report in outlets)
        for report, start, _ in spots:
            if report in outlets:
                carriers[report].append((start, reports[outlets[report]]))
    return carriers
