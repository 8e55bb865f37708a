"""What each stretch of a report is, by its layout: headline, paragraph, bullet, embedded post ..."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.record.reading import Block

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STAMP = re.compile(r"\s{0,9}date\s{1,3}\d{4}-\d\d-\d\d\s{0,9}")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = re.compile(
    r"(?:(?:first )?(?:published|updated|posted|date|last modified)\b[:\s]{0,3}(?:on )?)?"
    rf"(?:{_WEEKDAY}\b,?\s{{1,3}})?(?:\d{{4}}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{{2,4}}"
    rf"|\d\d?(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}}\d{{4}}"
    rf"|{_MONTH}\s{{1,3}}\d\d?(?:st|nd|rd|th)?,?\s{{1,3}}\d{{4}})"
    r"[\s,|·at\-–—]{0,5}(?:\d\d?[:.]\d\d.{0,24})?",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"(?:[A-Z][\w.&'’-]{0,30}[ ,|/·–—-]{1,4}){1,7}")
_BYLINE = re.compile(r"(?:by|words by|written by|reported by|story by|from)\s{1,3}[A-Z]", re.IGNORECASE)
_CREDIT = re.compile(
    r"\(?(?:image|photo|picture|pic|video|source|credits?|file photo|photograph)s?"
    r"(?:\s(?:credit|courtesy|by|source)s?)?\s?[:/©]"
    r"|©|also read|read (?:more|also|next)|see also|watch\b.{0,3}:|follow us|click here|sign up|subscribe|scroll down"
    r"|continue reading|related (?:coverage|stories|articles)|\(?(?:additional )?reporting by|\(?writing by"
    r"|\(?editing by|to contact the|with (?:inputs|files) from"
    r"|with (?:agency|agencies|wires?)\b|advertisement$|share this|_{3}|\*{3}|-{3}",
    re.IGNORECASE,
)
_POST = re.compile(
    r"[—–-]{1,2}\s{0,2}(?P<name>[^()—\n]{1,80}?)\s{0,2}\((?P<handle>@\w{1,40})\)\s{0,3}(?P<date>[^()]{0,40})$"
)
_DATELINE = re.compile(
    r"\s{0,3}(?:(?:[A-Z][A-Z.'’\-]{2,}(?:[ /][A-Z][A-Z.'’\-]+){0,4})(?:,\s?[A-Z][\w.]{1,20}(?:\s\w{1,20}){0,2}){0,2}"
    r"(?:\s?\([A-Z][\w/ ]{1,20}\))?|\([A-Z][\w/ ]{1,20}\))\s?(?:—|–|--|-)\s"
)
_BULLET = re.compile(r"\s{0,4}(?:[-•*·▪◦‣●–]|\d{1,2}[.)])\s{1,4}(?=\S)")
_LISTING = re.compile(
    r"(?:highlights?|key points?|takeaways?|at a glance|in brief|main points?|summary|we know|points)\W{0,3}$"
    r"|:\s{0,2}$",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[.!…][\"'”’)»]{0,2}$")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,})")

_SHORT = 16  # words of a heading or bullet at most
_LONG = 24  # words from which a line is a paragraph, whatever its end


class Stretch(NamedTuple):
    """A stretch of a report and what it is."""

    block: Block
    start: int
    end: int


def blocks(text: str) -> list[Stretch]:
    """The stretches of a report, in order; blank space between them belongs to none."""
    lines = _lines(text)
    kinds = [_kind(text, start, end) for start, end in lines]
    _settle(text, lines, kinds)
    return [part for (start, end), kind in zip(lines, kinds, strict=True) for part in _parts(text, kind, start, end)]


def post(text: str, start: int, end: int) -> re.Match[str] | None:
    """The signature at the end of an embedded post, with its name, handle and date."""
    return _POST.search(text, max(start, end - 200), end)


def _lines(text: str) -> list[tuple[int, int]]:
    """Where lines start and end, without blank ones; a line that goes on in lower case is one with the next."""
    found: list[tuple[int, int]] = []
    for start, end in _stamped(text):
        if found and _goes_on(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _stamped(text: str) -> Iterator[tuple[int, int]]:
    """Lines without surrounding space, the date that may be glued before the first one on its own."""
    stamp = _STAMP.match(text)
    if stamp and stamp[0].strip():
        yield _strip(text, stamp.start(), stamp.end())
    for line in _LINE.finditer(text, stamp.end() if stamp else 0):
        start, end = _strip(text, line.start(), line.end())
        if start < end:
            yield start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blank space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _goes_on(text: str, last: tuple[int, int], start: int) -> bool:
    """Whether a line that starts there goes on with the sentence of the last one, wrapped without a blank line."""
    gap = text[last[1] : start]
    return text[start].islower() and gap.count("\n") <= 1 and last[1] - last[0] > 40 and text[last[1] - 1] not in ".:!?"  # noqa: PLR2004


def _kind(text: str, start: int, end: int) -> Block | None:
    """What a line is by itself; None where that depends on its neighbours."""
    line = text[start : min(end, start + 400)]
    words = line.count(" ") + 1
    if post(text, start, end):
        return Block.POST
    dated = (_DATE.match(line) or _STAMP.match(line)) and words <= 8  # noqa: PLR2004
    if dated or (words <= _SHORT and _masthead(line)):
        return Block.HEADER
    if _BYLINE.match(line) and words <= 9 and not _FULL_STOP.search(line):  # noqa: PLR2004
        return Block.HEADER
    if _CREDIT.match(line):
        return Block.CREDIT
    if _BULLET.match(line):
        return Block.BULLET
    return Block.PARAGRAPH if words > _LONG or (_FULL_STOP.search(line) and words > _SHORT) else None


def _masthead(line: str) -> bool:
    """Whether a line is a paper's name, and a section, with the full date behind it."""
    name = _MASTHEAD.match(line)
    return bool(name and any(_DATE.fullmatch(line, spot) for spot in _starts(name)))


def _starts(name: re.Match[str]) -> list[int]:
    """Where the date may start behind, or within, the capitalised words of a masthead."""
    return [name.end(), *(name.start() + spot.start() for spot in re.finditer(r"(?<=[ ,|/])\w", name[0]))]


def _settle(text: str, lines: list[tuple[int, int]], kinds: list[Block | None]) -> None:
    """Decide what the short lines are: headline, heading, bullet under a heading that lists, or paragraph."""
    listing, seen = False, False
    for n, (start, end) in enumerate(lines):
        if kinds[n] is None:
            kinds[n] = _short_line(text[start:end], kinds, n, listing, seen)
        if kinds[n] in (Block.SUBHEAD, Block.HEADLINE):
            listing = bool(_LISTING.search(text[max(start, end - 40) : end]))
        elif kinds[n] is not Block.BULLET:
            listing = False
        seen = seen or kinds[n] in (Block.PARAGRAPH, Block.HEADLINE, Block.POST)


def _short_line(line: str, kinds: list[Block | None], n: int, listing: bool, seen: bool) -> Block:
    """What a short line is, given what stands before it."""
    stopped = bool(_FULL_STOP.search(line))
    following = kinds[n + 1] if n + 1 < len(kinds) else Block.CREDIT
    if listing and (stopped or following is None or following is not Block.PARAGRAPH):
        return Block.BULLET
    if stopped or line.count(" ") >= _SHORT:
        return Block.PARAGRAPH
    if not seen:
        return Block.HEADLINE
    return Block.SUBHEAD if following is not Block.CREDIT or "?" in line[-2:] else Block.PARAGRAPH


def _parts(text: str, kind: Block | None, start: int, end: int) -> Iterator[Stretch]:
    """A line as stretches: without its bullet, its dateline or the section name glued to it."""
    kind = kind or Block.PARAGRAPH
    if kind is Block.BULLET and (mark := _BULLET.match(text, start, end)):
        start = mark.end()
    elif kind is Block.PARAGRAPH and (place := _DATELINE.match(text, start, end)):
        yield Stretch(Block.HEADER, start, _strip(text, start, place.end())[1])
        start = place.end()
    elif kind is Block.HEADLINE and (glue := _glue(text, start, end)):
        yield Stretch(Block.HEADER, start, glue)
        start = glue
    start, end = _strip(text, start, end)
    if start < end:
        yield Stretch(kind, start, end)


def _glue(text: str, start: int, end: int) -> int | None:
    """Where a section name ends that is glued to the headline: what follows is a word of its own elsewhere."""
    first = re.compile(r"\w+").match(text, start, min(end, start + 60))
    spot = _GLUED.search(text, start, first.end()) if first else None
    if not first or not spot or re.search(rf"\b{first[0]}\b", text[end:]):
        return None
    alone = re.search(rf"\b{text[spot.start() : first.end()]}", text[end:], re.IGNORECASE)
    return spot.start() if alone else None
