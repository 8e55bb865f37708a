"""The picture of a matter: a lane for each source, a column for each day or stretch of days, the answers as numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from onrecord.dossier.model import Chart, Row
from onrecord.prose.days import when
from onrecord.prose.pieces import name, sentence
from onrecord.prose.words import who
from onrecord.record.matter import Matter
from onrecord.record.when import When
from onrecord.story.lanes import Lane

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_LANES: Final = 12
_COLUMNS: Final = 12


def chart(snapshot: Snapshot, matter: Matter, numbers: dict[str, int], year: int | None) -> Chart | None:
    """Who gave which of the numbered answers when; None where no day is known.

    Args:
        snapshot: the record as of a day.
        matter: the matter.
        numbers: the number of each answer that is shown, by its id.
        year: the year that goes without saying.
    """
    lanes = [lane for lane in snapshot.lanes(matter.id) if any(one.position in numbers for one in lane.stretches)]
    said = sorted({day for lane in lanes for one in lane.stretches if one.position in numbers for day in one.days})
    if not said:
        return None
    starts = _starts(said)
    busiest = sorted(lanes, key=lambda lane: (not lane.source, -lane.statements))[:_LANES]
    rows = tuple(_row(snapshot, lane, numbers, starts) for lane in lanes if lane in busiest)
    undated = sum(len(one.statements) for lane in lanes for one in lane.stretches if not one.days)
    ends = [start - timedelta(days=1) for start in starts[1:]] + [said[-1]]
    columns = tuple(when(When.between(*days), year) for days in zip(starts, ends, strict=True))
    return Chart(columns, rows, len(lanes) - len(rows), undated)


def _starts(said: Sequence[date]) -> list[date]:
    """The first day of each column: every day of a short time, else stretches of days of one length."""
    days = (said[-1] - said[0]).days + 1
    length = -(-days // _COLUMNS)
    return [said[0] + timedelta(days=at) for at in range(0, days, length)]


def _row(snapshot: Snapshot, lane: Lane, numbers: dict[str, int], starts: Sequence[date]) -> Row:
    cells: list[set[int]] = [set() for _ in starts]
    for one in lane.stretches:
        for day in one.days if one.position in numbers else ():
            cells[bisect_right(starts, day) - 1].add(numbers[one.position])
    called = name(who(snapshot, lane.source), lane.source) if lane.source else "nobody named"
    return Row(sentence(called), tuple(tuple(sorted(cell)) for cell in cells))
