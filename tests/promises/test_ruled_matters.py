"""Rulings on matters and positions: whoever rules when, the record is the same; an undo leaves no trace of them; no day
knows of one that rests on what came later; and what is ruled is so.
"""

from __future__ import annotations

import json
import shutil
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
from onrecord.record.judgement import Ruling, State
from onrecord.settling import settle

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
ON_TWO = (Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER, Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION)
SAME = (Ruling.SAME_MATTER, Ruling.SAME_POSITION)
remembered = cache(read)  # each report is read by the real reader, once


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Each report as a feed of one row, by its letter."""
    folder = tmp_path_factory.mktemp("feeds")
    for letter, row in REPORTS.items():
        (folder / f"{letter}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return {letter: folder / f"{letter}.jsonl" for letter in REPORTS}


def told(path, *batches):
    """A record of these batches: of files of reports, and of decisions."""
    record = Record(open_store(path, create=True))
    for reports, judgements in batches:
        list(follow(reports, record._store, remembered))  # noqa: SLF001 - so that each order need not read them again
        keep(record, judgements)
    settle(record._store)  # noqa: SLF001
    return record


@pytest.fixture(scope="module")
def records(files, tmp_path_factory):
    """The file of a record without decisions, of all reports and of those of each day."""
    folder = tmp_path_factory.mktemp("records")
    with told(folder / "all", (files.values(), [])) as record:
        published = {one.file[0]: str(one.published.end or "unknown") for one in record.reports()}
    for day in DAYS:
        told(folder / day, ([files[one] for one in files if published[one] <= day], [])).close()
    return folder


@pytest.fixture
def copied(records, tmp_path_factory):
    """Opens a copy of one of these records, in which people ruled."""

    def copy(name, judgements):
        path = tmp_path_factory.mktemp("copy") / name
        shutil.copy(records / name, path)
        record = Record.open(path)
        keep(record, judgements)
        return record

    return copy


@pytest.fixture(scope="module")
def places(records):
    """Where the statements of all reports stand."""
    with Record.open(records / "all") as record:
        return [entry.statement.extent for entry in record.statements()]


def rulings(data, places, kinds=ON_TWO):
    """Some decisions, no two on the same two statements: what becomes of those, no matter tells."""
    pairs = st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True)
    some = data.draw(st.lists(pairs, min_size=1, max_size=7, unique_by=frozenset))
    return [ruled(data.draw(st.sampled_from(kinds)), *pair) for pair in some]


def answers(snapshot, folder):
    """The tables, byte for byte, and what is asked on top of them."""
    tables = {file.name: file.read_bytes() for file in snapshot.export(folder)}
    matters = list(snapshot.matters())
    each = [(list(snapshot.backed(one.id)), snapshot.turns(one.id)) for one in matters]
    asked = snapshot.ask("Was the upper sluice opened?")
    found = (matters, list(snapshot.matters(2)), each, asked, list(snapshot.changes("2031-05-05")))
    return tables, json.dumps(plain(found), sort_keys=True)


def bearing(snapshot):
    """The matters on which the statement of each place bears, and the positions that it holds."""
    matters, positions = {}, {}
    extents = {entry.id: entry.statement.extent for entry in snapshot.statements()}
    held = [(one.id, position) for one in snapshot.matters() for position in one.positions]
    for matter, position in held:
        for statement in position.statements:
            matters.setdefault(extents[statement], set()).add(matter)
            positions.setdefault(extents[statement], set()).add(position.id)
    return matters, positions


@FEW
@given(data=st.data())
def test_whoever_rules_when_the_record_is_the_same(data, files, places, copied, tmp_path_factory):
    made = rulings(data, places)
    letters, order = data.draw(st.permutations(list(files))), data.draw(st.permutations(made))
    cut, early = data.draw(st.integers(0, len(letters))), data.draw(st.integers(0, len(order)))
    batches = [(letters[:cut], order[:early]), (letters[cut:], order[early:])]
    mixed = told(":memory:", *[([files[one] for one in some], judged) for some, judged in batches])
    day = data.draw(st.sampled_from((None, *DAYS)))
    with mixed, copied("all", made) as plainly:
        found = [answers(one.as_of(day), tmp_path_factory.mktemp("r")) for one in (mixed, plainly)]
    assert found[0] == found[1]


@MANY
@given(data=st.data())
def test_no_day_knows_of_a_ruling_on_what_came_later(data, places, copied, tmp_path_factory):
    made, day = rulings(data, places), data.draw(st.sampled_from(DAYS))
    with copied("all", made) as record, copied(day, made) as then:
        found = [answers(one.as_of(day), tmp_path_factory.mktemp("r")) for one in (record, then)]
    assert found[0] == found[1]


@MANY
@given(data=st.data())
def test_an_undo_restores_all_but_the_list_of_judgements(data, places, copied, tmp_path_factory):
    kept = rulings(data, places)
    undone = data.draw(st.lists(st.sampled_from(kept), min_size=1, unique=True))
    with copied("all", kept) as record, copied("all", [one for one in kept if one not in undone]) as never:
        for one in undone:
            record.undo(one.id, who="Per Lund", why="she was wrong")
        found = [answers(one, tmp_path_factory.mktemp("r")) for one in (record, never)]
        assert {one.judgement.id for one in record.judged() if one.state is State.UNDONE} == {one.id for one in undone}
    assert all(tables.pop("judgements.jsonl") is not None for tables, _ in found)
    assert found[0] == found[1]


@MANY
@given(data=st.data())
def test_what_is_ruled_is_so_and_no_statement_is_lost(data, places, copied):
    kinds = data.draw(st.sampled_from([ON_TWO, SAME]))
    made = rulings(data, places, kinds)
    with copied("all", []) as record:
        before, _ = bearing(record)
        keep(record, made)
        matters, positions = bearing(record)
    assert matters.keys() >= before.keys()
    for one in made:
        [on_one, shared], [held, same] = ([by.get(place, set()) for place in one.places] for by in (matters, positions))
        shared, same = shared & on_one, same & held
        if one.ruling is Ruling.NOT_SAME_MATTER:
            assert not shared
        elif one.ruling is Ruling.NOT_SAME_POSITION:
            assert not same
        elif kinds is SAME:  # nothing speaks against it
            assert shared
            assert same or one.ruling is Ruling.SAME_MATTER
