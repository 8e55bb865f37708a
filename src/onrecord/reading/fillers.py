"""What fills the parts of a claim: the names, numbers and words that stand beside a trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.reading.numbers import amount, money
from onrecord.reading.scene import Mention, Scene, sex_of
from onrecord.reading.triggers import Compiled
from onrecord.record.claim import Claim
from onrecord.record.name import Kind
from onrecord.record.span import Span
from onrecord.wording import fold

NEGATION = re.compile(
    r"\b(?:not(?! only| just| least)|never|no longer|neither|nor|yet to|failed to|unable to|refused to|cannot|nobody|no one|"
    r"none|denie[sd]|denying|refute[sd]?|without|prevent(?:ed|ing)?|stop(?:ped|ping)?|avoid(?:ed|ing)?|nothing)\b|n['’]t\b",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:false|untrue|a lie|lies|baseless|unfounded|bogus|nonsense|incorrect|fabricat\w+|propaganda)\b", re.IGNORECASE
)
_WITHIN = re.compile(r"\bno\b", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|any)(?: \w+)?\s*$", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:parts? of|most of|some of|half(?: of)?|much of|partial(?:ly)?|(?:\d+|\w+) per ?cent|\d+ ?%|not the \w+|except|"
    r"main streets|outskirts|only the)\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(r"\b(?:100|hundred) per ?cent\b", re.IGNORECASE)
_TOLL_WORDS = (
    ("injured", r"injur|wound|hurt|hospitali|harmed"),
    ("missing", r"missing|unaccounted|lost contact"),
    ("displaced", r"displaced|evacuat|homes|homeless"),
    ("arrested", r"arrest|detain"),
    ("killed", r""),
)
_SOMEWHERE = re.compile(
    r"\b(?:part of the \w+|regions?|countr(?:y|yside)|north\w*|south\w*|east\w*|west\w*|capital|mountains?|border|abroad|"
    r"city|town|village|hospital|exile|hiding|prison|house|home|embassy|province|valley|island|hotel|base|camp|palace)\b"
)
_NO_OBJECT = re.compile(
    r"(?:in|on|at|by|to|back|with|from|for|during|as|it|them|him|her|its|his|their|us|me|that|this|which|who|\w+day|was|"
    r"were|is|are|hard|again|home|out|up|down|off|and|or|including|the)\b|\d"
)
_CUT = re.compile(
    r"[,.;:!?\"“”()]|\s(?:and|after|before|while|when|in|at|near|on|with|using|that|which|who|by|where|as|during|"
    r"from|inside|outside|said|early|late|(?:last|this|earlier) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s",
    re.IGNORECASE,
)
_REASON_CUT = re.compile(r"[,.;:!?\"“”()]|\s(?:and|after|before|while|when|that|which|who|said)\s", re.IGNORECASE)
# What parts a trigger from a name that is not the one it speaks of: another clause, or people of whom numbers tell.
_LEFT_BAR = re.compile(
    r"\b(?:that|whether|if|because|which|where|when|until|before|people|persons|civilians|others|children|men|women|"
    r"victims|nobody|no one)\b|\band (?:the|an?|his|her|its|their)\b|[.;:!?]\s",
    re.IGNORECASE,
)
_RIGHT_BAR = re.compile(
    r"\b(?:in|on|at|by|for|from|with|near|against|to|into|after|before|under|over|between|during|"
    r"that|when|while|as|because|but|and|which)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\W*(?:$|[.,;:!?\"”’)]|(?:on|after|before|from|in|by|and|at|within|this|last|as|when|while|with|early|late|\w+day)\b)",
    re.IGNORECASE,
)
_OWNS = re.compile(r"(?:['’]s?|^(?:his|her|their|its|my|our))$", re.IGNORECASE)
# What may stand before a trigger that begins its clause: auxiliaries, adverbs, and what only points.
_BARE = re.compile(
    r"\W*(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|to|not|never|also|already|still|now|just|yet|no|any|"
    r"full|complete|completely|fully|simply|reportedly|allegedly|it|they|this|that|there|a|an|the|haven|of|in|for)\W+)*$",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|widow|father|mother|uncle|nephew|niece|cousin|aide|friend|ally|lawyer|"
    r"supporters?|successor|predecessor) (?:of|to) $",
    re.IGNORECASE,
)
_HINTS = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?(?: on)?|ask(?:s|ed|ing)?|"
    r"demand(?:s|ed|ing)?|threaten(?:s|ed|ing)?|vow(?:s|ed|ing)?|tri(?:ed|es)|trying|attempt(?:s|ed|ing)?|aim(?:s|ed|ing)?|"
    r"seek(?:s|ing)?|sought|pressure[sd]?|press(?:ed|ing)|bid|plan(?:s|ned|ning)?|order(?:s|ed)?|need(?:s|ed)?|"
    r"pledg(?:e|es|ed)|promis(?:e|es|ed)|swore)\b(?: (?!that\b)[\w'’-]+){0,4}? (?:to|for)(?: \w+)?\s*$",
    re.IGNORECASE,
)
PEOPLE = frozenset({"person", "body", "self", "he", "they", "role"})
_PRONOUNS = frozenset({"self", "he", "they"})
_NEGATED = 36  # code points between a negation and what it negates
_BESIDE_NUMBER = 6  # the same for a number: "not 30"
_BESIDE = 28  # code points between a trigger and what stands right beside it: an article, an adjective, a title
_CLOSE = 5  # code points between a trigger and a name right behind it
_PLACED = 40  # code points between "in" and the place: "the mountains of"
_BEFORE = 240  # code points back that "they" may have been named
_INTENT = 60  # code points before a trigger in which an intent may stand


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of content that puts forward one thing.

    Attributes:
        report: id of the report.
        start: first code point.
        end: one past the last.
        speaker: name key of who says it, or empty.
        lead: where its sentence begins: a content that begins with its verb has its subject there.
        own: whether the report says it in its own voice.
        quoted: whether it stands in quotation marks: "he" is then not the speaker.
    """

    report: str
    start: int
    end: int
    speaker: str
    lead: int
    own: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """One trigger that matched, and what fills its parts."""

    scene: Scene
    clause: Clause
    mentions: Sequence[Mention]
    one: Compiled
    match: re.Match[str]

    def claim(self) -> Claim | None:
        """The claim, or None where a part that it needs is not there."""
        if self._meant_only():
            return None
        subject = self._subject()
        if subject is None:
            return None
        found = self._value(subject)
        if found is None:
            return None
        value, number = found
        span = Span(self.clause.report, self.clause.start, self.clause.end)
        return Claim(self.one.relation.name, subject, value, not self._negated(), self._extent(), number, span)

    def _meant_only(self) -> bool:
        """Whether it is wished, planned or asked for, and not said to be so."""
        low = max(self.clause.start, self.match.start() - _INTENT)
        return bool(_HINTS.search(self.scene.text[low : self.match.start()]))

    def _subject(self) -> str | None:
        kind = self.one.relation.subject
        if self.one.trigger.thing:
            return self.one.trigger.thing
        if kind == "none":
            return next(label for label, words in _TOLL_WORDS if re.search(words, fold(self.match[0])))
        filled = self._part("subject", _accepts(kind)) or self._pointed(kind)
        if filled:
            return filled
        if not self.one.trigger.topic or self._other_beside():
            return None
        return (self.scene.main_place if kind == "place" else self.scene.main_event) or None

    def _pointed(self, kind: str) -> str:
        """The thing last mentioned, where "it" stands in its place."""
        trigger = self.one.trigger
        if kind in {"person", "actor", "place"} or "subject" not in trigger.left.split() or trigger.reach < _BESIDE:
            return ""
        before = self.scene.text[max(self.clause.lead, self.match.start() - _BESIDE) : self.match.start()]
        said = re.search(r"(?:^|\s|[\"“'‘])(?:it|they|this|that)['’]?\w*\b", before, re.IGNORECASE)
        return self.scene.thing_before(self.match.start(), kind) if said else ""

    def _other_beside(self) -> bool:
        """Whether what stands where the subject should is somebody or something else."""
        beside = next(iter(self._right()), None)
        asked = "subject" in self.one.trigger.right.split()
        if asked and self.one.trigger.extent == "all" and not _ENDS.match(self.scene.text, self.match.end()):
            return True
        return asked and beside is not None and beside.start - self.match.end() <= _BESIDE

    def _value(self, subject: str) -> tuple[str, float | None] | None:
        trigger = self.one.trigger
        if trigger.value == "amount":
            return self._amount()
        if trigger.value == "object" and "value" in trigger.right:
            named = next((m for m in self._right() if m.start - self.match.end() <= _CLOSE), None)
            key = self._first([named], PEOPLE, owner=False) if named else ""
            if key:
                return key, None
        if trigger.value in {"before", "object", "reason"}:
            words = self._worded(trigger.value)
            return (words, None) if words and not (trigger.value == "object" and _NO_OBJECT.match(words)) else None
        if "{place}" in trigger.value:
            place = self._place()
            return (trigger.value.replace("{place}", place), None) if place else None
        if trigger.right == "place" and not self._place():
            return None
        if trigger.value:
            return trigger.value, None
        value = self._part("value", _accepts("any"))
        return (value, None) if value and value != subject else None

    def _worded(self, how: str) -> str:
        if how == "before":
            return self._before()
        return self._object(_CUT if how == "object" else _REASON_CUT)

    def _amount(self) -> tuple[str, float] | None:
        parts = self.match.groupdict()
        number = amount(parts["number"]) if parts.get("number") else money(parts["money"])
        return None if number is None else ("amount", number)

    def _part(self, part: str, kinds: frozenset[str]) -> str:
        """Key of the name that fills a part: to the right, to the left, or else the speaker."""
        trigger = self.one.trigger
        sides = self._sides(part)
        for mentions in sides:
            key = self._first(mentions, kinds, owner=trigger.owned)
            if key:
                return key
        said = trigger.speaker == part and not self.clause.own and self._beginning()
        return self.scene.side(self.clause.speaker) if said else ""

    def _sides(self, part: str) -> Iterator[Iterable[Mention]]:
        """The mentions that may fill a part, the likeliest side first."""
        trigger, match = self.one.trigger, self.match
        if trigger.inside:
            yield (m for m in self.mentions if match.start() <= m.start and m.end <= match.end())
        if part == "value" and trigger.by:
            yield self._by()
        elif part in trigger.right.split():
            yield self._right()
        if part in trigger.left.split():
            yield self._left()
        if part == "subject" and trigger.around:
            yield self.mentions

    def _beginning(self) -> bool:
        """Whether nothing stands before the trigger that may be its subject: then the speaker is."""
        return not self.one.trigger.left or bool(_BARE.match(self.scene.text, self.clause.start, self.match.start()))

    def _first(self, mentions: Iterable[Mention], kinds: frozenset[str], *, owner: bool) -> str:
        """Key of the first mention that fits; where people are asked for, the first of any people must."""
        for mention in mentions:
            people = mention.kind in PEOPLE and bool(kinds & PEOPLE)
            owns = owner or (mention.kind == "body" and self.one.relation.subject == "place")  # "the Front's men"
            if people and not owns and self._another(mention):
                return ""  # "Odeh's father": not Odeh
            if mention.kind in kinds:
                key = self._key(mention)
                if "@" in key and self.one.relation.subject in {"person", "actor"}:
                    return ""  # nobody in particular: no question is asked about them
                return self.scene.side(key) if self.one.relation.subject == "place" else key
            if people:
                return ""
        return ""

    def _another(self, mention: Mention) -> bool:
        """Whether a name only says whose man or thing is meant."""
        text = self.scene.text
        before = text[max(0, mention.start - _BESIDE) : mention.start]
        return bool(_OWNS.search(text[mention.start : mention.end]) or _RELATED.search(before))

    def _key(self, mention: Mention) -> str:
        """Whom a mention means: a pronoun means the speaker, or the person last named."""
        speaker = self.clause.speaker
        if mention.key:
            return mention.key
        if mention.kind == "they":
            return self._they(mention)
        if mention.kind == "self":
            return speaker
        if mention.kind not in {"he", "role"}:
            return ""
        if mention.kind == "role":
            return self.scene.in_role(mention, but=speaker)
        return self._he(mention)

    def _he(self, mention: Mention) -> str:
        """Whom "he" or "she" means: a person of the clause, the speaker if a person, or the one named before."""
        speaker = self.clause.speaker
        sex = sex_of(self.scene.text[mention.start : mention.end])
        inside = self.scene.person_before(mention.start, but=speaker, sex=sex, since=self.clause.start)
        name = self.scene.names.get(speaker)
        if inside or self.clause.quoted or not name or name.kind is not Kind.PERSON:
            return inside or self.scene.person_before(mention.start, but=speaker, sex=sex)
        if self.scene.sexes.get(speaker, sex) != sex:
            return self.scene.person_before(mention.start, but=speaker, sex=sex)
        return speaker

    def _they(self, mention: Mention) -> str:
        """The body that "they" or "their fighters" means: one just named, or the speaker's, or one named before."""
        bodies = [m.key for m in self.mentions if m.kind == "body" and m.key and m.end <= mention.start]
        spoken = self.scene.side(self.clause.speaker)
        name = self.scene.names.get(spoken)
        own = re.match(r"(?:his|her|my|our)\b", self.scene.text[mention.start : mention.end], re.IGNORECASE)
        if bodies or own or not name or name.kind is not Kind.PERSON:
            return bodies[-1] if bodies and not own else spoken
        before = self.scene.between(max(0, mention.start - _BEFORE), mention.start)
        return next((m.key for m in reversed(before) if m.kind == "body" and m.key), "")

    def _right(self) -> Iterator[Mention]:
        """What stands to the right, up to a word that leads elsewhere."""
        end, reach = self.match.end(), self.one.trigger.reach
        for mention in self.mentions:
            if 0 <= mention.start - end <= reach:
                if not self.one.trigger.doubts and _RIGHT_BAR.search(self.scene.text, end, mention.start):
                    return
                yield mention

    def _left(self) -> Iterator[Mention]:
        """What stands to the left, the nearest first, up to a word at which another clause begins."""
        text, start, reach = self.scene.text, self.match.start(), self.one.trigger.reach
        within = [m for m in self.mentions if 0 <= start - m.end <= reach and not _LEFT_BAR.search(text, m.end, start)]
        if self.one.trigger.opens:
            return (m for m in within if m.start - self.clause.start <= 1)
        begins = reach > _BESIDE and bool(_BARE.match(text, self.clause.start, start))
        if begins and not any(m.kind in PEOPLE for m in within) and not self.clause.own:
            return chain(reversed(within), self.scene.between(self.clause.lead, self.clause.start))
        if text[max(0, start - 2) : start] == ", ":  # what stands before a closing comma is set beside the subject
            return (m for m in within if m.kind not in _PRONOUNS)
        return reversed(within)

    def _by(self) -> Iterator[Mention]:
        """What stands behind the word that brings it in: "by", "to"."""
        end = self.match.end()
        at = self.scene.text.find(f" {self.one.trigger.by} ", end, min(self.clause.end, end + _PLACED))
        return (m for m in self.mentions if at >= 0 and 0 <= m.start - at <= _BESIDE)

    def _place(self) -> str:
        """The place to the right, or words there that tell of one."""
        end = self.match.end()
        reach = max(self.one.trigger.reach, _PLACED) if not self.one.trigger.beside else self.one.trigger.beside
        places = (m for m in self.mentions if m.kind == "place" and 0 <= m.start - end <= reach)
        named = next((m.key for m in places if not _LEFT_BAR.search(self.scene.text, end, m.start)), "")
        words = "" if named or self.one.trigger.beside else self._object(_REASON_CUT)
        return named or (words if _SOMEWHERE.search(words) else "")

    def _object(self, cut: re.Pattern[str]) -> str:
        """Up to six words to the right, in comparable form."""
        text = self.scene.text[self.match.end() : min(self.clause.end, self.match.end() + 120)].strip()
        return _plain(cut.split(text + " ")[0], slice(6))

    def _before(self) -> str:
        """Up to five words to the left, in comparable form, from the last stop or joint on."""
        text = self.scene.text[max(self.clause.start, self.match.start() - 120) : self.match.start()]
        parts = [part for part in re.split(r"[,.;:!?\"“”]| that | and | had | has | what | who ", text) if part.strip()]
        words = _plain(parts[-1] if parts else "", slice(-5, None))
        return "" if re.match(r"(?:it|this|that|they|what|we|he|she|i)\b|$", words) else words

    def _negated(self) -> bool:
        if self.one.trigger.doubts or self.one.trigger.rejects:
            return self.one.trigger.rejects
        near = _BESIDE_NUMBER if self.one.trigger.value == "amount" else _NEGATED
        low = max(self.clause.start, self.match.start() - near)
        before = self.scene.text[low : self.match.start()]
        said = before if self.one.negative else self.scene.text[low : self.match.end()]
        around = FALSE.search(self.scene.text, self.clause.start, self.clause.end)
        within = self.one.negative or not _WITHIN.search(self.match[0])
        return bool(NEGATION.search(said) or _NO.search(before) or not within) != bool(around and not FALSE.search(self.match[0]))

    def _extent(self) -> str:
        extent = self.one.trigger.extent
        if extent != "all":
            return extent
        text = self.scene.text[self.clause.start : self.clause.end]
        return "part" if _PART.search(text) and not _WHOLLY.search(text) else "all"


def _plain(words: str, some: slice) -> str:
    """Some of the words in comparable form, without a leading article."""
    return re.sub(r"^(?:the|an?) ", "", " ".join(re.findall(r"\w+", fold(words))[some]))


def _accepts(kind: str) -> frozenset[str]:
    if kind == "person":
        return frozenset({"person", "self", "he", "role"})
    if kind == "actor":
        return PEOPLE | {"place"}
    return PEOPLE if kind == "any" else frozenset({kind})
