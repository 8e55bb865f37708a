"""Whose words they are: each draft's speaker, by name or description, or nobody where it cannot be told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.descriptions import bare, described
from onrecord.reading.drafts import Draft
from onrecord.reading.hearers import heard, spoken_to
from onrecord.reading.lexicon import channels, listed
from onrecord.reading.manner import channel
from onrecord.reading.mentions import Mention, token_words
from onrecord.reading.names import Bearer, Cast
from onrecord.reading.page import Page, Sentence
from onrecord.reading.stage import Stage, Tokens, proper, read_on, set_up
from onrecord.record.name import Kind
from onrecord.record.reading import Block
from onrecord.record.statement import Mode
from onrecord.wording import fold

_OURSELVES = frozenset("report article story version piece dispatch".split())
_HEADINGS = (Block.HEADLINE, Block.SUBHEAD)
_NEAR = 3  # paragraphs over which a pronoun reaches
_MOST = 200  # mentions back in its own paragraph
_ASIDE = 8  # words of an aside that may name its bearer
_OWN = frozenset("his her its their our my your".split())
_KIN = frozenset("elder older eldest younger youngest senior junior".split())
_ONE = frozenset("the this that a an one another".split())
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_SHORT = 2  # words of an outlet's name that nothing else shows to be one


def chains(page: Page, cast: Cast, drafts: list[Draft], outlet: str = "") -> list[tuple[Bearer, ...]]:
    """For each draft its chain of bearers, outermost first; empty where the report does not say who."""
    stage = set_up(page, cast, outlet)
    order = {id(sentence): n for n, sentence in enumerate(page.sentences)}
    found: list[tuple[Bearer, ...]] = []
    seen = 0
    for draft in drafts:
        number = order[id(draft.sentence)]
        read_on(stage, page.sentences[seen:number])
        _overhear(stage, page.sentences[seen:number])
        seen = max(seen, number)
        found.append(_chain(stage, draft))
    return found


def _chain(stage: Stage, draft: Draft) -> tuple[Bearer, ...]:
    """The chain of one draft."""
    spot = draft.cue[0] if draft.cue else draft.content[0][0]
    outer = _resolve(stage, draft.outer, (), draft, spot) if draft.outer else None
    speaker = _speaker(stage, draft, spot)
    told = _told(stage, draft) or (_told_before(stage, draft, speaker) if speaker else None)
    if told:
        stage.note(draft.sentence.paragraph, spot, told, speaks=False)
    if told and speaker:
        stage.told[id(speaker)] = (draft.sentence.paragraph, told)
        stage.heard.add(id(told))
    if speaker:
        stage.note(draft.sentence.paragraph, spot, speaker, speaks=True)
    if outer and outer is not speaker:
        stage.note(draft.sentence.paragraph, spot, outer, speaks=False)
    links = [link for link in (outer or told, speaker) if link]
    return tuple(dict.fromkeys(links))


def _speaker(stage: Stage, draft: Draft, spot: int) -> Bearer | None:
    """Who speaks in a draft."""
    if draft.carries_on:
        return _going_on(stage, draft)
    if draft.mode is Mode.POST:
        return _signed(stage, draft)
    if not draft.speaker or _itself(draft.speaker):
        return None
    return _resolve(stage, draft.speaker, draft.aside, draft, spot)


def _itself(speaker: Tokens) -> bool:
    """Whether it is the report that speaks of itself: "an earlier version of this report said"."""
    words = [token.low for token in speaker]
    return (words[:1] == ["this"] and words[-1] in _OURSELVES) or {"version", "this"} <= set(words)


def _signed(stage: Stage, draft: Draft) -> Bearer:
    """The account that signs a post, under its name and its handle."""
    text = " ".join(stage.page.text[draft.speaker[0].start : draft.speaker[-1].end].split())
    key = tuple(fold(word).lstrip("#@") for word in token_words(draft.speaker)) or (text,)
    named = proper(stage, draft.speaker)
    bearer = named[1] if named else stage.local.get(key)
    if bearer is None:
        bearer = stage.add(Bearer(text, key, Kind.PERSON))
    bearer.spellings.update({text, *(token.text for token in draft.aside)})
    return bearer


def _going_on(stage: Stage, draft: Draft) -> Bearer | None:
    """Whoever a quotation without a speaker goes on from: the one in focus in its paragraph, or the last speaker."""
    near = [event.bearer for event in stage.lately(draft.sentence.paragraph, 0)]
    here = [bearer for bearer in near if bearer.human or bearer.kind is Kind.PERSON]
    some = here or [event.bearer for event in stage.speeches[-1:]]
    return some[-1] if some else None


def _told(stage: Stage, draft: Draft) -> Bearer | None:
    """The outlet that was told, through which the words come."""
    return _listening(stage, heard(draft), draft.sentence.paragraph)


def _listening(stage: Stage, listener: Tokens, paragraph: int) -> Bearer | None:
    """The outlet that some words mean, if they mean one."""
    owned = next((i for i, token in enumerate(listener) if token.low == "'s"), len(listener))
    listener = listener[:owned]
    if not listener:
        return None
    named = proper(stage, listener)
    if named:
        return named[1] if fold(named[0].text) not in stage.own and _is_outlet(named[0], named[1]) else None
    near = stage.lately(paragraph, paragraph)
    outlets = [event.bearer for event in near if event.bearer.kind is Kind.OUTLET or id(event.bearer) in stage.heard]
    return outlets[-1] if listener[-1].low in listed("outlet_nouns") and outlets else None


def _overhear(stage: Stage, sentences: Sequence[Sentence]) -> None:
    """Take in who spoke to which outlet in sentences that say no more than that."""
    for sentence in sentences:
        told = _listening(stage, spoken_to(sentence.tokens), sentence.paragraph)
        leading = [event.bearer for event in stage.events[-1:] if sentence.start <= event.spot < sentence.end]
        if told and leading:
            stage.told[id(leading[0])] = (sentence.paragraph, told)
            stage.heard.add(id(told))


def _told_before(stage: Stage, draft: Draft, speaker: Bearer) -> Bearer | None:
    """The outlet to which the speaker was speaking just before, where the wording only goes on."""
    words = token_words(draft.speaker)
    if id(speaker) not in stage.told or draft.listener or draft.mode is Mode.POST:
        return None
    paragraph, told = stage.told[id(speaker)]
    goes_on = not words or words[0] in listed("pronouns")
    apart = draft.sentence.paragraph - paragraph
    elsewhere = apart or channel(draft)
    return told if (goes_on and apart <= 1) or not elsewhere else None


def _is_outlet(mention: Mention, bearer: Bearer) -> bool:
    """Whether one who was told is likely a news outlet: known, called so, or an acronym that is no public body."""
    if bearer.kind is Kind.OUTLET:
        return True
    if bearer.kind in (Kind.PERSON, Kind.PLACE) or any(word in listed("organisations") for word in bearer.words):
        return False
    acronym = len(mention.words) == 1 and mention.text.isupper()
    return len(mention.words) <= _SHORT and (not acronym or fold(mention.text) not in listed("bodies"))


def _resolve(stage: Stage, tokens: Tokens, aside: Tokens, draft: Draft, spot: int) -> Bearer | None:
    """Whoever a phrase means."""
    words = token_words(tokens)
    if not words:
        return None
    subject = _OBJECTS.get(words[0], words[0]) if len(words) == 1 else ""
    if subject in listed("pronouns"):
        return _pronoun(stage, subject, draft, spot)
    text = " ".join(stage.page.text[tokens[0].start : tokens[-1].end].split())
    named = proper(stage, tokens)
    meant = named[1] if named else None
    if meant := _in_full(stage, tokens, meant) if draft.mode is Mode.HEADLINE else meant:
        meant.spellings.update(set() if _KIN.intersection(words) else {bare(text)})
        return meant
    several = any(token.low == "and" for token in aside[:_ASIDE])
    beside = proper(stage, aside[:_ASIDE]) if aside and _apposed(tokens, aside) and not several else None
    bearer = beside[1] if beside else described(stage, tokens, text, draft)
    if bearer:
        sure = beside is not None or bearer.local or not _loose(tokens)
        _call(stage, bearer, text, sure=sure and not _of_a_body(tokens, bearer))
    return bearer


def _in_full(stage: Stage, tokens: Tokens, bearer: Bearer | None) -> Bearer | None:
    """Whom a short name means that headlines alone use: the one whose name ends with it, if just one does."""
    uses = (mention for mention, who in zip(stage.cast.mentions, stage.cast.who, strict=True) if who is bearer)
    if any(stage.page.sentences[mention.sentence].block not in _HEADINGS for mention in uses):
        return bearer
    short = tuple(fold(word) for word in token_words(tokens))
    fuller = [one for one in stage.cast.bearers if len(one.words) > len(short) and one.words[-len(short) :] == short]
    name = tokens[-1].capital and tokens[-1].low not in listed("organisations")
    return fuller[0] if len(fuller) == 1 and not fuller[0].local and name else bearer


def _loose(tokens: Tokens) -> bool:
    """Whether a description may mean another one elsewhere: "its notice", "the elder Lind", "aide" in a headline."""
    low = {token.low for token in tokens}
    owned = tokens[0].low in _OWN and not low & listed("persons")
    return owned or bool(low & _KIN) or not (low & (_ONE | _OWN) or any(token.capital for token in tokens))


def _of_a_body(tokens: Tokens, bearer: Bearer) -> bool:
    """Whether a person is described by a body's noun and no person's: "the committee, Ann Lee," names two."""
    low = {token.low for token in tokens}
    return bearer.kind is Kind.PERSON and bool(low & listed("organisations")) and not low & listed("persons")


def _call(stage: Stage, bearer: Bearer, text: str, *, sure: bool) -> None:
    """Note whom a description means, unless it is another's; as a spelling of theirs where the words leave no doubt."""
    its = stage.spelt.setdefault(text, bearer) is bearer and stage.spelt.setdefault(bare(text), bearer) is bearer
    if its and sure:
        bearer.spellings.add(text)


def _apposed(tokens: Tokens, aside: Tokens) -> bool:
    """Whether an aside names the one beside it ("the mayor, Ann Lee,"), and not where a place is ("in Ardle, Varn")."""
    named = [token for token in aside if token.word]
    located = len(tokens) > 1 and tokens[-1].capital and tokens[-2].low in ("in", "near", "from") and len(named) == 1
    return bool(named and named[0].capital and named[0].low not in listed("function") and not located)


def _pronoun(stage: Stage, word: str, draft: Draft, spot: int) -> Bearer | None:
    """Whoever a pronoun stands for: the last speaker or subject that agrees with it."""
    near = [event for event in reversed(stage.lately(draft.sentence.paragraph, _NEAR)) if event.spot < spot]
    here = [event.bearer for event in near if event.paragraph == draft.sentence.paragraph]
    some = [*here, *_named_before(stage, draft, spot), *(event.bearer for event in near[len(here) :])]
    if word not in ("he", "she"):
        return next((bearer for bearer in some if _agrees(bearer, word)), None)
    rows = (some[: len(some) - len(near) + len(here)], some)
    tests = ((row, test) for row in rows for test in (lambda one: _agrees(one, word), _may_be_person))
    found = next((bearer for row, test in tests for bearer in row if test(bearer)), None)
    if found and found.female is None:
        found.female = word == "she"
    return found


def _named_before(stage: Stage, draft: Draft, spot: int) -> list[Bearer]:
    """The people whom the sentence has named before a place in their order, then those of its paragraph backwards."""
    first = stage.page.stretches[draft.sentence.paragraph].start
    here = stage.within(draft.sentence.start, spot)
    earlier = reversed(stage.within(first, draft.sentence.start)[-_MOST:])
    return [stage.cast.who[n] for n in (*here, *earlier) if _stands_alone(stage, stage.cast.mentions[n], n)]


def _stands_alone(stage: Stage, mention: Mention, n: int) -> bool:
    """Whether a mention names a person for their own sake, and not whose relative or thing something is."""
    owns = stage.page.text[mention.end : mention.end + 2] in ("'s", "’s")
    bearer = stage.cast.who[n]
    person = bearer.kind is Kind.PERSON or _may_be_person(bearer)
    return person and not (mention.kin or mention.modifier or owns)


def _may_be_person(bearer: Bearer) -> bool:
    """Whether nothing shows what a bearer is but a single name."""
    if bearer.words[-1] in channels():
        return False
    return bearer.kind is Kind.THING and len(bearer.words) == 1 and not bearer.plural and not bearer.adjective


def _agrees(bearer: Bearer, word: str) -> bool:
    """Whether a pronoun may stand for somebody."""
    if word in ("he", "she"):
        person = bearer.kind is Kind.PERSON or (bearer.human and not bearer.plural)
        return person and bearer.female in (None, word == "she")
    if word == "they":
        return bearer.plural or bearer.kind in (Kind.ORGANISATION, Kind.THING)
    return word == "it" and not bearer.plural and not bearer.human and bearer.kind is not Kind.PERSON
