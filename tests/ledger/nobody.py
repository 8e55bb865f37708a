"""A child process without any rights, which finds a record that it cannot write to."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path


def as_nobody(path: Path, folder_mode: int, ask: Callable[[Path], object]) -> object:
    """What a child without rights is told of a record's file that nobody may write to."""
    for parent in (path.parent.parent, path.parent.parent.parent):
        parent.chmod(0o755)
    path.chmod(0o444)
    path.parent.chmod(folder_mode)
    context = get_context("fork")
    results = context.SimpleQueue()
    child = context.Process(target=_asked, args=(path, ask, results))
    child.start()
    child.join()
    path.parent.chmod(0o755)
    assert child.exitcode == 0
    return results.get()


def _asked(path: Path, ask: Callable[[Path], object], results) -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    results.put(ask(path))
