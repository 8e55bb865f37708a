from __future__ import annotations

import io
import json

import pytest

from onrecord.intake import plain
from onrecord.intake.rows import reports
from onrecord.record.problem import Problem
from onrecord.record.report import Report, Status, report_id

TEXT = "The harbour guard said on Monday that its men held the pier."


def read(*lines):
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(reports(io.BytesIO(data), "feed.jsonl"))


def test_a_row_is_a_report_with_what_is_declared_beside_it():
    row = {
        "id": "17",
        "text": TEXT,
        "date": "2021-09-06T10:00:00Z",
        "url": "https://www.quay.example/a",
        "publisher": "The Quay",
        "title": "Guard holds pier",
        "language": "en-GB",
    }
    [report] = read(row)
    listing = report.listing
    assert report.text == TEXT
    assert listing.id == report_id(TEXT, row["url"], "The Quay", "", row["date"], row["title"], row["language"])
    assert (listing.file, listing.url, listing.outlet) == ("feed.jsonl", row["url"], "The Quay")
    assert (listing.title, listing.language, listing.declared) == ("Guard holds pier", "en", Status.USABLE)
    assert str(listing.published) == "2021-09-06"


def test_the_id_of_a_row_is_no_part_of_the_identity():
    first, second = read({"id": "1", "text": TEXT}, {"id": 2, "text": TEXT})
    assert first == second
    assert first.id == report_id(TEXT)


def test_what_a_row_does_not_declare_is_read_in_its_text_and_address():
    [report] = read(
        {"text": f"Guard holds pier\n\nTELDU (AFP) - {TEXT}", "url": "https://www.quay.example/2021/09/06/a"}
    )
    listing = report.listing
    assert (listing.title, listing.outlet, str(listing.published)) == ("Guard holds pier", "quay.example", "2021-09-06")
    assert listing.language == "en"


@pytest.mark.parametrize(
    ("row", "declared"),
    [
        ({}, Status.USABLE),
        ({"pubstatus": "usable"}, Status.USABLE),
        ({"pubstatus": "withheld"}, Status.WITHDRAWN),
        ({"pubstatus": "canceled"}, Status.WITHDRAWN),
        ({"pubstatus": "Cancelled "}, Status.WITHDRAWN),
        ({"status": "withdrawn"}, Status.WITHDRAWN),
        ({"status": "corrected"}, Status.CORRECTED),
        ({"status": "withdrawn", "pubstatus": "usable"}, Status.WITHDRAWN),
    ],
)
def test_a_row_declares_its_status(row, declared):
    [report] = read({"text": TEXT, **row})
    assert report.listing.declared is declared


def test_a_kill_notice_without_a_text_is_known_by_its_note():
    [report] = read({"pubstatus": "canceled", "url": "https://quay.example/a", "ednote": "Kill this story."})
    assert (report.text, report.listing.declared) == ("Kill this story.", Status.WITHDRAWN)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "is not JSON"),
        (b"not json at all", "is not JSON"),
        (b"[1, 2]", "is not an object"),
        (b"null", "is not an object"),
        (b"[" * 200_000, "too deep"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "a number too long"),
        (b'{"text": "gu\xe9rd"}', "is not UTF-8 at byte 12"),
        ({}, "has no text"),
        ({"text": None}, "has no text"),
        ({"text": ""}, "has no text"),
        ({"text": " \n "}, "has no text"),
        ({"pubstatus": "canceled"}, "has no text"),
        ({"text": 17}, "`text` is not a text"),
        ({"text": ["a"]}, "`text` is not a text"),
        ({"text": "gu\ud800rd"}, "lone surrogate"),
        ({"text": "gu\x00rd"}, "zero characters"),
        ({"text": "<html><p>The guard"}, "a web page"),
    ],
)
def test_a_bad_line_is_a_problem_of_its_own_and_the_rest_goes_on(line, what):
    first, problem, last = read({"text": TEXT}, line, {"text": TEXT + " Again."})
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(problem, Problem)
    assert problem.where == "feed.jsonl:2"
    assert what in problem.what
    assert problem.advice


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"date": "yesterday"}, "could not be read as a date"),
        ({"date": "05/09/2014"}, "can be read as two days"),
        ({"date": 1630922400}, "`date` is not a text"),
        ({"url": 5}, "`url` is not a text"),
        ({"publisher": {"name": "The Quay"}}, "`publisher` is not a text"),
        ({"title": "\udfff"}, "lone surrogate"),
        ({"pubstatus": "odd"}, "`pubstatus` is 'odd'"),
    ],
)
def test_a_field_that_cannot_be_used_is_a_problem_and_the_report_is_kept(row, what):
    report, problem = read({"text": TEXT, **row})
    assert report.text == TEXT
    assert not report.published.known
    assert problem.where == "feed.jsonl:1"
    assert what in problem.what


def test_an_unreadable_date_gives_way_to_the_one_in_the_text():
    report, _ = read({"text": f"Published 6 September 2021\n\n{TEXT}", "date": "lately"})
    assert str(report.published) == "2021-09-06"


def test_blank_lines_are_passed_over_and_lines_counted():
    found = read({"text": TEXT}, b"", b"  \r", b"{", {"text": TEXT})
    assert [getattr(item, "where", None) for item in found] == [None, "feed.jsonl:4", None]


def test_a_mark_before_the_first_line_is_no_part_of_it():
    [report] = read(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\r\n")
    assert report.text == TEXT


def test_rows_without_any_line_are_a_problem():
    [problem] = read(b"\n \n")
    assert (problem.where, problem.what) == ("feed.jsonl", "is empty")


def test_a_line_too_long_is_skipped_without_being_loaded(monkeypatch):
    monkeypatch.setattr(plain, "MOST", 1_000)
    monkeypatch.setattr("onrecord.intake.rows._PIECE", 100)
    longest = []

    class Watched(io.BytesIO):
        def readline(self, size=-1):
            line = super().readline(size)
            longest.append(len(line))
            return line

    row = json.dumps({"text": TEXT}).encode()
    data = b"\n".join([row, b'{"text": "' + b"x" * 50_000 + b'"}', row])
    first, problem, last = reports(Watched(data), "feed.jsonl")
    assert (first.text, last.text) == (TEXT, TEXT)
    assert problem.where == "feed.jsonl:2"
    assert max(longest) == 1_001


NINJS = {
    "uri": "urn:newsml:cps.example:20310309:4711",
    "pubstatus": "usable",
    "version": "2",
    "firstcreated": "2031-03-09T22:10:00Z",
    "versioncreated": "2031-03-10T00:40:00+01:00",
    "headline": "Guard holds pier",
    "copyrightholder": "CPS",
    "body_text": TEXT,
    "language": "en",
}


def test_a_row_of_ninjs_is_a_report():
    [report] = read(NINJS)
    listing = report.listing
    assert (report.text, listing.url, listing.title) == (TEXT, NINJS["uri"], "Guard holds pier")
    assert (listing.outlet, str(listing.published)) == ("CPS", "2031-03-10")
    assert listing.edition == "2031-03-09T23:40:00+00:00 000000002"


def test_the_later_ninjs_has_its_wordings_in_lists():
    row = {key: value for key, value in NINJS.items() if key not in {"headline", "body_text"}}
    html = {"contenttype": "text/html", "value": f"<p>{TEXT}</p>"}
    row |= {"headlines": [{"role": "main", "value": "Guard holds pier"}], "bodies": [html, {"value": TEXT}]}
    [report] = read(row)
    assert (report.text, report.listing.title) == (TEXT, "Guard holds pier")
    [problem] = read({**row, "bodies": [html]})
    assert "has no text" in problem.what


def test_a_version_is_no_older_than_its_making():
    early, late = {"date": "2031-03-09", "versioncreated": "2031-03-12T08:00:00Z"}, {"date": "2031-03-14"}
    days = [str(report.published) for report in read({"text": TEXT, **early}, {"text": TEXT, **early, **late})]
    assert days == ["2031-03-12", "2031-03-14"]


@pytest.mark.parametrize(
    ("fields", "edition"),
    [
        ({}, ""),
        ({"date": "2031-03-09"}, ""),
        ({"date": "9 March 2031 at ten"}, ""),
        ({"date": "2031-03-09T10:00:00Z"}, "2031-03-09T10:00:00+00:00"),
        ({"date": "2031-03-09 10:00"}, "2031-03-09T10:00:00+00:00"),
        ({"date": "2031-03-09", "version": 10}, " 000000010"),
        ({"date": "2031-03-09", "version": "second"}, ""),
        ({"versioncreated": "0001-01-01T00:00:00+23:00"}, ""),
    ],
)
def test_editions_of_one_day_are_put_in_order_by_what_the_rows_declare(fields, edition):
    report = read({"text": TEXT, **fields})[0]
    assert report.listing.edition == edition


def test_two_versions_of_one_text_are_two_reports_and_one_version_twice_is_one():
    first, again, second = read(NINJS, {**NINJS}, {**NINJS, "version": "3"})
    assert first == again
    assert first.id != second.id


@pytest.mark.parametrize(
    ("row", "declared"),
    [
        ({"pubStatus": "stat:canceled"}, Status.WITHDRAWN),
        ({"ednote": "CORRECTION: changes the toll in paragraph 2"}, Status.CORRECTED),
        ({"ednote": "Corrects the spelling of a name", "pubstatus": "usable"}, Status.CORRECTED),
        ({"ednote": "Adds a quotation"}, Status.USABLE),
        ({"ednote": "Correct this story no more: it is killed", "pubstatus": "canceled"}, Status.WITHDRAWN),
    ],
)
def test_what_agencies_note_beside_a_text_declares_its_status_too(row, declared):
    [report] = read({"text": TEXT, **row})
    assert report.listing.declared is declared
