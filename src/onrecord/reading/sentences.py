"""Sentences with exact offsets; a quotation is never cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.reading.lexicon import listed
from onrecord.reading.quotations import Quotation

_STOP = re.compile(r"[.!?…]{1,4}[\"'”’)»\]]{0,3}(?=\s)|[。！？]|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|adm|rear|cmdr|gov|sen|rep|rev|hon|st|jr|sr|no|nos|vs|etc|inc|ltd|co|corp|dept|"
    r"est|approx|fig|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|a\.m|p\.m|e\.g|i\.e|al|brig|supt|insp|ave|rd|mt|ft)"
    r"|\b[A-Za-z]|(?:\b[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\b(?:a\.m|p\.m|inc|ltd|co|corp|jr|sr|etc|u\.s|u\.k|u\.n|e\.u|[a-z]\.[a-z])\.$", re.IGNORECASE)
_OPENER = re.compile(
    r"(?:the|a|an|he|she|it|they|we|in|on|but|and|this|that|these|his|her|its|their|at|as|after|for|there)\s",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s{0,3}[―—–]\s{0,3}[A-Z][^.!?]{1,60}\.?\s{0,3}")  # who said it, behind a dash at the end
_RENDERED = re.compile(r"\s{0,3}[(\[]\s?[\"“]")  # the same words in English, in brackets behind them
_CREDITED = re.compile(
    r"\s{1,3}(?P<who>[A-Z@][^.!?:;\"“”«»\n]{1,90}?) (?:said|says|wrote|added|told)\b"
    r"(?P<rest>[^.!?:;\"“”«»\n]{0,120})\.(?:\s|$)"
)  # a sentence of its own that only says who said it, when and where
_LONGEST = 3000  # characters of a sentence
_NEXT = re.compile(r"\s*[\"'“‘«(\[–—-]{0,3}\s?(.)", re.DOTALL)


def sentences(text: str, start: int, end: int, quotes: list[Quotation]) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph start and end."""
    starts = [quotation.start for quotation in quotes]
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(text, start, end):
        spot = stop.end()
        n = bisect_right(starts, stop.start()) - 1
        quoted = quotes[n].end if n >= 0 and stop.start() < quotes[n].end else 0
        if spot > start and spot >= quoted and _ends(text, stop, end, quoted=bool(quoted)):
            found.append((start, spot))
            start = spot + len(text[spot : spot + 20]) - len(text[spot : spot + 20].lstrip())
    if text[start:end].strip():
        found.append((start, end))
    return [_trim(text, *part) for pair in found for part in pieces(text, *pair) if text[part[0] : part[1]].strip()]


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut at spaces where it is longer than any sentence: so that reading takes time in proportion."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blank space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _ends(text: str, stop: re.Match[str], end: int, *, quoted: bool) -> bool:
    """Whether a sentence ends at this stop, which a quotation may end with it."""
    spot = stop.end()
    following = _NEXT.match(text, spot, end)
    if quoted and (_SIGNED.fullmatch(text, spot, end) or _RENDERED.match(text, spot, end)):
        return False
    if not following or following[1].islower() or (quoted and _credited(text, spot, end)):
        return False
    return stop[0][:1] != "." or not _abbreviated(text, stop.start() + 1, spot, end)


def _abbreviated(text: str, dot: int, spot: int, end: int) -> bool:
    """Whether the full stop only marks an abbreviation; one that may end a sentence does where a new one opens."""
    before = text[max(0, dot - 14) : dot]
    if not _ABBREVIATION.search(before):
        return False
    rest = text[spot : min(end, spot + 12)].lstrip()
    return not (_ENDING.search(before) and _OPENER.match(rest))


def _credited(text: str, spot: int, end: int) -> bool:
    """Whether it follows who said the quotation, and nothing else that was said ('"No!" Smith said on Friday.')."""
    told = _CREDITED.match(text, spot, end)
    if not told:
        return _cue_follows(text, spot, end)
    words = [word.strip(",").lower() for word in f"{told['who']} {told['rest']}".split()]
    after = [word.strip(",").lower() for word in told["rest"].split()[:1]]
    idle = not after or after[0] in listed("prepositions") | listed("calendar") or " told" in told[0]
    return idle and "that" not in words and not any(word in listed("finite") for word in words)


def _cue_follows(text: str, spot: int, end: int) -> bool:
    """Whether a speaker and a verb of speech follow the quotation without a comma ('"No!" Smith said')."""
    rest = re.split(r"[.,;:!?\"“]", text[spot : min(end, spot + 60)].strip(), maxsplit=1)[0].split()
    return 1 < len(rest) < 8 and rest[-1] in ("said", "says", "added", "asked", "wrote")  # noqa: PLR2004
