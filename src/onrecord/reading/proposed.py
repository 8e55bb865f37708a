"""Attributions that the trained tagger found, as drafts beside those of the rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.reading.clauses import cues
from onrecord.reading.complements import complement
from onrecord.reading.drafts import Draft, Place, words
from onrecord.reading.lexicon import lexicon
from onrecord.reading.page import Page, Sentence
from onrecord.reading.phrases import phrase_before
from onrecord.reading.tagger.tagging import Found
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode

Tokens = tuple[Token, ...]

_HEADINGS = (Block.HEADLINE, Block.SUBHEAD)
_READ = (*_HEADINGS, Block.PARAGRAPH, Block.BULLET)
_MARKS = "\"'“”‘’«»„‟‹›` \u00a0\n\r\t"
_OPENING = re.compile(rf"(?:[{_MARKS},:;—–-]|that\b)+", re.IGNORECASE)
_CLOSING = f"{_MARKS},:;—–-."
_WORD = re.compile(r"\w")
_QUOTED = 0.9  # share of a content within quotation marks from which on it is direct
_RELATIVE = (["who"], ["which"], ["that"])
_LEAST = 2  # words of a content
_NEAR = 8  # sentences over which a quotation may run


def proposed(page: Page, found: Sequence[Found], ruled: Sequence[Draft]) -> list[Draft]:
    """The attributions as drafts, in order; what a cue does is left to the drafts by rule that have it too."""
    known = sorted(draft.cue for draft in ruled if draft.cue)
    drafts = [_draft(page, one, known) for one in found if page.sentences[one.sentence].block in _READ]
    return [draft for draft in drafts if draft]


def _draft(page: Page, one: Found, known: Sequence[Place]) -> Draft | None:
    """One attribution as a draft; None where its words make none."""
    sentence = page.sentences[one.sentence]
    contents = tuple(part for place in one.contents if (part := _bare(page.text, place)))
    if not contents or sum(len(page.text[a:b].split()) for a, b in contents) < _LEAST:
        return None
    if any(token.sort == "quote" and token.start <= one.cue[0] < token.end for token in sentence.tokens):
        return None  # whoever is quoted tells of others
    speaker, aside = _speaker(sentence, one.source) if one.source else ((), ())
    act, listener = (Act.ASSERT, ()) if _meets(known, one.cue) else _act(sentence, one.cue)
    rest = _without(sentence, [*contents, one.cue, *([one.source] if one.source else [])])
    mode = _mode(page, one.sentence, contents)
    return Draft(sentence, one.cue, speaker, aside, contents, mode, act, listener=listener, circumstance=rest)


def _meets(places: Sequence[Place], place: Place) -> bool:
    """Whether a place shares characters with one of others, which are in order and apart."""
    n = bisect_left(places, (place[1], 0))
    return n > 0 and places[n - 1][1] > place[0]


def _bare(text: str, place: Place) -> Place | None:
    """A content without the marks around it and "that" before it."""
    start, end = place
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    stripped = text[start:end].rstrip(_CLOSING)
    return (start, start + len(stripped)) if _WORD.search(stripped) else None


def _speaker(sentence: Sentence, source: Place) -> tuple[Tokens, Tokens]:
    """The words for a speaker, and those behind a comma beside them."""
    tokens = [token for token in _within(sentence, [source]) if token.sort != "quote"]
    while tokens and not tokens[-1].word and tokens[-1].low != ")":
        tokens.pop()
    while tokens and (not tokens[0].word or tokens[0].low == "by"):
        tokens.pop(0)
    if [token.low for token in tokens] in _RELATIVE:
        number = sentence.tokens.index(tokens[0])
        phrase = phrase_before(sentence.tokens, number - (sentence.tokens[max(0, number - 1)].low == ","))
        return words(sentence.tokens, phrase), ()
    comma = next((n for n, token in enumerate(tokens) if token.low in (",", "—", "–")), len(tokens))
    return tuple(tokens[:comma]), tuple(tokens[comma + 1 :])


def _within(sentence: Sentence, places: Sequence[Place]) -> Tokens:
    """The tokens of a sentence that start in one of some places."""
    return tuple(token for token in sentence.tokens if any(a <= token.start < b for a, b in places))


def _without(sentence: Sentence, places: Sequence[Place]) -> Tokens:
    """The tokens of a sentence that lie outside of all of some places."""
    return tuple(token for token in sentence.tokens if not any(a < token.end and token.start < b for a, b in places))


def _act(sentence: Sentence, place: Place) -> tuple[Act, Tokens]:
    """What the speaker does, by the verb of the cue and what it takes, and the words for whoever is told."""
    tokens = sentence.tokens
    for cue in cues(tokens, headline=sentence.block in _HEADINGS):
        if place[0] <= tokens[cue.verb].start < place[1]:
            taken = complement(tokens, cue, len(tokens))
            act = taken.act if taken else cue.act or next(iter(cue.word.acts.values()), Act.ASSERT)
            return act, words(tokens, taken.listener) if taken else ()
    verbs = (lexicon().verbs[token.low][0] for token in _within(sentence, [place]) if token.low in lexicon().verbs)
    return next((act for verb in verbs for act in verb.acts.values()), Act.ASSERT), ()


def _mode(page: Page, number: int, contents: Sequence[Place]) -> Mode:
    """The form in which a content stands whose cue is in a sentence."""
    if page.sentences[number].block in _HEADINGS:
        return Mode.HEADLINE
    near = page.sentences[max(0, number - _NEAR) : number + _NEAR + 1]
    quotes = [(token.first, token.last) for sentence in near for token in sentence.tokens if token.sort == "quote"]
    inside = sum(max(0, min(b, d) - max(a, c)) for a, b in contents for c, d in quotes)
    if inside >= _QUOTED * sum(b - a for a, b in contents):
        return Mode.DIRECT
    return Mode.MIXED if inside else Mode.INDIRECT
