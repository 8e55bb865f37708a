"""Quotations: where they open and close, in a paragraph whose marks may be unbalanced."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„«»‟]|['‘’‚‹›]|``|''")
_OPENERS = {
    "“": "double",
    "„": "double",
    "«": "double",
    "‟": "double",
    "‘": "single",
    "‚": "single",
    "‹": "single",
    "``": "double",
}
_CLOSERS = {"”": "double", "»": "double", "’": "single", "›": "single", "''": "double", "“": "double"}
_SOMETHING = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?]\s")
_SPEECH = 3  # words from which a quotation is more than a few quoted words


class Quotation(NamedTuple):
    """A quotation, with its marks and within them; without a closing mark the two ends are the same."""

    start: int
    end: int
    first: int
    last: int


class _Sign(NamedTuple):
    """A quotation mark and what it can be."""

    sort: str
    start: int
    end: int
    opens: bool
    closes: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of a paragraph, in order; none lies within another."""
    signs = [sign for mark in _MARK.finditer(text, start, end) if (sign := _sign(text, start, end, mark))]
    found: list[Quotation] = []
    n = 0
    while n < len(signs):
        sign = signs[n]
        n += 1
        if not sign.opens:
            continue
        close = _close(text, signs, n)
        if close is not None:
            n = close + 1
            found.append(Quotation(sign.start, signs[close].end, sign.end, signs[close].start))
        elif sign.sort == "double" and (stop := _unclosed(text, signs, n, end)) > sign.end:
            found.append(Quotation(sign.start, stop, sign.end, stop))
    return [quotation for quotation in found if _SOMETHING.search(text, quotation.first, quotation.last)]


def _sign(text: str, start: int, end: int, mark: re.Match[str]) -> _Sign | None:
    """A mark as a sign; None for an apostrophe within a word."""
    char = mark[0]
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    sort = _OPENERS.get(char) or _CLOSERS.get(char) or ("single" if char == "'" else "double")
    if sort == "single" and before.isalnum() and after.isalnum():
        return None
    leans_in = not after.isspace() and (before.isspace() or before in "([—–-/“‘\"'")
    leans_out = not before.isspace() and not after.isalnum()
    if char in ('"', "'"):
        return _Sign(sort, mark.start(), mark.end(), leans_in, leans_out or not leans_in)
    opens = char in _OPENERS and (sort == "double" or leans_in)
    return _Sign(
        sort, mark.start(), mark.end(), opens, char in _CLOSERS and not (char == "“" and leans_in) and char != "“"
    )


def _close(text: str, signs: list[_Sign], n: int) -> int | None:
    """Which sign closes the quotation opened just before the n-th; None where another opens first."""
    sort = signs[n - 1].sort
    spare = None
    for m in range(n, min(len(signs), n + 40)):
        sign = signs[m]
        if sign.sort != sort:
            continue
        if sign.opens and not sign.closes:
            return spare
        if sign.closes:
            if sort == "double" or text[sign.start - 1] in ".,!?…":
                return m
            if text[sign.start - 1] not in "sS":
                return m
            spare = m if spare is None else spare
    return spare


def _unclosed(text: str, signs: list[_Sign], n: int, end: int) -> int:
    """Where a quotation ends that is never closed: at the paragraph's end, or before the next one opens."""
    sort = signs[n - 1].sort
    following = next((sign.start for sign in signs[n : n + 40] if sign.sort == sort and sign.opens), end)
    if following == end:
        return end
    stops = [stop.start() + 1 for stop in _SENTENCE_END.finditer(text, signs[n - 1].end, following)]
    return stops[0] if stops else following


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a stretch of speech, and not a word or two in quotation marks."""
    words = text[quotation.first : quotation.last].split(None, _SPEECH)
    return len(words) >= _SPEECH or (bool(words) and words[-1][-1] in ".,!?…" and len(words) > 1)
