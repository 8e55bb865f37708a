"""Tables written to files: JSON Lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.errors import BadArgument, MissingExtra

Row = dict[str, Any]


def write(tables: Mapping[str, Callable[[], list[Row]]], folder: Path, form: str) -> list[Path]:
    """Write each table to a file of its name, whole or not at all, and give the files.

    Args:
        tables: what makes each table, by name.
        folder: where to; made where it is not there.
        form: "jsonl", "csv" or "parquet".

    Raises:
        BadArgument: when the form is none of these, or the folder cannot be written to.
        MissingExtra: when Parquet is asked for and pyarrow is not installed.
    """
    if form not in _FORMS:
        raise BadArgument(f"{form!r} is no format: choose one of {', '.join(sorted(_FORMS))}")
    write_rows = _FORMS[form]
    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, make in tables.items():
            target, part = folder / f"{name}.{form}", folder / f".{name}.{form}.part"
            write_rows(make(), part)
            part.replace(target)
            files.append(target)
    except OSError as error:
        raise BadArgument(f"cannot write to {folder}: {error.strerror or error}; choose another folder") from error
    return files


def _jsonl(rows: Sequence[Row], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _csv(rows: Sequence[Row], file: Path) -> None:
    """Nested values stand in their cell as JSON."""
    with file.open("w", encoding="utf-8", newline="") as out:
        if rows:
            writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _parquet(rows: Sequence[Row], file: Path) -> None:
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        raise MissingExtra("pyarrow", "parquet", "Parquet") from error
    parquet.write_table(arrow.Table.from_pylist(list(rows)), file)


_FORMS: dict[str, Callable[[Sequence[Row], Path], None]] = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
