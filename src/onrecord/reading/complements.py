"""What follows a cue: where the claimed words start, and what kind of complement they are."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.clauses import Cue
from onrecord.reading.lexicon import channels, listed
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, timely
from onrecord.record.statement import Act

_ASKING = frozenset("whether if how why what who where when".split())
_SLIGHT = frozenset("cite mention seek".split())  # "cited a report" says nothing of what was said
_BLAMING = frozenset("accuse blame persuade convince".split())
_DISMISSING = frozenset("dismiss reject denounce condemn describe deride decry ridicule".split())
_AUDIENCES = frozenset(
    "agency conference briefing news newspaper paper daily weekly broadcaster channel magazine station website".split()
)
_WRITING = frozenset("wrote writes write written writing announced explained admitted complained confessed".split())
_READERS = frozenset("parents staff members customers shareholders investors clients subscribers reporters".split())
_PROGRAMMES = frozenset("programme program show podcast bulletin edition supplement section service".split())
_EXPLICIT = frozenset("find feel understand learn write post repeat read".split())  # only with "that" or a quotation
_NO_OBJECT = frozenset("so as and but or nor because when than who which by".split())
_OPENING_MARKS = frozenset("$£€(…")
_THEM = frozenset("it him her them this that".split())
_NAMING = 8  # words that may be called something
_REACH = 16
_CROWDED = 5  # words that may name those who are told


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
        return Complement(_after_that(tokens, _past_noun(tokens, i, stop)), cue.act)
    found = (
        _quoted(tokens, cue, i, stop)
        or _thatted(tokens, cue, i, stop)
        or _addressed(tokens, cue, i, stop)
        or _plain(tokens, cue, i, stop)
    )
    if found and cue.act is Act.DECLINE:
        return found._replace(act=Act.DECLINE)
    return found


def skip_time(tokens: Tokens, i: int, stop: int) -> int:
    """The position behind words of time ("on Tuesday", "late Friday")."""
    while i < stop:
        token = tokens[i]
        if token.word and (
            token.low in listed("calendar")
            or (timely(token) and token.low not in ("all", "both", "no", "there", "there"))
        ):
            i += 1
        elif (
            token.low in ("on", "late", "early", "at", "in", "since")
            and i + 1 < stop
            and (tokens[i + 1].low in listed("calendar") or _daytime(tokens, i + 1, stop))
        ):
            i += 2
        elif _counts(tokens, i, stop):
            i += 1
        else:
            return i
    return i


def _counts(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a word belongs to a date beside it ("late on Friday", "March 3")."""
    late = tokens[i].low in ("late", "early") and i + 2 < stop and tokens[i + 2].low in listed("calendar")
    return late or (tokens[i].low[:1].isdigit() and i > 0 and tokens[i - 1].low in listed("calendar"))


def _daytime(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether words like "the evening" stand there, and not "a morning briefing"."""
    if tokens[i].low not in ("the", "a") or i + 1 >= stop or tokens[i + 1].low not in listed("calendar"):
        return False
    after = tokens[i + 2] if i + 2 < stop else None
    return not after or after.low not in channels()


def has_clause(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a clause with a verb of its own starts there."""
    for j in range(i + 1, min(stop, i + _REACH)):
        low = tokens[j].low
        if low in (",", ";", ":") and j > i + 1 and tokens[j].sort == "mark":
            continue
        if (
            low in listed("finite")
            or low in listed("auxiliaries")
            or (low.endswith("ed") and tokens[j].word and not tokens[j].capital)
        ):
            return low not in ("having", "been", "being")
    return False


def _after_that(tokens: Tokens, i: int) -> int:
    """The position behind "that"."""
    return i + 1 if tokens[i].low == "that" and i + 1 < len(tokens) else i


def _past_noun(tokens: Tokens, i: int, stop: int) -> int:
    """The position of the "that" in "its account that", or the position itself."""
    ends = (j for j in range(i + 1, min(i + 4, stop - 1)) if tokens[j].low == "that")
    j = next(ends, i)
    return j if j > i and tokens[j - 1].low in listed("report_nouns") else i


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
            listener = listener_at(tokens, i, k - 1) if "person" in cue.word.acts else None
            return Complement(k, _act(cue, "clause", "object", "person"), listener)
        if tokens[k].low in listed("finite"):
            break
    return None


def _adjunct(tokens: Tokens, i: int, end: int) -> bool:
    """Whether nothing but a listener or words of place, time and channel stand there."""
    return all(tokens[k].low not in listed("finite") and tokens[k].low != "that" for k in range(i, end))


def _thatted(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """Words like "that" and "whether", at once or behind a listener or words of place and time."""
    if not cue.word.acts.keys() & {"clause", "person", "object"}:
        return None
    asks = "clause" in cue.word.acts or cue.act is Act.DECLINE
    if tokens[i].low in _ASKING and asks and cue.word.lemma not in _EXPLICIT:
        told = i + 1 < stop and (cue.act is not Act.DECLINE or tokens[i].low in ("whether", "if"))
        return Complement(i, _act(cue, "clause", "object")) if told else None
    that = _that(tokens, i, stop, asks=bool(cue.word.acts.keys() & {"person", "to"}))
    if that is None or (that > i and not _passes(tokens, cue, i)):
        return None
    listener = phrase_after(tokens, i, that) if that > i and "person" in cue.word.acts else None
    pointing = that == i and that + 2 < stop and tokens[that + 1].low in ("is", "was", "would", "will", "has", "had")
    return Complement(that + (not pointing), _act(cue, "clause", "person", "object"), listener)


def _that(tokens: Tokens, i: int, stop: int, *, asks: bool) -> int | None:
    """Where the "that" stands which opens the content; behind a comma, where an aside comes first."""
    if tokens[i].low == ",":
        return next(
            (j + 1 for j in range(i + 1, stop - 2) if tokens[j].low == "," and tokens[j + 1].low == "that"), None
        )
    for j in range(i, min(stop - 1, i + _REACH)):
        low = tokens[j].low
        if low == "that":
            return j
        led = low == "to" and (asks or j == i) and not _addresses(tokens, i, j)
        finite = low in listed("finite") and not _reduced(tokens, j)
        if finite or led or tokens[j].sort == "quote" or low in (";", ":"):
            return None
    return None


def _addresses(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "to" leads to somebody, and not to something to be done ("in a letter | to | the minister")."""
    adjunct = j > i and tokens[i].low in listed("prepositions")
    after = tokens[j + 1]
    somebody = after.capital or after.low in listed("determiners") or after.low in listed("plural_persons")
    return (adjunct or tokens[j - 1].low in _WRITING) and (somebody or after.low in _READERS)


def _reduced(tokens: Tokens, j: int) -> bool:
    """Whether a participle describes the noun before it ("a note | sent | to the members")."""
    return tokens[j].low in ("sent", "read", "put", "left", "shown") and tokens[j + 1].low in listed("prepositions")


def _passes(tokens: Tokens, cue: Cue, i: int) -> bool:
    """Whether what stands before "that" may be a listener or an adjunct, and is not the object itself."""
    return "person" in cue.word.acts or tokens[i].low in listed("prepositions") or tokens[i].low in (",", "before")


def _addressed(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A listener and what they are told or asked to do ("urged them to", "accused it of", "told AP it was")."""
    if "person" not in cue.word.acts or not tokens[i].word or tokens[i].low in listed("prepositions"):
        return None
    act = cue.word.acts["person"]
    for j in range(i + 1, min(stop, i + _REACH)):
        if tokens[j].low == "to" and (act is Act.ASK or cue.word.lemma in ("tell", "warn")):
            return Complement(i, Act.ASK)
        if tokens[j].low in ("of", "for") and cue.word.lemma in _BLAMING:
            return Complement(i, act)
        if tokens[j].low in listed("finite") or tokens[j].low in (",", ";"):
            break
    if cue.word.lemma == "blame":
        return Complement(i, act)
    unheard = act is Act.ASK or cue.word.lemma in _BLAMING or "clause" in cue.word.acts
    return None if unheard else _told(tokens, act, i, stop)


def _told(tokens: Tokens, act: Act, i: int, stop: int) -> Complement | None:
    """A listener and a bare clause ("told AP it was over")."""
    listener = listener_at(tokens, i, stop)
    if listener and listener.end < stop and has_clause(tokens, listener.end, stop):
        return Complement(skip_time(tokens, listener.end, stop), act, listener)
    return None


def listener_at(tokens: Tokens, i: int, stop: int) -> Phrase | None:
    """Whoever is told: a name, a pronoun, or a noun with its article, and no more."""
    if i >= stop:
        return None
    if tokens[i].low in ("me", "us", "him", "her", "them", "you"):
        return Phrase(i, i + 1)
    if tokens[i].low in _ASKING or tokens[i].low in ("that", "which"):
        return None
    j = first = i + (tokens[i].low in listed("determiners"))
    while j < stop and (
        (tokens[j].capital and tokens[j].low not in listed("calendar")) or (j > first and tokens[j].low.isdigit())
    ):
        j += 1
    if j == first:
        j = _crowd(tokens, first, stop) or j + (j < stop and tokens[j].word)
    while j < stop and (tokens[j].low in _AUDIENCES or (j > first and _name(tokens, j))):
        j += 1
    return Phrase(i, _programme(tokens, j, stop)) if j > i else None


def _crowd(tokens: Tokens, first: int, stop: int) -> int | None:
    """The position behind several people, or an occasion, that other words describe ("cheering | supporters")."""
    for k in range(first, min(stop, first + _CROWDED)):
        low = tokens[k].low
        if not tokens[k].word or low in listed("finite") or low in listed("prepositions") or tokens[k].capital:
            return None
        if low in listed("plural_persons") or low in ("conference", "briefing", "rally", "meeting"):
            return k + 1
    return None


def _name(tokens: Tokens, j: int) -> bool:
    """Whether the name of an outlet may go on there ("the station | Nord 2")."""
    capital = tokens[j].capital and tokens[j].low not in listed("calendar")
    return (capital and tokens[j - 1].low in _AUDIENCES) or (tokens[j].low.isdigit() and tokens[j - 1].capital)


def _programme(tokens: Tokens, j: int, stop: int) -> int:
    """The position behind an outlet's own programme ("Radio Lund | 's morning show")."""
    if j >= stop or tokens[j].low != "'s":
        return j
    near = range(j + 1, min(stop, j + _NAMING // 2 + 1))
    return next((k + 1 for k in near if tokens[k].low in _PROGRAMMES or tokens[k].low in _AUDIENCES), j)


def _plain(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A bare clause, an infinitive or an object."""
    low = tokens[i].low
    if low == "to":
        return _infinitive(cue, i)
    if not tokens[i].word and tokens[i].sort != "quote" and low not in _OPENING_MARKS:
        return None
    if low in listed("prepositions") and low not in ("about", "over", "under", "with"):
        return _behind_adjunct(tokens, cue, i, stop)
    if low == "as" and cue.word.lemma in _DISMISSING and i + 1 < stop:
        return Complement(i + 1, _act(cue, "object"))
    return None if low in _NO_OBJECT else _bare(tokens, cue, i, stop)


def _infinitive(cue: Cue, i: int) -> Complement | None:
    """An infinitive: what is promised, or claimed ("claims to have")."""
    act = cue.word.acts.get("to") or (cue.word.acts["clause"] if cue.word.lemma == "claim" else None)
    return Complement(i, act) if act else None


def _bare(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A clause without "that", or an object."""
    acts, lemma = cue.word.acts, cue.word.lemma
    if "clause" in acts and (lemma not in _EXPLICIT or _by_paper(tokens, cue)) and has_clause(tokens, i, stop):
        return Complement(i, acts["clause"])
    if "object" in acts and ("object" not in cue.word.weak or _telling_object(tokens, cue, i, stop)):
        return Complement(i, acts["object"])
    victory = lemma == "declare" and not tokens[i].capital and tokens[i].low not in ("a", "an")
    return Complement(i, acts["clause"]) if (lemma == "say" or victory) and stop - i > 1 else None


def _by_paper(tokens: Tokens, cue: Cue) -> bool:
    """Whether a study or the like is what finds, so that what follows is what it says."""
    return cue.subject is not None and tokens[cue.subject.end - 1].low in listed("carriers")


def _telling_object(tokens: Tokens, cue: Cue, i: int, stop: int) -> bool:
    """Whether the object of a weak verb shows that something was said of it ("calls the claims false")."""
    words = tokens[i : min(stop, i + _REACH)]
    if any(token.sort == "quote" for token in words):
        return True
    if cue.word.lemma == "call":
        quoted = any(word.start - before.end > 1 for before, word in pairwise(words))  # a mark and a space between
        named = any(_renamed(tokens, i, j) for j in range(i + 1, min(stop - 1, i + _NAMING)))
        return named or quoted or any(token.low in listed("false_words") for token in words)
    return cue.word.lemma not in _SLIGHT and stop - i > 1


def _renamed(tokens: Tokens, i: int, j: int) -> bool:
    """Whether what stands from a position on is called what follows ("called | it | a reward")."""
    if tokens[j].low not in ("a", "an") or any(not token.word for token in tokens[i:j]):
        return False
    before = tokens[j - 1].low
    whole = tokens[i].low in listed("determiners") and j - i > 1
    named = tokens[i].low in _THEM and j == i + 1
    return named or (whole and before not in listed("prepositions") and before not in listed("determiners"))


def _behind_adjunct(tokens: Tokens, cue: Cue, i: int, stop: int) -> Complement | None:
    """A bare clause behind words of place or channel ("said in a statement it would")."""
    if "clause" not in cue.word.acts or "clause" in cue.word.weak:
        return None
    phrase = phrase_after(tokens, i + 1, stop)
    if not phrase or phrase.end >= stop:
        return None
    j = skip_time(tokens, phrase.end, stop)
    opens = j < stop and (
        tokens[j].low in listed("determiners") or tokens[j].low in listed("pronouns") or tokens[j].capital
    )
    return Complement(j, cue.word.acts["clause"]) if opens and has_clause(tokens, j, stop) else None
