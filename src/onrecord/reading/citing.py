"""On whose word one reports: "the agency, citing two officials, said"; "according to the agency, officials said"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.appositions import behind
from onrecord.reading.drafts import Draft, Place, aside, place, words
from onrecord.reading.lexicon import listed
from onrecord.reading.page import Sentence
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, somebody
from onrecord.reading.tokens import Token

_CITING = frozenset("citing quoting".split())
_QUOTED = frozenset("quoted cited".split())
_WHO_CITE = frozenset("cited cites quoted quotes".split())
_RELAYING = frozenset("reported reports said says claimed claims wrote writes announced added".split())
_SPEAKERS = ("persons", "plural_persons", "organisations", "kin")


def cited(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, with whoever is cited as their speaker and whoever cites as the outer link."""
    drafts = _led(sentence, drafts)
    if not any(token.low in _CITING | _QUOTED | _WHO_CITE for token in sentence.tokens):
        return drafts
    ways = (_beside, _before, _behind, _as_quoted, _relayed)
    return [next((new for way in ways if (new := way(sentence, draft))), draft) for draft in drafts]


def _led(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, the first one on the word of whoever opens it ("According to the paper, he said")."""
    tokens = sentence.tokens
    if [token.low for token in tokens[:2]] != ["according", "to"] or not drafts:
        return drafts
    outer = phrase_after(tokens, 2, len(tokens))
    comma = behind(tokens, outer.end, outer.aside) - 1 if outer else 0
    first = min(drafts, key=lambda draft: draft.content[0])
    if not outer or tokens[comma].low != "," or first.outer or not first.cue or not first.speaker:
        return drafts
    led = min(first.cue[0], first.speaker[0].start, first.content[0][0]) > tokens[comma].start
    first_led = replace(first, outer=words(tokens, outer)) if led else first
    return [first_led if draft is first else draft for draft in drafts]


def _as_quoted(sentence: Sentence, draft: Draft) -> Draft | None:
    """A draft behind whose cue stands who quotes it ("he said, as quoted by the agency")."""
    if draft.outer or not draft.cue:
        return None
    tokens = [token for token in sentence.tokens if token.start >= draft.cue[1]]
    at = 1 if tokens and tokens[0].low == "," else 0
    if [token.low for token in tokens[at : at + 3]] not in (["as", "quoted", "by"], ["as", "cited", "by"]):
        return None
    outer = phrase_after(tokens, at + 3, len(tokens))
    return replace(draft, outer=words(tokens, outer)) if outer else None


def _beside(sentence: Sentence, draft: Draft) -> Draft | None:
    """A draft whose speaker has an aside that cites somebody, or says who quotes the speaker."""
    if not draft.aside or draft.outer:
        return None
    first = sentence.tokens.index(draft.aside[0])
    last = first + len(draft.aside)
    if draft.aside[0].low in _CITING:
        inner = phrase_after(sentence.tokens, first + 1, last)
        if inner and _speaks(sentence.tokens, inner):
            return _citing(sentence.tokens, draft, inner)
    if draft.aside[0].low in _QUOTED and len(draft.aside) > 1 and draft.aside[1].low == "by":
        outer = phrase_after(sentence.tokens, first + 2, last)
        return replace(draft, outer=words(sentence.tokens, outer), aside=())
    return None


def _before(sentence: Sentence, draft: Draft) -> Draft | None:
    """A draft before which it is told whom its speaker cites, or who quotes it ("Quoting officials, the Post says")."""
    tokens = sentence.tokens
    if draft.outer or not draft.speaker or not draft.cue:
        return None
    comma = next((i for i, token in enumerate(tokens) if token.low == ","), 0)
    i = next((i for i in range(comma) if tokens[i].low in _CITING | _QUOTED), None)
    if i is None or tokens[comma].start > draft.speaker[0].start:
        return None
    if tokens[i].low in _QUOTED:
        outer = phrase_after(tokens, i + 2, comma) if tokens[i + 1].low == "by" and i <= 1 else None
        return replace(draft, outer=words(tokens, outer)) if outer else None
    inner = phrase_after(tokens, i + 1, len(tokens))
    if not inner or comma not in (inner.end, (inner.aside or (0,))[0] - 1) or not _relays(tokens, draft.cue):
        return None
    stop = behind(tokens, inner.end, inner.aside)
    speaks = _speaks(tokens, inner) or tokens[i].low == "quoting"
    return _citing(tokens, draft, inner) if speaks and tokens[stop - 1].start < draft.speaker[0].start else None


def _citing(tokens: Tokens, draft: Draft, inner: Phrase) -> Draft:
    """A draft on whose word somebody else speaks."""
    return replace(draft, outer=draft.speaker, speaker=words(tokens, inner), aside=aside(tokens, inner))


def _behind(sentence: Sentence, draft: Draft) -> Draft | None:
    """A draft at whose end somebody is cited ("..., the channel reported, citing a source")."""
    if draft.outer or not draft.cue or not draft.speaker or not _relays(sentence.tokens, draft.cue):
        return None
    tokens = sentence.tokens
    start = next((i for i, token in enumerate(tokens) if token.start >= draft.cue[1]), len(tokens))
    i = next((i for i in range(max(1, start), len(tokens)) if tokens[i].low in _CITING), None)
    if i is None or tokens[i - 1].low != "," or any(token.low == ";" for token in tokens[start:i]):
        return None
    inner = phrase_after(tokens, i + 1, len(tokens))
    if not inner or not _speaks(tokens, inner):
        return None
    content = _trimmed(tokens, draft, i)
    if not content:
        return None
    return replace(_citing(tokens, draft, inner), content=content)


def _relayed(sentence: Sentence, draft: Draft) -> Draft | None:
    """A draft whose speaker is "quoted by" somebody, or is one "which cited" somebody."""
    if draft.outer or not draft.speaker:
        return None
    tokens = sentence.tokens
    i = next((n + 1 for n, token in enumerate(tokens) if token is draft.speaker[-1]), len(tokens))
    after = [token.low for token in tokens[i : i + 3]]
    if len(after) < 3:  # noqa: PLR2004
        return None
    if after[0] in _QUOTED and after[1] == "by":
        outer = phrase_after(tokens, i + 2, len(tokens))
        return replace(draft, outer=words(tokens, outer), circumstance=()) if outer else None
    if after[0] != "," or after[1] not in ("which", "who") or after[2] not in _WHO_CITE:
        return None
    inner = phrase_after(tokens, i + 3, len(tokens))
    if not inner or not _speaks(tokens, inner):
        return None
    content = tuple(part for part in draft.content if part[1] <= tokens[i].start) or _without(tokens, draft, inner.end)
    return replace(_citing(tokens, draft, inner), content=content) if content else None


def _without(tokens: Tokens, draft: Draft, i: int) -> tuple[Place, ...]:
    """The content without the aside that cites, which ends with the comma at a position."""
    last = draft.content[-1][1]
    stop = next((n for n in range(i, len(tokens)) if tokens[n].start >= last), len(tokens))
    rest = place(tokens, i + 1, stop) if i < len(tokens) and tokens[i].low == "," else None
    return (rest,) if rest else ()


def _relays(tokens: tuple[Token, ...], cue: Place) -> bool:
    """Whether a cue only passes on what others say."""
    return any(token.low in _RELAYING for token in tokens if cue[0] <= token.start < cue[1])


def _speaks(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names or describes somebody who can be cited."""
    beside = aside(tokens, phrase)
    named = beside if all(token.capital or token.low in listed("particles") for token in beside) else ()
    return somebody([*tokens[phrase.start : phrase.end], *named], _SPEAKERS)


def _trimmed(tokens: tuple[Token, ...], draft: Draft, i: int) -> tuple[Place, ...]:
    """The content without the words that cite, which stand from a position on."""
    first, last = draft.content[-1]
    if last <= tokens[i].start or first >= tokens[i].start:
        return draft.content
    start = next((n for n, token in enumerate(tokens) if token.first >= first), i)
    shorter = place(tokens, start, i)
    return (*draft.content[:-1], shorter) if shorter else ()
