"""Statements of many reports brought to one question by their words: topics, and the answers within each.

Statements come in the order of their publication, and each goes to the topic whose statements it is nearest to on the
mean, or opens one: leader clustering (Hartigan 1975) with average linkage. So what comes later never moves what was
there, and a view as of a day holds the topics that it would hold if nothing had come after. Sums are of whole numbers:
no order of adding can change them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy import int64
from numpy.typing import NDArray

from onrecord.encoder.model import Stance, stance
from onrecord.record.reading import Meaning
from onrecord.record.topic import Brought, Gathered, Opposed, Spoken

NEAR: Final = 0.7  # mean likeness to the statements of a topic from which one belongs to it
ALIKE: Final = 0.65  # likeness of what two statements say from which they say the same, if neither negates alone
CLOSE: Final = 0.8  # likeness of what two statements are about from which one may contradict the other
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
    """A topic: the statement that came up with it, and the answers given so far; None as long as nobody asked."""

    number: int
    answers: dict[int, _Answer] | None = None


Told = Callable[[int], Iterable[tuple[Spoken, Collection[str]]]]


def _nothing(_: int) -> Iterable[tuple[Spoken, Collection[str]]]:
    return ()


class Topics:
    """The topics of the statements so far, each looked into when the first statement comes to it."""

    def __init__(self, so_far: Iterable[Gathered] = (), told: Told = _nothing, compare: Compare = stance) -> None:
        """Take up topics.

        Args:
            so_far: the topics of all statements so far, in the turn of those that came up with them.
            told: gives the first statements of the answers to one of these topics in their turn, each with all
                sources of its answer.
            compare: how the words of two statements stand to each other.
        """
        self._told = told
        self._compare = compare
        self._topics = list[_Topic]()
        self._sums: NDArray[int64] = np.zeros((0, 0), int64)
        self._sizes: NDArray[int64] = np.zeros(0, int64)
        self._brought: dict[int, tuple[int, int]] = {}
        self.opposed: list[Opposed] = []
        self._take_up(list(so_far))

    def _take_up(self, known: Sequence[Gathered]) -> None:
        if known:
            self._topics = [_Topic(one.number) for one in known]
            self._sums = (
                np.frombuffer(b"".join(one.about for one in known), "<i4").reshape(len(known), -1).astype(int64)
            )
            self._sizes = np.array([one.statements for one in known], int64)

    def gathered(self) -> Iterator[Gathered]:
        """The topics that anything was brought to, as they are now."""
        for at, topic in enumerate(self._topics):
            if topic.answers is not None:
                yield Gathered(topic.number, int(self._sizes[at]), _packed(self._sums[at]))

    def bring(self, one: Spoken) -> Brought:
        """The topic and the answer of a statement that comes after all others.

        What takes up an earlier statement of its report bears on the topic of that one, whatever its own words.
        """
        taken_up = [self._brought[number] for number in one.answers if number in self._brought]
        at = taken_up[0][0] if taken_up else self._nearest(one.meaning)
        at = self._open(one) if at is None else at
        answers = self._answers(self._topics[at])
        denied = {answer for place, answer in taken_up if one.denies and place == at}
        answer = self._answer(answers, one, denied)
        self.opposed += [Opposed(other, one.number, 1.0) for other in sorted(denied)]
        _give(answers, answer, one)
        self._sums[at] += _vector(one.meaning.about)
        self._sizes[at] += 1
        self._brought[one.number] = at, answer
        return Brought(one.number, self._topics[at].number, answer)

    def _nearest(self, meaning: Meaning) -> int | None:
        """The topic that a statement belongs to; the first that was opened, of several that are equally near."""
        count = len(self._topics)
        if not count:
            return None
        likeness = self._sums[:count] @ _vector(meaning.about) / self._sizes[:count]
        best = int(likeness.argmax())
        return best if likeness[best] >= NEAR * _UNIT else None

    def _open(self, one: Spoken) -> int:
        """Room for one more topic."""
        at = len(self._topics)
        if at == len(self._sizes):
            more = max(at, _FIRST)
            width = self._sums.shape[1] or len(one.meaning.about)
            self._sums = np.concatenate([self._sums.reshape(at, width), np.zeros((more, width), int64)])
            self._sizes = np.concatenate([self._sizes, np.zeros(more, int64)])
        self._topics.append(_Topic(one.number, {}))
        return at

    def _answers(self, topic: _Topic) -> dict[int, _Answer]:
        """The answers of a topic so far, in the turn of their first statements."""
        if topic.answers is None:
            topic.answers = {
                one.number: _Answer(one.number, one.meaning, _figures(one), set(sources))
                for one, sources in self._told(topic.number)
            }
        return topic.answers

    def _answer(self, answers: Mapping[int, _Answer], one: Spoken, denied: Collection[int]) -> int:
        """The answer of a topic that a statement gives, perhaps as the first; notes which it is at odds with."""
        given = [answer for number, answer in answers.items() if number not in denied]
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


def _packed(sums: NDArray[int64]) -> bytes:
    return sums.astype("<i4").tobytes()


def _give(answers: dict[int, _Answer], number: int, one: Spoken) -> None:
    """Put a statement to an answer; it may be the first to give it."""
    if number not in answers:
        answers[number] = _Answer(number, one.meaning, _figures(one), set())
    if one.source:
        answers[number].sources.add(one.source)


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
