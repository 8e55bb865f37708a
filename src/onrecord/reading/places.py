"""Places: where a report names them, and which one it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.reading.mentioned import Mention
from onrecord.record.name import Kind, Name
from onrecord.wording import name_key

_GENERIC = r"valley|province|city|district|town|village|region|county|state|territory|island|islands|port|peninsula"
_RUN = r"#?[A-Z][\w'’-]{0,40}[^\W\d_](?: (?:of |al-|de |du |la |el )?[A-Z][\w'’-]{0,40}[^\W\d_]){0,3}"
_LOCATIVE = re.compile(
    rf"\b(?:in|at|near|across|inside|into|outside|throughout|around|towards?|reached|entered|leaving|left|"
    rf"(?:control|capture|takeover|seizure|siege|fall|liberation|evacuation) of|battle (?:for|of)|surrendered|"
    rf"control(?:s|led)?|captured|"
    rf"seizes|captures|retakes|enters|storms|overruns|(?:away|driven|expelled|ousted|withdrew|retreated) from|"
    rf"seized|recaptured|retook|liberated|stormed|overran|lost|holds?|(?:most|all|half|much|parts?|whole|rest|out|"
    rf"streets|thirds?|quarters?|\w+ths|outskirts|town|village|city|centre|cent) of|"
    rf"(?:centre|epicentre|centred|heart) (?:under|beneath|off|on)|"
    rf"(?:returned|fled|flew|flown|travelled|escaped|sailed|evacuated|gone|went|drove|slipped away) to|"
    rf"(?:left|leave|leaves|leaving|departed|bound|headed|heading) for)"
    rf"(?: (?:the|northern|southern|eastern|western|central|downtown|nearby|north|south|east|west|"
    rf"(?:north|south|east|west) of|(?:{_GENERIC}) of)){{0,2}} ({_RUN})\b"
    rf"(?! (?:forces|fighters|troops|militants|group|government|army|rebels|movement|party|company|board|bank|"
    rf"regime|\d)\b)"
)
_TAKEN = re.compile(
    rf"\b({_RUN}) (?:(?:has|have|had) )?(?:(?:never|not|now|already|also) )?(?:fallen|fell|"
    rf"(?:is|was|were|been|being)(?: \w+){{0,2}}? (?:taken|captured|seized|overrun|liberated|recaptured|occupied|"
    rf"under (?:\w+ )?control|in the hands))\b"
)
# What is told of places, and of others too: it shows one where a report names no other.
_LONE = re.compile(
    rf"\b({_RUN}) (?:changed hands|(?:now )?(?:answers?|belongs?) to the|surrendered|capitulated|"
    rf"has slipped (?:from|out)|"
    rf"(?:is|are|remains?) (?:now |still |all |once more |again |back |no longer )?(?:ours|under the)|"
    rf"(?:(?:is|was|were|been) )?(?:rocked|hit|struck|shaken|devastated|flooded|flattened|ravaged|engulfed) by)\b"
)
_PLACELIKE = re.compile(r"(?:fort|port|mount|lake|camp|cape|hotel) \w")
_CAMEL = re.compile(r"^(?!#)\S*[a-z][A-Z]\S*$")
_SHARE = re.compile(r"^(?:most|all|half|much|parts?|some) of ", re.IGNORECASE)
_SUFFIXED = re.compile(rf"\b({_RUN}) (?:{_GENERIC})\b")
_GENERIC_NAME = re.compile(rf"\b(?:{_GENERIC})\b", re.IGNORECASE)
_WEAK = re.compile(rf"\b(?:to|for|from|over|fled|flee|via|and|or) ({_RUN})")
_OWNER = re.compile(rf"\b({_RUN})['’]s? (?:role|involvement|part|hand|complicity|participation) in\b")
_NOT_PLACES = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|sept|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|twitter|facebook|telegram|instagram|youtube|whatsapp|english|french|"
    r"arabic|parliament|congress|god|i|it|he|she|they|we|the|a|an|this|that|his|her|their|our|its)\b"
)
_PARTS = (
    r"harbou?r|waterfront|fort|fortress|citadel|suburbs|streets|piers?|quays?|docks|hills?|ridge|walls?|gates?|"
    r"square|heights|"
    r"districts?|quarters?|cent(?:re|er)|customs house|barracks"
)
_GENERIC_PLACE = re.compile(rf"\b(?:the|this|that|entire|whole) (?:\w+ )?({_GENERIC}|{_PARTS})\b", re.IGNORECASE)
_RUN_ON = re.compile(r"\w{4}[.!?;:]\s")  # a spelling that runs on into the next sentence
_LINE = 120  # code points to either side that are looked at for a line's capitals
_FOUGHT = 4  # times that a place fought over counts
_FOUGHT_OVER = re.compile(
    r"(?:control|capture|takeover|seizure|siege|fall|liberation|battle|victory|struggle|holds?|hold|taken|took|"
    r"captured|seized|"
    r"surrendered|streets)(?: (?:of|for|over|in|all|the))* (?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)


def places_of(text: str, names: Sequence[Name], speaking: Collection[str]) -> list[Name]:
    """Capitalised runs that stand where places stand, unless they are somebody's name."""
    counted: dict[str, list[str]] = {}
    taken = _somebody(names, speaking)
    for pattern, telling in ((_LOCATIVE, True), (_SUFFIXED, True), (_TAKEN, True), (_OWNER, True), (_WEAK, False)):
        for match in pattern.finditer(text):
            run = _SHARE.sub("", match[1])
            key = place_key(run)
            strong = telling and not _title_case(text, match.start())
            camel = _CAMEL.match(run)
            if (strong or key in counted) and key and key not in taken and not camel and not _NOT_PLACES.match(key):
                counted.setdefault(key, []).append(_bare(run))
    if not counted:
        for match in _LONE.finditer(text):
            key = place_key(match[1])
            if key and key not in taken and not _NOT_PLACES.match(key):
                counted.setdefault(key, []).append(_bare(match[1]))
    for name in names:
        if (
            not _CAMEL.search(name.name)
            and (name.kind is Kind.PLACE or _PLACELIKE.match(name.key))
            and name.key not in speaking
        ):
            counted.setdefault(place_key(within_sentence(name.name)), []).extend(
                _bare(within_sentence(s)) for s in name.spellings
            )
    rows = ((key, sorted(set(runs))) for key, runs in sorted(counted.items()) if key)
    return [Name(key, _fullest(key, runs), Kind.PLACE, tuple(runs)) for key, runs in rows]


def within_sentence(spelling: str) -> str:
    """A spelling as far as its sentence goes."""
    run_on = _RUN_ON.search(spelling)
    return spelling[: run_on.end() - 2] if run_on else spelling


def _title_case(text: str, at: int) -> bool:
    """Whether the line around a place capitals its words, so that capitals tell nothing."""
    low = max(text.rfind("\n", max(0, at - _LINE), at) + 1, at - _LINE, 0)
    high = text.find("\n", at, at + _LINE)
    said = re.findall(r"[^\W\d_]{4,}", text[low : high if high >= 0 else at + _LINE])
    return len(said) > 2 and sum(word[0].isupper() for word in said) > 0.9 * len(said)  # noqa: PLR2004 - most of them


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
        body = name.kind is Kind.ORGANISATION and " " in name.key and place_key(name.name) == name.key
        if name.key in speaking or whole or body or name.kind is Kind.OUTLET:
            found.update(name_key(spelling) for spelling in (name.name, *name.spellings))
    return found


def place_key(run: str) -> str:
    """The comparable form of a place's name, without "valley", "province", "city" and the like."""
    key = name_key(run)
    return re.sub(rf"(?: (?:{_GENERIC}))+$", "", key)


def generic_places(text: str, named: Sequence[Mention], main: str) -> Iterator[Mention]:
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


def main_place(text: str, named: Iterable[Mention]) -> str:
    """The place that a report is about: the one named most, counting for more where it is fought over."""
    counted: Counter[str] = Counter()
    for mention in named:
        if mention.kind == "place":
            counted[mention.key] += (
                _FOUGHT if _FOUGHT_OVER.search(text, max(0, mention.start - 40), mention.start) else 1
            )
    return min(counted, key=lambda key: (-counted[key], key), default="")
