"""What the head of a report's text says of its publication: day, title and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.intake import dates, head
from onrecord.intake.head import Line
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, When

_BODY = 250
_NEAR = 8_000
_TAIL = 800
_TITLE_LINES = 4
_LEAST_SECTION = 4
_LEAST_WORD = 3
_LONGEST_NAME = 60
_MASTHEAD_WORDS = 4

_MACHINE = re.compile(rf"\b[A-Z]{{1,20}}_DATE\b\s{{0,2}}[:=]?\s{{0,2}}(?i:{dates.DATE})")
_RIGHTS = re.compile(
    r"(?:©|\([cC]\)\s|\bCopyright\b)\s{0,2}(?:©|\([cC]\))?\s{0,2}(?P<year>(?:19|20)[0-9]{2})?(?:\s?[-–]\s?[0-9]{4})?"
    r"[,\s]{0,3}(?:by\s)?(?P<name>[A-Z][^.,;|\n\r©()]{1,60})?"
)
_CLOSING = re.compile(
    r"(?:^|[.!?\"”’]\s{0,3}|[\r\n]\s{0,3})\((?P<agency>[A-Z]{2,6}|" + "|".join(sorted(head.AGENCIES)) + r")\)\s*$"
)
_WRITER_OF = re.compile(r"[Bb][Yy]\s[^,|]{2,60}[,|]\s(?:for\s)?(?P<outlet>[A-Z][\w .&'’-]{1,60})$")
_TOKEN = re.compile(r"[^\W\d_]+")
_SEAM = re.compile(r"(?<=[^\W\d_])(?=[A-Z])")
_PART = re.compile(r"\s?[|/·•,]\s?|\s[–—-]\s")
_HASHES = re.compile(r"#{1,6}\s+")


class _Rank(IntEnum):
    """Which words on publication go before which."""

    PUBLISHED = 0
    LINE = 1
    DATELINE = 2
    MACHINE = 3
    UPDATED = 4


class _Find(NamedTuple):
    rank: _Rank
    start: int
    end: int
    options: tuple[When, ...]


class _Bare(NamedTuple):
    """A month and a day whose year stands elsewhere, if anywhere."""

    month: int
    day: int
    start: int
    end: int


def published(text: str, report: str) -> When:
    """The day of publication as the head tells it, with the words that do; prose is never asked."""
    lines = head.lines_of(text)
    finds = sorted(_finds(text, lines), key=lambda find: find[:3])
    bare = next(_bare_days(lines), None)
    if day := _first_day(finds, bare, report):
        return day
    years = {when.start.year for find in finds for when in find.options if when.start} | _rights_years(text)
    if bare and len(years) == 1:
        return _worded(dates.on(years.pop(), bare.month, bare.day), report, bare.start, bare.end)
    months = (find for find in finds if len(find.options) == 1)
    return next((_worded(find.options[0], report, find.start, find.end) for find in months), UNKNOWN)


def title(text: str) -> str:
    """The headline, or nothing where the text begins with its body."""
    lines = head.lines_of(text)
    for at, line in enumerate(lines[:_TITLE_LINES]):
        field = head.FIELD.match(line.text)
        if field and field["name"].casefold() in {"title", "headline"}:
            return field["value"]
        bare = _unglued(line)
        if head.is_headline(bare) and _stands_apart(lines, at) and not _names_outlet(lines, at):
            return _without_section(_HASHES.sub("", bare.text, count=1), text)
        if not (field or _passes(bare) or _names_outlet(lines, at)):
            return ""
    return ""


def outlet(text: str, url: str = "") -> str:
    """Who published it: the address's domain, or what the text's head or end names, or nothing."""
    if domain := _domain(url):
        return domain
    lines = head.lines_of(text)
    return next(filter(None, _outlets(text, lines)), "")


def _finds(text: str, lines: list[Line]) -> Iterator[_Find]:
    lone = list(_lone_dates(lines))
    yield from (find for find in lone if find.rank is _Rank.UPDATED)
    lone = [find for find in lone if find.rank is _Rank.LINE]
    # A timeline has many lines that are nothing but a date: none of them is the day of publication for sure.
    if len({find.options for find in lone}) == 1:
        yield lone[0]
    for line in lines:
        if not head.is_post(line):
            yield from _labelled_dates(line)
            yield from _full_datelines(line)
    if lines and (glued := head.GLUED.match(lines[0].text)):
        yield _find(_Rank.PUBLISHED, glued, lines[0].start)
    if lines:
        near = _MACHINE.search(text, lines[0].start, lines[0].start + _NEAR)
        yield from [_find(_Rank.MACHINE, near, 0)] if near else []


def _lone_dates(lines: list[Line]) -> Iterator[_Find]:
    for at, line in enumerate(lines):
        if line.length >= _BODY:
            return
        match = head.LONE.match(line.text)
        if not match and head.prefix(line, first=at == 0):
            match = head.PREFIXED.match(line.text)
        if match and not head.posts_near(lines, at):
            updated = at > 0 and head.is_label(lines[at - 1], head.UPDATED)
            yield _find(_Rank.UPDATED if updated else _Rank.LINE, match, line.start)


def _labelled_dates(line: Line) -> Iterator[_Find]:
    for match in head.labelled(line):
        yield _find(_Rank.PUBLISHED if match["published"] else _Rank.UPDATED, match, line.start)


def _full_datelines(line: Line) -> Iterator[_Find]:
    match = head.dateline(line)
    if match and match["date"]:
        yield _find(_Rank.DATELINE, match, line.start)


def _bare_days(lines: list[Line]) -> Iterator[_Bare]:
    for line in lines:
        match = head.dateline(line)
        if match and match["bare"]:
            start, end = match.span("bare")
            yield _Bare(*dates.day_of(match["bare"]), line.start + start, line.start + end)


def _find(rank: _Rank, match: re.Match[str], offset: int) -> _Find:
    start, end = match.span("date")
    return _Find(rank, offset + start, offset + end, dates.options(match))


def _first_day(finds: list[_Find], bare: _Bare | None, report: str) -> When | None:
    for find in finds:
        days = [when for when in find.options if dates.is_day(when)]
        if len(days) > 1 and bare:
            days = [when for when in days if when.start and (when.start.month, when.start.day) == bare[:2]]
        if len(days) == 1:
            return _worded(days[0], report, find.start, find.end)
    return None


def _worded(when: When, report: str, start: int, end: int) -> When:
    return replace(when, words=Span(report, start, end)) if when.known else when


def _rights_years(text: str) -> set[int]:
    found = _RIGHTS.search(text, max(0, len(text) - _TAIL))
    return {int(found["year"])} if found and found["year"] else set()


def _unglued(line: Line) -> Line:
    """The line without a date that was glued before its first word."""
    glued = head.GLUED.match(line.text)
    rest = line.text[glued.end() :].lstrip(" .:–—-") if glued else line.text
    return line._replace(text=rest, length=line.length - len(line.text) + len(rest)) if rest else line


def _stands_apart(lines: list[Line], at: int) -> bool:
    """Whether a blank line, a date or a byline follows, and then something."""
    if lines[at].last:
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    return lines[at].gap or (after is not None and (head.is_dated(after) or head.is_credit(after)))


def _passes(line: Line) -> bool:
    """Whether a title may still follow this line."""
    marks = not any(map(str.isalnum, line.text))
    return marks or head.is_dated(line) or head.is_section(line.text) or head.is_credit(line)


def _names_outlet(lines: list[Line], at: int) -> bool:
    """Whether the line is a masthead or a part's name, for a headline of its own comes after it."""
    line = lines[at]
    if head.is_section(line.text):
        return True
    rest = iter(range(at + 1, len(lines)))
    following = next((i for i in rest if not head.is_dated(lines[i])), None)
    if following is None or not head.is_headline(lines[following]) or not _stands_apart(lines, following):
        return False
    if not head.is_masthead(line.text):
        return False
    dated = following > at + 1 and not line.gap and len(_first_part(line.text).split()) <= _MASTHEAD_WORDS
    return dated or "|" in line.text


def _without_section(headline: str, text: str) -> str:
    """The headline without a section's name that was glued before it ("WeatherStorm nears the coast")."""
    token = _TOKEN.match(headline)
    for seam in _SEAM.finditer(token[0]) if token else ():
        section, word = headline[: seam.start()], headline[seam.start() : token.end() if token else None]
        if len(section) >= _LEAST_SECTION and len(word) >= _LEAST_WORD and section[1:].islower():
            body = text[text.find(headline) + len(headline) :][:_NEAR]
            # A name written with a capital inside ("PlayStation") stands as a whole in the body too.
            if _is_part(section, word, body) and not _has_word(section + word, body):
                return headline[seam.start() :]
    return headline


def _is_part(section: str, word: str, body: str) -> bool:
    return head.is_section(section) or _has_word(word, body)


def _has_word(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _domain(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:  # no address that anything could be fetched from
        return ""
    return (host or "").removeprefix("www.")


def _outlets(text: str, lines: list[Line]) -> Iterator[str]:
    yield from _mastheads(lines)
    for line in lines:
        yield head.agency(line)
        writer = _WRITER_OF.match(line.text) if head.is_credit(line) else None
        yield writer["outlet"] if writer and head.names_outlet(writer["outlet"]) else ""
    rights = _RIGHTS.search(text, max(0, len(text) - _TAIL))
    yield re.split(r"\s(?i:all rights)|\s{2}", rights["name"])[0].strip() if rights and rights["name"] else ""
    closing = _CLOSING.search(text, max(0, len(text) - _TAIL))
    yield closing["agency"] if closing else ""


def _mastheads(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        field = head.FIELD.match(line.text)
        if field and field["name"].casefold() in {"publisher", "outlet"}:
            yield field["value"][:_LONGEST_NAME]
    above = True
    for at, line in enumerate(lines[:_TITLE_LINES]):
        before = head.prefix(line, first=at == 0)
        if before and not head.BYLINE.match(before) and head.names_outlet(before):
            yield _first_part(before)
        named = above and _names_outlet(lines, at)
        if named and not head.is_section(line.text):
            yield _first_part(line.text)
        above = above and (named or _passes(line))


def _first_part(words: str) -> str:
    return _PART.split(words, maxsplit=1)[0].strip()
