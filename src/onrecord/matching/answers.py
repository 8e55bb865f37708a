"""Claims of many reports brought to one question: matters, and the positions on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations, product

from onrecord.matching.answering import SAID, Answer, answer, settled
from onrecord.matching.independence import Voiced, backing
from onrecord.matching.near import Contents
from onrecord.matching.who import Who
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Matter, Position
from onrecord.record.statement import Mode
from onrecord.record.when import UNKNOWN, Precision, When
from onrecord.relations import Relation, load


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people ruled on the answers to one question.

    Attributes:
        beside: relations of which plain answers ("yes", "left") stand beside those of the relation that leads.
        one: answers that are one with another.
        left: answers that statements give instead of what they share with others, by statement and answer.
    """

    beside: frozenset[str]
    one: Mapping[Answer, Answer]
    left: Mapping[tuple[str, Answer], Answer]

    def given(self, row: ClaimRow, one: Answer) -> Answer:
        """The answer that a claim gives where nobody had ruled on it, as it counts now."""
        return self.left.get((row.statement, one)) or self.one.get(one, one)


_QUOTED = 120  # code points of somebody's words that stand in a question or for an answer


def matter_id(relation: str, subject: str) -> str:
    """The id of a matter: its relation and its subject."""
    return "ma-" + sha256(f"{relation} {subject}".encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Bearing:
    """All that bears on one question.

    Attributes:
        relation: what is asked.
        subject: id of the source or thing that it is asked of; of a question that no relation asks, the statement that
            came up with it.
        name: what that is called.
        rows: its claims, and the statements that bear on it by their words, in order of publication.
        odds: statements among them that are at odds by their words: the earlier one, the later one, how likely.
        ruled: where people ruled on which answers are one.
    """

    relation: Relation
    subject: str
    name: str
    rows: Sequence[ClaimRow]
    odds: Sequence[tuple[str, str, float]] = ()
    ruled: Ruled | None = None

    @property
    def id(self) -> str:
        """The id of the matter."""
        return matter_id(self.relation.name, self.subject)

    @property
    def question(self) -> str:
        """What is asked, in plain words."""
        return self.relation.question.format(subject=self.name)


def matter(bearing: Bearing, who: Who, contents: Contents) -> Matter:
    """The matter that these claims make together.

    Args:
        bearing: what bears on it.
        who: the sources of the view.
        contents: gives the words of statements.
    """
    groups = grouped(bearing, who)
    return composed(bearing, groups, rivals(bearing, groups, who), who, contents)


def composed(
    bearing: Bearing, groups: Groups, odds: Iterable[tuple[Answer, Answer]], who: Who, contents: Contents
) -> Matter:
    """The same, of claims that were grouped by their answers, some of which are at odds."""
    found = [(one.kind == SAID, _position(bearing.id, one, group, who, contents)) for one, group in groups.items()]
    found.sort(key=lambda pair: (pair[0], pair[1].since.end or date.max, pair[1].until.end or date.max, pair[1].id))
    positions = [position for _, position in found]
    ids = {one: position_id(bearing.id, one) for one in groups}
    disputes = sorted((ids[a], ids[b]) for a, b in odds)
    relation, subject = bearing.relation.name, bearing.subject
    return Matter(bearing.id, relation, subject, bearing.question, tuple(positions), tuple(disputes))


def rivals(bearing: Bearing, groups: Groups, who: Who) -> dict[tuple[Answer, Answer], float | None]:
    """The answers that cannot both be so, in order, and how likely that is where their words alone tell it."""
    held = [Held.by(one, groups[one], who) for one in sorted(groups)]
    likely = _likely(bearing.odds, groups)
    found = dict[tuple[Answer, Answer], float | None]()
    for one, other in combinations(held, 2):
        pair = (one.answer, other.answer)
        if SAID in {one.answer.kind, other.answer.kind}:
            if frozenset(pair) in likely:
                found[pair] = likely[frozenset(pair)]
        elif any(disputed(relation, one, other) for relation in asked(bearing, one, other)):
            found[pair] = None
    return found


def _likely(odds: Iterable[tuple[str, str, float]], groups: Groups) -> dict[frozenset[Answer], float]:
    """How likely pairs of answers are at odds: as likely as the surest two statements that give them."""
    of = giving(groups)
    found = dict[frozenset[Answer], float]()
    for first, second, sure in odds:
        for pair in map(frozenset, product(of.get(first, ()), of.get(second, ()))):
            found[pair] = max(sure, found.get(pair, 0.0))
    return found


def giving(groups: Groups) -> dict[str, set[Answer]]:
    """The answers that each statement gives."""
    found: dict[str, set[Answer]] = {}
    for one, rows in groups.items():
        for row in rows:
            found.setdefault(row.statement, set()).add(one)
    return found


def grouped(bearing: Bearing, who: Who) -> dict[Answer, list[ClaimRow]]:
    """The claims of one matter by their answers, in their order."""
    ruled = bearing.ruled
    groups: dict[Answer, list[ClaimRow]] = {}
    for row, one in zip(bearing.rows, unruled(bearing, who), strict=True):
        groups.setdefault(ruled.given(row, one) if ruled else one, []).append(row)
    return groups


def unruled(bearing: Bearing, who: Who) -> list[Answer]:
    """The answer that each claim gives, whatever people ruled on answers."""
    given = _given(bearing.rows, who, bearing.ruled.beside if bearing.ruled else frozenset())
    meant = _meant(bearing.rows, given)
    return [meant.get(one.object, one) if one.kind == SAID else one for one in given]


def _given(rows: Sequence[ClaimRow], who: Who, beside: Collection[str]) -> list[Answer]:
    """The answer that each claim gives by itself."""
    said = [
        (row.chain[-1:], row.relation, row.value or row.answer, row.affirms, row.extent, row.amount) for row in rows
    ]
    first = dict(zip(reversed(said), reversed(rows), strict=True))
    given = {
        key: (_side(key[0][0], who) if key[0] else "", _beside(answer(row, who), row, beside))
        for key, row in first.items()
    }
    each = [given[key] for key in said]
    counts = settled(Counter(each))
    return [counts.get(one, one[1]) for one in each]


def _beside(one: Answer, row: ClaimRow, beside: Collection[str]) -> Answer:
    """A plain answer to a question beside the one that leads, told from the same answer to that one."""
    return one._replace(apart=row.relation) if row.relation in beside and one.plain else one


def _meant(rows: Iterable[ClaimRow], given: Iterable[Answer]) -> dict[str, Answer]:
    """What is meant by answers of which only the words are known: what others claim who say the same."""
    times = Counter((row.answer, one) for row, one in zip(rows, given, strict=True) if row.relation and row.answer)
    claimed: dict[str, dict[Answer, int]] = {}
    for (said, one), count in times.items():
        claimed.setdefault(said, {})[one] = count
    return {said: min(counted, key=lambda one: (-counted[one], one)) for said, counted in claimed.items()}


Groups = Mapping[Answer, Sequence[ClaimRow]]


def _side(speaker: str, who: Who) -> str:
    """The side that a speaker is on; who is nobody beyond a report is a side of their own."""
    return who.side(speaker) if who.somebody(speaker) else speaker


@dataclass(frozen=True, slots=True)
class Held:
    """An answer as it is held: on which sides, published from when to when, and to which relation's question."""

    answer: Answer
    sides: frozenset[str]
    first: date | None
    last: date | None
    relation: str = ""

    @classmethod
    def by(cls, one: Answer, rows: Sequence[ClaimRow], who: Who) -> Held:
        """An answer with the claims that give it."""
        speakers = {row.chain[-1] for row in rows if row.chain}
        days = {row.published for row in rows if row.published}
        return cls(
            one,
            frozenset(_side(speaker, who) for speaker in speakers),
            min(days, default=None),
            max(days, default=None),
            next((row.relation for row in rows if row.relation), ""),
        )


def asked(bearing: Bearing, one: Held, other: Held) -> list[Relation]:
    """The relations by which two positions on a matter are to be compared: none where nothing tells them apart.

    Where people brought the questions of two relations together, plain answers to one say nothing on the other.
    """
    if bearing.ruled is None:
        return [bearing.relation]
    if one.answer.same(other.answer):
        return []
    names = sorted({one.relation or bearing.relation.name, other.relation or bearing.relation.name})
    comparable = len(names) == 1 or not (one.answer.plain or other.answer.plain)
    return [load().relations[name] for name in names] if comparable else []


def disputed(relation: Relation, one: Held, other: Held) -> bool:
    """Whether two positions cannot both be so; figures that the same sides give in turn are no dispute."""
    a, b = one.answer, other.answer
    if relation.grows and a.amount >= 0 and b.amount >= 0:
        return a.kind == b.kind and one.sides != other.sides and _meet(one, other)
    if a.rejects == b.kind or b.rejects == a.kind:
        return a.object == b.object and a.amount == b.amount
    if not relation.disputed(a.kind, b.kind):
        return False
    return a.object != b.object or not (a.object or b.object)


def _meet(one: Held, other: Held) -> bool:
    """Whether one was still being reported when the other came up; unknown days may meet."""
    if not (one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def quoted(words: str) -> str:
    """The first words of somebody's, in quotation marks."""
    plain = " ".join(words.strip("“”").split())
    return f"“{plain if len(plain) <= _QUOTED else plain[:_QUOTED].rsplit(' ', 1)[0] + ' …'}”"


def position_id(matter_key: str, one: Answer) -> str:
    """The id of a position: its matter and its answer."""
    text = f"{matter_key} {one.kind} {one.object} {one.amount:g}" + (f" {one.apart}" if one.apart else "")
    return "po-" + sha256(text.encode()).hexdigest()[:10]


def _position(key: str, one: Answer, rows: Sequence[ClaimRow], who: Who, contents: Contents) -> Position:
    spoken = [row for row in rows if row.mode is not Mode.OWN] or list(rows)
    holders = {who.id(speaker) for speaker in {row.chain[-1] for row in rows if row.chain}}
    said = {row.statement: voiced(row) for row in rows}
    return Position(
        id=position_id(key, one),
        answer=label(one, rows, who, contents),
        words=spoken[0].words,
        held_by=tuple(sorted(holders)),
        own_voice=tuple(dict.fromkeys(row.report for row in rows if row.mode is Mode.OWN)),
        since=_since(rows),
        until=_until(rows),
        statements=tuple(said),
        backing=backing(list(said.values()), who, contents),
    )


def voiced(row: ClaimRow) -> Voiced:
    """What counts of a claim where independent origins are counted."""
    return Voiced(row.statement, row.report, row.outlet, row.mode, row.chain, row.basis, row.prints)


def label(one: Answer, rows: Sequence[ClaimRow], who: Who, contents: Contents) -> str:
    """The answer in a few words."""
    if one.kind == SAID or one.apart:
        return quoted(contents([rows[0].statement])[rows[0].statement])
    if one.amount >= 0:
        figure = f"{one.amount:,.0f}" if one.amount.is_integer() else f"{one.amount:,g}"
        return figure if one.kind == "amount" else f"not {figure}"
    named = _called(one, rows, who)
    if one.kind in {"in", "not in", "near", "not near"}:
        return f"{one.kind} {named}"
    if one.kind in {"is", "not is"}:
        return named if one.kind == "is" else f"not {named}"
    return f"{one.kind}: {named}" if named else one.kind


def _called(one: Answer, rows: Sequence[ClaimRow], who: Who) -> str:
    """What the object of an answer is called; who is nobody beyond a report, as that report calls them."""
    if one.object in who.by_id:
        return who.by_id[one.object].name
    values = (row.value for row in rows if "@" in row.value and who.side(row.value) == one.object)
    return next((value.partition("@")[0] for value in values), one.object)


def _since(rows: Sequence[ClaimRow]) -> When:
    """The earliest day by which it surely was said; an exact day where one is given."""
    known = [row.said for row in rows if row.said.end]
    if not known:
        return UNKNOWN
    first = min(known, key=lambda w: (w.end or date.max, w.precision is not Precision.DAY, w.start or date.min))
    return When(first.start, first.end, first.precision)


def _until(rows: Sequence[ClaimRow]) -> When:
    days = [row.published for row in rows if row.published]
    return When.on(max(days)) if days else UNKNOWN
