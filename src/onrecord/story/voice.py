"""One source across a story: on which matters it speaks, where it changed its story, who passes on what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.ledger.base import Selection
from onrecord.matching.hubs import Key
from onrecord.record.matter import Matter
from onrecord.record.statement import Mode, Statement
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.matters import matter_of, ranked
from onrecord.story.shifts import Shift, changed

Called = tuple[str, str]  # id and name


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody who passes on what others said, or who is passed on.

    Attributes:
        source: id of the source; empty for an outlet that nobody speaks of, and for a channel.
        name: what it is called; "" stands for outlets and channels that are not known.
        statements: in how many statements.
        reports: in how many reports.
    """

    source: str
    name: str
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class Relays:
    """Who passes on what a source said, and whom it passes on; those with the most statements first.

    Attributes:
        outlets: the outlets whose reports carry it.
        through: the sources on whose word reports tell it ("the agency, citing the mayor").
        relayed: the sources whose words reports tell on its word.
        channels: by which channels it spoke, as reports name them; "" stands for those that name none.
        statements: how many statements it makes.
        own: how many of them it makes as an outlet, in its own voice.
    """

    outlets: tuple[Passed, ...]
    through: tuple[Passed, ...]
    relayed: tuple[Passed, ...]
    channels: tuple[Passed, ...]
    statements: int
    own: int


@dataclass(frozen=True, slots=True)
class Turned:
    """A change of story with the matter in which it was made."""

    matter: str
    question: str
    shift: Shift


def relays(known: Known, source: str) -> Relays:
    """Who passes on what the source of an id said, and whom it passes on."""
    return derived(known.view, f"relays {source}", Relays, lambda: _relays(known, source))


def _relays(known: Known, source: str) -> Relays:
    keys = known.keys({source})
    said = known.kept(known.view.statements(Selection(sources=keys)))
    cited = [one for one in known.kept(known.view.statements(Selection(chain=keys))) if one.chain[-1] not in keys]
    known.introduce({key for one in [*said, *cited] for key in one.chain})
    outlets = {report: _publisher(known, report) for report in {one.report for one in said}}
    return Relays(
        _passed((outlets[one.report], one) for one in said if one.mode is not Mode.OWN),
        _passed((_called(known, key), one) for one in said for key in set(one.chain[:-1]) - keys),
        _passed((_called(known, one.chain[-1]), one) for one in cited),
        _passed((("", one.channel), one) for one in said),
        len(said),
        sum(one.mode is Mode.OWN for one in said),
    )


def _publisher(known: Known, report: str) -> Called:
    """The source that an outlet is, and its name."""
    outlet = known.headlines[report].outlet
    source = known.bearer(known.who.publisher(outlet)) if outlet else None
    return (source.id, source.name) if source else ("", outlet)


def _called(known: Known, key: str) -> Called:
    source = known.source(key)
    return (source.id, source.name) if source else ("", key)


def _passed(found: Iterable[tuple[Called, Statement]]) -> tuple[Passed, ...]:
    statements: Counter[Called] = Counter()
    reports: dict[Called, set[str]] = {}
    for by, one in found:
        statements[by] += 1
        reports.setdefault(by, set()).add(one.report)
    order = sorted(statements, key=lambda by: (-statements[by], by))
    return tuple(Passed(*by, statements[by], len(reports[by])) for by in order)


def matters_of(known: Known, source: str, limit: int | None = None) -> tuple[list[Matter], int]:
    """The matters on which a source speaks, the most contested first, and how many there are."""
    keys = _spoken_on(known, source)
    made = (matter_of(known, key) for key in keys[:limit])
    return [one for one in made if one], len(keys)


def turned(known: Known, source: str, limit: int | None = None) -> list[Turned]:
    """Where a source, or somebody who speaks for the same body, changed their story, in order of the days.

    Args:
        known: the view.
        source: id of the source.
        limit: how many of the matters on which it speaks are looked at, the most contested first; None for all.
    """
    side = _side(known, source)
    found = [
        one
        for key in _spoken_on(known, source)[:limit]
        for one in _turned(known, key)
        if side in {_side(known, one.shift.before.source), _side(known, one.shift.after.source)}
    ]
    return sorted(found, key=lambda one: (one.shift.after.day, one.matter, one.shift.after.statement))


def _side(known: Known, source: str) -> str:
    return known.who.speaks_for.get(source, source)


def _turned(known: Known, key: Key) -> Iterator[Turned]:
    """All changes of story on one matter."""
    found, one = changed(known, key), matter_of(known, key)
    if one:
        yield from (Turned(one.id, one.question, shift) for shift in found)


def _spoken_on(known: Known, source: str) -> list[Key]:
    """The matters on which a source speaks, the most contested first."""

    def made() -> list[Key]:
        keys = known.keys({source})
        topics = set(known.view.topics_of_sources(keys))
        subjects = {(relation, known.who.id(subject)) for relation, subject in known.view.subjects_of(keys)}
        return [key for key, tally in ranked(known) if key in subjects or not topics.isdisjoint(tally.topics)]

    return known.once(("spoken on", source), made)
