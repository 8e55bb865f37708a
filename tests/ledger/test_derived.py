"""What views worked out is there for the next view of the same contents, and for no other."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress

import pytest
from ledger.made_up import DAYS, judgement, made, made_anew
from ledger.nobody import as_nobody
from ledger.test_store import plain

from onrecord.ledger.sqlite import open_store
from onrecord.record.problem import Problem
from onrecord.record.when import UNKNOWN, When


@pytest.fixture
def path(tmp_path):
    """A record in which reports of three days and one of none stand."""
    path = tmp_path / "r.onrecord"
    whens = [When.on(DAYS[0]), When.on(DAYS[2]), When.on(DAYS[4]), UNKNOWN]
    with closing(open_store(path, create=True)) as store, store.write() as writer:
        for number, published in enumerate(whens):
            writer.add(*plain(f"text {number}", published))
    return path


@pytest.fixture
def store(path):
    with closing(open_store(path, create=False)) as opened:
        yield opened


def keep(view, made: bytes = b"worked out", what: str = "who") -> None:
    """As views do: look first, then keep."""
    assert view.derived(what) != made
    view.keep(what, made)


def test_it_is_there_for_the_next_view_of_that_name(store, path) -> None:
    keep(store.view())
    assert store.view().derived("who") == b"worked out"
    assert store.view().derived("revised") is None
    with closing(open_store(path, create=False)) as other:
        assert other.view().derived("who") == b"worked out"


def test_days_share_what_holds_the_same_reports(store) -> None:
    keep(store.view(DAYS[2]), b"two reports")
    assert store.view(DAYS[3]).derived("who") == b"two reports"
    for day in (DAYS[0], DAYS[1], DAYS[4], DAYS[5], None):
        assert store.view(day).derived("who") is None
    keep(store.view(DAYS[5]), b"three reports")
    assert store.view(DAYS[4]).derived("who") == b"three reports"
    assert store.view(DAYS[2]).derived("who") == b"two reports"
    assert store.view().derived("who") is None  # it holds the undated one as well


WRITES = {
    "a report": lambda writer: writer.add(*made(1)),
    "an undated report": lambda writer: writer.add(*plain("another", UNKNOWN)),
    "a reading": lambda writer: writer.reread(made_anew(0)),
    "a decision": lambda writer: writer.judge(judgement(1, None)),
}


@pytest.mark.parametrize("day", [None, DAYS[0], DAYS[5]])
@pytest.mark.parametrize("write", WRITES)
def test_whatever_is_read_or_decided_forgets_it(store, write, day) -> None:
    with store.write() as writer:
        writer.add(*made(0))
    keep(store.view(day))
    with store.write() as writer:
        WRITES[write](writer)
        assert store.view(day).derived("who") is None
    assert store.view(day).derived("who") is None


def test_what_changes_nothing_forgets_nothing(store) -> None:
    with store.write() as writer:
        writer.judge(judgement(1, None))
    keep(store.view())
    with store.write() as writer:
        writer.add(*plain("text 0", When.on(DAYS[0])))
        writer.judge(judgement(1, None))
        writer.note([Problem("feed.jsonl:1", "no text", "look at it")])
        writer.seen_as(plain("text 0")[0].id, "b.txt")
    assert store.view().derived("who") == b"worked out"


def test_a_write_that_is_undone_forgets_nothing(store) -> None:
    keep(store.view())
    with suppress(ZeroDivisionError), store.write() as writer:
        writer.add(*made(1))
        raise ZeroDivisionError
    assert store.view().derived("who") == b"worked out"


def test_what_was_worked_out_before_a_write_is_not_kept_after_it(store, path) -> None:
    view, older, unasked = store.view(), store.view(DAYS[0]), store.view()
    assert view.derived("who") is older.derived("who") is None
    with closing(open_store(path, create=False)) as other, other.write() as writer:
        writer.add(*made(1))
    assert unasked.derived("who") is None
    for one in (view, older, unasked):  # they may hold what they read before
        one.keep("who", b"of two states")
        assert one.derived("revised") is None
        one.keep("revised", b"of two states")
    for day in (None, DAYS[0]):
        assert store.view(day).derived("who") is store.view(day).derived("revised") is None
    keep(store.view())
    assert store.view().derived("who") == b"worked out"


def test_nothing_is_kept_within_a_transaction(store) -> None:
    with suppress(ZeroDivisionError), store.write() as writer:
        writer.add(*made(1))
        keep(store.view())
        raise ZeroDivisionError
    with store.write() as writer:
        writer.add(*made(2))
    assert store.view().derived("who") is None


def test_while_another_writes_nothing_is_kept_and_nobody_waits(store, path) -> None:
    with closing(open_store(path, create=False)) as other, other.write() as writer:
        writer.note([Problem("feed.jsonl:1", "no text", "look at it")])
        begun = time.perf_counter()
        keep(store.view())
        assert time.perf_counter() - begun < 5
        assert store.view().derived("who") is None
    keep(store.view())
    assert store.view().derived("who") == b"worked out"
    with closing(sqlite3.connect(path)) as asked:
        assert asked.execute("SELECT count(*) FROM derived").fetchone() == (1,)


def test_a_connection_waits_for_others_as_before(store) -> None:
    asked = store._connection.execute  # noqa: SLF001 - the setting is nowhere else
    before = asked("PRAGMA busy_timeout").fetchone()
    keep(store.view())
    assert asked("PRAGMA busy_timeout").fetchone() == before != (0,)


def test_of_too_much_the_latest_is_kept(store, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.ledger.derived._MOST", 25)
    for number in range(5):
        keep(store.view(), bytes([number]) * 10, f"{number}")
    assert [bool(store.view().derived(f"{number}")) for number in range(5)] == [False, False, False, True, True]


def test_what_is_of_an_older_state_is_thrown_away(store, path) -> None:
    for day in DAYS[:5]:
        keep(store.view(day)) if store.view(day).derived("who") is None else None
    with store.write() as writer:
        writer.add(*made(1))
    keep(store.view())
    with closing(sqlite3.connect(path)) as asked:
        assert asked.execute("SELECT count(*) FROM derived").fetchone() == (1,)


def _asked_for(path) -> tuple[bytes | None, bytes | None]:
    with closing(open_store(path, create=False)) as store:
        keep(store.view(), b"other", "revised")
        return store.view().derived("who"), store.view().derived("revised")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_record_that_cannot_be_written_gives_what_it_has(path, folder_mode) -> None:
    with closing(open_store(path, create=False)) as store:
        keep(store.view())
    assert as_nobody(path, folder_mode, _asked_for) == (b"worked out", None)
