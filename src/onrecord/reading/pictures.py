"""What pictures tell: given out, come by, or shown."""

from __future__ import annotations

from onrecord.reading.clauses import main_subject
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.page import Sentence
from onrecord.reading.phrases import phrase_after, phrase_before, verbal
from onrecord.reading.sketches import clause_end, sketch, verb_group
from onrecord.record.statement import Mode

_SEEN_BY = frozenset("accessed obtained released shared published posted seen verified broadcast aired".split())


def pictured(sentence: Sentence, i: int) -> Draft | None:
    """The statement of pictures whose verb stands at a position."""
    low = sentence.tokens[i].low
    given = _release(sentence, i) if low in listed("releases") else None
    told = _shown(sentence, i) if low in ("show", "shows", "showed") else None
    return given or told or (_seen(sentence, i) if low in _SEEN_BY else None)


def _release(sentence: Sentence, i: int) -> Draft | None:
    """Pictures given out: "has put out a picture of", "shows footage of"."""
    tokens = sentence.tokens
    shown = next((j for j in range(i + 1, min(len(tokens), i + 5)) if tokens[j].low in listed("visuals")), None)
    if (
        shown is None
        or any(not tokens[j].word or tokens[j].low in listed("prepositions") for j in range(i + 1, shown))
        or (i and tokens[i - 1].low == "to")
    ):
        return None
    start, passive = verb_group(tokens, i)
    if passive or start == 0:
        return None
    shared = tokens[start - 1].low in ("and", "but", ",")
    speaker = main_subject(tokens, start) if shared else phrase_before(tokens, start)
    if not speaker or tokens[speaker.end - 1].low in listed("visuals"):
        return None
    return sketch(sentence, (start, i + 1), speaker, (i + 1, clause_end(tokens, i + 1, aside=False)), mode=Mode.VISUAL)


def _shown(sentence: Sentence, i: int) -> Draft | None:
    """What pictures show: "footage released by the army shows men at a fence"."""
    tokens = sentence.tokens
    start = verb_group(tokens, i)[0]
    pictures = next((j for j in range(start - 1, -1, -1) if tokens[j].low in listed("visuals")), None)
    between = tokens[(pictures or 0) + 1 : start]
    if pictures is None or i + 1 >= len(tokens) or any(token.low in listed("finite") for token in between):
        return None
    by = next((j for j in range(pictures + 1, start) if tokens[j].low in ("by", "from")), None)
    speaker = phrase_after(tokens, by + 1, start) if by else None
    if not speaker:
        return None
    that = tokens[i + 1].low == "that"
    return sketch(sentence, (start, i + 1), speaker, (i + 1 + that, len(tokens)), mode=Mode.VISUAL)


def _seen(sentence: Sentence, i: int) -> Draft | None:
    """Pictures come by: "In footage obtained by the station, ..."."""
    tokens = sentence.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].low != "by" or i < 1 or tokens[i - 1].low not in listed("visuals"):
        return None
    speaker = phrase_after(tokens, i + 2, len(tokens))
    if not speaker or speaker.end >= len(tokens) or tokens[speaker.end].low != "," or verbal(tokens, speaker.end):
        return None
    return sketch(sentence, (i - 1, i + 2), speaker, (speaker.end + 1, len(tokens)), mode=Mode.VISUAL)
