"""Promises 2, 4 and 5 over rulings on matters and positions: whoever rules when, the record is the same, and no day
knows of a ruling that rests on what came later."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promises.positions import DAYS, REPORTS
from promises.ruling import keep, ruled

from onrecord import Record
from onrecord.export.plain import plain
from onrecord.follow import follow, read
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling
from onrecord.settling import settle

SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ON_TWO = (Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER, Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION)
remembered = cache(read)  # each report is read by the real reader, once


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Each report as a feed of one row, by its letter."""
    folder = tmp_path_factory.mktemp("feeds")
    for letter, row in REPORTS.items():
        (folder / f"{letter}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return {letter: folder / f"{letter}.jsonl" for letter in REPORTS}


def record_of(batches):
    """A record of these batches, brought to topics after each: of files of reports, and of decisions."""
    record = Record(open_store(":memory:", create=True))
    for reports, judgements in batches:
        list(follow(reports, record._store, remembered))  # noqa: SLF001 - so that each order need not read them again
        keep(record, judgements)
        settle(record._store)  # noqa: SLF001
    return record


@pytest.fixture(scope="module")
def places(files):
    """Where the statements of all reports stand."""
    with record_of([(files.values(), [])]) as record:
        return [entry.statement.extent for entry in record.statements()]


def rulings(data, places, kinds=ON_TWO, most=7):
    """Some decisions, no two on the same two statements: who of two people is right is told elsewhere."""
    pairs = st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True)
    some = data.draw(st.lists(pairs, min_size=1, max_size=most, unique_by=frozenset))
    return [ruled(data.draw(st.sampled_from(kinds)), *pair) for pair in some]


def tables(snapshot, folder):
    """All that goes out, and what is asked on top."""
    found = {file.name: file.read_bytes() for file in snapshot.export(folder)}
    matters = list(snapshot.matters())
    behind = [plain(list(snapshot.backed(one.id))) for one in matters]
    turns = [plain(snapshot.turns(one.id)) for one in matters]
    changes = [plain(list(snapshot.changes(day))) for day in DAYS[1::3]]
    return found, plain(matters), behind, turns, changes, plain(snapshot.ask("Was the upper sluice opened?"))


def on(snapshot):
    """The matters on which each statement bears, and the positions that it holds."""
    matters: dict[object, set[str]] = {}
    positions: dict[object, set[str]] = {}
    extents = {entry.id: entry.statement.extent for entry in snapshot.statements()}
    for one in snapshot.matters():
        for position in one.positions:
            for statement in position.statements:
                matters.setdefault(extents[statement], set()).add(one.id)
                positions.setdefault(extents[statement], set()).add(position.id)
    return matters, positions


@SOME
@given(data=st.data())
def test_whoever_rules_when_the_record_is_the_same(data, files, places, tmp_path_factory):
    made = rulings(data, places)
    letters = data.draw(st.permutations(list(REPORTS)))
    order = data.draw(st.permutations(made))
    [cut, early] = [data.draw(st.integers(0, len(some))) for some in (letters, order)]
    batches = [
        ([files[one] for one in letters[:cut]], order[:early]),
        ([files[one] for one in letters[cut:]], order[early:]),
    ]
    with record_of([(files.values(), made)]) as one, record_of(batches) as other:
        day = data.draw(st.sampled_from((None, *DAYS)))
        found = [tables(each.as_of(day), tmp_path_factory.mktemp("r")) for each in (one, other)]
    assert found[0] == found[1]


@SOME
@given(data=st.data())
def test_no_day_knows_of_a_ruling_on_what_came_later(data, files, places, tmp_path_factory):
    made = rulings(data, places)
    day = data.draw(st.sampled_from(DAYS))
    with record_of([(files.values(), made)]) as record:
        by_then = [one for one in REPORTS if _published(record, files[one]) <= day]
        with record_of([([files[one] for one in by_then], made)]) as then:
            found = [tables(each, tmp_path_factory.mktemp("r")) for each in (record.as_of(day), then)]
    assert found[0] == found[1]


def _published(record, file):
    found = next(one for one in record.reports() if one.file == file.name)
    return str(found.published.end) if found.published.end else "unknown"


@SOME
@given(data=st.data())
def test_what_is_ruled_is_so_and_nothing_is_lost(data, files, places):
    kinds = data.draw(st.sampled_from([ON_TWO, ON_TWO[::2]]))
    made = rulings(data, places, kinds)
    with record_of([(files.values(), [])]) as record:
        before, _ = on(record)
        keep(record, made)
        matters, positions = on(record)
    assert matters.keys() >= before.keys()
    for one in made:
        [first, second] = one.places
        shared = matters.get(first, set()) & matters.get(second, set())
        same = positions.get(first, set()) & positions.get(second, set())
        if one.ruling is Ruling.NOT_SAME_MATTER:
            assert not shared
        elif one.ruling is Ruling.NOT_SAME_POSITION:
            assert not same
        elif kinds != ON_TWO:  # nothing speaks against it
            assert shared
            assert same or one.ruling is Ruling.SAME_MATTER
