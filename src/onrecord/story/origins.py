"""Which statements go back to one utterance, which reports carry it, and what stands behind a set of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection, Uttered
from onrecord.matching.independence import Voiced, behind
from onrecord.matching.near import gathered
from onrecord.matching.retelling import Carried, retold
from onrecord.matching.utterances import NEAR, Belonging, Told, Utterance, channel_kind, utterances
from onrecord.record.matter import Matter
from onrecord.record.origin import Behind, Origin
from onrecord.record.statement import Mode, Statement
from onrecord.record.when import Precision, When
from onrecord.story.derived import derived
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known

_MANY = 64  # statements of a source from which on it is kept how they belong together
_LOOKED_AT = 4  # sources looked at for each utterance that is to be listed


@dataclass(frozen=True, slots=True)
class Traced:
    """An utterance with the statements that go back to it.

    Attributes:
        origin: the utterance.
        entries: its statements, in order of publication.
        grounds: for each of them, why it is taken for a telling of this utterance.
        retold: statements in its words for which no speaker is named.
    """

    origin: Origin
    entries: tuple[Entry, ...]
    grounds: tuple[str, ...]
    retold: tuple[Entry, ...]


def origins(known: Known, limit: int | None = None, source: str | None = None) -> list[Origin]:
    """The utterances of the view, those that most reports carry first.

    Args:
        known: the view.
        limit: at most so many; None for all.
        source: only those of the source with this id.
    """
    if limit is None:
        return _foremost(known, None, source)
    what = f"origins {limit} {source or ''}"
    return list(derived(known.view, what, tuple[Origin, ...], lambda: tuple(_foremost(known, limit, source))))


def _foremost(known: Known, limit: int | None, source: str | None) -> list[Origin]:
    """The same, worked out.

    The sources are looked at in the order of how many reports may carry one utterance of theirs, until none that is
    left can come in, or very many have been looked at.
    """
    most = _most_reports(known, known.view.utterances(known.keys({source}) if source else None))
    found: list[Origin] = []
    for place, speaker in enumerate(sorted(most, key=lambda one: (-most[one], one))):
        last = len(found[limit - 1].reports) if limit and len(found) >= limit else 0
        if limit and last and (last > most[speaker] or place >= _LOOKED_AT * limit):
            break
        found += [whole.origin for whole in of_source(known, speaker)]
        found = sorted(found, key=_rank)[:limit] if limit else found
    return sorted(found, key=_rank)[:limit]


def _most_reports(known: Known, rows: Iterable[Uttered]) -> dict[str, int]:
    """In how many reports one utterance of a source may stand: those of its day, and those that tell no day."""
    loose: Counter[str] = Counter()
    on: Counter[tuple[str, date]] = Counter()
    for row in rows:
        speaker, day = known.who.id(row.source), row.said.start
        if day and row.said.precision is Precision.DAY:
            on.update({(speaker, day + timedelta(days)): row.reports for days in range(-NEAR, NEAR + 1)})
        else:
            loose[speaker] += row.reports
    most = Counter(loose)
    for (speaker, _), reports in on.items():
        most[speaker] = max(most[speaker], loose[speaker] + reports)
    return most


def _rank(origin: Origin) -> tuple[int, int, date, str]:
    return -len(origin.reports), -origin.statements, origin.said.start or date.max, origin.id


@dataclass(frozen=True, slots=True)
class Whole:
    """An utterance with the ids of its statements, in order of publication, and the ground on which each is one."""

    origin: Origin
    statements: tuple[str, ...]
    grounds: tuple[str, ...]


def of_source(known: Known, source: str) -> tuple[Whole, ...]:
    """The utterances of a source, in no particular order; once for each view."""

    def made() -> tuple[Whole, ...]:
        said = known.kept(known.view.statements(Selection(sources=known.keys({source}))))
        return _wholes(known, source, [statement for statement in said if speaks(known, statement)])

    def many(wholes: Sequence[Whole]) -> bool:
        return sum(len(whole.statements) for whole in wholes) >= _MANY

    return known.once((of_source, source), lambda: derived(known.view, f"by {source}", tuple[Whole, ...], made, many))


def _wholes(known: Known, source: str, said: Sequence[Statement]) -> tuple[Whole, ...]:
    of = belonging(known, source, said)
    groups = gathered((of[statement.id].utterance, statement) for statement in said)
    return tuple(
        Whole(
            _origin(known, one, group, [of[statement.id].ground for statement in group]),
            tuple(statement.id for statement in group),
            tuple(of[statement.id].ground for statement in group),
        )
        for one, group in groups.items()
    )


def _origin(known: Known, one: Utterance, group: Sequence[Statement], grounds: Iterable[str]) -> Origin:
    channel = _commonest(statement.channel for statement in group if statement.channel)
    said = When.on(one.day) if one.day else When.between(None, None)
    reports = tuple(dict.fromkeys(statement.report for statement in group))
    outlets = known.who.publishers(known.headlines[report].outlet for report in reports)
    return Origin(one.id, one.source, channel, said, len(group), reports, outlets, _commonest(grounds))


def _commonest(found: Iterable[str]) -> str:
    counted = Counter(found)
    return min(counted, key=lambda one: (-counted[one], one), default="")


def belonging(known: Known, source: str, said: Sequence[Statement]) -> dict[str, Belonging]:
    """The utterance of each of these statements, which are all that the view holds of the source."""
    return utterances(source, list(map(_told, said)), known.wording(said))


def speaks(known: Known, statement: Statement) -> bool:
    """Whether a report says that somebody spoke, who is somebody beyond that report."""
    return statement.mode is not Mode.OWN and statement.source is not None and known.who.somebody(statement.source)


def _told(one: Statement) -> Told:
    exact = one.said.precision is Precision.DAY
    first, last = (one.said.start, one.said.start) if exact else (one.said.start, one.said.end)
    return Told(one.id, one.report, channel_kind(one.channel), first, last, one.prints)


def spoken(known: Known, origin: Origin, limit: int | None = None) -> list[Entry]:
    """The statements of an utterance's own speaker, all or the first ones, in order of publication."""
    whole = next((one for one in of_source(known, origin.source) if one.origin.id == origin.id), None)
    ids = whole.statements[:limit] if whole else ()
    return entries(known, known.view.statements(Selection(ids=ids)))


def traced(known: Known, origin: Origin, limit: int | None = None) -> Traced:
    """An utterance with its statements, all or the first ones."""
    known_as = (one for one in of_source(known, origin.source) if one.origin.id == origin.id)
    whole = next(known_as, Whole(origin, (), ()))
    told = known.view.statements(Selection(ids=whole.statements))
    again = known.view.statements(Selection(ids=_retold(known, origin, told)[:limit]))
    return Traced(origin, tuple(entries(known, told[:limit])), whole.grounds[:limit], tuple(entries(known, again)))


def _retold(known: Known, origin: Origin, told: Sequence[Statement]) -> tuple[str, ...]:
    """Ids of the statements in the words of an utterance for which no speaker is named, in order of publication."""

    def found() -> tuple[str, ...]:
        return tuple(one.id for one in retellings(known, told))

    return derived(known.view, f"retold {origin.id}", tuple[str, ...], found)


def retellings(known: Known, told: Sequence[Statement]) -> list[Statement]:
    """The statements without a speaker whose words are, first of all, those of one of these."""
    near = _sharing(known, told)
    loose = [statement for statement in near if not speaks(known, statement)]
    first = retold_in(known, _sharing(known, loose)) if loose else {}
    ids = {statement.id for statement in told}
    return [statement for statement in loose if first.get(statement.id) in ids]


def retold_in(known: Known, said: Sequence[Statement]) -> dict[str, str]:
    """For each of these statements without a speaker the first one with a speaker that has the same words."""
    return retold([Carried(one.id, speaks(known, one), one.prints) for one in said], known.wording(said))


def _sharing(known: Known, said: Iterable[Statement]) -> list[Statement]:
    """All statements of the view that have a print in common with one of these, in order of publication."""
    prints = {found for statement in said for found in statement.prints}
    reports = known.holding(prints)
    near = known.view.statements(Selection(reports=reports)) if reports else []
    return [statement for statement in known.kept(near) if not prints.isdisjoint(statement.prints)]


def one_origin(known: Known, wanted: str) -> Traced:
    """The utterance of an id, traced. Raises NotFound."""
    speakers = {known.who.id(row.source) for row in known.view.utterances() if _may_lead(known, row, wanted)}
    for speaker in sorted(speakers):
        for whole in of_source(known, speaker):
            if whole.origin.id == wanted:
                return traced(known, whole.origin)
    raise NotFound(f"no utterance of the record as of that day has the id {wanted!r}: `onrecord origins` lists them")


def _may_lead(known: Known, row: Uttered, wanted: str) -> bool:
    """Whether an utterance may have its id from these statements."""
    day = row.said.start if row.said.precision is Precision.DAY else None
    return Utterance(known.who.id(row.source), channel_kind(row.channel), day).id == wanted


def origin_of(known: Known, statement: Statement) -> Origin | None:
    """The utterance that a statement goes back to, by its speaker or its words; None where neither is anybody's."""
    named = statement if speaks(known, statement) else _first_told(known, statement)
    if named is None:
        return None
    spoken = of_source(known, known.who.id(named.source or ""))
    return next(whole.origin for whole in spoken if named.id in whole.statements)


def _first_told(known: Known, statement: Statement) -> Statement | None:
    """The first statement with a speaker that has the words of one without."""
    near = {one.id: one for one in _sharing(known, [statement])}
    return near.get(retold_in(known, list(near.values())).get(statement.id, ""))


@dataclass(frozen=True, slots=True)
class Backed:
    """An answer to a matter with what stands behind it.

    Attributes:
        position: its id.
        answer: the answer in a few words.
        statements: ids of its statements.
        behind: what stands behind them.
    """

    position: str
    answer: str
    statements: tuple[str, ...]
    behind: Behind


def backed(known: Known, matter: Matter) -> list[Backed]:
    """What stands behind each answer to a matter."""

    def made() -> tuple[Backed, ...]:
        behind = ((p, standing_behind(known, p.statements)) for p in matter.positions)
        return tuple(Backed(p.id, p.answer, p.statements, found) for p, found in behind)

    return list(derived(known.view, f"backed {matter.id}", tuple[Backed, ...], made))


def standing_behind(known: Known, statements: Collection[str]) -> Behind:
    """What stands behind the statements of these ids; those that a person has rejected count for nothing."""
    found = known.kept(known.view.statements(Selection(ids=statements)))
    known.meet({key for statement in found for key in statement.chain})
    return behind([_voiced(known, statement) for statement in found], known.who, known.wording(found))


def _voiced(known: Known, one: Statement) -> Voiced:
    """A statement as it counts for independence."""
    outlet = known.headlines[one.report].outlet
    return Voiced(one.id, one.report, outlet, one.mode, one.chain, one.basis, one.prints)
