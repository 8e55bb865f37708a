from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from onrecord import Record


@pytest.fixture
def told(tmp_path) -> Iterator[Callable[..., Record]]:
    """Makes a record of reports: day and text of each."""
    opened = []

    def tell(*reports: tuple[str, str]) -> Record:
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        for number, (day, text) in enumerate(reports):
            (folder / f"{number}.txt").write_text(f" date {day} {text}\n", encoding="utf-8")
        record = Record.open(tmp_path / f"{len(opened)}.onrecord")
        record.add_all(folder)
        opened.append(record)
        return record

    yield tell
    for record in opened:
        record.close()


@pytest.fixture
def fed(tmp_path) -> Iterator[Callable[..., Record]]:
    """Makes a record of the rows of a feed, each added by itself in this order."""
    opened = []

    def feed(*rows: dict[str, str]) -> Record:
        record = Record.open(tmp_path / f"feed{len(opened)}.onrecord")
        for row in rows:
            (tmp_path / "feed.jsonl").write_text(json.dumps(row), encoding="utf-8")
            record.add_all(tmp_path / "feed.jsonl", jobs=1)
        opened.append(record)
        return record

    yield feed
    for record in opened:
        record.close()
