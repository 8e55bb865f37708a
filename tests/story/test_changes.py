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


TURNED = (
    ("2024-03-11", "Captain Ida Renn said on Monday that the Harbour Guard had captured the town of Teldu."),
    ("2024-03-12", "Mayor Per Lund said on Tuesday that the Harbour Guard did not control Teldu."),
    ("2024-03-14", "Captain Ida Renn said on Thursday that the Harbour Guard did not control Teldu."),
    ("2024-03-15", "Mayor Per Lund said on Friday that the Harbour Guard did not control Teldu."),
)


def test_a_source_that_now_says_otherwise_has_shifted(told):
    record = told(*TURNED)
    [shift] = [one for one in record.changes("2024-03-14") if one.kind.value == "shift"]
    assert (shift.by, shift.before, shift.answer) == ("Ida Renn", "all: Harbour Guard", "not all: Harbour Guard")
    assert record.statements(ids=(shift.statement,))[0].report.published.start.isoformat() == "2024-03-14"
    assert not [one for one in record.changes("2024-03-15") if one.kind.value == "shift"]


def test_the_first_rejection_is_a_first_denial_and_the_next_is_none(told):
    record = told(*TURNED)
    assert ("first denial", "Per Lund") in kinds(record.as_of("2024-03-12"), "2024-03-12")
    later = kinds(record, "2024-03-14")
    assert ("new holder", "Ida Renn") in later
    assert "first denial" not in {kind for kind, _ in later}


def test_a_further_independent_source_is_a_new_origin_once(told):
    record = told(*REPORTS)
    assert ("new origin", "Per Lund") in kinds(record, "2024-03-12")
    again = told(*REPORTS, ("2024-03-13", "Mayor Per Lund said again that the Harbour Guard had captured Teldu."))
    assert "new origin" not in {kind for kind, _ in kinds(again, "2024-03-13")}


def test_the_gravest_comes_first(told):
    found = [one.kind.value for one in told(*TURNED).changes("2024-03-12")]
    assert found == sorted(found, key=ORDER.index)
    assert found[0] == "shift"
    assert found[-1] == "new report"


ORDER = (
    "withdrawn|retraction|corrected|shift|first denial|new matter|new position|new origin|new holder|revised|new report"
).split("|")


def test_what_a_source_takes_back_is_a_retraction(told):
    record = told(
        ("2024-03-11", "Ida Renn, the harbour captain, said the lower quay had been mined."),
        ("2024-03-13", "Ida Renn retracted her claim that the lower quay had been mined."),
    )
    [one] = [one for one in record.changes("2024-03-12") if one.kind.value == "retraction"]
    assert one.by == "Ida Renn"
    assert "lower quay" in one.answer


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
