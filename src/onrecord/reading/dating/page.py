"""The text in which dates are looked for, and whether a verb near a date looks ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

# Words, and the marks that end a sentence or a clause; a full stop after a single letter is an abbreviation's.
_TOKEN = re.compile(r"[^\W_]+|(?<![.\s][^\W\d_])[.!?](?=[\s\"”’)]|$)|[\n,;:\"“”—]")
_STOPS = frozenset(".!?\n")
_PAIRED = frozenset("to next due until".split())
_PAUSES = frozenset(',;:"“”—')
_REACH = 30

_AHEAD = frozenset(
    "will would shall ll scheduled planned slated expected expects plans upcoming coming deadline might must should "
    "payable effective tomorrow".split()
)
_MODALS = frozenset("will would shall might must should".split())
_INTENT = frozenset("set going plan plans planning hopes aims intends wants expected scheduled about ready due".split())
_IS = frozenset(["is", "are"])
_AT_EARLIEST = frozenset(["soon", "early"])
_PUT_OFF = frozenset("postponed adjourned delayed rescheduled extended suspended closed valid".split())
_DOUBT = frozenset("believed thought said reported understood appeared seemed found claimed known".split())
_PAST = frozenset(
    "said told was were had has have did took came went made met held left began fell fled lost gave found saw shot "
    "hit struck sent spoke wrote broke fought led kept put ran rose drove brought built bought caught got knew became "
    "withdrew grew stood threw blew quit swept sank tweeted says died".split()
)
_NO_VERBS = frozenset("united ahmed mohammed muhammed mohamed hundred speed indeed sacred armed need needed".split())
_SHORTEST_PAST = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a report: as it stands, in lower case (same offsets), and its words and marks in order."""

    text: str
    low: str
    words: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of a text."""
        low = text.lower()
        if len(low) != len(text):  # a dotted capital I grows in lower case
            low = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        found = list(_TOKEN.finditer(low))
        return cls(text, low, [m[0] for m in found], [m.start() for m in found])

    def left(self, at: int, length: int = 24) -> str:
        """The lower-case text just before a place."""
        return self.low[max(0, at - length) : at]

    def capital(self, at: int) -> bool:
        """Whether the letter at a place is a capital."""
        return self.text[at].isupper()

    def _verb(self, at: int) -> bool | None:
        """Whether the word looks ahead (True) or back (False); None where it is no such verb."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        previous = self.words[at - 1] if at else ""
        if word in _PAIRED or word in _PUT_OFF:
            ahead = _ahead_in_pair(word, previous, following)
            return ahead if ahead or word in _PAIRED else False
        if word in _AT_EARLIEST and previous == following == "as":  # "as early as Tuesday"
            return True
        if word in _AHEAD and not (word in _MODALS and following == "have"):
            return True
        regular = len(word) >= _SHORTEST_PAST and word.endswith("ed") and word not in _NO_VERBS
        # "to be published" and "will be held" say nothing of the past
        return False if (word in _PAST or regular) and previous != "be" else None

    def _before(self, at: int) -> tuple[bool | None, bool]:
        """What the nearest verb before a word says, and whether a pause lies between."""
        paused = False
        for place in range(at - 1, max(-1, at - _REACH), -1):
            if self.words[place] in _STOPS:
                break
            paused = paused or self.words[place] in _PAUSES
            if (verb := self._verb(place)) is not None:
                return verb, paused
        return None, paused

    def _after(self, at: int) -> bool | None:
        """What the first verb after a word says, within its sentence."""
        for place in range(at, min(len(self.words), at + _REACH)):
            if self.words[place] in _STOPS:
                break
            if (verb := self._verb(place)) is not None:
                return verb
        return None

    def ahead(self, start: int, end: int) -> bool:
        """Whether the verb that a date belongs to looks ahead: the nearest before it, else the first after it."""
        verb, paused = self._before(bisect_left(self.starts, start))
        if verb is None or (verb and paused):
            after = self._after(bisect_left(self.starts, end))
            verb = verb if after is None else after
        return bool(verb)


def _ahead_in_pair(word: str, previous: str, following: str) -> bool | None:
    match word:
        case "to":
            ahead = previous in _INTENT or previous in _IS or (following == "be" and previous not in _DOUBT)
        case "next":
            ahead = following != "to"
        case "due":
            ahead = following != "to" or previous in {"is", "are", "was", "were"}
        case "until":
            ahead = previous in {"have", "has", "had", "given"}
        case _:
            ahead = following in {"until", "till", "to"}
    return ahead or None
