"""The triggers of `relations.toml` as patterns, and which of them a text can hold at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.numbers import MONEY, NUMBER, NUMBER_WORDS
from onrecord.reading.headwords import parted, passives, states, verbs
from onrecord.relations import Relation, Trigger, load

_MAYBE = re.compile(
    r"\(\?(?:!|<!)[^()]*(?:\([^()]*\)[^()]*)*\)|\((?:[^()]|\([^()]*\))*\)(?:\?|\*|\{0[^}]*\})"
)  # what a pattern may hold, and need not
_NEGATIVE = re.compile(r"\b(?:no|not|never|denie|deny|without|refus|neither|nothing)\b")
_DIGITS = "(?:0|1|2|3|4|5|6|7|8|9)"
_NUMBERS = f"(?:{_DIGITS}|{NUMBER_WORDS})"
_BEGINNING = 4  # letters by which words are told apart
_OPTIONAL = ("?", "*", "{0")

Need = frozenset[str] | tuple[frozenset[str], ...]
"""What a text must hold for a wording: a word that begins with one of these, or each word of a phrase in one form."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A trigger in one of its wordings.

    Attributes:
        relation: what it shows.
        trigger: as it is declared.
        source: regular expression of its words; made into a pattern when a text may hold it.
        negative: whether its own words negate: a negation in them is no denial of it.
        phrase: whether it is a phrase, and no pattern of its own.
    """

    relation: Relation
    trigger: Trigger
    source: str
    negative: bool
    phrase: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its words."""
        return _pattern(self.source)

    @property
    def near(self) -> re.Pattern[str] | None:
        """What must stand in the same clause, if anything."""
        return _context(self.trigger.near)

    @property
    def unless(self) -> re.Pattern[str] | None:
        """What must not stand in the same clause."""
        return _context(self.trigger.unless)

    @property
    def apart(self) -> re.Pattern[str] | None:
        """What must not stand anywhere near in the report."""
        return _context(self.trigger.apart)


@dataclass(frozen=True, slots=True)
class Index:
    """Which triggers a text may hold, by its words: cheap to tell, where the patterns are not.

    Attributes:
        all: the triggers, in the order of their declaration.
        begun: the ones that need a word that begins so.
        needing: the ones that are phrases, by their most telling word.
        needs: for each phrase, the forms of each of its words.
        always: the ones of which there is no telling.
    """

    all: tuple[Compiled, ...]
    begun: dict[str, tuple[int, ...]]
    needing: dict[str, tuple[int, ...]]
    needs: dict[int, tuple[frozenset[str], ...]]
    always: tuple[int, ...]

    def possible(self, words: Iterable[str]) -> list[Compiled]:
        """The triggers that may stand in a stretch of these words, in the order of their declaration."""
        said = set(words)
        found = set(self.always)
        for beginning in {word[:size] for word in said for size in range(1, _BEGINNING + 1)}:
            found.update(self.begun.get(beginning, ()))
        for word in said:
            found.update(i for i in self.needing.get(word, ()) if not any(map(said.isdisjoint, self.needs[i])))
        return [self.all[i] for i in sorted(found)]


@cache
def index() -> Index:
    """The triggers by the words of which they need one."""
    begun: dict[str, list[int]] = {}
    needing: dict[str, list[int]] = {}
    needs: dict[int, tuple[frozenset[str], ...]] = {}
    always = []
    rows = wordings()
    for i, (_, need) in enumerate(rows):
        if isinstance(need, frozenset):
            for beginning in need:
                begun.setdefault(beginning, []).append(i)
            always += [] if need else [i]
        else:
            needs[i] = need
            for word in need[0]:
                needing.setdefault(word, []).append(i)
    frozen = ({key: tuple(found) for key, found in table.items()} for table in (begun, needing))
    return Index(triggers(), next(frozen), next(frozen), needs, tuple(always))


@cache
def triggers() -> tuple[Compiled, ...]:
    """All triggers, in the order of their declaration."""
    return tuple(one for one, _ in wordings())


@cache
def wordings() -> tuple[tuple[Compiled, Need], ...]:
    """All triggers in each of their wordings, with what a text must hold for it."""
    rows = ((relation, trigger) for relation in load().relations.values() for trigger in relation.triggers)
    return tuple(row for relation, trigger in rows for row in _of(relation, trigger))


def _of(relation: Relation, trigger: Trigger) -> Iterator[tuple[Compiled, Need]]:
    """A trigger in each of its wordings: its own pattern, and its phrases."""
    if trigger.words:
        whole = trigger.words.replace("{number}", f"(?P<number>{NUMBER})").replace("{money}", f"(?P<money>{MONEY})")
        begun = {max(re.findall(r"\w+", need), key=len, default="")[:_BEGINNING] for need in needed(trigger.words)}
        negative = bool(_NEGATIVE.search(_MAYBE.sub("", trigger.words)))
        yield (
            Compiled(relation, trigger, whole, negative, phrase=False),
            frozenset() if "" in begun else frozenset(begun),
        )
    for made, told in ((verbs, trigger.verbs), (passives, trigger.passives), (states, trigger.states)):
        for words in parted(told):
            phrase, negative = made(words), bool(_NEGATIVE.search(" ".join(words)))
            yield Compiled(relation, trigger, phrase.pattern, negative, phrase=True), phrase.needs


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE)


@cache
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
