"""What somebody tells of others in passing: statements within what is said by another, who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading.clauses import Cue, Link
from onrecord.reading.drafts import Draft, by_name
from onrecord.reading.lexicon import listed
from onrecord.reading.phrases import Phrase, Tokens, somebody

_SPEAKERS = ("pronouns", "persons", "plural_persons", "organisations", "kin")
_SHOWING = frozenset("show point indicate suggest prove reveal imply mean demonstrate".split())
_BEARING = frozenset("of about against for to".split())  # what is said stands behind them
_TURNS = frozenset("but while whereas although though ;".split())


def in_passing(tokens: Tokens, cue: Cue, start: int, stop: int) -> bool:
    """Whether a statement may be part of what another says: a past before the past, an aside, a thing."""
    if any(token.sort == "quote" for token in tokens[start:stop]):
        return False
    manner = tokens[start].low in listed("prepositions") - _BEARING  # "warned the town | in six letters"
    earlier = manner and any(token.low == "had" for token in tokens[cue.start : cue.verb])
    participle = cue.start == cue.verb and cue.link is Link.OWN and tokens[cue.verb].low.endswith("ing")
    aside = participle or cue.link is Link.RELATIVE
    return earlier or aside or lifeless(tokens, cue)


def lifeless(tokens: Tokens, cue: Cue) -> bool:
    """Whether a verb tells what a thing shows, which can say nothing and carries no words."""
    subject = cue.subject
    showing = cue.word.lemma in _SHOWING and subject is not None
    return showing and subject is not None and not _speaks(tokens[subject.start : subject.end])


def _speaks(some: Tokens) -> bool:
    """Whether the head of a phrase means somebody; a number that opens a sentence does not."""
    cut = next((i for i, token in enumerate(some) if i and token.low in listed("prepositions")), len(some))
    return somebody((token for token in some[:cut] if token.low not in listed("determiners")), _SPEAKERS)


def backshifted(draft: Draft) -> bool:
    """Whether a cue stands in the past before the past, as it does in what another tells."""
    start, end = draft.cue or (0, 0)
    return any(token.low == "had" for token in draft.sentence.tokens if start <= token.start < end)


def told_of(drafts: Sequence[Draft], tokens: Tokens, until: int) -> tuple[Sequence[Draft], Sequence[Draft]]:
    """The drafts before a position, and the last ones of them apart, of which whoever speaks there tells in passing."""
    n = len(drafts)
    while n and drafts[n - 1].passing and not drafts[n - 1].outer and not _turned(drafts[n - 1], tokens, until):
        n -= 1
    return drafts[:n], drafts[n:]


def _turned(draft: Draft, tokens: Tokens, until: int) -> bool:
    """Whether a clause that turns against a draft stands between it and a position."""
    return any(token.low in _TURNS for token in tokens[:until] if token.start >= draft.content[-1][1])


def behind_all(tokens: Tokens, drafts: Sequence[Draft]) -> int:
    """The position behind all that some drafts have taken."""
    last = max((draft.content[-1][1] for draft in drafts), default=0)
    return next((i for i, token in enumerate(tokens) if token.start >= last), len(tokens))


def on_the_word_of(tokens: Tokens, speaker: Phrase | None, passed: Iterable[Draft]) -> list[Draft]:
    """The drafts told in passing, on the word of whoever tells of them; what things show is no statement of theirs."""
    outer = by_name(tokens, speaker)
    return [replace(draft, outer=outer) for draft in passed if _speaks(draft.speaker)]
