"""When: the date expressions of a report, resolved against its day of publication.

What counts as an expression and how it is written down follow TimeML; resolving by layered rules over a day of
reference follows SUTime (Chang and Manning, 2012) and HeidelTime (Strötgen and Gertz, 2010), and finding rules by the
words that may open them SynTime (Zhong, Sun and Cambria, 2017). Where these give the past or the nearest value of a
weekday, a report's weekday is here the latest one up to publication, that very day included.

A value is never narrower than the words: "a week ago" is a week ago give or take three days, a month 15 days, a year
half a year; "recent days" are the last seven. A day of publication known only as a stretch gives a stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.reading.dating.anchored import ANCHORED_RULES
from onrecord.reading.dating.calendar import has_thirds, hull, third
from onrecord.reading.dating.days import DAY_RULES
from onrecord.reading.dating.page import Page
from onrecord.reading.dating.periods import PERIOD_RULES
from onrecord.reading.dating.relative import RELATIVE_RULES
from onrecord.reading.dating.rule import Base, Rule, Sight
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, Precision, When

_DIGITS = frozenset("0123456789")
# Any day would do: it only tells whether words that hang on an unknown day are a date at all. A leap year has them all.
_STAND_IN = date(2000, 2, 29)
_PARAGRAPH = re.compile(r"\n\s*\n|[.!?\"”’)]\s*\n")

_PART = re.compile(
    r"(?:\bthe\s)?\b(?:(?P<part>early|mid|late)(?:\s(?:in|on))?[-\s]|(?P<edge>start|beginning|middle|end|close)\sof\s)$"
)
_EDGES = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "close": "late"}
_SIDE = re.compile(r"\b(?P<side>earlier|later)(?:\sin)?\s$")
_BOUND = re.compile(r"\b(?P<bound>since|until|till|by)\s$")
_POSSESSIVE = re.compile(r"['’]s\b")
_LEAD = re.compile(r"\b(?:from|between)\s$")
_BETWEEN = re.compile(r"\bbetween\s$")
_TO = re.compile(r"\s(?:to|through)\s|[-–—]")
_AND = re.compile(r"\sand\s")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A date expression: where it stands in the page, what it means, and the rule that says so."""

    start: int
    end: int
    when: When
    rule: Rule
    match: re.Match[str]


def _index() -> dict[str, tuple[Rule, ...]]:
    rules = (*DAY_RULES, *PERIOD_RULES, *RELATIVE_RULES, *ANCHORED_RULES)
    opening = {head for rule in rules for head in rule.heads}
    return {head: tuple(rule for rule in rules if head in rule.heads) for head in opening}


_RULES = _index()


def find_dates(report: str, text: str, published: When, start: int = 0, end: int | None = None) -> tuple[When, ...]:
    """Every date expression of a stretch of a report's text, in order; each value carries its words.

    An expression that cannot be resolved, for want of the day that it is told from, is there with unknown precision.
    """
    start, end, _ = slice(start, end).indices(len(text))
    page = Page.of(text[start:end])
    hits = _joined(page, _leaning(page, _found(page, published)))
    return tuple(replace(h.when, words=Span(report, start + h.start, start + h.end)) for h in hits)


def _found(page: Page, published: When) -> list[_Hit]:
    """The expressions from left to right, each resolved against publication or the date before it."""
    hits: list[_Hit] = []
    anchor, reached, seen = UNKNOWN, 0, 0
    for word, start in zip(page.words, page.starts, strict=True):
        rules = _RULES.get("#" if word[0] in _DIGITS else word)
        if rules is None or start < reached:
            continue
        if anchor.known and _PARAGRAPH.search(page.low, seen, start):
            anchor = UNKNOWN
        seen = start
        hit = _first(rules, page, start, published, anchor)
        if hit is not None:
            anchor = hit.when if _is_finite(hit.when) else anchor
            hits.append(_widened(page, hit, published, reached))
            reached = hit.end
    return hits


def _first(rules: tuple[Rule, ...], page: Page, start: int, published: When, anchor: When) -> _Hit | None:
    bases = {Base.EARLIER: anchor, Base.FOLLOWING: UNKNOWN}
    for rule in rules:
        match = rule.pattern.match(page.low, start)
        if match and (when := _resolved(rule, page, match, bases.get(rule.base, published))):
            return _Hit(start, match.end(), when, rule, match)
    return None


def _is_finite(when: When) -> bool:
    return when.start is not None and when.end is not None


def _resolved(rule: Rule, page: Page, match: re.Match[str], base: When) -> When | None:
    """What a match means, told from a base; None where it is no date."""
    known = _is_finite(base)
    days = dict.fromkeys(day for day in (base.start, base.end) if day) if known else (_STAND_IN,)
    try:
        found = [rule.resolve(Sight(match, page, day, known)) for day in days]
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
    values = [when for when in found if when]
    if len(values) < len(found):
        return None
    return hull(values) if known or rule.base is Base.NOTHING else UNKNOWN


def _widened(page: Page, hit: _Hit, published: When, reached: int) -> _Hit:
    """The expression with the words before it that change its meaning: "early", "the end of", "later", "since"."""
    for pattern, change in ((_PART, _in_part), (_SIDE, _to_a_side), (_BOUND, _bounded)):
        before = pattern.search(page.left(hit.start))
        if before is None or hit.start - len(before[0]) < reached:
            continue
        if (when := change(page, hit, before, published)) is not None:
            hit = replace(hit, start=hit.start - len(before[0]), when=when)
    return hit


def _in_part(_page: Page, hit: _Hit, before: re.Match[str], _published: When) -> When | None:
    if hit.when.precision is Precision.INTERVAL and not has_thirds(hit.when):
        return None
    return third(hit.when, before["part"] or _EDGES[before["edge"]]) if has_thirds(hit.when) else hit.when


def _to_a_side(_page: Page, hit: _Hit, before: re.Match[str], published: When) -> When | None:
    """The part of a week, month or year before ("earlier") or after ("later") publication, where it holds it."""
    first, last = hit.when.start, hit.when.end
    if first is None or last is None or published.start is None or published.end is None or not has_thirds(hit.when):
        return None
    if not (first <= published.start and published.end <= last):
        return None
    return When.between(*((first, published.end) if before["side"] == "earlier" else (published.start, last)))


def _bounded(page: Page, hit: _Hit, before: re.Match[str], published: When) -> When | None:
    when = hit.when
    if before["bound"] == "by" and _POSSESSIVE.match(page.low, hit.end):  # "by Monday's attack"
        return None
    if not when.known:
        return when
    if before["bound"] != "since":
        return When.between(None, when.end)
    fits = when.start is not None and published.end is not None and when.start <= published.end
    return When.between(when.start, published.end if fits else None)


def _leaning(page: Page, hits: list[_Hit]) -> list[_Hit]:
    """Expressions told from the date that follows them at once: "a day after Monday's attack"."""
    for place, (hit, following) in enumerate(pairwise(hits)):
        if hit.rule.base is Base.FOLLOWING and page.low[hit.end : following.start].isspace():
            when = _resolved(hit.rule, page, hit.match, following.when)
            hits[place] = replace(hit, when=when or UNKNOWN)
    return hits


def _joined(page: Page, hits: list[_Hit]) -> list[_Hit]:
    """The expressions, with two that are the ends of one range made one: "from March 3 to April 5"."""
    joined: list[_Hit] = []
    for hit in hits:
        whole = _range(page, joined[-1], hit) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(hit)
    return [_led(page, hit, before.end if before else 0) for before, hit in zip([None, *joined], joined, strict=False)]


def _range(page: Page, first: _Hit, last: _Hit) -> _Hit | None:
    between = page.low[first.end : last.start]
    paired = _AND.fullmatch(between) and _BETWEEN.search(page.left(first.start))
    if not (paired or _TO.fullmatch(between)) or first.end > first.match.end():
        return None
    opening = first.when
    if first.rule.base is Base.YEARLESS and last.rule.base is Base.NOTHING:  # the year stands at the far end only
        opening = _resolved(first.rule, page, first.match, last.when) or opening
    if not opening.known and not last.when.known:
        return replace(first, end=last.end)
    if opening.start is None or last.when.end is None or opening.start > last.when.end:
        return None
    return replace(first, end=last.end, when=When.between(opening.start, last.when.end))


def _led(page: Page, hit: _Hit, reached: int) -> _Hit:
    """A range with the "from" or "between" that opens it."""
    lead = _LEAD.search(page.left(hit.start))
    is_range = hit.end > hit.match.end() or ("last" in hit.match.re.groupindex and hit.match["last"])
    if lead is None or not is_range or hit.start - len(lead[0]) < reached:
        return hit
    return replace(hit, start=hit.start - len(lead[0]))
