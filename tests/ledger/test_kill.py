"""Killed at any moment, the program leaves each report whole or not at all, in a file that opens."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from ledger.made_up import Maker, made, made_anew

from onrecord.ledger.sqlite import open_store

KILLS = 60
KILLS_A_FILE = 6
SEEDS = range(600)


def write_until_killed(path: Path, seed: int) -> None:
    """Add reports, one or a few in a transaction, and read some of them anew."""
    random = Random(seed)
    store = open_store(path, create=True)
    known = set(store.view().listings())
    coming = iter([seed for seed in SEEDS if Maker(seed).id not in known])
    for _ in count():
        with store.write() as writer:
            for number, _ in zip(coming, range(random.randint(1, 3)), strict=False):
                writer.add(*made(number))
                known.add(Maker(number).id)
            again = random.choice(SEEDS)
            if Maker(again).id in known:
                writer.reread(made_anew(again))


def whole(path: Path, expected: dict[str, tuple]) -> int:
    """Check that each report is there with one of its readings, complete; how many there are."""
    with closing(open_store(path, create=True)) as store:
        view = store.view()
        for report in view.listings():
            wanted, *readings = expected[report]
            assert view.report(report) == wanted
            assert view.reading(report) in readings
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert not plain.execute("PRAGMA foreign_key_check").fetchall()
            plain.execute("INSERT INTO line_words (line_words) VALUES ('integrity-check')")
            plain.execute("INSERT INTO statement_words (statement_words) VALUES ('integrity-check')")
        return view.count()


@pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")
def test_a_kill_at_any_moment_leaves_whole_reports(tmp_path) -> None:
    random, context = Random(20), get_context("fork")
    expected = {Maker(seed).id: (*made(seed), made_anew(seed)) for seed in SEEDS}
    kept = []
    for kill in range(KILLS):
        path = tmp_path / f"{kill // KILLS_A_FILE}.onrecord"
        child = context.Process(target=write_until_killed, args=(path, kill))
        child.start()
        # The first kills on a file come while its tables are being made.
        time.sleep(random.uniform(0, 0.02 if kill % KILLS_A_FILE == 0 else 0.12))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        kept.append(whole(path, expected))
    # Most kills come while something is being kept, on a slow machine too.
    assert sum(number > 0 for number in kept) > KILLS // 4
    assert len(set(kept)) > KILLS // 8
