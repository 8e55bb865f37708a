"""What bears on a matter, narrowed to one side, one day or one place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from onrecord.matching.answers import Bearing
from onrecord.record.claimed import ClaimRow
from onrecord.story.known import Known
from onrecord.wording import words


def side_of(known: Known, sources: Collection[str]) -> set[str]:
    """These sources, and those who speak for them."""
    return set(sources) | {person for person, body in known.who.speaks_for.items() if body in sources}


def by(known: Known, bearing: Bearing, sources: Collection[str]) -> Bearing:
    """What sources of these ids are reported to have said on it, or those who speak for them."""
    side = side_of(known, sources)
    return replace(bearing, rows=[row for row in bearing.rows if row.chain and known.who.id(row.chain[-1]) in side])


def on(bearing: Bearing, day: date) -> Bearing:
    """What was said on a day; where it is not known when, what was published then."""
    return replace(bearing, rows=[row for row in bearing.rows if row.day == day])


def at(known: Known, bearing: Bearing, places: Collection[str]) -> Bearing:
    """What names one of these places, in its words or in what it claims."""
    names = {" ".join(word.form for word in words(name)) for one in places for name in known.who.by_id[one].names}
    contents = known.contents([row.statement for row in bearing.rows])
    return replace(bearing, rows=[row for row in bearing.rows if _names(known, row, contents, places, names)])


def _names(
    known: Known, row: ClaimRow, contents: dict[str, str], places: Collection[str], names: Collection[str]
) -> bool:
    value = row.value.removeprefix("in ").removeprefix("near ")
    if {known.who.id(key) for key in (row.subject, value) if key} & set(places):
        return True
    said = f" {' '.join(word.form for word in words(contents.get(row.statement, '')))} "
    return any(f" {name} " in said for name in names)


def filled(bearings: Sequence[Bearing]) -> list[Bearing]:
    """Those on which anything is left."""
    return [one for one in bearings if one.rows]
