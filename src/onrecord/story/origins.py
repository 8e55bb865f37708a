"""Which statements go back to one utterance, and which reports carry it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection, Uttered
from onrecord.matching.origins import Utterance, channel_kind, utterances
from onrecord.record.origin import Origin
from onrecord.record.statement import Statement
from onrecord.record.when import Precision, When
from onrecord.story.entries import Entry, entries
from onrecord.story.known import Known


@dataclass(frozen=True, slots=True)
class Traced:
    """An utterance with the statements that go back to it, in order of publication."""

    origin: Origin
    entries: tuple[Entry, ...]


def utterance(known: Known, source: str, channel: str, said: When) -> Utterance:
    """What is told of one utterance: whose it is, by what kind of channel, on which exact day."""
    day = said.start if said.precision is Precision.DAY else None
    return Utterance(known.who.id(source), channel_kind(channel), day)


def told_by(known: Known, statement: Statement) -> Utterance | None:
    """What a statement tells of its utterance; None where nobody in particular speaks."""
    if statement.source is None or "@" in statement.source:
        return None
    return utterance(known, statement.source, statement.channel, statement.said)


def belonging(known: Known, rows: Iterable[Uttered]) -> dict[Utterance, Utterance]:
    """The utterance that each of these belongs to."""
    return utterances(utterance(known, row.source, row.channel, row.said) for row in rows)


@dataclass(slots=True)
class _Sum:
    statements: int = 0
    reports: int = 0
    channels: tuple[tuple[int, str], ...] = ()


def origins(known: Known, limit: int | None = None, source: str | None = None) -> list[Origin]:
    """The utterances of the view, those that most reports carry first.

    Args:
        known: the view.
        limit: at most so many; None for all.
        source: only those of the source with this id.
    """
    rows = [row for row in known.view.utterances() if source in {None, known.who.id(row.source)}]
    belongs = belonging(known, rows)
    sums: dict[Utterance, _Sum] = {}
    for row in rows:
        total = sums.setdefault(belongs[utterance(known, row.source, row.channel, row.said)], _Sum())
        total.statements += row.statements
        total.reports += row.reports
        total.channels = (*total.channels, (-row.statements, row.channel)) if row.channel else total.channels
    order = sorted(sums, key=lambda u: (-sums[u].reports, -sums[u].statements, u.day or date.max, u.id))[:limit]
    return [_origin(one, sums[one]) for one in order]


def _origin(one: Utterance, total: _Sum) -> Origin:
    said = When.on(one.day) if one.day else When.between(None, None)
    channel = min(total.channels, default=(0, ""))[1]
    return Origin(one.id, one.source, channel, said, total.statements, (), one.ground)


def traced(known: Known, origin: Origin, limit: int | None = None) -> Traced:
    """An utterance with the reports that carry it, and its statements, all or the first ones."""
    keys = known.keys({origin.source})
    belongs = belonging(known, known.view.utterances(keys))
    speaking = known.kept(known.view.statements(Selection(sources=keys)))
    told = [s for s in speaking if (u := told_by(known, s)) and belongs[u].id == origin.id]
    reports = tuple(dict.fromkeys(statement.report for statement in told))
    lines = tuple(entries(known, told[:limit]))
    return Traced(replace(origin, reports=reports, statements=len(told)), lines)


def one_origin(known: Known, wanted: str) -> Traced:
    """The utterance of an id, traced. Raises NotFound."""
    found = next((origin for origin in origins(known) if origin.id == wanted), None)
    if found is None:
        raise NotFound(
            f"no utterance of the record as of that day has the id {wanted!r}: `onrecord origins` lists them"
        )
    return traced(known, found)
