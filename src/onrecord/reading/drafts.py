"""What attribution finds before anybody knows whose name stands behind a phrase."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.reading.page import Sentence
from onrecord.reading.phrases import Phrase, Tokens
from onrecord.reading.tokens import Token
from onrecord.record.statement import Act, Mode, Stance

Place = tuple[int, int]
_GAP = 2  # a space and a quotation mark

_RENDERING = frozenset("in english translation translated as or meaning literally roughly".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making.

    Attributes:
        sentence: where it stands.
        cue: place of the cue in the report, where there is one.
        speaker: the words that name or describe the speaker; empty where none do.
        aside: an apposition beside them.
        content: the places of what was said, in order.
        mode: direct, indirect, ...
        act: what the speaker does.
        stance: the report's stance, as the cue shows it.
        outer: the words for whoever relays it ("..., the agency reported"), where anybody does.
        listener: the words for whoever was told.
        carries_on: whether the speaker is that of the statement before.
        circumstance: words outside the content, where channel and time stand.
        passing: whether it is told in passing, so that another who speaks behind it tells of it.
    """

    sentence: Sentence
    cue: Place | None
    speaker: tuple[Token, ...]
    aside: tuple[Token, ...]
    content: tuple[Place, ...]
    mode: Mode
    act: Act
    stance: Stance = Stance.ATTRIBUTED
    outer: tuple[Token, ...] = ()
    listener: tuple[Token, ...] = ()
    carries_on: bool = False
    circumstance: tuple[Token, ...] = ()
    passing: bool = False


def words(tokens: Tokens, phrase: Phrase | None) -> tuple[Token, ...]:
    """The tokens of a phrase."""
    return tuple(tokens[phrase.start : phrase.end]) if phrase else ()


def aside(tokens: Tokens, phrase: Phrase | None) -> tuple[Token, ...]:
    """The tokens of the aside beside a phrase."""
    return tuple(tokens[phrase.aside[0] : phrase.aside[1]]) if phrase and phrase.aside else ()


def by_name(tokens: Tokens, phrase: Phrase | None) -> tuple[Token, ...]:
    """The tokens that name whom a phrase describes, where its aside does ("the lawyer, | Ann Lee,"); else its own."""
    beside = aside(tokens, phrase)
    named = bool(beside) and all(token.capital for token in beside[:2])
    return beside if named else words(tokens, phrase)


def place(tokens: Tokens, start: int, end: int) -> Place | None:
    """The place of some tokens in the report, without marks at the ends and quotation marks around them."""
    while start < end and tokens[start].sort == "mark" and tokens[start].low not in ("(", "$", "£", "€", "#"):
        start += 1
    while end > start and tokens[end - 1].sort == "mark" and tokens[end - 1].low not in (")", "%", "!", "?"):
        end -= 1
    return (tokens[start].first, tokens[end - 1].last) if start < end else None


def span_of(tokens: Tokens | tuple[Token, ...]) -> Place | None:
    """The place of a run of tokens."""
    return (tokens[0].start, tokens[-1].end) if tokens else None


def own_words(tokens: Tokens, start: int, end: int) -> list[Token]:
    """The words and quotations of a content, without those that call one quotation the other in English."""
    inner = [token for token in tokens[start:end] if token.sort != "mark"]
    rest = [token for token in inner if token.sort == "quote" or token.low not in _RENDERING]
    bracketed = any(token.low in ("(", "[") for token in tokens[start:end])
    return rest if bracketed and len(rest) > 1 and all(token.sort == "quote" for token in rest) else inner


def mode_of(tokens: Tokens, start: int, end: int) -> Mode:
    """Direct, mixed or indirect, by how much of the content is quoted."""
    quoted = [token.sort == "quote" for token in own_words(tokens, start, end)]
    if quoted and all(quoted):
        return Mode.DIRECT
    return Mode.MIXED if any(quoted) or _scare_quoted(tokens[start:end]) else Mode.INDIRECT


def _scare_quoted(some: Tokens) -> bool:
    """Whether a word or two stand in quotation marks, which leave a gap wider than a space ('under | "arrest"')."""
    return any(after.start - before.end == _GAP and not before.low.endswith("s") for before, after in pairwise(some))
