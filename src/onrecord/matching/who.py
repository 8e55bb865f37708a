"""Who is who in a view: names brought to sources, and whom a person speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.record.name import Kind, Source, source_id
from onrecord.wording import name_key

_BODIES = {Kind.ORGANISATION, Kind.OUTLET, Kind.OFFICE}


@dataclass(frozen=True, slots=True)
class Who:
    """The sources of a view by name key, and for persons the body that they speak for.

    Attributes:
        sources: source of each name key.
        speaks_for: source ids of persons with the source id of their body, where a report gives them a role in it.
        by_id: the same sources by their ids.
    """

    sources: Mapping[str, Source]
    speaks_for: Mapping[str, str]
    by_id: Mapping[str, Source]

    def id(self, key: str) -> str:
        """The source id of a name key, that of somebody or of nobody in particular; other keys are as they are."""
        source = self.sources.get(key)
        if source:
            return source.id
        return source_id(key) if "@" in key else key

    def name(self, key: str) -> str:
        """The fullest name of the source of a key; the key itself where it is no name of a source."""
        source = self.sources.get(key)
        return source.name if source else key

    def side(self, key: str) -> str:
        """The id of the body that the source of a key speaks for, or else its own."""
        own = self.id(key)
        return self.speaks_for.get(own, own)


def affiliations(sources: Mapping[str, Source], roles: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Whom persons speak for: the one body that the roles given them name ("spokesman of the harbour guard").

    Args:
        sources: source of each name key.
        roles: the roles that reports give each name key.
    """
    bodies = {name_key(s): source.id for source in sources.values() if source.kind in _BODIES for s in source.names}
    found: dict[str, set[str]] = {}
    for key, held in roles.items():
        own = sources.get(key)
        if own and own.kind is Kind.PERSON:
            for role in held:
                found.setdefault(own.id, set()).update(_within(name_key(role), bodies))
    return {person: min(named_bodies) for person, named_bodies in sorted(found.items()) if len(named_bodies) == 1}


def _within(words: str, bodies: Mapping[str, str]) -> set[str]:
    """Ids of the bodies whose name stands in the words, whole words only."""
    parts = words.split()
    runs = {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(len(parts), i + 7) + 1)}
    return {bodies[run] for run in runs if run in bodies}
