"""Where a text mentions somebody or something: known names, kinds of things, and words that stand for names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from onrecord.record.name import Kind
from onrecord.relations import load
from onrecord.wording import Word, name_key, words

BODIES = {Kind.ORGANISATION, Kind.OUTLET, Kind.OFFICE, Kind.ANONYMOUS}
_PRONOUN = re.compile(
    r"\b(?:(I|[Ww]e|[Mm]y|me|[Oo]urs?|us|myself|ourselves)|([Hh]e|[Ss]he|him|[Hh]is|[Hh]er|himself|herself)|"
    r"([Tt]hey|[Tt]heirs?|[Ii]ts|[Ii]t|them))\b"
)
_AROUND = 24  # code points before a noun in which the rest of an idiom may stand
_IDIOM_BEFORE = re.compile(r"\b(?:came under|under|heart) $", re.IGNORECASE)
_FIRED = re.compile(
    r"\b(?:(?:open|hold|held|return|exchang|ceas|line of|set|caught in)\w*(?: their| its| his| the)?|rapid|friendly) $",
    re.IGNORECASE,
)
_IDIOM_AFTER = re.compile(
    r"fires? (?:service|brigade|chief|department|crews?|officers?|trucks?|engines?|station|fighters?)\b|"
    r"(?:crash|collapse|flood|fire) (?:barriers?|helmets?|course|alarm|door|escape|drill)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:(?:the )?(?P<own>its|their|his|her|our)|the|these|those)"
    r"(?P<more>(?: (?!their|its|his|her|our)[\w’'-]+){0,2}?) "
    r"(?:group|forces|fighters|guard|marines|coalition|alliance|junta|separatists|loyalists|cartel|gang|"
    r"troops|soldiers|rebels|militants|guerr?illas|army|insurgents|militia|gunmen|authorities|"
    r"government|police|company|firm|board|party|movement|front|resistance|outfit|organi[sz]ation|faction|regime|"
    r"network|military|navy|council|ministry|agency|union|supporters|allies|leaders|members|men|people)\b",
    re.IGNORECASE,
)
_ARMED = (
    r"marines|rebels|insurgents|militants|paramilitaries|gunmen|police|army|navy|military|junta|jihadists|separatists|"
    r"guard|coalition|loyalists|militia|cartel"
)
_BARE_FORCE = re.compile(rf"\b(?:the )?(?:{_ARMED})\b", re.IGNORECASE)
_SOME_FORCE = re.compile(r"\b[A-Z][\w'’-]{1,60} (?:forces|fighters|troops|soldiers|guerr?illas)\b")
_ROLE = re.compile(
    r"\b(?:(?:[Ii]ts|[Tt]heir|a|an) (?:(?:key|top|senior|supreme|\w+ militant) ){0,2}(?:\w+ ){0,2}?(?:leader|"
    r"commander|chief)|"
    r"[Tt]he (?:\w+ )?(?:leader|president|minister|commander|chief|founder|governor|mayor|boss|executive|chairman|"
    r"chairwoman|director|manager|man|woman|suspect|official|politician|general|captain|driver|prime minister))\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in the text where somebody or something is mentioned.

    Attributes:
        start: first code point.
        end: one past the last.
        kind: "person", "body", "place", a kind of thing, or, where the words alone do not tell whom they mean, "self",
            "he", "they" ("they", "their fighters") or "role" ("the leader").
        key: name key; empty where the words alone do not tell.
    """

    start: int
    end: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelling by its words in comparable form, and what it names."""

    forms: tuple[str, ...]
    kind: str
    key: str


def forms_of(spelling: str) -> tuple[str, ...]:
    """The words of a spelling in comparable form."""
    return tuple(word.form for word in words(spelling))


def find(tokens: Sequence[Word], known: Iterable[Entry]) -> Iterator[Mention]:
    """The longest known spelling at each place; a possessive ending does not hide a name."""
    entries: dict[tuple[str, ...], tuple[int, Entry]] = {}
    sizes: dict[str, set[int]] = {}
    for n, entry in enumerate(known):
        if entry.forms:
            entries.setdefault(entry.forms, (n, entry))  # of equals, the one given first
            sizes.setdefault(entry.forms[0], set()).add(len(entry.forms))
    lengths = {form: sorted(found, reverse=True) for form, found in sizes.items()}
    at = 0
    while at < len(tokens):
        found = _known_at(tokens, at, lengths.get(tokens[at].form, ()), entries)
        if found:
            last = at + len(found.forms) - 1
            yield Mention(tokens[at].start, tokens[last].end, found.kind, found.key)
        at += len(found.forms) if found else 1


def _known_at(
    tokens: Sequence[Word], at: int, sizes: Sequence[int], entries: Mapping[tuple[str, ...], tuple[int, Entry]]
) -> Entry | None:
    """The longest spelling that stands at a place; looked up whole, for thousands may begin with one word."""
    for size in sizes:
        run = tuple(token.form for token in tokens[at : at + size])
        plain = [run, (*run[:-1], run[-1].removesuffix("s"))] if size > 1 else [run]
        if len(run) == size and (some := [entries[forms] for forms in plain if forms in entries]):
            return min(some, key=itemgetter(0))[1]
    bare = (tokens[at].form.removesuffix("s"),)
    return entries[bare][1] if bare in entries else None


@cache
def kinds() -> tuple[Entry, ...]:
    """The nouns of the declared kinds of things, one or more of each."""
    rows = ((noun, kind, key) for kind, nouns in load().kinds.items() for noun, key in nouns.items())
    return tuple(Entry(forms_of(noun + ending), kind, key) for noun, kind, key in rows for ending in ("", "s"))


def things(tokens: Sequence[Word]) -> Iterator[Mention]:
    """The mentions of the kinds of things that claims are about."""
    return find(tokens, kinds())


def idiom(text: str, mention: Mention) -> bool:
    """Whether the noun of a thing stands for something else: "opened fire", "the fire service", "a heart attack"."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    fired = mention.key == "fire" and _FIRED.search(before)
    return bool(fired or _IDIOM_BEFORE.search(before) or _IDIOM_AFTER.match(text, mention.start))


def pronouns(text: str) -> Iterator[Mention]:
    """The mentions by words that stand for names: pronouns, forces, roles."""
    for match in _PRONOUN.finditer(text):
        kind = "self" if match[1] else "he" if match[2] else "they"
        yield Mention(match.start(), match.end(), kind, "")
    for match in _FORCE.finditer(text):
        if match["own"]:
            yield Mention(match.start(), match.end(), "they", "")
        else:
            telling = match["more"] or _BARE_FORCE.fullmatch(match[0])
            yield Mention(match.start(), match.end(), "body", name_key(match[0]) if telling else "")
    for match in _SOME_FORCE.finditer(text):
        yield Mention(match.start(), match.end(), "they", "")
    for match in _BARE_FORCE.finditer(text):
        yield Mention(match.start(), match.end(), "body", name_key(match[0]))
    for match in _ROLE.finditer(text):
        yield Mention(match.start(), match.end(), "role", "")


def apart(named: Sequence[Mention], loose: Iterable[Mention]) -> list[Mention]:
    """The named mentions, and those of the loose ones that do not lie over them or over one another."""
    kept = list(named)
    covered = bytearray(max((m.end for m in kept), default=0) + 1)
    for mention in kept:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for mention in sorted(loose, key=lambda m: (m.start, -m.end, m.kind)):
        if mention.end > len(covered):
            covered.extend(bytes(mention.end - len(covered)))
        if not any(covered[mention.start : mention.end]):
            covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
            kept.append(mention)
    return kept
