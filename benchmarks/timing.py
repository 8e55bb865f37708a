"""How long things take."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from statistics import median

from benchmarks.stories import ROOT

_LONG = 3.0  # seconds after which one run is enough


def child(command: list[str]) -> float:
    """Run a program to its end; the CPU seconds that it took, its own and the system's for it."""
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def seconds(work: Callable[[], object]) -> float:
    """The time on the clock of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cpu_seconds(work: Callable[[], object]) -> float:
    """The time of this process's processor for one run."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def typical(measure: Callable[[], float], runs: int) -> float:
    """The median of some runs; of fewer where these take long."""
    taken = [measure()]
    while len(taken) < runs and sum(taken) < _LONG:
        taken.append(measure())
    return median(taken)
