"""What people rule to be one matter or two, and one position or two, and all that follows from it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from tempfile import TemporaryDirectory

import pytest
from promises.positions import REPORTS
from promises.ruling import keep, rule, ruled

from onrecord.errors import BadArgument, NotFound
from onrecord.follow import read, reread
from onrecord.record.judgement import Ruling, State
from onrecord.record.statement import statement_id

SAME, OTHER = Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER
ONE, TWO = Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION

FORD = (
    {
        "date": "2031-03-02",
        "publisher": "Varn Courier",
        "text": "Bridge\n\nNine people were killed at the ford, captain Ida Renn said on Sunday.\n\n"
        "Jon Vesk has left Teldu, councillor Mara Stoll said.\n\n"
        "Minister Oda Brandt resigned on Saturday, her spokesman Per Lund said.",
    },
    {
        "date": "2031-03-03",
        "publisher": "Teldu Gazette",
        "text": "Denial\n\nSeven soldiers were killed at the ford, colonel Arn Holt said on Monday.\n\n"
        "Vesk is in Kelm, his lawyer Sven Arl said.\n\nThe harbour master of Teldu has left the town, the mayor said.",
    },
    {
        "date": "2031-03-04",
        "publisher": "CPS",
        "text": "More\n\nTwelve people were wounded at the ford, captain Ida Renn told CPS.\n\n"
        "Nine fighters died, Arn Holt said on Tuesday.\n\n"
        "The Hill Front controls Teldu, its commander Rolf Tann said.",
    },
    {
        "date": "2031-03-05",
        "publisher": "Hill Radio",
        "text": "Later\n\nThe Harbour Guard controls Teldu, captain Ida Renn said.\n\n"
        "The old mill burned down on purpose, a miller said.\n\n"
        "The granary was set on fire, farmer Lotte Hain said.",
    },
)


@pytest.fixture
def ford(fed):
    return fed(*FORD)


@pytest.fixture
def sluice(fed):
    return fed(*REPORTS.values())


def told(snapshot):
    """For each question the words of each answer's statements, in their order."""
    return {
        matter.question: [_words(snapshot, position) for position in matter.positions] for matter in snapshot.matters()
    }


def _words(snapshot, position):
    by_id = {entry.id: entry.words.strip('“”" ,.') for entry in snapshot.statements(ids=position.statements)}
    return [by_id[one] for one in position.statements]


def on(snapshot, question):
    [found] = [matter for matter in snapshot.matters() if question in matter.question]
    return found


def exported(record, table):
    with TemporaryDirectory() as folder:
        [file] = [file for file in record.export(folder) if file.stem == table]
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_before_anybody_ruled(ford):
    found = told(ford)
    assert found["Where is Jon Vesk?"] == [
        ["Jon Vesk has left Teldu"],
        ["The harbour master of Teldu has left the town"],
    ]
    assert found["How many were killed?"] == [
        ["Nine people were killed at the ford", "Twelve people were wounded at the ford", "Nine fighters died"],
        ["Seven soldiers were killed at the ford"],
    ]
    assert not any("Vesk is in Kelm" in words for answers in found.values() for words in answers)


def test_a_statement_that_bears_on_no_matter_comes_to_that_of_another(ford):
    rule(ford, SAME, "Vesk is in Kelm", "Jon Vesk has left")
    where = on(ford, "Where is Jon Vesk?")
    [kelm] = [position for position in where.positions if _words(ford, position) == ["Vesk is in Kelm"]]
    assert kelm.held_by == (ford.source("Sven Arl").id,)
    assert kelm.backing.origins == 1
    assert len(where.positions) == 3


def test_two_that_bear_on_none_make_a_matter(sluice):
    rule(sluice, SAME, "the captain", "claim is false")
    made = on(sluice, "claim is false")
    assert [_words(sluice, one) for one in made.positions] == [
        ["Councillor Mara Stoll's claim is false"],
        ["the captain"],
    ]


def test_of_two_on_one_matter_the_later_leaves_for_one_of_its_own(ford):
    before = on(ford, "Where is Jon Vesk?")
    rule(ford, OTHER, "harbour master", "Jon Vesk has left")
    found = told(ford)
    assert found["Where is Jon Vesk?"] == [["Jon Vesk has left Teldu"]]
    own = "Is it so: “The harbour master of Teldu has left the town”?"
    assert found[own] == [["The harbour master of Teldu has left the town"]]
    assert on(ford, "Where is Jon Vesk?").positions == before.positions[:1]
    assert ford.matters(1).total == len(found)
    assert list(found).index("How many were killed?") < list(found).index(own)  # nobody else speaks on it


def test_what_leaves_one_matter_and_is_told_on_another_makes_none_of_its_own(ford):
    questions = set(told(ford))
    rule(ford, OTHER, "Nine people were killed", "Twelve people were wounded")
    assert set(told(ford)) == questions
    assert told(ford)["How many were injured?"] == [["Twelve people were wounded at the ford"]]
    [nine, seven] = told(ford)["How many were killed?"]
    assert nine == ["Nine people were killed at the ford", "Nine fighters died"]
    assert seven == ["Seven soldiers were killed at the ford"]


def test_what_leaves_one_matter_moves_to_that_with_which_it_is_tied(sluice):
    rule(sluice, OTHER, "Nine people", "opened after all")
    rule(sluice, SAME, "opened after all", "stayed shut")
    found = told(sluice)
    assert found["How many were killed?"] == [
        ["Four people were killed by the water"],
        ["Seven people were killed by the water"],
        ["Nine people were killed by the water"],
    ]
    assert ["the upper sluice had been opened after all"] in found[
        "Is it so: “The upper sluice was opened without any warning”?"
    ]


def test_declared_questions_of_two_relations_are_one_and_the_first_leads(ford):
    toll, office = on(ford, "killed?"), on(ford, "Oda Brandt")
    before = told(ford)
    rule(ford, SAME, "Brandt resigned", "Seven soldiers")
    found = told(ford)
    assert "Did Oda Brandt leave or take office?" not in found
    both = found["How many were killed?"]
    assert sorted(both) == sorted(before["How many were killed?"] + before["Did Oda Brandt leave or take office?"])
    merged = on(ford, "killed?")
    assert merged.id == toll.id == ford.matter(office.id).id  # an address that was shared leads to it
    assert {one.id for one in toll.positions} <= {one.id for one in merged.positions}
    assert merged.disputes == toll.disputes  # to resign says nothing against nine


def test_a_declared_question_leads_a_free_one(ford):
    rule(ford, SAME, "old mill", "Harbour Guard controls")
    rule(ford, SAME, "granary", "Jon Vesk has left")  # it stands on the mill's
    found = told(ford)
    assert "Is it so: “The old mill burned down on purpose”?" not in found
    assert ["The Hill Front controls Teldu"] in found["Where is Jon Vesk?"]  # answered before the other one
    assert "Who controls Teldu?" not in found
    assert on(ford, "Where is").disputes  # Front or Guard, as before


def test_of_free_questions_the_first_leads(sluice):
    sluice_id, barges_id = on(sluice, "sluice").id, on(sluice, "barges").id
    assert on(sluice, "sluice").positions[0].since.end < on(sluice, "barges").positions[0].since.end
    rule(sluice, SAME, "opened by mistake", "timber and no gravel")
    assert sluice.matter(sluice_id) == sluice.matter(barges_id)
    assert sluice.matter(barges_id).question == on(sluice, "sluice").question
    answers = told(sluice)[on(sluice, "sluice").question]
    assert ["The upper sluice was opened by mistake"] in answers
    assert any("The barges carried timber and no gravel" in words for words in answers)


def test_one_position_of_two(ford):
    before = on(ford, "killed?")
    seven = before.positions[1]
    rule(ford, ONE, "Seven soldiers", "Nine people were killed")
    found = on(ford, "killed?")
    [only] = found.positions
    assert only.id == before.positions[0].id
    assert only.answer == "9"
    assert set(only.statements) == {*before.positions[0].statements, *seven.statements}
    assert set(only.held_by) == {*before.positions[0].held_by, *seven.held_by}
    assert before.disputes
    assert not found.disputes
    assert not {row["from"] for row in exported(ford, "links") if row["kind"] == "disputes"} & set(only.statements)


def test_two_positions_of_one(ford):
    before = on(ford, "killed?")
    rule(ford, TWO, "Nine people were killed", "Nine fighters")
    found = on(ford, "killed?")
    assert [_words(ford, one) for one in found.positions] == [
        ["Nine people were killed at the ford", "Twelve people were wounded at the ford"],
        ["Seven soldiers were killed at the ford"],
        ["Nine fighters died"],
    ]
    assert [one.id for one in found.positions[:2]] == [one.id for one in before.positions]
    assert found.positions[2].answer == "“Nine fighters died”"
    ids = [one.id for one in found.positions]
    assert {frozenset(pair) for pair in found.disputes} >= {frozenset(ids[:2])}
    assert frozenset((ids[0], ids[2])) not in {frozenset(pair) for pair in found.disputes}  # a ruling is no dispute
    assert [one.position for one in ford.backed(found.id)] == ids


def test_what_leaves_a_position_takes_along_what_is_tied_to_it(sluice):
    gravel = next(e for e in sluice.statements() if "nothing but gravel" in e.words)
    timber = [e for e in sluice.statements() if "timber" in e.words]
    places = [one.statement.extent for one in (gravel, *timber)]
    keep(sluice, [ruled(TWO, places[0], places[2]), ruled(ONE, places[1], places[2])])
    answers = next(answers for question, answers in told(sluice).items() if "barges" in question)
    assert sorted(map(set, answers), key=len) == [
        {"The barges carried nothing but gravel"},
        {"The barges carried timber", "The barges carried timber and no gravel"},
    ]


def test_two_that_hold_one_position_are_brought_to_one_matter(ford):
    rule(ford, ONE, "Vesk is in Kelm", "harbour master")
    [left, gone] = on(ford, "Where is Jon Vesk?").positions
    assert set(_words(ford, gone)) == {"Vesk is in Kelm", "The harbour master of Teldu has left the town"}
    assert left.answer == "left"
    assert gone.statements == on(ford.as_of("2031-03-03"), "Where is Jon Vesk?").positions[1].statements


def test_who_changed_their_story_follows(fed):
    record = fed(
        {"date": "2031-03-02", "text": "The Hill Front controls Teldu, its commander Rolf Tann said on Sunday."},
        {"date": "2031-03-05", "text": "The Harbour Guard controls Kelm, commander Rolf Tann said on Wednesday."},
    )
    assert not record.turns(on(record, "Teldu").id).shifts
    rule(record, SAME, "Harbour Guard", "Hill Front")
    [shift] = record.turns(on(record, "Teldu").id).shifts
    assert (shift.before.answer, shift.after.answer) == ("all: Hill Front", "all: Harbour Guard")
    assert [one.kind for one in record.as_of("2031-03-05").changes("2031-03-05") if one.before] == ["shift"]
    [link] = [row for row in exported(record, "links") if row["kind"] == "disputes"]
    assert link["ground"] == "all against all: control"
    assert not record.discrepancies(on(record, "Teldu").id)
    rule(record, ONE, "Harbour Guard", "Hill Front")
    assert not record.turns(on(record, "Teldu").id).shifts
    [days] = record.discrepancies(on(record, "Teldu").id)  # of what is one answer now
    assert [version.value for version in days.values] == ["2031-03-02", "2031-03-05"]
    assert not [row for row in exported(record, "links") if row["kind"] == "disputes"]


def test_what_is_asked_and_what_is_new_follow(ford):
    toll = on(ford, "killed?").id
    rule(ford, SAME, "Brandt resigned", "Seven soldiers")
    [asked] = ford.ask("Did Oda Brandt resign?").matters
    assert asked.id == toll
    rule(ford, SAME, "Vesk is in Kelm", "Brandt resigned")
    fresh = {(one.kind, one.id, one.answer) for one in ford.as_of("2031-03-03").changes("2031-03-03") if one.answer}
    assert ("new position", toll, "“Vesk is in Kelm”") in fresh


def test_two_matters_are_made_one_by_statements_that_stand_for_them(ford):
    ids = [one.id for one in ford.matters()]
    for one, other in pairwise(ids):
        made = ford.same_matter(one, other, who="Per", why="one question")
        assert ford.matter(one) == ford.matter(other)
        assert len(list(ford.matters())) == len(ids) - 1
        ford.undo(made.id, who="Per", why="to try the next")
    assert [one.id for one in ford.matters()] == ids


def test_matters_that_were_joined_can_be_joined_to_others(ford):
    first, second, third = [one.id for one in ford.matters()][:3]
    ford.same_matter(first, second, who="Per", why="one question")
    ford.same_matter(third, second, who="Per", why="one question")
    assert ford.matter(first) == ford.matter(second) == ford.matter(third)
    with pytest.raises(BadArgument, match="one matter already"):
        ford.same_matter(first, third, who="Per", why="one question")
    with pytest.raises(NotFound, match="no matter"):
        ford.same_matter(first, "ma-none", who="Per", why="one question")


def test_what_left_a_matter_is_found_by_what_is_asked_of_it(sluice):
    barges = on(sluice, "barges").id
    gravel = next(entry.id for entry in sluice.statements() if "nothing but gravel" in entry.words)
    timber = [entry.id for entry in sluice.statements() if "timber" in entry.words]
    sluice.same_matter(*timber, who="Per", why="both say timber")
    sluice.not_same_matter(gravel, timber[1], who="Per", why="another cargo")
    [asked] = sluice.ask("Did the barges carry timber?").matters
    assert set(asked.positions[0].statements) == set(timber)
    [asked] = sluice.ask("Did the barges carry gravel?").matters
    assert asked.id == barges


def test_a_ruling_about_a_later_report_has_no_effect(ford):
    before = told(ford.as_of("2031-03-04"))
    rule(ford, SAME, "Nine people were killed", "Harbour Guard controls")
    rule(ford, ONE, "Seven soldiers", "granary")
    assert told(ford.as_of("2031-03-04")) == before
    assert told(ford) != before


def test_a_ruling_on_what_was_rejected_or_is_not_there_has_no_effect(ford):
    rejected = next(entry for entry in ford.statements() if "Vesk is in Kelm" in entry.words)
    before = told(ford)
    made_of = rule(ford, SAME, "Vesk is in Kelm", "Jon Vesk has left")
    assert told(ford) != before
    ford.reject(rejected.id, who="Per", why="misread")
    assert told(ford) == before
    assert made_of.id in {one.id for one in ford.judgements()}


def test_a_ruling_on_two_that_are_together_or_apart_anyway_changes_nothing(ford):
    before = list(ford.matters())
    rule(ford, SAME, "Nine people were killed", "Seven soldiers")
    rule(ford, OTHER, "Hill Front controls", "Brandt resigned")
    rule(ford, ONE, "Nine people were killed", "Nine fighters")
    rule(ford, TWO, "Nine people were killed", "Seven soldiers")
    assert list(ford.matters()) == before


def test_an_id_that_no_matter_has_is_not_found(ford):
    rule(ford, SAME, "Brandt resigned", "Seven soldiers")
    with pytest.raises(NotFound, match="no matter"):
        ford.matter("ma-none")
    assert ford.matter("ma-ee").question == "How many were killed?"


def test_where_two_people_disagree_neither_ruling_counts(ford):
    before = list(ford.matters())
    rule(ford, SAME, "Vesk is in Kelm", "Jon Vesk has left")
    assert list(ford.matters()) != before
    rule(ford, OTHER, "Jon Vesk has left", "Vesk is in Kelm", who="Per Lund")
    assert list(ford.matters()) == before
    assert {one.state for one in ford.judged()} == {State.CONTESTED}


def clipped(report):
    """A reader that ends statements a letter earlier, so that every id is another."""
    reading = read(report)
    return replace(reading, reader="clipped", statements=tuple(map(_clipped, reading.statements)))


def _clipped(statement):
    *before, last = statement.content
    content = (*before, replace(last, end=last.end - 1))
    return replace(statement, id=statement_id(statement.report, content, statement.cue), content=content, answers=())


def test_rulings_outlast_a_reading_with_other_bounds(ford):
    rule(ford, SAME, "Vesk is in Kelm", "Jon Vesk has left")
    rule(ford, TWO, "Nine people were killed", "Nine fighters")
    before = told(ford)
    ids = {entry.id for entry in ford.statements()}
    assert sum(1 for _ in reread(ford._store, clipped)) == len(FORD)  # noqa: SLF001 - with a reader of the test's own
    ford._forget()  # noqa: SLF001
    assert not ids & {entry.id for entry in ford.statements()}
    clipped_before = [[[words[:-1] for words in some] for some in answers] for answers in before.values()]
    assert list(told(ford).values()) == clipped_before
    assert {one.state for one in ford.judged()} == {State.APPLIED}
