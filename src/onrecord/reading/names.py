"""Who is who within one report: its names brought together into bearers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from onrecord.reading.lexicon import listed
from onrecord.reading.mentions import Mention
from onrecord.reading.tagger.tagging import Named
from onrecord.record.name import Kind
from onrecord.wording import fold

_ADJECTIVES = ("an", "ish", "ese", "ern", "ench", "eek", "utch", "i", "ic")
_LONGEST_WORD = 30
_MOST_NEAR = 20
_MOST_FULLER = 50
_MOST_ROLES = 40  # offices and descriptions of one bearer
_LONG_ENOUGH = 6  # letters from which one may be misspelt


@dataclass(eq=False, slots=True)
class Bearer:
    """Somebody whom the report names or describes, while it is being read.

    Of those by whose name nobody can tell them from others, `local` are nobody beyond the report ("residents"), and
    `common` are bodies that another country or town has as well ("the interior ministry").
    """

    name: str
    words: tuple[str, ...]
    kind: Kind
    plural: bool = False
    female: bool | None = None
    local: bool = False
    human: bool = False
    spellings: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    adjective: bool = False
    common: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The bearers of a report, and who each mention is."""

    bearers: list[Bearer]
    mentions: list[Mention]
    who: list[Bearer]


def cast(found: list[Mention], tags: frozenset[str] = frozenset(), named: Sequence[Named] = ()) -> Cast:
    """Bring the mentions of a report together; `named` are the names that the tagger found, in order."""
    full = _full_names(found)
    owners = _owners(full, found)
    bearers: dict[tuple[str, ...], Bearer] = {}
    who = []
    recent: dict[str, tuple[str, ...]] = {}
    kinfolk: set[tuple[str, ...]] = set()
    for mention in found:
        key = _settled(mention, owners, recent, bearers)
        if mention.kin and key not in bearers:
            kinfolk.add(key)
        bearer = bearers.get(key) or bearers.setdefault(key, Bearer(_name(mention, key), key, Kind.THING))
        _learn(bearer, mention)
        if not mention.kin and key not in kinfolk and len(key) > 1:
            recent[key[-1]] = key
        who.append(bearer)
    rows: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention, bearer in zip(found, who, strict=True):
        rows[bearer.words].append(mention)
    votes = _votes(found, who, named)
    for key, bearer in bearers.items():
        bearer.kind = _kind(key, rows[key], votes[key])
        bearer.common = set(key) <= listed("portfolios") | listed("institutions") and key[-1] in listed("institutions")
        bearer.adjective = len(key) == 1 and key[0].endswith(_ADJECTIVES) and all(row.modifier for row in rows[key])
    _unshare(list(bearers.values()), rows)
    joined = {fold(tag.lstrip("#")): tag for tag in sorted(tags)}
    for key, bearer in bearers.items():
        if len(key) > 1 and (tag := joined.get("".join(key))):
            bearer.spellings.add(tag)
    return Cast(list(bearers.values()), found, who)


def _full_names(found: list[Mention]) -> Counter[tuple[str, ...]]:
    """How often each wording stands on its own, the names of relatives counting little."""
    counted: Counter[tuple[str, ...]] = Counter()
    for mention in found:
        counted[_folded(mention)] += 1 if mention.kin else 10
    return counted


def _folded(mention: Mention) -> tuple[str, ...]:
    """The words of a mention in comparable form."""
    return tuple(fold(word) for word in mention.words)


def _owners(full: Counter[tuple[str, ...]], found: list[Mention]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """For each wording, the fuller wordings that it may stand for, the likeliest first."""
    acronyms = {(fold(mention.acronym),): _folded(mention) for mention in found if mention.acronym}
    single: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(full, key=lambda words: (-full[words], words)):
        for word in dict.fromkeys(words):
            single[word].append(words)
    initials = {initial: words for words in full for initial in _initials(words)}
    owners: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    towns = {_folded(mention) for mention in found if mention.placed and len(mention.words) == 1}
    misspelt = _misspelt(full)
    for words in full:
        correct = misspelt.get(words[-1], words[-1])
        wanted = (*words[:-1], correct)
        fuller = [
            other
            for other in single.get(wanted[0], [])[:_MOST_FULLER]
            if len(other) > len(words) and _part(wanted, other) and (words not in towns or other[-1] == words[-1])
        ]
        if not fuller and len(words) == 1:
            known = acronyms.get(words) or initials.get(words[0])
            fuller = [known] if known else [(correct,)] if correct != words[0] else []
        owners[words] = fuller
    return owners


def _initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that a name may have, with or without its small words."""
    if len(words) < 3:  # noqa: PLR2004
        return set()
    big = [word for word in words if word not in ("of", "the", "for", "and", "&")]
    cut = words[: words.index("of")] if "of" in words else words
    return {"".join(w[0] for w in some) for some in (words, big, cut) if len(some) > 2}  # noqa: PLR2004


def _misspelt(full: Counter[tuple[str, ...]]) -> dict[str, str]:
    """Single words that are one letter off the last word of a longer name."""
    lasts = sorted({words[-1] for words in full if len(words) > 1})
    lone = sorted({words[-1] for words in full if len(words) == 1 and len(words[0]) >= _LONG_ENOUGH})
    near: dict[str, list[str]] = defaultdict(list)
    for last in lasts:
        for form in _shortened(last):
            near[form].append(last)
    known = set(lasts)
    return {word: found for word in lone if word not in known and (found := _nearest(word, near))}


def _shortened(word: str) -> set[str]:
    """The word and all that one letter less makes of it, its first letter kept."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))} if len(word) < _LONGEST_WORD else {word}


def _nearest(word: str, near: dict[str, list[str]]) -> str | None:
    """The word that is one letter off, if it is so."""
    some = [last for form in sorted(_shortened(word)) for last in near.get(form, [])[:_MOST_NEAR]]
    return next((last for last in some if Levenshtein.distance(word, last, score_cutoff=1) == 1), None)


def _part(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a wording is a run within a fuller one; one word alone must be its first or last, or of a body's name."""
    body = any(word in listed("organisations") for word in other)
    if len(words) == 1:
        last = words[0] == other[-1] and not (body and "of" in other)
        return last or (words[0] == other[0] and not body)
    if not body:
        return other[-len(words) :] == words or other[: len(words)] == words
    return any(other[i : i + len(words)] == words for i in range(len(other) - len(words) + 1))


def _settled(
    mention: Mention,
    owners: dict[tuple[str, ...], list[tuple[str, ...]]],
    recent: dict[str, tuple[str, ...]],
    bearers: dict[tuple[str, ...], Bearer],
) -> tuple[str, ...]:
    """The fullest wording of whoever a mention is."""
    key, sex = _folded(mention), _sex(mention.title)
    if mention.placed and len(key) == 1:
        return key
    for _ in range(3):
        fuller = owners.get(key)
        if not fuller:
            return key if _may_be(key, sex, bearers) else (mention.title[-1], *key)
        fitting = [other for other in fuller if _may_be(other, sex, bearers)]
        if not fitting:
            return mention.title[-1], *key
        fitting = [other for other in fitting if _titled(other, mention.title, bearers)] or fitting
        surname = len(key) == 1 and fitting[0][-1] == key[-1]
        last = recent.get(fitting[0][-1]) if surname else None
        key = last if last in fitting and last is not None else fitting[0]
    return key


def _name(mention: Mention, key: tuple[str, ...]) -> str:
    """What a bearer is called first: with the form of address, where that alone tells two apart ("Mrs Lind")."""
    own = (*mention.title[-1:], *_folded(mention)) == key != _folded(mention)
    return f"{mention.title[-1].title()} {mention.text}" if own else mention.text


def _titled(key: tuple[str, ...], title: tuple[str, ...], bearers: dict[tuple[str, ...], Bearer]) -> bool:
    """Whether whoever has a wording was given one of these titles ("Dr Lind", of two Linds)."""
    given = {word for role in bearers[key].roles for word in role.split()} if key in bearers else set()
    return bool(given & set(title))


def _may_be(key: tuple[str, ...], sex: bool | None, bearers: dict[tuple[str, ...], Bearer]) -> bool:
    """Whether whoever has a wording may be of a sex; until somebody is known to be, they may."""
    return sex is None or key not in bearers or bearers[key].female in (None, sex)


def _sex(words: tuple[str, ...]) -> bool | None:
    """Whether the words show a woman (True) or a man (False)."""
    if listed("female") & set(words):
        return True
    return False if listed("male") & set(words) else None


def _given(word: str) -> bool | None:
    """Whether a given name is a woman's (True) or a man's (False); None where it is not known, or borne by both."""
    if word in listed("women"):
        return True
    return False if word in listed("men") else None


def _learn(bearer: Bearer, mention: Mention) -> None:
    """What a mention tells of its bearer."""
    if len(mention.text) > len(bearer.name) or bearer.name.lower() == bearer.name:
        bearer.name = mention.text
    bearer.spellings.add(mention.text)
    if mention.acronym:
        bearer.spellings.update((mention.acronym, f"{mention.text} ({mention.acronym})"))
    if len(bearer.roles) < _MOST_ROLES:
        bearer.roles.update(mention.roles)
    sex = _sex(tuple(word for role in (" ".join(mention.title), *mention.roles) for word in role.split()))
    if sex is None and len(mention.words) > 1:
        sex = _given(mention.words[0])
    bearer.female = sex if bearer.female is None else bearer.female


def _votes(
    found: Sequence[Mention], who: Sequence[Bearer], named: Sequence[Named]
) -> defaultdict[tuple[str, ...], Counter[Kind]]:
    """For each bearer, how often the tagger took its mentions for each kind."""
    starts = [name.place[0] for name in named]
    votes: defaultdict[tuple[str, ...], Counter[Kind]] = defaultdict(Counter)
    for mention, bearer in zip(found, who, strict=True):
        n = bisect_left(starts, mention.end) - 1
        if n >= 0 and named[n].place[1] >= mention.end:
            votes[bearer.words][named[n].kind] += 1
    return votes


def _kind(key: tuple[str, ...], rows: list[Mention], votes: Counter[Kind]) -> Kind:
    """The kind of a bearer, by its words, titles and roles, and by what the tagger takes most of its mentions for."""
    roles = [role for row in rows for role in row.roles]
    words = {word for role in roles for word in role.split()[-1:] + role.split()[:3]}
    body = any(word in listed("organisations") for word in key) or (len(key) > 1 and key[-1] in listed("firms"))
    tests = (
        (_outlet(key, roles), Kind.OUTLET),
        (not body and (any(row.titled for row in rows) or bool(words & listed("persons"))), Kind.PERSON),
        (body or bool(words & listed("organisations")), Kind.ORGANISATION),
        (sum(row.placed for row in rows) * 2 >= len(rows) and not any(row.acronym for row in rows), Kind.PLACE),
        (any(row.definite or _capitals(row.text) for row in rows), Kind.ORGANISATION),
        (len(key) > 1 and not all(row.modifier for row in rows), Kind.PERSON),
        # Never a person: a company called by one word of its name looks like a surname.
        *((kind is not Kind.PERSON, kind) for kind, count in votes.most_common(1) if count * 2 > len(rows)),
    )
    return next((kind for fits, kind in tests if fits), Kind.THING)


def _outlet(key: tuple[str, ...], roles: list[str]) -> bool:
    """Whether a name or its roles are those of a news outlet."""
    ends = len(key) > 1 and (key[-1] in listed("outlet_words") or key[0] in listed("outlet_leads"))
    named = ends or _wire(key) or " ".join(key) in listed("outlets")
    return named or any("news agency" in role or _publishes(role.split()) for role in roles)


def _wire(key: tuple[str, ...]) -> bool:
    """Whether a name that ends in "agency" may be a news agency's, and not that of an authority."""
    if key[-1] != "agency" or len(key) == 1:
        return False
    return bool({"news", "press"} & set(key)) or (len(key) == 2 and key[0] not in listed("remits"))  # noqa: PLR2004


def _publishes(role: Sequence[str]) -> bool:
    """Whether a role is that of an outlet: "a daily", "the radio station"; not "the owner of a petrol station"."""
    if not role or role[-1] not in listed("outlet_nouns") or set(role) & listed("persons"):
        return False
    return role[-1] != "station" or bool(set(role[:-1]) & listed("on_air"))


def _capitals(text: str) -> bool:
    """Whether a name is one word with several capitals, as an acronym is."""
    return " " not in text and sum(c.isupper() for c in text) > 1


def _unshare(bearers: list[Bearer], rows: dict[tuple[str, ...], list[Mention]]) -> None:
    """Leave a spelling that two bearers share to the one who bears it most often."""
    counted: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for bearer in bearers:
        for mention in rows[bearer.words]:
            counted[mention.text][bearer.words] += 1
    for bearer in bearers:
        shared = [text for text in bearer.spellings if len(counted[text]) > 1 and text != bearer.name]
        bearer.spellings -= {text for text in shared if counted[text].most_common(1)[0][0] != bearer.words}
