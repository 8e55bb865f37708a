"""A role with its holder's name in apposition behind it ("a weaver who left the mill, | Ann Lee,")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.lexicon import lexicon, listed
from onrecord.reading.tokens import Token

Tokens = Sequence[Token]
_FAR = 20  # words of a role at most
_LONGEST = 6  # words of a name
_FULL = 2  # words from which on a name is more than a surname or a place
_RELATIVES = frozenset("who whose whom which that".split())


class Named(NamedTuple):
    """Where a role starts, where it ends without what describes it further, and its holder's name behind a comma."""

    start: int
    end: int
    name: tuple[int, int] | None


def named_behind(tokens: Tokens, start: int, end: int) -> Named | None:
    """The role that starts at a position, with its holder's name."""
    if start >= end or not _opens(tokens, start):
        return None
    comma = next((i for i in range(start, min(end, start + _FAR)) if not tokens[i].word), end)
    stop = _name_end(tokens, comma, end)
    if stop is None or not _parts(tokens, stop, end) or not _role(tokens, start, comma):
        return None
    name = None if _subject(tokens, stop, end) else (comma + 1, stop)
    return Named(start, _bare(tokens, start, comma), name)


def named_before(tokens: Tokens, closing: int) -> Named | None:
    """The role with its holder's name that ends at a comma."""
    comma = next((i for i in range(closing - 1, max(0, closing - _LONGEST - 2), -1) if not tokens[i].word), 0)
    if _name_end(tokens, comma, closing) != closing:
        return None
    start = next((i + 1 for i in range(comma - 1, max(-1, comma - _FAR), -1) if not tokens[i].word), 0)
    start += start < comma and tokens[start].low in ("and", "but", "while")
    if not _opens(tokens, start) or not _role(tokens, start, comma):
        return None
    beside = start > 1 and tokens[start - 1].low == "," and tokens[start - 2].capital
    titled = tokens[comma + 1].low in listed("titles")
    return None if beside and not titled else Named(start, _bare(tokens, start, comma), (comma + 1, closing))


def behind(tokens: Tokens, end: int, aside: tuple[int, int] | None) -> int:
    """The position behind somebody, who ends at one, what stands in apposition to them, and the comma after it."""
    stop = aside[1] if aside and _apposed(tokens, *aside) else end
    return next((i + 1 for i in range(stop, min(len(tokens), stop + 24)) if tokens[i].low == ","), stop)


def _apposed(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether what stands between two commas tells who somebody is, and opens no clause that goes on behind it."""
    if stop + 1 >= len(tokens) or tokens[stop].low != ",":
        return False
    if named_behind(tokens, start, len(tokens)) or _subject(tokens, stop, len(tokens)):
        return False  # "according to the Post, the mayor, Ann Lee, | said"
    goes_on = listed("finite") | listed("relatives") | listed("adverbs") | listed("connectives")
    after = tokens[stop + 1]
    verbs = any(token.low in listed("finite") | listed("pronouns") for token in tokens[start:stop])
    verbs = verbs or any(_governs(tokens, i) for i in range(start + 1, stop))
    return not (verbs or after.low in goes_on or after.low.endswith(("ed", "ing")))


def _governs(tokens: Tokens, i: int) -> bool:
    """Whether a reporting verb in its past stands there with an object ("the sheet | showed | six votes")."""
    known = tokens[i].low in lexicon().verbs and tokens[i].low.endswith("ed") and not tokens[i].capital
    return known and tokens[i + 1].word and tokens[i + 1].low not in listed("prepositions")


def _opens(tokens: Tokens, start: int) -> bool:
    """Whether a role may start there: an article or "one of", and no name."""
    low = tokens[start].low
    following = tokens[start + 1].low if start + 1 < len(tokens) else ""
    return low in ("the", "a", "an", "its", "his", "her", "their") or (low == "one" and following == "of")


def _name_end(tokens: Tokens, comma: int, end: int) -> int | None:
    """Where the name ends that stands behind a comma; None where no full name, title or handle does."""
    if not 0 < comma < end - 1 or tokens[comma].low != ",":
        return None
    i = comma + 1
    if tokens[i].text.startswith("@"):
        return i + 1
    if not tokens[i].capital or tokens[i].low in listed("calendar") | listed("function"):
        return None
    while i < min(end, comma + 1 + _LONGEST) and (tokens[i].capital or tokens[i].low in listed("particles")):
        i += 1
    return i if i - comma - 1 >= _FULL and tokens[i - 1].capital else None


def _parts(tokens: Tokens, stop: int, end: int) -> bool:
    """Whether the name stands by itself: nothing goes on with it."""
    return stop >= end or tokens[stop].sort != "word" or tokens[stop].low in ("as", "who", "on", "in", "during", "at")


def _role(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether the words up to the comma are a noun with what describes it, and no clause."""
    relative = next((i for i in range(start + 2, comma) if tokens[i].low in _RELATIVES), comma)
    bare = all(tokens[i].low not in listed("finite") | listed("pronouns") for i in range(start, relative))
    return comma - start > 1 and bare and not tokens[comma - 1].low.endswith("'s")


def _bare(tokens: Tokens, start: int, comma: int) -> int:
    """Where a role ends without a relative clause or a participle."""
    for i in range(start + 2, comma):
        token = tokens[i]
        participle = token.low.endswith(("ing", "ed")) and not token.capital and _noun(tokens[i - 1])
        if token.low in _RELATIVES or participle:
            return i
    return comma


def _noun(token: Token) -> bool:
    """Whether a word in lower case means somebody."""
    return not token.capital and (token.low in listed("persons") or token.low.endswith(("er", "or", "ist")))


def _subject(tokens: Tokens, stop: int, end: int) -> bool:
    """Whether the name is the subject of what follows ("according to a porter in Ulm, Ann Lee, the mayor, | left")."""
    if stop + 1 >= end or tokens[stop].low != "," or tokens[stop + 1].low not in listed("determiners"):
        return False
    comma = next((i for i in range(stop + 1, end) if not tokens[i].word), end)
    if comma + 1 >= end or tokens[comma].low != ",":
        return False
    inside, after = tokens[stop + 1 : comma], tokens[comma + 1]
    verbs = listed("finite") | lexicon().verbs.keys()
    return after.low in verbs and not any(token.low in listed("finite") for token in inside)
