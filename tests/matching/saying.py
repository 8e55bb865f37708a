"""Statements with meanings made by hand, and topics of them."""

from __future__ import annotations

import math

from onrecord.encoder.model import Stance
from onrecord.matching.topics import Topics
from onrecord.record.reading import Meaning
from onrecord.record.topic import Spoken


def vector(*numbers: float) -> bytes:
    """A vector of length 1, as meanings keep it."""
    length = math.hypot(*numbers)
    return bytes(round(127 * number / length) & 0xFF for number in numbers)


def leaning(likeness: float) -> bytes:
    """A vector of that likeness to `vector(1, 0, 0)`."""
    return vector(likeness, math.sqrt(1 - likeness**2), 0)


ONE, OTHER, THIRD = vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, 1)


def said(  # noqa: PLR0913 - each is left out where it does not count
    number: int, about: bytes = ONE, says: bytes = ONE, words: str = "so", by: str = "", *, negates: bool = False
) -> Spoken:
    """A statement of that number."""
    return Spoken(number, by, Meaning(about, says, words, negates))


def unsure(_one: str, _other: str) -> Stance:
    """Two statements that have nothing to do with each other."""
    return Stance(0.1, 0.1, 0.8)


def brought(*some: Spoken, compare=unsure) -> tuple[list[tuple[int, int]], list[tuple[int, int, float]]]:
    """(topic, answer) of each statement, and what is at odds."""
    topics = Topics(compare=compare)
    found = [topics.bring(one) for one in some]
    assert [one.number for one in found] == [one.number for one in some]
    return [(one.topic, one.answer) for one in found], [tuple(one) for one in topics.opposed]


class Shelf:
    """What a ledger keeps of topics, in memory."""

    def __init__(self) -> None:
        self.told, self.gathered, self.opposed = {}, {}, []

    def bring(self, some: list[Spoken], compare=unsure) -> None:
        """Bring more statements to the topics so far, and keep what comes of it."""
        topics = Topics(self.gathered.values(), self._answers_to, compare)
        for one in some:
            found = topics.bring(one)
            self.told.setdefault(found.topic, []).append((found.answer, one))
        self.gathered |= {one.number: one for one in topics.gathered()}
        self.opposed += topics.opposed

    def _answers_to(self, topic: int) -> list[tuple[Spoken, tuple[str, ...]]]:
        """The first statements of the answers to a topic, each with all sources of its answer."""
        first = {}
        for answer, one in self.told[topic]:
            first.setdefault(answer, (one, set()))[1].add(one.source)
        return [(one, tuple(sources - {""})) for one, sources in first.values()]
