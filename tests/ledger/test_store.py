"""What every ledger promises, whatever it is kept in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger.made_up import DAYS, answers, judgement, made, made_anew

from onrecord.errors import NotFound
from onrecord.ledger.base import Selection
from onrecord.record.problem import Problem
from onrecord.record.reading import Reading
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, When

SEEDS = st.lists(st.integers(0, 10_000), min_size=1, max_size=7, unique=True)
FEW = settings(max_examples=60, deadline=None)


def plain(text: str, published: When = UNKNOWN) -> tuple[Report, Reading]:
    """A report in which nothing was read."""
    report = Report(Listing(report_id(text), "a.txt", "", "", "", published, "en", Status.USABLE), text)
    return report, Reading(report.id, "rules 1", (), (), (), (), (), (), ())


def fill(store, items) -> None:
    with store.write() as writer:
        for report, reading in items:
            writer.add(report, reading)


@FEW
@given(SEEDS)
def test_a_report_and_its_reading_come_back_as_they_were(fresh, seeds) -> None:
    with fresh() as store:
        items = [made(seed) for seed in seeds]
        fill(store, items)
        view = store.view()
        for report, reading in items:
            assert view.report(report.id) == report
            assert view.reading(report.id) == reading


@FEW
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_exactly_and_its_lines_are_lines(fresh, text) -> None:
    report, reading = plain(text)
    with fresh() as store:
        fill(store, [(report, reading)])
        assert store.view().report(report.id).text == text
        for word in text.split():
            for line in store.view().search(word):
                assert line.of(text) in text.split("\n")


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_adding_again_is_nothing(fresh, seeds, random) -> None:
    items = [made(seed) for seed in seeds]
    with fresh() as store:
        fill(store, items)
        before = answers(store.view())
        fill(store, random.sample(items, len(items)))
        assert answers(store.view()) == before


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_order_and_batching_do_not_matter(fresh, seeds, random) -> None:
    with fresh() as one, fresh() as other:
        with one.write() as writer:
            _put(writer, seeds, ("a.txt", "b.txt"))
        for seed in random.sample(seeds, len(seeds)):
            with other.write() as writer:
                _put(writer, [seed], random.sample(["a.txt", "b.txt"], 2))
        for day in (None, *DAYS[::2]):
            assert answers(one.view(day)) == answers(other.view(day))


def _put(writer, seeds, files) -> None:
    """Each report under two file names, with a decision about it and a problem beside it."""
    for seed in seeds:
        report, reading = made(seed)
        writer.add(Report(replace(report.listing, file=files[0]), report.text), reading)
        writer.seen_as(report.id, files[1])
        writer.judge(judgement(seed, Span(report.id, 0, 3)))
        writer.note([Problem(f"feed.jsonl:{seed % 3}", "no text", "look at it")])


@FEW
@given(SEEDS, st.sampled_from(DAYS))
def test_as_of_is_as_if_later_reports_had_never_come(fresh, seeds, day) -> None:
    known = [seed for seed in seeds if made(seed)[0].published.by(day)]
    with fresh() as everything, fresh() as then:
        for store, some in ((everything, seeds), (then, known)):
            with store.write() as writer:
                _put(writer, some, ("a.txt", "b.txt"))
                writer.judge(judgement(1, None))
                writer.note([Problem(f"feed.jsonl:{line}", "no text", "look at it") for line in range(3)])
        assert answers(everything.view(day)) == answers(then.view()) == answers(then.view(day))
        undated = [seed for seed in seeds if made(seed)[0].published.end is None]
        assert everything.view(day).left_out() == len(undated)
        assert everything.view().left_out() == 0


@FEW
@given(SEEDS, st.sampled_from(DAYS))
def test_counts_are_those_of_the_statements(fresh, seeds, day) -> None:
    with fresh() as store:
        fill(store, map(made, seeds))
        view = store.view(day)
        readings = [view.reading(report) for report in view.listings()]
        statements = [statement for reading in readings for statement in reading.statements]
        assert view.count_statements(Selection()) == len(statements) == len(view.statements(Selection()))
        spoken = [(s.source, s.report) for s in statements if s.source]
        assert view.statement_counts() == {
            key: (sum(source == key for source, _ in spoken), len({r for source, r in spoken if source == key}))
            for key in {source for source, _ in spoken}
        }
        named = [
            (name.key, name.kind, reading.report) for reading in readings for name in reading.names if not name.local
        ]
        assert [(n.key, n.kind, n.reports) for n in view.names()] == [
            (key, kind, len({r for k, d, r in named if (k, d) == (key, kind)}))
            for key, kind in sorted({(key, kind) for key, kind, _ in named})
        ]
        said = [
            ((s.source, s.channel, replace(s.said, words=None)), s.report)
            for s in statements
            if s.source and "@" not in s.source
        ]
        assert {(u.source, u.channel, u.said): (u.statements, u.reports) for u in view.utterances()} == {
            what: (sum(w == what for w, _ in said), len({r for w, r in said if w == what})) for what, _ in said
        }


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_a_new_reading_replaces_the_old_one_whole(fresh, seeds, random) -> None:
    with fresh() as reread, fresh() as read_once:
        fill(reread, map(made, seeds))
        for seed in random.sample(seeds, len(seeds)):
            with reread.write() as writer:
                writer.reread(made_anew(seed))
        fill(read_once, ((made(seed)[0], made_anew(seed)) for seed in seeds))
        assert answers(reread.view()) == answers(read_once.view())
        assert answers(reread.view(DAYS[2])) == answers(read_once.view(DAYS[2]))


def test_a_transaction_that_fails_leaves_nothing(store) -> None:
    fill(store, map(made, range(3)))
    before = answers(store.view())
    with pytest.raises(NotFound):
        _fail_midway(store)
    assert answers(store.view()) == before
    fill(store, [made(7)])
    assert store.view().count() == 4


def _fail_midway(store) -> None:
    with store.write() as writer:
        writer.add(*made(7))
        writer.reread(made_anew(1))
        writer.note([Problem("a", "b", "c")])
        writer.seen_as("no such report", "c.txt")


def test_what_is_not_there_is_said_to_be_missing(store) -> None:
    fill(store, map(made, range(2)))
    ids = [made(seed)[0].id for seed in range(4)]
    assert store.missing([ids[3], ids[0], ids[2]]) == [ids[3], ids[2]]
    with pytest.raises(NotFound, match="nothing"):
        store.view().report("nothing")
    with pytest.raises(NotFound), store.write() as writer:
        writer.reread(made(3)[1])


def test_a_report_that_the_view_leaves_out_is_not_found(store) -> None:
    late, reading = plain("late", When.on(DAYS[4]))
    fill(store, [(late, reading)])
    assert store.view(DAYS[4]).report(late.id) == late
    for ask in (store.view(DAYS[3]).report, store.view(DAYS[3]).reading):
        with pytest.raises(NotFound, match=f"as of {DAYS[3]}"):
            ask(late.id)


def test_the_first_file_name_in_order_is_shown(store) -> None:
    report, reading = made(1)
    with store.write() as writer:
        writer.add(report, reading)
        for file in ("z.txt", "a.txt", "m.txt", "a.txt"):
            writer.seen_as(report.id, file)
    assert store.view().listings()[report.id].file == "a.txt"


def test_the_newest_come_first_and_those_without_a_day_last(store) -> None:
    days = [UNKNOWN, When.on(DAYS[0]), When.on(DAYS[2]), When.between(None, DAYS[3])]
    items = [plain(f"the harbour {number}", day) for number, day in enumerate(days)]
    fill(store, items)
    ids = [report.id for report, _ in items]
    assert list(store.view().listings()) == [ids[1], ids[2], ids[3], ids[0]]
    assert [line.report for line in store.view().search("HARBOUR")] == [ids[2], ids[1], ids[3], ids[0]]
    assert [line.report for line in store.view(DAYS[0]).search("harbour", 2)] == [ids[1]]


def test_a_limit_keeps_the_statements_of_the_newest_reports(store) -> None:
    fill(store, map(made, range(40)))
    everything = store.view(DAYS[5]).statements(Selection())
    assert store.view(DAYS[5]).statements(Selection(limit=10**6)) == everything
    newest = {listing.id for listing in list(store.view(DAYS[5]).listings().values())[-5:]}
    few = store.view(DAYS[5]).statements(Selection(limit=4))
    assert {statement.report for statement in few} <= newest
    assert few == [statement for statement in everything if statement in few]


@FEW
@given(st.text())
def test_no_words_are_a_wrong_question(fresh, words) -> None:
    with fresh() as store:
        fill(store, map(made, range(3)))
        store.view().search(words)
        store.view().statements(Selection(words=words))


@pytest.mark.parametrize("words", ["", " ", "?!", '"', "\0", "*", "()"])
def test_a_search_without_words_finds_nothing(store, words) -> None:
    fill(store, map(made, range(9)))
    assert store.view().search(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fish boats", True),
        ("BOATS", True),
        ("fish* OR", False),
        ("fish AND boats", False),
        ("“fish” -boats", True),
        ("pêche", True),
        ("peche", True),
        ("it's", True),
        ("harbour", False),
    ],
)
def test_all_words_are_looked_for_as_words(store, words, found) -> None:
    report, reading = plain("On the quay\nit's fish, boats (Pêche)\nand the harbour")
    fill(store, [(report, reading)])
    lines = [line.of(report.text) for line in store.view().search(f"{words} fish")]
    assert lines == (["it's fish, boats (Pêche)"] if found else [])


def test_prints_are_those_of_the_readings_in_order_of_publication(store) -> None:
    fill(store, map(made, range(30)))
    for day in (None, DAYS[3]):
        view = store.view(day)
        read = {report: view.reading(report).shingles for report in view.listings()}
        found = {
            report: [tuple(np.frombuffer(cell, "<u4").tolist()) for cell in cells]
            for report, cells in view.prints().items()
        }
        assert list(found) == [report for report, shingles in read.items() if shingles]
        assert all(
            found[report] == [tuple(s.print for s in read[report]), tuple(s.word for s in read[report])]
            for report in found
        )


def test_decisions_about_reports_left_out_are_left_out(store) -> None:
    late, reading = plain("late", When.on(DAYS[4]))
    on_names, on_place, elsewhere = judgement(2, None), judgement(1, Span(late.id, 0, 4)), judgement(3, Span("?", 0, 4))
    with store.write() as writer:
        writer.add(late, reading)
        for decision in (elsewhere, on_names, on_place, on_names):
            writer.judge(decision)
    assert store.view().judgements() == [on_place, on_names, elsewhere]
    assert store.view(DAYS[3]).judgements() == [on_names]
