"""The sources of a view: who is who among all names that its reports use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.ledger.base import View
from onrecord.matching.identity import NameUse, identify
from onrecord.matching.offices import appointed
from onrecord.matching.who import Who, affiliations
from onrecord.record.judgement import Judged, Ruling
from onrecord.record.name import Source
from onrecord.story.derived import derived


def identified(view: View, judged: Collection[Judged]) -> Who:
    """The sources of a view, by the decisions on names that apply."""
    return derived(view, "who", _Written, lambda: _Written.of(_identify(view, judged))).who()


def _identify(view: View, judged: Collection[Judged]) -> Who:
    seen = view.names()
    spelled = view.spellings([name.key for name in seen])
    uses = [NameUse(n.key, n.kind, n.name, spelled.get(n.key, (n.name,)), n.reports) for n in seen]
    apart = _ruled(judged, Ruling.NOT_SAME_SOURCE)
    sources = identify(uses, apart, _ruled(judged, Ruling.SAME_SOURCE))
    roles = view.roles()
    sources |= appointed(view.offices(), sources, roles, apart)
    by_id = {source.id: source for source in sources.values()}
    return Who(sources, affiliations(sources, roles), by_id)


def _ruled(judged: Collection[Judged], ruling: Ruling) -> set[frozenset[str]]:
    pairs = (frozenset(one.judgement.names) for one in judged if one.judgement.ruling is ruling)
    return {pair for pair in pairs if len(pair) > 1}


@dataclass(frozen=True, slots=True)
class _Written:
    """Who is who, each source once.

    Attributes:
        sources: the sources.
        keys: the name keys.
        places: of each key the place of its source among these.
        speaks_for: source ids of persons with the source id of their body.
    """

    sources: tuple[Source, ...]
    keys: tuple[str, ...]
    places: tuple[int, ...]
    speaks_for: dict[str, str]

    @classmethod
    def of(cls, who: Who) -> _Written:
        """Who is who, to be kept."""
        places = {source: place for place, source in enumerate(dict.fromkeys(who.sources.values()))}
        at = tuple(places[source] for source in who.sources.values())
        return cls(tuple(places), tuple(who.sources), at, dict(who.speaks_for))

    def who(self) -> Who:
        """Who is who, to be asked."""
        by_key = {key: self.sources[place] for key, place in zip(self.keys, self.places, strict=True)}
        return Who(by_key, self.speaks_for, {source.id: source for source in by_key.values()})
