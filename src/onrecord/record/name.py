"""Names as one report uses them, and the sources that they make together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256


class Kind(StrEnum):
    """What kind of bearer a name has."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    OFFICE = "office"
    ANONYMOUS = "anonymous"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Name:
    """One bearer of a name within one report: what that report alone can tell.

    Attributes:
        key: comparable form of the fullest spelling in the report (lower case, ASCII, no honorific or article).
            An anonymous bearer's key ends in "@" and the report's id: it is nobody beyond this report. That of a body
            which other countries have too ("interior ministry") ends in "~" and the report's id.
        name: the fullest spelling in the report.
        kind: what kind of bearer.
        spellings: every spelling of this bearer in the report, sorted: surname alone, acronym, handle, description.
        roles: offices and descriptions that the report gives, sorted, lower case ("spokesman of the harbour guard").
    """

    key: str
    name: str
    kind: Kind
    spellings: tuple[str, ...]
    roles: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether the bearer is nobody in particular, known to this report alone."""
        return "@" in self.key


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """Why two name keys were brought together.

    Attributes:
        one: the one key.
        other: the other, which is greater.
        why: what shows it ("spelling").
    """

    one: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """One who speaks, across the reports of a view.

    Attributes:
        id: stable while its leading name is.
        name: its fullest name.
        kind: what kind of source.
        names: every spelling seen, sorted.
        keys: the name keys that were brought together, sorted.
        grounds: why they were, sorted.
    """

    id: str
    name: str
    kind: Kind
    names: tuple[str, ...]
    keys: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()


def common(key: str) -> str:
    """What a body that other countries have too is called, by its key; nothing for other keys."""
    return called(key) if "~" in key else ""


def called(key: str) -> str:
    """What the bearer of a key is called, without the report that a key may name."""
    return key.partition("@")[0].partition("~")[0]


@lru_cache(maxsize=65_536)
def source_id(key: str) -> str:
    """The id of the source that a name key leads."""
    return "so-" + sha256(key.encode()).hexdigest()[:10]
