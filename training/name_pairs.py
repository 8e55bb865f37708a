"""Labelled pairs of names: name_bench of nomenklatura (MIT), one half to learn from and look at, one half held out.

`cases.csv` lies in `contrib/name_bench` of https://github.com/opensanctions/nomenklatura. Its groups are six, too
uneven to halve it; pairs that share a name make a family, and a family goes whole into the half that a hash of its name
says.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PERSON = frozenset({"Person"})
BODY = frozenset({"Company", "LegalEntity", "Organization"})


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, what they name, whether they are one bearer's, and whether we may look at them."""

    one: str
    other: str
    schema: str
    same: bool
    seen: bool


def cases(path: Path) -> list[Case]:
    """All cases of a file, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    family = _families((_sorted(row["name1"]), _sorted(row["name2"])) for row in rows)
    return [
        Case(row["name1"], row["name2"], row["schema"], row["is_match"] == "true", _seen(family[_sorted(row["name1"])]))
        for row in rows
    ]


def own() -> list[Case]:
    """Pairs of our own, of what the cases that may be seen do not hold: generations, two given names turned."""
    with Path(__file__).with_name("own_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Case(row["name1"], row["name2"], row["schema"], row["is_match"] == "true", seen=True) for row in rows]


def _sorted(name: str) -> str:
    return " ".join(sorted(name.casefold().split()))


def _families(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first name, in alphabetical order, of all that are linked to each by pairs."""
    members: dict[str, set[str]] = {}
    for one, other in pairs:
        united = members.get(one, {one}) | members.get(other, {other})
        members |= dict.fromkeys(united, united)
    return {name: min(united) for name, united in members.items()}


def _seen(family: str) -> bool:
    return sha256(family.encode()).digest()[0] % 2 == 0
