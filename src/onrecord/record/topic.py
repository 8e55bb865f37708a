"""Statements brought to one question by their words alone, and to one answer to it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.record.reading import Meaning


class Spoken(NamedTuple):
    """A statement as a ledger hands it out to be brought to a topic: its number there, its speaker, its meaning.

    `source` is the name key of the speaker, empty where nobody is named.
    """

    number: int
    source: str
    meaning: Meaning


class Brought(NamedTuple):
    """A statement with its topic and its answer; both go by the number of the statement that came up with them."""

    number: int
    topic: int
    answer: int


class Gathered(NamedTuple):
    """A topic: how many statements it has, and what they are about, added up.

    `about` holds whole numbers of 32 bits, little end first; it is empty where they have to be added up anew.
    """

    number: int
    statements: int
    about: bytes


class Opposed(NamedTuple):
    """Two answers to one topic that are at odds, the earlier one first, and how likely that is, from 0 to 1."""

    one: int
    other: int
    sure: float
