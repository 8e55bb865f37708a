"""Claims of many reports brought to one question: matters, and the positions on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations

from onrecord.matching.backing import backing
from onrecord.matching.who import Who
from onrecord.record.claimed import ClaimCount, ClaimRow
from onrecord.record.matter import Matter, Position
from onrecord.record.statement import Mode
from onrecord.record.when import UNKNOWN, Precision, When
from onrecord.relations import Relation, load


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """A claim's answer to its question, whoever gives it.

    Attributes:
        kind: one of the relation's answers, "not " before it where it is rejected.
        object: source id or words of what it names: who holds the place, where the person is; may be empty.
        amount: the number, or -1 where none is given.
    """

    kind: str
    object: str
    amount: float = -1.0

    @property
    def rejects(self) -> str:
        """The answer that it rejects, or empty."""
        return self.kind[4:] if self.kind.startswith("not ") else ""


def answer(claim: ClaimRow | ClaimCount, who: Who) -> Answer:
    """The answer that a claim gives."""
    if claim.amount is not None:
        return Answer("amount" if claim.affirms else "not amount", "", claim.amount)
    head, _, rest = claim.value.partition(" ")
    relation = load().relations.get(claim.relation)
    same = relation.same if relation else {}
    if claim.extent:
        kind, thing = claim.extent, who.side(claim.value)
    elif head in {"in", "near"} and rest:
        kind, thing = head, who.id(rest)
    elif claim.relation in _NAMING:
        kind, thing = "is", who.id(claim.value)
    else:
        kind, thing = claim.value, ""
    kind = kind if claim.affirms else f"not {kind}"
    return Answer(same.get(kind, kind), thing)


_EXTENTS = {"all", "part", "present", "withdrew"}
_NAMING = {
    "target",
    "cause",
    "contest",
    "breach",
    "support",
    "reason",
}  # relations whose value is a name or words, not one of a few answers


def settled(given: Mapping[tuple[str, Answer], int]) -> dict[tuple[str, Answer], Answer]:
    """Where a source that only rejects an answer also gives a compatible one, the rejection is part of that one.

    Args:
        given: how often each (source id, answer) occurs in one matter.

    Returns:
        The answer that each (source id, answer) counts as.
    """
    by_source: dict[str, Counter[Answer]] = {}
    for (source, one), times in given.items():
        if source and not one.rejects:
            by_source.setdefault(source, Counter())[one] += times
    return {(source, one): _counted(one, by_source.get(source)) for source, one in given}


def _counted(one: Answer, others: Counter[Answer] | None) -> Answer:
    fitting = [other for other in others or () if other.kind in _EXTENTS and other != Answer(one.rejects, one.object)]
    if not one.rejects or not fitting or others is None:
        return one
    return min(fitting, key=lambda other: (-others[other], other))


def matter_id(relation: str, subject: str) -> str:
    """The id of a matter: its relation and its subject."""
    return "ma-" + sha256(f"{relation} {subject}".encode()).hexdigest()[:10]


def matter(rows: Sequence[ClaimRow], subject: str, who: Who) -> Matter:
    """The matter that these claims make together; they are of one relation and one subject.

    Args:
        rows: its claims, in order of publication.
        subject: a name key of what it is about.
        who: the sources of the view.
    """
    relation = load().relations[rows[0].relation]
    key = matter_id(relation.name, who.id(subject))
    groups = grouped(rows, who)
    found = [_position(key, one, group, who) for one, group in groups.items()]
    positions = sorted(found, key=lambda p: (p.since.end or date.max, p.until.end or date.max, p.id))
    ids = {one: position_id(key, one) for one in groups}
    disputes = sorted(
        (ids[one], ids[other])
        for one, other in combinations(sorted(groups), 2)
        if disputed(relation, (one, groups[one]), (other, groups[other]), who)
    )
    question = relation.question.format(subject=who.name(subject))
    return Matter(key, relation.name, who.id(subject), question, tuple(positions), tuple(disputes))


def grouped(rows: Sequence[ClaimRow], who: Who) -> dict[Answer, list[ClaimRow]]:
    """The claims of one matter by their answers."""
    pairs = _given(rows, who)
    counts = settled(Counter(pairs))
    groups: dict[Answer, list[ClaimRow]] = {}
    for row, pair in zip(rows, pairs, strict=True):
        groups.setdefault(counts[pair], []).append(row)
    return groups


def _given(rows: Sequence[ClaimRow], who: Who) -> list[tuple[str, Answer]]:
    """Whose side each claim is on, and its answer; claims that say the same are worked out once."""
    sides: dict[str, str] = {}
    answers: dict[tuple[object, ...], Answer] = {}
    pairs = []
    for row in rows:
        speaker, said = row.chain[-1] if row.chain else "", (row.value, row.affirms, row.extent, row.amount)
        if speaker not in sides:
            sides[speaker] = who.side(speaker) if speaker else ""
        if said not in answers:
            answers[said] = answer(row, who)
        pairs.append((sides[speaker], answers[said]))
    return pairs


Held = tuple[Answer, Sequence[ClaimRow]]  # an answer with the claims that give it


def disputed(relation: Relation, one: Held, other: Held, who: Who) -> bool:
    """Whether two positions on a matter cannot both be so."""
    (a, rows), (b, others) = one, other
    if relation.grows and a.amount >= 0 and b.amount >= 0:
        return a.kind == b.kind and not _raised(rows, others, who) and _meet(rows, others)
    if a.rejects == b.kind or b.rejects == a.kind:
        return a.object == b.object and a.amount == b.amount
    if not relation.disputed(a.kind, b.kind):
        return False
    return a.object != b.object or not (a.object or b.object)


def _raised(rows: Sequence[ClaimRow], others: Sequence[ClaimRow], who: Who) -> bool:
    """Whether one source gives both: it brought its own figure up to date."""
    speakers, more = ({row.chain[-1] for row in some if row.chain} for some in (rows, others))
    return bool(set(map(who.side, speakers)) & set(map(who.side, more)))


def _meet(rows: Sequence[ClaimRow], others: Sequence[ClaimRow]) -> bool:
    """Whether one was still being reported when the other came up; unknown days may meet."""
    days, more = ([r.published for r in some if r.published] for some in (rows, others))
    return not days or not more or (min(days) <= max(more) and min(more) <= max(days))


def position_id(matter_key: str, one: Answer) -> str:
    """The id of a position: its matter and its answer."""
    text = f"{matter_key} {one.kind} {one.object} {one.amount:g}"
    return "po-" + sha256(text.encode()).hexdigest()[:10]


def _position(key: str, one: Answer, rows: Sequence[ClaimRow], who: Who) -> Position:
    spoken = [row for row in rows if row.mode is not Mode.OWN] or list(rows)
    holders = {who.id(speaker) for speaker in {row.chain[-1] for row in rows if row.chain}}
    return Position(
        id=position_id(key, one),
        answer=label(one, who),
        words=spoken[0].words,
        held_by=tuple(sorted(holders)),
        own_voice=tuple(dict.fromkeys(row.report for row in rows if row.mode is Mode.OWN)),
        since=_since(rows),
        until=_until(rows),
        statements=tuple(dict.fromkeys(row.statement for row in rows)),
        backing=backing(rows, who),
    )


def label(one: Answer, who: Who) -> str:
    """The answer in a few words."""
    if one.amount >= 0:
        return f"{'' if one.kind == 'amount' else 'not '}{one.amount:g}"
    named = who.called(one.object)
    if one.kind in {"in", "not in", "near", "not near"}:
        return f"{one.kind} {named}"
    if one.kind in {"is", "not is"}:
        return named if one.kind == "is" else f"not {named}"
    return f"{one.kind}: {named}" if named else one.kind


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
