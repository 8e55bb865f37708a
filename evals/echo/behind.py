"""How many independent origins a record counts behind statements."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord import Record
from onrecord.ledger.base import Selection
from onrecord.ledger.sqlite import open_store
from onrecord.matching.backing import origins
from onrecord.story.known import Known


def independent(record: Record, path: Path, statements: set[str]) -> int:
    """The count of the record where it gives one; else that of the chains of these statements."""
    if behind := getattr(record, "behind", None):
        return len(behind(statements).origins)
    with closing(open_store(path, create=False)) as store:
        known = Known(store.view())
        said = known.kept(known.view.statements(Selection(ids=statements)))
        return origins(((one.chain, one.mode) for one in said), known.who)
