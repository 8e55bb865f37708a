"""The tables that a record exports, as the scorer needs them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from evals.forms import Row, spellings

_TABLES = ("reports", "sources", "statements", "links", "reuse", "events")


@dataclass(frozen=True)
class Voice:
    """An exported source: its id and the plain forms of its names."""

    id: str
    forms: set[str]


class Export:
    """A folder of exported tables."""

    def __init__(self, folder: Path) -> None:
        self.tables = {name: _rows(folder / f"{name}.jsonl") for name in _TABLES}
        self.files = {row["id"]: PurePath(row.get("file") or row["id"]).name for row in self.rows("reports")}
        self.voices = {row["id"]: _voice(row) for row in self.rows("sources")}
        self.statements: dict[str, Row] = {row["id"]: row for row in self.rows("statements")}

    def rows(self, table: str) -> list[Row]:
        """The rows of a table; none where it is missing."""
        return self.tables[table] or []

    def lacks(self, table: str, *fields: str) -> bool:
        """Whether a table is missing, or has rows and in none of them a value of these fields."""
        rows = self.tables[table]
        return rows is None or (bool(rows) and not any(row.get(field) for row in rows for field in fields))

    def file(self, report: str | None) -> str:
        """The file that a report came from."""
        return self.files.get(report or "", report or "")

    def chain(self, row: Row) -> list[Voice]:
        """On whose word a statement stands, outermost first."""
        links: list[str | None] = row.get("chain") or [row.get("source")]
        return [self.voices.get(one) or Voice(one, set()) for one in links if one is not None]

    def voice(self, row: Row) -> Voice | None:
        """Who speaks; None where nobody is named."""
        links = self.chain({"source": row.get("source")}) or self.chain(row)
        return links[-1] if links else None


def held(row: Row, kind: str) -> set[str]:
    """The matters, or the positions, that a statement has."""
    values: set[Any] = {*(row.get(f"{kind}s") or []), row.get(kind)}
    return values - {None}


def _rows(path: Path) -> list[Row] | None:
    if not path.is_file():
        return None
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _voice(row: Row) -> Voice:
    return Voice(row["id"], spellings(row.get("name"), *(row.get("names") or [])))
