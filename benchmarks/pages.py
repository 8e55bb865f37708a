"""How long each page of `onrecord serve` takes: asked again, of another day, and right after a judgement.

The application answers as it does behind a server, but for the way over the network. Each page is moved to days of its
own, of which nobody has asked anything and nothing was made ahead: what other pages work out of a day does not help it.
Then each is looked at for some seconds and moved day by day, with pages made ahead, as `onrecord serve` does.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from benchmarks.records import record
from benchmarks.rows import Row
from benchmarks.timing import seconds
from onrecord import Record
from onrecord.library import Snapshot
from onrecord.web.app import application

_DAYS, _AGAIN, _JUDGED = 5, 5, 3  # how often each is measured
_LOOKED = 12  # seconds for which somebody looks at a page before they move the slider


def pages(total: int) -> Iterator[Row]:
    """Every page, as of a day in the middle of the record."""
    built, _ = record(total)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / built.name
        shutil.copyfile(built, path)
        _forget(path)
        with _visiting(path, ahead=False) as client, Record.open(path) as other:
            yield from _measured(client, other)
        with _visiting(path, ahead=True) as client, Record.open(path, read_only=True) as other:
            yield from _around(client, other)


def _visiting(path: Path, *, ahead: bool) -> TestClient:
    return TestClient(application(path, ahead=ahead), base_url="http://127.0.0.1")


def _around(client: TestClient, record: Record) -> Iterator[Row]:
    """Every page moved to the days around one that somebody has looked at for a while, a day a second."""
    days = [day for day, _ in record.days()]
    start, *later = days[len(days) // 2 :]
    for name, address in _addresses(record.as_of(start)).items():
        _asked(client, address, start)
        time.sleep(_LOOKED)
        moved = []
        for day in later[:_DAYS]:
            moved.append(_asked(client, address, day))
            time.sleep(1)
        yield Row(f"{name}, of the days around, moved through", 1000 * median(moved), "ms")


def _measured(client: TestClient, record: Record) -> Iterator[Row]:
    days = [day for day, _ in record.days()]
    start, *later = days[len(days) // 2 :]
    for name, address in _addresses(record.as_of(start)).items():
        fresh, later = later[:_DAYS], later[_DAYS:]
        _asked(client, address, start)
        again = [_asked(client, address, start) for _ in range(_AGAIN)]
        moved = [_asked(client, address, day) for day in fresh]
        judged = [_after_judging(client, record, address, start) for _ in range(_JUDGED)]
        yield Row(f"{name}, asked again", 1000 * median(again), "ms")
        yield Row(f"{name}, of a day that nobody asked for", 1000 * median(moved), "ms")
        yield Row(f"{name}, right after a judgement", 1000 * median(judged), "ms")


def _addresses(snapshot: Snapshot) -> dict[str, str]:
    """The pages by what they show: of what a person would pick from the lists."""
    speaking = snapshot.sources(1)[0].source
    origin, report = snapshot.origins(limit=1)[0].id, snapshot.reports()[-1].id
    return {
        "story": "/",
        "matter, the most contested": f"/matters/{snapshot.matters(1)[0].id}",
        "report": f"/reports/{report}",
        "reports": "/reports",
        "sources": "/sources",
        "source with the most statements": f"/sources/{speaking.id}",
        "timeline": "/timeline",
        "changes": "/changes",
        "origins": "/origins",
        "origin that most reports carry": f"/origins/{origin}",
        "search": "/search?q=spokesman+said",
        "review": "/review",
        "problems": "/problems",
        "judgements": "/judgements",
    }


def _after_judging(client: TestClient, record: Record, address: str, day: date) -> float:
    """The time of a page that was at hand, after somebody else rejected a statement."""
    _asked(client, address, day)
    left = record.statements(source=record.sources(1)[0].source.id, limit=1)[0]
    record.reject(left.id, who="benchmark", why="measured")
    return _asked(client, address, day)


def _asked(client: TestClient, address: str, day: date) -> float:
    """The time of one page. Raises where it does not answer."""
    asked = f"{address}{'&' if '?' in address else '?'}day={day}"
    return seconds(lambda: client.get(asked).raise_for_status())


def _forget(path: Path) -> None:
    """Throw away what views have kept."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM derived")
