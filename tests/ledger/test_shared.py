"""Views of different days share what they look up, and none of them can tell."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger.made_up import DAYS, answers, made, made_anew
from ledger.speaking import speaking, topics

from onrecord.ledger.base import Selection
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling
from onrecord.record.judgement import judgement as decision
from onrecord.settling import settle

SEVERAL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SEEDS = st.lists(st.integers(0, 40), max_size=8, unique=True)


class Undone(Exception):
    """Ends a transaction."""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "r.onrecord"
    with closing(open_store(path, create=True)) as store:
        fill(store, range(6))
    return path


def fill(store, seeds):
    with store.write() as writer:
        for seed in seeds:
            writer.add(*made(seed))


def alone(path, day):
    """What a view answers that shares nothing with any other."""
    with closing(open_store(path, create=False)) as store:
        return answers(store.view(day))


@SEVERAL
@given(seeds=SEEDS, more=SEEDS, days=st.permutations([None, *DAYS]))
def test_no_view_can_tell_which_days_were_asked_before(seeds, more, days, tmp_path_factory):
    path = tmp_path_factory.mktemp("shared") / "r.onrecord"
    with closing(open_store(path, create=True)) as store:
        for some in (seeds, more):
            fill(store, some)
            for ruling in (Ruling.REJECT, Ruling.WITHDRAWN):
                for day in days[:3]:
                    assert answers(store.view(day)) == alone(path, day)
                decide(store, some[:2], ruling)


def decide(store, seeds, ruling):
    """A decision on the first statement of each report, and one by which the last of them is undone."""
    when = datetime(2031, 3, 20, tzinfo=UTC)
    said = [reading.statements[0] for _, reading in map(made, seeds) if reading.statements]
    decided = [decision(ruling, [one.extent], who="Ada", why="seen", when=when) for one in said]
    decided += [decision(Ruling.UNDONE, value=one.id, who="Bo", why="not so", when=when) for one in decided[-1:]]
    for one in decided:
        with store.write() as writer:
            writer.judge(one)
        store.view(DAYS[3]).statements(Selection(ids=[each.id for each in said]))


@SEVERAL
@given(seeds=SEEDS, days=st.permutations([None, *DAYS]))
def test_topics_are_shared_as_well(seeds, days):
    with closing(open_store(":memory:", create=True)) as store:
        for some in (seeds[:4], seeds[4:]):
            with store.write() as writer:
                for seed in some:
                    writer.add(*speaking(seed))
            settle(store)
            asked = topics(store, days[:4])
            with closing(_copied(store)) as other:
                assert [topics(other, [day])[0] for day in reversed(days[:4])] == asked[::-1]


def _copied(store):
    """The same record, of which nothing was asked."""
    copy = open_store(":memory:", create=True)
    store._connection.backup(copy._connection)  # noqa: SLF001 - a record in memory has no file to open again
    return copy


def test_what_was_undone_is_not_kept(path):
    with closing(open_store(path, create=False)) as store:
        with suppress(Undone), store.write() as writer:
            writer.add(*made(7))
            assert answers(store.view()) != alone(path, None)
            raise Undone
        fill(store, [8])  # the next to be read has the number of what was undone
        assert answers(store.view()) == alone(path, None)


def test_what_another_program_reads_anew_is_looked_up_anew(path):
    with closing(open_store(path, create=False)) as store:
        before = answers(store.view())
        with closing(open_store(path, create=False)) as other, other.write() as writer:
            writer.reread(made_anew(2))
        assert answers(store.view()) == alone(path, None) != before


def test_a_view_that_began_before_keeps_nothing_for_later_ones(path):
    with closing(open_store(path, create=False)) as store:
        early = store.view()
        ids = [one.id for one in early.statements(Selection())]
        with store.write() as writer:
            writer.reread(made_anew(2))
        now = alone(path, None)
        early.statements(Selection(ids=ids))
        assert answers(store.view()) == now
