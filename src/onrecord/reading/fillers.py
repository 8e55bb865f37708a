"""What fills the parts of a claim: the names, numbers and words that stand beside a trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.numbers import amount, money
from onrecord.reading.mentioned import Mention
from onrecord.reading.scene import Scene, sex_of
from onrecord.reading.signals import (
    BARE,
    CLEFT,
    CUT,
    ENDS,
    FALSE,
    HEDGE,
    HINTS,
    IT,
    JOINED,
    LEFT_BAR,
    NEGATION,
    NO,
    NO_OBJECT,
    OBJECT,
    OFF,
    OUGHT,
    OWNS,
    PART,
    REASON_CUT,
    RELATED,
    RIGHT_BAR,
    SOMEWHERE,
    TO,
    TOLD,
    TOLL_WORDS,
    WHOLLY,
    WITHIN,
)
from onrecord.reading.triggers import Compiled
from onrecord.record.claim import Claim
from onrecord.record.name import Kind
from onrecord.record.span import Span
from onrecord.wording import fold

_FRONTED = re.compile(
    r"\bit (?:is|was|has been|had been)(?: not)? (?P<words>[^.,;:]+?) (?:that|which|who)\s*$", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"(?: (?:may|might|could|would|will|must|can|is|was|are|were|be|been|being|has|have|had|not|never|also|"
    r"reportedly))+\s*$",
    re.IGNORECASE,
)
PEOPLE = frozenset({"person", "body", "self", "he", "they", "role"})
_ASIDE = frozenset({", ", "— ", "– ", ") "})
_BODIES = frozenset({"body", "they", "self"})
_PRONOUNS = frozenset({"self", "he", "they"})
_NEGATED = 36  # code points between a negation and what it negates
_BESIDE_NUMBER = 6  # the same for a number: "not 30"
_BESIDE = 28  # code points between a trigger and what stands right beside it: an article, an adjective, a title
_CLOSE = 5  # code points between a trigger and a name right behind it
_PLACED = 40  # code points between "in" and the place: "the mountains of"
_BEFORE = 240  # code points back that "they" may have been named
_TITLED = 72  # code points before a name in which it may be said whose aide somebody is
_HEDGED = 80  # code points before a trigger in which a doubt may stand
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
        before = self.scene.text[self._low(_INTENT) : self.match.start()]
        if HINTS.search(before):
            return True
        aim = TO.search(before) if self.one.phrase else None
        return bool(self.one.phrase and OUGHT.search(before)) or (aim is not None and aim[1].casefold() not in TOLD)

    def _subject(self) -> str | None:
        kind = self.one.relation.subject
        if self.one.trigger.thing:
            return self.one.trigger.thing
        if kind == "none":
            return next(label for label, words in TOLL_WORDS if re.search(words, fold(self.match[0])))
        filled = self._part("subject", _accepts(kind)) or self._pointed(kind) or self._pointed_right(kind)
        if filled:
            return filled
        if not self.one.trigger.topic or self._other_beside():
            return None
        topics = {"place": self.scene.main_place, "person": self.scene.leading}
        return (
            topics.get(kind) or self.scene.thing_before(self.match.start(), kind) or self.scene.main.get(kind) or None
        )

    def _pointed(self, kind: str) -> str:
        """The thing last mentioned, where "it" stands in its place."""
        trigger = self.one.trigger
        unfit = kind in {"person", "actor", "place"} or self.clause.own or trigger.reach < _BESIDE
        if unfit or "subject" not in trigger.left.split():
            return ""
        before = self.scene.text[max(self.clause.lead, self.match.start() - _BESIDE) : self.match.start()]
        said = re.search(r"(?:^|\s|[\"“'‘])(?:it|they|this|that)['’]?\w*\b", before, re.IGNORECASE)
        return self.scene.thing_before(self.match.start(), kind) if said else ""

    def _pointed_right(self, kind: str) -> str:
        """The place or thing last mentioned, where "it" stands to the right in its place."""
        if "subject" not in self.one.trigger.right.split() or not IT.match(self.scene.text, self.match.end()):
            return ""
        if kind == "place":
            return self.scene.main_place
        return "" if kind in {"person", "actor"} else self.scene.thing_before(self.match.start(), kind)

    def _other_beside(self) -> bool:
        """Whether what stands where the subject should is somebody or something else."""
        beside = next(iter(self._right()), None)
        asked = "subject" in self.one.trigger.right.split()
        if asked and self.one.trigger.extent == "all" and not ENDS.match(self.scene.text, self.match.end()):
            return True
        return asked and beside is not None and beside.start - self.match.end() <= _BESIDE

    def _value(self, subject: str) -> tuple[str, float | None] | None:
        """The value, and the number where it is one; None where what fills it is not there."""
        trigger = self.one.trigger
        if trigger.value == "amount":
            return self._amount()
        if trigger.value in {"before", "object", "reason"}:
            value = self._beside() or self._worded(trigger.value)
        elif "{place}" in trigger.value:
            place = self._place()
            value = trigger.value.replace("{place}", place) if place else ""
        elif trigger.hedged and HEDGE.search(self.scene.text, self._low(_HEDGED), self.match.end()):
            value = trigger.hedged
        elif trigger.value:
            value = trigger.value if trigger.right != "place" or self._place() else ""
        else:
            value = self._part("value", _BODIES if trigger.bodies else _accepts("any"))
        return (value, None) if value and value != subject else None

    def _low(self, reach: int) -> int:
        """Where a stretch of the clause begins that ends at the trigger."""
        return max(self.clause.start, self.match.start() - reach)

    def _beside(self) -> str:
        """Key of the name right beside the trigger, where either a name or words may be the value."""
        trigger, match = self.one.trigger, self.match
        named: Mention | None = None
        if trigger.value == "object" and "value" in trigger.right:
            named = next((m for m in self._right() if m.start - match.end() <= _CLOSE), None)
        elif trigger.value == "before" and "value" in trigger.left:
            named = next((m for m in self._left() if match.start() - m.end <= _CLOSE), None)
        return self._first([named], PEOPLE, owner=False) if named else ""

    def _worded(self, how: str) -> str:
        """Words beside the trigger, as far as they tell what it is."""
        if how == "before":
            return self._before()
        words = self._object(CUT if how == "object" else REASON_CUT)
        return "" if how == "object" and NO_OBJECT.match(words) else words

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
        said = trigger.speaker == part and not self.clause.own and self._beginning(part)
        return self.scene.side(self.clause.speaker) if said else ""

    def _sides(self, part: str) -> Iterator[Iterable[Mention]]:
        """The mentions that may fill a part, the likeliest side first."""
        trigger, match = self.one.trigger, self.match
        if part == trigger.inside:
            yield (m for m in self.mentions if match.start() <= m.start and m.end <= match.end())
        if part == "value" and trigger.by:
            yield self._by()
        elif part in trigger.right.split():
            yield self._right()
        if part in trigger.left.split():
            yield self._left()
        if part == "subject" and trigger.around:
            yield self.mentions

    def _beginning(self, part: str) -> bool:
        """Whether nothing stands before the trigger that may be its subject: then the speaker is."""
        return part not in self.one.trigger.left.split() or bool(
            BARE.match(self.scene.text, self.clause.start, self.match.start())
        )

    def _first(self, mentions: Iterable[Mention], kinds: frozenset[str], *, owner: bool) -> str:
        """Key of the first mention that fits; where people are asked for, the first of any people must."""
        for mention in mentions:
            people = mention.kind in PEOPLE and bool(kinds & PEOPLE)
            owns = owner or (mention.kind == "body" and self.one.relation.subject == "place")  # "the Front's men"
            placed = mention.kind == "place" and self.one.relation.subject == "actor"
            if (people or placed) and not owns and self._another(mention):
                return ""  # "Odeh's father": not Odeh
            if mention.kind in kinds:
                key = self._key(mention)
                if "@" in key and self.one.relation.subject in {"person", "actor"}:
                    return ""  # nobody in particular: no question is asked about them
                return self.scene.side(key) if self.one.relation.subject == "place" else key
            if people and not self.one.trigger.doubts:
                return ""
        return ""

    def _another(self, mention: Mention) -> bool:
        """Whether a name only says whose man or thing is meant."""
        text = self.scene.text
        before = text[max(0, mention.start - _TITLED) : mention.start]
        owns = OWNS.search(text[mention.start : mention.end]) and not OBJECT.match(text, mention.end)
        return bool(owns or RELATED.search(before))

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
                if not self.one.trigger.doubts and RIGHT_BAR.search(self.scene.text, end, mention.start):
                    return
                yield mention

    def _left(self) -> Iterator[Mention]:
        """What stands to the left, the nearest first, up to a word at which another clause begins."""
        text, start, reach = self.scene.text, self.match.start(), self.one.trigger.reach
        within = [m for m in self.mentions if 0 <= start - m.end <= reach and not self._parted(m)]
        if self.one.trigger.opens:
            return (m for m in within if m.start - self.clause.start <= 1)
        begins = reach > _BESIDE and bool(BARE.match(text, self.clause.start, start))
        if begins and not any(m.kind in PEOPLE for m in within) and not self.clause.own:
            return chain(reversed(within), self.scene.between(self.clause.lead, self.clause.start))
        if text[max(0, start - 2) : start] in _ASIDE:  # what stands before a closing mark is set beside the subject
            return (m for m in within if m.kind not in _PRONOUNS)
        return reversed(within)

    def _parted(self, mention: Mention) -> bool:
        """Whether another clause begins between a mention to the left and the trigger."""
        text, start = self.scene.text, self.match.start()
        joined = JOINED.match(text, mention.end, start)
        if joined and joined[0].startswith((" that", " who", " which", ",")):
            joined = joined if CLEFT.search(text, self.clause.start, mention.start) else None
        return bool(LEFT_BAR.search(text, joined.end() if joined else mention.end, start))

    def _by(self) -> Iterator[Mention]:
        """What stands behind the word that brings it in: "by", "to"."""
        end = self.match.end()
        at = self.scene.text.find(f" {self.one.trigger.by} ", end, min(self.clause.end, end + _PLACED))
        return (m for m in self.mentions if at >= 0 and 0 <= m.start - at <= _BESIDE)

    def _place(self) -> str:
        """The place to the right, or words there that tell of one."""
        if "place" in self.one.trigger.left.split():
            return next((m.key for m in self._left() if m.kind == "place"), "")
        end = self.match.end()
        reach = max(self.one.trigger.reach, _PLACED) if not self.one.trigger.beside else self.one.trigger.beside
        places = (m for m in self.mentions if m.kind == "place" and 0 <= m.start - end <= reach)
        bar = OFF if self.one.trigger.beside else LEFT_BAR
        named = next((m.key for m in places if not bar.search(self.scene.text, end, m.start)), "")
        words = "" if named or self.one.trigger.beside else self._object(REASON_CUT)
        return named or (words if SOMEWHERE.search(words) else "")

    def _object(self, cut: re.Pattern[str]) -> str:
        """Up to six words to the right, in comparable form."""
        text = self.scene.text[self.match.end() : min(self.clause.end, self.match.end() + 120)].strip()
        return _plain(cut.split(text + " ")[0], slice(6))

    def _before(self) -> str:
        """Up to five words to the left, in comparable form, from the last stop or joint on."""
        text = self.scene.text[max(self.clause.start, self.match.start() - 120) : self.match.start()]
        if fronted := _FRONTED.search(text):
            return _plain(fronted["words"], slice(-5, None))
        parts = [part for part in re.split(r"[,.;:!?\"“”]| that | and | had | has | what | who ", text) if part.strip()]
        words = _plain(_AUXILIARY.sub("", parts[-1]) if parts else "", slice(-5, None))
        return "" if re.match(r"(?:it|this|that|they|what|we|he|she|i)\b|$", words) else words

    def _negated(self) -> bool:
        if self.one.trigger.doubts or self.one.trigger.rejects:
            return self.one.trigger.rejects
        near = _BESIDE_NUMBER if self.one.trigger.value == "amount" else _NEGATED
        low = self._low(near)
        text, end = self.scene.text, self.match.start() if self.one.negative else self.match.end()
        before = text[low : self.match.start()]
        around = FALSE.search(self.scene.text, self.clause.start, self.clause.end)
        within = self.one.negative or not WITHIN.search(self.match[0])
        return bool(NEGATION.search(text, low, end) or NO.search(before) or not within) != bool(
            around and not FALSE.search(self.match[0])
        )

    def _extent(self) -> str:
        extent = self.one.trigger.extent
        if extent != "all":
            return extent
        text = self.scene.text[self.clause.start : self.clause.end]
        return "part" if PART.search(text) and not WHOLLY.search(text) else "all"


def _plain(words: str, some: slice) -> str:
    """Some of the words in comparable form, without a leading article."""
    return re.sub(r"^(?:the|an?|no) ", "", " ".join(re.findall(r"\w+", fold(words))[some]))


def _accepts(kind: str) -> frozenset[str]:
    if kind == "person":
        return frozenset({"person", "self", "he", "role"})
    if kind == "actor":
        return PEOPLE | {"place"}
    return PEOPLE if kind == "any" else frozenset({kind})
