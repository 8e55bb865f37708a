"""Who is meant by an office ("the interior minister"): the one person whom the reports of a view give it.

Nobody is meant where two hold it, where the one who held it does no longer, or where a role is only like it ("deputy
interior minister", "adviser to the interior minister").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.record.name import Ground, Kind, Source, called
from onrecord.wording import name_key

_SAME = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "defense": "defence",
    "harbor": "harbour",
    "labor": "labour",
}
_SMALL = frozenset("of for the and in at to a an s".split())
_BEFORE = frozenset("of for in at to from with".split())
_PAST = frozenset("former ex late then ousted outgoing deposed ex-".split())
_RANKS = frozenset("rear adm admiral col colonel lt capt maj brig dr mr ms mrs prof sir dame".split())
HELD = "the only one whom the reports give that office"
_BESIDE = frozenset(
    "deputy vice assistant shadow acting interim designate elect candidate associate under junior".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its words.

    Attributes:
        head: the noun that says what its holder is.
        words: all that say which office it is, the head among them.
        past: whether it is one that its holder has left.
    """

    head: str
    words: frozenset[str]
    past: bool

    @classmethod
    @lru_cache(maxsize=65_536)
    def of(cls, text: str) -> Office:
        """The office that some words name ("director of the port", "the port's director")."""
        words = [_SAME.get(word, word) for word in name_key(text.replace("'s", "").replace("’s", "")).split()]
        while len(words) > 1 and words[-1] in _RANKS:
            words.pop()
        cut = next((n for n, word in enumerate(words) if n and word in _BEFORE), len(words))
        telling = frozenset(words) - _SMALL - _PAST
        return cls(words[cut - 1] if words else "", telling, bool(_PAST & set(words)))

    def given(self, role: Office) -> bool:
        """Whether who has a role has the office."""
        beside = (role.words - self.words) & _BESIDE
        return self.words <= role.words and self.past == role.past and not beside

    def left(self, role: Office) -> bool:
        """Whether who has a role has had the office, and left it."""
        return self.words <= role.words and role.past and not self.past


def appointed(
    offices: Iterable[str],
    sources: Mapping[str, Source],
    roles: Mapping[str, tuple[str, ...]],
    apart: Collection[frozenset[str]] = (),
) -> dict[str, Source]:
    """The sources of those office keys that one person alone is known to hold, with their new grounds.

    Args:
        offices: keys of offices, each with the report that speaks of it ("interior minister@...").
        sources: source of each name key.
        roles: the roles that reports give each name key.
        apart: pairs of names that a person has ruled to be two.
    """
    ruled = {frozenset(map(name_key, pair)) for pair in apart}
    held = _held(sources, roles)
    spoken: dict[str, list[str]] = defaultdict(list)
    for key in offices:
        spoken[called(key)].append(key)
    grounds: dict[str, list[Ground]] = defaultdict(list)
    keys: dict[str, list[str]] = defaultdict(list)
    for words, some in sorted(spoken.items()):
        holder = _holder(Office.of(words), held)
        if holder and not any({words, key} in ruled for key in sources[holder].keys):
            grounds[holder].append(Ground(min(holder, words), max(holder, words), HELD))
            keys[holder] += some
    return {key: found for one in grounds for key, found in _with(sources, one, grounds[one], keys[one]).items()}


def _held(sources: Mapping[str, Source], roles: Mapping[str, tuple[str, ...]]) -> dict[str, dict[Office, set[str]]]:
    """For each noun of an office, the roles that have it and the leading keys of the persons who have these."""
    found: dict[str, dict[Office, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, some in roles.items():
        source = sources.get(key)
        if source and source.kind is Kind.PERSON:
            for role in map(Office.of, some):
                for word in role.words:
                    found[word][role].add(source.keys[0])
    return found


def _holder(office: Office, held: Mapping[str, Mapping[Office, set[str]]]) -> str | None:
    """The one person who holds an office; None where nobody, several or no longer."""
    known = held.get(office.head, {})
    now = {key for role, keys in known.items() if role.head == office.head and office.given(role) for key in keys}
    past = {key for role, keys in known.items() if office.left(role) for key in keys}
    return next(iter(now)) if len(now) == 1 and not now & past else None


def _with(
    sources: Mapping[str, Source], holder: str, grounds: Iterable[Ground], keys: Iterable[str]
) -> dict[str, Source]:
    """All keys of a source, and some more, with the source as it is with them."""
    old = sources[holder]
    new = replace(old, grounds=tuple(sorted({*old.grounds, *grounds})))
    return dict.fromkeys((*old.keys, *keys), new)
