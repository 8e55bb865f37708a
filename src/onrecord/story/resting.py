"""Which statements rest on reports that were corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256

from onrecord.ledger.base import Selection
from onrecord.matching.resting import Said
from onrecord.matching.revisions import standing
from onrecord.record.report import Fate, Resting, Standing, Status
from onrecord.record.statement import Statement
from onrecord.story.derived import derived
from onrecord.story.known import Known


def resting(known: Known, statements: Iterable[Statement], texts: Mapping[str, str]) -> dict[str, tuple[Resting, ...]]:
    """What each of these statements rests on, for those that rest on such a report.

    Args:
        known: the view.
        statements: the statements.
        texts: the texts of their reports.
    """
    if not known.fates:
        return {}
    found = ((statement.id, _under(known, statement, texts[statement.report])) for statement in statements)
    return {statement: rests for statement, rests in found if rests}


def _under(known: Known, statement: Statement, text: str) -> tuple[Resting, ...]:
    sources = filter(None, (known.source(key) for key in statement.chain))
    through = [name for source in sources for name in source.names]
    said = Said(statement.id, statement.report, [span.of(text) for span in statement.content], through)
    return tuple(
        Resting(rest.report, rest.ground, fate)
        for rest in known.fallen.under(said)
        for fate in _told(known, rest.report)
    )


def _told(known: Known, report: str) -> list[Fate]:
    """What others say of a report, or its own withdrawal; that it corrects what it said before is no fall."""
    return [fate for fate in known.fates[report] if fate.by != report or fate.status is Status.WITHDRAWN]


def how_it_stands(known: Known, statements: Collection[str]) -> Standing:
    """How far a position that these statements show still stands, by their ids."""
    if not known.fates:
        return standing(dict.fromkeys(statements, ()))
    which = sha256(" ".join(statements).encode()).hexdigest()[:16]
    return derived(known.view, f"standing {which}", Standing, lambda: _standing(known, statements))


def _standing(known: Known, statements: Collection[str]) -> Standing:
    found = known.kept(known.view.statements(Selection(ids=statements)))
    texts = {report: known.text(report) for report in {statement.report for statement in found}}
    rests = resting(known, found, texts)
    return standing(
        {one.id: [*known.fates.get(one.report, ()), *(r.fate for r in rests.get(one.id, ()))] for one in found}
    )
