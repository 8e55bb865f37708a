"""Which statements go back to one utterance, which reports carry it, and what stands behind a set of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection, Uttered
from onrecord.matching.independence import Voiced, behind
from onrecord.matching.utterances import NEAR, Belonging, Told, Utterance, channel_kind, utterances
from onrecord.record.origin import Behind, Origin
from onrecord.record.statement import Statement
from onrecord.record.when import Precision, When
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known


_LOOKED_AT = 4  # sources looked at for each utterance that is to be listed


@dataclass(frozen=True, slots=True)
class Traced:
    """An utterance with the statements that go back to it.

    Attributes:
        origin: the utterance.
        entries: its statements, in order of publication.
        grounds: for each of them, why it is taken for a telling of this utterance.
    """

    origin: Origin
    entries: tuple[Entry, ...]
    grounds: tuple[str, ...]


def origins(known: Known, limit: int | None = None, source: str | None = None) -> list[Origin]:
    """The utterances of the view, those that most reports carry first.

    The sources are looked at in the order of how many reports may carry one utterance of theirs, until none that is
    left can come in, or very many have been looked at.

    Args:
        known: the view.
        limit: at most so many; None for all.
        source: only those of the source with this id.
    """
    most = _most_reports(known, known.view.utterances(known.keys({source}) if source else None))
    found: list[Origin] = []
    for place, (speaker, reports) in enumerate(sorted(most.items(), key=lambda item: (-item[1], item[0]))):
        full = limit is not None and len(found) >= limit
        if full and (len(found[limit - 1].reports) > reports or place >= _LOOKED_AT * limit):
            break
        found = sorted([*found, *of_source(known, speaker).origins()], key=_rank)
    return found[:limit]


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
class Spoken:
    """All that a source is reported to have said, with the utterance of each statement."""

    statements: tuple[Statement, ...]
    of: dict[str, Belonging]

    def origins(self) -> list[Origin]:
        """The utterances, in no particular order."""
        groups: dict[Utterance, list[Statement]] = {}
        for statement in self.statements:
            groups.setdefault(self.of[statement.id].utterance, []).append(statement)
        return [self._origin(utterance, group) for utterance, group in groups.items()]

    def _origin(self, one: Utterance, group: Sequence[Statement]) -> Origin:
        channels = Counter(statement.channel for statement in group if statement.channel)
        channel = min(channels, key=lambda channel: (-channels[channel], channel), default="")
        said = When.on(one.day) if one.day else When.between(None, None)
        reports = tuple(dict.fromkeys(statement.report for statement in group))
        grounds = Counter(self.of[statement.id].ground for statement in group)
        ground = min(grounds, key=lambda ground: (-grounds[ground], ground))
        return Origin(one.id, one.source, channel, said, len(group), reports, ground)


def of_source(known: Known, source: str) -> Spoken:
    """All that a source is reported to have said, and the utterances that it goes back to."""
    return spoken(known, source, known.kept(known.view.statements(Selection(sources=known.keys({source})))))


def spoken(known: Known, source: str, statements: Sequence[Statement]) -> Spoken:
    """The same, of statements that are there already: all that the view holds of the source."""
    by_id = {statement.id: statement for statement in statements}

    def contents(ids: Collection[str]) -> dict[str, str]:
        return known.worded([by_id[one] for one in ids])

    return Spoken(tuple(statements), utterances(source, list(map(_told, statements)), contents))


def _told(one: Statement) -> Told:
    exact = one.said.precision is Precision.DAY
    first, last = (one.said.start, one.said.start) if exact else (one.said.start, one.said.end)
    return Told(one.id, channel_kind(one.channel), first, last, one.prints)


def traced(known: Known, origin: Origin, limit: int | None = None) -> Traced:
    """An utterance with its statements, all or the first ones."""
    whole = of_source(known, origin.source)
    told = [statement for statement in whole.statements if whole.of[statement.id].utterance.id == origin.id][:limit]
    return Traced(origin, tuple(entries(known, told)), tuple(whole.of[statement.id].ground for statement in told))


def one_origin(known: Known, wanted: str) -> Traced:
    """The utterance of an id, traced. Raises NotFound."""
    speakers = {known.who.id(row.source) for row in known.view.utterances() if _may_lead(known, row, wanted)}
    for speaker in sorted(speakers):
        for origin in of_source(known, speaker).origins():
            if origin.id == wanted:
                return traced(known, origin)
    raise NotFound(f"no utterance of the record as of that day has the id {wanted!r}: `onrecord origins` lists them")


def _may_lead(known: Known, row: Uttered, wanted: str) -> bool:
    """Whether an utterance may have its id from these statements."""
    day = row.said.start if row.said.precision is Precision.DAY else None
    return Utterance(known.who.id(row.source), channel_kind(row.channel), day).id == wanted


def standing_behind(known: Known, statements: Collection[str]) -> Behind:
    """What stands behind the statements of these ids; those that a person has rejected count for nothing."""
    found = known.kept(known.view.statements(Selection(ids=statements)))
    known.meet({key for statement in found for key in statement.chain})
    return behind([voiced(known, statement) for statement in found], known.who, known.contents)


def voiced(known: Known, one: Statement) -> Voiced:
    """A statement as it counts for independence."""
    outlet = known.headlines[one.report].outlet
    return Voiced(one.id, one.report, outlet, one.mode, one.chain, one.standing, one.prints)
