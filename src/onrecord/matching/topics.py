"""Statements of many reports brought to one question by their words: topics, and the answers within each.

Statements come in the order of their publication, and each goes to the topic that those before it are nearest to, on the
mean, or opens one (leader clustering with average linkage: Hartigan 1975, chapter 3; Jain and Dubes 1988, section 3.2). So what came
later never moves what was there, and a view as of a day holds the topics that it would hold if nothing had come after.
Sums are of whole numbers: no order of adding can change them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy import int64
from numpy.typing import NDArray

from onrecord.encoder.model import Stance, stance
from onrecord.record.reading import Meaning
from onrecord.record.topic import Brought, Opposed, Spoken

NEAR: Final = 0.45  # mean likeness to the statements of a topic from which one belongs to it
ALIKE: Final = 0.9  # likeness of what two statements say from which they say the same
SAME: Final = 0.5  # likelihood from which two statements give one answer
AGAINST: Final = 0.5  # likelihood from which two answers are at odds
_COMPARED: Final = 3  # answers of a topic with which a statement is compared: those that are likest
_FIRST: Final = 64  # topics for which there is room at first
_UNIT: Final = 127 * 127  # likeness of equal vectors, as they are kept

Compare = Callable[[str, str], Stance]


@dataclass(slots=True)
class _Answer:
    """An answer to a topic: the statement that came up with it."""

    number: int
    meaning: Meaning


@dataclass(slots=True)
class _Topic:
    """A topic: the statement that came up with it, and the answers given so far."""

    number: int
    answers: list[_Answer] = field(default_factory=list)


class Topics:
    """The topics of the statements so far."""

    def __init__(self, compare: Compare = stance) -> None:
        self._compare = compare
        self._topics: list[_Topic] = []
        self._of: dict[int, int] = {}
        self._sums: NDArray[int64] = np.zeros((_FIRST, 0), int64)
        self._sizes: NDArray[int64] = np.zeros(_FIRST, int64)
        self.opposed: list[Opposed] = []

    def recall(self, some: Iterable[tuple[Brought, Meaning]]) -> None:
        """Take up statements that were brought to topics before, in their order."""
        for brought, meaning in some:
            at = self._of.get(brought.topic)
            at = self._open(brought.topic, len(meaning.about)) if at is None else at
            self._join(at, meaning)
            if brought.answer == brought.number:
                self._topics[at].answers.append(_Answer(brought.number, meaning))

    def bring(self, one: Spoken) -> Brought:
        """The topic and the answer of a statement that comes after all others."""
        at = self._nearest(one.meaning)
        at = self._open(one.number, len(one.meaning.about)) if at is None else at
        self._join(at, one.meaning)
        topic = self._topics[at]
        answer = self._answer(topic, one)
        if answer is None:
            topic.answers.append(_Answer(one.number, one.meaning))
        return Brought(one.number, topic.number, one.number if answer is None else answer.number)

    def _nearest(self, meaning: Meaning) -> int | None:
        """The topic that a statement belongs to; the first that was opened, of several that are equally near."""
        count = len(self._topics)
        if not count:
            return None
        likeness = self._sums[:count] @ _vector(meaning.about) / self._sizes[:count]
        best = int(likeness.argmax())
        return best if likeness[best] >= NEAR * _UNIT else None

    def _open(self, number: int, width: int) -> int:
        """Room for one more topic."""
        at = len(self._topics)
        if at == len(self._sizes) or self._sums.shape[1] != width:
            room = np.zeros((2 * len(self._sizes), width), int64)
            room[:at, : self._sums.shape[1]] = self._sums[:at]
            self._sums, self._sizes = room, np.concatenate([self._sizes, np.zeros_like(self._sizes)])
        self._topics.append(_Topic(number))
        self._of[number] = at
        return at

    def _join(self, at: int, meaning: Meaning) -> None:
        self._sums[at] += _vector(meaning.about)
        self._sizes[at] += 1

    def _answer(self, topic: _Topic, one: Spoken) -> _Answer | None:
        """The answer of a topic that a statement gives; notes those that it is at odds with."""
        says = _vector(one.meaning.says)
        ranked = sorted(((-int(says @ _vector(a.meaning.says)), n) for n, a in enumerate(topic.answers)))[:_COMPARED]
        found = None
        for likeness, n in ranked:
            answer = topic.answers[n]
            if -likeness >= ALIKE * _UNIT:
                return answer
            how = self._compare(answer.meaning.words, one.meaning.words)
            if how.against >= AGAINST:
                self.opposed.append(Opposed(answer.number, one.number, how.against))
            if how.same >= SAME and (found is None or how.same > found[0]):
                found = (how.same, answer)
        return found[1] if found else None


def _vector(cell: bytes) -> NDArray[int64]:
    return np.frombuffer(cell, np.int8).astype(int64)
