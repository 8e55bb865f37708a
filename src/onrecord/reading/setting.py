"""Channels that a sentence without any statement tells, and that hold for the statements behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading import manner
from onrecord.reading.drafts import Draft
from onrecord.reading.hearers import spoken_to
from onrecord.reading.lexicon import channels, listed
from onrecord.reading.names import Bearer
from onrecord.reading.occasions import COURT, in_court
from onrecord.reading.page import Page
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block

Tokens = tuple[Token, ...]

_GIVING = frozenset(
    "gave gives give held holds issued issues posted posts published publishes released releases sent sends".split()
    + "wrote writes delivered delivers recorded read made makes filed circulated uploaded convened called".split()
    + "appeared shared left".split()
)
_MEETING = frozenset("faced faces met meets summoned invited".split())
_PRESS = frozenset("press reporters journalists media cameras newsmen".split())
_TRIED = frozenset("began begins opened opens resumed resumes heard continued continues adjourned".split())
_TESTIFIES = frozenset("evidence stand dock witness".split())
_REACH = 5  # words from a verb to the channel that is its object
_NEAR = 1  # paragraphs over which a setting holds


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence that tells a channel.

    Attributes:
        paragraph: where it stands.
        end: where it ends.
        text: its words.
        channel: the channel.
    """

    paragraph: int
    end: int
    text: str
    channel: str


def settings(page: Page, found: Sequence[Draft]) -> list[Setting]:
    """The settings of a page, in order."""
    spoken = {id(draft.sentence) for draft in found if draft.mode not in manner.SILENT}
    some = [one for one in page.sentences if one.block is Block.PARAGRAPH and id(one) not in spoken]
    told = ((one, _told(one.tokens)) for one in some)
    return [Setting(one.paragraph, one.end, page.text[one.start : one.end], words) for one, words in told if words]


def set_by(some: Sequence[Setting], draft: Draft, speaker: Bearer) -> str:
    """The channel that the last setting before a statement gives it, or empty."""
    before = bisect_right(some, draft.sentence.start, key=lambda one: one.end)
    last = some[before - 1] if before else None
    if last is None or draft.sentence.paragraph - last.paragraph > _NEAR:
        return ""
    same = draft.sentence.paragraph == last.paragraph
    heard_by_all = same and in_court(last.channel)
    named = any(spelling in last.text for spelling in speaker.spellings)
    return last.channel if heard_by_all or named or (same and _goes_on(draft)) else ""


def _goes_on(draft: Draft) -> bool:
    """Whether a statement names nobody anew: by a pronoun, or what it was that spoke ("the post read")."""
    words = [token.low for token in draft.speaker if token.word]
    return not words or words[0] in listed("pronouns") or words[-1] in channels()


def _told(tokens: Tokens) -> str:
    """The channel that the words of a sentence tell, or empty."""
    lows = [token.low for token in tokens]
    for i, token in enumerate(tokens):
        if token.low in _GIVING and (words := _object(tokens, i)):
            return words
        if token.low in _MEETING and _PRESS & set(lows[i + 1 : i + 4]):
            return "press conference"
        if token.low in _TRIED and any(low in listed("courts") for low in lows[max(0, i - 3) : i]):
            return COURT
    heard = [token.text for token in spoken_to(tokens) if token.word]
    return "to " + " ".join(heard) if heard else ""


def _object(tokens: Tokens, i: int) -> str:
    """The channel that is the object of a verb of giving ("gave | a short statement", "gave her evidence")."""
    for j in range(i + 1, min(len(tokens), i + 1 + _REACH)):
        low = tokens[j].low
        if low in _TESTIFIES and tokens[i].low in ("gave", "gives", "give"):
            return f"testimony, {COURT}"
        if not tokens[j].word or low in listed("finite") or low in listed("relatives"):
            return ""
        if low in channels() and not tokens[j].capital and low not in ("report", "call", "notes", "reporters"):
            led = max((k + 1 for k in range(i + 1, j) if tokens[k].low in listed("prepositions")), default=i + 1)
            start = next((k for k in range(led, j) if tokens[k].low not in listed("determiners")), j)
            return " ".join(token.text for token in tokens[start : j + 1])
        if low in listed("prepositions") and low not in ("in", "on", "at"):
            return ""
    return ""
