"""A matter: its answers side by side, how they dispute one another, and who changed their story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.library import Snapshot
from onrecord.record.event import Discrepancy
from onrecord.record.matter import Matter, Position
from onrecord.record.report import Listing
from onrecord.story.between import Between
from onrecord.story.entries import Entry
from onrecord.story.shifts import Given, Turns
from onrecord.web.columns import columns
from onrecord.web.excerpts import Excerpt, Said, around, said
from onrecord.web.lanes import picture
from onrecord.web.visit import Page, Visit

_COLUMNS: Final = 9
_LANES: Final = 30
_WORDED: Final = 3  # answers known by their words alone that stand with the others
_PAIRS: Final = 8
_TURNS: Final = 12
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two answers that are at odds, or of which one bears on the other.

    Attributes:
        between: how they stand to each other.
        one: the number of the one.
        other: that of the other.
        said: the words of the surest link; None where no two statements alone show it.
    """

    between: Between
    one: int
    other: int
    said: tuple[Said, Said] | None


@dataclass(frozen=True, slots=True)
class Telling:
    """How some reports tell what others tell otherwise.

    Attributes:
        value: the day, the number or the place.
        words: the report of the first of them, with its words.
        reports: how many tell it so.
    """

    value: str
    words: tuple[tuple[Listing, Excerpt], ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Differently:
    """What reports tell differently, with the words of each version."""

    found: Discrepancy
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """Who changed their story, who declined, who has not answered, with the statements that show it by id."""

    found: Turns
    entries: Mapping[str, Entry]


def matter(visit: Visit) -> Page:
    """One matter."""
    snapshot = visit.snapshot
    one = snapshot.matter(visit.path["id"])
    opened = visit.text("position")
    leading, folded = parted(one)
    shown = leading[: visit.number("positions", _COLUMNS, _MOST)]
    more = [*leading[len(shown) :], *folded]
    asked = next((position for position in more if position.id == opened), None)
    placed = [*shown, *([asked] if asked else [])]
    between = snapshot.between(one.id)
    return Page(
        "matter.html",
        {
            "matter": one,
            "picture": picture(snapshot, one, visit.number("lanes", _LANES, _MOST)),
            "columns": columns(
                snapshot, one, placed, snapshot.backed(one.id), {opened: visit.number("limit", 30, _MOST)}
            ),
            "opened": opened,
            "left": leading[len(shown) :],
            "folded": folded,
            "numbers": {position.id: at for at, position in enumerate(one.positions, 1)},
            "opposed": _opposed(snapshot, one, between[: visit.number("pairs", _PAIRS, _MOST)]),
            "pairs": len(between),
            "differently": [differently(snapshot, found) for found in snapshot.discrepancies(one.id)],
            "turning": turning(snapshot, snapshot.turns(one.id)),
            "turns": visit.number("turns", _TURNS, _MOST),
        },
    )


def parted(one: Matter) -> tuple[list[Position], list[Position]]:
    """The answers of a matter, and apart from them most of those of which the words alone are known."""
    worded = [position for position in one.positions if position.answer.startswith("“")]
    known = [position for position in one.positions if not position.answer.startswith("“")]
    room = max(0, _WORDED - len(known))
    return [*known, *worded[:room]], worded[room:]


def _opposed(snapshot: Snapshot, one: Matter, between: Iterable[Between]) -> list[Opposed]:
    numbers = {position.id: at for at, position in enumerate(one.positions, 1)}
    some = list(between)
    shown = [each.links[0] for each in some if each.links]
    words = said(snapshot, [statement for link in shown for statement in (link.source, link.target)])
    return [Opposed(each, numbers[each.one], numbers[each.other], _both(each, one, words)) for each in some]


def _both(between: Between, one: Matter, words: Mapping[str, Said]) -> tuple[Said, Said] | None:
    """The words of the surest link between two answers, in the order of these."""
    if not between.links or {between.links[0].source, between.links[0].target} - words.keys():
        return None
    first, second = words[between.links[0].source], words[between.links[0].target]
    of = next(position for position in one.positions if position.id == between.one)
    return (first, second) if first.entry.id in of.statements else (second, first)


def differently(snapshot: Snapshot, found: Discrepancy) -> Differently:
    """What reports tell differently, with the words of the first report of each version."""
    tellings = (
        Telling(
            version.value,
            tuple((snapshot.listing(span.report), around(snapshot, span)) for span in version.words[:2]),
            len(version.reports),
        )
        for version in found.values
    )
    return Differently(found, tuple(tellings))


def turning(snapshot: Snapshot, found: Turns) -> Turning:
    """Changes of story and silences with the statements that show them."""
    given: list[Given] = [one for shift in found.shifts[:_MOST] for one in (shift.before, shift.after)]
    given += found.unanswered[:_MOST]
    entries = snapshot.statements(ids=tuple(one.statement for one in given))
    return Turning(found, {entry.id: entry for entry in entries})
