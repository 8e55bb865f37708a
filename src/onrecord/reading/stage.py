"""Who is on stage while a report is gone through: the cast, where it is mentioned, and who is in focus."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.reading.lexicon import listed
from onrecord.reading.mentions import Mention, token_words
from onrecord.reading.names import Bearer, Cast
from onrecord.reading.page import Page, Sentence
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.wording import fold

Tokens = tuple[Token, ...]

_MOST = 40  # events that are looked back on
_LEAD = 6  # words before a subject at most
_SAME = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "representative": "spokesperson",
}
_NOUNS = ("persons", "plural_persons", "organisations", "carriers", "kin")
PREPOSITIONS = frozenset("of for in at from with to on near by".split())


class Event(NamedTuple):
    """Somebody comes into focus."""

    paragraph: int
    spot: int
    bearer: Bearer


@dataclass(slots=True)
class Stage:
    """The cast on its page, with what finds it, and who has been in focus, last one last."""

    page: Page
    cast: Cast
    own: frozenset[str]
    starts: list[int]
    known: dict[tuple[str, ...], int] = field(default_factory=dict)
    spelt: dict[str, Bearer] = field(default_factory=dict)
    local: dict[tuple[str, ...], Bearer] = field(default_factory=dict)
    offices: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    first: dict[int, int] = field(default_factory=dict)
    told: dict[int, tuple[int, Bearer]] = field(default_factory=dict)
    heard: set[int] = field(default_factory=set)
    surnamed: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    kin: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    events: list[Event] = field(default_factory=list)
    speeches: list[Event] = field(default_factory=list)

    def note(self, paragraph: int, spot: int, bearer: Bearer, *, speaks: bool) -> None:
        """Bring somebody into focus."""
        self.events.append(Event(paragraph, spot, bearer))
        if speaks:
            self.speeches.append(self.events[-1])

    def lately(self, paragraph: int, reach: int) -> list[Event]:
        """Who came into focus in a paragraph or the few before it, last one last."""
        return [event for event in self.events[-_MOST:] if paragraph - event.paragraph <= reach]

    def enrol(self, bearer: Bearer) -> None:
        """Make a bearer findable by its spellings and by the words of its roles."""
        for text in bearer.spellings:
            self.spelt.setdefault(text, bearer)
        for word in sorted({word for role in (*bearer.roles, " ".join(bearer.words)) for word in role_words(role)}):
            if is_noun(word):
                self.offices[word].append(bearer)
        if not bearer.local:
            if len(bearer.words) > 1:
                self.surnamed[bearer.words[-1]].append(bearer)
            for word in sorted({role.split()[0] for role in bearer.roles if role.split()[1:2] == ["of"]}):
                self.kin[word].append(bearer)

    def add(self, bearer: Bearer) -> Bearer:
        """A bearer that the report's capitals did not show."""
        self.cast.bearers.append(bearer)
        self.local[bearer.words] = bearer
        self.enrol(bearer)
        return bearer

    def within(self, start: int, end: int) -> range:
        """The numbers of the mentions within a stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def set_up(page: Page, cast: Cast, outlet: str) -> Stage:
    """The stage with its indices."""
    stage = Stage(page, cast, _own(page, outlet), [mention.start for mention in cast.mentions])
    for n, (mention, bearer) in enumerate(zip(cast.mentions, cast.who, strict=True)):
        stage.first.setdefault(id(bearer), n)
        for form in (tuple(fold(word) for word in mention.words), bearer.words, (fold(mention.acronym),)):
            if form and form[0]:
                stage.known.setdefault(form, n)
    for bearer in cast.bearers:
        if not bearer.adjective:
            stage.enrol(bearer)
    return stage


def _own(page: Page, outlet: str) -> frozenset[str]:
    """Names of the outlet itself: to be told something by it is no link of a chain."""
    headers = [sentence for sentence in page.sentences[:8] if sentence.block is Block.HEADER]
    named = [token.text for sentence in headers for token in sentence.tokens if token.capital and token.text.isupper()]
    return frozenset({fold(outlet), *(fold(name) for name in named), *_ends(fold(outlet))} - {""})


def _ends(outlet: str) -> set[str]:
    """What an outlet may be called for short: without its article, by its first word or by its last."""
    words = outlet.split()
    words = words[1:] if words[:1] == ["the"] else words
    return {" ".join(words), *words[:1], *words[-1:]}


def read_on(stage: Stage, sentences: tuple[Sentence, ...]) -> None:
    """Take in the subjects of sentences that have been passed."""
    for sentence in sentences:
        inside = stage.within(sentence.start, sentence.end)
        spoken = any(sentence.start <= event.spot < sentence.end for event in stage.speeches[-3:])
        if inside and not spoken and _leads(stage, sentence.start, stage.cast.mentions[inside[0]]):
            mention = stage.cast.mentions[inside[0]]
            stage.note(sentence.paragraph, mention.start, stage.cast.who[inside[0]], speaks=False)


def _leads(stage: Stage, start: int, mention: Mention) -> bool:
    """Whether a mention stands at the head of its sentence, as a subject does."""
    return not mention.modifier and len(stage.page.text[start : mention.start].split()) <= _LEAD


def role_words(role: str) -> list[str]:
    """The words of a role in comparable form, the names of one office being one."""
    return [fold(_SAME.get(word, word)) for word in role.replace("'s", "").split()]


def same_office(word: str) -> str:
    """The one word for an office that has several."""
    return _SAME.get(word, word)


def is_noun(low: str) -> bool:
    """Whether a word is a noun for a person, a body or what carries words."""
    return any(low in listed(name) for name in _NOUNS)


def proper(stage: Stage, tokens: Tokens) -> tuple[Mention, Bearer] | None:
    """The name that is the head of a phrase."""
    if not tokens:
        return None
    inside = stage.within(tokens[0].start, tokens[-1].end)
    core = _core(stage, tokens, inside)
    for n in reversed(inside):
        mention = stage.cast.mentions[n]
        if mention.end > core or stage.page.text[mention.start - 1 : mention.start] == "(":
            continue
        after = [token for token in tokens if mention.end <= token.start < core and token.word]
        bracketed = stage.page.text[mention.end : mention.end + 2] == " (" and core == tokens[-1].end
        if (
            not after
            or bracketed
            or after[0].low in ("too", "also", mention.acronym.lower())
            or (_called(after) and not stage.cast.who[n].adjective)
        ):
            return mention, stage.cast.who[n]
        return None
    return None if inside else _known(stage, tokens)


def _called(after: Sequence[Token]) -> bool:
    """Whether the words behind a name only say that it is an outlet ("the Lanpress | news agency")."""
    kinds = listed("outlet_nouns") | {"news", "agency", "website", "network", "radio", "television"}
    return all(token.low in kinds for token in after)


def _core(stage: Stage, tokens: Tokens, inside: range) -> int:
    """Where a phrase ends without what hangs on it by a preposition ("Lee | of the Institute")."""
    names = [stage.cast.mentions[n] for n in inside]
    for i, token in enumerate(tokens):
        if i and token.low in PREPOSITIONS and not any(name.start <= token.start < name.end for name in names):
            return tokens[i - 1].end
    return tokens[-1].end


def _known(stage: Stage, tokens: Tokens) -> tuple[Mention, Bearer] | None:
    """A name that capitals could not show (in a headline in capitals), known from elsewhere."""
    wanted = tuple(fold(word) for word in token_words(tokens))
    for size in range(min(6, len(wanted)), 0, -1):
        n = stage.known.get(wanted[-size:])
        if n is not None and tokens[-1].capital:
            return stage.cast.mentions[n], stage.cast.who[n]
    return None
