"""The relations that claims may have, as `relations.toml` declares them."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from onrecord.errors import BadArgument

VARIABLE = "ONRECORD_RELATIONS"
"""The environment variable that names a user's own file of relations."""

UNDECLARED = "account"
"""The relation of a question that none of the others asks: whether something is so."""

_WHOLE = "*"
_PATTERNS = frozenset({"words", "near", "unless", "apart"})
_TABLES = frozenset({"words", "kinds", "generic", "relation"})
_NEEDED = ("question", "asks", "subject")
_KEYS = frozenset({*_NEEDED, "excludes", "qualifies", "same", "grows", "trigger"})
_RESERVED = {"number": "1", "money": "1"}
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


class _Declared(dict[str, Relation]):
    """Relations by name; one that a record holds and nobody declares is told, with what to do."""

    def __missing__(self, name: str) -> Relation:
        raise BadArgument(f"the record has claims of a relation that is not declared here: {name}; set {VARIABLE}")


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


def added_digest() -> str:
    """What tells one user's relations from another's, for the reader's version; empty where there are none."""
    path = os.environ.get(VARIABLE)
    return sha256(_text(path).encode()).hexdigest()[:8] if path else ""


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadArgument(f"{VARIABLE}: {path} cannot be read: {error}") from error


def _added(path: str) -> dict[str, Any]:
    """The tables of the user's own file, checked: what is wrong there is told with its place."""
    try:
        table = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadArgument(f"{VARIABLE}: {path} is no TOML: {error}") from error
    if unknown := sorted(table.keys() - _TABLES):
        raise BadArgument(f"{VARIABLE}: {path} has a table that means nothing here: {unknown[0]}")
    return table


def _merged(own: dict[str, Any], added: dict[str, Any], path: str) -> dict[str, Any]:
    """The declared tables with the user's: new relations, and more triggers, words and nouns for the others."""
    words, relations = own["words"] | added.get("words", {}), dict(own["relation"])
    kinds = {kind: own["kinds"].get(kind, {}) | added.get("kinds", {}).get(kind, {}) for kind in _kinds(own, added)}
    for name, row in added.get("relation", {}).items():
        _check(f"{VARIABLE}: {path}: relation {name}", row, words, new=name not in relations)
        old = relations.get(name, {"trigger": []})
        relations[name] = old | row | {"trigger": [*old["trigger"], *row.get("trigger", ())]}
    return {"words": words, "relation": relations, "kinds": kinds, "generic": own["generic"] | added.get("generic", {})}


def _kinds(own: dict[str, Any], added: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys([*own["kinds"], *added.get("kinds", {})]))


def _check(place: str, row: dict[str, Any], words: dict[str, str], *, new: bool) -> None:
    """Raise where a user's relation cannot be used."""
    missing = [key for key in _NEEDED if new and key not in row]
    unknown = sorted(row.keys() - _KEYS)
    if missing or unknown:
        raise BadArgument(f"{place}: " + (f"{missing[0]} is missing" if missing else f"unknown key {unknown[0]}"))
    for n, trigger in enumerate(row.get("trigger", ()), 1):
        _check_trigger(f"{place}, trigger {n}", trigger, words)


def _check_trigger(place: str, row: dict[str, Any], words: dict[str, str]) -> None:
    if unknown := sorted(row.keys() - {field.name for field in fields(Trigger)}):
        raise BadArgument(f"{place}: unknown key {unknown[0]}")
    if not row.keys() & {"words", "verbs", "passives", "states"}:
        raise BadArgument(f"{place}: it needs words, verbs, passives or states")
    for key in sorted(_PATTERNS & row.keys()):
        try:
            re.compile(_named(row[key], words | _RESERVED))
        except re.error as error:
            raise BadArgument(f"{place}: {key} is no regular expression: {error}") from error


@cache
def load() -> Relations:
    """The declared relations, and those that a user's own file adds to them, read once."""
    text = resources.files("onrecord").joinpath("relations.toml").read_text("utf-8")
    path, table = os.environ.get(VARIABLE), tomllib.loads(text)
    if path:
        table = _merged(table, _added(path), path)
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
            triggers=tuple(Trigger(**_spelt_out(trigger, table["words"])) for trigger in row.get("trigger", ())),
        )
        for name, row in table["relation"].items()
    }
    return Relations(_Declared(relations), table["kinds"], table["generic"])
