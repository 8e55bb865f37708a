"""Who is who across reports, from their texts to the sources of a record."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from onrecord import Record
from onrecord.ledger.sqlite import open_store
from onrecord.story.known import Known


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "a.onrecord") as made:
        yield made


def published(record, tmp_path, *rows):
    """Add rows of JSON Lines, each of its own day, and give the ids of the reports in order."""
    file = tmp_path / "rows.jsonl"
    dated = [{"date": f"2031-05-0{number}", **row} for number, row in enumerate(rows, 1)]
    file.write_text("".join(json.dumps(row) + "\n" for row in dated), encoding="utf-8")
    record.add_all(file)
    return [report.id for report in record.reports()]


def test_an_outlet_is_one_by_name_acronym_and_address(record, tmp_path):
    ids = published(
        record,
        tmp_path,
        {"publisher": "OSTREL PRESS SERVICE (OPS)", "text": "Fire out\n\nThe fire is out, Runa Delk said."},
        {"url": "https://www.ops.example/2", "text": "Fire back\n\nThe fire is back, Iwo Quist said."},
        {
            "publisher": "Kelm Lantern",
            "text": "Fire?\n\nRuna Delk told OPS that the fire was small. OPS said it was big.",
        },
        {"url": "https://kelmlantern.example/4", "text": "Fire!\n\nThe fire is big, Bo Rask said."},
    )
    agency, again, paper, address = (record.publisher(report) for report in ids)
    assert agency == again == record.source("OPS")
    assert paper == address == record.source("Kelm Lantern")
    assert agency != paper
    assert record.source("Runa Delk") not in (agency, paper)


def test_groups_without_a_name_are_nobody_beyond_their_report(record, tmp_path):
    published(
        record,
        tmp_path,
        {"text": "Fire out\n\nOfficials said the fire was out. Several residents said it was not."},
        {"text": "Fire back\n\nOfficials said the fire was back. The ministry said it was small."},
        {"text": "Fire gone\n\nSeveral residents said the fire was gone. The ministry said it was big."},
    )
    assert all(
        len({entry.report.id for entry in record.statements(source=row.source.id)}) == 1 for row in record.sources()
    )
    assert len(record.sources()) == 6


def test_two_countries_ministries_are_two_though_each_calls_its_own_the_ministry(record, tmp_path):
    published(
        record,
        tmp_path,
        {
            "text": "Ford\n\nThe Ostrian defence ministry said the ford was quiet. The defence ministry said it was shut."
        },
        {"text": "Ford\n\nThe Tarnian defence ministry said the ford was loud. The ministry said it was open."},
        {"text": "Ford\n\nThe defence ministry said the ford was wet."},
    )
    held = {row.source.name: row.statements for row in record.sources()}
    assert held == {"Ostrian defence ministry": 2, "Tarnian defence ministry": 2, "defence ministry": 1}


def test_a_leader_and_the_front_are_two_sources_on_one_side(record, tmp_path):
    published(
        record,
        tmp_path,
        {"text": "Ford\n\nThe Ostrel Salt Front (OSF) said the ford was shut. OSF leader Runa Delk said it was open."},
        {"text": "Ford\n\nDelk said the ford was wet. The OSF said it was dry."},
    )
    front, leader = record.source("OSF"), record.source("Delk")
    assert front != leader
    with closing(open_store(tmp_path / "a.onrecord", create=False)) as store:
        assert Known(store.view()).who.side(leader.keys[0]) == front.id


def test_a_father_and_a_son_are_two_though_only_one_speaks(record, tmp_path):
    published(
        record,
        tmp_path,
        {"text": "Ford\n\nAhmar Nur Delkani, who died in 2001, held the ford. His son Ahmar Delkani said it was shut."},
        {"text": "Ford\n\nAhmar Delkani said the ford was open."},
        {"text": "Ford\n\nAhmar Nur Delkani said in 1999 that the ford was ours."},
    )
    assert record.source("Ahmar Delkani") != record.source("Ahmar Nur Delkani")
