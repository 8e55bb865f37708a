"""Ctrl-C and SIGTERM while reports are added: noted, and heeded where nothing can be lost."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_PATIENCE = 2  # signals that are only noted


@contextmanager
def stop() -> Iterator[list[int]]:
    """The signals that asked to stop, so far; a third one stops wherever the program is."""
    asked: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        asked.append(number)
        if len(asked) > _PATIENCE:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
