"""Tellings of many reports brought to one happening, also where they word it and date it differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import chain, combinations, product

from onrecord.matching.differing import discrepancies
from onrecord.matching.gist import Gist, Told, declared
from onrecord.record.event import Discrepancy, Event
from onrecord.record.reading import TellingKind
from onrecord.record.when import Precision

_ALIKE = 0.4  # share of the shorter telling's words that two tellings of one day and one happening have in common
_SHARED = 2  # words that they share at least, where they have so many
_COMMON = 100  # happenings of one day that a word may tell of before it tells them apart no more
_SLIP = timedelta(days=10)  # by so much reports may date one happening differently; further apart they are two
_NAMES = 2  # names that two tellings of different days share where they tell of one happening
_FIRST = 20  # tellings of a happening by which it is known, those of the first reports
_MOST = 40  # happenings of one kind and one name, above which the two tell nothing

Group = list[Gist]  # tellings of one happening that give it one date, in order of publication


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one happening by the date that they give it: the date that most reports give comes first."""

    dates: tuple[Group, ...]

    @property
    def event(self) -> Event:
        """It as an event, with what the reports disagree on."""
        first, *others = self.dates
        whole = sorted(chain(first, *others), key=lambda one: one.told.order)
        return _event(first, whole, discrepancies(list(self.dates)))

    @property
    def by_date(self) -> list[Event]:
        """It as an event for each of its dates."""
        return [_event(group, group, ()) for group in self.dates]


def events(told: Sequence[Told]) -> list[Event]:
    """The happenings that these tellings tell of, by date.

    Args:
        told: tellings, in order of date, publication and offset.
    """
    return [happening.event for happening in happenings(told)]


def happenings(told: Sequence[Told]) -> list[Happening]:
    """The tellings brought together by happening, by date."""
    by_date: dict[tuple[date, date], Group] = {}
    for one in map(Gist, told):
        by_date.setdefault(_ends([one]), []).append(one)
    groups = [group for day in sorted(by_date) for group in _of_one_date(by_date[day])]
    found = [_happening([groups[n] for n in joined]) for joined in _joined(groups)]
    return sorted(found, key=lambda happening: _ends(happening.dates[0]))


def _happening(groups: Iterable[Group]) -> Happening:
    """The tellings of groups by their dates: the one that most reports give comes first, or else the earliest."""
    by_date: dict[tuple[date, date], Group] = {}
    for group in groups:
        by_date.setdefault(_ends(group), []).extend(group)
    dates = [sorted(by_date[ends], key=lambda one: one.told.order) for ends in sorted(by_date)]
    return Happening(tuple(sorted(dates, key=lambda group: -len(_reports(group)))))


def _ends(group: Group) -> tuple[date, date]:
    when = group[0].told.when
    return (when.start or date.min, when.end or date.max)


# Of one date


def _of_one_date(told: Iterable[Gist]) -> list[Group]:
    """Tellings that share enough words, or kind and names, with the first of their group."""
    groups: list[Group] = []
    holding: dict[str, list[int]] = {}
    for one in told:
        shared = Counter(chain.from_iterable(holding.get(word, ()) for word in one.words | one.names))
        enough = min(_SHARED, len(one.words | one.names))
        near = sorted(n for n, count in shared.items() if count >= enough)
        number = next((n for n in near if _of_one_happening(one, groups[n][0])), len(groups))
        if number == len(groups):
            groups.append([])
            for word in one.words | one.names:
                if len(held := holding.setdefault(word, [])) < _COMMON:
                    held.append(number)
        groups[number].append(one)
    return groups


def _of_one_happening(one: Gist, other: Gist) -> bool:
    """Whether two tellings of one date share enough words, or a kind of happening and whom or what it befell."""
    common = len(one.words & other.words)
    if common >= _ALIKE * max(1, min(len(one.words), len(other.words))):
        return True
    return bool(_day_known(one) and one.kinds & other.kinds) and _one_party(one, other, least=1)


def _day_known(one: Gist) -> bool:
    return one.told.when.precision is Precision.DAY


def _one_party(one: Gist, other: Gist, least: int) -> bool:
    """Whether two tellings share so many names, and each does not name another besides."""
    apart = one.names - other.names and other.names - one.names
    return len(one.names & other.names) >= least and not apart


# Of different dates


def _joined(groups: Sequence[Group]) -> list[list[int]]:
    """The numbers of groups that tell of one happening, in order; all of them by the first."""
    of = {n: [n] for n in range(len(groups))}
    for one, other in _pairs(groups):
        both = of[one] if of[one] is of[other] else [*of[one], *of[other]]
        if both is not of[one] and not _kept_apart(groups[n] for n in both):
            of.update(dict.fromkeys(both, both))
    return sorted({min(some): sorted(some) for some in of.values()}.values())


def _pairs(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Pairs of groups of different days that tell of one happening, the nearest in time first."""
    holding: dict[tuple[str, str], list[int]] = {}
    for n, group in enumerate(groups):
        for key in sorted({key for one in group for key in _keys(one)}):
            holding.setdefault(key, []).append(n)
    near = {pair for some in holding.values() if len(some) <= _MOST for pair in combinations(some, 2)}
    found = [pair for pair in near if _differently_dated(*(groups[n] for n in pair))]
    return sorted(found, key=lambda pair: (_distance(*(groups[n] for n in pair)), pair))


def _keys(one: Gist) -> Iterator[tuple[str, str]]:
    """What the tellings of one happening share at least: its kind and a name."""
    if _day_known(one) and one.told.telling.kind is not TellingKind.QUOTED and not one.repeated:
        once = (kind for kind in one.kinds if declared()[kind].once != "never")
        yield from product(once, one.names)


def _distance(one: Group, other: Group) -> timedelta:
    first, second = (_start(group) for group in (one, other))
    return abs(first - second)


def _start(group: Group) -> date:
    return group[0].told.when.start or date.min


def _differently_dated(one: Group, other: Group) -> bool:
    """Whether two groups tell of one happening and give it different days."""
    if not timedelta() < _distance(one, other) <= _SLIP:
        return False
    pairs = [pair for pair in product(one[:_FIRST], other[:_FIRST]) if pair[0].told.report != pair[1].told.report]
    firm = any(_same(a, b, least=1) for a, b in pairs if a.firm and b.firm)
    return firm and any(_same(a, b, least=_NAMES) for a, b in pairs)


def _same(one: Gist, other: Gist, least: int) -> bool:
    """Whether two tellings of different days tell of one happening, by so many names at least."""
    kinds = {kind for kind, _ in _keys(one)} & {kind for kind, _ in _keys(other)}
    if not kinds or len(one.names & other.names) < least:
        return False
    return _one_party(one, other, least) or (
        any(declared()[kind].once == "to somebody" for kind in kinds)
        and one.head == other.head
        and _nobody_else(one, other)
    )


def _nobody_else(one: Gist, other: Gist) -> bool:
    """Whether what each names besides is no other person: they have two names or more."""
    return min(len(one.names - other.names), len(other.names - one.names)) <= 1


def _kept_apart(groups: Iterable[Group]) -> bool:
    """Whether a report tells both days, a sentence each: it knows of two happenings."""
    told: dict[str, dict[int, set[date]]] = {}
    for one in chain.from_iterable(groups):
        sentences = told.setdefault(one.told.report, {})
        sentences.setdefault(one.told.telling.sentence.start, set()).add(one.told.when.start or date.min)
    return any(len(set.union(*some.values())) > max(map(len, some.values())) for some in told.values())


# As events


def _reports(group: Iterable[Gist]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.told.report for one in group))


def _event(dated: Group, whole: Group, differing: Sequence[Discrepancy]) -> Event:
    """An event of the date of some tellings and with all that is told of it."""
    first = dated[0].told
    return Event(
        id="ev-" + sha256(f"{first.when} {first.report} {first.telling.sentence.start}".encode()).hexdigest()[:10],
        text=" ".join(first.sentence.split()),
        words=first.telling.sentence,
        when=first.when,
        statements=tuple(sorted({i for one in whole for i in one.told.telling.statements})),
        reports=_reports(whole),
        background=all(one.told.telling.background for one in whole),
        placed=all(one.told.placed for one in dated),
        discrepancies=tuple(differing),
    )
