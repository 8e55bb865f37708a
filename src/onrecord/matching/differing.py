"""What the tellings of one happening disagree on: its day, a number in it, or its place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from onrecord.matching.gist import Count, Gist, declared
from onrecord.record.event import Differing, Discrepancy, Version
from onrecord.record.span import Span

_AT_LEAST = frozenset(["at least", "more than", "over"])
_AT_MOST = frozenset(["up to", "nearly", "almost", "fewer than", "less than"])
_ABOUT = 0.1  # how far "about" and its like may be off
_EXACT = 0.005  # numbers of one thing that differ by less are rounded: 11.4 and 11.42
Value = tuple[float, str]

_GROWING = frozenset(["dead", "injured", "wounded", "hurt", "missing", "arrested", "detained", "people"])


def discrepancies(dates: Sequence[Sequence[Gist]]) -> list[Discrepancy]:
    """What the tellings of a happening disagree on, given by the dates that they give it."""
    told = list(chain.from_iterable(dates))
    what = " ".join(told[0].told.sentence.split())
    found = [
        (Differing.DAY, _days(dates)),
        *((Differing.NUMBER, versions) for versions in _numbers(told)),
        (Differing.PLACE, _places(told)),
    ]
    return [Discrepancy(differs, what, "", tuple(versions)) for differs, versions in found if len(versions) > 1]


def _days(dates: Sequence[Sequence[Gist]]) -> list[Version]:
    """The days that tellings give, with their sentences."""
    rows = [(str(group[0].told.when), tuple(one.told.telling.sentence for one in group)) for group in dates]
    return [Version(day, words) for day, words in sorted(rows)]


# Numbers


def _numbers(told: Iterable[Gist]) -> Iterator[list[Version]]:
    """For each thing counted of which reports give numbers that cannot all be so, these numbers."""
    by_thing: dict[str, list[tuple[Gist, Count]]] = {}
    for one in told:
        for count in one.counts:
            by_thing.setdefault(count.of, []).append((one, count))
    for _, rows in sorted(by_thing.items()):
        at_odds = [pair for pair in combinations(rows, 2) if _at_odds(*pair)]
        counts = {count.words: (one, count) for pair in at_odds for one, count in pair}
        yield _versions(((count.amount, ""), _printed(one, count.words), count.words) for one, count in counts.values())


def _printed(one: Gist, words: Span) -> str:
    return " ".join(words.of(one.told.text).split())


def _at_odds(one: tuple[Gist, Count], other: tuple[Gist, Count]) -> bool:
    """Whether two reports give numbers of one thing that cannot both be so, and that did not grow between them."""
    (first, few), (second, many) = sorted((one, other), key=lambda row: row[1].amount)
    if first.told.report == second.told.report or _ranges_meet(few, many):
        return False
    return few.of not in _GROWING or first.told.telling.background or not _before(first, second)


def _before(first: Gist, second: Gist) -> bool:
    """Whether a report was published before another, as far as that is known."""
    end, start = first.told.published.end, second.told.published.start
    return end is None or start is None or end < start


def _ranges_meet(one: Count, other: Count) -> bool:
    (least, most), (lower, upper) = _range(one), _range(other)
    return least <= upper and lower <= most


def _range(count: Count) -> tuple[float, float]:
    """The numbers that the words allow."""
    if count.bound in _AT_LEAST:
        return count.amount, math.inf
    if count.bound in _AT_MOST:
        return 0.0, count.amount
    slack = count.amount * (_ABOUT if count.bound else _EXACT)
    return count.amount - slack, count.amount + slack


# Places


def _places(told: Sequence[Gist]) -> list[Version]:
    """The places of a happening that befalls something once, where no report tells how they go together."""
    once = [one for one in told if any(declared()[kind].once != "never" for kind in one.kinds) and len(one.places) == 1]
    sentences = [one.told.sentence.casefold() for one in told]
    at_odds = [pair for pair in combinations(once, 2) if _elsewhere(*pair, sentences)]
    rows = {
        span: ((0.0, place), _printed(one, span), span)
        for pair in at_odds
        for one in pair
        for place, span in one.places.items()
    }
    return _versions(rows.values())


def _elsewhere(one: Gist, other: Gist, sentences: Iterable[str]) -> bool:
    """Whether two reports put a happening at places that no sentence names together."""
    (here,), (there,) = one.places, other.places
    shared = one.names & other.names - {word[:6] for word in f"{here} {there}".split()}
    if one.told.report == other.told.report or not shared:
        return False
    return not any(here in sentence and there in sentence for sentence in sentences) and not _part(here, there)


def _part(here: str, there: str) -> bool:
    return bool(set(here.split()) & set(there.split()))


def _versions(rows: Iterable[tuple[Value, str, Span]]) -> list[Version]:
    """Versions by value, each in the words that come first."""
    by_value: dict[Value, list[tuple[Span, str]]] = {}
    for value, printed, span in rows:
        by_value.setdefault(value, []).append((span, printed))
    return [Version(min(some)[1], tuple(span for span, _ in sorted(some))) for _, some in sorted(by_value.items())]
