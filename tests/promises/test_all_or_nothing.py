"""Promise 6: killed at any moment, each report is in the record whole or not at all, and the file opens."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from onrecord import Record

KILLS = 50


def add_until_killed(record: Path, reports: Path) -> None:
    with Record.open(record) as opened:
        opened.add_all(reports, jobs=1)
    time.sleep(60)


@pytest.fixture(scope="module")
def many(reports, tmp_path_factory) -> Path:
    """A folder with more reports than can be added between two kills."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(30):
        for path in reports:
            text = path.read_text(encoding="utf-8")
            (folder / f"{number:02}-{path.name}").write_text(f"{text}\n\nEdition {number}.", encoding="utf-8")
    return folder


@pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")
def test_a_kill_while_adding_leaves_whole_reports(many, tmp_path):
    random, context = Random(6), get_context("fork")
    with Record.open(tmp_path / "first.onrecord") as record:
        record.add_all(next(many.iterdir()))  # loads what reading needs, which each child then has
    grown = 0
    for kill in range(KILLS):
        path = tmp_path / f"{kill // 5}.onrecord"  # the next add goes on where the last one was killed
        child = context.Process(target=add_until_killed, args=(path, many))
        child.start()
        time.sleep(random.uniform(0.05, 0.8))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        with Record.open(path) as record:
            assert [fault for checked in record.check() for fault in checked.faults] == []
            grown += len(record.reports())
    assert grown > KILLS  # the kills came while reports were being added, not before
