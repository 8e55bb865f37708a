"""Set phrases of speech: "put the toll at nine", "was adamant that", "had no doubt that", "quoted her as saying"."""

from __future__ import annotations

from onrecord.reading.clauses import main_subject
from onrecord.reading.complements import listener_at
from onrecord.reading.drafts import Draft, aside, mode_of, place, span_of, words
from onrecord.reading.lexicon import listed
from onrecord.reading.page import Sentence
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, phrase_before, timely, verbal
from onrecord.record.statement import Act

_PUTS = frozenset("put puts putting".split())
_BE = frozenset("is are was were be been being remains remained remain seems seemed".split())
_HOLDS = frozenset(
    "has have had is are was were be express expressed expresses voiced voices took takes take gave gives hold holds "
    "held shares shared share made issued repeated left leave leaves".split()
)
_NUMBERS = frozenset("more less about around nearly almost over under between up some roughly least two three".split())
_NUMBERS |= frozenset(
    "four five six seven eight nine ten eleven twelve dozens hundreds thousands millions none".split()
)
_REACH = 12  # words between a verb and what completes it
_QUOTED = 24  # words that may name whoever is quoted
_BEFORE = 5  # words between a verb and the noun of a set phrase


def idiomatic(sentence: Sentence) -> list[Draft]:
    """The statements that set phrases carry, in order."""
    found = (_at(sentence, i) for i, token in enumerate(sentence.tokens) if token.sort == "word")
    return [draft for draft in found if draft]


def _at(sentence: Sentence, i: int) -> Draft | None:
    """The statement whose set phrase stands at a position."""
    tokens = sentence.tokens
    low = tokens[i].low
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if low in _PUTS:
        return _put(sentence, i)
    if low == "mention" and following == "of":
        return _unmentioned(sentence, i)
    if low in ("quoted", "quotes", "quoting", "cited", "cites"):
        return _quoting(sentence, i)
    if following == "that" and (low in listed("attitudes") or low in listed("beliefs")):
        return _attitude(sentence, i)
    return None


def _draft(
    sentence: Sentence, cue: tuple[int, int], speaker: Phrase | None, start: int, act: Act = Act.ASSERT
) -> Draft | None:
    """A draft with its content from a position to the end of the clause."""
    tokens = sentence.tokens
    stop = _end(tokens, start)
    span = place(tokens, start, stop)
    if not span or not speaker:
        return None
    return Draft(
        sentence,
        span_of(tokens[cue[0] : cue[1]]),
        words(tokens, speaker),
        aside(tokens, speaker),
        (span,),
        mode_of(tokens, start, stop),
        act,
        circumstance=(*tokens[: cue[0]], *tokens[stop:]),
    )


def _end(tokens: Tokens, start: int) -> int:
    """Where the clause ends: at a semicolon or dash, or at a comma before a new clause."""
    for j in range(start, len(tokens)):
        mark = tokens[j].low
        after = tokens[j + 1].low if j + 1 < len(tokens) else ""
        joined = mark == "," and after in ("but", "while", "although", "though", "and", "according", "who", "which")
        if mark in (";", "—", "–") or joined:
            return j
    return len(tokens)


def _group(tokens: Tokens, i: int) -> int:
    """Where the verb group that ends at a verb starts."""
    while i > 0 and (tokens[i - 1].low in listed("auxiliaries") or timely(tokens[i - 1])) and not tokens[i - 1].capital:
        i -= 1
    return i


def _speaker(tokens: Tokens, start: int) -> Phrase | None:
    """The subject before a verb group, or the one that it shares with the clause before "and"."""
    if start and tokens[start - 1].low in ("and", "but"):
        return main_subject(tokens, start)
    return phrase_before(tokens, start) if start else None


def _put(sentence: Sentence, i: int) -> Draft | None:
    """A figure: "put the number of dead at 23"."""
    tokens = sentence.tokens
    if i + 3 >= len(tokens) or tokens[i + 1].low not in listed("determiners"):
        return None
    for j in range(i + 2, min(len(tokens) - 1, i + _REACH)):
        if tokens[j].low == "at" and _numeric(tokens, j + 1):
            start = _group(tokens, i)
            return _draft(sentence, (start, i + 1), _speaker(tokens, start), i + 1)
        if verbal(tokens, j) or not tokens[j].word:
            return None
    return None


def _numeric(tokens: Tokens, i: int) -> bool:
    """Whether a number, or words like "more than", stand there."""
    token = tokens[i]
    figure = token.text[:1] in "€$£¥" or any(c.isdigit() for c in token.text)
    return figure or token.sort == "quote" or token.low in _NUMBERS


def _unmentioned(sentence: Sentence, i: int) -> Draft | None:
    """What is passed over: "made no mention of"."""
    tokens = sentence.tokens
    if i < 3 or tokens[i - 1].low != "no" or tokens[i - 2].low not in ("made", "makes", "make"):  # noqa: PLR2004
        return None
    start = _group(tokens, i - 2)
    return _draft(sentence, (start, i + 2), _speaker(tokens, start), i + 2, Act.DECLINE)


def _quoting(sentence: Sentence, i: int) -> Draft | None:
    """Whom somebody quotes: "she quoted him as saying", behind or before the words."""
    tokens = sentence.tokens
    near = range(i + 2, min(len(tokens), i + _QUOTED))
    saying = next((j for j in near if tokens[j].low in ("saying", "telling")), None)
    start = _group(tokens, i)
    if saying is None or tokens[saying - 1].low != "as" or not start or tokens[start - 1].low in _BE:
        return None
    outer, inner = phrase_before(tokens, start), _object(tokens, i + 1, saying - 1)
    if not outer or not inner or any(tokens[j].low in _BE for j in range(start, i)):
        return None
    first, told = quoted_from(tokens, saying)
    behind = first < len(tokens) - 1 or (first < len(tokens) and tokens[first].sort == "quote")
    content = (first, len(tokens)) if behind else (0, outer.start)
    span = place(tokens, *content)
    if not span:
        return None
    return Draft(
        sentence,
        span_of(tokens[start : saying + 1]),
        words(tokens, inner),
        aside(tokens, inner),
        (span,),
        mode_of(tokens, *content),
        Act.ASSERT,
        outer=words(tokens, outer),
        listener=words(tokens, told),
        circumstance=() if behind else tuple(tokens[outer.start :]),
    )


def quoted_from(tokens: Tokens, saying: int) -> tuple[int, Phrase | None]:
    """Where the words start that somebody is quoted "as saying", or "as telling" somebody, and who that is."""
    listener = listener_at(tokens, saying + 1, len(tokens)) if tokens[saying].low == "telling" else None
    first = listener.end if listener else saying + 1
    return first + (first < len(tokens) and tokens[first].low == "that"), listener


def _object(tokens: Tokens, i: int, stop: int) -> Phrase | None:
    """Whoever is quoted: a pronoun, or a name or description."""
    return Phrase(i, stop) if stop - i == 1 else phrase_after(tokens, i, stop)


def _attitude(sentence: Sentence, i: int) -> Draft | None:
    """What somebody is sure or afraid of: "was adamant that", "had no doubt that", "is of the view that"."""
    tokens = sentence.tokens
    held = _BE if tokens[i].low in listed("attitudes") else _HOLDS
    verb = next((j for j in range(i - 1, max(-1, i - _BEFORE - 1), -1) if tokens[j].low in held), None)
    if verb is None or any(tokens[j].sort != "word" for j in range(verb, i)):
        return None
    start = _group(tokens, verb)
    speaker = _speaker(tokens, start)
    if not speaker or tokens[speaker.start].low in ("it", "there", "this", "that", "what"):
        return None
    if speaker.start and tokens[speaker.start - 1].low in (*listed("subordinators"), "that"):
        return None
    return _draft(sentence, (start, i + 1), speaker, i + 2)
