"""What statements put forward: claims found by the triggers of `relations.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reading.numbers import NUMBER, amount
from onrecord.reading.scene import Mention, Scene
from onrecord.record.claim import Claim
from onrecord.record.name import Kind
from onrecord.record.span import Span
from onrecord.record.statement import Act, Statement
from onrecord.relations import Relation, Trigger, load
from onrecord.wording import fold

_CLAUSE = re.compile(r"[;:]\s|,? (?:but|while|whereas|although|though)\b |[.!?]['\"’”]?\s")
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|neither|nor|yet to|failed to|unable to|denie[sd]|refute[sd]?|without|"
    r"prevent(?:ed|ing)?|stop(?:ped|ping)?|avoid(?:ed|ing)?)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:parts? of|most of|some of|half of|much of|partial(?:ly)?|(?:\d+|\w+) per ?cent|\d+ ?%|not the \w+|except|"
    r"main streets|outskirts|only the)\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(r"\b(?:100|hundred) per ?cent\b", re.IGNORECASE)
_ANAPHOR = re.compile(r"^(?:the same|this|that|it|so|as much)\W*$", re.IGNORECASE)
_TOLL_WORDS = (
    ("injured", r"injur|wound|hurt|hospitali"),
    ("missing", r"missing|unaccounted"),
    ("displaced", r"displaced"),
    ("arrested", r"arrest|detain"),
    ("killed", r""),
)
_FALSE = re.compile(
    r"\b(?:false|untrue|a lie|lies|baseless|unfounded|bogus|nonsense|incorrect|fabricat\w+|propaganda)\b", re.IGNORECASE
)
_SOMEWHERE = re.compile(
    r"part|region|countr|north|south|east|west|capital|mountain|border|abroad|city|town|village|hospital|exile|hiding|"
    r"prison|house|home|embassy|province|valley|island|hotel|base|camp|palace"
)
_NO_OBJECT = re.compile(r"(?:in|on|at|by|to|back|with|from|for|during|as|\w+day|was|were|is|are)\b|\d")
_PEOPLE = frozenset({"person", "body", "self", "he", "they", "role"})
_PRONOUNS = frozenset({"self", "he", "they"})
_NEGATED = 36  # code points between a negation and what it negates
_BESIDE = 28  # code points between a trigger and what stands right beside it: an article, an adjective, a title
_PLACED = 40  # code points between "in" and the place: "the mountains of"
_LEADING = 12  # code points before a trigger that begins its clause: an auxiliary, an adverb


@dataclass(frozen=True, slots=True)
class _Compiled:
    relation: Relation
    trigger: Trigger
    pattern: re.Pattern[str]
    near: re.Pattern[str] | None


@cache
def _compiled() -> tuple[_Compiled, ...]:
    rows = ((relation, trigger) for relation in load().relations.values() for trigger in relation.triggers)
    number = f"(?P<number>{NUMBER})"
    return tuple(
        _Compiled(
            relation,
            trigger,
            re.compile(rf"(?<!\w)(?:{trigger.words.replace('{number}', number)})(?!\w)", re.IGNORECASE),
            re.compile(rf"\b(?:{trigger.near})\b", re.IGNORECASE) if trigger.near else None,
        )
        for relation, trigger in rows
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of content that puts forward one thing.

    Attributes:
        report: id of the report.
        start: first code point.
        end: one past the last.
        speaker: name key of who says it, or empty.
        lead: where its sentence begins: a content that begins with its verb has its subject there.
    """

    report: str
    start: int
    end: int
    speaker: str
    lead: int


def clauses(scene: Scene, spans: Iterable[Span], speaker: str) -> list[Clause]:
    """The content cut where one thing ends and the next begins."""
    found = []
    for span in spans:
        at, lead = span.start, scene.sentence_start(span.start)
        for match in _CLAUSE.finditer(scene.text, span.start, span.end):
            if match.start() > at:
                found.append(Clause(span.report, at, match.start(), speaker, lead))
            at = lead = match.end()
        if span.end > at:
            found.append(Clause(span.report, at, span.end, speaker, lead))
    return found


def claims(scene: Scene, parts: Iterable[Clause], *, denied: bool = False) -> tuple[Claim, ...]:
    """Every claim of the clauses, in the order of their words; each only once, at its first place."""
    found: dict[tuple[object, ...], Claim] = {}
    for clause in parts:
        for claim in _of_clause(scene, clause):
            settled = replace(claim, affirms=claim.affirms != denied)
            found.setdefault((claim.relation, claim.subject, claim.value, claim.extent, claim.amount), settled)
    return tuple(sorted(found.values(), key=lambda c: (c.words.start, c.relation, c.subject, c.value)))


def _of_clause(scene: Scene, clause: Clause) -> list[Claim]:
    mentions = scene.between(clause.start, clause.end)
    made = [(claim, one.trigger.doubts) for one in _compiled() for claim in _triggered(scene, clause, mentions, one)]
    open_questions = {(claim.relation, claim.subject) for claim, doubts in made if doubts}
    return [claim for claim, doubts in made if doubts or (claim.relation, claim.subject) not in open_questions]


def _triggered(scene: Scene, clause: Clause, mentions: Sequence[Mention], one: _Compiled) -> Iterable[Claim]:
    if one.near and not one.near.search(scene.text, clause.start, clause.end):
        return
    for match in one.pattern.finditer(scene.text, clause.start, clause.end):
        claim = _Reader(scene, clause, mentions, one, match).claim()
        if claim:
            yield claim


@dataclass(frozen=True, slots=True)
class _Reader:
    """One trigger that matched, and what fills its parts."""

    scene: Scene
    clause: Clause
    mentions: Sequence[Mention]
    one: _Compiled
    match: re.Match[str]

    def claim(self) -> Claim | None:
        """The claim, or None where a part that it needs is not there."""
        subject = self._subject()
        if subject is None:
            return None
        found = self._value(subject)
        if found is None:
            return None
        value, number = found
        extent = self._extent()
        span = Span(self.clause.report, self.clause.start, self.clause.end)
        name = self.one.relation.name
        return Claim(name, subject, value, not self._negated(), extent, number, span)

    def _subject(self) -> str | None:
        kind = self.one.relation.subject
        if kind == "none":
            return next(label for label, words in _TOLL_WORDS if re.search(words, fold(self.match[0])))
        filled = self._part("subject", _accepts(kind))
        if filled:
            return filled
        if not self.one.trigger.topic or self._other_beside():
            return None
        return (self.scene.main_place if kind == "place" else self.scene.main_event) or None

    def _other_beside(self) -> bool:
        """Whether what stands where the subject should is somebody or something else."""
        beside = next(iter(self._right()), None)
        return self.one.trigger.right == "subject" and beside is not None and beside.start - self.match.end() <= _BESIDE

    def _value(self, subject: str) -> tuple[str, float | None] | None:
        trigger = self.one.trigger
        if trigger.value == "amount":
            number = amount(self.match["number"])
            return None if number is None else ("amount", number)
        if "{place}" in trigger.value:
            place = self._place()
            return (trigger.value.replace("{place}", place), None) if place else None
        if trigger.value == "object":
            words = self._object()
            return (words, None) if words and not _NO_OBJECT.match(words) else None
        if trigger.right == "place" and not self._place():
            return None
        if trigger.value:
            return trigger.value, None
        value = self._part("value", _accepts("any"))
        return (value, None) if value and value != subject else None

    def _part(self, part: str, kinds: frozenset[str]) -> str:
        """Key of the name that fills a part: to the right, to the left, or else the speaker."""
        trigger = self.one.trigger
        sides = ((trigger.right, self._right()), (trigger.left, self._left()))
        for asked, mentions in sides:
            if asked == part and (asked != trigger.right or not trigger.by or self._by()):
                key = self._first(mentions, kinds)
                if key:
                    return key
        return self.scene.side(self.clause.speaker) if trigger.speaker == part else ""

    def _first(self, mentions: Iterable[Mention], kinds: frozenset[str]) -> str:
        """Key of the first mention that fits; where people are asked for, the first of any people must."""
        for mention in mentions:
            if mention.kind in kinds:
                key = self._key(mention)
                return self.scene.side(key) if self.one.relation.subject == "place" else key
            if mention.kind in _PEOPLE and kinds & _PEOPLE:
                return ""
        return ""

    def _key(self, mention: Mention) -> str:
        """Whom a mention means: a pronoun means the speaker, or the person last named."""
        speaker = self.clause.speaker
        if mention.key:
            return mention.key
        if mention.kind == "they":
            bodies = [m.key for m in self.mentions if m.kind == "body" and m.key and m.end <= mention.start]
            return bodies[-1] if bodies else speaker
        if mention.kind == "self":
            return speaker
        if mention.kind not in {"he", "role"}:
            return ""
        name = self.scene.names.get(speaker)
        if mention.kind == "he" and name and name.kind is Kind.PERSON:
            return speaker
        return self.scene.person_before(mention.start, but=speaker, foremost=mention.kind == "role")

    def _right(self) -> Iterator[Mention]:
        end = self.match.end()
        return (m for m in self.mentions if 0 <= m.start - end <= self.one.trigger.reach)

    def _left(self) -> Iterator[Mention]:
        start, reach = self.match.start(), self.one.trigger.reach
        within = [m for m in self.mentions if 0 <= start - m.end <= reach]
        begins = start - self.clause.start <= _LEADING and reach > _BESIDE
        if begins and not any(m.kind in _PEOPLE for m in within):
            return iter(self.scene.between(self.clause.lead, self.clause.start))
        if self.scene.text[:start].endswith(", "):  # what stands before a closing comma is set beside the subject
            return (m for m in within if m.kind not in _PRONOUNS)
        return reversed(within)

    def _by(self) -> bool:
        return self.scene.text.startswith(" by ", self.match.end())

    def _place(self) -> str:
        """The place to the right, or words there that tell of one."""
        end = self.match.end()
        reach = max(self.one.trigger.reach, _PLACED)
        places = (m.key for m in self.mentions if m.kind == "place" and 0 <= m.start - end <= reach)
        named = next(places, "")
        words = "" if named else self._object()
        return named or (words if _SOMEWHERE.search(words) else "")

    def _object(self) -> str:
        """Up to six words to the right, in comparable form."""
        tail = re.split(
            r"[,.;:!?\"“”]| and | after | before | while ", self.scene.text[self.match.end() : self.clause.end]
        )[0]
        return re.sub(r"^(?:the|an?) ", "", " ".join(re.findall(r"\w+", fold(tail))[:6]))

    def _negated(self) -> bool:
        if self.one.trigger.doubts:
            return False
        before = self.scene.text[self.clause.start : self.match.start()]
        around = self.scene.text[self.clause.start : self.clause.end]
        return bool(_NEGATION.search(before[-_NEGATED:])) != bool(_FALSE.search(around))

    def _extent(self) -> str:
        extent = self.one.trigger.extent
        if extent != "all":
            return extent
        text = self.scene.text[self.clause.start : self.clause.end]
        return "part" if _PART.search(text) and not _WHOLLY.search(text) else "all"


def _accepts(kind: str) -> frozenset[str]:
    if kind == "person":
        return frozenset({"person", "self", "he", "role"})
    if kind == "actor":
        return _PEOPLE | {"place"}
    return _PEOPLE if kind == "any" else frozenset({kind})


def stated(scene: Scene, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their claims; one that only points back has those of what it points to."""
    done: dict[str, Statement] = {}
    before: tuple[Claim, ...] = ()
    for statement in statements:
        denies = statement.act is Act.DENY or bool(_FALSE.search(statement.extent.of(scene.text)))
        parts = clauses(scene, statement.content, statement.source or "")
        bare = statement.act is Act.DENY and not statement.answers and _bare(scene, statement)
        found = claims(scene, parts, denied=bare)
        if not found and statement.answers:
            target = _target([done[i] for i in statement.answers if i in done], denied=denies)
            found = tuple(replace(c, affirms=c.affirms != denies, words=statement.extent) for c in target)
        if not found and _ANAPHOR.match(statement.extent.of(scene.text)):
            found = tuple(replace(claim, words=statement.extent) for claim in before)
        before = found or before
        done[statement.id] = replace(statement, claims=found)
    return tuple(done[statement.id] for statement in statements)


def _target(answered: Sequence[Statement], *, denied: bool) -> tuple[Claim, ...]:
    """The claims that a statement takes up: of those put forward last; what is denied was most likely affirmed."""
    claiming = sorted((s for s in answered if s.claims), key=lambda s: s.extent.start, reverse=True)
    fitting = (s.claims for s in claiming if not denied or any(claim.affirms for claim in s.claims))
    return next(fitting, claiming[0].claims if claiming else ())


def _bare(scene: Scene, statement: Statement) -> bool:
    """Whether the content is what is denied ("denied that he fled") and not the denial in other words."""
    return statement.cue is not None and not _NEGATION.search(statement.extent.of(scene.text))
