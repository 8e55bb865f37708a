"""Made-up reports that share passages: made of words that are as frequent as those of a language, by Zipf's law.

Each report is sentences of its own, passages of earlier reports, word for word or edited, and what its outlet prints
under each. The words mean nothing: these reports measure how passages are found, not how reports are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from random import Random

import numpy as np

WORDS = 400
_VOCABULARY, _OUTLETS = 60_000, 60
_SYLLABLES = [first + vowel for first in "b br d dr f g k kl l m n p r s st t tr v z".split() for vowel in "aeiou"]
_SENTENCE = (8, 30)
_LEAST = 8  # words that an edit leaves
_REUSED = (0, 1, 1, 2, 2, 3)  # how many passages of earlier reports a report has
_RECENT = 3_000  # it takes them from so many reports before it
_EDITS = ("verbatim", "verbatim", "changed", "dropped", "cut")


@dataclass(frozen=True)
class Made:
    """A made-up report: its id, its outlet, its text, and where passages of earlier reports stand in it."""

    id: str
    outlet: str
    text: str
    taken: tuple[tuple[int, int], ...]


def made(total: int, seed: int = 1) -> list[Made]:
    """So many reports."""
    return list(islice(_made(seed), total))


def _made(seed: int) -> Iterator[Made]:
    chance, words = Random(seed), _words(seed)
    outlets = {f"Outlet {number}": _sentence(words, 25) for number in range(_OUTLETS)}
    recent: list[list[list[str]]] = []
    for number in count():
        outlet = chance.choice(list(outlets))
        taken = [_edited(chance, chance.choice(chance.choice(recent)), words) for _ in range(_taken(chance, recent))]
        sentences = [*taken]
        size = sum(map(len, sentences)) + 25
        while size < WORDS:
            fresh = _sentence(words, min(chance.randint(*_SENTENCE), max(4, WORDS - size)))
            sentences.append(fresh)
            size += len(fresh)
        chance.shuffle(sentences)
        text = "\n\n".join(map(_printed, [*sentences, outlets[outlet]]))
        yield Made(f"{number:08}", outlet, text, tuple(_place(text, _printed(passage)) for passage in taken))
        recent[number % _RECENT : number % _RECENT + 1] = [sentences]


def _taken(chance: Random, recent: list[list[list[str]]]) -> int:
    return chance.choice(_REUSED) if recent else 0


def _words(seed: int) -> Iterator[str]:
    """Words without end, each as often as its rank says."""
    chance = Random(seed)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=1 + min(4, rank // 40))) for rank in range(_VOCABULARY)]
    frequency = 1 / (2.7 + np.arange(_VOCABULARY))
    numbers = np.random.default_rng(seed)
    edges = np.cumsum(frequency / frequency.sum())
    while True:
        for rank in np.searchsorted(edges, numbers.random(100_000)).tolist():
            yield vocabulary[min(rank, _VOCABULARY - 1)]


def _sentence(words: Iterator[str], length: int) -> list[str]:
    return list(islice(words, length))


def _edited(chance: Random, sentence: list[str], words: Iterator[str]) -> list[str]:
    """A passage as another report prints it: as it is, with a word changed, a clause dropped, or its end cut."""
    edit, place = chance.choice(_EDITS), chance.randrange(_LEAST, max(len(sentence), _LEAST + 1))
    if edit == "changed":
        return [*sentence[:place], next(words), *sentence[place + 1 :]]
    if edit == "dropped":
        return [*sentence[:place], *sentence[place + chance.randint(1, 5) :]]
    return sentence[:place] if edit == "cut" else sentence


def _printed(sentence: list[str]) -> str:
    return " ".join(sentence).capitalize() + "."


def _place(text: str, passage: str) -> tuple[int, int]:
    start = text.index(passage)
    return start, start + len(passage)
