"""Who is who in a view: names brought to sources, and whom a person speaks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.matching.offices import Office
from onrecord.record.name import Kind, Source, source_id
from onrecord.wording import name_key

_LEADS = {
    "minister": ("ministry",),
    "prime minister": ("government", "cabinet"),
    "premier": ("government", "cabinet"),
    "president": ("presidency",),
    "mayor": ("town hall", "city hall", "town council", "city council", "municipality"),
    "governor": ("governors office", "governorate", "provincial government", "regional government"),
    "prosecutor": ("prosecutors office", "prosecution"),
    "harbourmaster": ("harbour office", "harbour authority", "port authority"),
    "chief": ("service", "brigade"),
    "commander": ("brigade", "command"),
}  # what the bodies are called that an office leads
_TOLD = frozenset({"minister", "chief", "commander"})  # offices that say nothing without what they are for
_ASIDE = frozenset(
    """
    aunt brother challenger cousin critic daughter defector father husband mother neighbour neighbor nephew niece
    opponent resident rival sister son survivor uncle victim widow wife witness
    """.split()
)
_LED = {
    kind.split()[-1]: [other for kinds in _LEADS.values() for other in kinds if other.endswith(kind.split()[-1])]
    for kinds in _LEADS.values()
    for kind in kinds
}  # the same by their last words
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
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

    def somebody(self, key: str) -> bool:
        """Whether a key is that of a source, and not of nobody in particular."""
        return "@" not in key or key in self.sources

    def publisher(self, outlet: str) -> str:
        """The id of the source that an outlet is, by whatever name a report gives it as its publisher's."""
        return self.id(name_key(outlet))

    def publishers(self, outlets: Iterable[str]) -> tuple[str, ...]:
        """One name for each of the sources that some outlets are, sorted; "" stands for those that are not known."""
        named: dict[str, str] = {}
        for outlet in sorted(set(outlets)):
            named.setdefault(self.publisher(outlet) if outlet else "", outlet)
        return tuple(sorted(named.values()))

    def name(self, key: str) -> str:
        """The fullest name of the source of a key; the key itself where it is no name of a source."""
        source = self.sources.get(key)
        return source.name if source else key

    def side(self, key: str) -> str:
        """The id of the body that the source of a key speaks for, or else its own."""
        own = self.id(key)
        return self.speaks_for.get(own, own)


def affiliations(sources: Mapping[str, Source], roles: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Whom persons speak for: the body that most of the roles given them name ("spokesman of the harbour guard").

    A role names a body by its name, or by the office that leads such a body ("the interior minister" its ministry).
    Whoever has left a role, or is only somebody's relative or critic, speaks for nobody by it.

    Args:
        sources: source of each name key.
        roles: the roles that reports give each name key.
    """
    bodies = _Bodies(sources)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for key, held in roles.items():
        own = sources.get(key)
        if own and own.kind is Kind.PERSON:
            for role in held:
                found[own.id].update(bodies.named(role))
    return {person: most for person, counted in sorted(found.items()) if (most := _most(counted))}


def _most(counted: Counter[str]) -> str | None:
    """What was counted most often; None where there is nothing, or no one such."""
    (first, most), (_, next_most) = [*counted.most_common(2), (None, 0), (None, 0)][:2]
    return first if most > next_most else None


class _Bodies:
    """The bodies among some sources, by their names and by the words of these."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._known: dict[str, set[str]] = {}
        self._called: dict[str, str] = {}
        self._kinds: dict[str, set[tuple[frozenset[str], str]]] = defaultdict(set)
        for source in {source.id: source for source in sources.values() if source.kind in _BODIES}.values():
            for name in source.names:
                key = name_key(name)
                if " " in key or name.isupper() or key == name_key(source.name):  # "Varn" may be a town, not Varn Radio
                    self._called[key] = source.id
                words = frozenset(key.split())
                for kind in {kind for word in words & _LED.keys() for kind in _LED[word]}:
                    if words.issuperset(kind.split()):
                        self._kinds[kind].add((words.difference(kind.split()), source.id))

    def named(self, role: str) -> set[str]:
        """Ids of the bodies for which a role lets somebody speak."""
        if role not in self._known:
            self._known[role] = self._named(role)
        return self._known[role]

    def _named(self, role: str) -> set[str]:
        office = Office.of(role)
        if office.past or office.head in _ASIDE:
            return set()
        parts = name_key(_POSSESSIVE.sub("", role)).split()
        runs = {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(len(parts), i + 7) + 1)}
        return {self._called[run] for run in runs if run in self._called} or self._led(role, office)

    def _led(self, role: str, office: Office) -> set[str]:
        """The body that an office leads, if there is one alone of its kind that may be meant."""
        head = "prime minister" if {"prime", "minister"} <= office.words else office.head
        own = office.words - set(head.split())
        if not own and (head in _TOLD or len(role.split()) > len(head.split())):
            return set()
        fits = {
            body
            for kind in _LEADS.get(head, ())
            for others, body in self._kinds.get(kind, ())
            if _agree(own, others, told=head in _TOLD)
        }
        return fits if len(fits) == 1 else set()


def _agree(own: frozenset[str], others: frozenset[str], *, told: bool) -> bool:
    """Whether what an office is for may be what a body is for; the one or the other may say no more."""
    return own <= others or (not told and others <= own)
