"""Reports in: what the summary tells, and what the exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from onrecord import Record


def test_adding_again_adds_nothing(run, reports, tmp_path):
    record = tmp_path / "new.onrecord"
    first = run("add", record, reports)
    assert first.exit_code == 0
    assert "3 reports added, 0 known already, 0 problems" in first.stdout
    assert "1 report without a day of publication" in first.stdout
    assert "0 reports added, 3 known already, 0 problems" in run("add", record, reports).stdout


def test_an_input_that_is_no_report_is_exit_code_3_and_the_rest_is_added(run, reports, tmp_path):
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    record = tmp_path / "new.onrecord"
    result = run("add", record, tmp_path / "binary.txt", reports, tmp_path / "missing.txt")
    assert result.exit_code == 3
    assert "3 reports added" in result.stdout
    assert "2 problems" in result.stdout
    assert "missing.txt" in result.stdout
    listed = run("problems", record, "--json")
    assert listed.exit_code == 0
    assert {one["where"] for one in json.loads(listed.stdout)} == {"binary.txt", "missing.txt"}


def test_of_many_problems_the_first_are_listed(run, tmp_path):
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_bytes(b"")
    result = run("add", tmp_path / "new.onrecord", *sorted(tmp_path.glob("*.txt")))
    assert result.exit_code == 3
    assert "… 10 more: onrecord problems " in result.stdout


def test_add_as_json(run, reports, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("add", tmp_path / "new.onrecord", reports, tmp_path / "empty.txt", "--json")
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert (len(told["added"]), len(told["known"]), len(told["problems"]), told["finished"]) == (3, 0, 1, True)


def test_a_report_given_for_the_record_is_misuse_and_is_left_as_it_is(run, reports):
    before = (reports / "01_gazette.txt").read_bytes()
    result = run("add", reports / "01_gazette.txt", reports / "02_wire.txt")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert (reports / "01_gazette.txt").read_bytes() == before
    assert run("add", reports / "new.onrecord").exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_ctrl_c_keeps_a_whole_record_and_the_next_add_goes_on(run, tmp_path):
    many, record = tmp_path / "many.jsonl", tmp_path / "many.onrecord"
    body = '"The hull was sound," Arno Vale told reporters on Friday. Eight people were killed, the coastguard said.\n'
    rows = ({"id": str(n), "date": "2024-05-03", "text": f"Report {n} of the ferry\n\n{body * 8}"} for n in range(3000))
    many.write_text("\n".join(map(json.dumps, rows)))
    command = [sys.executable, "-m", "onrecord.cli", "add", str(record), str(many)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        _until_begun(record)
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=30)
    finally:
        started.kill()
    assert started.returncode == 130, err
    assert "What was added stays" in err
    assert "Traceback" not in err
    assert " added, 0 known already, 0 problems" in out
    with Record.open(record, create=False) as kept:
        assert 0 < kept.count < 3000
        assert out.startswith((f"{kept.count:,} report", f"{kept.count - 1:,} report"))
        assert not [one for one in kept.check() if one.faults]
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(many.read_text().splitlines()[:2]))
    assert "0 reports added, 2 known already" in run("add", record, few).stdout


def _until_begun(record):
    """Wait until a few reports are in the record."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if record.exists() and record.stat().st_size:
            try:
                with Record.open(record, create=False) as kept:
                    if kept.count >= 3:
                        return
            except Exception:  # noqa: BLE001, S110 - it is being made
                pass
        time.sleep(0.05)
    pytest.fail("nothing was added in a minute")
