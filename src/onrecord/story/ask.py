"""A question in plain words, and the matter of the record that it is about."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.ledger.base import Selection
from onrecord.matching.hubs import Key
from onrecord.record.matter import Matter
from onrecord.relations import load
from onrecord.story.entries import Entry, select
from onrecord.story.known import Known
from onrecord.story.matters import matter_of, tallies
from onrecord.wording import words

_SAYS = re.compile(
    r"\bwhat (?:do|does|did|has|have|is|are|was) (.+?) (?:say|says|said|claim\w*|saying)\b", re.IGNORECASE
)
_EMPTY = frozenset(
    "a an and are as at be been by did do does for from had has have he her his how in is it its many much of on or "
    "say said she that the their them there they this to was were what when where which who whom why will with".split()
)
_LISTED = 20  # statements listed where a question asks for somebody's words


@dataclass(frozen=True, slots=True)
class Answered:
    """What the record holds on a question.

    Attributes:
        question: as it was asked.
        matters: the matters that it is about, the nearest first; empty where the record holds none.
        said: statements, where the question asks for somebody's words.
    """

    question: str
    matters: tuple[Matter, ...]
    said: tuple[Entry, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing in the record answers."""
        return not self.matters and not self.said


def ask(known: Known, question: str) -> Answered:
    """What the record holds on a question, as of the view's day; nothing where nothing in it answers."""
    says = _SAYS.search(question)
    if says:
        return Answered(question, (), tuple(_said(known, says[1], question[says.end() :])))
    return Answered(question, tuple(_nearest(known, question)), ())


def _said(known: Known, name: str, about: str) -> list[Entry]:
    speakers = _meant(known, name)
    if not speakers:
        return []
    speakers |= {person for person, body in known.who.speaks_for.items() if body in speakers}
    topic = [word.form for word in words(about) if word.form not in _EMPTY | {"about"}]
    selection = Selection(sources=known.keys(speakers), words=" ".join(topic), limit=_LISTED)
    return select(known, selection)


def _nearest(known: Known, question: str) -> list[Matter]:
    """The matter whose relation and subject the question names; of several, the one most told of."""
    relations = load().relations
    asked = {name for name, relation in relations.items() if _asks(relation.asks, question)}
    meant, found = _meant(known, question), tallies(known)
    fitting = [key for key in found if key[0] in asked and _named(key, meant, question)]
    best = sorted({(_first(question, relation), subject not in meant) for relation, subject in fitting})[:1]
    nearest = [key for key in fitting if [(_first(question, key[0]), key[1] not in meant)] == best]
    made = [matter for key in nearest if (matter := matter_of(known, key))]
    return sorted(made, key=lambda matter: (-_told(matter), matter.id))[:1]


def _named(key: Key, meant: Collection[str], question: str) -> bool:
    """Whether the question names the subject of a matter, or the matter has none."""
    return key[1] in meant or load().relations[key[0]].subject == "none" or key[1] in question.casefold()


def _told(matter: Matter) -> int:
    return sum(len(position.statements) for position in matter.positions)


def _asks(pattern: str, question: str) -> bool:
    return bool(re.search(rf"\b(?:{pattern})\b", question, re.IGNORECASE))


def _first(question: str, relation: str) -> int:
    """Where in the question the words stand by which it asks for a relation."""
    match = re.search(rf"\b(?:{load().relations[relation].asks})\b", question, re.IGNORECASE)
    return match.start() if match else len(question)


def _meant(known: Known, text: str) -> set[str]:
    """Ids of the sources and places that a text names; of names within names, the longest."""
    said = [word.form for word in words(text)]
    runs = {" ".join(said[i:j]): (i, j) for i in range(len(said)) for j in range(i + 1, min(len(said), i + 6) + 1)}
    found: list[tuple[int, int, str]] = []
    for source in known.who.by_id.values():
        for name in source.names:
            place = runs.get(" ".join(word.form for word in words(name)))
            if place and not all(form in _EMPTY for form in said[place[0] : place[1]]):
                found.append((*place, source.id))
    return {
        one
        for start, end, one in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
    }
