"""How likely two names are one bearer's, by their letters alone, and in what they differ.

The parts of the two names pair off, the most alike first; what the pairs and the parts left over tell is weighed by a
logistic model of a few named features (`likeness.toml`, taught by `training/likeness.py`). A likeness is evidence, no
proof: two people may bear one name, and father and son often nearly do.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.matching.closeness import Way, edits
from onrecord.matching.given import is_given
from onrecord.matching.naming import Named, Part, body, marked_apart, person
from onrecord.matching.pairing import Alignment, aligned
from onrecord.matching.spelling import PATRONYMIC

SAME = 0.5  # likeness from which two names are rather one bearer's than not

_CACHE = 1 << 16
_OFTEN = {Way.SPELLING, Way.SCRIPT, Way.ORDER, Way.NICKNAME, Way.JOINED}
_ANOTHER_CHARACTER = 0.2  # likeness of names of which each character is a word, where one differs
_WRITTEN_OTHERWISE = {Way.SPELLING, Way.SLIP, Way.SCRIPT}
_MINOR = 0.3  # how much an initial or a patronymic tells beside a name


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names are one bearer's: from 0 to 1, and in what they differ."""

    score: float
    ways: frozenset[Way] = frozenset()

    @property
    def one_name(self) -> bool:
        """Whether they differ only in how one name is often written: no other letters, no part more."""
        return self.score >= SAME and self.ways <= _OFTEN


def same_person(one: str, other: str) -> float:
    """How likely two names are one person's."""
    return person_likeness(one, other).score


def person_likeness(one: str, other: str) -> Likeness:
    """How likely two names are one person's, and in what they differ."""
    return _likeness("person", *sorted((one, other)))


def body_likeness(one: str, other: str) -> Likeness:
    """How likely two names are one organisation's, and in what they differ."""
    return _likeness("body", *sorted((one, other)))


@lru_cache(_CACHE)
def _likeness(camp: str, one: str, other: str) -> Likeness:
    read = person if camp == "person" else body
    first, second = read(one), read(other)
    if not (first.parts and second.parts):
        return Likeness(float(one == other))
    if by_characters(first, second) and first.characters != second.characters:
        return Likeness(_ANOTHER_CHARACTER, frozenset({Way.SLIP}))
    if first.parts == second.parts and not marked_apart(first, second):
        return Likeness(1.0)
    ways, features = told(first, second)
    return Likeness(_weighed(camp, features), ways)


def by_characters(first: Named, second: Named) -> bool:
    """Whether both names are in one script of which each character is a syllable or a word."""
    return bool(first.characters and second.characters) and first.hangul == second.hangul


def told(first: Named, second: Named) -> tuple[frozenset[Way], dict[str, float]]:
    """In what two names differ, and what is weighed."""
    pairing = aligned(first, second)
    ways = _ways(first, second, pairing)
    worst = pairing.worst
    slip = worst is not None and worst.way in _WRITTEN_OTHERWISE
    p, q = (worst.one, worst.other) if worst and slip else (Part(""), Part(""))
    surnamed = min(len(first.parts), len(second.parts)) > 1
    return ways, {
        "edits": edits(p, q) if slip else 0.0,
        "gender": float(surnamed and slip and worst is not None and worst.places == (0, 0) and _gendered(p, q)),
        "conflict": float(Way.CONFLICT in ways),
        "dropped": sum(map(_weight, pairing.left + pairing.right)) if Way.DROPPED in ways else 0.0,
        "order": float(Way.ORDER in ways),
        "given": float(Way.ORDER in ways and all(is_given(part.form) for part in first.parts + second.parts)),
        "mark": float(Way.MARK in ways),
    }


def _ways(first: Named, second: Named, pairing: Alignment) -> frozenset[Way]:
    """In what two names differ, as whole names too."""
    ways = {pair.way for pair in pairing.pairs if pair.way} - {Way.DROPPED}
    so = {
        Way.INITIAL: pairing.initials,
        Way.JOINED: pairing.joined,
        Way.CONFLICT: pairing.left and pairing.right,
        Way.DROPPED: bool(pairing.left) != bool(pairing.right),
        Way.ORDER: pairing.turned and not (first.turned or second.turned),
        Way.MARK: marked_apart(first, second),
    }
    return frozenset(ways | {way for way, holds in so.items() if holds})


def _gendered(one: Part, other: Part) -> bool:
    """Whether two given names differ as a man's and a woman's often do."""
    return not (one.native or other.native) and one.form.endswith("a") != other.form.endswith("a")


def _weight(part: Part) -> float:
    """How much a part tells: an initial or a patronymic less than a name."""
    return _MINOR if PATRONYMIC.search(part.form) else 1.0


def _weighed(camp: str, features: dict[str, float]) -> float:
    weights = _weights()[camp]
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads((files("onrecord.matching") / "likeness.toml").read_text("utf-8"))
