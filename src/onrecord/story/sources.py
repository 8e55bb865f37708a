"""Who speaks in a view: every source with its spellings and how much it is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.record.name import Source
from onrecord.story.known import Known
from onrecord.wording import fold, name_key


@dataclass(frozen=True, slots=True)
class Speaking:
    """A source with how many statements it makes, in how many reports.

    Attributes:
        source: the source.
        statements: how many statements it makes.
        reports: in how many reports at most: one that names it in two ways counts once for each.
    """

    source: Source
    statements: int
    reports: int


def sources(known: Known, limit: int | None = None) -> list[Speaking]:
    """The sources that speak, those with the most statements first."""
    totals: dict[str, list[int]] = {}
    for key, (statements, reports) in known.view.statement_counts().items():
        total = totals.setdefault(known.who.id(key), [0, 0])
        total[0] += statements
        total[1] += reports
    rows = [Speaking(known.who.by_id[one], *total) for one, total in totals.items() if one in known.who.by_id]
    return sorted(rows, key=lambda row: (-row.statements, row.source.name, row.source.id))[:limit]


def one_source(known: Known, wanted: str) -> Source:
    """The source of an id or of a name, in whatever spelling. Raises NotFound, naming those that come near."""
    if wanted in known.who.by_id:
        return known.who.by_id[wanted]
    key = name_key(wanted)
    if key in known.who.sources:
        return known.who.sources[key]
    everyone = known.who.by_id.values()
    exact = [source for source in everyone if fold(wanted) in {fold(name) for name in source.names}]
    parts = exact or [one for one in everyone if key and set(key.split()) <= set(name_key(one.name).split())]
    if len(parts) == 1:
        return parts[0]
    near = ", ".join(sorted(source.name for source in parts)[:5])
    hint = f"it may be one of: {near}" if near else "`onrecord sources` lists them"
    raise NotFound(f"no one source of the record as of that day is called {wanted!r}: {hint}")
