"""Names in another script beside names in Latin letters.

Each letter of the other script is written with no letter, or with up to three Latin ones; `letters.tsv` says how often
with which, and `romanised.tsv` how the letters of one romanisation are written in another. Both were learnt from pairs
of names (`training/letters.py`), as the operations of an edit distance may be (Ristad & Yianilos, "Learning String-Edit
Distance", PAMI 1998). Vowels that a script does not write need no rule: the "m" of a consonantal script is "m", "mu" or
"mo".
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

Table = dict[str, dict[str, float]]

LONGEST = 3  # Latin letters for one
CHANCE = "*"  # the row of how frequent Latin letters are
_NOTHING = "-"
_UNSEEN = math.log(0.001)  # of what the table does not hold
_RARE = math.log(0.002)  # of a Latin letter that no name held
_BAND = 4  # Latin letters by which a letter may be away from its place in proportion
_CACHE = 1 << 16
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}  # onto katakana
_SAME = str.maketrans(
    {"ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه"} | {chr(k): chr(v) for k, v in _HIRAGANA.items()}
)


@lru_cache(_CACHE)
def letters(text: str) -> str:
    """The letters of a name: Hangul taken apart, points left out, Persian forms as Arabic."""
    text = unicodedata.normalize("NFD" if _hangul(text) else "NFC", text.casefold())
    return "".join(filter(str.isalpha, text)).translate(_SAME)


def foreign(text: str) -> str:
    """The letters of a name in a script of which the table tells; nothing for any other."""
    found = letters(text)
    return found if found and sum(letter in _likely() for letter in found) * 2 > len(found) else ""


@lru_cache(_CACHE)
def written_as(native: str, latin: str) -> float:
    """How much likelier these are written so than Latin letters stand so by chance: a logarithm, per letter."""
    if not len(native) <= LONGEST * len(latin) <= LONGEST * LONGEST * len(native):
        return -math.inf
    by_chance = sum(_likely()[CHANCE].get(letter, _RARE) for letter in latin)
    return (_likelihood(map(_row, native), latin) - by_chance) / max(len(native), len(latin))


@lru_cache(_CACHE)
def unlike(one: str, other: str) -> float:
    """How much less likely one form is as another way to write a name than the form itself: a logarithm."""
    if not (one.isalpha() and other.isalpha()):
        return math.inf
    alone = _likelihood(map(_usual, one), one) + _likelihood(map(_usual, other), other)
    return max(0.0, alone - _likelihood(map(_usual, one), other) - _likelihood(map(_usual, other), one)) / 2


def _likelihood(rows: Iterable[Mapping[str, float]], latin: str) -> float:
    """The logarithm of how likely letters, each written as its row says, come out as these Latin ones."""
    listed = list(rows)
    likely = [0.0] + [-math.inf] * len(latin)
    for place, chunks in enumerate(listed, 1):
        likely = _after(likely, chunks, latin, place * len(latin) // len(listed))
    return likely[-1]


def _after(likely: list[float], chunks: Mapping[str, float], latin: str, near: int) -> list[float]:
    """The best likelihood of each number of Latin letters, one more letter of the other script read."""
    following = [-math.inf] * len(likely)
    for end in range(max(0, near - _BAND), min(len(latin), near + _BAND) + 1):
        following[end] = max(
            likely[start] + chunks.get(latin[start:end], _UNSEEN * (1 + end - start))
            for start in range(max(0, end - LONGEST), end + 1)
        )
    return following


@cache
def _row(letter: str) -> dict[str, float]:
    """How a letter is written; one that the table lacks, as it is usually romanised."""
    return _likely().get(letter) or {anyascii(letter).casefold(): math.log(0.9)}


def _hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


@cache
def _usual(letter: str) -> dict[str, float]:
    """How a Latin letter of one romanisation is written in others."""
    return _read("romanised.tsv").get(letter) or {letter: math.log(0.9)}


@cache
def _likely() -> Table:
    return _read("letters.tsv")


@cache
def _read(name: str) -> Table:
    """A table beside this module, shares as logarithms."""
    text = (files("onrecord.matching") / name).read_text("utf-8")
    return {row: {chunk: math.log(share) for chunk, share in cells.items()} for row, cells in parsed(text.splitlines())}


def parsed(lines: Iterable[str]) -> Iterator[tuple[str, dict[str, float]]]:
    """The rows of a table: a letter, and what share of it is written how."""
    for line in lines:
        letter, *cells = line.split()
        pairs = zip(cells[::2], cells[1::2], strict=True)
        yield letter, {"" if chunk == _NOTHING else chunk: float(share) for chunk, share in pairs}


def shown(letter: str, shares: dict[str, float]) -> str:
    """A row of a table, as `parsed` reads it."""
    cells = sorted(shares.items(), key=lambda cell: (-cell[1], cell[0]))
    return " ".join((letter, *(f"{chunk or _NOTHING} {share:.4f}" for chunk, share in cells)))
