"""How alike two parts of names are, from 0 to 1, and in what they differ."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.matching.given import short_for
from onrecord.matching.naming import SERVANT, Part, without_article
from onrecord.matching.scripts import unlike, written_as
from onrecord.matching.spelling import Grade, bones, roman
from onrecord.matching.spelling import alike as grade

_CACHE = 1 << 16
_LIKE = 0.5  # likeness below which no two spellings are of one name
_SHORT = 0.9  # likeness of a short form to its full name
_INITIAL = 0.85  # of an initial to its name
_SPELT = 0.97  # of two romanisations
_WRITTEN = 0.9  # of a name to its usual form in another script
_EVEN = 0.9  # how much less likely than chance (a logarithm, per letter) a form is that may or may not be the name's
_ACROSS = 5.0  # edits that a form is away from a name in another script that is not its own
_SLIP = 6.0  # how much less likely (a logarithm) one edit makes a form
_VOWEL = 0.25  # how much less a vowel counts than a consonant
_BARE = 1.5  # how much more a letter tells where vowels are not written
_CONSONANTAL = frozenset("אבגדהוזחטיכךלמםנןסעפףצץקרשתءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ")


class Way(StrEnum):
    """A way in which two names differ."""

    SPELLING = "spelling"  # one name romanised in two ways
    SLIP = "slip"  # other letters: a slip, or another name
    SCRIPT = "script"
    ORDER = "order"
    NICKNAME = "nickname"
    INITIAL = "initial"
    JOINED = "joined"
    DROPPED = "dropped"  # one has a part more
    CONFLICT = "conflict"  # each has a part that the other lacks
    MARK = "mark"  # "jr", "iii"; a body's legal form


def compared(one: Part, other: Part) -> tuple[float, Way | None]:
    """How alike two parts are, and their way, if they are not the same."""
    if one == other:
        return 1.0, None
    alike = closeness(one, other)
    if across_scripts(one, other):
        return alike, Way.SCRIPT if alike >= _WRITTEN else Way.SLIP
    spelt = alike >= _LIKE and grade(one.form, other.form) <= Grade.VARIANT
    return _short(one.form, other.form) or (alike, Way.SPELLING if spelt else Way.SLIP)


def _short(one: str, other: str) -> tuple[float, Way] | None:
    """The likeness of a part to a shorter form of it: without "abd", a given name's short form, an initial."""
    if SERVANT + one == other or SERVANT + other == one:
        return _SHORT, Way.DROPPED
    if short_for(one, other):
        return _SHORT, Way.NICKNAME
    if min(len(one), len(other)) == 1:
        return (_INITIAL if one[0] == other[0] and len(one) != len(other) else 0.0), Way.INITIAL
    return None


def closeness(one: Part, other: Part) -> float:
    """How alike two parts are by their letters."""
    if across_scripts(one, other):
        native, latin = (one.native, other.form) if one.native else (other.native, one.form)
        likely = max(written_as(own, latin) for own in (native, without_article(native)))
        return 1 / (1 + math.exp(-max(likely, -_ACROSS) - _EVEN))
    return _close(one.form, other.form)


def across_scripts(one: Part, other: Part) -> bool:
    """Whether one part is in another script, and the other in Latin letters."""
    return bool(one.native) != bool(other.native)


def edits(one: Part, other: Part) -> float:
    """How many letters differ; a vowel counts for less, and so does what romanisations often write in two ways."""
    if across_scripts(one, other):
        return (1 - closeness(one, other)) * _ACROSS
    apart: float = min(OSA.distance(one.form, other.form), OSA.distance(roman(one.form), roman(other.form)))
    apart += _VOWEL * (OSA.distance(bones(one.form), bones(other.form)) - apart)
    if not (one.native or other.native):
        return min(apart, unlike(one.form, other.form) / _SLIP)
    return apart * (_BARE if one.native and other.native and one.native[0] in _CONSONANTAL else 1.0)


@lru_cache(_CACHE)
def _close(one: str, other: str) -> float:
    """By edits, in the form that romanisations share too, and by consonants."""
    if one == other:
        return 1.0
    if one.startswith(SERVANT) and other.startswith(SERVANT) and SERVANT not in {one, other}:
        return _close(one.removeprefix(SERVANT), other.removeprefix(SERVANT))
    p, q = roman(one), roman(other)
    if p == q:
        return _SPELT
    alike = max(_similarity(one, other), _similarity(p, q))
    return 0.5 + 0.5 * alike if len(bones(one)) > 1 and bones(one) == bones(other) else alike


def _similarity(one: str, other: str) -> float:
    return 1 - OSA.distance(one, other) / max(len(one), len(other))
