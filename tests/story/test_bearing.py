"""The matters of a report's statements are those of the tables that go out."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord import Record
from onrecord.errors import NotFound
from onrecord.export.tables import Tables


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("bearing") / "story.onrecord") as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
        yield record


@pytest.mark.parametrize("day", [None, "2024-03-13"])
def test_each_statement_bears_on_the_matters_that_the_table_of_statements_gives_it(record, day):
    snapshot = record.as_of(day)
    rows = Tables(snapshot._known).statements()  # noqa: SLF001 - the rows, without a file
    expected = {row["id"]: set(row["matters"]) for row in rows if row["matters"]}
    found = {
        statement: {one.matter for one in some}
        for listing in snapshot.reports()
        for statement, some in snapshot.asked(listing.id).items()
    }
    assert expected
    assert found == expected


def test_each_question_is_that_of_its_matter(record):
    short = {one for listing in record.reports() for some in record.asked(listing.id).values() for one in some}
    assert {(one.matter, one.question) for one in short} <= {(one.id, one.question) for one in record.matters()}


def test_reports_are_counted_without_what_was_rejected(record):
    reports = [listing.id for listing in record.reports()]
    assert record.said_in(reports) == {report: len(record.statements(report=report)) for report in reports}
    first = record.statements(report=reports[0])[0].id
    record.reject(first, who="Ida Marn", why="no such words")
    assert record.said_in(reports[:1]) == {reports[0]: len(record.statements(report=reports[0]))}
    assert first not in record.asked(reports[0])


def test_a_report_that_is_not_there_is_told(record):
    with pytest.raises(NotFound, match="nowhere"):
        record.asked("nowhere")
