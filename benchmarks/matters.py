"""What it costs to bring one more report's statements to their matters, in a small record and in a large one.

The statements are made, with their meanings: each is on one of some hundred questions and near to one of a few answers.
Their words are few, so that what the encoder makes of two of them is soon known: its part is measured by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.rows import Row
from benchmarks.timing import seconds, typical
from onrecord.encoder.model import WIDTH, stance, vectors
from onrecord.encoder.texts import Wording
from onrecord.ledger.base import Store
from onrecord.ledger.sqlite import open_store
from onrecord.record.reading import Meaning, Reading
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement, statement_id
from onrecord.record.when import When
from onrecord.settling import settle

_SMALL = 100
_QUESTIONS = 500
_ANSWERS = 4
_SAID = 6  # statements of a report
_A_DAY = 50  # reports
_FIRST = date(2031, 3, 1)
_ADDED = 9  # reports that are added one by one
_NOISE = 0.35  # length of what a statement has beside its question and its answer
_FRESH = count(10**6)  # the numbers of these
_WORDS = (
    "Two quays are open, the harbour office said",
    "Nobody has opened the quay, the pilots said",
    "Five quays are open, the mayor said",
    "The quay was never open, a skipper said",
)


def matters(total: int) -> Iterator[Row]:
    """One report of the last day and one of a day in the middle; all reports at once; the encoder."""
    with closing(_store(_SMALL)) as small, closing(open_store(":memory:", create=True)) as large:
        _add(large, range(total))
        bulk = seconds(lambda: settle(large))
        beside = f"in a record of {_SMALL:,}"
        for label, part in ("of the last day", 1), ("of a day in the middle", 2):
            few, many = (
                _one_more(store, _day((size - 1) // part)) for store, size in ((small, _SMALL), (large, total))
            )
            yield Row(f"one report more, {label}", 1000 * many, "ms", beside, 1000 * few)
        yield Row("all at once, each statement", 1000 * bulk / (total * _SAID), "ms")
        yield Row("matters", float(len(large.view().topic_counts())), "")
    stance.cache_clear()
    pairs = [(one, other) for one in _WORDS for other in _WORDS]
    yield Row("the encoder, two statements compared", 1000 * median(map(_compared, pairs)), "ms")


def _compared(pair: tuple[str, str]) -> float:
    return seconds(lambda: stance(*pair))


def _store(total: int) -> Store:
    """A record of so many reports, all of them brought to their matters."""
    store = open_store(":memory:", create=True)
    _add(store, range(total))
    settle(store)
    return store


def _add(store: Store, numbers: Iterable[int], day: date | None = None) -> None:
    with store.write() as writer:
        for number in numbers:
            writer.add(*_made(number, day or _day(number)))


def _one_more(store: Store, day: date) -> float:
    """The typical time to bring one report more to its matters: to encode its statements, and to settle them."""

    def brought() -> None:
        for at in range(_SAID):
            vectors(Wording(f"{_WORDS[at % len(_WORDS)]} on day {next(_FRESH)}"))
        settle(store)

    def settled() -> float:
        _add(store, [next(_FRESH)], day)
        return seconds(brought)

    return typical(settled, _ADDED)


def _day(number: int) -> date:
    return _FIRST + timedelta(number // _A_DAY)


def _made(number: int, day: date) -> tuple[Report, Reading]:
    """A report with its reading: as many lines as statements."""
    chance = Random(number)
    lines = [f"{number}-{line}: {chance.choice(_WORDS)}" for line in range(_SAID)]
    text = "\n".join(lines)
    key = report_id(text)
    about = (f"{number}.txt", "", f"Outlet {number % 40}", f"No. {number}", When.on(day), "en", Status.USABLE)
    made = [_statement(key, text.index(line), line, chance) for line in lines]
    statements, meanings = tuple(one for one, _ in made), tuple(one for _, one in made)
    return Report(Listing(key, *about), text), Reading(key, "made", (), (), statements, (), (), (), (), meanings)


def _statement(report: str, start: int, line: str, chance: Random) -> tuple[Statement, Meaning]:
    content = (Span(report, start, start + len(line)),)
    speaker = (f"person {chance.randrange(200)}",)
    key = statement_id(report, content, None)
    said = Statement(
        key, report, Mode.INDIRECT, Act.ASSERT, Stance.ATTRIBUTED, speaker, None, None, content, "", When.on(_FIRST)
    )
    question = chance.randrange(_QUESTIONS)
    answer = _QUESTIONS * (1 + chance.randrange(_ANSWERS)) + question
    words = line.partition(": ")[2]
    return said, Meaning(_near(question, chance), _near(answer, chance), words, "N" in words or "never" in words)


@cache
def _direction(number: int) -> NDArray[np.float64]:
    found = np.random.default_rng(number).normal(size=WIDTH)
    return found / np.linalg.norm(found)


def _near(number: int, chance: Random) -> bytes:
    """A vector that is near to others of the same question, or of the same answer."""
    found = _direction(number) + _NOISE * _direction(10**6 + chance.randrange(10**4))
    kept: NDArray[np.int8] = np.rint(127 * found / np.linalg.norm(found)).astype(np.int8)
    return kept.tobytes()
