"""What was said, as places in the report: trimmed of words of time, and cut where a second clause of it starts."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.clauses import Cue
from onrecord.reading.complements import has_clause
from onrecord.reading.drafts import Draft, Place, mode_of, own_words, place, span_of
from onrecord.reading.lexicon import listed
from onrecord.reading.phrases import Tokens, timely

_PRESS = ("reporters", "journalists", "newsmen", "mediapersons")
_LEAST = 3  # words of a clause at least


def places(tokens: Tokens, start: int, stop: int) -> tuple[Place, ...]:
    """The places of a content: one for each quotation where it is nothing else, otherwise one in all."""
    inner = own_words(tokens, start, stop)
    if inner and all(token.sort == "quote" for token in inner):
        return tuple((token.first, token.last) for token in inner)
    whole = place(tokens, start, stop)
    return (whole,) if whole else ()


def halves(tokens: Tokens, draft: Draft, start: int, stop: int) -> list[Draft]:
    """A draft as one for each clause with "that" of its own ("said that ... and that ...")."""
    cuts = [i for i in range(start + _LEAST, stop - _LEAST) if _second(tokens, i)]
    if not cuts or len(draft.content) > 1:
        return [draft]
    ends = [*cuts, stop]
    starts = [start, *(cut + 2 for cut in cuts)]
    parts = [(place(tokens, a, b), mode_of(tokens, a, b)) for a, b in zip(starts, ends, strict=True)]
    return [replace(draft, content=(part,), mode=mode) for part, mode in parts if part]


def _second(tokens: Tokens, i: int) -> bool:
    """Whether "and that" stands there, and what follows is a clause about something else."""
    joined = tokens[i].low in ("and", "but") and tokens[i + 1].low == "that"
    return joined and tokens[i + 2].low not in ("it", "they") and has_clause(tokens, i + 2, len(tokens))


def object_end(tokens: Tokens, start: int, stop: int) -> int:
    """The end of an object, without the words for who was told and the words of time behind it."""
    return _untimely(tokens, start, _unheard(tokens, start, stop))


def _untimely(tokens: Tokens, start: int, stop: int) -> int:
    """The end of an object without the words of time behind it ("denied the report | on Friday evening")."""
    end = stop
    while end > start + 1 and (not tokens[end - 1].word or tokens[end - 1].low in listed("calendar")):
        end -= tokens[end - 1].sort != "quote"
        if tokens[end - 1].sort == "quote":
            break
    timed = any(token.low in listed("calendar") for token in tokens[end:stop])
    while timed and end > start + 1 and tokens[end - 1].low in ("on", "late", "early", "in", "at"):
        end -= 1
    bound = any(tokens[end - 1].low in listed(name) for name in ("prepositions", "subordinators", "determiners"))
    return end if timed and not bound else stop


def _unheard(tokens: Tokens, start: int, stop: int) -> int:
    """The end of an object without the words for who was told ("the leak | to our reporter")."""
    for i in range(start + 1, stop - 1):
        if tokens[i].low == "to" and tokens[i + 1].low in ("our", "this", *_PRESS):
            return i
    return stop


def cue_place(tokens: Tokens, cue: Cue) -> Place | None:
    """The place of the verb group."""
    start = cue.start
    while start < cue.verb and (timely(tokens[start]) and tokens[start].low != "not"):
        start += 1
    return span_of(tokens[start : cue.end])
