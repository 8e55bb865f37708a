"""When something was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.page import Page, Sentence
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Mode, Stance
from onrecord.record.when import UNKNOWN, Precision, When

_EARLIER = frozenset("after earlier previously before since ago once formerly".split())
_CLOCK = frozenset("noon midday o'clock dawn a.m p.m am pm overnight".split())
_PARTS = frozenset("morning afternoon evening lunchtime".split())
_OPENING = 5  # words at the start of a sentence that may put it earlier
_FAR = timedelta(days=60)


def said(draft: Draft, dates: Sequence[When], published: When) -> When | None:
    """The date that the words around a statement give; None where they give none."""
    first, last = draft.sentence.start, draft.sentence.end
    near = [when for when in between(dates, first, last) if when.words and when.words.end <= last and when.known]
    outside = [when for when in near if when.words and not _inside(draft, when.words.start)]
    if draft.mode is Mode.POST:
        return outside[-1] if outside else None
    around = [when for when in outside if when.words and _around(draft, when.words.start) and not _far(when, published)]
    if around:
        nearest = min(around, key=lambda when: _distance(draft, when))
        return open_until(nearest) if _only_printed(draft, nearest) else nearest
    closing = near if draft.mode is not Mode.DIRECT else []  # quoted words tell of another day than their own
    trailing = [when for when in closing if when.words and _closes(draft, when.words.end) and _recent(when, published)]
    if trailing and not _clausal(draft):
        return trailing[-1]
    if draft.sentence.block is Block.HEADLINE and draft.cue:
        return When.on(published.start) if published.precision is Precision.DAY and published.start else None
    return None


def _only_printed(draft: Draft, when: When) -> bool:
    """Whether a date tells when an interview came out, and not when it was given."""
    spot = when.words.start if when.words else 0
    before = [token.low for token in draft.circumstance if token.start < spot][-_OPENING:]
    return "interview" in before and any(word in ("published", "aired", "printed", "broadcast") for word in before)


def dispatched(page: Page, dates: Sequence[When], published: When) -> bool:
    """Whether a report is a dispatch of its day of publication: its dateline gives that day."""
    same = [when for when in dates if when.words and when.precision is Precision.DAY and when.start == published.start]
    starts = [stretch.start for stretch in page.stretches]
    headers = [page.stretches[bisect_right(starts, when.words.start) - 1] for when in same if when.words]
    return any(stretch.block is Block.HEADER and "(" in page.text[stretch.start : stretch.end] for stretch in headers)


def clocked(tokens: Sequence[Token]) -> bool:
    """Whether words tell a time of day without a day, which is then the day of the report ("shortly before noon")."""
    words = [token for token in tokens if token.word]
    times = _CLOCK | _PARTS
    if any(token.low in listed("calendar") - times or token.low in ("every", "each") for token in words):
        return False
    of_day = any(word.low in _PARTS and before.low in ("a", "this", "the") for before, word in pairwise(words))
    return of_day or any(token.low in _CLOCK for token in words)


def told_plainly(draft: Draft) -> bool:
    """Whether a statement is told in the plain past or present, with nothing that puts it earlier."""
    if draft.mode is Mode.NOUN or draft.stance is Stance.RUMOUR or draft.sentence.block is Block.SUBHEAD:
        return False
    lows = [token.low for token in draft.circumstance if token.sort == "word"]
    opening = [low for low, after in pairwise([*lows, ""]) if after not in _CLOCK]
    return not _EARLIER & set(opening[:_OPENING]) and "had" not in lows


def of_today(page: Page, found: Sequence[Draft]) -> list[bool]:
    """For each draft, whether a time of day puts it on the day of the report: its own, or that of a scene before it."""
    at = {id(sentence): n for n, sentence in enumerate(page.sentences)}
    spoken = {id(draft.sentence) for draft in found if draft.mode is not Mode.NOUN}
    return [_today(draft, _just_before(page, at[id(draft.sentence)]), spoken) for draft in found]


def _just_before(page: Page, n: int) -> Sequence[Sentence]:
    """The two sentences before one."""
    return page.sentences[max(0, n - 2) : n]


def _today(draft: Draft, before: Sequence[Sentence], spoken: set[int]) -> bool:
    """Whether the words around a draft, or a sentence just before it in its paragraph, tell a time of day."""
    if clocked(draft.circumstance):
        return True
    same = [sentence for sentence in before if sentence.paragraph == draft.sentence.paragraph]
    return any(id(sentence) not in spoken and clocked(sentence.tokens) for sentence in same)


def _clausal(draft: Draft) -> bool:
    """Whether the content is a clause with a verb of its own, whose date is that of what it tells."""
    first, last = draft.content[0][0], draft.content[-1][1]
    return any(
        token.low in listed("finite") or token.low in listed("auxiliaries")
        for token in draft.sentence.tokens
        if first <= token.start < last
    )


def between(dates: Sequence[When], first: int, last: int) -> Sequence[When]:
    """The dates, in order of their words, that start within a stretch."""
    return dates[bisect_left(dates, first, key=_start) : bisect_left(dates, last, key=_start)]


def _start(when: When) -> int:
    """Where the words of a date start."""
    return when.words.start if when.words else 0


def open_until(published: When) -> When:
    """No later than publication: where nothing says when."""
    return When.between(None, published.end) if published.end else UNKNOWN


def _inside(draft: Draft, spot: int) -> bool:
    """Whether a place lies within what was said."""
    return any(a <= spot < b for a, b in draft.content)


def _around(draft: Draft, spot: int) -> bool:
    """Whether a place lies in the words that belong to the cue."""
    if draft.aside and draft.aside[0].start <= spot < draft.aside[-1].end:
        return False
    if any(token.start <= spot < token.end and token.sort != "quote" for token in draft.circumstance):
        return True
    return bool(draft.cue and draft.cue[0] <= spot <= draft.cue[1] + 40)


def _distance(draft: Draft, when: When) -> int:
    """How far a date stands from the cue."""
    spot = draft.cue[0] if draft.cue else draft.content[0][0]
    return abs((when.words.start if when.words else 0) - spot)


def _far(when: When, published: When) -> bool:
    """Whether a date lies so far from publication that nobody would be quoted from it, or after it."""
    if not published.end or not when.start:
        return False
    long = when.end is not None and when.end - when.start > _FAR
    return when.start > published.end or long


def _closes(draft: Draft, spot: int) -> bool:
    """Whether a date ends the content, so that it may tell when it was said."""
    return 0 <= draft.content[-1][1] - spot <= 1


def _recent(when: When, published: When) -> bool:
    """Whether a date is one day shortly before publication."""
    return when.precision is Precision.DAY and bool(
        when.start and published.end and timedelta(0) <= published.end - when.start < _FAR
    )
