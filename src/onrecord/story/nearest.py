"""The matters that a question is about: by the words that ask for a relation, by other words, and by its meaning."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import log, sqrt
from typing import Final

from onrecord.matching.hubs import Key
from onrecord.relations import UNDECLARED, load
from onrecord.story.known import Known
from onrecord.story.matters import bearing
from onrecord.story.questions import EMPTY
from onrecord.story.ruled import holding, leads
from onrecord.story.tallies import counted
from onrecord.wording import words

_NEAR: Final = 0.8  # of the share of its words and the likeness of its meaning together: where a topic is asked for
_ALIKE: Final = 0.7  # likeness of its meaning alone: where a relation's words are asked for, and no subject is named
_ASKED: Final = 0.25  # what the words of a relation add to that
_OF_ANYBODY: Final = frozenset({"none", "person", "place", "actor"})
_BESIDE: Final = 0.05  # how far behind the nearest matter another one may be that answers too
_MOST: Final = 2  # matters that answer a question by their words
_LOOKED_AT: Final = 24  # topics of which the meaning is looked at, those with most of the words
_NAME: Final = 6  # words of the longest name that is looked for
_STEM = re.compile(r"(.{4,}?)(?:ings?|ed|es|s|e|y|ly)$")


def nearest(known: Known, question: str) -> list[Key]:
    """The matters that a question is about, the nearest first; none where nothing in the record answers it.

    A question that names a relation's words and its subject is about that matter. Any other is about what shares its
    rare words and bears on the same by its meaning, as far as both together tell.
    """
    meant = named_in(known, question)
    asked = _asked(known, question, meant)
    sure = [key for key in asked if key[1] in meant]
    if sure:
        return [leads(known).get(key, key) for key in sure[:1]]
    likely = _by_words(known, question)
    likely |= {key: _NEAR for key in asked if not counted(known)[key].topics and _akin(known, question, key)}
    score = {key: near + _ASKED * _asks(key, question) for key, near in likely.items() if near >= _NEAR}
    best = max(score.values(), default=0.0)
    first = sorted((key for key in score if score[key] >= best - _BESIDE), key=lambda key: (-score[key], key))
    return list(dict.fromkeys(_held(known, question, key) for key in first))[:_MOST]


def named_in(known: Known, text: str) -> set[str]:
    """Ids of the sources and places that a text names; of names within names, the longest."""
    said = [word.form for word in words(text)]
    runs = {" ".join(said[i:j]): (i, j) for i in range(len(said)) for j in range(i + 1, min(len(said), i + _NAME) + 1)}
    found: list[tuple[int, int, str]] = []
    for source in known.who.by_id.values():
        for name in source.names:
            place = runs.get(" ".join(word.form for word in words(name)))
            if place and not all(form in EMPTY for form in said[place[0] : place[1]]):
                found.append((*place, source.id))
    return {
        one
        for start, end, one in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
    }


def telling(question: str) -> list[str]:
    """The words that tell what a question is about, each once."""
    return list(dict.fromkeys(word.form for word in words(question) if word.form not in EMPTY))


def _asked(known: Known, question: str, meant: Collection[str]) -> list[Key]:
    """The matters of relations for which the question has the words, those most told of first."""
    found = counted(known)
    first = {name: _first(question, name) for name in load().relations if name != UNDECLARED}
    fitting = [key for key in found if first.get(key[0], -1) >= 0 and _named(key, meant, question)]
    best = min(((first[key[0]], key[1] not in meant) for key in fitting), default=None)
    nearest = [key for key in fitting if (first[key[0]], key[1] not in meant) == best]
    return sorted(nearest, key=lambda key: (-found[key].reports, -found[key].speakers, key))


def _named(key: Key, meant: Collection[str], question: str) -> bool:
    """Whether the question names the subject of a matter, or the matter has none."""
    return key[1] in meant or load().relations[key[0]].subject == "none" or key[1] in question.casefold()


def _asks(key: Key, question: str) -> bool:
    """Whether a question has the words of a relation that is asked of things: they tell it from other matters."""
    return (
        load().relations[key[0]].subject not in _OF_ANYBODY and key[0] != UNDECLARED and _first(question, key[0]) >= 0
    )


def _akin(known: Known, question: str, key: Key) -> bool:
    """Whether what is claimed on a matter is like the question by its meaning."""
    return _alike(known, question, leads(known).get(key, key)) >= _ALIKE


def _alike(known: Known, question: str, key: Key) -> float:
    found = bearing(known, key)
    vectors = known.view.vectors([row.statement for row in found.rows]) if found else []
    return _like(question, Counter(vectors)) if vectors else 0.0


def _held(known: Known, question: str, key: Key) -> Key:
    """The matter that holds now what one does as reports make them: of several, the one most like the question."""
    some = sorted(holding(known, {key}))
    return some[0] if len(some) == 1 else max(some, key=lambda one: _alike(known, question, one))


def _first(question: str, relation: str) -> int:
    """Where in the question the words stand by which it asks for a relation; -1 where they do not."""
    match = re.search(rf"\b(?:{load().relations[relation].asks})\b", question, re.IGNORECASE)
    return match.start() if match else -1


def _by_words(known: Known, question: str) -> dict[Key, float]:
    """How near each matter is by its nearest topic: the share of the question's words there, and their likeness."""
    of = {topic: key for key, tally in counted(known).items() for topic in tally.topics}
    sizes = {count.topic: count.statements for count in known.view.topic_counts()}
    shares = _shares(known, question, sizes)
    first = sorted(shares, key=lambda topic: (-shares[topic], topic))[:_LOOKED_AT]
    likeness = _likeness(known, question, first) if first else {}
    found: dict[Key, float] = {}
    for topic in first:
        score = shares[topic] + likeness.get(topic, 0.0)
        found[of[topic]] = max(score, found.get(of[topic], 0.0))
    return found


def _shares(known: Known, question: str, sizes: Mapping[str, int]) -> dict[str, float]:
    """The share of the question's words that each topic holds; a word weighs more the fewer statements have it."""
    total, whole = sum(sizes.values()), 0.0
    found: defaultdict[str, float] = defaultdict(float)
    for word in telling(question):
        held = {topic: count for topic, count in known.view.topics_with(_stem(word)) if topic in sizes}
        weight = log((total + 1) / (sum(held.values()) + 0.5))
        whole += max(weight, 0.0)
        for topic, count in held.items():
            found[topic] += max(weight, 0.0) * sqrt(count / sizes[topic])
    return {topic: share / whole for topic, share in found.items()} if whole else {}


def _stem(word: str) -> str:
    """The beginning that a word has in common with its other forms."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word


def _likeness(known: Known, question: str, topics: Iterable[str]) -> dict[str, float]:
    """How like the question's meaning is to that of each topic's statements, on the mean."""
    grouped = _grouped(known.view.topic_vectors(list(topics)))
    return {topic: _like(question, vectors) for topic, vectors in grouped.items()}


def _like(question: str, vectors: Mapping[bytes, int]) -> float:
    from onrecord.encoder.likeness import likeness  # noqa: PLC0415 - it loads numpy, and most views do without

    return likeness(question, vectors)


def _grouped(pairs: Iterable[tuple[str, bytes]]) -> dict[str, Counter[bytes]]:
    found: dict[str, Counter[bytes]] = {}
    for topic, vector in pairs:
        found.setdefault(topic, Counter())[vector] += 1
    return found
