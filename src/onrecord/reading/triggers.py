"""The triggers of `relations.toml` as patterns, and which of them a text can hold at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.numbers import MONEY, NUMBER, NUMBER_WORDS
from onrecord.relations import Relation, Trigger, load

_MAYBE = re.compile(
    r"\(\?(?:!|<!)[^()]*(?:\([^()]*\)[^()]*)*\)|\((?:[^()]|\([^()]*\))*\)(?:\?|\*|\{0[^}]*\})"
)  # what a pattern may hold, and need not
_DIGITS = "(?:0|1|2|3|4|5|6|7|8|9)"
_NUMBERS = f"(?:{_DIGITS}|{NUMBER_WORDS})"
_BEGINNING = 4  # letters by which words are told apart
_OPTIONAL = ("?", "*", "{0")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A trigger as patterns.

    Attributes:
        relation: what it shows.
        trigger: as it is declared.
        pattern: its words.
        near: what must stand in the same clause, if anything.
        unless: what must not.
        apart: what must not stand anywhere near in the report.
        needs: strings in lower case of which every match holds one; empty where there is no telling.
        negative: whether its own words negate: a negation in them is no denial of it.
    """

    relation: Relation
    trigger: Trigger
    pattern: re.Pattern[str]
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    apart: re.Pattern[str] | None
    needs: tuple[str, ...]
    negative: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Which triggers a text may hold, by how its words begin: cheap to tell, where the patterns are not."""

    all: tuple[Compiled, ...]
    begun: dict[str, tuple[int, ...]]
    always: tuple[int, ...]

    def possible(self, words: Iterable[str]) -> list[Compiled]:
        """The triggers that may stand in a stretch of these words, in the order of their declaration."""
        found = set(self.always)
        for beginning in {word[:size] for word in words for size in range(1, _BEGINNING + 1)}:
            if beginning in self.begun:
                found.update(self.begun[beginning])
        return [self.all[i] for i in sorted(found)]


@cache
def index() -> Index:
    """The triggers by how the words begin of which they need one."""
    begun: dict[str, set[int]] = {}
    always = []
    for i, one in enumerate(triggers()):
        beginnings = {max(re.findall(r"\w+", literal), key=len, default="")[:_BEGINNING] for literal in one.needs}
        if not beginnings or "" in beginnings:
            always.append(i)
        else:
            for beginning in beginnings:
                begun.setdefault(beginning, set()).add(i)
    return Index(triggers(), {key: tuple(sorted(found)) for key, found in begun.items()}, tuple(always))


@cache
def triggers() -> tuple[Compiled, ...]:
    """All triggers, in the order of their declaration."""
    rows = ((relation, trigger) for relation in load().relations.values() for trigger in relation.triggers)
    return tuple(_compiled(relation, trigger) for relation, trigger in rows)


def _compiled(relation: Relation, trigger: Trigger) -> Compiled:
    whole = trigger.words.replace("{number}", f"(?P<number>{NUMBER})").replace("{money}", f"(?P<money>{MONEY})")
    return Compiled(
        relation,
        trigger,
        re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE),
        _context(trigger.near),
        _context(trigger.unless),
        _context(trigger.apart),
        needed(trigger.words),
        bool(
            re.search(r"\b(?:no|not|never|denie|deny|without|refus|neither|nothing)\b", _MAYBE.sub("", trigger.words))
        ),
    )


def _context(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


def needed(pattern: str) -> tuple[str, ...]:
    """Strings of which every match of a pattern holds one, sorted; none where there is no telling.

    So that the patterns need not be tried on every clause: most clauses hold none of a trigger's words. Each string
    begins where a word does, as the triggers are written.
    """
    found, _ = _any(pattern.replace("{number}", _NUMBERS).replace("{money}", _DIGITS), 0)
    return tuple(sorted(found))


def _any(pattern: str, at: int) -> tuple[set[str], int]:
    """What the alternatives from a place on need, up to the closing bracket."""
    needs: set[str] = set()
    telling = True
    while True:
        found, at = _sequence(pattern, at)
        telling, needs = telling and bool(found), needs | found
        if at >= len(pattern) or pattern[at] == ")":
            return (needs if telling else set()), at
        at += 1  # the bar between two alternatives


def _sequence(pattern: str, at: int) -> tuple[set[str], int]:
    """What one alternative needs: of all that it must hold, the most telling."""
    must: list[set[str]] = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        item, after = _item(pattern, at)
        optional = pattern.startswith(_OPTIONAL, after)
        if isinstance(item, str) and item and not optional:
            run += item
        else:
            must += [{run}] if run.strip() else []
            run = ""
            must += [item] if isinstance(item, set) and not optional else []
        at = _past_quantifier(pattern, after)
    must += [{run}] if run.strip() else []
    return max(must, key=_telling, default=set()), at


def _item(pattern: str, at: int) -> tuple[str | set[str], int]:
    """What stands at a place: a letter, or what a group needs; an empty string for all else. And where it ends."""
    if pattern[at] == "(":
        group = re.compile(r"\((\?(?:P<\w+>|[:=!]|-i:|<[=!]))?").match(pattern, at)
        assert group  # noqa: S101 - the bracket has just been seen
        needs, end = _any(pattern, group.end())
        return (set() if group[1] and group[1][-1] in "=!" else needs), end + 1
    if pattern[at] == "[":
        return "", pattern.index("]", at + 2) + 1
    if pattern[at] == "\\":
        return "", at + 2
    return ("" if pattern[at] in ".^$" else pattern[at]), at + 1


def _past_quantifier(pattern: str, at: int) -> int:
    match = re.compile(r"(?:[?*+]|\{[\d,]+\})?\??").match(pattern, at)
    return match.end() if match else at


def _telling(needs: Iterable[str]) -> int:
    return min((len(literal) for literal in needs), default=0)
