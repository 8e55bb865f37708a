"""One record at work: questions are answered on one thread, and each day's view is kept while nothing changes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TypeVar

from onrecord.library import Record, Snapshot

T = TypeVar("T")

_DAYS = 24  # views of days that are kept at hand


class Views:
    """The views of a record by their days, at hand while it holds the same."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._views: OrderedDict[date | None, Snapshot] = OrderedDict()
        self._state = ""

    def at(self, day: date | None) -> Snapshot:
        """The record as of a day."""
        state = self._record.state
        if state != self._state:  # read or judged meanwhile, by this program or another one
            self._views.clear()
            self._state = state
        if day not in self._views:
            self._views[day] = self._record.as_of(day)
            while len(self._views) > _DAYS:
                self._views.popitem(last=False)
        self._views.move_to_end(day)
        return self._views[day]


class Desk:
    """A record's file, opened once; SQLite wants all of it on the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(1, "onrecord-desk")
        self._record = self._thread.submit(Record.open, path, create=False).result()
        self.at = Views(self._record).at
        """The record as of a day; only for questions."""

    async def ask(self, question: Callable[[Record], T]) -> T:
        """The answer to a question, worked out on the record's own thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, self._record)

    def close(self) -> None:
        """Let go of the file."""
        self._thread.submit(self._record.close).result()
        self._thread.shutdown()
