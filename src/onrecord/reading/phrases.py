"""Noun phrases around a verb of speech: who speaks, and to whom. Positions are indices into a sentence's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.reading.appositions import named_before, named_behind
from onrecord.reading.lexicon import Form, lexicon, listed
from onrecord.reading.tokens import Token

Tokens = Sequence[Token]
_SHORTEST = 2  # words of a noun phrase with its article
_LONGEST = 16
_JOINED = frozenset("of for in at from near to with on".split())
_FAR = 24  # words of a relative clause at most
_NOT_ADVERBS = frozenset("daily weekly family rally assembly ally supply reply fly bully elderly".split())
_ACCUSED = frozenset(
    "accused charged suspected convicted jailed arrested wanted employed hired trapped stranded".split()
)
_BACK = 14  # words back in which such a participle may stand
_MADE = frozenset("found posted published issued shared released read quoted cited written".split())
_PARTICIPLES = frozenset(
    "seen held shot taken known given written sent made led hit told shown drawn hurt found read written".split()
)


class Phrase(NamedTuple):
    """A noun phrase and the aside that stands beside it ("Ann Lee, the mayor,"), as token positions."""

    start: int
    end: int
    aside: tuple[int, int] | None = None


def closes(token: Token) -> bool:
    """Whether a noun phrase cannot go on to the left past this token."""
    if token.sort == "quote" or (token.sort == "mark" and token.low not in ("&", "%", "$", "£", "€", "/")):
        return True
    low = token.low
    if token.capital and low not in listed("function"):
        return False
    return low in listed("relatives") or low in listed("subordinators") or low in listed("connectives")


def verbal(tokens: Tokens, i: int) -> bool:
    """Whether a token is (very likely) a verb form, so that no noun phrase reaches over it."""
    token = tokens[i]
    low = token.low
    if low in listed("auxiliaries") or low in listed("finite") or low in listed("pronouns"):
        return True
    if token.capital or not token.word or "-" in low:
        return False
    known = lexicon().verbs.get(low)
    if known and low not in listed("nounlike"):
        return Form.BASE not in known[1] or low in ("say", "think", "believe")
    return low.endswith("ed") and i > 0 and not _modifies(tokens[i - 1])


def _modifies(before: Token) -> bool:
    """Whether a word in -ed after this one is an adjective ("a masked man")."""
    return (
        before.low in listed("determiners")
        or closes(before)
        or before.low.endswith("ly")
        or before.low in listed("prepositions")
    )


def timely(token: Token) -> bool:
    """Whether a word tells time ("Friday", "earlier")."""
    return (
        token.low in listed("calendar")
        or token.low in listed("adverbs")
        or (token.low.endswith("ly") and not token.capital and token.low not in _NOT_ADVERBS)
    )


def somebody(tokens: Iterable[Token], lists: Iterable[str]) -> bool:
    """Whether some words name somebody, by a handle too, or hold a noun of one of some lists."""
    known = [listed(name) for name in lists]
    return any(
        (token.capital and token.low not in listed("function"))
        or token.text.startswith("@")
        or any(token.low in words for words in known)
        for token in tokens
    )


def phrase_before(tokens: Tokens, end: int) -> Phrase | None:
    """The noun phrase that ends just before a position, with an aside in commas or a relative clause skipped."""
    if end <= 0:
        return None
    last = tokens[end - 1]
    if last.low == "," and (held := named_before(tokens, end - 1)):
        return Phrase(*held)
    if last.low in (",", "—", "–"):
        return _beyond_aside(tokens, end - 1)
    if last.low in ("who", "which"):
        stop = end - 2 if end > 1 and tokens[end - 2].low == "," else end - 1
        return phrase_before(tokens, stop) if stop and tokens[stop - 1].word else None
    found = _walk(tokens, end)
    return _beyond_modifier(tokens, found) if found else None


def _beyond_modifier(tokens: Tokens, found: Phrase) -> Phrase:
    """The phrase that a relative clause or a participle describes, where only its end was found ("a man | who ...")."""
    i = found.start - 1
    if i > 0 and tokens[i].low in listed("prepositions") and _participle(tokens, i - 1):
        return _walk(tokens, i - 1) or found
    if i > 0 and tokens[i].low in listed("prepositions") and (far := _accused(tokens, i)):
        return _walk(tokens, far) or found
    who = _relative(tokens, found)
    return (_walk(tokens, who) or found) if who else found


def _accused(tokens: Tokens, i: int) -> int | None:
    """Where a participle stands that goes on to a preposition ("a banker | accused of robbing a choir in | Ulm")."""
    for j in range(i - 1, max(0, i - _BACK), -1):
        if tokens[j].sort == "mark" or tokens[j].low in listed("finite") or tokens[j].low in ("that", "who", "which"):
            return None
        if tokens[j].low in _ACCUSED and tokens[j - 1].word and tokens[j - 1].low not in listed("auxiliaries"):
            return j
    return None


def _participle(tokens: Tokens, i: int) -> bool:
    """Whether a participle stands there that describes the noun before it ("a lawyer | hired | by the family")."""
    low = tokens[i].low
    if (
        i == 0
        or tokens[i].capital
        or not (low.endswith("ed") or low in _PARTICIPLES)
        or (low in lexicon().verbs and low not in _MADE)
    ):
        return False
    before = tokens[i - 1]
    return before.word and not (
        before.low in listed("auxiliaries") or before.low in listed("function") or timely(before) or closes(before)
    )


def _relative(tokens: Tokens, found: Phrase) -> int | None:
    """Where the relative pronoun stands that opens the clause which ends with a phrase, if no comma parts it off."""
    i = found.start - 1
    opens = tokens[found.start]
    if i > 0 and tokens[i].low in ("who", "which") and (opens.capital or opens.low in listed("determiners")):
        return None
    for j in range(i, max(0, i - _FAR), -1):
        if tokens[j].low in ("who", "which"):
            return j if tokens[j - 1].word and tokens[j - 1].low not in listed("prepositions") else None
        if tokens[j].sort != "word" or tokens[j].low in ("that", "and", "but"):
            return None
    return None


def _walk(tokens: Tokens, end: int) -> Phrase | None:
    """The noun phrase that ends just before a position, without asides."""
    end = _untimed(tokens, end)
    if (
        end > _SHORTEST
        and tokens[end - 1].low.endswith("ed")
        and not tokens[end - 1].capital
        and tokens[end - 1].low not in lexicon().verbs
        and tokens[end - 2].word
    ):
        end -= 1  # "the photograph released | suggests"
    start, cut, clean = _leftmost(tokens, end)
    if cut is not None and (not clean or start == cut or tokens[start].low in listed("prepositions")):
        start = cut
    if clean and start > 1 and tokens[start - 1].low == "and":
        start = _conjoined(tokens, start)
    return Phrase(start, end) if start < end and any(token.word for token in tokens[start:end]) else None


def _untimed(tokens: Tokens, end: int) -> int:
    """The position without the words of time before it ("the ministry on Friday | said")."""
    stop = end
    while stop > 0 and timely(tokens[stop - 1]) and tokens[stop - 1].low not in ("both", "all"):
        stop -= 1
    if stop < end and stop > 1 and tokens[stop - 1].low in ("on", "late", "early", "at", "this", "last"):
        stop -= 1
    return stop if stop > 0 else end


def _leftmost(tokens: Tokens, end: int) -> tuple[int, int | None, bool]:
    """How far left a noun phrase may reach, where its last prepositional part starts, whether a clause starts there."""
    start, cut = end, None
    while start > 0 and end - start < _LONGEST:
        token = tokens[start - 1]
        if token.low == ")" and (bracket := _bracket(tokens, start - 1)) is not None and start < end + 1:
            start = bracket
            continue
        if closes(token):
            return start, cut, True
        if not _daily(tokens, start - 1) and (
            verbal(tokens, start - 1) or (timely(token) and not token.capital) or token.low in listed("calendar")
        ):
            if token.low in listed("pronouns") and start == end:
                return start - 1, cut, True
            return start, cut, timely(token)
        if token.low in listed("prepositions"):
            cut = start if cut is None else cut
        start -= 1
        if token.low in listed("determiners") and not (
            start and (tokens[start - 1].low in _JOINED or tokens[start - 1].low in ("all", "both"))
        ):
            return start, cut, True
    return start, cut, True


def _daily(tokens: Tokens, i: int) -> bool:
    """Whether a word of time only describes the noun behind it ("the | night | porter")."""
    between = (
        0 < i < len(tokens) - 1 and tokens[i - 1].low in listed("determiners") and tokens[i].low in listed("calendar")
    )
    return between and tokens[i + 1].low in listed("persons") | listed("organisations") | listed("plural_persons")


def _bracket(tokens: Tokens, closing: int) -> int | None:
    """Where the bracket opens that closes there, if it is a short one after a name."""
    for i in range(closing - 1, max(-1, closing - 7), -1):
        if tokens[i].low == "(":
            return i
    return None


def _conjoined(tokens: Tokens, start: int) -> int:
    """Where the phrase starts whose second half starts there ("army and police officials")."""
    if tokens[start].low in listed("determiners") or tokens[start].low in listed("pronouns"):
        return start
    first, cut, clean = _leftmost(tokens, start - 1)
    opens = first == 0 or tokens[first - 1].low in (",", "that", "but") or tokens[first].low in listed("determiners")
    return first if clean and cut is None and opens and first < start - 1 else start


def _beyond_aside(tokens: Tokens, comma: int) -> Phrase | None:
    """The phrase before an aside that ends at a comma ("Lee, who runs it, said"); the aside with it."""
    mark = tokens[comma].low
    head, inner = comma, comma
    for i in range(comma - 1, max(-1, comma - 40), -1):
        if tokens[i].sort == "quote":
            break
        if tokens[i].low == mark:
            inner = i
            if _opens_aside(tokens, i + 1, comma):
                head = i
                if not _placed(tokens, i + 1, comma):
                    break
    if head == comma:
        return None
    found = _walk(tokens, head)
    if found and found.start > 1 and tokens[found.start - 1].low == "," and _only_aside(tokens, found):
        found = _beyond_aside(tokens, head) or found
    if found and _opens_sentence(tokens, found) and tokens[head].low == ",":
        return _behind_opener(tokens, head, comma)
    return Phrase(found.start, found.end, (min(head, inner) + 1, comma)) if found else None


def _opens_sentence(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether what stands before the first comma is a preamble, no subject ("Reached by phone, | the mayor, ...")."""
    first = tokens[0]
    behind = tokens[1] if len(tokens) > 1 else first
    bound = behind.low in listed("prepositions") or behind.low in listed("determiners")
    participle = (first.low.endswith(("ing", "ed")) and bound) or first.low in listed("openers")
    leads = first.low in listed("prepositions") or participle
    return leads and all(token.low != "," for token in tokens[: phrase.start])


def _behind_opener(tokens: Tokens, head: int, comma: int) -> Phrase | None:
    """The subject behind a preamble and its comma, with the rest up to another comma as its aside."""
    stop = next(i for i in range(head + 1, comma + 1) if tokens[i].low == ",")
    return Phrase(head + 1, stop, (stop + 1, comma) if stop < comma else None)


def _only_aside(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether what looks like a subject between commas is an aside itself: an age, or an apposition to a name."""
    first = tokens[phrase.start]
    named = tokens[phrase.start - 2].capital
    if first.low.endswith("ed") and not first.capital and tokens[phrase.start + 1].low in listed("prepositions"):
        return True
    return first.low.isdigit() or (named and (first.low in listed("determiners") or first.low in listed("persons")))


def _opens_aside(tokens: Tokens, i: int, end: int) -> bool:
    """Whether an aside may start there: a relative clause, a participle, an apposition."""
    token = tokens[i]
    low = token.low
    if low in ("who", "whose", "which", "citing", "and", "himself", "herself"):
        return low != "and"
    if (
        low.endswith("ing")
        or low.isdigit()
        or low in listed("determiners")
        or low in listed("prepositions")
        or low in ("then", "also", "now")
    ):
        return True
    if low.endswith("ed") and not token.capital:
        return True
    return (
        low in listed("persons")
        or low in ("former", "head", "acting")
        or ((token.capital or tokens[i - 2].capital) and not any(verbal(tokens, j) for j in range(i, end)))
    )


def _placed(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the last aside is only the tail of a longer one ("speaking in Ardle, Varn,")."""
    return end - i <= 3 and all(token.capital for token in tokens[i:end]) and i >= 2 and tokens[i - 2].capital  # noqa: PLR2004


def phrase_after(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The noun phrase that starts at a position ("said | Ann Lee, the mayor"), with the aside behind it."""
    if held := named_behind(tokens, start, end):
        return Phrase(*held)
    stop = start
    while stop < end and stop - start < _LONGEST:
        token = tokens[stop]
        if closes(token) and token.low not in ("(", ")"):
            if token.low != "and" or not _joins(tokens, stop, end):
                break
        elif (
            (stop > start + 1 and _anew(tokens, stop))
            or (
                stop > start
                and (verbal(tokens, stop) or (token.low in listed("calendar") and not _daily(tokens, stop)))
            )
            or (
                stop > start
                and token.low in listed("prepositions")
                and token.low not in ("of", "for", "in", "at", "from")
                and not (token.low == "with" and _people(tokens[stop - 1]))
            )
        ):
            break
        stop += 1
    stop = _trimmed(tokens, start, stop)
    if stop == start:
        return None
    return Phrase(start, stop, _aside_after(tokens, stop, end))


def _anew(tokens: Tokens, i: int) -> bool:
    """Whether an article opens a new phrase there ("in a letter | the firm said")."""
    before = tokens[i - 1].low
    joined = before in listed("prepositions") or before in listed("determiners") or before in ("'s", "and", "or")
    return tokens[i].low in ("the", "a", "an", "it", "they") and not joined


def _people(token: Token) -> bool:
    """Whether a word means one or several people."""
    return token.low in listed("persons") or token.low in listed("plural_persons")


def _forms(low: str) -> frozenset[Form]:
    """The forms that a word may be of a reporting verb."""
    known = lexicon().verbs.get(low)
    return known[1] if known else frozenset()


def _joins(tokens: Tokens, i: int, end: int) -> bool:
    """Whether "and" goes on with a list of names."""
    return i + 1 < end and tokens[i + 1].capital and tokens[i - 1].capital


def _trimmed(tokens: Tokens, start: int, stop: int) -> int:
    """The end of a phrase without a dangling preposition or word of time."""
    while stop > start and (
        tokens[stop - 1].low in listed("prepositions") or timely(tokens[stop - 1]) or not tokens[stop - 1].word
    ):
        if tokens[stop - 1].low == ")":
            break
        stop -= 1
    return stop


def _aside_after(tokens: Tokens, stop: int, end: int) -> tuple[int, int] | None:
    """The apposition that follows a phrase after a comma, up to the next comma or the end."""
    if stop + 1 >= end or tokens[stop].low != "," or Form.GERUND in _forms(tokens[stop + 1].low):
        return None
    last = stop + 1
    while last < end and tokens[last].low not in (",", ";", ".", "—") and tokens[last].sort != "quote":
        last += 1
    return (stop + 1, last) if last > stop + 1 else None
