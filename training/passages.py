"""The passages of an article in which it is likeliest to speak of a headline's claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BOUND = re.compile(r"(?<=[.!?”\"’])\s+(?=[A-Z“\"‘@])|\n+")
_WORD = re.compile(r"[^\W_]+")
_LEAST = 20  # letters; what is shorter is a caption or the rest of a name
_STEM = 6  # letters of a word that are compared
_SHORT = 2  # letters of a word that says nothing
_LEAD = 0.05  # what the first sentence is ahead
_NEXT = 0.5  # weight of the second sentence of a passage
_STOP: Final = frozenset(
    "a an the of in on at to for and or but is are was were be been has have had by with from as that this it its he "
    "she they his her their not will would after over says say said new".split()
)


def sentences(text: str) -> list[str]:
    """The sentences of an article; the whole of it where none is long enough."""
    found = (part.strip() for part in _BOUND.split(text))
    return [part for part in found if len(part) > _LEAST] or [text.strip()]


def weighty(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their first letters."""
    cut = (word.lower()[:_STEM] for word in _WORD.findall(text))
    return frozenset(word for word in cut if word not in _STOP and len(word) > _SHORT)


def passages(headline: str, told: Sequence[str], most: int = 1) -> list[str]:
    """Two sentences each, those first that share most words with the headline; no sentence is in two of them."""
    wanted = weighty(headline)
    shared = [len(wanted & weighty(one)) / (len(wanted) + 1) + (_LEAD if n == 0 else 0) for n, one in enumerate(told)]
    order = sorted(range(len(told)), key=lambda n: -(shared[n] + _NEXT * sum(shared[n + 1 : n + 2])))
    found, used = list[str](), set[int]()
    for n in order:
        if n not in used and len(found) < most:
            found.append(" ".join(told[n : n + 2]))
            used |= {n, n + 1}
    return found
