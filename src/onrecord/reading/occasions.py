"""The occasion at which words were spoken: a court, a chamber, the press. Told by verbs, hearers and openings."""

from __future__ import annotations

import re

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.tokens import Token

Tokens = tuple[Token, ...]

COURT = "court hearing"
_WORD = re.compile(r"[\w-]+")
_TESTIFYING = frozenset("testify testifies testified testifying testimony".split())
_RULING = frozenset("ruled rules ruling upheld upholds acquitted convicted sentenced sentencing adjudged".split())
_FILED = frozenset("filed lodged submitted unsealed papers documents records filings".split())
_AUDIENCES = {"nation": "address to the nation", "press": "press conference"}
_PEOPLE = frozenset("reporters journalists newsmen mediapersons newspersons pressmen media press".split())


def occasion(draft: Draft, lemma: str) -> str:
    """The occasion that verb, hearer or opening of a statement gives, or empty."""
    return _opened(draft.circumstance) or _in_court(draft, lemma)


def in_court(words: str) -> bool:
    """Whether a channel is a court, and what is said there is heard by all who speak there."""
    return any(word in listed("courts") for word in _WORD.findall(words)) and "outside" not in words


def formal(words: str) -> str:
    """A channel in the report's words, with the field's name where it is a court by another name."""
    lows = words.lower().split()
    if lows[:1] == ["outside"] or not any(low in listed("courts") for low in lows):
        return words
    return words if {"court", "hearing"} & set(lows) else f"{words} ({COURT})"


def _opened(tokens: Tokens) -> str:
    """The occasion of words that open with "addressing the nation" or "briefing reporters"."""
    for i, token in enumerate(tokens[:-1]):
        if token.low not in ("addressing", "briefing", "addressed", "briefed"):
            continue
        heard = [word.low for word in tokens[i + 1 : i + 4]]
        if token.low.startswith("brief"):
            return "briefing" if _PEOPLE & set(heard) else ""
        if any(word in listed("plural_persons") for word in heard):
            return f"to {next(word for word in heard if word in listed('plural_persons'))}"
        named = next((name for word, name in _AUDIENCES.items() if word in heard), "")
        return named or ("to reporters" if _PEOPLE & set(heard) else "")
    return ""


def _in_court(draft: Draft, lemma: str) -> str:
    """The part of a trial in which something was said."""
    lows = {token.low for token in draft.circumstance}
    cue = {token.low for token in draft.sentence.tokens if draft.cue and draft.cue[0] <= token.start < draft.cue[1]}
    evidence = "evidence" in lows | cue and {"gave", "giving", "gives", "give"} & (lows | cue)
    if lemma == "testify" or lows & _TESTIFYING or evidence:
        return f"testimony, {COURT}"
    bench = any(token.low in listed("benches") for token in draft.speaker)
    if bench and (cue | lows) & _RULING:
        return "ruling, court"
    hearers = {token.low for token in draft.listener}
    hearing = " ".join(token.low if token is draft.listener[0] else token.text for token in draft.listener)
    if hearers & listed("benches") or hearers & listed("courts"):
        return COURT if "court" in hearers else f"to {hearing} ({COURT})"
    if {"pleaded", "pleads", "pleading"} & (lows | cue) and "guilty" in {token.low for token in draft.sentence.tokens}:
        return COURT
    if (
        {"case", "prosecution"} <= lows
        or ({"witness"} <= lows and lows & {"box", "stand"})
        or _asked(draft.circumstance)
    ):
        return COURT
    return "court filing" if "court" in lows and lows & _FILED else ""


def _asked(tokens: Tokens) -> bool:
    """Whether a judge or counsel has asked for what is said."""
    lows = [token.low for token in tokens]
    if any(low.startswith("cross-examin") for low in lows):
        return True
    asked = (i for i, low in enumerate(lows[:-1]) if low in ("asked", "questioned", "pressed") and lows[i + 1] == "by")
    return any({"judge", "counsel", "magistrate", "coroner", "prosecutor"} & set(lows[i + 2 : i + 6]) for i in asked)
