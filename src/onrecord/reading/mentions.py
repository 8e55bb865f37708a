"""Where names stand in a report: runs of capitals with their titles, acronyms and the roles beside them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.reading.lexicon import lexicon, listed
from onrecord.reading.page import Page, Sentence
from onrecord.reading.phrases import Tokens, closes, timely, verbal
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block

_ROLE_REACH = 12
_KIN_REACH = 10
_MOST_CAPITALS = 0.6


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    Attributes:
        sentence: number of its sentence on the page.
        start: where it starts in the report, without title.
        end: where it ends.
        words: its words in lower case.
        text: its words as they stand, with single spaces.
        titled: whether a title stands before it.
        title: the titles before it, in lower case.
        roles: offices and descriptions beside it, in lower case.
        definite: whether "the" stands before it.
        modifier: whether it only describes the noun behind it ("Guild members").
        kin: whether it is named only to say whose relative another is ("the son of Ann Lee").
        placed: whether a preposition of place stands before it.
        acronym: the acronym in brackets behind it.
    """

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    text: str
    titled: bool
    title: tuple[str, ...]
    roles: tuple[str, ...]
    definite: bool
    modifier: bool
    kin: bool
    placed: bool
    acronym: str


def mentions(page: Page, unread: Container[int] = ()) -> list[Mention]:
    """The names of a page, in order; none from the paragraphs that are not read."""
    seen = _seen(page)
    found: list[Mention] = []
    for n, sentence in enumerate(page.sentences):
        if sentence.block in (Block.HEADER, Block.CREDIT) or sentence.paragraph in unread:
            continue
        if not _shouts(sentence):
            found += [
                mention for i, j in _runs(sentence.tokens, seen) if (mention := _mention(n, sentence.tokens, i, j))
            ]
    return found


class _Seen(NamedTuple):
    """How the words of a page stand elsewhere on it: in lower case, and in capitals within a sentence."""

    lower: frozenset[str]
    inner: frozenset[str]


def _seen(page: Page) -> _Seen:
    """The words that show whether a sentence's first word is a name."""
    tokens = [(i, token) for sentence in page.sentences for i, token in enumerate(sentence.tokens)]
    lower = frozenset(token.text for _, token in tokens if token.text[:1].islower())
    return _Seen(lower, frozenset(token.text for i, token in tokens if i and token.capital))


def _shouts(sentence: Sentence) -> bool:
    """Whether a headline capitals most of its words, so that capitals tell nothing."""
    if sentence.block not in (Block.HEADLINE, Block.SUBHEAD):
        return False
    words = [token for token in sentence.tokens if token.word and len(token.text) > 3]  # noqa: PLR2004
    return sum(token.capital for token in words) > _MOST_CAPITALS * len(words)


def _runs(tokens: Tokens, seen: _Seen) -> list[tuple[int, int]]:
    """The runs of capitals, joined over particles and, behind the word for a body, over "of"."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if not _starts(tokens, i, seen):
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and (step := _step(tokens, i, j)):
            j += step
        found.append((i, j))
        i = j
    return found


def _starts(tokens: Tokens, i: int, seen: _Seen) -> bool:
    """Whether a name may start at a position."""
    token = tokens[i]
    if (
        token.low in listed("particles")
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
        and token.low in ("al", "el", "bin", "ibn", "abu")
    ):
        return True
    if (
        not token.capital
        or not token.word
        or token.text[0] in "#@"
        or token.low in listed("calendar")
        or token.low in ("i", "i'm", "i'll", "i've", "i'd")
    ):
        return False
    if (
        token.low in listed("function")
        or token.low in listed("adverbs")
        or token.low in listed("pronouns")
        or token.low in listed("determiners")
    ):
        return token.low in ("us", "it") and token.text.isupper()
    if not _opens(tokens, i):
        return True
    return _opens_with_name(tokens, i, seen)


def _opens_with_name(tokens: Tokens, i: int, seen: _Seen) -> bool:
    """Whether the first word of a sentence is (part of) a name and not merely its first word."""
    low = tokens[i].low
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        low in listed("subordinators")
        or low in listed("prepositions")
        or (low in listed("plural_persons") and not (following and following.capital and _joins(following)))
        or low in listed("relatives")
    ):
        return False
    if low in lexicon().verbs and not tokens[i].text.isupper():
        return False
    if following and following.capital and following.low not in listed("function") and low not in seen.lower:
        return True
    if following and following.low == "," and low not in seen.lower and _apposed(tokens, i + 2):
        return True
    common = (
        low in seen.lower
        or low in listed("persons")
        or low in listed("organisations")
        or low in listed("carriers")
        or low in listed("rumours")
    )
    if common or (low.endswith(("ing", "ly")) and len(low) > 5) or low in lexicon().verbs:  # noqa: PLR2004
        return bool(low in seen.lower and following and following.capital and following.low in listed("organisations"))
    speaks = following and (
        following.low in lexicon().verbs or following.low in listed("auxiliaries") or following.low == "'s"
    )
    return tokens[i].text in seen.inner or tokens[i].text.isupper() or bool(speaks and not low.endswith("s"))


def _joins(token: Token) -> bool:
    """Whether a word in capitals only joins the parts of a body's name ("Doctors | Across | Borders")."""
    return token.low in listed("prepositions") and not token.text.isupper()


def _apposed(tokens: Tokens, i: int) -> bool:
    """Whether an apposition stands there that says who somebody is, with a verb behind it ("Lee, | the mayor, was")."""
    stop = next((j for j in range(i, min(i + _KIN_REACH, len(tokens) - 1)) if tokens[j].low == ","), None)
    if stop is None or stop <= i + 1:
        return False
    after = stop + 1 + (timely(tokens[stop + 1]) and stop + 2 < len(tokens))
    if not (verbal(tokens, after) or tokens[after].low in lexicon().verbs or tokens[after].low in listed("finite")):
        return False
    office = tokens[i].low in listed("determiners") and any(_office(token) for token in tokens[i:stop])
    return office or (tokens[i].low == "of" and (tokens[i + 1].capital or tokens[i + 1].low == "the"))


def _step(tokens: Tokens, i: int, j: int) -> int:
    """How many tokens more belong to the run that has come to a position; none where it ends."""
    token = tokens[j]
    if token.text.isupper() and token.low in listed("finite") and not tokens[j - 1].text.isupper():
        return 0  # "Lee FLED by night"
    if token.capital and token.word and token.low not in listed("calendar") and tokens[j - 1].end + 2 >= token.start:
        return 0 if token.text.startswith(("#", "@")) else 1
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    if token.low.isdigit() and len(token.low) < 4 and tokens[j - 1].capital and j - i < 3:  # noqa: PLR2004 - "Kanal 5"
        counts = following and following.word and not (verbal(tokens, j + 1) or closes(following) or timely(following))
        return int(not counts or (following is not None and following.low in listed("prepositions")))
    if not following or not following.capital or following.low in listed("calendar"):
        return 0
    saint = token.low == "'s" and tokens[i].low in ("st", "saint") and following.low in listed("organisations")
    if token.low in listed("particles") or token.low == "&" or saint:
        return 2
    body = any(tokens[k].low in listed("organisations") for k in range(i, j))
    return 2 if token.low in ("of", "for") and body else 0


def _mention(n: int, tokens: Tokens, i: int, j: int) -> Mention | None:
    """The name in a run, its titles apart; None where the run is but an office."""
    if j == i + 1 and tokens[i].low in listed("dependent"):
        return None  # "the Ministry" names nothing that "the ministry" does not
    last = max((k for k in range(i, j) if tokens[k].low in listed("titles")), default=i - 1)
    if last < i < j - 1 and _opens(tokens, i) and tokens[i].low in listed("persons"):
        last = i  # "Nurse Ann Lee"
    if any(tokens[k].low in listed("organisations") for k in range(max(last, i), j)) and last < j - 1:
        last = i - 1
    if last == j - 1:
        return None if last > i or tokens[i].low in listed("titles") else _built(n, tokens, i, i, j)
    return _built(n, tokens, i, last + 1, j)


def _glued(words: Iterable[str]) -> tuple[str, ...]:
    """Words with their possessive endings, which are tokens of their own."""
    return tuple(" ".join(words).replace(" 's", "'s").replace(" ’s", "’s").split())


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a sentence starts at a position."""
    return not i or tokens[i - 1].low in (":", ".", "?", "!", "—")


def _built(n: int, tokens: Tokens, run: int, i: int, j: int) -> Mention:
    """A name with all that stands beside it."""
    acronym = _acronym(tokens, j)
    title = tuple(token.low for token in tokens[run:i])
    before = tokens[run - 1] if run else None
    roles = [" ".join(title)] if title else []
    beside = () if _placed(tokens, run) and run == 1 else _right_role(tokens, j + (3 if acronym else 0))
    roles += [*_left_role(tokens, run), *beside, *_outlet_role(tokens, j)]
    return Mention(
        sentence=n,
        start=tokens[i].start,
        end=tokens[j - 1].end,
        words=_glued(token.low.lstrip("#@") for token in tokens[i:j]),
        text=" ".join(_glued(token.text for token in tokens[i:j])),
        titled=bool(set(title) & listed("titles")),
        title=title,
        roles=tuple(roles),
        definite=bool(before and before.low == "the"),
        modifier=_modifies(tokens, j),
        kin=_kin(tokens, run),
        placed=_placed(tokens, run),
        acronym=acronym,
    )


def _outlet_role(tokens: Tokens, j: int) -> list[str]:
    """What a name is called right behind it, where that is an outlet ("the Lanpress | news agency")."""
    words = [token.low for token in tokens[j : j + 2] if token.word]
    if words == ["news", "agency"]:
        return ["news agency"]
    return words[:1] if words and words[0] in listed("outlet_nouns") else []


def _placed(tokens: Tokens, i: int) -> bool:
    """Whether a preposition of place stands before a name; "shares in" is none."""
    if i == 0 or tokens[i - 1].low not in ("in", "at", "near", "from", "outside", "across"):
        return False
    return i == 1 or tokens[i - 2].low not in ("shares", "stake", "stakes", "stock", "investors", "interest")


def _acronym(tokens: Tokens, j: int) -> str:
    """The acronym in brackets at a position."""
    if (
        j + 2 < len(tokens)
        and tokens[j].low == "("
        and tokens[j + 2].low == ")"
        and sum(c.isupper() for c in tokens[j + 1].text) > 1
    ):
        return tokens[j + 1].text
    return ""


def _modifies(tokens: Tokens, j: int) -> bool:
    """Whether a noun in lower case follows, which the name describes."""
    if j >= len(tokens) or not tokens[j].word or tokens[j].capital:
        return False
    token = tokens[j]
    known = (
        token.low in listed("persons")
        or token.low in listed("plural_persons")
        or token.low in listed("organisations")
        or token.low in listed("carriers")
    )
    return known or not (
        closes(token)
        or verbal(tokens, j)
        or timely(token)
        or token.low in listed("prepositions")
        or token.low in lexicon().verbs
        or token.low in listed("determiners")
        or token.low in ("'s", "too")
    )


def _left_role(tokens: Tokens, i: int) -> list[str]:
    """The words of an office right before a name ("resistance leader | Lee"), or in apposition to it."""
    comma = i > 0 and tokens[i - 1].low == ","
    end = i - 1 if comma else i
    start = end
    while (
        start > 0
        and end - start < _ROLE_REACH
        and tokens[start - 1].word
        and not verbal(tokens, start - 1)
        and not closes(tokens[start - 1])
    ):
        start -= 1
        if tokens[start].low in listed("determiners") and not (start > 1 and tokens[start - 1].low in ("of", "for")):
            break
    words = _own_part(tokens[start:end])
    apart = start > 0 and tokens[start - 1].low in listed("prepositions")
    if not words or (comma and (apart or words[0].low not in listed("determiners") or words[0].low in ("this", "our"))):
        return []
    noun = any(_office(token) for token in words) if comma else _office(words[-1])
    return [_plain(words)] if noun else []


def _own_part(words: Tokens) -> Tokens:
    """The words without what a preposition joins to something else ("a photograph of | rebel leader")."""
    for k in range(len(words) - 1, 0, -1):
        relative = any(token.low in listed("kin") for token in words[:k])
        if words[k].low in listed("prepositions") and (relative or not any(_office(token) for token in words[:k])):
            return words[k + 1 :]
    return words


def _office(token: Token) -> bool:
    """Whether a word names an office, a part or a body."""
    return token.low in listed("persons") or token.low in listed("organisations")


def _right_role(tokens: Tokens, j: int) -> list[str]:
    """The words of an apposition behind a name, or of what it is said to be."""
    if j + 2 >= len(tokens) or (tokens[j].low not in (",", "—", "(") and tokens[j].low not in ("is", "was")):
        return []
    copula = tokens[j].low in ("is", "was")
    stop = j + 1
    while (
        stop < len(tokens)
        and stop - j <= _ROLE_REACH
        and tokens[stop].low not in (",", ".", ";", "—", ")", "who", "which", "that")
        and tokens[stop].sort != "quote"
    ):
        if verbal(tokens, stop):
            return []
        stop += 1
    words = tokens[j + 1 : stop]
    if not words or (copula and words[0].low not in ("the", "a", "an")):
        return []
    if (
        words[0].low not in listed("determiners")
        and words[0].low not in listed("persons")
        and words[0].low not in ("former", "head")
    ):
        return []
    known = any(token.low in listed("persons") or token.low in listed("organisations") for token in words)
    return [_plain(words)] if known else []


def _plain(words: Tokens) -> str:
    """The words in lower case, without a leading article."""
    lows = [token.low for token in words if token.word]
    return " ".join(lows[1:] if lows and lows[0] in listed("determiners") else lows).replace(" 's", "'s")


def _kin(tokens: Tokens, i: int) -> bool:
    """Whether the name only says whose relative somebody is."""
    for j in range(i - 1, max(-1, i - _KIN_REACH), -1):
        if tokens[j].low in listed("kin"):
            return True
        if not tokens[j].word or verbal(tokens, j):
            return False
    return False


def tags(page: Page) -> frozenset[str]:
    """The hashtags of a page."""
    return frozenset(
        token.text
        for sentence in page.sentences
        for token in sentence.tokens
        if token.text.startswith("#") and token.word
    )


def token_words(tokens: tuple[Token, ...]) -> list[str]:
    """The words of some tokens in lower case, marks left out."""
    return [token.low for token in tokens if token.word]
