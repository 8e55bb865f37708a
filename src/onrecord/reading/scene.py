"""Who and what a report speaks of, and where: the mentions that claims are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from operator import attrgetter

from onrecord.reading.mentioned import BODIES, Entry, Mention, apart, find, forms_of, idiom, pronouns, things
from onrecord.reading.places import generic_places, main_place, place_key, places_of, within_sentence
from onrecord.reading.triggers import Compiled, index
from onrecord.record.name import Kind, Name
from onrecord.relations import load
from onrecord.wording import Word, fold, name_key, words

_STOP = re.compile(r"[.!?]['\"’”]?\s+|\n")
_SENTENCE = 400  # code points that are looked back for the beginning of a sentence
_NOBODY = re.compile(
    r"\b(?:News|Newswire|Times|Post|Radio|TV|Television|Daily|Herald|Press|Gazette|Tribune|Blog|Ticker|Agency|Group|"
    r"Research|Institute|Centre|Center|Bank|Hospital|University|Company|Ministry|Council|Party|Union|Federation)\b"
)
_TITLE = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Madame|Sir)\.? $")
_SHE = re.compile(r"\b(?:he|his|him|himself|she|her|herself)\b", re.IGNORECASE)
_PRONOUN_REACH = 120
_MOST_USES = 3  # one use as a body in so many mentions tells
_HEAD = 60  # code points before a name in which it may be said whose head somebody is
_HAS = re.compile(
    r" (?:fighters|militants|commanders?|leaders?|leadership|group|rebels|forces|network|members|gunmen|insurgents|"
    r"regime|movement|militia|troops|terror\w*)\b"
)
_HEADED = re.compile(
    r"\b(?:leader|head|chief|founder|member|commander|leadership) of (?:the )?(?:[a-z][\w-]* ){0,4}?(?:(?:group|"
    r"network|militia|"
    r"organi[sz]ation|movement) )?$"
)
_SPOKEN_OF = 3  # times that a mention of somebody counts who does not speak
_BACK = 40  # mentions of persons that are looked back
_TITLED = re.compile(
    r"^['’s]{0,2} (?:[\w-]+ )?(?:leader|chief|president|minister|commander|head|founder|co-founder|spokes\w+|secretary|"
    r"official|governor|mayor|director|executive|chairman|chairwoman|manager|boss|general|lawyer|member),? $"
)


_begins = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Scene:
    """The mentions of one report in order, and its names by key.

    Attributes:
        text: the report.
        mentions: all mentions, in order.
        names: the bearers of names by key, places among them.
        places: the places.
        main_place: key of the place that the report is about, or empty.
        main: key of each kind of thing that it tells of most.
        persons: the mentions of persons, in order.
        sexes: "he" or "she" by name key, where the text tells.
        leading: key of the person that the report is about, or empty.
        roles: name keys by each word of the roles that they hold.
        sides: key of the body that a person speaks for, by name key.
        speaking: keys of those who speak.
        year: year of publication, or empty.
        words: the words of the text.
    """

    text: str
    mentions: tuple[Mention, ...]
    names: dict[str, Name]
    places: tuple[Name, ...]
    main_place: str
    main: Mapping[str, str] = field(default_factory=dict)
    persons: tuple[Mention, ...] = ()
    sexes: Mapping[str, str] = field(default_factory=dict)
    leading: str = ""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    speaking: Collection[str] = ()
    year: str = ""
    words: Sequence[Word] = ()

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that lie within a stretch of the text."""
        low = bisect_left(self.mentions, start, key=_begins)
        high = bisect_left(self.mentions, end, low, key=_begins)
        return [mention for mention in self.mentions[low:high] if mention.end <= end]

    def triggers(self, start: int, end: int) -> list[Compiled]:
        """The triggers that may stand in a stretch of the text."""
        low = bisect_left(self.words, start, key=_begins)
        high = bisect_left(self.words, end, low, key=_begins)
        return index().possible(word.form for word in self.words[low:high])

    def person_before(self, start: int, *, but: str, sex: str = "", since: int = 0) -> str:
        """Key of the person meant before a place in the text: the report's main one if near, or else the last.

        Args:
            start: the place in the text.
            but: key of whom it cannot be.
            sex: what the pronoun tells.
            since: where the search begins; all that stands well before the place is passed over, where it is not given.
        """
        low = bisect_left(self.persons, since, key=_begins)
        high = bisect_left(self.persons, start, key=_begins)
        near = [m for m in self.persons[max(low, high - _BACK) : high] if start - m.end <= _SENTENCE or since]
        keys = [m.key for m in near if m.key != but and (not sex or self.sexes.get(m.key, sex) == sex)]
        if self.leading in keys:
            return self.leading
        silent = [key for key in keys if key not in self.speaking]
        return (silent or keys or [""])[-1]

    def thing_before(self, start: int, kind: str) -> str:
        """Key of the thing of a kind last mentioned before a place in the text; empty where none is near."""
        near = self.between(max(0, start - _SENTENCE), start)
        return next((m.key for m in reversed(near) if m.kind == kind), "")

    def in_role(self, mention: Mention, *, but: str) -> str:
        """Key of the person whom "the leader" means: the one in that role, or else the one mentioned most often."""
        role = self.text[mention.start : mention.end].split()[-1].casefold()
        holding = self.roles.get(role, ())
        if len(holding) == 1:
            return holding[0]
        return self.leading if self.leading != but else self.person_before(mention.start, but=but)

    def sentence_start(self, at: int) -> int:
        """Where the sentence around a place in the text begins, as its stops tell."""
        low = max(0, at - _SENTENCE)
        stops = [match.end() for match in _STOP.finditer(self.text, low, at)]
        return stops[-1] if stops else low

    def side(self, key: str) -> str:
        """The body that a person speaks for, by the roles that the report gives; else the person."""
        return self.sides.get(key, key)


def _sides(names: Iterable[Name]) -> dict[str, str]:
    """Whom each person speaks for: the body that their roles or their spellings name."""
    everyone = list(names)
    bodies = [body for body in everyone if body.kind in BODIES and not body.local]
    named = {
        _spaced(s): body.key for body in bodies for s in (body.name, *body.spellings) if " " in s or s[:1].isupper()
    }
    nouns = {s: body.key for body in bodies for s in body.spellings if " " not in s and s.islower()}
    found: dict[str, str] = {}
    for name in everyone:
        if name.kind is Kind.PERSON:
            said = _spaced(" ".join((*name.roles, *name.spellings)))
            runs = _runs(said.split())
            spoken = {named[run] for run in runs if run in named}
            spoken |= {nouns[word] for word in said.split() if word in nouns}
            if spoken:
                found[name.key] = min(spoken)
    return found


def _spaced(words_said: str) -> str:
    """The words in comparable form with single spaces, without a leading article."""
    return re.sub(r"^(?:the|an?) ", "", " ".join(re.findall(r"\w+", fold(words_said))))


def _runs(said: Sequence[str]) -> set[str]:
    """Every run of a few words."""
    return {" ".join(said[i:j]) for i in range(len(said)) for j in range(i + 1, min(len(said), i + 7) + 1)}


def _sexes(text: str, persons: Sequence[Mention]) -> dict[str, str]:
    """The sex of persons, as titles before their names and the pronouns right after them tell."""
    votes: dict[str, Counter[str]] = {}
    for mention, after in zip_longest(persons, persons[1:]):
        title = _TITLE.search(text[max(0, mention.start - 8) : mention.start])
        end = min(mention.end + _PRONOUN_REACH, after.start if after else len(text))
        told = title or _SHE.search(text, mention.end, max(mention.end, end))
        if told:
            votes.setdefault(mention.key, Counter())[sex_of(told[0].strip(" ."))] += 3 if title else 1
    return {key: min(counted, key=lambda sex: (-counted[sex], sex)) for key, counted in votes.items()}


def sex_of(word: str) -> str:
    """Which sex a pronoun or a title tells of."""
    return "she" if word.lower() in {"she", "her", "hers", "herself", "ms", "mrs", "miss", "madame"} else "he"


def scene(text: str, names: Sequence[Name], speaking: Collection[str], year: str = "") -> Scene:
    """Find every mention in a report of its names, of places, and of the kinds of things that claims are about.

    Args:
        text: the report.
        names: the bearers of names in it.
        speaking: keys of those who speak: whoever speaks is no place, whatever stands before the name.
        year: year of publication, or empty: what is told of other years is no news.
    """
    tokens = words(text)
    places = places_of(text, names, speaking)
    taken = {place.key for place in places}
    others = [name for name in names if name.key in speaking or place_key(within_sentence(name.name)) not in taken]
    named = _named(text, tokens, places, sorted(others, key=lambda name: (name.key not in speaking, name.key)))
    known_things = _meant([thing for thing in things(tokens) if not idiom(text, thing)])
    top = main_place(text, named)
    loose = [*known_things, *pronouns(text), *generic_places(text, named, top)]
    everyone = {name.key: name for name in (*others, *places)}
    persons = tuple(mention for mention in named if mention.kind == "person")
    return Scene(
        text=text,
        mentions=tuple(sorted(apart(named, loose))),
        names=everyone,
        places=tuple(places),
        main_place=top,
        main={kind: _commonest(known_things, kind) for kind in load().kinds},
        persons=persons,
        sexes=_sexes(text, persons),
        leading=_main_person(persons, speaking),
        roles=_roles(everyone.values()),
        sides=_sides(everyone.values()),
        speaking=speaking,
        year=year,
        words=tokens,
    )


def _meant(found: Sequence[Mention]) -> list[Mention]:
    """The things; "the deal" is the takeover that the report tells of."""
    means: dict[tuple[str, str], str] = {}
    for kind, generic in load().generic.items():
        main = _commonest((mention for mention in found if mention.key not in generic), kind)
        means |= {(kind, key): main for key in generic if main}
    return [replace(mention, key=means.get((mention.kind, mention.key), mention.key)) for mention in found]


def _named(text: str, tokens: Sequence[Word], places: Iterable[Name], others: Iterable[Name]) -> list[Mention]:
    """The mentions of names; of two that bear one name, a place comes first, and then whoever is given first."""
    known = [Entry(forms_of(s), "place", place.key) for place in places for s in place.spellings]
    everyone = list(others)
    shared = Counter(s for n in everyone for s in set(n.spellings))
    known += [
        Entry(forms_of(s), _kind(n), n.key)
        for n in everyone
        for s in n.spellings
        if _telling(s) or (n.kind in BODIES and s.startswith("the ") and shared[s] == 1)
    ]
    found = list(find(tokens, known))
    return _by_use(text, [m for m, after in zip_longest(found, found[1:]) if not _titles(text, m, after)])


def _roles(names: Iterable[Name]) -> dict[str, tuple[str, ...]]:
    """Who holds a role, by each of its words."""
    found: dict[str, list[str]] = {}
    for name in names:
        for word in {word for held in name.roles for word in held.split()}:
            found.setdefault(word, []).append(name.key)
    return {role: tuple(keys) for role, keys in found.items()}


def _titles(text: str, mention: Mention, after: Mention | None) -> bool:
    """Whether a mention only says whose leader or spokesman the person named next is."""
    return after is not None and after.kind == "person" and bool(_TITLED.match(text[mention.end : after.start][:60]))


def _commonest(mentions: Iterable[Mention], kind: str) -> str:
    counted = Counter(mention.key for mention in mentions if mention.kind == kind)
    return min(counted, key=lambda key: (-counted[key], key), default="")


def _main_person(persons: Iterable[Mention], speaking: Collection[str]) -> str:
    """The person that a report is about: the one named most, counting for less where they speak themselves."""
    counted = Counter(mention.key for mention in persons)
    return min(counted, key=lambda key: (-counted[key] * (1 if key in speaking else _SPOKEN_OF), key), default="")


def _by_use(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The mentions; whoever has fighters, or a head, is a body and no person, whatever the name looks like."""
    persons = [m for m in named if m.kind == "person"]
    often = Counter(m.key for m in persons)
    used = Counter(
        m.key for m in persons if _HAS.match(text, m.end) or _HEADED.search(text[max(0, m.start - _HEAD) : m.start])
    )
    bodies = {key for key, times in used.items() if times * _MOST_USES >= often[key]}
    return [replace(m, kind="body") if m.kind == "person" and m.key in bodies else m for m in named]


def _telling(spelling: str) -> bool:
    """Whether a spelling tells who is meant wherever it stands: a name, or a description of two words at least."""
    if within_sentence(spelling) != spelling:
        return False
    return spelling != spelling.lower() or len(name_key(spelling).split()) > 1


def _kind(name: Name) -> str:
    """Of which kind the mentions of a name are; what is called a newspaper or a group is no person."""
    return (
        "body" if name.kind in BODIES or (name.kind is Kind.PERSON and _NOBODY.search(name.name)) else name.kind.value
    )
