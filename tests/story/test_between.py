"""How answers stand to one another: the same links as in the tables, by pairs of answers."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord import Record
from onrecord.export.tables import Tables
from onrecord.record.matter import Tie

GUARD = ("2024-05-06", "The Salt Guard said on Monday that its fighters had captured the town of Orvane.")
MAYOR = ("2024-05-07", "Mayor Tilde Brask said on Tuesday that the Salt Guard did not control Orvane.")


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    path = tmp_path_factory.mktemp("between") / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
        yield record


@pytest.mark.parametrize("day", [None, "2024-03-14"])
def test_they_are_the_links_of_the_tables_between_statements_of_one_matter(story, day):
    then = story.as_of(day)
    exported = {
        (row["kind"], row["from"], row["to"], row["ground"], row["sure"])
        for row in Tables(then._known).links()  # noqa: SLF001 - the tables of a view are written from it
        if row["kind"] != "same"
    }
    found = set()
    on = {}
    for matter in then.matters():
        for each in then.between(matter.id):
            assert each.count == len(each.links) or len(each.links) < each.count
            found |= {(one.kind.value, one.source, one.target, one.ground, one.sure) for one in each.links}
        for position in matter.positions:
            for statement in position.statements:
                on.setdefault(statement, set()).add(matter.id)
    assert found
    assert found <= exported
    left = {row for row in exported - found if on.get(row[1], set()) & on.get(row[2], set())}
    disputed = {frozenset(pair) for matter in then.matters() for pair in matter.disputes}
    positions = {
        statement: {p.id for matter in then.matters() for p in matter.positions if statement in p.statements}
        for row in left
        for statement in row[1:3]
    }
    # What is left disputes within one answer, or between two that as a whole are not in dispute.
    for kind, source, target, *_ in left:
        assert kind == "disputes"
        assert not {frozenset((a, b)) for a in positions[source] for b in positions[target]} & disputed


def test_every_pair_in_dispute_is_there_once_and_first(story):
    for matter in story.matters():
        found = story.between(matter.id)
        kinds = [each.kind for each in found]
        assert kinds == sorted(kinds, key=list(Tie).index)
        pairs = [frozenset((each.one, each.other)) for each in found if each.kind is Tie.DISPUTES]
        assert sorted(map(sorted, pairs)) == sorted(map(sorted, map(set, matter.disputes)))


def test_answers_that_exclude_each_other_are_linked_by_the_statements_that_give_them(told):
    record = told(GUARD, MAYOR)
    matter = record.ask("Who controls Orvane?").matters[0]
    [each] = record.between(matter.id)
    assert each.kind is Tie.DISPUTES
    assert {each.one, each.other} == {position.id for position in matter.positions}
    [link] = each.links
    assert {link.source, link.target} == {entry.id for entry in record.statements(matter=matter.id)}
    assert (each.count, link.sure) == (1, None)


def test_as_of_a_day_before_the_second_answer_there_is_nothing_between(told):
    record = told(GUARD, MAYOR).as_of("2024-05-06")
    assert list(record.between(record.ask("Who controls Orvane?").matters[0].id)) == []


def test_what_a_speaker_takes_back_is_told_with_its_ground(told):
    record = told(
        ("2024-05-06", "Ida Renn, the fire chief, said on Monday that six people were killed in the fire."),
        ("2024-05-08", "Ida Renn, the fire chief, retracted her statement that six people were killed in the fire."),
    )
    ties = {each.kind: each for matter in record.matters() for each in record.between(matter.id)}
    assert ties[Tie.WITHDRAWS].links[0].ground == "the same speaker takes back the same answer"
    assert ties[Tie.WITHDRAWS].one == ties[Tie.WITHDRAWS].other
