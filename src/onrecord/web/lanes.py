"""The picture of a matter: who held which position when, a lane for each source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from onrecord.library import Snapshot
from onrecord.prose.safe import harmless, one_line
from onrecord.prose.words import who
from onrecord.record.matter import Matter
from onrecord.story.lanes import Lane

COLOURS: Final = 8
"""How many positions have a colour of their own; the others share the last one, which is grey."""

_LANES: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A lane of the picture.

    Attributes:
        source: id of the source; empty where nobody is named.
        name: what it is called.
        held: the number of each position that it held, with the days.
    """

    source: str
    name: str
    held: tuple[tuple[int, tuple[date, ...]], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a matter, and written beneath it for those who do not see it.

    Attributes:
        rows: the lanes, who spoke first on top.
        left_out: how many sources have no lane, for want of space.
        undated: how many statements have no day, and so no place in the picture.
        first: the first day of the story.
        last: its last day.
    """

    rows: tuple[Row, ...]
    left_out: int
    undated: int
    first: date | None
    last: date | None

    @property
    def drawing(self) -> dict[str, Any]:
        """What the script draws."""
        lanes = [
            {
                "name": harmless(row.name),
                "source": row.source,
                "held": [[n, [d.isoformat() for d in days]] for n, days in row.held],
            }
            for row in self.rows
        ]
        return {"lanes": lanes, "first": str(self.first or ""), "last": str(self.last or "")}


def picture(snapshot: Snapshot, matter: Matter, most: int = _LANES) -> Picture:
    """The lanes of those who say most on a matter, those first who hold a position that has a colour."""
    found = snapshot.lanes(matter.id)
    numbers = {position.id: at for at, position in enumerate(matter.positions, 1)}
    busiest = sorted(found, key=lambda lane: (not lane.source, not _coloured(lane, numbers), -lane.statements))[:most]
    rows = [_row(snapshot, lane, numbers) for lane in found if lane in busiest]
    drawn = [day for row in rows for _, days in row.held for day in days]
    story = [day for day, _ in snapshot.days()]
    undated = sum(len(stretch.statements) for lane in found for stretch in lane.stretches if not stretch.days)
    span = sorted([*story[:1], *drawn, *story[-1:]])
    return Picture(tuple(rows), len(found) - len(rows), undated, *(span[0], span[-1]) if span else (None, None))


def _coloured(lane: Lane, numbers: dict[str, int]) -> bool:
    return any(numbers.get(stretch.position, COLOURS) < COLOURS for stretch in lane.stretches)


def _row(snapshot: Snapshot, lane: Lane, numbers: dict[str, int]) -> Row:
    held = tuple((numbers[stretch.position], stretch.days) for stretch in lane.stretches if stretch.position in numbers)
    return Row(lane.source, one_line(who(snapshot, lane.source)) if lane.source else "nobody named", held)
