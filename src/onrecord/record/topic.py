"""Statements brought to one question by their words alone, and to one answer to it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.record.reading import Meaning


class Spoken(NamedTuple):
    """A statement as a ledger hands it out to be brought to a topic: its number there, its speaker, its meaning.

    `source` is the name key of the speaker, empty where nobody is named; `answers` are the numbers of the statements of
    the same report that it takes up, `denies` tells whether to deny them.
    """

    number: int
    source: str
    meaning: Meaning
    answers: tuple[int, ...] = ()
    denies: bool = False


class Brought(NamedTuple):
    """A statement with its topic and its answer; both go by the number of the statement that came up with them."""

    number: int
    topic: int
    answer: int


class Gathered(NamedTuple):
    """A topic: how many statements it has, and what they are about, added up: whole numbers of 32 bits."""

    number: int
    statements: int
    about: bytes


class Opposed(NamedTuple):
    """An answer to a topic, a later statement at odds with it, and how likely that is; 1 where the report says so."""

    one: int
    other: int
    sure: float
