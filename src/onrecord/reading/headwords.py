"""Phrases as a dictionary prints them, and the patterns of all their forms; the head of `relations.toml` says how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.reading.inflection import forms

_WORD = r"[^\s,.;:!?“”\"()]+"
_SOME = rf"{_WORD}(?: {_WORD}){{0,4}}?"
_OWNER = r"(?:the )?(?:[\w.’'-]+ ){0,3}?[\w.’'-]+['’]s?"
_ANY = {
    "one's": rf"(?:my|our|your|his|her|its|their|{_OWNER})(?: (?:own|long|last|brave|whole))?",
    "oneself": r"(?:my|your|him|her|it|our|them)sel(?:f|ves)",
    "somebody": _SOME,
    "something": _SOME,
}
_ARTICLES = frozenset({"a", "an", "the"})
_ARTICLE = r"(?: (?:an?|the|any|no|this|that|another)(?: [\w-]+)?)?"  # headlines have none: "shown door"
_ITEM = re.compile(r"\([^)]*\)|\S+")
_LY = r"(?: [a-z]+ly)?"  # "turned sharply against"

_LEADING = frozenset(
    "of to for with in into at on over from by near under behind among as that about against".split()
)  # words that lead on by themselves
_ADVERBS = (
    r"(?: (?:not|never|no longer|now|still|also|already|again|since|all|both|even|just|only|then|once|later|yet|"
    r"being|been|a little|a bit|rather|very|quite|so|too|all but|"
    r"reported|believed|feared|thought|presumed|said|due|set|about|to be|to have been|\w+ly)){0,4}"
)
_BEING = rf"(?:am|is|are|was|were|be|been|being|gets?|got|getting)(?:n['’]t)?{_ADVERBS}"
_COPULA = (
    rf"(?:am|is|are|was|were|be|been|being|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|lie|lies|lay|feels?|felt|looks?|"
    rf"looked|seems?|seemed|becomes?|became|kept|found|feared|reported|believed|thought|presumed|declared|pronounced|"
    rf"ends? up|ended up|stands?|stood|goes|gone|went)(?:n['’]t)?{_ADVERBS}"
)
# What was done to somebody, or what they are, ends where another part of the sentence begins, or other words are meant
# than those: "Orr held over blaze", but not "Orr held talks"; "nine are dead in the crash", but not "is dead right".
_ENDS = (
    r"(?=\W*$|['’]?[^\w\s'’-]|\s[–—-]\s|['’]? (?:by|in|on|at|after|before|over|for|from|with|near|as|amid|"
    r"during|following|of|to|"
    r"until|till|since|while|when|where|once|again|and|or|but|because|despite|within|upon|without|aged|outside|inside|"
    r"under|beneath|across|along|through|ahead|pending|if|so|too|now|today|yesterday|tomorrow|tonight|this|last|next|"
    r"early|late|earlier|later|\w+day|\w+ly|says?|said)\b)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in all its forms.

    Attributes:
        pattern: regular expression; what headlines say without a verb of being is its group "bare".
        needs: for each word that it must hold, the forms that this may have.
    """

    pattern: str
    needs: tuple[frozenset[str], ...]


def parted(phrases: str) -> Iterator[list[str]]:
    """The words of each phrase of a list."""
    return (_ITEM.findall(phrase) for phrase in phrases.split(",") if phrase.strip())


def verbs(words: list[str]) -> Phrase:
    """A verb phrase in all its forms: "shake hands on" gives "shook hands on"."""
    return Phrase(_pattern(words, _forms), _needs(words, _forms))


def passives(words: list[str]) -> Phrase:
    """What is done to somebody: "put behind bars" gives "was put behind bars", and headlines."""
    done = _pattern(words, _participle)
    return Phrase(rf"{_BEING} {done}|(?P<bare>{done}){_end(words)}", _needs(words, _participle))


def states(words: list[str]) -> Phrase:
    """What somebody is: "behind bars" gives "is still behind bars", and headlines."""
    said = _pattern(words, _itself)
    return Phrase(rf"(?:{_COPULA} {said}|(?P<bare>{said})){_end(words)}", _needs(words, _itself))


def _end(words: list[str]) -> str:
    """What must follow a phrase; nothing where its last word leads on by itself."""
    return _ENDS if _LEADING.isdisjoint(words[-1].split("/")) else ""


def _forms(word: str) -> tuple[str, ...]:
    return (_BEING,) if word == "be" else tuple(dict.fromkeys(forms(word)))


def _participle(word: str) -> tuple[str, ...]:
    return (forms(word).participle,)


def _itself(word: str) -> tuple[str, ...]:
    return (word,)


def _pattern(words: list[str], inflected: Callable[[str], tuple[str, ...]]) -> str:
    """The pattern of one phrase, of which the first word has forms."""
    first, *rest = words
    if first in _ARTICLES:
        return f"(?:{_ARTICLE[4:-2]} )?{_pattern(rest, _itself)}"
    heads = [form for word in first.split("/") for form in inflected(word)]
    return f"(?:{'|'.join(heads)})" + (_LY if rest else "") + "".join(map(_following, rest))


def _following(item: str) -> str:
    """The pattern of a word behind the first, and of the space before it."""
    if item.startswith("("):
        return f"(?:{''.join(map(_following, item[1:-1].split()))})?"
    if item in _ARTICLES:
        return _ARTICLE
    words = [_ANY.get(word, re.escape(word).replace("'", "['’]")) for word in item.split("/")]
    return f" (?:{'|'.join(words)})" if len(words) > 1 else f" {words[0]}"


def _needs(words: list[str], inflected: Callable[[str], tuple[str, ...]]) -> tuple[frozenset[str], ...]:
    """The forms of each word that must be there, the most telling first."""
    first, *rest = words
    items = [] if first in _ARTICLES else [[form for word in first.split("/") for form in inflected(word)]]
    items += [item.split("/") for item in rest if item[0] != "(" and item not in _ARTICLES]
    told = [
        frozenset(map(_longest, item)) for item in items if not any(word in _ANY or word == _BEING for word in item)
    ]
    return tuple(sorted(told, key=lambda item: (-min(map(len, item)), len(item), sorted(item))))


def _longest(word: str) -> str:
    """The longest piece of a word with marks in it, as the words of a text are told apart."""
    longest: str = max(re.findall(r"\w+", word.replace("'", "")), key=len)
    return longest.casefold()
