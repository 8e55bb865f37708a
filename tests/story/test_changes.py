from __future__ import annotations

import json

import pytest

from onrecord import Record
from onrecord.errors import BadArgument

REPORTS = (
    ("2024-03-11", "Captain Ida Renn said on Monday that the Harbour Guard had captured the town of Teldu."),
    ("2024-03-12", "Mayor Per Lund said on Tuesday that the Harbour Guard had captured Teldu."),
    ("2024-03-12", "Six people were killed in the fire, Oda Brandt said on Tuesday."),
)


def kinds(record, since):
    return {(change.kind.value, change.by) for change in record.changes(since)}


def test_what_came_up_on_a_day_is_told_by_kind(told):
    record = told(*REPORTS)
    found = kinds(record, "2024-03-12")
    assert {("new holder", "Per Lund"), ("new matter", "Oda Brandt")} <= found
    assert sum(kind == "new report" for kind, _ in [(c.kind.value, c.by) for c in record.changes("2024-03-12")]) == 2
    assert ("new matter", "Ida Renn") not in found


def test_nothing_is_new_after_the_last_day(told):
    assert kinds(told(*REPORTS), "2024-03-13") == set()


def test_a_day_that_is_none_is_refused(told):
    with pytest.raises(BadArgument, match="no day"):
        told(*REPORTS).changes("soon")


def test_a_kill_notice_withdraws_what_stood_at_its_address(tmp_path):
    rows = [
        {"text": "Six people died, Ida Renn said.", "date": "2024-03-11", "url": "https://a.example/1"},
        {"text": "Seven people died, Ida Renn said.", "date": "2024-03-12", "url": "https://a.example/1"},
        {"text": "Withdrawn.", "date": "2024-03-13", "url": "https://a.example/1", "pubstatus": "canceled"},
    ]
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with Record.open(tmp_path / "r") as record:
        record.add_all(feed)
        assert [entry.status.value for entry in record.statements()] == ["withdrawn", "withdrawn"]
        assert [entry.status.value for entry in record.as_of("2024-03-12").statements()] == ["usable", "usable"]
        assert ("withdrawn", "a.example") in kinds(record, "2024-03-13")


def test_a_report_that_is_withdrawn_in_words_is_found_by_its_headline(told):
    record = told(
        ("2024-03-11", "Guard chief flees by night boat\n\nThe chief fled to Varn, a source said on Monday."),
        (
            "2024-03-13",
            'We reported under the headline "Guard chief flees by night boat" that he was gone. That story is withdrawn.',
        ),
    )
    [first, _] = record.reports()
    assert {entry.status.value for entry in record.statements(report=first.id)} <= {"withdrawn"}
