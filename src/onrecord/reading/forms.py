"""Statements that the layout carries: headlines with a colon, bullets under a heading, embedded posts."""

from __future__ import annotations

import re

from onrecord.reading.drafts import Draft, place, span_of
from onrecord.reading.layout import post
from onrecord.reading.lexicon import Form, lexicon, listed
from onrecord.reading.page import Sentence
from onrecord.reading.phrases import Tokens
from onrecord.reading.tokens import Token
from onrecord.record.statement import Act, Mode

_TAIL = re.compile(r"(?:\s|https?://\S+|pic\.twitter\S*|—|–)+$")
_LONGEST_NAME = 2
_DASHES = ("—", "–", "-")
_ASIDES = frozenset("what how why where when who everything live watch timeline explained".split())
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "men", "man", "woman", "women")
_LONGEST_SPEAKER = 5


def headline(sentence: Sentence) -> list[Draft]:
    """A headline that names its speaker behind a colon, or is a quotation as a whole."""
    tokens = sentence.tokens
    inner = [token for token in tokens if token.sort != "mark"]
    if len(inner) == 1 and inner[0].sort == "quote":
        return [Draft(sentence, None, (), (), ((inner[0].first, inner[0].last),), Mode.HEADLINE, Act.ASSERT)]
    if signed := _signing(tokens):
        return _colon(sentence, tokens, (0, 1), signed)
    return _parted(sentence)


def _parted(sentence: Sentence) -> list[Draft]:
    """A headline that a colon parts into what was said and who said it."""
    tokens = sentence.tokens
    colon = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].low == ":"), 0)
    behind, before = tokens[colon + 1 :], tokens[:colon]
    if colon < 1 or not behind or (behind[0].low in _ASIDES and "?" not in sentence.tokens[-1].text):
        return []
    if len(behind) <= _LONGEST_SPEAKER and len(before) > len(behind) and _names(behind):
        return _colon(sentence, tokens, (0, colon), behind)
    if _is_agent(behind) and len(before) > len(behind) + 2:
        return _colon(sentence, tokens, (0, colon), behind)
    if colon == 1 and before[0].sort == "quote" and (speaker := _whole(behind) or _speaking(behind)):
        return _colon(sentence, tokens, (0, colon), speaker)
    quoted = behind[0].sort == "quote" or (
        len(before) <= _LONGEST_NAME and len(behind) > len(before) and all(_called(token) for token in before)
    )
    return (
        _colon(sentence, tokens, (colon + 1, len(tokens)), before)
        if quoted and len(before) <= _LONGEST_SPEAKER and _names(before)
        else []
    )


def _whole(tokens: Tokens) -> Tokens:
    """All the words behind a quoted headline, where they are but a speaker ("'We stay': | Ann Lee")."""
    return tokens if len(tokens) <= _LONGEST_SPEAKER and _names(tokens) else ()


def _names(tokens: Tokens) -> bool:
    """Whether the words name or describe a speaker."""
    low = tokens[-1].low
    known = (
        low in listed("persons")
        or low in listed("plural_persons")
        or low in listed("organisations")
        or low in listed("carriers")
    )
    return (
        all(token.word for token in tokens)
        and (known or (_called(tokens[-1]) and len(tokens) <= _LONGEST_SPEAKER))
        and low not in listed("message_words")
    )


def _called(token: Token) -> bool:
    """Whether a word is (part of) a name or an account's handle."""
    return token.capital or token.text.startswith("@")


def _is_agent(tokens: Tokens) -> bool:
    """Whether one or two words in lower case stand there that end like a word for people ("mediators", "a docker")."""
    low = tokens[-1].low
    plain = len(tokens) <= _LONGEST_NAME and all(token.word and not token.capital for token in tokens)
    return plain and low.endswith(_AGENTS) and low not in listed("adverbs")


def _speaking(tokens: Tokens) -> Tokens:
    """Whoever stands at the head of the words behind a quoted headline ("'I did not resign': | ousted boss | ...")."""
    for i in range(min(_LONGEST_SPEAKER, len(tokens) - 1), 0, -1):
        last = tokens[i - 1]
        if last.low in listed("persons") or (last.capital and not tokens[i].capital and tokens[0].capital):
            return tokens[:i]
    return ()


def _signing(tokens: Tokens) -> Tokens:
    """Whoever stands behind a quoted headline and a dash, without what it is about ("ex-keeper Ohm | on the ring")."""
    behind = tokens[2:] if tokens[0].sort == "quote" and len(tokens) > 2 and tokens[1].low in _DASHES else ()  # noqa: PLR2004
    end = next((i for i, token in enumerate(behind) if token.low in listed("prepositions") and i), len(behind))
    return behind[:end] if 0 < end <= _LONGEST_SPEAKER and _names(behind[:end]) else ()


def _colon(sentence: Sentence, tokens: Tokens, content: tuple[int, int], speaker: Tokens) -> list[Draft]:
    """The draft of a headline with a colon."""
    span = place(tokens, *content)
    if not span:
        return []
    return [Draft(sentence, None, tuple(speaker), (), (span,), Mode.HEADLINE, Act.ASSERT)]


def bullet(sentence: Sentence, heading: Sentence | None) -> list[Draft] | None:
    """A bullet under a heading that says whose words the bullets are; None where the heading does not."""
    speaker = _heading_speaker(heading.tokens) if heading else ()
    tokens = sentence.tokens
    if not heading or not speaker or not tokens:
        return None
    known = lexicon().verbs.get(tokens[0].low)
    start, act = 0, Act.ASSERT
    if known and Form.PRESENT in known[1] and len(tokens) > 1:
        particle = lexicon().particles.get((known[0].lemma, tokens[1].low))
        start = 2 if particle and len(tokens) > 2 else 1  # noqa: PLR2004
        act = particle or next(iter(known[0].acts.values()), Act.ASK)
    start += start < len(tokens) - 1 and tokens[start].low == "that"
    span = place(tokens, start, len(tokens))
    cue = span_of(tokens[:start])
    return [Draft(sentence, cue, speaker, (), (span,), Mode.BULLET, act, circumstance=heading.tokens)] if span else []


def _heading_speaker(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whose words a heading announces ("Lee's statement: key points", "What the minister said")."""
    if not any(token.low in listed("message_words") for token in tokens):
        return ()
    owner = next((i for i, token in enumerate(tokens) if token.low == "'s"), None)
    if owner:
        return tokens[:owner]
    said = next(
        (i for i, token in enumerate(tokens) if token.low in ("said", "says", "told", "wrote", "claimed", "claims")),
        None,
    )
    if said and tokens[0].low == "what":
        return tokens[1:said]
    comma = next((i for i, token in enumerate(tokens) if token.low == ","), None)
    if comma and tokens[-1].low == ":" and tokens[0].low in ("in", "at", "during"):
        return tokens[comma + 1 : -1]
    by = next((i for i, token in enumerate(tokens) if token.low in ("by", "from", "of")), None)
    return tokens[by + 1 :] if by else ()


def embedded(text: str, sentence: Sentence) -> list[Draft]:
    """An embedded post: its words, and the account that signs it."""
    signature = post(text, sentence.start, sentence.end)
    if not signature:
        return []
    end = signature.start()
    body = text[sentence.start : end]
    tail = _TAIL.search(body[-300:])
    last = end - (len(tail[0]) if tail else 0)
    name = tuple(token for token in sentence.tokens if signature.start("name") <= token.start < signature.end("name"))
    handle = tuple(
        token for token in sentence.tokens if signature.start("handle") <= token.start < signature.end("handle")
    )
    date = tuple(token for token in sentence.tokens if token.start >= signature.end("handle"))
    if last <= sentence.start or not (name or handle):
        return []
    return [
        Draft(
            sentence, None, name or handle, handle, ((sentence.start, last),), Mode.POST, Act.ASSERT, circumstance=date
        )
    ]
