"""To whom words were spoken: "speaking to Radio Lund", "in an interview with the paper", "asked by the station"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.complements import listener_at
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.phrases import timely
from onrecord.reading.tokens import Token

Tokens = tuple[Token, ...]

_SPEAKING = frozenset("speaking talking spoke talked spoken comments remarks".split())
_THROUGH = frozenset("with in to by on".split())
_CARRIED = frozenset(
    "asked interviewed questioned carried published printed aired broadcast distributed relayed run".split()
)
_ENDS = frozenset(
    "whether if about on who which that after before during from at published aired broadcast printed".split()
)
_OURS = frozenset("our this".split())
_REACH = 8  # words from "interview" to the one that leads to whoever asked


def heard(draft: Draft) -> Tokens:
    """The words for whoever was spoken to, or asked, where the report says it."""
    return draft.listener or _interviewer(draft.circumstance) or spoken_to(draft.circumstance)


def spoken_to(tokens: Tokens) -> Tokens:
    """The words behind "speaking to" or "talking with", up to where the name ends."""
    for i in range(len(tokens) - 2):
        if tokens[i].low not in _SPEAKING:
            continue
        j = i + 1 + (tokens[i + 1].word and timely(tokens[i + 1]))
        if j + 1 < len(tokens) and tokens[j].low in ("to", "with", "on"):
            listener = listener_at(tokens, j + 1, len(tokens))
            return tokens[listener.start : listener.end] if listener else ()
    return ()


def to_us(tokens: Tokens) -> str:
    """The words that say that the report's own people were told ("to our correspondent", "to this newspaper")."""
    for i in range(len(tokens) - 2):
        if tokens[i].low in ("to", "with") and tokens[i + 1].low in _OURS and tokens[i + 2].low in listed("ourselves"):
            return f"to {tokens[i + 1].text} {tokens[i + 2].text}"
    return ""


def _interviewer(tokens: Tokens) -> Tokens:
    """The words behind "an interview with", "an interview on", "asked by" or "carried by", without what follows."""
    for joint in _joints(tokens):
        ends = (i for i in range(joint + 1, len(tokens)) if _ends(tokens[i]))
        end = next(ends, len(tokens))
        if joint + 1 < end:
            return tokens[joint + 1 : end]
    return ()


def _ends(token: Token) -> bool:
    """Whether the name of whoever interviews cannot go on there."""
    return not token.word or token.low in listed("calendar") or token.low in _ENDS or token.low == "'s"


def _joints(tokens: Tokens) -> Iterator[int]:
    """Where the words stand that lead from an interview, a question or remarks to whoever asked or carried them."""
    spoken = next((i for i, token in enumerate(tokens) if token.low == "interview"), len(tokens))
    near = range(spoken, min(len(tokens), spoken + _REACH))
    yield from (i for i in near if tokens[i].low in _THROUGH)
    pairs = range(len(tokens) - 1)
    yield from (i + 1 for i in pairs if tokens[i].low in _CARRIED and tokens[i + 1].low in ("by", "on", "in"))
