"""Whose words they are: each draft's speaker, as a bearer of a name or a description, or nobody where it cannot be told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.mentions import Mention, token_words
from onrecord.reading.names import Bearer, Cast
from onrecord.reading.page import Page
from onrecord.reading.tokens import Token
from onrecord.record.name import Kind
from onrecord.record.reading import Block
from onrecord.wording import fold

Tokens = tuple[Token, ...]
_MOST = 40  # of those in question that are looked at
_NEAR = 3  # paragraphs over which a pronoun reaches
_SAME = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "representative": "spokesperson"}
_INSTITUTIONS = frozenset("ministry government court police hospital office parliament congress senate department army navy prosecution council commission university palace presidency treasury cabinet".split())
_BODIES = frozenset("un eu us uk nato who imf fbi cia fda cdc icc icj osce opec wto iaea unicef nhs mps".split())
_LOOSE = frozenset("terrorist terror extremist militant islamist rebel armed insurgent radical jihadist jihadi separatist opposition main ruling local same parent listed private public".split())
_VISUAL = frozenset("photograph photo photos photographs video videos footage image images visuals picture pictures".split())
_PREPOSITIONS = frozenset("of for in at from with to on near by".split())


@dataclass(slots=True)
class Focus:
    """Who has been spoken of lately, last one last."""

    events: list[tuple[int, int, Bearer]] = field(default_factory=list)  # paragraph, place, who
    speakers: list[tuple[int, int, Bearer]] = field(default_factory=list)

    def note(self, paragraph: int, spot: int, bearer: Bearer, *, speaks: bool) -> None:
        """Remember somebody."""
        self.events.append((paragraph, spot, bearer))
        if speaks:
            self.speakers.append((paragraph, spot, bearer))


@dataclass(slots=True)
class Stage:
    """The cast on its page, with who is in focus."""

    page: Page
    cast: Cast
    starts: list[int]
    known: dict[tuple[str, ...], int] = field(default_factory=dict)
    spelt: dict[str, Bearer] = field(default_factory=dict)
    local: dict[tuple[str, ...], Bearer] = field(default_factory=dict)
    offices: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    own: frozenset[str] = frozenset()
    first: dict[int, int] = field(default_factory=dict)
    focus: Focus = field(default_factory=Focus)

    def enrol(self, bearer: Bearer) -> None:
        """Make a bearer findable by its spellings and by the words of its roles."""
        for text in bearer.spellings:
            self.spelt.setdefault(text, bearer)
        words = {_SAME.get(word, word) for role in (*bearer.roles, " ".join(bearer.words)) for word in role.replace("'s", "").split()}
        for word in sorted(words):
            if _noun(word):
                self.offices[word].append(bearer)


def chains(page: Page, cast: Cast, drafts: list[Draft], outlet: str = "") -> list[tuple[Bearer, ...]]:
    """For each draft its chain of bearers, outermost first; empty where the report does not say who."""
    stage = _staged(page, cast, outlet)
    order = {id(sentence): n for n, sentence in enumerate(page.sentences)}
    found: list[tuple[Bearer, ...]] = []
    seen = 0
    for draft in drafts:
        number = order[id(draft.sentence)]
        seen = _read_on(stage, seen, number)
        found.append(_chain(stage, draft))
    return found


def _staged(page: Page, cast: Cast, outlet: str) -> Stage:
    """The stage with its indices."""
    stage = Stage(page, cast, [mention.start for mention in cast.mentions], own=_own(page, outlet))
    for n, (mention, bearer) in enumerate(zip(cast.mentions, cast.who, strict=True)):
        stage.first.setdefault(id(bearer), n)
        for form in (tuple(fold(word) for word in mention.words), bearer.words, (fold(mention.acronym),)):
            if form and form[0]:
                stage.known.setdefault(form, n)
    for bearer in cast.bearers:
        stage.enrol(bearer)
    return stage


def _own(page: Page, outlet: str) -> frozenset[str]:
    """Names of the outlet itself: to be told something by it is no link of a chain."""
    datelines = [token for sentence in page.sentences[:8] if sentence.block is Block.HEADER for token in sentence.tokens]
    named = [token.text for token in datelines if token.capital and token.text.isupper()]
    whole = fold(outlet).split()
    return frozenset({fold(outlet), *(fold(name) for name in named), *whole[-1:]} - {""})


def _read_on(stage: Stage, seen: int, number: int) -> int:
    """Take in the subjects of the sentences up to one."""
    for sentence in stage.page.sentences[seen:number]:
        mention = _within(stage, sentence.start, sentence.end)
        spoken = [event for event in stage.focus.speakers[-3:] if sentence.start <= event[1] < sentence.end]
        if mention and not spoken and not stage.cast.mentions[mention[0]].modifier and _leads(stage, sentence.start, mention[0]):
            stage.focus.note(sentence.paragraph, stage.cast.mentions[mention[0]].start, stage.cast.who[mention[0]], speaks=False)
    return max(seen, number)


def _leads(stage: Stage, start: int, n: int) -> bool:
    """Whether a mention stands at the head of its sentence, as a subject does."""
    lead = stage.page.text[start : stage.cast.mentions[n].start]
    return len(lead.split()) <= 4  # noqa: PLR2004


def _within(stage: Stage, start: int, end: int) -> range:
    """The numbers of the mentions within a stretch."""
    return range(bisect_left(stage.starts, start), bisect_left(stage.starts, end))


def _chain(stage: Stage, draft: Draft) -> tuple[Bearer, ...]:
    """The chain of one draft."""
    spot = draft.cue[0] if draft.cue else draft.content[0][0]
    outer = _resolve(stage, draft.outer, (), draft, spot) if draft.outer else None
    speaker = _speaker(stage, draft, spot)
    told = _told(stage, draft)
    if speaker:
        stage.focus.note(draft.sentence.paragraph, spot, speaker, speaks=True)
    links = [link for link in (outer or told, speaker) if link]
    return tuple(dict.fromkeys(links))


def _speaker(stage: Stage, draft: Draft, spot: int) -> Bearer | None:
    """Who speaks in a draft."""
    if draft.carries_on:
        return _going_on(stage, draft)
    return _resolve(stage, draft.speaker, draft.aside, draft, spot) if draft.speaker else None


def _going_on(stage: Stage, draft: Draft) -> Bearer | None:
    """Whoever a quotation without a speaker goes on from: the one in focus in its paragraph, or the last speaker."""
    here = [event for event in stage.focus.events[-_MOST:] if event[0] == draft.sentence.paragraph and (event[2].human or event[2].kind is Kind.PERSON)]
    some = here or stage.focus.speakers
    return some[-1][2] if some else None


def _told(stage: Stage, draft: Draft) -> Bearer | None:
    """The outlet that was told, through which the words come."""
    if not draft.listener:
        return None
    named = _proper(stage, draft.listener)
    if not named or fold(named[0].text) in stage.own:
        return None
    return named[1] if _is_outlet(named[0], named[1]) else None


def _is_outlet(mention: Mention, bearer: Bearer) -> bool:
    """Whether one who was told is likely a news outlet: known, called so, or an acronym that is no public body."""
    if bearer.kind is Kind.OUTLET:
        return True
    if bearer.kind is Kind.PERSON or any(word in listed("organisations") for word in bearer.words):
        return False
    acronym = len(mention.words) == 1 and mention.text.isupper()
    return len(mention.words) <= 2 and (not acronym or fold(mention.text) not in _BODIES)  # noqa: PLR2004


def _resolve(stage: Stage, tokens: Tokens, aside: Tokens, draft: Draft, spot: int) -> Bearer | None:
    """Whoever a phrase means."""
    words = token_words(tokens)
    if not words:
        return None
    if len(words) == 1 and words[0] in listed("pronouns"):
        return _pronoun(stage, words[0], draft, spot)
    text = " ".join(stage.page.text[tokens[0].start : tokens[-1].end].split())
    named = _proper(stage, tokens)
    if named:
        named[1].spellings.add(_bare(text))
        return named[1]
    beside = _proper(stage, aside[:8]) if aside and _apposed(aside) else None
    bearer = beside[1] if beside else _described(stage, tokens, words, text, draft, spot)
    if bearer:
        _call(stage, bearer, text)
    return bearer


def _bare(text: str) -> str:
    """A spelling without its article."""
    head, _, rest = text.partition(" ")
    return rest if head.lower() in ("the", "a", "an") and rest else text


def _call(stage: Stage, bearer: Bearer, text: str) -> None:
    """Note a description as a spelling, unless it is another's."""
    if stage.spelt.setdefault(text, bearer) is bearer and stage.spelt.setdefault(_bare(text), bearer) is bearer:
        bearer.spellings.add(text)


def _apposed(aside: Tokens) -> bool:
    """Whether an aside names the one beside it ("the mayor, Ann Lee,")."""
    head = next((token for token in aside if token.word), None)
    return bool(head and head.capital and head.low not in listed("function"))


def _proper(stage: Stage, tokens: Tokens) -> tuple[Mention, Bearer] | None:
    """The name that is the head of a phrase."""
    if not tokens:
        return None
    inside = _within(stage, tokens[0].start, tokens[-1].end)
    core = _core(stage, tokens, inside)
    for n in reversed(inside):
        mention = stage.cast.mentions[n]
        if mention.end > core:
            continue
        after = [token for token in tokens if mention.end <= token.start < core and token.word]
        if not after or after[0].low in ("too", "also", mention.acronym.lower()):
            return mention, stage.cast.who[n]
        return None
    return None if inside else _known(stage, tokens)


def _core(stage: Stage, tokens: Tokens, inside: range) -> int:
    """Where a phrase ends without what hangs on it by a preposition ("Lee | of the Institute")."""
    names = [stage.cast.mentions[n] for n in inside]
    for i, token in enumerate(tokens):
        if i and token.low in _PREPOSITIONS and not any(name.start <= token.start < name.end for name in names):
            return tokens[i - 1].end
    return tokens[-1].end


def _noun(low: str) -> bool:
    """Whether a word is a noun for a person, a body or what carries words."""
    return low in listed("persons") or low in listed("plural_persons") or low in listed("organisations") or low in listed("carriers") or low in listed("kin")


def _known(stage: Stage, tokens: Tokens) -> tuple[Mention, Bearer] | None:
    """A name that capitals could not show (in a headline in capitals), known from elsewhere."""
    wanted = tuple(fold(word) for word in token_words(tokens))
    for size in range(min(6, len(wanted)), 0, -1):
        n = stage.known.get(wanted[-size:])
        if n is not None and tokens[-1].capital:
            return stage.cast.mentions[n], stage.cast.who[n]
    return None


def _agrees(bearer: Bearer, word: str) -> bool:
    """Whether a pronoun may stand for somebody."""
    if word in ("he", "she"):
        person = bearer.kind is Kind.PERSON or (bearer.human and not bearer.plural)
        return person and bearer.female in (None, word == "she")
    if word == "they":
        return bearer.plural or bearer.kind in (Kind.ORGANISATION, Kind.THING)
    return word == "it" and not bearer.plural and not bearer.human and bearer.kind is not Kind.PERSON


def _pronoun(stage: Stage, word: str, draft: Draft, spot: int) -> Bearer | None:
    """Whoever a pronoun stands for: the last speaker or subject that agrees with it."""
    paragraph = draft.sentence.paragraph
    for where, place, bearer in reversed(stage.focus.events[-_MOST:]):
        if place >= spot or paragraph - where > _NEAR:
            continue
        if _agrees(bearer, word):
            if bearer.female is None and word in ("he", "she"):
                bearer.female = word == "she"
            return bearer
    return None


def _head(words: list[str]) -> str:
    """The head of a description: its last word before a preposition."""
    cut = next((i for i, word in enumerate(words) if word in _PREPOSITIONS and i), len(words))
    return words[cut - 1]


def _described(stage: Stage, tokens: Tokens, words: list[str], text: str, draft: Draft, spot: int) -> Bearer | None:  # noqa: PLR0913
    """Whoever a description means: somebody known, or a bearer of its own."""
    head = _head(words)
    if head in _VISUAL:
        return None
    if words[-2:] == ["of", "them"] or words in (["both"], ["others"]):
        return _group_of(stage, draft)
    if words[0] in listed("pronouns") and len(words) == 1:
        return None
    definite = words[0] in ("the", "this", "that", "his", "her", "its", "their", "another") or words[1:2] == ["'s"]
    if head in listed("kin") and "of" in words and (child := _child(stage, tokens)):
        return child
    if head in listed("carriers") and head not in listed("persons"):
        return _carrier(stage, tokens, words, text, draft, definite=definite)
    if definite and (known := _by_role(stage, tokens, words, head, draft)):
        return known
    if words[0] in ("a", "an") and (named := _named_next(stage, draft, head)):
        return named
    return _anonymous(stage, words, text, head, definite=definite)


def _group_of(stage: Stage, draft: Draft) -> Bearer | None:
    """The several who spoke last, of whom "one of them" is one."""
    near = [event for event in stage.focus.events[-_MOST:] if draft.sentence.paragraph - event[0] <= 1 and event[2].plural]
    return near[-1][2] if near else None


def _child(stage: Stage, tokens: Tokens) -> Bearer | None:
    """ "the son of X": one whose role says so, or who shares X's last word and is not X."""
    numbers = _within(stage, tokens[0].start, tokens[-1].end)
    if not numbers:
        return None
    parent = stage.cast.who[numbers[-1]]
    said = [bearer for bearer in stage.cast.bearers if bearer is not parent and any(role.startswith(token_words(tokens[1:2])[:1][0] + " of") for role in bearer.roles if token_words(tokens[1:2]))]
    alike = [bearer for bearer in stage.cast.bearers if bearer is not parent and len(bearer.words) > 1 and bearer.words[-1] == parent.words[-1]]
    some = said or alike
    return some[0] if len(some) == 1 else None


def _carrier(stage: Stage, tokens: Tokens, words: list[str], text: str, draft: Draft, *, definite: bool) -> Bearer | None:  # noqa: PLR0913
    """Whoever stands behind a statement, a tweet, a report."""
    numbers = _within(stage, tokens[0].start, tokens[-1].end)
    if numbers and stage.cast.who[numbers[-1]].kind is not Kind.PLACE and words[0] in ("the", "a", "an"):
        return stage.cast.who[numbers[-1]]
    near = [event for event in stage.focus.speakers if draft.sentence.paragraph - event[0] <= _NEAR]
    if definite and near:
        return near[-1][2]
    return _anonymous(stage, words, text, _head(words))


def _by_role(stage: Stage, tokens: Tokens, words: list[str], head: str, draft: Draft) -> Bearer | None:
    """Somebody known whose role, name or description fits a definite description."""
    wanted = {fold(word) for word in words[1:] if word not in listed("function") and word != "'s"} - {head}
    same = _SAME.get(head, head)
    best: tuple[int, int, Bearer] | None = None
    latest = {id(bearer): n for n, (_, _, bearer) in enumerate(stage.focus.events[-_MOST:])}
    for bearer in stage.offices.get(same, [])[-_MOST:]:
        if (head in listed("persons") and bearer.kind in (Kind.ORGANISATION, Kind.OUTLET)) or (head in listed("organisations") and bearer.kind is Kind.PERSON):
            continue
        score = _fits(bearer, wanted, same, capital={token.low for token in tokens if token.capital})
        if score and (best is None or (score, latest.get(id(bearer), -1)) > best[:2]):
            best = (score, latest.get(id(bearer), -1), bearer)
    if best:
        return best[2]
    return _last_of_kind(stage, head, wanted, draft)


def _fits(bearer: Bearer, wanted: set[str], head: str, capital: set[str]) -> int:
    """How well a description fits a bearer; 0 where it does not."""
    best = 0
    for role in (*bearer.roles, " ".join(bearer.words)):
        have = [fold(_SAME.get(word, word)) for word in role.replace("'s", "").split()]
        if head not in have:
            continue
        rest = set(have) | set(bearer.words)
        missing = wanted - rest
        if not missing:
            best = max(best, 10 + 2 * len(wanted) + (head == have[-1]))
        elif not missing & {fold(word) for word in capital}:
            best = max(best, 3 + len(wanted & rest))
    return best


def _last_of_kind(stage: Stage, head: str, wanted: set[str], draft: Draft) -> Bearer | None:
    """The last one in focus of the kind that the head of a description asks for, where it adds no name."""
    person, body = head in listed("persons"), head in listed("organisations")
    for where, _, bearer in reversed(stage.focus.events[-_MOST:]):
        if draft.sentence.paragraph - where > _NEAR:
            return None
        if person and bearer.human and not bearer.plural and len(wanted) <= 1:
            return bearer
        if body and head not in _INSTITUTIONS and wanted <= _LOOSE and bearer.kind in (Kind.ORGANISATION, Kind.OUTLET, Kind.THING) and not bearer.local:
            outlet = bearer.kind is Kind.OUTLET
            if (head in ("agency", "newspaper", "broadcaster", "channel", "network", "paper", "station")) == outlet:
                return bearer
    return None


def _named_next(stage: Stage, draft: Draft, head: str) -> Bearer | None:
    """The person whom the next sentence of the paragraph names first, where this one only described them."""
    if head not in listed("persons"):
        return None
    page = stage.page
    after = bisect_left(page.sentences, draft.sentence.end, key=lambda sentence: sentence.start)
    following = page.sentences[after] if after < len(page.sentences) else None
    if not following or following.paragraph != draft.sentence.paragraph:
        return None
    numbers = [n for n in _within(stage, following.start, following.end) if stage.cast.who[n].kind is Kind.PERSON]
    if not numbers:
        return None
    bearer, first = stage.cast.who[numbers[0]], numbers[0]
    fresh = stage.first[id(bearer)] == first and len(bearer.words) > 1
    opens = stage.page.text[following.start : stage.cast.mentions[first].start]
    return bearer if fresh and (len(opens.split()) <= 2 or opens.rstrip().endswith(",")) else None  # noqa: PLR2004


def _anonymous(stage: Stage, words: list[str], text: str, head: str, *, definite: bool = False) -> Bearer:
    """A bearer of its own for a description."""
    key = tuple(fold(word) for word in words if word not in ("the", "a", "an", "some", "'s"))
    if key in stage.local:
        return stage.local[key]
    plural = (head.endswith("s") and not head.endswith("ss")) or head in listed("plural_persons")
    standing = definite and head in _INSTITUTIONS and not plural
    bearer = Bearer(text, key or (text.lower(),), Kind.ORGANISATION if standing else Kind.ANONYMOUS, plural=plural, local=not standing, human=head in listed("persons"))
    if standing:
        bearer.name = _bare(text)
    bearer.spellings.add(text)
    bearer.roles.add(" ".join(word for word in words if word not in ("the", "a", "an")))
    stage.cast.bearers.append(bearer)
    stage.local[key] = bearer
    stage.enrol(bearer)
    return bearer
