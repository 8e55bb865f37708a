"""What a rule for dates is: a pattern, what its date is reckoned from, and the function that resolves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from onrecord.reading.dating.page import Page
from onrecord.reading.dating.timex import Timex
from onrecord.reading.dating.words import MONTHS, SHORT_MONTHS, compiled, one_of
from onrecord.record.when import When

_GLUED = re.compile(r"(?:[0-9][.,:]|[$€£#@/_=&?+-])$")
_RANGED = re.compile(rf"\b(?:early|mid|late|{one_of([*MONTHS, *SHORT_MONTHS])})-$")
_OFFSETS = {"last": -1, "this": 0, "next": 1}
_NAMES_OF_WHICH = {"past": "last", "this past": "last", "this coming": "next", "coming": "next"}


class Base(Enum):
    """What a date is reckoned from.

    - nothing: "6 May 2021"
    - the day of publication: "yesterday", "last week"
    - the scene: in a narrative the date told before; in a report, which has none, publication: "the end of the year"
    - the same for what lacks only its year, which a range may lend to it: "May 3 to June 5, 2020"
    - an earlier date: "two days later"
    - the date that follows: "a day after Monday's attack"
    - the nearest, an earlier date or else publication: "at noon"
    """

    NOTHING = auto()
    PUBLICATION = auto()
    SCENE = auto()
    YEARLESS = auto()
    EARLIER = auto()
    FOLLOWING = auto()
    NEAREST = auto()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a resolver sees: the match, the page, and the day to reckon from (a stand-in where it is not known).

    In a narrative that is the day of its scene, and what has no year is meant near to it.
    """

    match: re.Match[str]
    page: Page
    day: date
    known: bool
    narrated: bool = False

    def __getitem__(self, name: str) -> str:
        return (self.match[name] or "") if name in self.match.re.groupindex else ""

    @property
    def left(self) -> str:
        """The text just before the match."""
        return self.page.left(self.match.start())

    @property
    def right(self) -> str:
        """The text just after the match."""
        return self.page.low[self.match.end() : self.match.end() + 24]

    @property
    def ahead(self) -> bool:
        """Whether the verb near it looks ahead."""
        return self.page.ahead(self.match.start(), self.match.end())

    @property
    def glued(self) -> bool:
        """Whether its first numeral is part of something else: a sum, an address, a longer number."""
        return bool(_GLUED.search(self.left)) and not _RANGED.search(self.left)

    @property
    def which(self) -> str:
        """The group of that name as "last", "this", "next"; else "nearest" in a narrative, or nothing."""
        words = " ".join(self["which"].split())
        return _NAMES_OF_WHICH.get(words, words) or ("nearest" if self.narrated else "")

    @property
    def year_meant(self) -> int:
        """The year of the words "(of) last year" after a date."""
        return self.day.year + _OFFSETS[self["of"]]

    def capital(self, name: str) -> bool:
        """Whether a group starts with a capital letter."""
        return self.page.text[self.match.start(name)].isupper()


# A `When` says all; a `Timex` names a value besides, or is no date.
Resolve = Callable[[Sight], Timex | When | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for lower-case text and what it means.

    Attributes:
        resolve: gives the date, or None where the words are none after all.
        base: what the date is reckoned from.
        heads: the words that may open it; "#" is a numeral.
        pattern: what it looks like, from its first word.
    """

    resolve: Resolve
    base: Base
    heads: frozenset[str]
    pattern: re.Pattern[str]


def rule(resolve: Resolve, base: Base, heads: Iterable[str], pattern: str, end: str = r"(?!\w)") -> Rule:
    """A rule; its pattern has a space for each gap between words, and ends where a word ends."""
    return Rule(resolve, base, frozenset(heads), compiled(pattern + end))
