"""One source across a story: its matters, its changes of story, and who passes on what it said."""

from __future__ import annotations

import pytest

from onrecord.errors import NotFound

TOWN = ("2024-05-06", "Mayor Tilde Brask said on Monday that the Salt Guard did not control Orvane.")
YIELDS = ("2024-05-09", "Mayor Tilde Brask said on Thursday that the Salt Guard had captured Orvane.")
PASSED = ("2024-05-07", "The Orvane News Agency, citing Tilde Brask, said that the mill was shut.")
OTHER = ("2024-05-08", "Joost Kell, the governor, said on Wednesday that the ford was quiet.")


def test_its_matters_are_those_in_which_it_gives_an_answer(told):
    record = told(TOWN, YIELDS, OTHER)
    mayor = record.source("Tilde Brask").id
    found = record.matters_of(mayor)
    assert [matter.question for matter in found] == ["Who controls Orvane?"]
    assert found.total == 1
    assert all(any(mayor in position.held_by for position in matter.positions) for matter in found)
    assert list(record.matters_of("Joost Kell")) == []


def test_its_changes_of_story_name_the_matter(told):
    record = told(TOWN, YIELDS, OTHER)
    [one] = record.turned("Tilde Brask")
    assert one.question == "Who controls Orvane?"
    assert [one.shift] == list(record.turns(one.matter).shifts)
    assert list(record.turned("Joost Kell")) == []
    assert list(record.as_of("2024-05-08").turned("Tilde Brask")) == []


def test_who_passes_on_what_it_said_and_whom_it_passes_on(told):
    record = told(TOWN, PASSED, OTHER)
    mayor, agency = record.source("Tilde Brask"), record.source("Orvane News Agency")
    of_mayor, of_agency = record.relays(mayor.id), record.relays(agency.id)
    assert [(each.source, each.name, each.statements) for each in of_mayor.through] == [(agency.id, agency.name, 1)]
    assert [(each.source, each.name, each.statements) for each in of_agency.relayed] == [(mayor.id, mayor.name, 1)]
    assert (of_mayor.statements, len(of_mayor.relayed), len(of_agency.through)) == (2, 0, 0)
    assert sum(each.statements for each in of_mayor.channels) == of_mayor.statements
    assert record.as_of("2024-05-06").relays(mayor.id).through == ()


def test_outlets_that_carry_it_count_as_one_by_any_of_their_names(fed):
    said = "Tilde Brask said on {} that the mill was {}."
    record = fed(
        {"date": "2024-05-06", "publisher": "ORVANE PRESS SERVICE (OPS)", "text": said.format("Monday", "shut")},
        {"date": "2024-05-07", "url": "https://www.ops.example/2", "text": said.format("Tuesday", "open")},
        {"date": "2024-05-08", "publisher": "Kelm Lantern", "text": said.format("Wednesday", "sold")},
    )
    carried = {each.name: (each.statements, each.reports) for each in record.relays("Tilde Brask").outlets}
    assert carried == {"ORVANE PRESS SERVICE (OPS)": (2, 2), "Kelm Lantern": (1, 1)}


def test_sources_are_called_by_the_beginnings_of_their_words_whole_names_first(told):
    record = told(TOWN, PASSED, OTHER)
    assert [one.name for one in record.called("til bra")] == ["Tilde Brask"]
    assert {one.name for one in record.called("orv")} >= {"Orvane News Agency"}
    assert list(record.called("")) == list(record.called("zz")) == []
    assert len(record.called("o", 1)) == 1


def test_who_is_not_there_is_told(told):
    record = told(TOWN)
    for ask in (record.relays, record.turned, record.matters_of):
        with pytest.raises(NotFound):
            ask("Nobody Atall")


def test_statements_stand_in_their_paragraphs_as_they_are_shown_one_by_one(told):
    record = told(TOWN, PASSED, OTHER)
    ids = [entry.id for entry in record.statements()]
    for one, alone in zip(record.worded(ids), map(record.show, ids), strict=True):
        assert (one.entry, one.paragraph, one.text, one.marks) == (
            alone.entry,
            alone.paragraph,
            alone.text,
            alone.marks,
        )
    record.reject(ids[0], who="Ada Venn", why="not said")
    assert [one.entry.id for one in record.worded(ids)] == ids[1:]
