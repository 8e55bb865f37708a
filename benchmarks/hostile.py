"""Reports of hostile shapes: seconds for each megabyte at two sizes, which are to be the same, and the most memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.rows import Row
from benchmarks.shapes import SHAPES
from benchmarks.stories import ROOT
from benchmarks.timing import cpu_seconds
from onrecord.follow import read
from onrecord.intake.files import reported
from onrecord.record.problem import Problem

_SMALL, _LARGE = 100_000, 400_000  # characters
_LARGEST = {"paragraph": 3_000_000, "one_word": 1_000_000}
_WARM = 1_000


def hostile(_total: int) -> Iterator[Row]:
    """Each shape at two sizes, each reading in a process of its own."""
    for shape in SHAPES:
        (small, _), (large, peak) = _measured(shape, _SMALL), _measured(shape, _LARGEST.get(shape, _LARGE))
        yield Row(f"{shape}: seconds a megabyte", large, "s", f"at {_SMALL:,} characters", small)
        yield Row(f"{shape}: the most memory", peak, "MiB")


def _measured(shape: str, size: int) -> tuple[float, float]:
    """Seconds for each megabyte, and the most memory in MiB."""
    command = [sys.executable, "-m", "benchmarks.hostile", shape, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def measure(shape: str, size: int) -> tuple[float, float]:
    """Take in and read one report of a shape, once the rules are loaded."""
    read_text(SHAPES[shape](_WARM))
    text = SHAPES[shape](size)
    spent = cpu_seconds(lambda: read_text(text))
    return spent / len(text.encode()) * 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_text(text: str) -> None:
    """Take a text in and read it, as adding it does."""
    report = reported(text.encode(), "hostile.txt")
    if not isinstance(report, Problem):
        read(report)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
