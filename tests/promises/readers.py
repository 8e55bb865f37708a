"""Readers that fail: a worker process imports them by their name."""

from __future__ import annotations

import os
import signal

from onrecord.follow import read
from onrecord.record.reading import Reading
from onrecord.record.report import Report

DEADLY, FAULTY = "POISON", "SPOILT"


def frail(report: Report) -> Reading:
    """Reads a report, but dies of one word and raises on another."""
    if DEADLY in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if FAULTY in report.text:
        raise RuntimeError("cannot read that word")
    return read(report)
