from __future__ import annotations

import csv
import json

import pyarrow.parquet
import pytest

from onrecord import Record
from onrecord.errors import BadArgument
from onrecord.export.table import Table

TEXT = " date 2024-03-11 The pier is closed, harbour master Ida Renn said on Monday.\n"
COLUMNS = {
    "reports": "id file url outlet title published language revision_of status",
    "sources": "id name kind names",
    "statements": "id report mode act stance source chain speaker cue content channel said matter matters position "
    "positions origin",
    "matters": "id question positions",
}


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with Record.open(tmp_path / "r.onrecord") as opened:
        opened.add_all(path)
        yield opened


def test_tables_turn_into_frames(record):
    statements = record.statements()
    rows = [row["words"] for row in statements.rows]
    assert rows == ["The pier is closed"]
    assert list(statements.to_pandas()["words"]) == rows
    assert statements.to_polars()["words"].to_list() == rows
    assert statements.to_arrow().column("words").to_pylist() == rows


def test_a_table_is_a_sequence_that_knows_how_many_there_are():
    table = Table([1, 2, 3], total=9)
    assert (len(table), table[0], list(table[1:]), table.total) == (3, 1, [2, 3], 9)
    assert table == Table([1, 2, 3])


def test_every_format_has_the_same_tables_and_columns(record, tmp_path):
    for form in ("jsonl", "csv", "parquet"):
        files = record.export(tmp_path / form, form)
        assert {file.stem for file in files} >= {"links", "reuse", "events", "problems", "judgements", *COLUMNS}
    for name, columns in COLUMNS.items():
        lines = (tmp_path / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()
        for line in lines:
            assert list(json.loads(line)) == columns.split()
        if lines:
            with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == columns.split()
            assert pyarrow.parquet.read_table(tmp_path / "parquet" / f"{name}.parquet").column_names == columns.split()


def test_a_form_that_is_none_is_refused(record, tmp_path):
    with pytest.raises(BadArgument, match="jsonl"):
        record.export(tmp_path / "out", "xls")
