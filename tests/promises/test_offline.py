"""Promise 9: no network, no key, no telemetry; same input, same version, same output."""

from __future__ import annotations

import os
import subprocess
import sys

GUARD = """
import socket, sys
def refused(*args, **kwargs):
    raise AssertionError("the network was used")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refused
from onrecord import Record
record, reports, out = sys.argv[1:]
with Record.open(record) as opened:
    opened.add_all(reports)
    opened.export(out)
    print(*(matter.question for matter in opened.matters()), sep="\\n")
"""


def run(folder, reports, seed: str) -> tuple[str, dict[str, bytes]]:
    folder.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati" if seed == "1" else "UTC"}
    command = [sys.executable, "-c", GUARD, folder / "r", reports, folder / "out"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, {file.name: file.read_bytes() for file in sorted((folder / "out").iterdir())}


def test_two_runs_without_a_network_give_the_same_bytes(reports, tmp_path):
    assert run(tmp_path / "a", reports[0].parent, "1") == run(tmp_path / "b", reports[0].parent, "2")
