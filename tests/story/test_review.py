"""What a person is asked first: in which order, as of which day, and never again once it was answered."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record
from onrecord.record.doubt import Cause, Doubt, Weight
from onrecord.record.judgement import Ruling
from onrecord.story.review import urgency

REPORTS = {
    "1.txt": """The Tarn Gazette
Published 2 May 2031

Eight people were killed when the ferry Petrel sank on Friday, the coastguard said.

"The hull of the ferry was sound," spokesman Arno Vale told a news conference in Tarn. He said that marines hold the harbour.

The mayor, Ida Renn, has left Tarn, Arno Vale said.
""",
    "2.txt": """North Coast Wire
Published 3 May 2031

Eleven people were killed when the ferry Petrel sank, Brita Holm said on Saturday.

"The hull of the ferry was rotten," Brita Holm said in a tweet. She denied that marines hold the harbour.

It was said that marines hold the harbour. Mayor Renn is in Tarn, Britta Holm said.
""",
    "3.txt": """Eyewitness notes

"The hull was rotten," Brita Holm said. Some say that Mayor Renn is in Tarn.
""",
    "4.txt": """The Tarn Gazette
Published 4 May 2031

Nine people were killed when the ferry Petrel sank, Vale said on Sunday. "She never left Tarn," he said of the mayor.

“The hull of the ferry was sound,” the spokesman said.
""",
}


def made(folder, names=tuple(REPORTS)):
    record = Record.open(folder / "ferry.onrecord")
    for name in names:
        (folder / name).write_text(REPORTS[name], "utf-8")
        record.add_all(folder / name)
    return record


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The file of a record of all these reports."""
    folder = tmp_path_factory.mktemp("whole")
    made(folder).close()
    return folder / "ferry.onrecord"


@pytest.fixture
def record(whole, tmp_path):
    """A copy of it, of which a test may decide what it likes."""
    with Record.open(shutil.copy(whole, tmp_path / "ferry.onrecord")) as record:
        yield record


def answer(record, doubt, choice, who="Una Berg"):
    """Do what a choice says."""
    how, ruling = {"who": who, "why": "asked"}, choice.ruling
    if ruling is Ruling.DATED:
        return record.date(doubt.report, "2031-05-05", **how)
    if ruling is Ruling.UNDONE:
        return record.undo(choice.value, **how)
    if ruling is Ruling.CORRECT:
        return record.correct(doubt.statements[0], choice.part, "Una Berg", **how)
    return getattr(record, ruling.value.replace(" ", "_"))(*(doubt.names or doubt.statements), **how)


def test_what_is_asked_is_of_the_kinds_that_the_reports_give_reason_for(record):
    found = record.review()
    by_cause = {doubt.cause: doubt for doubt in found}
    assert {Cause.UNDATED, Cause.NOBODY, Cause.DESCRIBED, Cause.MERGED} <= set(by_cause)
    assert set(by_cause) & {Cause.AGAINST, Cause.TOGETHER}
    assert by_cause[Cause.MERGED].names == ("Vale", "Arno Vale")
    assert by_cause[Cause.UNDATED].report == next(one.id for one in record.reports() if one.file == "3.txt")
    for doubt in found:
        assert doubt.question.endswith("?")
        assert 0 <= doubt.sure <= 1
        assert doubt.ground
        assert doubt.choices
        assert doubt.weight.statements >= 1


def test_a_speaker_is_doubted_where_a_report_has_no_name_for_them(record):
    entries = {entry.id: entry for entry in record.statements()}
    texts = {one.id: record.text(one.id) for one in record.reports()}
    for doubt in record.review():
        [*spoken] = [entries[one].statement for one in doubt.statements]
        if doubt.cause is Cause.NOBODY:
            assert [one.chain for one in spoken] == [()]
        if doubt.cause is Cause.DESCRIBED:
            words = spoken[0].speaker.of(texts[spoken[0].report])
            assert words in doubt.ground
            assert not set(words.split()) & set(entries[doubt.statements[0]].speaker.split())


def test_names_that_are_alike_and_were_not_taken_for_one_are_asked_about(record, tmp_path):
    (tmp_path / "5.txt").write_text(
        "North Coast Wire\nPublished 5 May 2031\n\nMarines hold the harbour, Arne Vale said on Monday.\n", "utf-8"
    )
    record.add_all(tmp_path / "5.txt")
    assert record.source("Arne Vale") != record.source("Arno Vale")
    [doubt] = [one for one in record.review() if one.cause is Cause.ALIKE]
    assert doubt.names == ("Arne Vale", "Arno Vale")
    record.same_source(*doubt.names, who="Una Berg", why="a slip")
    assert record.source("Arne Vale") == record.source("Arno Vale")
    assert doubt.names not in {one.names for one in record.review()}


def test_the_most_urgent_comes_first_and_a_limit_gives_the_first(record):
    found = record.review()
    assert all(urgency(one) >= urgency(other) for one, other in pairwise(found))
    for limit in (0, 1, 3, 100):
        assert list(record.review(limit)) == list(found[:limit])
        assert record.review(limit).total == len(found)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 10_000), st.integers(1, 10_000), st.integers(1, 9))
def test_the_less_sure_and_the_more_that_hangs_on_it_the_sooner_it_is_asked(sure, surer, few, many, rank):
    def doubt(sure, weight):
        return Doubt(Cause.AGAINST, "So?", sure / 100, "words", weight, ())

    sure, surer, few, many = min(sure, surer), max(sure, surer), min(few, many), max(few, many)
    grave, light = Weight(many, many, rank), Weight(few, few, rank)
    assert urgency(doubt(sure, grave)) >= urgency(doubt(surer, grave))
    assert urgency(doubt(sure, grave)) >= urgency(doubt(sure, light))
    assert urgency(doubt(sure, grave)) >= urgency(doubt(sure, Weight(many, many, rank + 1)))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(REPORTS)))
def test_the_order_in_which_reports_came_changes_nothing(record, tmp_path_factory, order):
    with made(tmp_path_factory.mktemp("order"), order) as other:
        assert list(other.review()) == list(record.review())


def test_as_of_a_day_only_that_is_asked_which_was_known(record, tmp_path):
    (tmp_path / "then").mkdir()
    with made(tmp_path / "then", ["1.txt", "2.txt"]) as then:
        assert list(record.as_of("2031-05-03").review()) == list(then.review())
    assert not [doubt for doubt in record.as_of("2031-05-03").review() if doubt.cause is Cause.UNDATED]


def test_what_was_answered_is_not_asked_again_whatever_the_answer(record):
    asked = 0
    while found := list(record.review()):
        doubt = found[0]
        answer(record, doubt, doubt.choices[asked % len(doubt.choices)])
        assert doubt.id not in {one.id for one in record.review()}
        asked += 1
        assert asked < 60


def test_what_is_undone_is_asked_again(record):
    before = list(record.review())
    for doubt in before:
        decided = answer(record, doubt, doubt.choices[0])
        record.undo(decided.id, who="Bo", why="too soon")
    assert {one.id for one in record.review()} >= {one.id for one in before}


def test_what_people_differ_on_comes_first_and_is_settled_by_an_undo(record):
    statement = record.statements()[0].id
    one = record.reject(statement, who="Ida Renn", why="a caption")
    other = record.accept(statement, who="Oran Teck", why="I was there")
    first = record.review()[0]
    assert first.cause is Cause.DIFFER
    assert set(first.judgements) == {one.id, other.id}
    assert {choice.value for choice in first.choices} == {one.id, other.id}
    answer(record, first, first.choices[0])
    assert Cause.DIFFER not in {doubt.cause for doubt in record.review()}


def test_a_decision_that_waits_comes_last(record, tmp_path):
    (tmp_path / "more").mkdir()
    with made(tmp_path / "more", ["1.txt"]) as other:
        (tmp_path / "more" / "5.txt").write_text(
            "Notes\nPublished 5 May 2031\n\nAll is well, Una Berg said.\n", "utf-8"
        )
        other.add_all(tmp_path / "more" / "5.txt")
        [new] = [one.id for one in other.statements() if "well" in one.words]
        other.reject(new, who="Ida Renn", why="a caption")
        theirs = other.export_judgements(tmp_path / "theirs.jsonl")
    record.import_judgements(theirs)
    last = record.review()[-1]
    assert (last.cause, last.ground) == (Cause.WAITING, "the record does not have the report")
    answer(record, last, last.choices[0])
    assert Cause.WAITING not in {doubt.cause for doubt in record.review()}


def test_an_empty_record_asks_nothing(tmp_path):
    with Record.open(tmp_path / "empty.onrecord") as record:
        assert list(record.review()) == []
