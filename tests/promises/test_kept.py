"""Promises 2 to 4, of what views keep: whatever was asked between any two writes, each view is as if nothing were kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.follow import read
from onrecord.intake.files import take
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling, judgement
from onrecord.record.span import Span
from onrecord.settling import settle
from onrecord.story.known import Known
from onrecord.story.matters import matters
from onrecord.story.origins import backed, origins
from onrecord.story.passages import reuse
from onrecord.story.sources import sources

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
DAYS = [None, *(date(2024, 3, 10) + timedelta(days) for days in range(11))]
NUMBERS = st.integers(0, 2**16)


class Forgetful:
    """A view in which nothing is kept."""

    def __init__(self, view) -> None:
        self._view = view

    def __getattr__(self, name):
        return getattr(self._view, name)

    def derived(self, _what) -> None:
        return None

    def keep(self, _what, _made) -> None:
        pass


@pytest.fixture(scope="module")
def readings(reports):
    """The reports of the story that ships, read."""
    return [(report, read(report)) for report in take(reports)]


def answers(view) -> list[object]:
    """What is kept, and what rests on it."""
    known = Known(view)
    who = known.who
    named = list(who.sources.items()), dict(who.speaks_for), list(who.by_id.items())
    backs = [backed(known, matter) for matter in matters(known, 3)[0]]
    return [
        *named,
        known.revised,
        known.fates,
        origins(known, 4),
        origins(known),
        sources(known, 9),
        reuse(known, limit=5),
        backs,
    ]


def write(store, readings, number: int) -> None:
    """One of all that can be written, by a number."""
    (report, reading), (other, _) = readings[number % len(readings)], readings[number // 7 % len(readings)]
    names = tuple({name.name for name in (*reading.names[:1], *reading.names[-1:])})
    rulings = {0: Ruling.REJECT, 1: Ruling.WITHDRAWN, 2: Ruling.SAME_SOURCE, 3: Ruling.NOT_SAME_SOURCE}
    with store.write() as writer:
        if ruling := rulings.get(number % 8):
            about = reading.statements[0].extent if ruling is Ruling.REJECT else Span(report.id, 0, 9)
            places = [about] if ruling in {Ruling.REJECT, Ruling.WITHDRAWN} else []
            at = datetime(2024, 3, 12, number % 24, tzinfo=UTC)
            who, why = "Ida Renn", f"seen {number}"
            writer.judge(judgement(ruling, places, () if places else names, who=who, why=why, when=at))
        elif number % 8 == 4 and not store.missing([report.id]):
            half = {"statements": reading.statements[::2], "meanings": reading.meanings[::2]}
            writer.reread(replace(reading, reader="other 2", tellings=(), **half))
        else:
            writer.add(report, reading)
            writer.add(other, dict(readings)[other])


@SLOW
@given(data=st.data())
def test_every_view_is_as_if_nothing_were_kept(data, readings, tmp_path_factory) -> None:
    with closing(open_store(tmp_path_factory.mktemp("kept") / "r.onrecord", create=True)) as store:
        for number in data.draw(st.lists(NUMBERS, min_size=2, max_size=7)):
            write(store, readings, number)
            if number % 3:
                settle(store)
            for day in data.draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=2)):
                anew = answers(Forgetful(store.view(day)))
                assert answers(store.view(day)) == anew
                assert answers(store.view(day)) == anew  # from what was kept


def test_what_other_code_has_kept_is_not_taken(readings, monkeypatch) -> None:
    with closing(open_store(":memory:", create=True)) as store:
        with store.write() as writer:
            writer.add(*readings[0])
        expected = answers(store.view())
        keys = {row for (row,) in store._connection.execute("SELECT what FROM derived")}  # noqa: SLF001
        store._connection.execute("UPDATE derived SET made = x'5b5d'")  # noqa: SLF001
        monkeypatch.setattr("onrecord.story.derived._code", lambda: "other")
        assert answers(store.view()) == expected
        others = {row for (row,) in store._connection.execute("SELECT what FROM derived")}  # noqa: SLF001
    assert keys < others
    assert len(others) == 2 * len(keys) > 0
