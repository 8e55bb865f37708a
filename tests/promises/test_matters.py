"""Promises 2 to 4 over matters: no order, batching or repetition tells, and no day knows what came later."""

from __future__ import annotations

import json
import shutil
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promises.positions import DAYS, REPORTS

from onrecord import Record
from onrecord.export.plain import plain
from onrecord.follow import follow, read
from onrecord.ledger.sqlite import open_store
from onrecord.settling import settle

MANY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
QUESTIONS = (
    "How many were killed?",
    "Where is Jon Vesk?",
    "What did Per Lund say about the sluice?",
    "Was the upper sluice opened?",
)
EVERYTHING = None
remembered = cache(read)  # each report is read by the real reader, once


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Each report as a feed of one row, by its letter."""
    folder = tmp_path_factory.mktemp("feeds")
    for letter, row in REPORTS.items():
        (folder / f"{letter}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return {letter: folder / f"{letter}.jsonl" for letter in REPORTS}


def told(folder, batches, days=(EVERYTHING,)):
    """All that a record of these batches tells of everything, or as of each of some days.

    Args:
        folder: where it may write.
        batches: files, and for each batch whether it is brought to topics before the next one comes.
        days: the days.
    """
    with Record(open_store(":memory:", create=True)) as record:
        store = record._store  # noqa: SLF001 - so that each order need not read the same reports again
        for batch, settled in batches:
            list(follow(batch, store, remembered))
            if settled:
                settle(store)
        found = [answers(record.as_of(day), folder) for day in days]
        shutil.rmtree(folder)
        return found


def answers(snapshot, folder):
    """The tables, byte for byte, and what is asked on top of them."""
    tables = {file.name: file.read_bytes() for file in snapshot.export(folder)}
    asked = [plain(snapshot.ask(question)) for question in QUESTIONS]
    found = list(snapshot.matters())
    listed = [plain(list(table)) for table in (found, snapshot.matters(2), snapshot.discrepancies())]
    behind = [plain(list(snapshot.backed(one.id))) for one in found]
    return tables, asked, listed, behind, [plain(list(snapshot.changes(day))) for day in DAYS]


@pytest.fixture(scope="module")
def expected(files, tmp_path_factory):
    """What a record tells to which all reports came at once: of everything, and as of each day."""
    days = (EVERYTHING, *DAYS)
    return dict(zip(days, told(tmp_path_factory.mktemp("all"), [(files.values(), True)], days), strict=True))


def in_batches(data, letters, files):
    """These reports in a random order, some of them again, in random batches."""
    order = data.draw(st.permutations(letters)) + data.draw(st.lists(st.sampled_from(letters), max_size=4))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    ends = list(pairwise([0, *cuts, len(order)]))
    settled = data.draw(st.lists(st.booleans(), min_size=len(ends), max_size=len(ends)))
    return [([files[one] for one in order[start:end]], now) for (start, end), now in zip(ends, settled, strict=True)]


def known_by(day):
    """The reports that were surely published by a day."""
    return [letter for letter, row in REPORTS.items() if _last(row.get("date", "")) <= date.fromisoformat(day)]


def _last(day):
    return date.max if not day else date(2031, 5, 31) if len(day) == len("2031-05") else date.fromisoformat(day)


def test_much_is_told_and_each_day_tells_something_else(expected):
    tables, _, (matters, *_), *_ = expected[EVERYTHING]
    assert sum(len(matter["positions"]) > 1 for matter in matters) >= 3
    assert {matter["relation"] == "account" for matter in matters} == {True, False}
    assert b"updates" in tables["links.jsonl"]
    known = [known_by(day) for day in DAYS]
    fresh = [now != then for then, now in pairwise(known)]
    assert [expected[then] != expected[now] for then, now in pairwise(DAYS)] == fresh
    assert sum(fresh) >= 4


@MANY
@given(data=st.data())
def test_no_order_batch_or_repetition_tells(data, files, expected, tmp_path_factory):
    batches = in_batches(data, list(REPORTS), files)
    day = data.draw(st.sampled_from((EVERYTHING, *DAYS)))
    assert told(tmp_path_factory.mktemp("r"), batches, [day]) == [expected[day]]


@MANY
@given(data=st.data())
def test_a_view_of_a_day_is_that_of_a_record_without_what_came_later(data, files, expected, tmp_path_factory):
    day = data.draw(st.sampled_from(DAYS))
    batches = in_batches(data, known_by(day), files)
    [of_the_day, of_all] = told(tmp_path_factory.mktemp("r"), batches, [day, EVERYTHING])
    assert of_the_day == of_all == expected[day]
