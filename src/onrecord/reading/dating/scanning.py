"""Finding time expressions from left to right, by the words that may open them, and telling one from another.

Resolving by layered rules over a day of reference follows SUTime (Chang and Manning, 2012) and HeidelTime (Strötgen and
Gertz, 2010), and finding rules by the words that may open them SynTime (Zhong, Sun and Cambria, 2017). Where these give
the past or the nearest value of a weekday, a report's weekday is here the latest one up to publication, that very day
included.

The days are never narrower than the words: "a week ago" is a week ago give or take three days, a month 15 days, a year
half a year; "recent days" are the last seven. A day of publication known only as a stretch gives a stretch. The value
is what the words name, for those who want one: for "a week ago" that week.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.reading.dating.anchored import ANCHORED_RULES
from onrecord.reading.dating.bygone import BYGONE_RULES
from onrecord.reading.dating.calendar import has_thirds, hull, third
from onrecord.reading.dating.clock import CLOCK_RULES
from onrecord.reading.dating.days import DAY_RULES
from onrecord.reading.dating.feasts import FEAST_RULES
from onrecord.reading.dating.lengths import LENGTH_RULES
from onrecord.reading.dating.narrative import opening_scene, scene
from onrecord.reading.dating.page import Page
from onrecord.reading.dating.periods import PERIOD_RULES
from onrecord.reading.dating.relative import RELATIVE_RULES
from onrecord.reading.dating.rule import Base, Rule, Sight
from onrecord.reading.dating.timex import PARTS_OF_DAY, Kind, Timex, dated, in_part, undated
from onrecord.reading.dating.vague import VAGUE_RULES
from onrecord.record.when import UNKNOWN, Precision, When

_DIGITS = frozenset("0123456789")
# Any day would do: it only tells whether words that hang on an unknown day are a date at all. A leap year has them all.
_STAND_IN = date(2000, 2, 29)
_PARAGRAPH = re.compile(r"\n\s*\n|[.!?\"”’)]\s*\n")

_PART = re.compile(
    r"(?:\bthe\s)?\b(?:(?P<part>early|mid|late)(?:\s(?:in|on))?[-\s]|(?P<edge>start|beginning|middle|end|close)\sof\s)$"
)
_OF_DAY = re.compile(
    r"(?:\bthe\s)?\b(?P<part>morning|afternoon|evening|night|(?:early|small)(?:\smorning)?\shours)\sof\s(?:the\s)?$"
)
_EDGES = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "close": "late"}
_SIDE = re.compile(r"\b(?P<side>earlier|later)(?:\sin)?\s$")
_BOUND = re.compile(r"\b(?P<bound>since|until|till|by)\s$")
TO = re.compile(r"\s(?:to|through)\s|\s?[-–—]\s?")
_AND = re.compile(r"\s(?:and|or)\s")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression as it was found: with the rule that found it, and what a bound before it makes of its days.

    Attributes:
        start: where it starts.
        end: where it ends.
        timex: what it says.
        rule: the rule that says so.
        match: what the rule matched.
        when: the days, as a "since" or "by" before it bounds them.
        lead: where the words for these days start.
    """

    start: int
    end: int
    timex: Timex
    rule: Rule
    match: re.Match[str]
    when: When | None
    lead: int

    @property
    def days(self) -> When:
        """The days that it tells; unknown where it tells none."""
        return self.when or UNKNOWN


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the next expression is told from.

    Attributes:
        today: the day of publication.
        scene: where the narrative is, in a text that narrates; else the day of publication.
        narrated: whether the text narrates.
        before: the date that was told before it.
        after: the date that follows it.
    """

    today: When
    scene: When
    narrated: bool
    before: When = UNKNOWN
    after: When = UNKNOWN

    @classmethod
    def opening(cls, page: Page, published: When) -> _Setting:
        """The setting at the start of a text."""
        opening = opening_scene(page, published)
        return cls(published, opening or published, opening is not None)

    @classmethod
    def beside(cls, when: When) -> _Setting:
        """The setting of an expression that is told from the date that follows it."""
        return cls(when, when, narrated=True, after=when)

    def base(self, base: Base) -> When:
        """The day or days that a rule reckons from."""
        bases = {
            Base.SCENE: self.scene,
            Base.YEARLESS: self.scene,
            Base.EARLIER: self.before,
            Base.FOLLOWING: self.after,
        }
        if base is Base.NEAREST:
            return self.before if self.before.known else self.scene
        return bases.get(base, self.today)

    def told(self, hit: Hit) -> _Setting:
        """The setting once an expression was told; a narrative does not go on from "today" or "last year"."""
        when = hit.days
        if not is_finite(when) or (self.narrated and hit.rule.base is Base.PUBLICATION):
            return self
        return replace(self, scene=scene(when, self.scene) if self.narrated else self.scene, before=when)

    def in_next_paragraph(self) -> _Setting:
        """The setting at the start of a paragraph: only a narrative goes on from the last date."""
        return self if self.narrated else replace(self, before=UNKNOWN)


def _index() -> dict[str, tuple[Rule, ...]]:
    dates = (*DAY_RULES, *FEAST_RULES, *PERIOD_RULES, *RELATIVE_RULES, *ANCHORED_RULES)
    rules = (*BYGONE_RULES, *dates, *CLOCK_RULES, *VAGUE_RULES, *LENGTH_RULES)
    opening = {head for rule in rules for head in rule.heads}
    return {head: tuple(rule for rule in rules if head in rule.heads) for head in opening}


_RULES = _index()


def found(page: Page, published: When) -> list[Hit]:
    """The expressions from left to right, each resolved against publication or a date beside it."""
    hits: list[Hit] = []
    setting, reached, seen = _Setting.opening(page, published), 0, 0
    for word, start in zip(page.words, page.starts, strict=True):
        rules = _RULES.get("#" if word[0] in _DIGITS else word)
        if rules is None or start < reached:
            continue
        if setting.before.known and _PARAGRAPH.search(page.low, seen, start):
            setting = setting.in_next_paragraph()
        seen = start
        hit = _first(rules, page, start, setting)
        if hit is not None:
            setting = setting.told(hit)
            hits.append(_widened(page, _in_part_of_day(page, hit, reached), published, reached))
            reached = hit.end
    return _leaning(page, hits, setting)


def _first(rules: tuple[Rule, ...], page: Page, start: int, setting: _Setting) -> Hit | None:
    for rule in rules:
        match = rule.pattern.match(page.low, start)
        if match and (timex := _resolved(rule, page, match, setting)):
            return Hit(start, match.end(), timex, rule, match, timex.when, start)
    return None


def is_finite(when: When) -> bool:
    """Whether both its ends are known."""
    return when.start is not None and when.end is not None


def _resolved(rule: Rule, page: Page, match: re.Match[str], setting: _Setting) -> Timex | None:
    """What a match says in its setting; None where it is no time expression.

    Where what it is told from is not known its days are not either, but its value is then told from the scene.
    """
    base = setting.base(rule.base)
    known = is_finite(base)
    reckoned = base if known else setting.scene
    days = dict.fromkeys(day for day in (reckoned.start, reckoned.end) if day and is_finite(reckoned)) or (_STAND_IN,)
    try:
        said = [rule.resolve(Sight(match, page, day, known, setting.narrated)) for day in days]
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
    told = [dated(one) if isinstance(one, When) else one for one in said if one]
    if len(told) < len(said):
        return None
    if rule.base is Base.NOTHING:
        return told[0]
    whens = [one.when for one in told if one.when]
    value = told[0].value if is_finite(reckoned) else undated(told[0].value)
    return Timex(told[0].kind, value, (hull(whens) if known else UNKNOWN) if whens else None)


def _in_part_of_day(page: Page, hit: Hit, reached: int) -> Hit:
    """The expression with the part of the day before it: "the night of April 18"."""
    before = _OF_DAY.search(page.left(hit.start, 32))
    if before is None or hit.start - len(before[0]) < reached or hit.days.precision is not Precision.DAY:
        return hit
    part = before["part"] if before["part"] in PARTS_OF_DAY else "morning"
    start = hit.start - len(before[0])
    return replace(
        hit, start=start, lead=start, timex=replace(hit.timex, kind=Kind.TIME, value=in_part(hit.days, part).value)
    )


def _widened(page: Page, hit: Hit, published: When, reached: int) -> Hit:
    """The expression with the words before it that change its meaning: "early", "the end of", "later", "since"."""
    for pattern, change in ((_PART, _in_part), (_SIDE, _to_a_side), (_BOUND, _bounded)):
        before = pattern.search(page.left(hit.start))
        if before is None or hit.start - len(before[0]) < reached or hit.when is None:
            continue
        if (when := change(page, hit, hit.when, before, published)) is not None:
            lead = hit.start - len(before[0])
            hit = replace(hit, start=hit.start if change is _bounded else lead, when=when, lead=lead)
    return hit


def _in_part(_page: Page, _hit: Hit, when: When, before: re.Match[str], _published: When) -> When | None:
    if when.precision is Precision.INTERVAL and not has_thirds(when):
        return None
    return third(when, before["part"] or _EDGES[before["edge"]]) if has_thirds(when) else when


def _to_a_side(_page: Page, _hit: Hit, when: When, before: re.Match[str], published: When) -> When | None:
    """The part of a week, month or year before ("earlier") or after ("later") publication, where it holds it."""
    first, last = when.start, when.end
    if first is None or last is None or published.start is None or published.end is None or not has_thirds(when):
        return None
    if not (first <= published.start and published.end <= last):
        return None
    return When.between(*((first, published.end) if before["side"] == "earlier" else (published.start, last)))


def _bounded(page: Page, hit: Hit, when: When, before: re.Match[str], published: When) -> When | None:
    if before["bound"] == "by" and _POSSESSIVE.match(page.low, hit.end):  # "by Monday's attack"
        return None
    if not when.known:
        return when
    if before["bound"] != "since":
        return When.between(None, when.end)
    fits = when.start is not None and published.end is not None and when.start <= published.end
    return When.between(when.start, published.end if fits else None)


def _leaning(page: Page, hits: list[Hit], setting: _Setting) -> list[Hit]:
    """Expressions told from the date that follows: "a day after Monday's attack", "from March 3 to April 5, 2020"."""
    for place, (hit, following) in enumerate(pairwise(hits)):
        if not is_finite(following.days) or not _leans(page, hit, following, narrated=setting.narrated):
            continue
        timex = _resolved(hit.rule, page, hit.match, _Setting.beside(following.days))
        if timex is not None:
            start = hit.match.start()
            whole = replace(hit, start=start, lead=start, timex=timex, when=timex.when)
            hits[place] = _widened(page, _in_part_of_day(page, whole, hit.lead), setting.today, hit.lead)
    return hits


def _leans(page: Page, hit: Hit, following: Hit, *, narrated: bool) -> bool:
    between = page.low[hit.end : following.lead]
    if hit.rule.base is Base.FOLLOWING:
        return between.isspace()
    lends = hit.rule.base is Base.YEARLESS and following.rule.base is Base.NOTHING
    return lends and bool(TO.fullmatch(between) or (narrated and _AND.fullmatch(between)))
