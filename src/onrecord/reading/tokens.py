"""The words of a sentence, a quotation in it counting as one."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.reading.quotations import Quotation, is_speech

_TOKEN = re.compile(
    r"https?://\S+|pic\.twitter\S*|\d+(?:-[^\W\d_]+)+|\d+(?:[.,:]\d+)*%?|(?:[^\W\d_]\.){2,}|[#@]?\w+(?:[-'’&/]\w+)*|…|\.{2,}|\S"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CONTRACTED = frozenset("it he she that what who there here let where how".split())
_CLOSERS = 6  # closing marks that may follow a full stop at most
_PREFIXES = frozenset("al el ul as ash an ad bin ibn abu".split())
_ADJECTIVE = 3  # letters; "Vessin-based" is no name
_MARKS = frozenset("\"'“”‘’«»„‟‹›`")


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation.

    Attributes:
        text: as it stands.
        low: in lower case, with straight apostrophes; for a quotation, empty.
        start: where it starts in the report.
        end: where it ends.
        first: where it starts without an opening quotation mark.
        last: where it ends without a closing quotation mark.
        sort: "word", "mark" or "quote".
    """

    text: str
    low: str
    start: int
    end: int
    first: int
    last: int
    sort: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter, or with a particle hyphened to one ("al-Hajri")."""
        head = self.text.lstrip("#@")[:1]
        if "-" not in self.text:
            return head.isupper()
        parts = self.text.split("-")
        if len(parts[-1]) > _ADJECTIVE and parts[-1].islower():
            return False
        return head.isupper() or (parts[0] in _PREFIXES and parts[1][:1].isupper())

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.sort == "word"


def tokens(text: str, start: int, end: int, quotes: list[Quotation]) -> tuple[Token, ...]:
    """The tokens of a sentence; `quotes` are the quotations that start in it, in order."""
    found: list[Token] = []
    for quotation in quotes:
        if quotation.start < start or quotation.end > end or not is_speech(text, quotation):
            continue
        found += _plain(text, start, quotation.start, last=False)
        found.append(_quote(text, quotation))
        start = quotation.end
    found += _plain(text, start, end, last=True)
    return tuple(found)


def _quote(text: str, quotation: Quotation) -> Token:
    """A quotation as one token."""
    inner = text[quotation.first : quotation.last]
    first = quotation.first + len(inner) - len(inner.lstrip())
    return Token(
        text[quotation.start : quotation.end],
        "",
        quotation.start,
        quotation.end,
        first,
        first + len(inner.strip()),
        "quote",
    )


def _plain(text: str, start: int, end: int, *, last: bool) -> list[Token]:
    """The tokens of a stretch without quotations; the full stop of an abbreviation belongs to its word."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        if match[0] in _MARKS:
            continue
        inside = match[0] == "." and found and found[-1].end == match.start()
        if inside and not (last and _final(text, match.end(), end)):
            found[-1] = _token(text, found[-1].start, match.end())
            continue
        found += _split(text, match.start(), match.end())
    return found


def _final(text: str, start: int, end: int) -> bool:
    """Whether nothing but closing marks follows."""
    return end - start < _CLOSERS and not text[start:end].strip("".join(_MARKS) + " )]")


def _split(text: str, start: int, end: int) -> list[Token]:
    """A word, its possessive ending apart."""
    ending = _POSSESSIVE.search(text[start:end])
    if not ending or not ending.start() or text[start : start + ending.start()].lower() in _CONTRACTED:
        return [_token(text, start, end)]
    cut = start + ending.start()
    return [_token(text, start, cut), _token(text, cut, end)]


def _token(text: str, start: int, end: int) -> Token:
    """A word or mark."""
    form = text[start:end]
    sort = "word" if any(c.isalnum() for c in form) else "mark"
    low = form.lower().replace("’", "'")
    return Token(form, low.rstrip(".") if sort == "word" else low, start, end, start, end, sort)
