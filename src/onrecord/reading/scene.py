"""Who and what a report speaks of, and where: the mentions that claims are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from onrecord.record.name import Kind, Name
from onrecord.reading.triggers import Compiled, triggers
from onrecord.relations import load
from onrecord.wording import Word, fold, name_key, words

_STOP = re.compile(r"[.!?]['\"’”]?\s+|\n")
_SENTENCE = 400  # code points that are looked back for the beginning of a sentence
_BODIES = {Kind.ORGANISATION, Kind.OUTLET, Kind.OFFICE, Kind.ANONYMOUS}
_GENERIC = r"valley|province|city|district|town|village|region|county|state|territory|island|islands|port|peninsula"
_RUN = r"#?[A-Z][\w'’-]*[^\W\d_](?: (?:of |al-|de |du |la |el )?[A-Z][\w'’-]*[^\W\d_]){0,3}"
_LOCATIVE = re.compile(
    rf"\b(?:in|at|near|across|inside|into|outside|throughout|around|towards?|reached|entered|leaving|left|"
    rf"(?:control|capture|takeover|seizure|siege|fall|liberation|evacuation) of|battle (?:for|of)|surrendered|captured|"
    rf"seized|recaptured|retook|liberated|stormed|overran|lost|holds?|(?:most|all|half|much|parts?|whole|rest|out|streets) of|"
    rf"(?:returned|fled|flew|flown|travelled|escaped|sailed|evacuated|gone|went|drove) to)"
    rf"(?: (?:the|northern|southern|eastern|western|central|downtown|nearby|north|south|east|west|"
    rf"(?:north|south|east|west) of|(?:{_GENERIC}) of)){{0,2}} ({_RUN})"
)
_TAKEN = re.compile(
    rf"\b({_RUN}) (?:(?:has|have|had) )?(?:(?:never|not|now|already|also) )?(?:fallen|fell|"
    rf"(?:is|was|were|been|being)(?: \w+){{0,2}}? (?:taken|captured|seized|overrun|liberated|recaptured|occupied|"
    rf"under (?:\w+ )?control|in the hands))\b"
)
_SHARE = re.compile(r"^(?:most|all|half|much|parts?|some) of ", re.IGNORECASE)
_SUFFIXED = re.compile(rf"\b({_RUN}) (?:{_GENERIC})\b")
_GENERIC_NAME = re.compile(rf"\b(?:{_GENERIC})\b", re.IGNORECASE)
_WEAK = re.compile(rf"\b(?:to|for|from|over|fled|flee|via|and|or) ({_RUN})")
_NOT_PLACES = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|sept|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|twitter|facebook|telegram|instagram|youtube|whatsapp|english|french|"
    r"arabic|parliament|congress|god|i|it|he|she|they|we|the|a|an|this|that|his|her|their|our|its)\b"
)
_GENERIC_PLACE = re.compile(rf"\b(?:the|this|that|entire|whole) (?:\w+ )?({_GENERIC})\b", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Madame|Sir)\.? $")
_SHE = re.compile(r"\b(?:he|his|him|himself|she|her|herself)\b", re.IGNORECASE)
_PRONOUN_REACH = 120
_BACK = 40  # mentions of persons that are looked back
_PRONOUN = re.compile(
    r"\b(?:(I|[Ww]e|[Mm]y|[Oo]ur|us)|([Hh]e|[Ss]he|him|[Hh]is|[Hh]er|himself|herself)|"
    r"([Tt]hey|[Tt]heir|[Ii]ts|[Ii]t|them))\b"
)
_TITLED = re.compile(
    r"^['’s]{0,2} (?:[\w-]+ )?(?:leader|chief|president|minister|commander|head|founder|co-founder|spokes\w+|secretary|"
    r"official|governor|mayor|director|executive|chairman|chairwoman|manager|boss|general|lawyer|member),? $"
)
_FORCE = re.compile(
    r"\b(?:(?:the )?(?P<own>its|their|his|her|our)|the|these|those)"
    r"(?P<more>(?: (?!their|its|his|her|our)[\w’'-]+){0,2}?) "
    r"(?:group|forces|fighters|troops|soldiers|rebels|militants|guerr?illas|army|insurgents|militia|gunmen|authorities|"
    r"government|police|company|firm|board|party|movement|front|resistance|outfit|organi[sz]ation|faction|regime|"
    r"network|military|navy|council|ministry|agency|union|supporters|allies|leaders|members|men|people)\b",
    re.IGNORECASE,
)
_ARMED = r"marines|rebels|insurgents|militants|paramilitaries|gunmen|police|army|navy|military|junta|jihadists|separatists"
_BARE_FORCE = re.compile(rf"\b(?:the )?(?:{_ARMED})\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b[Tt]he (?:\w+ )?(?:leader|president|minister|commander|chief|founder|governor|mayor|boss|executive|chairman|"
    r"chairwoman|director|manager|man|woman|suspect|official|politician|general|captain|driver|prime minister)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in the text where somebody or something is mentioned.

    Attributes:
        start: first code point.
        end: one past the last.
        kind: "person", "body", "place", a kind of thing, or, where the words alone do not tell whom they mean, "self",
            "he", "they" ("they", "their fighters") or "role" ("the leader").
        key: name key; empty where the words alone do not tell.
    """

    start: int
    end: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The mentions of one report in order, and its names by key."""

    text: str
    mentions: tuple[Mention, ...]
    names: dict[str, Name]
    places: tuple[Name, ...]
    main_place: str
    main_event: str
    persons: tuple[Mention, ...] = ()
    sexes: Mapping[str, str] = field(default_factory=dict)
    leading: str = ""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    year: str = ""
    triggers: tuple[Compiled, ...] = ()

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that lie within a stretch of the text."""
        low = bisect_left(self.mentions, start, key=lambda m: m.start)
        high = bisect_left(self.mentions, end, key=lambda m: m.start)
        return [mention for mention in self.mentions[low:high] if mention.end <= end]

    def person_before(self, start: int, *, but: str, sex: str = "", since: int = 0) -> str:
        """Key of the person last mentioned before a place in the text, other than one, and of a sex if it is known."""
        low = bisect_left(self.persons, since, key=lambda m: m.start)
        high = bisect_left(self.persons, start, key=lambda m: m.start)
        for mention in reversed(self.persons[max(low, high - _BACK) : high]):
            if mention.key != but and (not sex or self.sexes.get(mention.key, sex) == sex):
                return mention.key
        return ""

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
    bodies = [(s, body.key) for body in everyone if body.kind in _BODIES and not body.local for s in {body.name, *body.spellings}]
    found: dict[str, str] = {}
    for name in everyone:
        if name.kind is Kind.PERSON:
            said = " ".join((*name.roles, *name.spellings))
            spoken = [key for spelling, key in bodies if _stands(spelling, said)]
            nouns = {key for spelling, key in bodies if " " not in spelling and spelling.islower() and spelling in said.split()}
            spoken += nouns if len(nouns) == 1 else ()
            if spoken:
                found[name.key] = min(spoken)
    return found


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


def _stands(spelling: str, text: str) -> bool:
    spaced = re.sub(r"\W+", " ", fold(text))
    return (spelling[:1].isupper() or " " in spelling) and f" {fold(spelling)} " in f" {spaced} "


def scene(text: str, names: Sequence[Name], speaking: Collection[str], year: str = "") -> Scene:
    """Find every mention in a report of its names, of places, and of the kinds of things that claims are about.

    Args:
        text: the report.
        names: the bearers of names in it.
        speaking: keys of those who speak: whoever speaks is no place, whatever stands before the name.
        year: year of publication, or empty: what is told of other years is no news.
    """
    tokens = words(text)
    places = _places(text, names, speaking)
    known = [_Entry(_forms(s), "place", place.key) for place in places for s in place.spellings]
    taken = {place.key for place in places}
    others = [name for name in names if name.key in speaking or place_key(name.name) not in taken]
    order = sorted(others, key=lambda name: (name.key not in speaking, name.key))
    known += [_Entry(_forms(s), _kind(n.kind), n.key) for n in order for s in n.spellings if _telling(s)]
    named = list(_find(tokens, known))
    named = [m for m, after in zip_longest(named, named[1:]) if not _titles(text, m, after)]
    things = list(_things(tokens))
    top, event = _commonest(named, "place"), _commonest(things, "event")
    loose = [*things, *_described(text, names), *_generic_places(text, named, top)]
    everyone = {name.key: name for name in (*others, *places)}
    persons = tuple(mention for mention in named if mention.kind == "person")
    roles: dict[str, list[str]] = {}
    for name in everyone.values():
        for word in {word for held in name.roles for word in held.split()}:
            roles.setdefault(word, []).append(name.key)
    lower = text.lower()
    alive = tuple(one for one in triggers() if one.possible(lower))
    return Scene(
        text,
        tuple(sorted(_apart(named, loose))),
        everyone,
        tuple(places),
        top,
        event,
        persons,
        _sexes(text, persons),
        _commonest(persons, "person"),
        {role: tuple(keys) for role, keys in roles.items()},
        _sides(everyone.values()),
        year,
        alive,
    )


def _titles(text: str, mention: Mention, after: Mention | None) -> bool:
    """Whether a mention only says whose leader or spokesman the person named next is."""
    return after is not None and after.kind == "person" and bool(_TITLED.match(text[mention.end : after.start][:60]))


def _commonest(mentions: Iterable[Mention], kind: str) -> str:
    counted = Counter(mention.key for mention in mentions if mention.kind == kind)
    return min(counted, key=lambda key: (-counted[key], key), default="")


@dataclass(frozen=True, slots=True)
class _Entry:
    forms: tuple[str, ...]
    kind: str
    key: str


def _forms(spelling: str) -> tuple[str, ...]:
    return tuple(word.form for word in words(spelling))


def _telling(spelling: str) -> bool:
    """Whether a spelling tells who is meant wherever it stands: a name, or a description of two words at least."""
    return spelling != spelling.lower() or len(name_key(spelling).split()) > 1


def _kind(kind: Kind) -> str:
    return "body" if kind in _BODIES else kind.value


def _find(tokens: Sequence[Word], known: Iterable[_Entry]) -> Iterator[Mention]:
    """The longest known spelling at each place; a possessive ending does not hide a name."""
    starts: dict[str, list[_Entry]] = {}
    for entry in known:
        if entry.forms:
            starts.setdefault(entry.forms[0], []).append(entry)
    for entries in starts.values():
        entries.sort(key=lambda e: -len(e.forms))  # stable: of equals, the one given first
    at = 0
    while at < len(tokens):
        found = next((e for e in _begun(starts, tokens[at].form) if _stands_at(e.forms, tokens, at)), None)
        if found:
            last = at + len(found.forms) - 1
            yield Mention(tokens[at].start, tokens[last].end, found.kind, found.key)
        at += len(found.forms) if found else 1


def _begun(starts: dict[str, list[_Entry]], form: str) -> list[_Entry]:
    return [*starts.get(form, ()), *(starts.get(form[:-1], ()) if form.endswith("s") else ())]


def _stands_at(forms: tuple[str, ...], tokens: Sequence[Word], at: int) -> bool:
    found = [token.form for token in tokens[at : at + len(forms)]]
    return found[:-1] == list(forms[:-1]) and len(found) == len(forms) and found[-1] in {forms[-1], forms[-1] + "s"}


def _places(text: str, names: Sequence[Name], speaking: Collection[str]) -> list[Name]:
    """Capitalised runs that stand where places stand, unless they are somebody's name."""
    counted: dict[str, list[str]] = {}
    taken = _somebody(names, speaking)
    for pattern, strong in ((_LOCATIVE, True), (_SUFFIXED, True), (_TAKEN, True), (_WEAK, False)):
        for match in pattern.finditer(text):
            run = _SHARE.sub("", match[1])
            key = place_key(run)
            camel = re.search(r"[a-z][A-Z]", run) and " " not in run and not match[1].startswith("#")
            if (strong or key in counted) and key and key not in taken and not camel and not _NOT_PLACES.match(key):
                counted.setdefault(key, []).append(_bare(run))
    for name in names:
        if name.kind is Kind.PLACE and name.key not in speaking:
            counted.setdefault(place_key(name.name), []).extend(map(_bare, name.spellings))
    rows = ((key, sorted(set(runs))) for key, runs in sorted(counted.items()) if key)
    return [Name(key, _fullest(key, runs), Kind.PLACE, tuple(runs)) for key, runs in rows]


def _bare(run: str) -> str:
    """A place's name without hash sign and possessive ending."""
    return re.sub(r"['’]s?$", "", run.lstrip("#"))


def _fullest(key: str, runs: Sequence[str]) -> str:
    """The spelling that is the name itself, without "valley" or "city"; or else the longest."""
    return max(runs, key=lambda run: (name_key(run) == key, len(run), run))


def _somebody(names: Sequence[Name], speaking: Collection[str]) -> set[str]:
    """Keys of spellings that are somebody's: of whoever speaks, and of persons with a full name, surnames too."""
    found: set[str] = set()
    for name in names:
        whole = name.kind is Kind.PERSON and " " in name.key and not _GENERIC_NAME.search(name.name)
        if name.key in speaking or whole or name.kind is Kind.OUTLET:
            found.update(name_key(spelling) for spelling in (name.name, *name.spellings))
    return found


def place_key(run: str) -> str:
    """The comparable form of a place's name, without "valley", "province", "city" and the like."""
    key = name_key(run)
    return re.sub(rf"(?: (?:{_GENERIC}))+$", "", key)


@cache
def _kinds() -> tuple[_Entry, ...]:
    rows = ((noun, kind, key) for kind, nouns in load().kinds.items() for noun, key in nouns.items())
    return tuple(_Entry(_forms(noun + ending), kind, key) for noun, kind, key in rows for ending in ("", "s"))


def _things(tokens: Sequence[Word]) -> Iterator[Mention]:
    return _find(tokens, _kinds())


def _pronouns(text: str) -> Iterator[Mention]:
    for match in _PRONOUN.finditer(text):
        kind = "self" if match[1] else "he" if match[2] else "they"
        yield Mention(match.start(), match.end(), kind, "")
    for match in _FORCE.finditer(text):
        if match["own"]:
            yield Mention(match.start(), match.end(), "they", "")
        else:
            telling = match["more"] or _BARE_FORCE.fullmatch(match[0])
            yield Mention(match.start(), match.end(), "body", name_key(match[0]) if telling else "")
    for match in _BARE_FORCE.finditer(text):
        yield Mention(match.start(), match.end(), "body", name_key(match[0]))
    for match in _ROLE.finditer(text):
        yield Mention(match.start(), match.end(), "role", "")


def _described(text: str, names: Iterable[Name]) -> Iterator[Mention]:
    """The pronouns and the like; "the union" is the one body that the report calls so."""
    called: dict[str, set[str]] = {}
    for name in names:
        for spelling in name.spellings:
            if name.kind in _BODIES and spelling == spelling.lower():
                called.setdefault(name_key(spelling), set()).add(name.key)
    for mention in _pronouns(text):
        if mention.kind == "body" and not mention.key:
            meant = called.get(name_key(text[mention.start : mention.end]), set())
            yield Mention(mention.start, mention.end, "body", min(meant) if len(meant) == 1 else "")
        else:
            yield mention


def _generic_places(text: str, named: Sequence[Mention], main: str) -> Iterator[Mention]:
    """Where "the valley" stands: the place last called so, or else the report's main place."""
    places = [m for m in named if m.kind == "place"]
    called: dict[str, str] = {}
    marks = sorted(_GENERIC_PLACE.finditer(text), key=lambda match: match.start())
    at = 0
    for match in marks:
        while at < len(places) and places[at].end <= match.start():
            follow = re.match(rf" ({_GENERIC})\b", text[places[at].end : places[at].end + 16], re.IGNORECASE)
            if follow:
                called[follow[1].casefold()] = places[at].key
            at += 1
        key = called.get(match[1].casefold(), main)
        if key:
            yield Mention(match.start(), match.end(), "place", key)


def _apart(named: Sequence[Mention], loose: Iterable[Mention]) -> list[Mention]:
    """The named mentions, and those of the loose ones that do not lie over them or over one another."""
    kept = list(named)
    covered = bytearray(max((m.end for m in kept), default=0) + 1)
    for mention in kept:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for mention in sorted(loose, key=lambda m: (m.start, -m.end, m.kind)):
        if mention.end > len(covered):
            covered.extend(bytes(mention.end - len(covered)))
        if not any(covered[mention.start : mention.end]):
            covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
            kept.append(mention)
    return kept
