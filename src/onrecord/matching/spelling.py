"""Whether two names differ in spelling alone: token by token, in a romanised form.

Tokens are compared by edit distance with transpositions (Damerau 1964) and by their consonants, which transliterations
keep where they differ in vowels (Freeman, Condon & Ackerman, "Cross Linguistic Name Matching in English and Arabic",
NAACL 2006).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import filterfalse

from rapidfuzz.distance import OSA

Parts = tuple[str, ...]

_CACHE = 1 << 17  # tokens and pairs of tokens kept
_SHORT = 5  # letters below which another vowel may be another name
_LONG = 7  # letters from which a consonant too many is a slip
_SPARE = 3  # parts of a name that can spare the likeness of one

_BEFORE = frozenset("de da di du della der den von bin ibn".split())
PARTICLES = _BEFORE | frozenset("al el as ash ben bint do dela del van ter la le e y".split())
_ARTICLES = frozenset("the al el la le les der die das".split())
_SMALL = frozenset("of for and the in on to de la du des del di da y et und fur der e a an al do".split())
OFFICES = frozenset(
    """
    adm admiral ambassador capt captain chairman chairwoman chancellor chief col colonel commander commissioner director
    doctor dr frau gen general gov governor herr lieutenant lt madam mayor minister miss mlle mme mr mrs ms president
    professor prof prosecutor secretary senator sergeant spokesman spokesperson spokeswoman
    """.split()
)
_TITLES = OFFICES | frozenset(
    """
    ceo chair coach emir imam inspector judge justice king lady lord major officer official owner pope premier prime
    prince princess queen sheikh sheriff sir speaker sultan
    """.split()
)  # those beyond the offices are given names and surnames too
MALE = frozenset("mr herr sir lord".split())
FEMALE = frozenset("mrs ms miss mme mlle frau madam lady".split())
GENERATION = frozenset("jr sr junior senior ii iii iv".split())
TAILS = frozenset(
    """
    ab ag as asa bv co company corp corporation gmbh group holding holdings inc incorporated kg limited llc llp ltd nv
    oy oyj plc pty sa sarl se spa srl
    """.split()
)
_TRADE = {("news", "agency"), ("news", "service"), ("news", "network")}
_ROMAN = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^abd(?:[aeiou][lrnsz]|i|e)?(?=[bcdfghjklmnpqrstvwxyz])", "abd"),
        (r"t?sch", "sh"),
        (r"[kg]h", "k"),
        (r"ph", "f"),
        (r"([td])h", r"\1"),
        (r"ch(?=r)|ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"(?<=[^aeiou])re$", "er"),
        (r"w", "v"),
        (r"^j(?=[aou])", "y"),
        (r"(?<=[^sc])h(?=$|[^aeiou])", ""),
        (r"(?<=[^aeiou])y|y(?=$|[^aeiou])", "i"),
        (r"([a-z])\1+", r"\1"),
        (r"ii+", "i"),
    )
]


_LETTERS = re.compile(r"\b\w(?: \w\b)+")
PATRONYMIC = re.compile(r"^.$|.(?:[eo]v(?:ich|ych|na)|ivna|oglu|kizi|kyzy)$")  # initials and patronymics
_CLASSES = str.maketrans("eu", "ao")
_BONES = str.maketrans("gz", "ks")


class Grade(IntEnum):
    """How alike two tokens are."""

    EQUAL = 0
    VARIANT = 1
    DOUBTFUL = 2
    DIFFERENT = 3


@lru_cache(_CACHE)
def roman(token: str) -> str:
    """One form for the usual romanisations of one name: "qaddafi" and "kadhafi" come together."""
    for pattern, put in _ROMAN:
        token = pattern.sub(put, token)
    return token


@lru_cache(_CACHE)
def bones(token: str) -> str:
    """The first letter and the consonants of a romanised token."""
    form = roman(token).translate(_CLASSES).translate(_BONES)
    return re.sub(r"(.)\1+", r"\1", form[:1] + re.sub(r"[aeiouy]|(?<![sc])h", "", form[1:]))


@lru_cache(_CACHE)
def alike(one: str, other: str) -> Grade:
    """How alike two tokens are; "mario" is not "maria", nor "karlov" "karpov"."""
    p, q = roman(one), roman(other)
    if one == other or p == q:
        return Grade.EQUAL if one == other else Grade.VARIANT
    if not (p.isalpha() and q.isalpha()) or p.endswith("a") != q.endswith("a"):
        return Grade.DIFFERENT
    short, apart = min(len(one), len(other)), OSA.distance(p, q)
    if bones(one) != bones(other):
        slip = apart == 1 and short >= _LONG and p[0] == q[0] and len(p) != len(q)
        return Grade.VARIANT if slip else Grade.DIFFERENT
    if apart > 1 + (short > _LONG) and p.translate(_CLASSES) != q.translate(_CLASSES):
        return Grade.DIFFERENT
    return Grade.DOUBTFUL if short < _SHORT or (p[-1] in "eo") != (q[-1] in "eo") else Grade.VARIANT


def joined(parts: Parts) -> str:
    """The romanised name in one word."""
    return roman("".join(parts))


def person_parts(key: str) -> Parts:
    """The parts of a person's name, without office and particles but for those that it may not lose ("al gore")."""
    parts = key.split()
    office = max((place for place, part in enumerate(parts[:-1], 1) if part in OFFICES), default=0)
    parts = parts[office:]
    while len(parts) > 1 and parts[0] in _BEFORE:
        parts = parts[1:]
    return (*parts[:1], *(part for part in parts[1:-1] if part not in PARTICLES), *parts[1:][-1:])


def body_parts(key: str) -> Parts:
    """The parts of an organisation's name, without article, legal form, trade and its own initials."""
    parts = tuple(_LETTERS.sub(lambda letters: letters[0].replace(" ", ""), key).split())
    if len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    parts = tuple(part for place, part in enumerate(parts) if len(part) == 1 or part not in initials(parts[:place]))
    while len(parts) > 1 and (parts[-1] in TAILS or (parts[-2:] in _TRADE and parts[2:])):
        parts = parts[:-1] if parts[-1] in TAILS else parts[:-2]
    return parts


def initials(parts: Sequence[str]) -> set[str]:
    """The initials of a name of several words, with and without its small words."""
    choices = (parts, [part for part in parts if part not in _SMALL])
    return {"".join(part[0] for part in some) for some in choices if len(some) > 1}


def base(parts: Parts) -> Parts:
    """What stands before the last "of", if it is several words; or nothing."""
    if "of" not in parts:
        return ()
    before = parts[: len(parts) - 1 - parts[::-1].index("of")]
    return before if len(before) > 1 else ()


def persons_fit(one: Parts, other: Parts) -> bool:
    """Whether two persons' names are one: in the middle an initial or patronymic may be dropped, a name may not."""
    if min(len(one), len(other)) == 1:
        return len(one) == len(other) and alike(one[0], other[0]) <= Grade.VARIANT
    if len(one) != len(other):
        one, other = ((parts[0], *filterfalse(PATRONYMIC.search, parts[1:-1]), parts[-1]) for parts in (one, other))
    return len(one) == len(other) > 1 and _parts_fit(one, other)


def _parts_fit(one: Parts, other: Parts) -> bool:
    """Whether the parts are alike one by one; in the middle an initial will do."""
    last = len(one) - 1
    grades = [
        Grade.EQUAL if 0 < place < last and 1 in (len(p), len(q)) and p[0] == q[0] else alike(p, q)
        for place, (p, q) in enumerate(zip(one, other, strict=True))
    ]
    spare = len(one) >= _SPARE and grades.count(Grade.DOUBTFUL) == 1
    return max(grades) <= (Grade.DOUBTFUL if spare else Grade.VARIANT)


def bodies_fit(one: Parts, other: Parts) -> bool:
    """Whether two organisations' or places' names are one."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) > 0 and all(alike(p, q) <= Grade.VARIANT for p, q in pairs)


def addressed_apart(one: str, other: str) -> bool:
    """Whether one key has a man's form of address and the other a woman's."""
    first, second = one.split()[:1], other.split()[:1]
    return any(MALE.issuperset(x) and FEMALE.issuperset(y) for x, y in ((first, second), (second, first)) if x and y)


def starts(parts: Parts) -> list[Parts]:
    """The shorter names, of two parts or more, with which a person's name starts; "jr" is not left out."""
    return [] if parts[-1] in GENERATION else [parts[:length] for length in range(2, len(parts))]


def persons_exclude(one: Parts, other: Parts) -> bool:
    """Whether two full names are of two persons of one family or one given name: neither is the other or its start."""
    if persons_fit(one, other) or one in starts(other) or other in starts(one):
        return False
    return any(alike(p, q) <= Grade.VARIANT for p in one for q in other)


def bodies_exclude(one: Parts, other: Parts) -> bool:
    """Whether two names are of sister bodies: half of their words the same, the rest different."""
    if bodies_fit(one, other) or base(one) == other or base(other) == one:
        return False
    return 2 * sum(part in other for part in one) >= max(len(one), len(other))


def proper(spelling: str) -> bool:
    """Whether a spelling is a proper name: no description, no bare title."""
    tokens = re.findall(r"[^\W\d_]+", re.sub(r"^(?:the|an?)\s+", "", spelling, flags=re.IGNORECASE))
    named = [token for token in tokens if token.casefold() not in _SMALL | PARTICLES]
    titles = all(token.casefold() in _TITLES for token in named)
    return bool(named) and not titles and not any(token[0].islower() for token in named)
