"""Who held which position when: the days of a matter, a lane for each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.matching.answers import position_id
from onrecord.record.claimed import ClaimRow
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.matters import answers, bearing, named


@dataclass(frozen=True, slots=True)
class Stretch:
    """A source at one position.

    Attributes:
        position: id of the position.
        days: the days on which the source is reported to have said so, each once, in order: the day of speech where it
            is known, else that of publication; empty where neither is.
        statements: ids of the statements that show it, in order of publication.
    """

    position: str
    days: tuple[date, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A source with the positions that it held on one matter.

    Attributes:
        source: id of the source; empty where nobody is named.
        stretches: its positions, the first held first.
    """

    source: str
    stretches: tuple[Stretch, ...]

    @property
    def statements(self) -> int:
        """How many statements show it."""
        return sum(len(stretch.statements) for stretch in self.stretches)


def lanes(known: Known, wanted: str) -> tuple[Lane, ...]:
    """The lanes of the matter of an id or the start of one; who spoke first comes first. Raises NotFound."""
    relation, subject = named(known, wanted)
    return derived(
        known.view, f"lanes {relation} {subject}", tuple[Lane, ...], lambda: _lanes(known, (relation, subject))
    )


def _lanes(known: Known, key: tuple[str, str]) -> tuple[Lane, ...]:
    on = bearing(known, key)
    if on is None:
        return ()
    speakers = {row.chain[-1] for row in on.rows if row.chain}
    ids = {speaker: known.who.id(speaker) for speaker in speakers}
    by_source: dict[str, list[Stretch]] = defaultdict(list)
    for one, rows in answers(known, on).items():
        held: dict[str, list[ClaimRow]] = defaultdict(list)
        for row in rows:
            held[ids[row.chain[-1]] if row.chain else ""].append(row)
        for source, said in held.items():
            by_source[source].append(_stretch(position_id(on.id, one), said))
    found = [Lane(source, tuple(sorted(some, key=_turn))) for source, some in by_source.items()]
    return tuple(sorted(found, key=lambda lane: (not lane.source, _turn(lane.stretches[0]), lane.source)))


def _stretch(position: str, rows: Sequence[ClaimRow]) -> Stretch:
    days = sorted({day for row in rows if (day := row.day)})
    return Stretch(position, tuple(days), tuple(dict.fromkeys(row.statement for row in rows)))


def _turn(stretch: Stretch) -> tuple[date, str]:
    return (min(stretch.days, default=date.max), stretch.position)
