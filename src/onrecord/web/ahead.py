"""Pages of other days, made by a process of its own while a reader looks at one: the slider finds them ready."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zlib
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from itertools import chain, zip_longest
from pathlib import Path
from threading import Condition, Thread
from typing import Final, NamedTuple

from onrecord.errors import OnrecordError
from onrecord.library import Record
from onrecord.web.desk import Views
from onrecord.web.guard import Guard
from onrecord.web.pages import PAGES
from onrecord.web.rendering import render
from onrecord.web.visit import Page, Visit

_SLOW: Final = 0.15  # seconds from which on a page is made ahead
_NEAR: Final = 40  # days on each side that are made ready
_HELD: Final = 64 * 2**20  # bytes of pages at hand, the latest first

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page as one visitor would see it.

    Attributes:
        page: its place among the pages of the application.
        address: where it is.
        path: what the address names.
        query: what it is asked for, but for the day.
        who: the name under which the visitor judges.
        day: the day.
    """

    page: str
    address: str
    path: Pairs
    query: Pairs
    who: str
    day: date | None

    @classmethod
    def by(cls, page: str, visit: Visit) -> Wanted:
        """What a visit asks for."""
        query = sorted((name, text) for name, text in visit.query.items() if name != "day")
        return cls(page, visit.address, tuple(sorted(visit.path.items())), tuple(query), visit.who, visit.day)


class _Made(NamedTuple):
    """A page made ready: of which state of the record, and what it says; empty where it cannot be made."""

    state: str
    page: bytes


class Ahead:
    """Pages made ready, and the process that makes them; none is started before it is needed."""

    def __init__(self, path: Path, guard: Guard, *, active: bool = True) -> None:
        self._active = active
        self._opening = (path, guard)
        self._made: OrderedDict[Wanted, _Made] = OrderedDict()
        self._size = 0
        self._slow = set[Wanted]()
        self._due: deque[Wanted] = deque()
        self._wake = Condition()
        self._closed = False
        self._child: subprocess.Popen[bytes] | None = None

    def ready(self, wanted: Wanted, state: str) -> str:
        """A page that was made of this state of the record; empty where none was."""
        with self._wake:
            made = self._made.get(wanted)
        return zlib.decompress(made.page).decode() if made and made.state == state else ""

    def made(self, wanted: Wanted, state: str, page: str, seconds: float) -> None:
        """Keep a page that took its time, and make it for other days ahead from now on.

        What is shown of all that is on record tells what is new to one visitor alone, and is not kept.
        """
        if seconds <= _SLOW or not self._active:
            return
        self._slow.add(replace(wanted, day=None))
        if wanted.day:
            self._keep(wanted, _Made(state, zlib.compress(page.encode(), 1)))

    def around(self, wanted: Wanted, state: str, days: Sequence[date], step: int) -> None:
        """Where a page takes its time, make it for other days, the nearest first, and nothing else any more.

        Args:
            wanted: the page that a reader looks at.
            state: the state of the record.
            days: all days of the record.
            step: the place of its day among them.
        """
        if replace(wanted, day=None) in self._slow:
            self._go_on([replace(wanted, day=day) for day in _nearest(days, step)], state)

    def _go_on(self, near: Sequence[Wanted], state: str) -> None:
        with self._wake:
            self._due = deque(one for one in near if one not in self._made or self._made[one].state != state)
            if self._due and not self._closed and self._child is None:
                self._begin()
            self._wake.notify()

    def close(self) -> None:
        """End the process, whatever it is at."""
        with self._wake:
            self._closed = True
            self._wake.notify()
            if self._child:
                self._child.kill()
        if self._child:
            self._child.communicate()

    def _begin(self) -> None:
        self._child = _started()
        Thread(target=self._work, args=(self._child,), name="onrecord-ahead", daemon=True).start()

    def _work(self, child: subprocess.Popen[bytes]) -> None:
        """Have pages made, one after the other, until the process has ended."""
        with suppress(OSError, EOFError, ValueError):
            _say(child, self._opening)
            while wanted := self._next():
                _say(child, wanted)
                self._keep(wanted, _heard(child))

    def _next(self) -> Wanted | None:
        """What is due next, once something is; None at the end."""
        with self._wake:
            while not self._closed and not self._due:
                self._wake.wait()
            return None if self._closed else self._due.popleft()

    def _keep(self, wanted: Wanted, made: _Made) -> None:
        with self._wake:
            old = self._made.pop(wanted, None)
            self._made[wanted] = made
            self._size += len(made.page) - (len(old.page) if old else 0)
            while self._size > _HELD:
                _, dropped = self._made.popitem(last=False)
                self._size -= len(dropped.page)


def _started() -> subprocess.Popen[bytes]:
    code = f"import sys; sys.path[:] = {sys.path!r}; from onrecord.web.ahead import making; making()"
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=nothing)  # noqa: S603 - our own code


def _say(child: subprocess.Popen[bytes], something: object) -> None:
    if child.stdin:
        pickle.dump(something, child.stdin)
        child.stdin.flush()


def _heard(child: subprocess.Popen[bytes]) -> _Made:
    if child.stdout is None:
        raise EOFError
    made: _Made = pickle.load(child.stdout)  # noqa: S301 - what our own process says
    return made


def _nearest(days: Sequence[date], step: int) -> Iterator[date]:
    """The days around a place, the nearest first."""
    before, after = reversed(days[max(0, step - _NEAR) : step]), days[step + 1 : step + 1 + _NEAR]
    return (day for day in chain.from_iterable(zip_longest(after, before)) if day)


def making() -> None:
    """Make pages as they are asked for, until nobody asks any more."""
    with suppress(AttributeError, OSError):  # not on every system
        os.nice(10)
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        path, guard = pickle.load(given)  # noqa: S301 - the server's own words
        with Record.open(path, read_only=True) as record:
            views = Views(record)
            while True:
                pickle.dump(_made(record, views, pickle.load(given), path, guard), answers)  # noqa: S301 - the same
                answers.flush()


def _made(record: Record, views: Views, wanted: Wanted, path: Path, guard: Guard) -> _Made:
    """A page; nothing where it cannot be made, or the record has changed meanwhile."""
    state = record.state
    visit = _visit(record, views, wanted, path, guard)
    with suppress(OnrecordError):
        page = PAGES[wanted.page](visit)
        if isinstance(page, Page) and page.status == HTTPStatus.OK:
            text = zlib.compress(render(page, visit).encode(), 1)
            return _Made(state if record.state == state else "", text)
    return _Made("", b"")


def _visit(record: Record, views: Views, wanted: Wanted, path: Path, guard: Guard) -> Visit:
    query: Mapping[str, str] = {**dict(wanted.query), **({"day": wanted.day.isoformat()} if wanted.day else {})}
    return Visit(
        record=record,
        at=views.at,
        day=wanted.day,
        path=dict(wanted.path),
        query=query,
        who=wanted.who,
        read_only=guard.read_only,
        file=path.name,
        address=wanted.address,
        guard=guard.form,
    )
