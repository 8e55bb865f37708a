"""What follows a cue: where the claimed words start, and what kind of complement they are."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.clauses import Cue
from onrecord.reading.lexicon import listed
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, timely
from onrecord.record.statement import Act

_ASKING = frozenset("whether if how why what who where when".split())
_SLIGHT = frozenset("cite mention seek".split())  # "cited a report" says nothing of what was said
_REACH = 16


class Complement(NamedTuple):
    """Where the content starts, the act that its kind makes, and who is addressed; token positions."""

    start: int
    act: Act
    listener: Phrase | None = None


def complement(tokens: Tokens, cue: Cue, stop: int) -> Complement | None:
    """The complement of a cue within its clause; None where the verb does not report speech here."""
    i = skip_time(tokens, cue.end, stop)
    if i >= stop:
        return None
    if cue.end > cue.verb + 1 and cue.act and cue.act is not Act.DECLINE:
        return Complement(_after_that(tokens, i), cue.act)
    found = _quoted(tokens, cue, i, stop) or _thatted(tokens, cue, i, stop) or _addressed(tokens, cue, i, stop) or _plain(tokens, cue, i, stop)
    if found and cue.act is Act.DECLINE:
        return found._replace(act=Act.DECLINE)
    return found


def skip_time(tokens: Tokens, i: int, stop: int) -> int:
    """The position behind words of time ("on Tuesday", "late Friday")."""
    while i < stop:
        token = tokens[i]
        if token.word and (token.low in listed("calendar") or (timely(token) and token.low not in ("all", "both", "no", "there", "there"))):
            i += 1
        elif token.low in ("on", "late", "early", "at", "in", "since") and i + 1 < stop and (tokens[i + 1].low in listed("calendar") or (tokens[i + 1].low in ("the", "a") and i + 2 < stop and tokens[i + 2].low in listed("calendar"))):
            i += 2
        elif token.low[:1].isdigit() and i and tokens[i - 1].low in listed("calendar"):
            i += 1
        else:
            return i
    return i


def has_clause(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a clause with a verb of its own starts there."""
    for j in range(i + 1, min(stop, i + _REACH)):
        low = tokens[j].low
        if low in (",", ";", ":") and j > i + 1 and tokens[j].sort == "mark":
            continue
        if low in listed("finite") or low in listed("auxiliaries") or (low.endswith("ed") and tokens[j].word and not tokens[j].capital):
            return low not in ("having", "been", "being")
    return False


def _after_that(tokens: Tokens, i: int) -> int:
    """The position behind "that"."""
    return i + 1 if tokens[i].low == "that" and i + 1 < len(tokens) else i


def _act(cue: Cue, *kinds: str) -> Act:
    """What the verb does with such a complement."""
    return next((cue.word.acts[kind] for kind in kinds if kind in cue.word.acts), Act.ASSERT)


def _quoted(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A quotation, directly or after a comma or colon; or anything after a colon."""
    j = i + 1 if tokens[i].low in (",", ":", "—", "–") and i + 1 < stop else i
    if tokens[j].sort == "quote" and cue.word.acts.keys() & {"clause", "object"}:
        return Complement(j, _act(cue, "clause", "object"))
    if tokens[i].low == ":" and i + 1 < stop:
        return Complement(i + 1, _act(cue, "clause", "object"))
    for k in range(i, min(stop, i + _REACH)):
        if tokens[k].sort == "quote" and k > i and tokens[k - 1].low in (":", ",") and _adjunct(tokens, i, k - 1):
            return Complement(k, _act(cue, "clause", "object", "person"))
        if tokens[k].low in listed("finite"):
            break
    return None


def _adjunct(tokens: Tokens, i: int, end: int) -> bool:
    """Whether nothing but a listener or words of place, time and channel stand there."""
    return all(tokens[k].low not in listed("finite") and tokens[k].low != "that" for k in range(i, end))


def _thatted(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """ "that", "whether" and the like, at once or behind a listener or words of place and time."""
    if not cue.word.acts.keys() & {"clause", "person", "object"}:
        return None
    low = tokens[i].low
    if low in _ASKING and "clause" in cue.word.acts and i + 1 < stop:
        return Complement(i, _act(cue, "clause", "object"))
    for j in range(i, min(stop, i + _REACH)):
        low = tokens[j].low
        if low == "that" and j + 1 < stop:
            if j > i and not _passes(tokens, cue, i):
                return None
            listener = phrase_after(tokens, i, j) if j > i and "person" in cue.word.acts else None
            return Complement(j + 1, _act(cue, "clause", "person", "object"), listener)
        if low in listed("finite") or tokens[j].sort == "quote" or (low in (";", ":") or low == "to"):
            return None
    return None


def _passes(tokens: Tokens, cue: Cue, i: int) -> bool:
    """Whether what stands before "that" may be a listener or an adjunct, and is not the object itself."""
    return "person" in cue.word.acts or tokens[i].low in listed("prepositions") or tokens[i].low == ","


def _addressed(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A listener and what they are told or asked to do ("urged them to", "accused it of", "told AP it was")."""
    if "person" not in cue.word.acts or not tokens[i].word or tokens[i].low in listed("prepositions"):
        return None
    act = cue.word.acts["person"]
    for j in range(i + 1, min(stop, i + _REACH)):
        if tokens[j].low == "to" and act is Act.ASK:
            return Complement(i, act)
        if tokens[j].low == "to" and cue.word.lemma in ("tell", "warn"):
            return Complement(i, Act.ASK)
        if tokens[j].low in ("of", "for") and cue.word.lemma in ("accuse", "blame"):
            return Complement(i, act)
        if tokens[j].low in listed("finite") or tokens[j].low in (",", ";"):
            break
    if cue.word.lemma == "blame":
        return Complement(i, act)
    if act is Act.ASK or cue.word.lemma in ("accuse", "persuade", "convince", "brief"):
        return None
    listener = listener_at(tokens, i, stop)
    if listener and listener.end < stop and has_clause(tokens, listener.end, stop) and "clause" not in cue.word.acts:
        return Complement(skip_time(tokens, listener.end, stop), act, listener)
    return None


def listener_at(tokens: Tokens, i: int, stop: int) -> Phrase | None:
    """Whoever is told: a name, a pronoun, or a noun with its article, and no more."""
    j = i
    if j < stop and tokens[j].low in ("me", "us", "him", "her", "them", "you"):
        return Phrase(i, i + 1)
    if j < stop and tokens[j].low in listed("determiners"):
        j += 1
    first = j
    while j < stop and tokens[j].capital and tokens[j].low not in listed("calendar"):
        j += 1
    if (j == first and j < stop and tokens[j].word) or (j < stop and j > first and tokens[j].low in ("briefing", "conference", "agency", "newspaper", "news")):
        j += 1
        while j < stop and tokens[j].word and tokens[j].low in ("agency", "conference", "briefing", "news", "newspaper"):
            j += 1
    return Phrase(i, j) if j > i else None


def _plain(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A bare clause, an infinitive or an object."""
    acts, weak, low = cue.word.acts, cue.word.weak, tokens[i].low
    if low == "to":
        return Complement(i, acts["to"]) if "to" in acts else (Complement(i, acts["clause"]) if cue.word.lemma in ("claim", "ask") else None)
    if not tokens[i].word and tokens[i].sort != "quote" and low not in ("$", "£", "€", "(", "…"):
        return None
    if low in listed("prepositions") and low not in ("about", "over", "under", "with"):
        return _behind_adjunct(tokens, cue, i, stop)
    if low in ("so", "as", "and", "but", "or", "because", "when", "than", "who", "which", "by"):
        return None
    if "clause" in acts and has_clause(tokens, i, stop):
        return Complement(i, acts["clause"])
    if "object" in acts and ("object" not in weak or _telling_object(tokens, cue, i, stop)):
        return Complement(i, acts["object"])
    if "clause" in acts and "clause" not in weak and stop - i > 1:
        return Complement(i, acts["clause"])
    return None


def _telling_object(tokens: Tokens, cue: Cue, i: int, stop: int) -> bool:
    """Whether the object of a weak verb shows that something was said of it ("calls the claims false")."""
    words = tokens[i : min(stop, i + _REACH)]
    if any(token.sort == "quote" for token in words):
        return True
    if cue.word.lemma == "call":
        return any(token.low in listed("false_words") for token in words)
    return cue.word.lemma not in _SLIGHT and stop - i > 1


def _behind_adjunct(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A bare clause behind words of place or channel ("said in a statement it would")."""
    if "clause" not in cue.word.acts or "clause" in cue.word.weak:
        return None
    phrase = phrase_after(tokens, i + 1, stop)
    if not phrase or phrase.end >= stop:
        return None
    j = skip_time(tokens, phrase.end, stop)
    opens = j < stop and (tokens[j].low in listed("determiners") or tokens[j].low in listed("pronouns") or tokens[j].capital)
    return Complement(j, cue.word.acts["clause"]) if opens and has_clause(tokens, j, stop) else None

