"""Tellings of many reports brought to one happening, and happenings that reports date differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from onrecord.record.event import Event
from onrecord.record.reading import Telling
from onrecord.record.when import When
from onrecord.wording import words

_ALIKE = 0.4  # share of the shorter telling's words that two tellings of one happening have in common
_LIGHT = 3  # letters of a word that says nothing of what happened


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with the words of its sentence."""

    report: str
    telling: Telling
    text: str


def events(told: Sequence[Told]) -> list[Event]:
    """The happenings that these tellings tell of, by date.

    Tellings are one happening where they give it the same date and share enough of their words with the first of them.

    Args:
        told: tellings, in order of date, publication and offset.
    """
    by_date: dict[tuple[date | None, date | None], list[Told]] = {}
    for one in told:
        by_date.setdefault((one.telling.when.start, one.telling.when.end), []).append(one)
    days = sorted(by_date, key=lambda ends: (ends[0] or date.min, ends[1] or date.max))
    return [event for day in days for event in _of_one_date(by_date[day])]


def _of_one_date(told: Iterable[Told]) -> list[Event]:
    groups: list[tuple[frozenset[str], list[Told]]] = []
    holding: dict[str, list[int]] = {}
    for one in told:
        said = _telling_words(one.text)
        near = {number for word in said for number in holding.get(word, ())}
        fits = (number for number in sorted(near) if _alike(said, groups[number][0]))
        number = next(fits, len(groups))
        if number == len(groups):
            groups.append((said, []))
            for word in sorted(said):
                holding.setdefault(word, []).append(number)
        groups[number][1].append(one)
    return [_event(group) for _, group in groups]


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(word.form[:6] for word in words(text) if len(word.form) > _LIGHT)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))


def _event(group: Sequence[Told]) -> Event:
    first = group[0]
    when = When(first.telling.when.start, first.telling.when.end, first.telling.when.precision)
    return Event(
        id="ev-" + sha256(f"{when} {first.report} {first.telling.sentence.start}".encode()).hexdigest()[:10],
        text=" ".join(first.text.split()),
        when=when,
        statements=tuple(sorted({i for one in group for i in one.telling.statements})),
        reports=tuple(dict.fromkeys(one.report for one in group)),
        background=all(one.telling.background for one in group),
    )
