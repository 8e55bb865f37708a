from __future__ import annotations

import json

import pytest

from onrecord.errors import NotFound
from onrecord.record.matter import Tie

GUARD = ("2024-05-06", "The Salt Guard said on Monday that its fighters had captured the town of Orvane.")
MAYOR = ("2024-05-07", "Mayor Tilde Brask said on Tuesday that the Salt Guard did not control Orvane.")


def matter(record):
    return record.ask("Who controls Orvane?").matters[0].id


def test_rival_answers_are_linked_with_their_ground(told):
    record = told(GUARD, MAYOR)
    [link] = record.links(matter(record))
    assert link.kind is Tie.DISPUTES
    assert "against" in link.ground
    speakers = {record.show(one).entry.speaker for one in (link.source, link.target)}
    assert speakers == {"Salt Guard", "Tilde Brask"}


def test_no_link_rests_on_a_later_report(told):
    record = told(GUARD, MAYOR)
    assert list(record.as_of("2024-05-06").links(matter(record))) == []


def test_no_link_goes_to_a_statement_that_was_rejected(told):
    record = told(GUARD, MAYOR)
    [link] = record.links(matter(record))
    record.reject(link.source, who="Ida Renn", why="read wrongly")
    assert list(record.links(matter(record))) == []


def test_the_links_of_a_matter_are_among_those_exported(told, tmp_path):
    record = told(GUARD, MAYOR)
    record.export(tmp_path / "tables")
    rows = [json.loads(line) for line in (tmp_path / "tables" / "links.jsonl").read_text("utf-8").splitlines()]
    exported = {(row["kind"], row["from"], row["to"], row["ground"]) for row in rows}
    assert {(str(one.kind), one.source, one.target, one.ground) for one in record.links(matter(record))} <= exported


def test_an_unknown_matter_is_an_error(told):
    with pytest.raises(NotFound):
        told(GUARD).links("ma-none")
