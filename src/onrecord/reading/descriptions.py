"""Descriptions instead of names: "the ministry's spokesman", "a resident", "one of them"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import lexicon, listed
from onrecord.reading.mentions import token_words
from onrecord.reading.names import Bearer
from onrecord.reading.stage import PREPOSITIONS, Stage, Tokens, is_noun, role_words, same_office
from onrecord.record.name import Kind
from onrecord.record.reading import Block
from onrecord.wording import fold

_NEAR = 3  # paragraphs over which a description reaches
_MOST = 40  # bearers of one office that are looked at
_FAR = 200  # code points back in which a body may have been named
_FITTING, _LOOSELY = 10, 3
_DEFINITE = frozenset("the this that his her its their another".split())
_BESIDE = frozenset("deputy vice former assistant shadow".split())
_PAST = frozenset("former late then interim acting outgoing incoming new".split())
_ARTICLES = frozenset("the a an some 's".split())


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that describes its bearer.

    Attributes:
        tokens: the phrase.
        words: its words in lower case.
        text: its words as they stand.
        head: the noun that says what the bearer is.
        paragraph: where it stands.
        headline: whether it stands in a headline, which leaves articles out.
    """

    tokens: Tokens
    words: tuple[str, ...]
    text: str
    head: str
    paragraph: int
    headline: bool

    @property
    def definite(self) -> bool:
        """Whether the bearer is one whom the reader should know."""
        return self.bare or self.pointing

    @property
    def bare(self) -> bool:
        """Whether it stands without an article in a headline, where it may mean one whom the reader should know."""
        counted = self.words[0] in _ARTICLES | listed("determiners") or self.words[0][0].isdigit()
        return self.headline and not counted and not self.plural

    @property
    def pointing(self) -> bool:
        """Whether it says that the reader knows its bearer."""
        return self.words[0] in _DEFINITE or self.words[1:2] == ("'s",)

    @property
    def wanted(self) -> frozenset[str]:
        """The words that say which one of its kind is meant."""
        some = (fold(word) for word in self.words if word not in _DEFINITE | _ARTICLES | listed("function"))
        return frozenset(some) - {self.head}

    @property
    def person(self) -> bool:
        """Whether it describes a person."""
        return self.head in listed("persons") or self.aged

    @property
    def plural(self) -> bool:
        """Whether it describes several."""
        return (self.head.endswith("s") and not self.head.endswith("ss")) or self.head in listed("plural_persons")

    @property
    def institution(self) -> bool:
        """Whether it names a body that stays, and not just any of its kind ("the interior ministry", "the army")."""
        telling = bool(self.wanted - listed("loose")) or self.head not in listed("dependent")
        known = self.head in listed("institutions") or "-".join(self.words[-2:]) in listed("institutions")
        return known and telling and not self.plural

    @property
    def office(self) -> bool:
        """Whether it names an office that one person holds ("the interior minister", "the mayor of Kelm")."""
        return self.head in listed("offices") and any(map(_telling, self.wanted - _PAST)) and not self.plural

    @property
    def placed(self) -> bool:
        """Whether a name in it says whose it is ("the Caldorian interior ministry")."""
        return any(token.capital and fold(token.low) in self.wanted for token in self.tokens)

    @property
    def aged(self) -> bool:
        """Whether it tells no more than an age ("the 54-year-old")."""
        return self.head.endswith("year-old")


def described(stage: Stage, tokens: Tokens, text: str, draft: Draft) -> Bearer | None:
    """Whoever a description means: somebody known, or a bearer of its own."""
    words = tuple(token_words(tokens))
    one = Description(tokens, words, text, _head(words), draft.sentence.paragraph, _in_headline(draft))
    if one.head in listed("pictures"):
        return None
    if words[-2:] == ("of", "them") or words in (("both",), ("others",)):
        return _group_of(stage, one)
    found = _meant(stage, one, draft)
    if found and _fuller(found, one):
        found = None if _several(stage, one.head) else _rename(stage, found, one)
    return found or _anonymous(stage, one)


def _in_headline(draft: Draft) -> bool:
    return draft.sentence.block in {Block.HEADLINE, Block.SUBHEAD}


def _meant(stage: Stage, one: Description, draft: Draft) -> Bearer | None:
    """Somebody known whom a description means."""
    if one.head in listed("kin") and "of" in one.words:
        return _child(stage, one)
    if one.head in listed("carriers") and not one.person:
        return _carrier(stage, one)
    if one.bare and not one.wanted and _several(stage, one.head):
        return None
    if one.definite:
        return _by_role(stage, one) or (_in_focus(stage, one) if one.pointing else None)
    return _named_next(stage, draft) if one.person and one.words[0] in ("a", "an") else None


def _several(stage: Stage, head: str) -> bool:
    """Whether a report speaks of two bodies of one kind ("the health ministry", "the Ministry of Trade")."""
    text = stage.page.text.casefold()
    before = re.findall(rf"([\w’'-]+) {head}\b(?! of )", text) if head in listed("dependent") else []
    behind = re.findall(rf"\b{head} of (?:the )?(\w+)", text) if head in listed("dependent") else []
    said = (
        listed("function") | listed("determiners") | listed("prepositions") | listed("loose") | lexicon().verbs.keys()
    )
    return len({*before, *behind} - said) > 1


def _head(words: tuple[str, ...]) -> str:
    """The head of a description: its last noun before a preposition."""
    cut = next((i for i, word in enumerate(words) if word in PREPOSITIONS and i), len(words))
    return next((word for word in reversed(words[:cut]) if is_noun(word)), words[cut - 1])


def _group_of(stage: Stage, one: Description) -> Bearer | None:
    """The several who spoke last, of whom "one of them" is one."""
    some = [event.bearer for event in stage.lately(one.paragraph, 1) if event.bearer.plural]
    return some[-1] if some else None


def _child(stage: Stage, one: Description) -> Bearer | None:
    """For "the son of X": the one whose role says so, or who shares X's last word and is not X."""
    numbers = stage.within(one.tokens[0].start, one.tokens[-1].end)
    if not numbers:
        return None
    parent = stage.cast.who[numbers[-1]]
    said, alike = stage.kin[one.head], stage.surnamed[parent.words[-1]]
    some = _but(parent, said) or _but(parent, alike)
    return some[0] if len(some) == 1 else None


def _but(parent: Bearer, bearers: list[Bearer]) -> list[Bearer]:
    """The first two bearers that are not the parent: where there are two, nobody can tell which is meant."""
    return list(islice((bearer for bearer in bearers if bearer is not parent), 2))


def _carrier(stage: Stage, one: Description) -> Bearer | None:
    """Whoever stands behind a statement, a tweet, a report."""
    numbers = stage.within(one.tokens[0].start, one.tokens[-1].end)
    if numbers and stage.cast.who[numbers[-1]].kind is not Kind.PLACE and one.words[0] in ("the", "a", "an"):
        return stage.cast.who[numbers[-1]]
    near = [event.bearer for event in stage.speeches[-1:] if one.paragraph - event.paragraph <= _NEAR]
    return near[-1] if one.definite and near else None


def _by_role(stage: Stage, one: Description) -> Bearer | None:
    """Somebody known whose role, name or description fits best; of equals, the one last in focus."""
    latest = {id(event.bearer): n for n, event in enumerate(stage.lately(one.paragraph, one.paragraph))}
    some = [bearer for bearer in stage.offices.get(same_office(one.head), [])[-_MOST:] if _may_be(bearer, one)]
    scored = [(_fits(bearer, one), latest.get(id(bearer), -1), -n) for n, bearer in enumerate(some)]
    best = max(scored, default=(0, 0, 0))
    return some[-best[2]] if best[0] else None


def _may_be(bearer: Bearer, one: Description) -> bool:
    """Whether the kinds agree."""
    if one.person:
        return bearer.kind not in (Kind.ORGANISATION, Kind.OUTLET)
    return one.head not in listed("organisations") or bearer.kind is not Kind.PERSON


def _fits(bearer: Bearer, one: Description) -> int:
    """How well a description fits a bearer; 0 where it does not."""
    named = {fold(token.low) for token in one.tokens if token.capital}
    best, head = 0, same_office(one.head)
    for role in (*sorted(bearer.roles), " ".join(bearer.words)):
        have = role_words(role)
        if head not in have:
            continue
        missing = one.wanted - set(have) - set(bearer.words)
        if not missing:
            other = bool(set(have) & _BESIDE - one.wanted)
            best = max(best, _FITTING + 2 * len(one.wanted) + (head == have[-1]) - 2 * other)
        elif not missing & named and not _another(have, one):
            best = max(best, _LOOSELY + len(one.wanted) - len(missing))
    return best


def _another(have: list[str], one: Description) -> bool:
    """Whether a role is like a description but for what says which: "the interior minister" to that of trade."""
    own = set(have) - {same_office(one.head)} - listed("function") - one.wanted
    return one.head not in listed("broad") and any(map(_telling, own)) and any(map(_telling, one.wanted - set(have)))


def _namesake(bearer: Bearer, one: Description) -> bool:
    """Whether somebody holds an office of the name of a description's, but another one."""
    held = map(role_words, bearer.roles)
    return any(same_office(one.head) in have and _another(have, one) for have in held)


def _telling(word: str) -> bool:
    """Whether a word says which one of its kind is meant, and not only what it is like."""
    return word not in listed("loose") and not word.startswith(("anti-", "pro-")) and not word.endswith("ed")


def _in_focus(stage: Stage, one: Description) -> Bearer | None:
    """The last one in focus of the kind that a description asks for, where it adds no name."""
    near = [event.bearer for event in stage.lately(one.paragraph, _NEAR)]
    if one.person:
        near = [bearer for bearer in near if not _namesake(bearer, one)]
        unnamed = [bearer for bearer in near if bearer.human and not bearer.plural and not _other_office(bearer, one)]
        return unnamed[-1] if unnamed and len(one.wanted) <= 1 else _just_named(stage, one)
    loose = not any(map(_telling, one.wanted))
    if one.head not in listed("organisations") or one.head in listed("institutions") or not loose:
        return None
    bodies = _surest([bearer for bearer in near if _is_body(bearer, one.head)])
    if not one.wanted and not bodies:
        return _body_before(stage, one)
    return bodies[-1] if bodies and (not one.wanted or all(bearer is bodies[0] for bearer in bodies)) else None


def _body_before(stage: Stage, one: Description) -> Bearer | None:
    """The body named last before "the company" in the report, if not far before."""
    start = one.tokens[0].start
    inside = stage.within(max(0, start - _FAR), start)
    bodies = _surest([stage.cast.who[n] for n in inside if _is_body(stage.cast.who[n], one.head)])
    return bodies[-1] if bodies else None


def _surest(bearers: list[Bearer]) -> list[Bearer]:
    """Those that are surely bodies; where there are none, those that may be."""
    return [bearer for bearer in bearers if bearer.kind is not Kind.THING] or bearers


def _other_office(bearer: Bearer, one: Description) -> bool:
    """Whether somebody is known by an office that is not the one of a description, both saying who is meant."""
    offices = {word for role in bearer.roles for word in role.split() if word in listed("persons")}
    broad = listed("broad") | listed("kin")
    telling = {same_office(word) for word in offices - broad}
    return bool(telling) and one.head not in broad and same_office(one.head) not in telling and bool(one.wanted)


def _is_body(bearer: Bearer, head: str) -> bool:
    """Whether a bearer is a body of the kind that the head of a description names."""
    outlet = head in listed("outlet_nouns") or head in ("agency", "network")
    known = bearer.kind in (Kind.ORGANISATION, Kind.OUTLET, Kind.THING)
    return known and not bearer.local and (bearer.kind is Kind.OUTLET) == outlet


def _just_named(stage: Stage, one: Description) -> Bearer | None:
    """The person named just before in the paragraph, where no other office of theirs speaks against it."""
    near = stage.lately(one.paragraph, 0)
    if not near or near[-1].bearer.kind is not Kind.PERSON or _namesake(near[-1].bearer, one):
        return None
    offices = {word for role in near[-1].bearer.roles for word in role.split() if word in listed("persons")}
    loose = one.aged or one.head in listed("broad")
    return near[-1].bearer if not offices - {one.head} or loose else None


def _named_next(stage: Stage, draft: Draft) -> Bearer | None:
    """The person whom the next sentence of the paragraph names first, where this one only described them."""
    after = bisect_left(stage.page.sentences, draft.sentence.end, key=lambda sentence: sentence.start)
    following = stage.page.sentences[after] if after < len(stage.page.sentences) else None
    if not following or following.paragraph != draft.sentence.paragraph:
        return None
    numbers = [n for n in stage.within(following.start, following.end) if stage.cast.who[n].kind is Kind.PERSON]
    if not numbers:
        return None
    bearer, first = stage.cast.who[numbers[0]], numbers[0]
    opens = stage.page.text[following.start : stage.cast.mentions[first].start]
    leads = len(opens.split()) <= 2 or opens.rstrip().endswith(",")  # noqa: PLR2004 - "The mayor Ann Lee"
    return bearer if leads and stage.first[id(bearer)] == first and len(bearer.words) > 1 else None


def _anonymous(stage: Stage, one: Description) -> Bearer:
    """A bearer of its own for a description."""
    key = _key(one)
    if key in stage.local:
        return stage.local[key]
    if one.text.startswith("@"):  # an account is known by its handle, in whatever report
        return stage.add(Bearer(one.text, key, Kind.PERSON, spellings={one.text}))
    institution = one.definite and one.institution
    office = Kind.OFFICE if one.definite and one.office else Kind.ANONYMOUS
    kind = Kind.ORGANISATION if institution else office
    bearer = Bearer(bare(one.text), key, kind, plural=one.plural, local=not institution, human=one.person)
    bearer.common = institution and not one.placed
    bearer.spellings.add(one.text)
    bearer.roles.add(" ".join(word for word in one.words if word not in _ARTICLES))
    return stage.add(bearer)


def _key(one: Description) -> tuple[str, ...]:
    """The words by which a description's own bearer is known."""
    return tuple(fold(word) for word in one.words if word not in _ARTICLES) or (fold(one.text),)


def _fuller(bearer: Bearer, one: Description) -> bool:
    """Whether a description names an institution in full that has only been called "the ministry"."""
    return one.institution and bearer.local and bearer.words == (one.head,) and one.definite


def _rename(stage: Stage, bearer: Bearer, one: Description) -> Bearer:
    """Know an institution by its fuller name."""
    bearer.name, bearer.words, bearer.kind, bearer.local = bare(one.text), _key(one), Kind.ORGANISATION, False
    bearer.common = not one.placed
    bearer.roles.add(" ".join(bearer.words))
    stage.local[bearer.words] = bearer
    return bearer


def bare(text: str) -> str:
    """A spelling without its article."""
    head, _, rest = text.partition(" ")
    return rest if head.lower() in ("the", "a", "an") and rest else text
