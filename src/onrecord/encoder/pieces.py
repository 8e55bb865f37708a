"""Words, and words in pieces, the longest known first: WordPiece (Schuster and Nakajima 2012; Devlin et al. 2019)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

MOST: Final = 6  # pieces of a word at most
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 40  # letters of a word; longer runs are cut, so that no run costs more than its length


@cache
def vocabulary() -> Mapping[str, int]:
    """Each piece with its number; pieces that go on with a word start with "##"."""
    lines = files("onrecord.encoder").joinpath("weights", "vocabulary.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words and marks of a stretch start and end."""
    for match in _WORD.finditer(text, start, end):
        for first in range(match.start(), match.end(), _LONGEST):
            yield first, min(match.end(), first + _LONGEST)


def pieces(text: str) -> tuple[int, ...]:
    """The numbers of the pieces of one word, at most `MOST`; that of the unknown piece where it has none."""
    known = vocabulary()
    word, found, start = plain(text), list[int](), 0
    while start < len(word) and len(found) < MOST:
        mark = "##" if start else ""
        ends = (end for end in range(len(word), start, -1) if mark + word[start:end] in known)
        end = next(ends, start)
        if end == start:
            return (known["[UNK]"],)
        found.append(known[mark + word[start:end]])
        start = end
    return tuple(found) or (known["[UNK]"],)


def plain(text: str) -> str:
    """A word in lower case without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")
