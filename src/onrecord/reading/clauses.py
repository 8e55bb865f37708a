"""Cues of speech in a sentence: each reporting verb with its subject and the place where its clause starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.reading.lexicon import Form, Verb, lexicon, listed
from onrecord.reading.phrases import Phrase, Tokens, closes, phrase_after, phrase_before, timely, verbal
from onrecord.record.statement import Act

_DECLINING = frozenset("declined declines decline refused refuses refuse refusing declining unable unwilling".split())
_BE = frozenset("is are was were be been being am".split())
_ARTICLES = frozenset("the a an his her its their our my your no every each".split())
_JOINING = frozenset("and but or nor then yet".split())
_TURNING = frozenset("took taken taking used using".split())  # "took to the radio to deny"
_BACK = 8  # words back in which such a verb may stand
_NOBODY = frozenset("no nobody none neither".split())
_MODALS = frozenset("will would can could may might should shall must".split())
_NOT = frozenset("not n't never neither".split())
_BEFORE_GERUND = frozenset("after before while by since when despite without though although".split())
_INVERTING = frozenset("clause person".split())
_NOT_INVERTED = frozenset("tell report urge show find mean hold feel think understand hear call".split())


class Link(StrEnum):
    """How a cue comes by its subject."""

    OWN = "own"
    SHARED = "shared"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    INVERTED = "inverted"


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a sentence; positions are indices into its tokens.

    Attributes:
        start: where the verb group starts, with auxiliaries.
        verb: the verb itself.
        end: one past the verb and its particle.
        word: what the lexicon knows of it.
        act: what a particle or a refusal makes of it; None where the complement decides.
        link: how it comes by its subject.
        subject: who speaks, where a phrase says so.
        clause: where its clause starts.
    """

    start: int
    verb: int
    end: int
    word: Verb
    act: Act | None
    link: Link
    subject: Phrase | None
    clause: int


def cues(tokens: Tokens, *, headline: bool = False) -> list[Cue]:
    """The cues of a sentence, in order."""
    verbs = lexicon().verbs
    found = (_cue(tokens, i, headline=headline) for i, token in enumerate(tokens) if token.low in verbs)
    return [cue for cue in found if cue]


def _cue(tokens: Tokens, i: int, *, headline: bool) -> Cue | None:
    """The cue whose verb stands at a position, if it is one."""
    word, forms = lexicon().verbs[tokens[i].low]
    if tokens[i].capital and i and not headline and tokens[i - 1].sort != "quote":
        return None
    end, act = _particle(tokens, i, word)
    if not word.acts and act is None:
        return None
    start, declined = _group(tokens, i)
    if declined:
        act = Act.DECLINE
    elif _unsaid(tokens, i, start, forms) or _nominal(tokens, i, start, forms, headline=headline):
        return None
    if Form.GERUND in forms and not any(tokens[j].low in _BE for j in range(start, i)):
        if end < len(tokens) and tokens[end].low in _BE:
            return None  # "blasting was heard"
        return _gerund(tokens, Cue(start, i, end, word, act, Link.PARTICIPLE, None, start))
    return _finite(tokens, Cue(start, i, end, word, act, Link.OWN, None, start), forms)


def _unsaid(tokens: Tokens, i: int, start: int, forms: frozenset[Form]) -> bool:
    """Whether nobody says anything yet, or the verb is passive ("would say", "to say", "was said")."""
    lows = [token.low for token in tokens[start:i]]
    passive = Form.PARTICIPLE in forms and any(low in _BE for low in lows)
    return passive or any(low in _MODALS for low in lows) or _infinitive(tokens, i)


def _particle(tokens: Tokens, i: int, word: Verb) -> tuple[int, Act | None]:
    """Where the verb ends with its particle, and what the two do together."""
    if i + 1 < len(tokens):
        act = lexicon().particles.get((word.lemma, tokens[i + 1].low))
        if act:
            return i + 2, act
    return i + 1, None


def _group(tokens: Tokens, i: int) -> tuple[int, bool]:
    """Where the verb group starts, and whether it refuses or fails to say."""
    start, declined = i, False
    while start > 0:
        low = tokens[start - 1].low
        if (
            low in listed("auxiliaries")
            or low in _NOT
            or (timely(tokens[start - 1]) and (low not in listed("calendar") or low in ("earlier", "later")))
            or low == "further"
            or (low in ("each", "both") and start > 1 and tokens[start - 2].word)
        ):
            declined = declined or low in _NOT or low.endswith("n't")
        elif low == "to" and start > 1 and tokens[start - 2].low in _DECLINING:
            start, declined = start - 1, True
        else:
            break
        start -= 1
    return start, declined


def _infinitive(tokens: Tokens, i: int) -> bool:
    """Whether the verb is an infinitive after "to", which says that nobody has spoken yet; not in "went on to say"."""
    while i > 0 and timely(tokens[i - 1]):
        i -= 1
    lows = [token.low for token in tokens[max(0, i - 3) : i]]
    turned = any(token.low in _TURNING for token in tokens[max(0, i - _BACK) : i])
    return lows[-1:] == ["to"] and lows[:2] not in (["went", "on"], ["goes", "on"]) and not turned


def _nominal(tokens: Tokens, i: int, start: int, forms: frozenset[Form], *, headline: bool) -> bool:
    """Whether the word is a noun or an adjective here."""
    before = tokens[i - 1] if i else None
    if before and (before.low in _ARTICLES or before.low in ("'s", "of", "in", "with")):
        return True
    if before and before.low in listed("indefinite") and tokens[i].low in listed("nounlike"):
        return True
    subject = before is not None and (_subject_like(tokens, i - 1, forms) or _plural(tokens, i))
    if Form.BASE in forms and Form.PAST not in forms and not headline and start == i and not subject:
        return True
    unlike = Form.GERUND in forms or tokens[i].low not in listed("nounlike")
    return not unlike and not _helped(tokens, i, start) and _like_noun(tokens, i, subject=subject, headline=headline)


def _plural(tokens: Tokens, i: int) -> bool:
    """Whether "say" stands behind several whom more words describe ("Sources close to the inquiry | say")."""
    phrase = tokens[:i] if all(token.word for token in tokens[:i]) else ()
    return tokens[i].low == "say" and bool(phrase) and (phrase[0].low.endswith("s") or phrase[1:2] != phrase[:1])


def _helped(tokens: Tokens, i: int, start: int) -> bool:
    """Whether an auxiliary shows that the word is a verb."""
    return start < i and tokens[i - 1].low in listed("auxiliaries")


def _like_noun(tokens: Tokens, i: int, *, subject: bool, headline: bool) -> bool:
    """Whether a word that is often a noun is one here, by its neighbours."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.low == "that":
        return False
    if after is None or after.low in ("of", "by", "from", "about", "over", "in", "at", "against"):
        return True
    if headline:
        return i == 0 and after.word and not after.capital and after.low not in listed("determiners")
    return not subject


def _subject_like(tokens: Tokens, i: int, forms: frozenset[Form]) -> bool:
    """Whether a word is likely the subject of the form after it."""
    token = tokens[i]
    if token.low in listed("pronouns") or token.low in ("who", "which") or timely(token):
        return True
    if token.low in listed("calendar"):
        return False
    plural = (
        token.low.endswith("s")
        or token.low in listed("plural_persons")
        or token.capital
        or token.low in (",", "and", "but", "nor", "or", ")")
    )
    return (
        plural
        if Form.BASE in forms and Form.PAST not in forms
        else token.capital
        or token.low in listed("organisations")
        or token.low in listed("persons")
        or token.low in (",", "and", "but", "nor", "or", ")")
    )


def _gerund(tokens: Tokens, cue: Cue) -> Cue | None:
    """A participle ("saying that", "after declaring")."""
    i = cue.start - 1
    if i < 0 or tokens[i].low in (",", "—", "–", "-", "and", "but") or tokens[i].sort == "quote":
        return cue
    if tokens[i].low in _BEFORE_GERUND:
        return replace(cue, clause=max(0, i - 1) if i and tokens[i - 1].low == "soon" else i)
    if tokens[i].low in listed("prepositions") or not tokens[i].word:
        return None
    subject = phrase_before(tokens, cue.start)
    if not subject or (subject.start and tokens[subject.start - 1].low in listed("prepositions")):
        return None
    if subject.start and tokens[subject.start - 1].word and not closes(tokens[subject.start - 1]):
        return None
    return replace(cue, link=Link.OWN, subject=subject, clause=_opening(tokens, subject.start))


def _finite(tokens: Tokens, cue: Cue, forms: frozenset[Form]) -> Cue | None:
    """A finite verb with its subject before it, behind it, or shared with the verb before."""
    before = tokens[_untimed(tokens, cue.start) - 1] if cue.start else None
    if _inverts(tokens, cue):
        subject = phrase_after(tokens, cue.end, len(tokens))
        quoted = before is not None and before.sort == "quote"
        lacks = "object" in cue.word.acts
        if subject and (quoted or (_ends_well(tokens, subject) and _may_speak(tokens, subject, lacks=lacks))):
            return replace(cue, link=Link.INVERTED, subject=subject)
    if before is None:
        return None
    relative = before.low in ("who", "which") or _that_tells(tokens, cue.start - 1)
    subject = phrase_before(tokens, _untimed(tokens, cue.start) - (before.low == "that"))
    if _shares(tokens, cue, forms, subject):
        return replace(cue, link=Link.SHARED)
    if not subject or tokens[subject.start].low in _NOBODY or _described(tokens, subject, forms):
        return None
    link = Link.RELATIVE if relative else Link.OWN
    clause = cue.start - 1 if link is Link.RELATIVE else _opening(tokens, subject.start)
    return replace(cue, link=link, subject=subject, clause=clause)


def _described(tokens: Tokens, subject: Phrase, forms: frozenset[Form]) -> bool:
    """Whether a participle describes what a preposition has opened with ("In a recording | posted online, ...")."""
    i = subject.start - 1
    opens = i == 0 or (i > 0 and tokens[i - 1].low == ",")
    return opens and Form.PARTICIPLE in forms and tokens[i].low in ("in", "on", "at", "from", "with", "by", "under")


def _untimed(tokens: Tokens, i: int) -> int:
    """The position before words of time that stand between "who" and its verb ("who | on Friday denied")."""
    j = i
    while j > 1 and (tokens[j - 1].low in listed("calendar") or tokens[j - 1].low == "on" or timely(tokens[j - 1])):
        j -= 1
    return j if j and tokens[j - 1].low in ("who", "which") else i


def _that_tells(tokens: Tokens, i: int) -> bool:
    """Whether "that" stands for what carries words ("a memo that said")."""
    return i > 0 and tokens[i].low == "that" and tokens[i - 1].low in listed("carriers")


def _shares(tokens: Tokens, cue: Cue, forms: frozenset[Form], subject: Phrase | None) -> bool:
    """Whether a verb shares the subject of the one before ("rejected the report and said")."""
    before = tokens[cue.start - 1]
    if before.low in _JOINING:
        return True
    after_comma = before.low == "," and cue.start > 1
    joined = after_comma and tokens[cue.start - 2].low in ("and", "but")
    return joined or (after_comma and cue.act is None and Form.PAST in forms and not subject)


def _may_speak(tokens: Tokens, subject: Phrase, *, lacks: bool) -> bool:
    """Whether a phrase behind the verb is a speaker, and not the object that the verb otherwise lacks."""
    lists = [listed(name) for name in ("persons", "plural_persons", "organisations", "carriers", "pronouns", "kin")]
    if lacks:
        lists.remove(listed("carriers"))
    return any(
        (token.capital and token.low not in listed("function")) or any(token.low in some for some in lists)
        for token in tokens[subject.start : subject.end]
    )


def _inverts(tokens: Tokens, cue: Cue) -> bool:
    """Whether verb and subject may have changed places ('..., said Lee')."""
    i = cue.start - 1
    if (
        cue.start != cue.verb
        or cue.verb + 1 >= len(tokens)
        or cue.word.lemma in _NOT_INVERTED
        or not _INVERTING & cue.word.acts.keys()
    ):
        return False
    after = tokens[cue.verb + 1]
    opens = (
        after.capital
        or after.low in listed("determiners")
        or after.low in listed("persons")
        or after.low in listed("organisations")
        or after.low in listed("pronouns")
        or after.low in listed("plural_persons")
        or (tokens[i].sort == "quote" and after.word and after.low not in listed("prepositions"))
    )
    return (
        i >= 0
        and (tokens[i].low in (",", "—", "–", "?", "!") or tokens[i].sort == "quote")
        and opens
        and not timely(after)
    )


def _ends_well(tokens: Tokens, subject: Phrase) -> bool:
    """Whether nothing follows an inverted subject that would make it the subject of another verb."""
    if subject.end >= len(tokens):
        return True
    after = tokens[subject.end]
    if timely(after) and subject.end + 1 < len(tokens) and verbal(tokens, subject.end + 1):
        return False
    return (
        (not after.word and after.sort != "quote")
        or after.low in listed("prepositions")
        or after.low in listed("calendar")
        or after.low in ("who", "whose", "after", "as", "when")
        or after.low.endswith("ing")
        or timely(after)
    )


def _opening(tokens: Tokens, start: int) -> int:
    """Where the clause starts whose subject starts there, with the words that join it to the rest."""
    while start > 0 and (
        tokens[start - 1].low in listed("subordinators")
        or tokens[start - 1].low in listed("connectives")
        or (timely(tokens[start - 1]) and not tokens[start - 1].capital)
    ):
        start -= 1
    return start


def main_subject(tokens: Tokens, until: int) -> Phrase | None:
    """The subject of the sentence's main clause, or of the clause before a position."""
    starts = [0, *(i + 1 for i, token in enumerate(tokens[:until]) if token.low == ",")]
    for start in starts:
        phrase = phrase_after(tokens, start, len(tokens)) if start < len(tokens) else None
        if (
            phrase
            and phrase.end < len(tokens)
            and tokens[start].low not in listed("prepositions")
            and _governs(tokens, phrase.end)
        ):
            return phrase
    return None


def later_subject(tokens: Tokens, start: int, until: int) -> tuple[int, Phrase] | None:
    """The subject of the last side clause before a position, and where its conjunction stands."""
    for i in range(until - 1, start, -1):
        if tokens[i].low in ("while", "whereas", "although", "though", "as", "after", "when"):
            phrase = phrase_after(tokens, i + 1, until)
            return (i, phrase) if phrase and phrase.end < until and _governs(tokens, phrase.end) else None
    return None


def _governs(tokens: Tokens, i: int) -> bool:
    """Whether a verb stands there, or behind an aside."""
    if tokens[i].low == ",":
        i = next((j + 1 for j in range(i + 1, min(i + 20, len(tokens) - 1)) if tokens[j].low == ","), i)
    return (
        verbal(tokens, i)
        or tokens[i].low.endswith("ed")
        or tokens[i].low in lexicon().verbs
        or (timely(tokens[i]) and i + 1 < len(tokens) and verbal(tokens, i + 1))
    )
