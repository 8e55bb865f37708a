"""What was said brought to topics and kept: in any order and batching, again, in part, and beside a read-only file."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger.made_up import DAYS
from ledger.speaking import speaking, topics

from onrecord import settling
from onrecord.errors import NoRecord
from onrecord.ledger.schema import UNDATED
from onrecord.ledger.sqlite import open_store
from onrecord.settling import settle

SEEDS = range(16)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
EVERY_DAY = (None, *DAYS)


def add(store, seeds):
    with store.write() as writer:
        for seed in seeds:
            writer.add(*speaking(seed))


def day_of(seed):
    return speaking(seed)[0].published.end


@pytest.fixture(scope="module")
def settled():
    """What is told of topics where all reports came at once."""
    with closing(open_store(":memory:", create=True)) as store:
        add(store, SEEDS)
        settle(store)
        return topics(store, EVERY_DAY)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.onrecord"


@pytest.fixture
def small_steps(monkeypatch):
    """A transaction for each day."""
    monkeypatch.setattr(settling, "_ENOUGH", 1)


def test_there_is_much_to_settle(settled):
    everything = settled[0]
    assert max(len(rows) for rows in everything["members"].values()) >= 5
    assert len(everything["members"]) >= 4
    assert everything["opposed"]
    assert {day_of(seed) is None for seed in SEEDS} == {True, False}
    assert len({repr(one) for one in settled}) >= 5


@FEW
@given(data=st.data())
def test_any_order_and_batching_gives_the_same_topics(data, settled):
    order = data.draw(st.permutations(SEEDS))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    with closing(open_store(":memory:", create=True)) as store:
        for start, end in pairwise([0, *cuts, len(order)]):
            add(store, order[start:end])
            if data.draw(st.booleans()):
                settle(store)
        settle(store)
        assert topics(store, EVERY_DAY) == settled


@FEW
@given(st.permutations(SEEDS), st.sampled_from(DAYS))
def test_a_view_of_a_day_holds_the_topics_of_a_record_without_what_came_later(order, day):
    with closing(open_store(":memory:", create=True)) as whole, closing(open_store(":memory:", create=True)) as part:
        add(whole, order)
        add(part, [seed for seed in order if (day_of(seed) or date.max) <= day])
        settle(whole)
        settle(part)
        assert topics(whole, [day]) == topics(part, [day]) == topics(part)


@pytest.mark.usefixtures("small_steps")
def test_settling_in_small_steps_gives_the_same(settled):
    with closing(open_store(":memory:", create=True)) as store:
        add(store, SEEDS)
        settle(store)
        assert topics(store, EVERY_DAY) == settled


def left(store):
    """The days of what is still to be brought to topics, and whether they come in order."""
    with store.write() as writer:
        days = [day for day, _ in writer.unsettled()]
    assert days == sorted(days)
    return days


def test_a_late_report_has_only_its_day_and_what_follows_brought_anew(store):
    dated = sorted((seed for seed in SEEDS if day_of(seed)), key=day_of)
    late = next(seed for seed in dated[4:] if speaking(seed)[1].statements)
    add(store, [seed for seed in SEEDS if seed != late])
    assert left(store)[-1] == UNDATED
    settle(store)
    assert left(store) == []
    add(store, [late])
    assert not store.settled()
    again = left(store)
    assert again[0] == day_of(late).toordinal()
    assert again[-1] == UNDATED
    settle(store)
    assert store.settled()


def test_an_undated_report_moves_nothing_that_is_dated(store):
    undated = next(seed for seed in SEEDS if not day_of(seed) and speaking(seed)[1].statements)
    add(store, [seed for seed in SEEDS if seed != undated])
    settle(store)
    add(store, [undated])
    assert set(left(store)) == {UNDATED}


def test_a_report_known_already_has_nothing_brought_anew(store):
    add(store, SEEDS)
    settle(store)
    add(store, SEEDS)
    assert store.settled()


def test_a_new_reading_takes_the_place_of_the_old_in_its_topics(store, fresh):
    again = [speaking(seed, 1) for seed in list(SEEDS)[::3]]
    add(store, SEEDS)
    settle(store)
    for _, reading in again:
        with store.write() as writer:
            writer.reread(reading)
    settle(store)
    anew = {report.id: reading for report, reading in again}
    with fresh() as other:
        with other.write() as writer:
            for report, reading in map(speaking, SEEDS):
                writer.add(report, anew.get(report.id, reading))
        settle(other)
        assert topics(store, EVERY_DAY) == topics(other, EVERY_DAY)


@pytest.mark.usefixtures("small_steps")
def test_what_is_broken_off_is_taken_up_again(path, settled, monkeypatch):
    steps = iter([settling._go_on] * 2)  # noqa: SLF001 - broken off after two transactions

    def broken_off(writer):
        for step in steps:
            return step(writer)
        raise KeyboardInterrupt

    with closing(open_store(path, create=True)) as store:
        add(store, SEEDS)
        with monkeypatch.context() as patched:
            patched.setattr(settling, "_go_on", broken_off)
            with pytest.raises(KeyboardInterrupt):
                settle(store)
        before = left(store)
    with closing(open_store(path, create=False)) as store:
        assert left(store) == before
        assert 0 < len(before) < len([s for seed in SEEDS for s in speaking(seed)[1].statements])
        settle(store)
        assert topics(store, EVERY_DAY) == settled


@pytest.mark.usefixtures("small_steps")
def test_another_program_may_add_between_two_transactions(path, settled, monkeypatch):
    early = sorted((seed for seed in SEEDS if day_of(seed)), key=day_of)[:3]
    go_on = settling._go_on  # noqa: SLF001 - to come between two of its transactions
    steps = []

    def disturbed(writer):
        steps.append(go_on(writer))
        return steps[-1]

    with closing(open_store(path, create=True)) as one, closing(open_store(path, create=False)) as other:
        add(one, [seed for seed in SEEDS if seed not in early])
        with monkeypatch.context() as patched:
            patched.setattr(settling, "_go_on", disturbed)
            write = one.write
            patched.setattr(one, "write", lambda: (add(other, early) if len(steps) == 2 else None, write())[1])
            settle(one)
        assert len(steps) > 3
        assert topics(one, EVERY_DAY) == settled


def test_a_file_that_cannot_be_written_to_answers_and_is_left_as_it_is(path, settled, monkeypatch):
    monkeypatch.setattr("onrecord.ledger.sqlite._PATIENCE", 0.01)
    with closing(open_store(path, create=True)) as one, closing(open_store(path, create=False)) as other:
        add(one, SEEDS)
        with one.write():
            settle(other)
            assert other.settled()
            assert topics(other, EVERY_DAY) == settled
            with pytest.raises(NoRecord, match="locked"):
                add(other, [99])
            assert topics(other, EVERY_DAY) == settled
        assert not one.settled()
        add(other, [99])
        assert not other.settled()
        settle(other)
        assert one.settled()
        assert topics(one, EVERY_DAY) == topics(other, EVERY_DAY) != settled
