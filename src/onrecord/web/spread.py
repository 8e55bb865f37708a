"""The picture of utterances: which reports carry each, by day and outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from onrecord.library import Snapshot
from onrecord.prose.safe import harmless
from onrecord.prose.words import day, outlet, shortened, who
from onrecord.record.origin import Origin
from onrecord.record.report import Listing

_LANES: Final = 14
_NAME: Final = 60
_REPORTS: Final = 120  # that are drawn


@dataclass(frozen=True, slots=True)
class Drawn:
    """An utterance in the picture.

    Attributes:
        origin: the utterance.
        name: who spoke, by which channel, when.
        reports: the reports that carry it and are drawn.
    """

    origin: Origin
    name: str
    reports: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What is drawn of utterances, and written beneath the picture for those who do not see it.

    Attributes:
        utterances: the utterances, those said first on top.
        lanes: the outlets that carry them, those with the most reports first; the last one may stand for all others.
        undated: how many reports have no place in the picture, since nobody knows their day.
        left_out: how many are not drawn, for want of space.
    """

    utterances: tuple[Drawn, ...]
    lanes: tuple[str, ...]
    undated: int
    left_out: int

    @property
    def drawing(self) -> dict[str, Any]:
        """What the script draws: a dot for each report, with the utterances that it carries."""
        carried: dict[str, list[int]] = {}
        listings = {one.id: one for drawn in self.utterances for one in drawn.reports}
        for number, drawn in enumerate(self.utterances, 1):
            for one in drawn.reports:
                carried.setdefault(one.id, []).append(number)
        dots = [
            {
                "lane": self._lane(one),
                "day": str(when),
                "told": harmless(f"{outlet(one)}, {when}"),
                "of": carried[one.id],
            }
            for one in listings.values()
            if (when := _published(one))
        ]
        names = [harmless(drawn.name) for drawn in self.utterances]
        return {"utterances": names, "lanes": list(map(harmless, self.lanes)), "dots": dots}

    def _lane(self, one: Listing) -> int:
        name = shortened(outlet(one), _NAME)
        return self.lanes.index(name) if name in self.lanes else len(self.lanes) - 1


def spread(snapshot: Snapshot, origins: Sequence[Origin]) -> Spread | None:
    """The picture of utterances; None where there is nothing to see in it."""
    ordered = sorted(origins, key=lambda one: (one.said.start or date.max, one.id))
    drawn = tuple(Drawn(one, _name(snapshot, one), tuple(_reports(snapshot, one))) for one in ordered)
    reports = {one.id: one for each in drawn for one in each.reports}.values()
    dated = [one for one in reports if _published(one)]
    if len(dated) < 2:  # noqa: PLR2004 - one report goes back to an utterance: there is nothing to compare
        return None
    left_out = sum(len(one.origin.reports) - len(one.reports) for one in drawn)
    return Spread(drawn, _lanes(dated), len(reports) - len(dated), left_out)


def _name(snapshot: Snapshot, one: Origin) -> str:
    said = day(one.said) if one.said.known else ""
    return ", ".join(filter(None, (shortened(who(snapshot, one.source), _NAME), shortened(one.channel, _NAME), said)))


def _reports(snapshot: Snapshot, one: Origin) -> Iterable[Listing]:
    return map(snapshot.listing, one.reports[:_REPORTS])


def _lanes(listings: Iterable[Listing]) -> tuple[str, ...]:
    counted = Counter(shortened(outlet(one), _NAME) for one in listings)
    names = sorted(counted, key=lambda name: (-counted[name], name))
    left_out = len(names) - _LANES
    return tuple(names) if left_out <= 0 else (*names[:_LANES], f"{left_out} other outlets")


def _published(one: Listing) -> date | None:
    """The last day on which it may have been published."""
    return one.published.end
