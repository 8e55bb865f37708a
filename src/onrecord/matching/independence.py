"""How many independent origins stand behind a set of statements, and what each of them is.

Independence is never invented: statements count apart only where the reports name sources that are surely apart. One
source is one origin however often it speaks; a person and the body that they speak for are one, and so are two whose
words are the same. Whatever nobody in particular said, what somebody was told, what is said by whoever passes on
another's words, an outlet's word without a source, and a report's own voice may rest on any of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from onrecord.matching.likeness import SAME, person_likeness
from onrecord.matching.near import Contents, gathered, near, same_words
from onrecord.matching.sets import Sets
from onrecord.matching.spelling import bones
from onrecord.matching.who import Who
from onrecord.record.name import Kind
from onrecord.record.origin import Backing, Behind, Dependent, Independent
from onrecord.record.statement import Basis, Mode
from onrecord.wording import name_key

_QUOTED_WORDS = 8  # words of a content by which a person knows it again


class Voiced(NamedTuple):
    """A statement as it counts for independence.

    Attributes:
        statement: its id.
        report: id of its report.
        outlet: who published that, or empty.
        mode: in which form it stands there.
        chain: name keys, outermost first.
        basis: how the speaker comes to know it.
        prints: those of its words.
    """

    statement: str
    report: str
    outlet: str
    mode: Mode
    chain: tuple[str, ...]
    basis: Basis = Basis.SAYS
    prints: tuple[int, ...] = ()


class _Tie(NamedTuple):
    """Two sides that are taken for one origin, and why."""

    side: str
    other: str
    ground: str


def backing(said: Sequence[Voiced], who: Who, contents: Contents) -> Backing:
    """The three numbers of `behind`, without their lists."""
    count = len(_Origins(said, who, contents).sides) or int(bool(said))
    return Backing(count, len({one.report for one in said}), len(who.publishers(one.outlet for one in said)))


def behind(said: Sequence[Voiced], who: Who, contents: Contents) -> Behind:
    """What stands behind these statements: at least one origin, unless there are none.

    Args:
        said: the statements, in an order that does not depend on when they came in.
        who: the sources of the view.
        contents: gives the words of statements.
    """
    origins = _Origins(said, who, contents)
    groups: dict[str, list[Voiced]] = defaultdict(list)
    dependent = []
    carried = origins.carried()
    for one in said:
        side = carried.get(one.statement)
        if side:
            groups[side].append(one)
        elif origins.sides:
            dependent.append(Dependent(one.statement, origins.unsure(one.statement)))
    found = [_independent(group, origins, side, who) for side, group in groups.items()]
    if said and not found:
        found = [_unknown(said, who)]
    found.sort(key=lambda one: (-len(one.reports), one.sources))
    reports = tuple(dict.fromkeys(one.report for one in said))
    return Behind(tuple(found), tuple(dependent), reports, who.publishers(one.outlet for one in said))


def unsure(one: Voiced, who: Who) -> str:
    """Why a statement adds no origin of its own; empty where it may."""
    if one.mode is Mode.OWN:
        return "the report's own words"
    if not one.chain:
        return "nobody is named"
    if not who.somebody(one.chain[-1]):
        return "nobody known beyond that report"
    if one.basis is Basis.TOLD:
        return "was told, by whom is not known"
    source = who.sources.get(one.chain[-1])
    if source is not None and " " not in source.name and one.mode is Mode.HEADLINE:
        return "one word of a headline, which may be the name of another"
    relays = source is not None and source.kind is Kind.OUTLET and one.basis is not Basis.SAW
    return "an outlet that names no source" if relays else ""


class _Origins:
    """The sides that speak, brought together where they cannot be told apart."""

    def __init__(self, said: Sequence[Voiced], who: Who, contents: Contents) -> None:
        self._said, self._who, self._contents = said, who, contents
        self._unsure = {one.statement: unsure(one, who) for one in said}
        self._side = {one.statement: who.side(one.chain[-1]) for one in said if not self._unsure[one.statement]}
        self._leave_out_relays()
        self._sets = Sets()
        self._ties: list[_Tie] = []
        speaking = set(self._side.values())
        if len(speaking) > 1:
            self._tie(self._short(speaking))
            self._tie(self._spelt(speaking))
            self._tie(self._same_words())
        self.sides = {self._sets.find(side) for side in speaking}

    def _leave_out_relays(self) -> None:
        """Who passes on what others say may have the rest from them too; where all do so, one of them counts."""
        passing = self._passing()
        if not passing:
            return
        speaking = set(self._side.values()) - passing.keys() or {min(passing)}
        for statement, side in list(self._side.items()):
            if side not in speaking:
                del self._side[statement]
                self._unsure[statement] = f"passes on what {self._name(passing[side])} says"

    def _passing(self) -> dict[str, str]:
        """Sides that speak and pass on what another says, with the first of those others."""
        speaking, found = set(self._side.values()), dict[str, str]()
        for one in self._said:
            chain = one.chain if len(one.chain) > 1 and one.statement in self._side else ()
            named = [self._who.side(key) for key in chain if self._who.somebody(key)]
            for outer, inner in pairwise(named):
                if outer in speaking and outer != inner:
                    found[outer] = min(inner, found.get(outer, inner))
        return found

    def unsure(self, statement: str) -> str:
        """Why a statement adds no origin of its own."""
        return self._unsure[statement]

    def grounds(self, origin: str) -> list[str]:
        """Why sides are taken for one origin."""
        return [tie.ground for tie in self._ties if self._sets.find(tie.side) == origin]

    def carried(self) -> dict[str, str]:
        """The origin of each statement that goes back to one, by its speaker or by its words."""
        back = {statement: self._sets.find(side) for statement, side in self._side.items()}
        loose: dict[str, str] = {}
        for one, other, _ in self._alike(lambda one, other: (one in self._side) != (other in self._side)):
            named, unnamed = (one, other) if one in self._side else (other, one)
            loose[unnamed] = min(loose.get(unnamed, back[named]), back[named])
        return {**back, **loose}

    def _tie(self, ties: Iterable[_Tie]) -> None:
        for tie in ties:
            if self._sets.find(tie.side) != self._sets.find(tie.other):
                self._sets.join(tie.side, tie.other)
                self._ties.append(tie)

    def _short(self, speaking: Iterable[str]) -> Iterator[_Tie]:
        """Sides that may be another one by a shorter name; where several fit, the first, and those stay apart."""
        called = {side: _called(self._who, side) for side in sorted(speaking)}
        bearing = gathered((word, side) for side, names in called.items() for word in frozenset().union(*names))
        for side, names in called.items():
            words = frozenset().union(*names)
            near = min((bearing[word] for word in words), key=len, default=[])
            fuller = (other for other in near if _within(names, called[other]))
            for other in list(fuller)[:1]:
                yield _Tie(other, side, f"{self._name(side)} may be {self._name(other)}")

    def _spelt(self, speaking: Iterable[str]) -> Iterator[_Tie]:
        """Persons whose names are so alike that they may be one person's in another spelling."""
        persons = [side for side in sorted(speaking) if side in self._who.by_id]
        persons = [side for side in persons if self._who.by_id[side].kind is Kind.PERSON and " " in self._name(side)]
        families = gathered((bones(name_key(self._name(side)).split()[-1]), side) for side in persons)
        for one, other in (pair for some in families.values() for pair in combinations(some, 2)):
            if person_likeness(self._name(one), self._name(other)).score >= SAME:
                yield _Tie(one, other, f"{self._name(other)} may be {self._name(one)} in another spelling")

    def _same_words(self) -> Iterator[_Tie]:
        """Sides that are reported with the same words."""
        for one, other, words in self._alike(self._apart):
            start = " ".join(words.strip("“”").split()[:_QUOTED_WORDS])
            yield _Tie(self._side[one], self._side[other], f"the same words: “{start} …”")

    def _apart(self, one: str, other: str) -> bool:
        """Whether two statements are of sides that are apart so far."""
        side, another = self._side.get(one), self._side.get(other)
        if side is None or another is None or side == another:
            return False
        return self._sets.find(side) != self._sets.find(another)

    def _alike(self, wanted: Callable[[str, str], bool]) -> Iterator[tuple[str, str, str]]:
        """Pairs of statements, wanted when their turn comes, that share a passage of weight; and the words of one."""
        pairs = near(((one.statement, one.prints) for one in self._said), wanted)
        words = self._contents({statement for pair in pairs for statement in pair}) if pairs else {}
        for one, other in pairs:
            if wanted(one, other) and same_words(words[one], words[other]):
                yield one, other, words[one]

    def _name(self, source: str) -> str:
        return self._who.by_id[source].name if source in self._who.by_id else source


def _called(who: Who, side: str) -> list[frozenset[str]]:
    """The names of a side, each as its words and, where one word alone does not leave that open, whether a person's."""
    source = who.by_id.get(side)
    kind = "person:" if source and source.kind is Kind.PERSON else "body:"
    return [frozenset({*key.split(), *([kind] if " " in key else [])}) for key in source.keys] if source else []


def _within(names: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    """Whether each of these names is part of a longer one among the others."""
    return bool(names) and all(any(one < other for other in others) for one in names)


def _independent(group: Sequence[Voiced], origins: _Origins, side: str, who: Who) -> Independent:
    sources = sorted({who.id(one.chain[-1]) for one in group if not origins.unsure(one.statement)})
    bodies = [(source, who.speaks_for[source]) for source in sources if source in who.speaks_for]
    spoken = [f"{who.by_id[one].name} speaks for {who.by_id[body].name}" for one, body in bodies if len(sources) > 1]
    saw = any(one.basis is Basis.SAW for one in group)
    grounds = tuple([*spoken, *origins.grounds(side)] or ["one speaker"])
    return Independent(tuple(sources), Basis.SAW if saw else Basis.SAYS, *_carrying(group, who), grounds)


def _unknown(said: Sequence[Voiced], who: Who) -> Independent:
    """The one origin of what nobody in particular is reported to have said."""
    told = all(one.basis is Basis.TOLD for one in said)
    basis = Basis.TOLD if told else Basis.SAYS
    return Independent((), basis, *_carrying(said, who), ("who said it first is not told",))


def _carrying(said: Sequence[Voiced], who: Who) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The statements, their reports, and the outlets of these."""
    reports = dict.fromkeys(one.report for one in said)
    return tuple(one.statement for one in said), tuple(reports), who.publishers(one.outlet for one in said)
