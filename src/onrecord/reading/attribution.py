"""From the cues of a sentence to drafts of statements: who said which stretch of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reading.clauses import Cue, Link, cues, later_subject, main_subject
from onrecord.reading.complements import Complement, complement, has_clause, listener_at
from onrecord.reading.contents import cue_place, halves, object_end, places
from onrecord.reading.drafts import Draft, Place, aside, by_name, mode_of, place, words
from onrecord.reading.lexicon import channels, listed
from onrecord.reading.page import Sentence
from onrecord.reading.passing import behind_all, in_passing, lifeless, on_the_word_of, told_of
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, timely
from onrecord.reading.tokens import Token
from onrecord.reading.trailing import claims_later, idle, trails
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode

_JOINS = frozenset("and but while as although though whereas or yet after before because when".split())
_WITHIN = frozenset("because when".split())  # open clauses that belong to what is said
_EARLY = 3  # words after which a clause no longer opens its sentence
_JOINED = 2  # tokens from a comma over "and" to a quotation
_LEAST = 3  # words before a trailing cue that can be its content


@dataclass(slots=True)
class _State:
    """What is known while the cues of a sentence are gone through."""

    sentence: Sentence
    tokens: Tokens
    found: list[Cue]
    floor: int
    drafts: list[Draft]


def attributed(sentence: Sentence) -> list[Draft]:
    """The statements that the reporting verbs of a sentence carry."""
    tokens = sentence.tokens
    headline = sentence.block in (Block.HEADLINE, Block.SUBHEAD)
    found = cues(tokens, headline=headline)
    state = _State(sentence, tokens, [cue for cue in found if _useful(tokens, cue)], 0, [])
    n = 0
    while n < len(state.found):
        n = _take(state, n)
    return state.drafts


def _useful(tokens: Tokens, cue: Cue) -> bool:
    """Whether a cue has a complement, or can stand behind what was said; an essayist's "I" reports nobody."""
    opens = cue.start == 0 and cue.end > cue.verb + 1 and tokens[0].low in listed("openers")
    if opens or (cue.subject and tokens[cue.subject.end - 1].low in ("i", "you")):
        return False
    if cue.start and tokens[cue.start - 1].low in ("nor", "neither") and cue.act is not Act.DECLINE:
        return False
    return (
        bool(complement(tokens, cue, len(tokens)))
        or cue.link is Link.INVERTED
        or (cue.link is Link.OWN and trails(cue) and idle(tokens, cue))
    )


def _take(state: _State, n: int) -> int:
    """Draft the n-th cue; the number of the next cue to look at."""
    cue = state.found[n]
    before = _trailing(state, cue)
    if before is not None:
        return _draft_trailing(state, n, before)
    stop, last = _stop(state, n)
    found = complement(state.tokens, cue, stop)
    if not found:
        return n + 1
    return last if _draft_leading(state, n, found, stop) else n + 1


def _draft_leading(state: _State, n: int, found: Complement, stop: int) -> bool:
    """A draft whose content follows its cue; a cue at its very start makes a chain."""
    tokens, cue, start = state.tokens, state.found[n], found.start
    whole, stop = stop, stop if has_clause(tokens, start, stop) else object_end(tokens, start, stop)
    content = place(tokens, start, stop)
    if not content:
        return False
    subject = _subject(state, n)
    inner = _nested(state, n, start, stop)
    draft = Draft(
        state.sentence,
        cue_place(tokens, cue),
        words(tokens, subject),
        aside(tokens, subject),
        places(tokens, start, stop),
        mode_of(tokens, start, stop),
        found.act,
        listener=words(tokens, found.listener),
        circumstance=(*tokens[_around(state, cue) : start], *tokens[stop:whole]),
        passing=in_passing(tokens, cue, start, stop),
    )
    if inner:
        own = complement(tokens, inner, stop)
        draft = replace(
            draft,
            outer=draft.speaker,
            speaker=words(tokens, inner.subject),
            aside=aside(tokens, inner.subject),
            content=_inner_places(tokens, own, stop) or draft.content,
        )
    elif cue.link is Link.RELATIVE and state.drafts and state.drafts[-1].content[-1][1] <= content[0]:
        draft = replace(draft, outer=state.drafts[-1].speaker)
    state.drafts += halves(tokens, draft, start, stop)
    state.floor = whole
    return True


def _around(state: _State, cue: Cue) -> int:
    """Where the words start that may tell time and channel of a cue: with the sentence, or with its own clause."""
    joined = 0 < cue.clause < len(state.tokens) and state.tokens[cue.clause].low in _JOINS
    return cue.clause if state.drafts or joined else 0


def _draft_trailing(state: _State, n: int, before: tuple[int, int]) -> int:
    """A draft whose content stands before its cue, and may go on behind it."""
    tokens, cue = state.tokens, state.found[n]
    state.drafts, passed = (list(part) for part in told_of(state.drafts, tokens, before[1]))
    if passed:
        before = (behind_all(tokens, state.drafts), before[1])
    relayed = state.drafts[-1] if state.drafts and not any(t.sort != "mark" for t in tokens[slice(*before)]) else None
    if relayed:
        around = tuple(tokens[before[1] : _clause_end(tokens, cue, len(tokens))])
        circumstance = (*relayed.circumstance, *around)
        state.drafts[-1] = replace(relayed, outer=by_name(tokens, cue.subject), circumstance=circumstance)
        return n + 1
    subject = cue.subject
    rest = _rest(state, n)
    spans = [*places(tokens, *before), *(places(tokens, *rest) if rest else ())]
    if not spans:
        return n + 1
    mode = mode_of(tokens, *before)
    if rest and mode_of(tokens, *rest) is not mode:
        mode = Mode.MIXED
    hears = "person" in cue.word.acts and cue.link is not Link.INVERTED
    told = listener_at(tokens, cue.end, len(tokens)) if hears else None
    act = cue.act or next(iter(cue.word.acts.values()))
    stop = rest[0] if rest else _clause_end(tokens, cue, len(tokens))
    around = tuple(tokens[before[1] : stop])
    draft = Draft(
        state.sentence,
        cue_place(tokens, cue),
        words(tokens, subject),
        aside(tokens, subject),
        tuple(spans),
        mode,
        act,
        listener=words(tokens, told),
        circumstance=around,
    )
    state.drafts += [draft, *on_the_word_of(tokens, subject, passed)]
    state.floor = rest[1] if rest else stop
    return next((m for m in range(n + 1, len(state.found)) if state.found[m].start >= state.floor), len(state.found))


def _trailing(state: _State, cue: Cue) -> tuple[int, int] | None:
    """The content before a cue that follows what was said; None where the content follows the cue."""
    tokens = state.tokens
    if cue.link not in (Link.INVERTED, Link.OWN) or not cue.subject or cue.act is Act.DECLINE or not trails(cue):
        return None
    left = cue.start if cue.link is Link.INVERTED else cue.subject.start
    while left > 0 and timely(tokens[left - 1]) and tokens[left - 1].low not in listed("calendar"):
        left -= 1
    if left == 0 or not (tokens[left - 1].low in (",", "—", "–", "?", "!") or tokens[left - 1].sort == "quote"):
        return None
    if [token.low for token in tokens[:2]] == ["according", "to"] and _own_account(tokens, cue):
        return None
    of_it = cue.end < len(tokens) and tokens[cue.end].low in ("of", "about")
    quoted = tokens[left - 1].sort == "quote" and (of_it or not claims_later(tokens, cue.end))
    if cue.link is Link.OWN and not quoted and not idle(tokens, cue):
        return None
    start = min(state.floor, left)
    relays = state.drafts and not any(token.sort != "mark" for token in tokens[start:left])
    return (start, left) if relays or _holds_content(tokens, start, left) or _amid(tokens, cue, left) else None


def _own_account(tokens: Tokens, cue: Cue) -> bool:
    """Whether a clause is what somebody tells of themselves or of what had been ("according to her, | she feared")."""
    subject = cue.subject
    himself = subject is not None and tokens[subject.start].low in listed("pronouns")
    return himself or any(token.low == "had" for token in tokens[cue.start : cue.verb])


def _holds_content(tokens: Tokens, start: int, end: int) -> bool:
    """Whether enough stands there to have been said."""
    if any(token.sort == "quote" for token in tokens[start:end]):
        return True
    inside = [token for token in tokens[start:end] if token.word]
    return len(inside) >= _LEAST and not (
        inside[0].low in ("in", "on", "at", "after", "during", "while", "speaking", "asked", "meanwhile")
        and not _verbs(inside)
    )


def _amid(tokens: Tokens, cue: Cue, left: int) -> bool:
    """Whether a cue stands between commas after the subject of what was said ("The dam, she said, had held")."""
    end = _clause_end(tokens, cue, len(tokens))
    goes_on = end + 1 < len(tokens) and tokens[end].low == "," and tokens[end + 1].low in listed("finite")
    return goes_on and tokens[left - 1].low == ","


def _verbs(inside: Sequence[Token]) -> bool:
    """Whether a finite verb stands among the words."""
    return any(token.low in listed("finite") or token.low.endswith("ed") for token in inside)


def _clause_end(tokens: Tokens, cue: Cue, stop: int) -> int:
    """Where the clause of a trailing cue ends."""
    first = (
        cue.subject.aside[1]
        if cue.subject and cue.subject.aside and cue.link is Link.INVERTED
        else cue.subject.end
        if cue.subject and cue.link is Link.INVERTED
        else cue.end
    )
    if first + 1 < stop and tokens[first].low == "," and _adjoins(tokens, first + 1):
        first += 1
    for i in range(first, stop):
        if tokens[i].low in (",", ";", "—", "–", ":") or tokens[i].sort == "quote":
            return i
    return stop


def _adjoins(tokens: Tokens, i: int) -> bool:
    """Whether words of channel or occasion stand behind the comma that ends an aside (", in a letter")."""
    told = any(token.low in channels() for token in tokens[i + 1 : i + 5])
    return tokens[i].low in ("in", "on", "at", "by", "during", "via", "through") and told


def _rest(state: _State, n: int) -> tuple[int, int] | None:
    """What was said that goes on behind a cue in its midst ('"A," he said, "B"')."""
    tokens, cue = state.tokens, state.found[n]
    start = _clause_end(tokens, cue, len(tokens))
    stop = _stop(state, n)[0] if cue.link is Link.OWN else len(tokens)
    quote = next((i for i in range(start, len(tokens)) if tokens[i].sort == "quote"), None)
    if (
        quote is not None
        and (quote - start <= 1 or (quote - start == _JOINED and tokens[quote - 1].low in ("and", "but")))
        and not any(cue.start >= start and cue.start < quote for cue in state.found)
    ):
        return quote, stop if stop > quote else len(tokens)
    if cue.link is Link.INVERTED or start + 2 >= stop or tokens[start].low != ",":
        return None
    first = tokens[start + 1]
    if first.low in ("including", "with", "among"):
        return start + 1, stop
    if (
        first.low in _JOINS
        or first.low in listed("relatives")
        or first.low.endswith("ing")
        or first.low in listed("prepositions")
    ):
        return None
    return (start + 1, stop) if _verbs([token for token in tokens[start:stop] if token.word]) else None


def _stop(state: _State, n: int) -> tuple[int, int]:
    """Where the content after the n-th cue ends, and which cue comes next behind it."""
    tokens, cue = state.tokens, state.found[n]
    limit = _bounded(tokens, cue)
    for m in range(n + 1, len(state.found)):
        other = state.found[m]
        if other.clause >= limit or other.start >= limit:
            return limit, m
        if other.link is Link.RELATIVE and lifeless(tokens, other):
            continue
        cut = _cut(state, cue, other)
        if cut is not None and cut > cue.end:
            return cut, m
    return limit, len(state.found)


def _bounded(tokens: Tokens, cue: Cue) -> int:
    """Where the content after a cue must end: the sentence's end, or the comma that ends a side clause."""
    opening = tokens[cue.clause].low if cue.clause < len(tokens) else ""
    early = cue.clause <= _EARLY
    lead = tokens[: max(1, cue.subject.start if cue.subject else cue.start)][: 2 * _EARLY]
    side = early and (cue.link is Link.PARTICIPLE or any(token.low in listed("subordinators") for token in lead))
    side = side or cue.link is Link.RELATIVE or _in_lead(tokens, cue)
    for i in range(cue.end, len(tokens)):
        if tokens[i].low == ";" or (tokens[i].low in ("—", "–") and i + 1 < len(tokens)):
            return i
        if side and tokens[i].low == "," and i > cue.end + 1 and opening != ",":
            return i
        if tokens[i].low == "," and i + 1 < len(tokens) and tokens[i + 1].low == "without":
            return i
        if tokens[i].low == "according" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            return i
    return len(tokens)


def _in_lead(tokens: Tokens, cue: Cue) -> bool:
    """Whether a cue belongs to the participle that opens the sentence ("Asked about a letter which they say ...")."""
    opens = tokens[0].low in ("asked", "pressed", "questioned", "challenged", "quizzed", "told", "speaking")
    return opens and all(token.low != "," for token in tokens[: cue.start])


def _cut(state: _State, cue: Cue, other: Cue) -> int | None:
    """Where a later cue of the sentence ends the content of this one; None where it lies within it."""
    tokens = state.tokens
    first = other.clause
    outside = cue.link is Link.RELATIVE and other.subject is not None and other.subject.start < cue.start
    first = other.start if outside else first
    if outside or other.link is Link.RELATIVE:
        return first - 1 if tokens[first - 1].low == "," else first
    if other.link is Link.PARTICIPLE:
        return first if tokens[first - 1].low == "," or first < other.start else None
    if other.link is Link.SHARED:
        if (later := later_subject(tokens, cue.end, other.start)) and tokens[later[0] - 1].low == ",":
            return later[0]
        start = other.start - 1 if tokens[other.start - 1].low in _JOINS else other.start
        return start if not _within_that(tokens, cue, other) else None
    before = tokens[first].low if first < len(tokens) else ""
    if before in _JOINS and before not in _WITHIN and first > cue.end:
        return first
    trailing = other.link is Link.INVERTED or (
        other.subject
        and other.subject.start
        and (tokens[other.subject.start - 1].low == "," or tokens[other.subject.start - 1].sort == "quote")
        and idle(tokens, other)
    )
    return other.clause if trailing else None


def _within_that(tokens: Tokens, cue: Cue, other: Cue) -> bool:
    """Whether a verb joined by "and" belongs to a clause within the content ("said the army denied and ...")."""
    return any(tokens[i].low in ("who", "which") for i in range(cue.end, other.start)) and not any(
        tokens[i].low == "," for i in range(cue.end, other.start)
    )


def _nested(state: _State, n: int, start: int, stop: int) -> Cue | None:
    """The cue whose clause opens the content, spoken by somebody else: whoever is cited."""
    tokens = state.tokens
    for other in state.found[n + 1 :]:
        if other.start >= stop:
            return None
        if other.link is not Link.OWN or not other.subject or other.word.weak >= other.word.acts.keys():
            continue
        if other.word.lemma in listed("thinking"):
            continue
        opens = other.subject.start == start or (
            other.subject.start <= start + 5 and tokens[other.subject.start - 1].low == ","
        )
        own = complement(tokens, other, stop) if opens else None
        if own and tokens[other.subject.start].low not in listed("pronouns"):
            return None if in_passing(tokens, other, own.start, stop) else other
    return None


def _inner_places(tokens: Tokens, own: Complement | None, stop: int) -> tuple[Place, ...]:
    """The places of what the one who is cited said, where "that" opens it."""
    return places(tokens, own.start, stop) if own and tokens[own.start - 1].low == "that" else ()


def _subject(state: _State, n: int) -> Phrase | None:
    """The subject of the n-th cue, its own or the one that it shares."""
    cue = state.found[n]
    if cue.subject:
        return cue.subject
    if cue.link is Link.PARTICIPLE and cue.clause <= _EARLY:
        own = next((other.subject for other in state.found[n + 1 :] if other.subject), None)
        return own or main_subject(state.tokens, len(state.tokens))
    if state.tokens[0].low == "according" and len(state.tokens) > _EARLY:
        return phrase_after(state.tokens, 2, len(state.tokens))
    last = next((other for other in reversed(state.found[:n]) if other.subject), None)
    later = later_subject(state.tokens, last.end if last else 0, cue.start) if cue.link is Link.SHARED else None
    own = later[1] if later else last.subject if last else None
    return own or main_subject(state.tokens, cue.start)
