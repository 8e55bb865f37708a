"""Statements of many reports brought to one question by their words: topics, and the answers within each.

Statements come in the order of their publication, and each goes to the topic whose statements it is nearest to on the
mean, or opens one: leader clustering (Hartigan 1975) with average linkage. So what comes later never moves what was
there, and a view as of a day holds the topics that it would hold if nothing had come after. Sums are of whole numbers:
no order of adding can change them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy import int64
from numpy.typing import NDArray

from onrecord.encoder.model import Stance, stance
from onrecord.record.reading import Meaning
from onrecord.record.topic import Brought, Opposed, Spoken

NEAR: Final = 0.7  # mean likeness to the statements of a topic from which one belongs to it
ALIKE: Final = 0.7  # likeness of what two statements say from which they say the same, if neither negates alone
CLOSE: Final = 0.75  # likeness of what two statements are about from which one may contradict the other
AGAINST: Final = 0.5  # likelihood from which two statements contradict each other
_COMPARED: Final = 3  # answers of a topic with which a statement is compared: those that are likest
_FIRST: Final = 64  # topics for which there is room at first
_UNIT: Final = 127 * 127  # likeness of equal vectors, as they are kept
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")

Compare = Callable[[str, str], Stance]


@dataclass(slots=True)
class _Answer:
    """An answer to a topic: the statement that came up with it, its figures, and whoever gave it so far."""

    number: int
    meaning: Meaning
    figures: frozenset[str]
    sources: set[str]


@dataclass(slots=True)
class _Topic:
    """A topic: the statement that came up with it, and the answers given so far."""

    number: int
    answers: dict[int, _Answer] = field(default_factory=dict)


class Topics:
    """The topics of the statements so far."""

    def __init__(self, compare: Compare = stance) -> None:
        self._compare = compare
        self._topics: list[_Topic] = []
        self._of: dict[int, int] = {}
        self._sums: NDArray[int64] = np.zeros((_FIRST, 0), int64)
        self._sizes: NDArray[int64] = np.zeros(_FIRST, int64)
        self._brought: dict[int, Brought] = {}
        self.opposed: list[Opposed] = []

    def recall(self, some: Iterable[tuple[Brought, Spoken]]) -> None:
        """Take up statements that were brought to topics before, in their order."""
        for brought, one in some:
            at = self._of.get(brought.topic)
            self._join(self._open(brought.topic, one.meaning) if at is None else at, one, brought.answer)

    def bring(self, one: Spoken) -> Brought:
        """The topic and the answer of a statement that comes after all others.

        What takes up an earlier statement of its report bears on the topic of that one, whatever its own words.
        """
        taken_up = [self._brought[number] for number in one.answers if number in self._brought]
        at = self._of[taken_up[0].topic] if taken_up else self._nearest(one.meaning)
        at = self._open(one.number, one.meaning) if at is None else at
        topic = self._topics[at]
        denied = {brought.answer for brought in taken_up if one.denies and brought.topic == topic.number}
        answer = self._answer(topic, one, denied)
        self.opposed += [Opposed(other, one.number, 1.0) for other in sorted(denied)]
        self._join(at, one, answer)
        brought = self._brought[one.number] = Brought(one.number, topic.number, answer)
        return brought

    def _nearest(self, meaning: Meaning) -> int | None:
        """The topic that a statement belongs to; the first that was opened, of several that are equally near."""
        count = len(self._topics)
        if not count:
            return None
        likeness = self._sums[:count] @ _vector(meaning.about) / self._sizes[:count]
        best = int(likeness.argmax())
        return best if likeness[best] >= NEAR * _UNIT else None

    def _open(self, number: int, meaning: Meaning) -> int:
        """Room for one more topic."""
        at, width = len(self._topics), len(meaning.about)
        if at == len(self._sizes) or self._sums.shape[1] != width:
            room = np.zeros((2 * len(self._sizes), width), int64)
            room[:at, : self._sums.shape[1]] = self._sums[:at]
            self._sums, self._sizes = room, np.concatenate([self._sizes, np.zeros_like(self._sizes)])
        self._topics.append(_Topic(number))
        self._of[number] = at
        return at

    def _join(self, at: int, one: Spoken, answer: int) -> None:
        """Put a statement to a topic and an answer; it may be the first to give it."""
        self._sums[at] += _vector(one.meaning.about)
        self._sizes[at] += 1
        answers = self._topics[at].answers
        given = answers.setdefault(answer, _Answer(answer, one.meaning, _figures(one), set()))
        if one.source:
            given.sources.add(one.source)

    def _answer(self, topic: _Topic, one: Spoken, denied: Collection[int]) -> int:
        """The answer of a topic that a statement gives, perhaps as the first; notes which it is at odds with."""
        given = [answer for answer in topic.answers.values() if answer.number not in denied]
        says, figures = _vector(one.meaning.says), _figures(one)
        ranked = sorted((-int(says @ _vector(answer.meaning.says)), turn) for turn, answer in enumerate(given))
        near = [(-likeness, given[turn]) for likeness, turn in ranked[:_COMPARED]]
        same = next((answer for likeness, answer in near if _agrees(answer, one, figures, likeness)), None)
        for _, answer in near:
            if answer is not same and one.source not in answer.sources and _differs(answer, one, figures):
                how = self._compare(answer.meaning.words, one.meaning.words)
                if how.against >= AGAINST:
                    self.opposed.append(Opposed(answer.number, one.number, how.against))
        return same.number if same else one.number


def _agrees(answer: _Answer, one: Spoken, figures: frozenset[str], likeness: int) -> bool:
    """Whether a statement gives an answer: by a figure, by its source, or because it says what is much like it."""
    if figures and answer.figures:
        return bool(figures & answer.figures)
    if answer.meaning.negates != one.meaning.negates:
        return False
    return one.source in answer.sources or likeness >= ALIKE * _UNIT


def _differs(answer: _Answer, one: Spoken, figures: frozenset[str]) -> bool:
    """Whether a statement may contradict an answer: only one of them negates, or their figures differ."""
    figured = bool(figures and answer.figures and not figures & answer.figures)
    about = int(_vector(answer.meaning.about) @ _vector(one.meaning.about))
    return about >= CLOSE * _UNIT and (figured or answer.meaning.negates != one.meaning.negates)


def _figures(one: Spoken) -> frozenset[str]:
    return frozenset(_NUMBER.findall(one.meaning.words))


def _vector(cell: bytes) -> NDArray[int64]:
    return np.frombuffer(cell, np.int8).astype(int64)
