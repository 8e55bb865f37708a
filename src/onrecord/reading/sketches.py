"""Drafts from positions of tokens, for what no active verb carries."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.drafts import Draft, mode_of, place, span_of, words
from onrecord.reading.drafts import aside as aside_of
from onrecord.reading.lexicon import listed
from onrecord.reading.page import Sentence
from onrecord.reading.phrases import Phrase, Tokens, timely
from onrecord.record.statement import Act, Mode

_BE = frozenset("is are was were be been being".split())


def sketch(
    sentence: Sentence, cue: tuple[int, int], speaker: Phrase | None, content: tuple[int, int], **more: object
) -> Draft | None:
    """A draft from positions of tokens; None without content."""
    tokens = sentence.tokens
    span = place(tokens, *content)
    if not span:
        return None
    mode = mode_of(tokens, *content)
    behind = tokens[content[1] :] if more.get("mode") is Mode.NOUN else ()
    draft = Draft(
        sentence,
        span_of(tokens[cue[0] : cue[1]]),
        words(tokens, speaker),
        aside_of(tokens, speaker),
        (span,),
        mode,
        Act.ASSERT,
        circumstance=(*tokens[: content[0]], *behind),
    )
    return replace(draft, **more)  # type: ignore[arg-type]


def verb_group(tokens: Tokens, i: int) -> tuple[int, bool]:
    """Where a passive verb group starts, and whether it is one."""
    start, passive = i, False
    while start > 0 and (tokens[start - 1].low in listed("auxiliaries") or timely(tokens[start - 1])):
        passive = passive or tokens[start - 1].low in _BE
        start -= 1
    return start, passive


def clause_end(tokens: Tokens, i: int, *, aside: bool) -> int:
    """Where a clause ends: at the next comma if it is an aside, otherwise with the sentence or its next clause."""
    for j in range(i, len(tokens)):
        if tokens[j].low in (";", "—", "–") or (
            tokens[j].low == ","
            and (
                aside
                or tokens[min(j + 1, len(tokens) - 1)].low in ("but", "while", "although", "though", "and", "according")
            )
        ):
            return j
    return len(tokens)
