"""What people ruled on matters and on positions, as far as it applies in a view."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.matching.answers import Bearing
from onrecord.matching.ruled import Two, ruled
from onrecord.record.judgement import Ruling
from onrecord.story.known import Known

_ON_MATTERS = (Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER)
ON_POSITIONS = (Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION)

Rulings = Mapping[Ruling, tuple[Two, ...]]


def decided(known: Known) -> bool:
    """Whether people decided anything on matters or positions, whatever became of it."""
    return any(one.ruling in {*_ON_MATTERS, *ON_POSITIONS} for one in known.decided)


def rulings(known: Known) -> Rulings:
    """The pairs of statements that people ruled to be of one matter or position, or not, as far as that applies."""
    return known.once("rulings", lambda: _rulings(known))


def _rulings(known: Known) -> Rulings:
    found: dict[Ruling, set[Two]] = {}
    for one in [*known.applied(*_ON_MATTERS), *known.applied(*ON_POSITIONS)]:
        first, second = one.statements
        if known.rejected.isdisjoint(one.statements):
            found.setdefault(one.judgement.ruling, set()).add((first, second))
    return {ruling: tuple(sorted(pairs)) for ruling, pairs in found.items()}


def with_rulings(known: Known, bearing: Bearing) -> Bearing:
    """What bears on a matter, with the rulings on its answers."""
    on = rulings(known)
    return ruled(bearing, known.who, on.get(Ruling.SAME_POSITION, ()), on.get(Ruling.NOT_SAME_POSITION, ()))
