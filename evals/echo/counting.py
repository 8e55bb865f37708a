"""What a record makes of a case: the origins that it counts, and what other counters count on the same reports."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.echo.behind import independent
from evals.echo.minhash import clusters
from evals.echo.planting import Case, Place, Planted, Printed
from onrecord import Record
from onrecord.record.statement import Statement

Read = tuple[Planted, tuple[str, ...]]
"""What was planted, and the ids of the statements that it was read as."""

_HALF = 0.5  # of the shorter of the two: the least that a statement and a carrying share


@dataclass(frozen=True)
class Counted:
    """A case and what was counted in it.

    Attributes:
        case: the case.
        origins: independent origins behind the statements that carry what was planted.
        read: for each planted carrying, the statements that it was read as.
        labels: for each statement that carries what was planted, its origin as exported; empty where it has none.
        listed: how many of these origins `Record.origins` lists.
        speakers: for each of these statements, who speaks as it was read.
        rivals: what other counters count, by their name.
    """

    case: Case
    origins: int
    read: tuple[Read, ...]
    labels: dict[str, str]
    listed: int
    speakers: dict[str, str]
    rivals: dict[str, int]


def write(reports: Sequence[Printed], folder: Path) -> list[Path]:
    """Each report as a file of its own, with what publishers declare beside the text."""
    return [_written(report, folder / report.file) for report in reports]


def counted(case: Case) -> Counted:
    """The case taken into a record of its own, and counted."""
    with _record(case) as (record, path):
        read = carrying(record, case.planted)
        ids = {statement for _, found in read for statement in found}
        labels = _labels(record, path.parent / "tables", ids)
        return Counted(
            case=case,
            origins=independent(record, ids),
            read=read,
            labels=labels,
            listed=len({one.id for one in record.origins()} & set(labels.values())),
            speakers={one.id: one.source.name if one.source else "" for one in record.statements(ids=tuple(ids))},
            rivals=_rivals(case),
        )


@contextmanager
def _record(case: Case) -> Iterator[tuple[Record, Path]]:
    """A record that holds the reports of the case and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.onrecord"
        with Record.open(path) as record:
            record.add_all(*write(case.reports, Path(folder)))
            yield record, path


def _written(report: Printed, path: Path) -> Path:
    row = {
        "text": report.text,
        "title": report.title,
        "publisher": report.outlet,
        "date": report.published.isoformat(),
        "url": report.url,
    }
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return path


def carrying(record: Record, planted: Iterable[Planted]) -> tuple[Read, ...]:
    """For each planted carrying, the statements that hold enough of it."""
    spoken: dict[str, list[Statement]] = {}
    for entry in record.statements():
        spoken.setdefault(entry.report.file, []).append(entry.statement)
    return tuple(
        (one, tuple(said.id for said in spoken.get(one.report, ()) if _overlap(said, one.places) >= _HALF))
        for one in planted
    )


def _overlap(statement: Statement, places: Sequence[Place]) -> float:
    """The share of the shorter of the two that stands in both."""
    read = {at for span in statement.content for at in range(span.start, span.end)}
    planted = {at for start, end in places for at in range(start, end)}
    return len(read & planted) / min(len(read), len(planted))


def _labels(record: Record, folder: Path, statements: set[str]) -> dict[str, str]:
    """The origin of each statement, as the record exports it."""
    record.export(folder)
    rows = map(json.loads, (folder / "statements.jsonl").read_text("utf-8").splitlines())
    return {row["id"]: row["origin"] or "" for row in rows if row["id"] in statements}


def _rivals(case: Case) -> dict[str, int]:
    """The counters that are in use: reports, publishers, and groups of documents that are nearly the same."""
    grouped = {f"minhash {level:.1f}": count for level, count in clusters([one.text for one in case.reports]).items()}
    return {"reports": case.n, "outlets": len({one.outlet for one in case.reports}), **grouped}
