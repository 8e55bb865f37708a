"""Text in comparable form: words without case, accents and punctuation, and the keys of names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’ʼ])$", re.IGNORECASE)


class _Bare(dict[int, int | None]):
    """Each character as it is, and accents as nothing; looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_BARE = _Bare()


@dataclass(frozen=True, slots=True)
class Word:
    """A word in comparable form, and where it stands in the text, in code points."""

    form: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in lower case and without accents; other scripts keep their letters."""
    text = text.casefold()
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_BARE)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, in order; apostrophes within words are dropped ("don't" is "dont")."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(fold(m[0]).translate(_APOSTROPHES), m.start(), m.end()) for m in found]


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """The comparable form of a name: ASCII, lower case, without article, possessive ending and punctuation."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip().lstrip("#@")))
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(bare).casefold().replace("'", "")))
