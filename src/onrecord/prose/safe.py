"""Text of reports made harmless for a terminal: none of it may move the cursor, recolour or reorder what is shown."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: with them a terminal takes orders; tab and line feed stay
    "\u00ad\ufeff"  # soft hyphen, byte order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # orders about the direction of writing
    "\u2028\u2029\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"  # separators, annotations, halves, tags
    "]"
)


def harmless(text: str) -> str:
    """The text without anything that a terminal would act on; visible characters are all kept."""
    return _UNSAFE.sub("", text)


def escaped(text: str) -> str:
    """JSON text in which those characters stand as escapes: the same values, and harmless to print."""
    return _UNSAFE.sub(lambda match: "".join(f"\\u{unit:04x}" for unit in _units(match[0])), text)


def _units(character: str) -> list[int]:
    data = character.encode("utf-16-be", errors="surrogatepass")
    return [int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)]


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())
