"""Ctrl-C and SIGTERM at any moment of adding: a whole record, no orphan, no traceback, and the next add goes on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from onrecord import Record

STOPS = 20
REPORTS = 120
BODY = (
    '"The hull was sound," Arno Vale told reporters on Friday. Eight people were killed, the coastguard said. '
    "Brita Holm denied that marines hold the harbour, and the mayor said that Captain Ida Renn has left Tarn.\n\n"
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and ps")


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """More reports than a handful, each with a text of its own."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    rows = ({"id": str(n), "date": "2024-05-03", "text": f"Report {n} of it\n\n{BODY * 4}"} for n in range(REPORTS))
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def tables(path: Path, out: Path) -> dict[str, bytes]:
    with Record.open(path, create=False) as record:
        return {file.name: file.read_bytes() for file in record.export(out)}


def added(*arguments) -> subprocess.Popen[str]:
    """A process that adds, in a group of its own as a shell makes one."""
    command = [sys.executable, "-m", "onrecord.cli", "add", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def children(parent: int) -> list[int]:
    """The processes that a process has started and that run."""
    shown = subprocess.run(["ps", "-eo", "pid,ppid,stat"], capture_output=True, text=True, check=True)  # noqa: S607
    rows = [line.split() for line in shown.stdout.splitlines()[1:]]
    return [int(pid) for pid, ppid, stat in rows if int(ppid) == parent and "Z" not in stat]


def alive(pids: list[int]) -> list[int]:
    """Those of the workers that still run; a number that another process took since is not counted."""
    shown = subprocess.run(["ps", "-eo", "pid,stat,args"], capture_output=True, text=True, check=True)  # noqa: S607
    rows = [line.split(None, 2) for line in shown.stdout.splitlines()[1:]]
    return [int(row[0]) for row in rows if int(row[0]) in pids and "Z" not in row[1] and "onrecord.workers" in row[-1]]


def test_stopped_at_random_moments_it_leaves_a_whole_record_and_the_next_add_goes_on(many, tmp_path):
    whole = tmp_path / "whole.onrecord"
    process = added(whole, many)
    begun = time.monotonic()
    process.communicate(timeout=300)
    spent = time.monotonic() - begun
    expected = tables(whole, tmp_path / "whole")
    random = Random(8)
    kept, path = [], tmp_path / "stopped.onrecord"
    for number in range(STOPS):
        before = counted(path)
        if before == REPORTS:
            assert tables(path, tmp_path / f"out-{number}") == expected
            path = tmp_path / f"{number}.onrecord"
            before = 0
        process = added(path, many, "--jobs", str(random.randint(1, 3)))
        begun_at(path, process)
        time.sleep(random.uniform(0, 0.6 * spent))
        workers = children(process.pid)
        asked = random.choice([signal.SIGINT, signal.SIGTERM])
        # A terminal sends Ctrl-C to the whole group; whoever ends a service signals one process.
        os.killpg(process.pid, asked) if asked is signal.SIGINT else process.send_signal(asked)
        out, err = process.communicate(timeout=60)
        assert "Traceback" not in err + out
        assert process.returncode in {0, 128 + asked}, err
        assert (process.returncode == 0) == ("the same command goes on from there" not in err)
        assert alive(workers) == []
        told = re.match(r"(\d+) reports? added, (\d+) known already, 0 problems", out)
        assert told, (out, err)
        kept.append(int(told[1]))
        assert counted(path) == before + kept[-1]
        with Record.open(path, create=False) as record:
            assert [fault for checked in record.check() for fault in checked.faults] == []
    last = added(path, many)
    last.communicate(timeout=300)
    assert last.returncode == 0
    assert tables(path, tmp_path / "stopped") == expected
    assert sum(0 < number < REPORTS for number in kept) > STOPS // 4  # they came while reports were being added


def test_killed_outright_it_leaves_no_worker_behind(many, tmp_path):
    process = added(tmp_path / "r", many, "--jobs", "2")
    end = time.monotonic() + 60
    while len(workers := children(process.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    process.kill()
    process.communicate()
    assert len(workers) == 2
    while alive(workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert alive(workers) == []


def test_stopped_before_anything_is_added_it_says_so(many, tmp_path):
    process = added(tmp_path / "r", many)
    begun_at(tmp_path / "r", process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    with Record.open(tmp_path / "r") as record:
        assert record.count < REPORTS


def begun_at(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until the record is open, as SQLite's file beside it shows: from then on whatever is asked is heeded."""
    end = time.monotonic() + 60
    while not path.with_name(f"{path.name}-wal").exists() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.005)


def counted(path: Path) -> int:
    if not path.exists():
        return 0
    with Record.open(path) as record:
        return record.count
