"""Characters that show nothing themselves and may mislead about what is shown: a reader is told that they are there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_PLANES: Final = "".join(f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(17))
_UNSEEN: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad"  # controls, soft hyphen
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"  # orders about direction, spaces and joints of no width
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"  # byte order mark, annotations, halves, tags
    f"\ufdd0-\ufdef{_PLANES}"  # what is no character at all
    "]"
)
SIGN: Final = "⍰"
"""What is shown in the place of such a character."""


def parted(text: str) -> Iterator[tuple[str, str]]:
    """The text in parts: what is shown, and in between the sign of each such character with what it is called."""
    start = 0
    for found in _UNSEEN.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], ""
        yield SIGN, called(found[0])
        start = found.end()
    if start < len(text):
        yield text[start:], ""


def called(character: str) -> str:
    """The number and the name of a character: "U+202E right-to-left override"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'no name').lower()}"
