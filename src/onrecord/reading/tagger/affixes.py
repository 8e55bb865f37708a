"""How a word begins and ends, as a number."""

from __future__ import annotations

from typing import Final
from zlib import crc32

BUCKETS: Final = 4000  # into which endings and beginnings are hashed
_AFFIX = 3  # letters


def affixes(text: str) -> tuple[int, int]:
    """The buckets of a word's ending and of its beginning, from 1."""
    low = text.lower()
    ending, beginning = f"-{low[-_AFFIX:]}", f"{low[:_AFFIX]}-"
    return 1 + crc32(ending.encode()) % (BUCKETS - 1), 1 + crc32(beginning.encode()) % (BUCKETS - 1)
