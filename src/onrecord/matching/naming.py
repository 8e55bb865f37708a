"""Names as they are read before they are compared: their parts in order, without what names nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.matching.scripts import foreign
from onrecord.matching.spelling import FEMALE, GENERATION, MALE, OFFICES, PARTICLES, TAILS
from onrecord.wording import name_key

_CACHE = 1 << 16
_ADDRESSES = OFFICES | frozenset(
    """
    ayatollah brother don dona emir father haji hajj hajji imam judge justice king lady lord major maulavi mawlawi
    monsieur mullah pan pani pope premier prasident presidente prince princess queen rabbi sayyid senor senora shaikh
    shaykh sheik sheikh signor signora sir sister sultan syed
    """.split()
)
SERVANT = "abd"  # "abd al-karim", "abdul karim": one name
_SERVANT = re.compile(r"a?bd(?:[aeou][lrnsz]|i)?$")
_ARTICLE = re.compile(r"[aeu][lrsnz]$")
_NATIVE_PARTICLES = frozenset("بن ابن بنت ال בן בת".split())
_NATIVE_ARTICLE = "ال"
_SYLLABIC = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")  # Han, Hangul: another character is another name
_FORMS = [
    (re.compile(rf"\b{words}\b"), form)
    for words, form in (
        (r"(?:open |public |closed )?joint stock (?:company|co)", "jsc"),
        (r"(?:ojsc|pjsc|cjsc|oao|pao|zao)", "jsc"),
        (r"aktiengesellschaft|akg", "ag"),
        (r"gesellschaft mit beschrankter haftung", "gmbh"),
        (r"limited liability company|ooo", "llc"),
        (r"public limited company", "plc"),
        (r"sp z ?o ?o", "spzoo"),
        (r"private limited|pvt ltd|pte ltd", "ltd"),
    )
]
_LEGAL = TAILS | frozenset("aps gesellschaft jsc kgaa lp na pte pvt pt pty sab spzoo".split()) - {"group", "holding"}
_NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), map(str, range(1, 11)), strict=True))
_SMALL = frozenset("a an and et for in of on the und y".split())
_LETTERS = re.compile(r"\b\w(?: \w\b)+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name: in ASCII, and its own letters where another script is known."""

    form: str
    native: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was read.

    Attributes:
        parts: given names first where the name tells, without addresses, particles and legal forms.
        turned: whether a comma told that the surname comes first.
        marks: what stands beside the name: "jr", "iii".
        sex: "m" or "f" where a form of address tells it.
        characters: the name itself where each of its characters is a syllable or a word.
    """

    parts: tuple[Part, ...]
    turned: bool = False
    marks: frozenset[str] = frozenset()
    sex: str = ""
    characters: str = ""

    @property
    def hangul(self) -> bool:
        """Whether the characters are syllables of Hangul; they are Han otherwise."""
        return any("가" <= character <= "힣" for character in self.characters)


@lru_cache(_CACHE)
def person(name: str) -> Named:
    """A person's name, read."""
    straight, turned = _straight(name)
    parts = [part for word in re.split(r"[\s\-‐‑·・=,.]+", straight) for part in _parts(word)]
    marks = frozenset(part.form for part in parts[1:] if part.form in GENERATION)
    parts = [part for place, part in enumerate(parts) if not place or part.form not in GENERATION]
    sex = _sex(parts[:-1])
    office = max((place for place, part in enumerate(parts[:-1], 1) if part.form in OFFICES), default=0)
    parts = parts[office:]
    while len(parts) > 1 and parts[0].form in _ADDRESSES:
        del parts[0]
    while len(parts) > 2 and parts[-1].form in TAILS:  # noqa: PLR2004
        del parts[-1]
    core = [part for part in _served(parts) if not _particle(part)]
    return Named(tuple(core or parts), turned, marks, sex, _characters(name))


def marked_apart(one: Named, other: Named) -> bool:
    """Whether what stands beside two names differs: "jr" and nothing, "Mr" and "Ms"."""
    return one.marks != other.marks or {one.sex, other.sex} == {"m", "f"}


def _sex(parts: list[Part]) -> str:
    """What a form of address tells."""
    return next((sex for part in parts for sex, forms in (("m", MALE), ("f", FEMALE)) if part.form in forms), "")


def without_article(native: str) -> str:
    """A word without the Arabic article; what is left has two letters or more."""
    return native.removeprefix(_NATIVE_ARTICLE) if len(native) > len(_NATIVE_ARTICLE) + 1 else native


def _straight(name: str) -> tuple[str, bool]:
    """The name in the order of speech, and whether a comma had turned it."""
    before, _, after = name.partition(",")
    told = set(name_key(after).split())
    return (f"{after} {before}", True) if told - GENERATION - TAILS else (name, False)


def _parts(word: str) -> list[Part]:
    """The parts that a word gives: one, unless marks within it part it."""
    own = foreign(word)
    forms = name_key(without_article(own) or word).split()
    return [Part("".join(forms), own)] if own and forms else [Part(form) for form in forms]


def _served(parts: list[Part]) -> list[Part]:
    """The parts, "abd" and its like joined with what follows."""
    made: list[Part] = []
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if rest and _SERVANT.match(part.form):
            if len(rest) > 1 and _ARTICLE.match(rest[0].form):
                del rest[0]
            after = rest.pop(0)
            part = Part(SERVANT + after.form, part.native and part.native + without_article(after.native))
        made.append(part)
    return made


def _particle(part: Part) -> bool:
    return part.form in PARTICLES or part.native in _NATIVE_PARTICLES


def _characters(name: str) -> str:
    return re.sub(r"\W", "", name) if _SYLLABIC.search(name) else ""


@lru_cache(_CACHE)
def body(name: str) -> Named:
    """An organisation's name, read; its legal form stands among the marks."""
    key = _LETTERS.sub(lambda letters: letters[0].replace(" ", ""), name_key(name))
    for pattern, form in _FORMS:
        key = pattern.sub(form, key)
    words = [_NUMBERS.get(word, word) for word in key.split()]
    core = [word for word in words if word not in _LEGAL and word not in _SMALL]
    parts = tuple(Part(word) for word in core or words)
    return Named(parts, marks=frozenset(words) & _LEGAL, characters=_characters(name))
