"""How many independent origins a record counts behind statements."""

from __future__ import annotations

from onrecord import Record


def independent(record: Record, statements: set[str]) -> int:
    """The count that the record gives."""
    return len(record.behind(statements).origins)
