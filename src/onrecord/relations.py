"""The relations that claims may have, as `relations.toml` declares them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_WHOLE = "*"
_PATTERNS = frozenset({"words", "near", "unless", "apart"})
_NAME = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern that shows a relation, and what fills its parts; see the head of `relations.toml`."""

    words: str = ""
    verbs: str = ""
    passives: str = ""
    states: str = ""
    left: str = ""
    right: str = ""
    value: str = ""
    extent: str = ""
    speaker: str = ""
    near: str = ""
    unless: str = ""
    apart: str = ""
    reach: int = 120
    beside: int = 0
    topic: bool = False
    doubts: bool = False
    by: str = ""
    thing: str = ""
    hedged: str = ""
    around: bool = False
    bodies: bool = False
    inside: str = ""
    opens: bool = False
    rejects: bool = False
    owned: bool = False
    stated: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A question that reports may answer differently, and how its answers stand to each other."""

    name: str
    question: str
    asks: str
    subject: str
    excludes: tuple[tuple[str, str], ...]
    qualifies: tuple[tuple[str, str], ...]
    same: dict[str, str]
    grows: bool
    triggers: tuple[Trigger, ...]

    def disputed(self, one: str, other: str) -> bool:
        """Whether two different answers cannot both be so."""
        return _declared(self.excludes, one, other) or _declared(self.excludes, other, one)

    def qualified(self, one: str, other: str) -> bool:
        """Whether the first answer limits the second."""
        return _declared(self.qualifies, one, other)


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations by name, and the kinds of things that are known by a common noun.

    Attributes:
        relations: by name.
        kinds: key of each noun, by kind.
        generic: keys of each kind that may stand for whatever thing of it a report is about.
    """

    relations: dict[str, Relation]
    kinds: dict[str, dict[str, str]]
    generic: dict[str, list[str]]


def _declared(pairs: tuple[tuple[str, str], ...], one: str, other: str) -> bool:
    return any(a in {one, _WHOLE} and b in {other, _WHOLE} for a, b in pairs)


def _spelt_out(row: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    """A trigger in which the names of shared words stand for them."""
    return {key: _named(row[key], words) if key in _PATTERNS else row[key] for key in row}


def _named(pattern: str, words: dict[str, str]) -> str:
    return _NAME.sub(lambda name: words.get(name[1], name[0]), pattern)


@cache
def load() -> Relations:
    """The declared relations, read once."""
    text = resources.files("onrecord").joinpath("relations.toml").read_text("utf-8")
    table = tomllib.loads(text)
    relations = {
        name: Relation(
            name=name,
            question=row["question"],
            asks=row["asks"],
            subject=row["subject"],
            excludes=tuple(map(tuple, row.get("excludes", ()))),
            qualifies=tuple(map(tuple, row.get("qualifies", ()))),
            same=row.get("same", {}),
            grows=row.get("grows", False),
            triggers=tuple(Trigger(**_spelt_out(trigger, table["words"])) for trigger in row["trigger"]),
        )
        for name, row in table["relation"].items()
    }
    return Relations(relations, table["kinds"], table["generic"])
