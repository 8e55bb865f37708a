"""Statements that no active verb carries: "according to", "is believed to", "reportedly", claims as nouns, pictures."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.appositions import behind
from onrecord.reading.clauses import cues
from onrecord.reading.complements import has_clause
from onrecord.reading.drafts import Draft, words
from onrecord.reading.idioms import idiomatic, quoted_from
from onrecord.reading.lexicon import lexicon, listed
from onrecord.reading.page import Sentence
from onrecord.reading.passing import backshifted, behind_all, on_the_word_of, told_of
from onrecord.reading.phrases import Phrase, Tokens, phrase_after, phrase_before
from onrecord.reading.pictures import pictured
from onrecord.reading.sketches import clause_end, sketch, verb_group
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode, Stance

_BE = frozenset("is are was were be been being".split())
_ABOUT = frozenset("of that about over".split())
_SPREADING = frozenset(
    "began to arise circulated circulating swirled spread emerged surfaced mounting growing rife".split()
) | frozenset("are is were was have has had been".split())
_NEAR = 6
_SHORT = 2  # words that say too little
_NOUN_ACTS = (
    dict.fromkeys("denial denials".split(), Act.DENY)
    | dict.fromkeys(
        "promise promises pledge pledges threat threats offer offers vow vows assurance".split(), Act.PROMISE
    )
    | dict.fromkeys("prediction predictions forecast".split(), Act.PREDICT)
)
_DOUBTING = frozenset("allegedly purportedly supposedly alleged claimed".split())


def hearsay(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, completed by what no active verb carries."""
    drafts = _according(sentence, drafts)
    wording = _wording(sentence)
    set_phrases = [*idiomatic(sentence), *([wording] if wording else [])]
    found = [draft for draft in set_phrases if not _covered(draft, drafts)]
    for i, token in enumerate(sentence.tokens):
        if token.sort != "word":
            continue
        draft = _at(sentence, i)
        if draft and not _covered(draft, [*drafts, *found]):
            found.append(draft)
    return [*drafts, *found]


def _at(sentence: Sentence, i: int) -> Draft | None:
    """The statement whose cue stands at a position."""
    low = sentence.tokens[i].low
    ways = (
        (low in listed("hearsay") or low in ("declared", "quoted", "cited"), _passive),
        (low in listed("hearsay_adverbs"), _adverb),
        (low in ("heard", "hears", "hear", "told"), _heard),
        (low in listed("claims") or low in listed("tellings"), _claim),
        (low in listed("rumours"), _rumour),
    )
    found = next((way(sentence, i) for fits, way in ways if fits), None)
    return found or pictured(sentence, i) or _by_agent(sentence, i)


def _covered(draft: Draft, others: list[Draft]) -> bool:
    """Whether another draft holds the content already, or has the same cue."""
    start, end = draft.content[0][0], draft.content[-1][1]
    held = any(a <= start and end <= b for other in others for a, b in other.content)
    return held or any(other.cue and draft.cue and other.cue[0] <= draft.cue[0] < other.cue[1] for other in others)


def _wording(sentence: Sentence) -> Draft | None:
    """What is given "in the words of" somebody."""
    tokens = sentence.tokens
    lows = [token.low for token in tokens]
    i = next((n for n in range(1, len(lows) - 4) if lows[n : n + 4] == ["in", "the", "words", "of"]), None)
    speaker = phrase_after(tokens, i + 4, len(tokens)) if i else None
    return sketch(sentence, (i, i + 4), speaker, (0, i)) if i and speaker else None


def _according(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """What is said "according to" somebody: a statement of its own, or one more link of a chain."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].low != "according" or tokens[i + 1].low != "to":
            continue
        speaker = phrase_after(tokens, i + 2, len(tokens))
        if not speaker:
            continue
        if i > 1 and tokens[i - 1].low == "," and (told := _amid(sentence, i, speaker)):
            return sorted([*drafts, told], key=lambda draft: draft.content[0])
        if found := _leading(sentence, speaker, drafts) if i == 0 else _behind(sentence, i, speaker, drafts):
            return found
    return drafts


def _behind(sentence: Sentence, i: int, speaker: Phrase, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence in or at whose end it is told according to whom; none where that changes nothing."""
    tokens = sentence.tokens
    before = [draft for draft in drafts if draft.content[-1][1] <= tokens[i].start]
    rest, passed = told_of(before, tokens, i)
    if rest and not passed:
        relayed = replace(rest[-1], outer=rest[-1].outer or words(tokens, speaker))
        return [relayed if draft is rest[-1] else draft for draft in drafts]
    content = (behind_all(tokens, rest), i)
    draft = sketch(sentence, (i, i + 2), speaker, content, circumstance=tuple(tokens[i:]))
    if not draft or content[1] - content[0] <= _SHORT:
        return []
    others = [draft for draft in drafts if draft not in passed]
    return sorted([*others, draft, *on_the_word_of(tokens, speaker, passed)], key=lambda draft: draft.content[0])


def _leading(sentence: Sentence, speaker: Phrase, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence that opens with "according to" somebody; none where that changes nothing."""
    tokens = sentence.tokens
    start = behind(tokens, speaker.end, speaker.aside)
    spoken = [draft for draft in drafts if not draft.passing]
    if first := _first_said(tokens, start, spoken):
        return [replace(draft, outer=words(tokens, speaker)) if draft is first else draft for draft in drafts]
    stop = _before_cue(tokens, start, [draft for draft in spoken if not backshifted(draft)])
    draft = sketch(sentence, (0, 2), speaker, (start, stop), circumstance=tuple(tokens[:start]))
    if not draft or stop - start <= _SHORT:
        return []
    within = (other for other in drafts if other.content[-1][1] <= draft.content[-1][1])
    passed = [other for other in within if other.passing or backshifted(other)]
    others = [other for other in drafts if other not in passed]
    return sorted([*others, draft, *on_the_word_of(tokens, speaker, passed)], key=lambda draft: draft.content[0])


def _first_said(tokens: Tokens, start: int, drafts: list[Draft]) -> Draft | None:
    """The statement of somebody else that stands right behind "according to" somebody and the comma."""
    opens = (draft for draft in drafts if draft.speaker and draft.speaker[0] is tokens[min(start, len(tokens) - 1)])
    return next((draft for draft in opens if not draft.outer), None)


def _amid(sentence: Sentence, i: int, speaker: Phrase) -> Draft | None:
    """What somebody reports "that, according to" somebody else, was so."""
    tokens = sentence.tokens
    cue = next((cue for cue in cues(tokens) if cue.end in (i - 1, i - 2) and cue.subject), None)
    if cue is None or (cue.end == i - 2 and tokens[i - 2].low != "that"):
        return None
    content = (behind(tokens, speaker.end, speaker.aside), len(tokens))
    return sketch(sentence, (cue.start, cue.end), speaker, content, outer=words(tokens, cue.subject))


def _before_cue(tokens: Tokens, start: int, drafts: list[Draft]) -> int:
    """The end of the sentence, or where the first later cue's clause starts."""
    firsts = [draft.cue[0] for draft in drafts if draft.cue]
    for i in range(start, len(tokens)):
        if tokens[i].start in firsts:
            return i - 1 if i and tokens[i - 1].low in ("and", ",") and tokens[i - 2].low != "and" else i - 2
    return len(tokens)


def _passive(sentence: Sentence, i: int) -> Draft | None:
    """Passives: "is believed to have fled", "it was reported that", "has been declared false"."""
    tokens = sentence.tokens
    start, passive = verb_group(tokens, i)
    if not passive or i + 1 >= len(tokens) or start == 0:
        return None
    after = tokens[i + 1].low
    aside = tokens[start - 1].low in ("who", "which")
    stop = clause_end(tokens, i + 1, aside=aside)
    subject = phrase_before(tokens, start)
    if tokens[i].low in ("quoted", "cited"):
        return _quoted(sentence, start, i, stop, subject)
    if tokens[i].low == "declared":
        return (
            sketch(sentence, (start, i + 1), _agent(tokens, i), (i + 1, stop), act=Act.DENY)
            if after in listed("false_words")
            else None
        )
    if after == "to" or (after == "that" and tokens[start - 1].low == "it"):
        stance = Stance.HEDGED if tokens[i].low in _DOUBTING else Stance.RUMOUR
        return sketch(sentence, (start, i + 2 if after == "to" else i + 1), None, (i + 2, stop), stance=stance)
    if after in ("among", "dead", "missing", "killed") and subject:
        return sketch(sentence, (start, i + 1), None, (subject.start, stop), stance=Stance.RUMOUR)
    return None


def _heard(sentence: Sentence, i: int) -> Draft | None:
    """What a court is told by nobody whom the report names: "the jury heard that", "the court was told that"."""
    tokens = sentence.tokens
    start, passive = verb_group(tokens, i)
    told = passive or tokens[i].low != "told" or sentence.block is Block.HEADLINE
    hearers = phrase_before(tokens, start) if start and told else None
    if not hearers or tokens[hearers.end - 1].low not in listed("benches") | listed("courts"):
        return None
    hearing = words(tokens, hearers)
    that = i + 1 < len(tokens) and tokens[i + 1].low in ("that", "how")
    if not that and not has_clause(tokens, i + 1, len(tokens)):
        return None
    return sketch(sentence, (start, i + 1), None, (i + 1 + that, len(tokens)), listener=hearing, circumstance=hearing)


def _agent(tokens: Tokens, i: int) -> Phrase | None:
    """Whoever stands behind "by" soon after a passive verb."""
    for j in range(i + 1, min(len(tokens) - 1, i + 4)):
        if tokens[j].low == "by":
            return phrase_after(tokens, j + 1, len(tokens))
    return None


def _by_agent(sentence: Sentence, i: int) -> Draft | None:
    """What is denied, confirmed or announced "by" somebody: the subject of the passive verb."""
    tokens = sentence.tokens
    known = lexicon().verbs.get(tokens[i].low)
    if not known or "object" not in known[0].acts or i + 1 >= len(tokens) or tokens[i + 1].low != "by":
        return None
    start, passive = verb_group(tokens, i)
    subject = phrase_before(tokens, start) if passive and start else None
    agent = _agent(tokens, i)
    if not subject or not agent or "object" in known[0].weak:
        return None
    return sketch(sentence, (start, i + 1), agent, (subject.start, subject.end), act=known[0].acts["object"])


def _quoted(sentence: Sentence, start: int, i: int, stop: int, subject: Phrase | None) -> Draft | None:
    """Quoted speech: "was quoted by the agency as saying that"."""
    tokens = sentence.tokens
    saying = next((j for j in range(i, min(len(tokens), i + 12)) if tokens[j].low in ("saying", "telling")), None)
    if saying is None or saying + 1 > stop or not subject:
        return None
    first, told = quoted_from(tokens, saying)
    cue, agent = (start, saying + 1), _agent(tokens, i) or _agent(tokens, saying)
    behind = first < len(tokens) - 1 and tokens[first].low not in ("by", "in", ",")
    content = (first, len(tokens)) if behind else (0, subject.start)
    around = () if behind else tuple(tokens[subject.start :])
    ways = {"outer": words(tokens, agent), "listener": words(tokens, told), "circumstance": around}
    return sketch(sentence, cue, subject, content, **ways)


def _adverb(sentence: Sentence, i: int) -> Draft | None:
    """Hearsay in a word: "reportedly left the country"."""
    tokens = sentence.tokens
    first = i + 1 + (i == 0 and tokens[1:2] != () and tokens[1].low == ",")
    start = first if first < len(tokens) and tokens[first].word else None
    if start and tokens[start].low.endswith("ing"):
        return None
    stop = clause_end(tokens, i + 1, aside=False)
    if start and stop - start < _NEAR // 2 and (subject := phrase_before(tokens, verb_group(tokens, i)[0])):
        start = subject.start
    content = (start, stop) if start is not None else (0, i)
    stance = Stance.HEDGED if tokens[i].low in _DOUBTING else Stance.RUMOUR
    return sketch(sentence, (i, i + 1), None, content, stance=stance) if content[1] - content[0] > 1 else None


def _noun_end(tokens: Tokens, i: int) -> int:
    """Where the content of a noun ends: before the verb that the noun is the subject of, or at a comma."""
    that = tokens[i - 1].low == "that"
    verbs = 0
    for j in range(i, len(tokens)):
        low = tokens[j].low
        if tokens[j].sort == "mark" and low in (",", ";", ":", "—", "–"):
            return j
        if j > i and (low in listed("finite") or low in listed("auxiliaries")) and not tokens[j].capital:
            verbs += tokens[j - 1].low not in listed("auxiliaries")
            if verbs > that:
                return j
    return len(tokens)


def _claim(sentence: Sentence, i: int) -> Draft | None:
    """Claims as nouns: "the group's claim of victory", "its allegation that", "the ministry's victory claims"."""
    tokens = sentence.tokens
    owner = next((j for j in range(i - 1, max(-1, i - 4), -1) if tokens[j].low == "'s"), None)
    speaker = phrase_before(tokens, owner) if owner else None
    if speaker is None and i and tokens[i - 1].low in ("their", "its", "his", "her"):
        speaker = Phrase(i - 1, i)
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    start = i + 1
    if after in ("by", "from") and (speaker := phrase_after(tokens, i + 2, _at_content(tokens, i + 2))):
        start = speaker.end
        after = tokens[start].low if start < len(tokens) else ""
    act = _NOUN_ACTS.get(tokens[i].low, Act.ASSERT)
    leads = {"that", "of", *(["to"] if act is Act.PROMISE else _ABOUT)}
    if after in leads and start + 1 < len(tokens) and (speaker or (after == "that" and _claims(tokens[i]))):
        content = (start + (after != "to"), _noun_end(tokens, start + 1))
        return sketch(sentence, (i, i + 1), speaker, content, mode=Mode.NOUN, act=act)
    if owner and owner < i - 1 and _claims(tokens[i]):
        return sketch(sentence, (i, i + 1), speaker, (owner + 1, i), mode=Mode.NOUN)
    return None


def _claims(token: Token) -> bool:
    """Whether a noun means a claim and nothing else, whoever's it is."""
    return token.low in listed("claims")


def _at_content(tokens: Tokens, i: int) -> int:
    """Where the content of a noun starts behind whoever's it is ("a statement by the firm | that")."""
    return next((j for j in range(i, min(len(tokens), i + 2 * _NEAR)) if tokens[j].low in ("that", "of", "to")), i)


def _rumour(sentence: Sentence, i: int) -> Draft | None:
    """Rumours and reports: "rumours that he had fled", "reports of heavy fighting"."""
    tokens = sentence.tokens
    low = tokens[i].low
    if low in ("report", "talk", "gossip", "suspicion", "suspicions", "whispers") and (
        i + 1 >= len(tokens) or tokens[i + 1].low != "that"
    ):
        return None
    j = i + 1
    while j < len(tokens) and j - i < _NEAR and tokens[j].low in _SPREADING:
        j += 1
    if j + 1 >= len(tokens) or tokens[j].low not in _ABOUT or (i and tokens[i - 1].low == "'s"):
        return None
    first = i
    while first > 0 and (
        tokens[first - 1].low in listed("determiners")
        or tokens[first - 1].low in ("unconfirmed", "initial", "media", "early", "conflicting")
    ):
        first -= 1
    return sketch(
        sentence,
        (i, i + 1),
        Phrase(first, i + 1),
        (j + 1, _noun_end(tokens, j + 1)),
        mode=Mode.NOUN,
        stance=Stance.RUMOUR,
    )
