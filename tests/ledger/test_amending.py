"""What people decided, in the rows: whatever came first, as of any day, in every count, and gone when it is undone."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judging.deciding import decided, some, undo
from ledger.made_up import DAYS, answers
from ledger.speaking import speaking, topics

from onrecord.judging.aims import meant
from onrecord.ledger.base import Selection
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling
from onrecord.record.span import Span
from onrecord.record.when import When
from onrecord.settling import settle

SEEDS = range(6)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MADE = {speaking(seed)[0].id: seed for seed in SEEDS}
NAMES = ["mara", "oran", "port authority", "élan"]


def read(report, other=0):
    """A reading that shows of which day the report was taken to be."""
    reading = speaking(MADE[report.id], other)[1]
    return replace(reading, reader=f"rules {other}, {report.published}")


def opened():
    return closing(open_store(":memory:", create=True))


def add(store, seed, other=0):
    """As the flow does: read as of the day that people gave it."""
    report, _ = speaking(seed)
    day = store.judged_day(report.id) or report.published
    dated = replace(report, listing=replace(report.listing, published=day))
    with store.write() as writer:
        writer.add(report, read(dated, other), day)


def refresh(writer, other=0):
    for report in writer.stale():
        writer.reread(read(report, other))


def judge(store, *made):
    with store.write() as writer:
        writer.judge(*made)
        refresh(writer)


def reread(store, seed, other):
    report = store.view().report(speaking(seed)[0].id)
    with store.write() as writer:
        writer.reread(read(report, other), report.published)


def decisions(seed, count=30):
    """Decisions on what these reports say, some of them by words that were cut otherwise, some on what is not there."""
    random = Random(seed)
    statements = [one for number in SEEDS for one in speaking(number)[1].statements]
    places = [one.extent for one in statements]
    places += [Span(place.report, place.start, place.end + 1) for place in places[:4]] + [Span("gone", 0, 5)]
    wholes = [Span(report, 0, len(speaking(number)[0].text)) for report, number in MADE.items()]
    return some(random, places, wholes, NAMES, count)


def everything(store):
    settle(store)
    days = (None, DAYS[1], DAYS[3])
    return [answers(store.view(day)) for day in days], topics(store, days)


def added_then_judged(made, seeds=SEEDS):
    with opened() as store:
        for seed in seeds:
            add(store, seed)
        judge(store, *made)
        return everything(store)


@FEW
@given(st.integers(0, 10**9), st.data())
def test_whatever_comes_first_the_record_is_the_same(seed, data):
    made = decisions(seed)
    steps = [(what, number) for number in SEEDS for what in ("add", "reread")]
    steps += [("judge", one) for one in made] + [("settle", None)] * 3
    with opened() as store:
        for what, which in data.draw(st.permutations(steps)):
            if what == "add":
                add(store, which)
            elif what == "judge":
                judge(store, which)
            elif what == "settle":
                settle(store)
            elif not store.missing([speaking(which)[0].id]):
                reread(store, which, 1)
                reread(store, which, 0)
        assert everything(store) == added_then_judged(made)


@FEW
@given(st.integers(0, 10**9))
def test_when_all_is_undone_everything_is_as_it_was_read(seed):
    made = decisions(seed)
    with opened() as store:
        for number in SEEDS:
            add(store, number)
        before = everything(store)
        judge(store, *made)
        judge(store, *(undo(one, at=200) for one in made if one.ruling is not Ruling.UNDONE))
        after = everything(store)
    for view in (*before[0], *after[0]):
        del view["judgements"]
    assert after == before


@FEW
@given(st.integers(0, 10**9), st.sampled_from(DAYS))
def test_a_view_of_a_day_knows_no_decision_on_what_came_later(seed, day):
    made = decisions(seed)
    with opened() as whole, opened() as part:
        for number in SEEDS:
            add(whole, number)
        judge(whole, *made)
        known = {report for report, listing in whole.view().listings().items() if listing.published.by(day)}
        judge(part, *(one for one in made if known.issuperset(one.reports)))
        for report in sorted(known):
            add(part, MADE[report])
        for store in (whole, part):
            settle(store)
        assert answers(whole.view(day)) == answers(part.view()) == answers(part.view(day))
        assert topics(whole, [day]) == topics(part)


def counted(view):
    """All that is counted without reading statements one by one."""
    claims = [row._replace(answer="") for one in view.subjects() for row in view.claims(one[0], [one[1]])]
    counts = view.count_statements(Selection()), view.statement_counts(), view.matter_counts()
    return *counts, view.utterances(), view.subjects(), claims, view.names(), view.spellings(NAMES)


@FEW
@given(st.integers(0, 10**9), st.sampled_from([None, *DAYS]))
def test_counts_are_those_of_what_nobody_rejected(seed, day):
    with opened() as store:
        for number in SEEDS:
            add(store, number)
        judge(store, *decisions(seed))
        view = store.view(day)
        with opened() as plain:
            for report in view.listings():
                reading = view.reading(report)
                kept = tuple(one for one in reading.statements if one.id not in view.rejected())
                with plain.write() as writer:
                    writer.add(view.report(report), replace(reading, statements=kept, meanings=()))
            assert counted(view) == counted(plain.view(day))


@FEW
@given(st.integers(0, 10**9), st.sampled_from([None, *DAYS]))
def test_topics_count_what_nobody_rejected(seed, day):
    with opened() as store:
        for number in SEEDS:
            add(store, number)
        settle(store)
        judge(store, *decisions(seed))
        settle(store)  # a report that was given another day is brought to its topics anew
        view = store.view(day)
        for count in view.topic_counts():
            kept = [one.row for one in view.members([count.topic]) if one.row.statement not in view.rejected()]
            assert (count.statements, count.reports) == (len(kept), len({row.report for row in kept}))
            assert count.speakers == len({row.chain[-1] for row in kept if row.chain})
            assert count.answers == len({row.answer for row in kept})


@pytest.fixture
def store():
    with opened() as made:
        add(made, 0)
        yield made


def test_a_rejected_statement_is_still_shown_as_it_was_read(store):
    one = next(one for one in store.view().statements(Selection()) if one.source)
    judge(store, decided(Ruling.REJECT, one.extent))
    [shown] = store.view().statements(Selection(ids=[one.id]))
    assert (shown.chain, shown.source) == (one.chain, one.source)
    assert store.view().rejected() == {one.id}
    assert one.id not in {each.id for each in store.view().statements(Selection(sources=[one.source]))}


def test_what_was_read_stands_beside_what_people_made_of_it(store):
    one = store.view().statements(Selection())[0]
    assert store.view().as_read([one.id]) == {}
    judge(store, decided(Ruling.CORRECT, one.extent, part="speaker", value="Nele Torvik"))
    [shown] = store.view().statements(Selection(ids=[one.id]))
    assert shown.source == "nele torvik"
    assert store.view().as_read([one.id]) == {one.id: replace(one, claims=())}
    assert [name.name for _, name in store.view().named(["nele torvik"])] == ["Nele Torvik"]


def test_a_report_keeps_the_day_with_which_it_came(store):
    report, _ = speaking(0)
    judge(store, decided(Ruling.DATED, Span(report.id, 0, len(report.text)), value="2031-04-01"))
    assert store.view().report(report.id).published == When.written("2031-04-01")
    assert store.view().reading(report.id).reader == "rules 0, 2031-04-01"
    assert store.view().came_dated([report.id]) == {report.id: report.published}
    with store.write() as writer:
        assert writer.stale() == []


def test_the_statement_that_is_meant_has_most_of_the_words():
    wide, narrow = (replace(speaking(0)[1].statements[0], content=(Span("r", 0, end),)) for end in (40, 30))
    assert meant(Span("r", 0, 29), [wide, narrow]) == [narrow]
    assert meant(Span("r", 0, 38), [wide, narrow]) == [wide]
    assert meant(Span("r", 0, 9), [wide, narrow]) == []


def test_what_is_brought_to_topics_is_what_was_read(store):
    def coming():
        with store.write() as writer:
            return list(writer.unsettled())

    before = coming()
    assert before
    for at, one in enumerate(store.view().statements(Selection())):
        act = "assert" if one.act.value == "deny" else "deny"
        judge(store, decided(Ruling.CORRECT, one.extent, part="act", value=act, at=at))
        judge(store, decided(Ruling.CORRECT, one.extent, part="speaker", value="Nele Torvik", at=at))
    assert coming() == before
