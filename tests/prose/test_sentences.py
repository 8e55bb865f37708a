from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import Record
from onrecord.prose.pieces import plain
from onrecord.prose.sentences import adds_none, answered, grounds, in_short, rests_on, said
from onrecord.prose.telling import fell, news, revised, shifted, stands
from onrecord.record.matter import Link, Tie
from onrecord.record.origin import Backing, Behind, Dependent
from onrecord.record.report import Fate, Standing, Status
from onrecord.record.when import UNKNOWN, When

YEAR = 2031


@pytest.fixture(scope="module")
def matter(record):
    return record.ask("Who controls Orvane?").matters[0]


def told(record, words):
    [entry] = [entry for entry in record.statements() if words in entry.words]
    return plain(said(entry, YEAR))


def test_who_said_it_how_when_and_where_it_is_reported(record):
    assert told(record, "has captured") == "Tilde Brask said, in a tweet on 1 May, as reported by Varn Courier on 2 May"
    assert told(record, "Nobody touched") == (
        "Per Lund said, at a press conference on 2 May, as reported by Varn Courier the same day"
    )


def test_an_act_has_its_verb_and_a_chain_says_on_whose_word(record):
    assert told(record, "Guard controlled") == "Joost Kell denied, as reported by Teldu Gazette on 4 May"
    assert (
        told(record, "the mill") == "Joost Kell said, according to Hill Agency, as reported by Teldu Gazette on 4 May"
    )


def test_the_year_stands_there_where_it_does_not_go_without_saying(record):
    [entry] = [entry for entry in record.statements() if "has captured" in entry.words]
    assert plain(said(entry)).endswith("on 1 May 2031, as reported by Varn Courier on 2 May 2031")


def test_a_report_whose_outlet_is_not_known_is_named_by_its_file(record):
    [entry] = [entry for entry in record.statements() if "has captured" in entry.words]
    listing = replace(entry.report, outlet="", file="07.txt", published=UNKNOWN)
    assert plain(said(replace(entry, report=listing), YEAR)).endswith("as reported in 07.txt (undated)")


def test_what_an_outlet_says_itself_is_its_own_voice(record):
    [entry] = [entry for entry in record.statements() if "has captured" in entry.words]
    itself = replace(entry.chain[0], name="Varn Courier")
    assert plain(said(replace(entry, chain=(itself,)), YEAR)) == "Varn Courier reports on 2 May in its own voice"


def test_an_answer_names_who_gives_it_since_when_and_on_how_much(record, matter):
    clauses = [plain(answered(record, position, YEAR)) for position in matter.positions]
    assert clauses[0] == (
        "Salt Guard, all of it by rumours and Tilde Brask since 1 May (one independent origin, two reports)"
    )


def test_labels_read_as_people_say_them():
    assert in_short("all: Salt Guard") == "Salt Guard, all of it"
    assert in_short("entered: Salt Guard") == "Salt Guard (entered)"
    assert in_short("“they said: go”") == "“they said: go”"
    assert in_short("left") == "left"


def test_what_stands_behind_is_counted_in_grammar():
    assert rests_on(Backing(1, 1, 1)) == "One report carries it."
    assert rests_on(Backing(1, 2, 2)) == "One independent origin stands behind it, in two reports by two outlets."
    assert rests_on(Backing(3, 14, 0)) == "Three independent origins stand behind it, in 14 reports."
    none = Behind((), (Dependent("st-1", "nobody is named"), Dependent("st-2", "nobody is named")), (), ())
    assert adds_none(none) == "Two more statements add no origin: nobody is named."
    assert adds_none(replace(none, dependent=())) == ""


def test_each_ground_is_told_once_and_the_learned_one_says_so():
    links = [
        Link(Tie.DISPUTES, "st-1", "st-2", "the words of both, as the encoder reads them", 0.7),
        Link(Tie.DISPUTES, "st-3", "st-4", "all against all: control"),
        Link(Tie.DISPUTES, "st-5", "st-6", "all against none: control"),
        Link(Tie.UPDATES, "st-7", "st-8", "amount against amount: toll"),
    ]
    assert grounds(links) == [
        "the answers exclude each other, by the rule for this question",
        "their words seem to contradict each other, by the encoder",
    ]


def test_who_changed_their_story_is_told_with_days_and_reports(record, matter):
    [shift] = record.turns(matter.id).shifts
    assert plain(shifted(record, shift, YEAR)) == (
        "Tilde Brask gave the answer Salt Guard, all of it on 1 May, as reported by Varn Courier; then Tilde Brask gave "
        "the answer not Salt Guard, all of it on 4 May, as reported by Teldu Gazette."
    )


def test_whatever_is_new_names_somebody(record):
    sentences = [plain(news(record, one, YEAR)) for one in record.changes("2031-05-03")]
    names = ("Tilde Brask", "Joost Kell", "Rumours", "Teldu Gazette", "Hill Radio", "Somebody")
    assert len(sentences) >= 5
    assert [one for one in sentences if not one.startswith(names)] == []


def test_a_withdrawal_says_whose_word_it_is(record):
    report = next(iter(record.reports()))
    by_report = Fate(Status.WITHDRAWN, When.on(report.published.start), "", report.id, None)
    nobody = Fate(Status.CORRECTED, UNKNOWN, "", None, None, then=(by_report,))
    assert plain(fell(record, [by_report], YEAR)) == "withdrawn on 2 May, says Varn Courier"
    assert plain(fell(record, [nobody], YEAR)) == (
        "corrected on a day not told, says an outlet that is not named, though that was itself withdrawn on 2 May, says "
        "Varn Courier"
    )


def test_an_answer_that_rests_on_withdrawn_reports_says_so():
    fate = Fate(Status.WITHDRAWN, UNKNOWN, "Hill Radio", None, None)
    day = When.on(When.month(YEAR, 5).start)
    alone = Standing(1, (("st-1", fate),), (), day, ("Hill Radio",))
    assert plain(stands(alone, YEAR)) == "Since 1 May, it rests on withdrawn reports alone, says Hill Radio."
    part = Standing(3, (("st-1", fate),), (), UNKNOWN, ("Hill Radio", "Varn Courier"))
    assert plain(stands(part, YEAR)) == (
        "Of its three statements, one rests on a withdrawn report, say Hill Radio and Varn Courier."
    )
    assert stands(Standing(3, (), (), UNKNOWN, ()), YEAR) == ()


def test_a_correction_is_told_with_the_report_that_brings_it(told_of):
    record = told_of
    [one] = record.revisions()
    one = replace(one, since=When.month(YEAR, 6))
    assert plain(revised(one, YEAR)) == (
        "“Mill burns”, published by Varn Courier on 2 May, was withdrawn in June, says Ida Renn."
    )


@pytest.fixture
def told_of(tmp_path):
    row = '{"date": "2031-05-02", "publisher": "Varn Courier", "title": "Mill burns", "text": "The mill burns, Ida Renn said."}'
    (tmp_path / "feed.jsonl").write_text(row, encoding="utf-8")
    with Record.open(tmp_path / "mill.onrecord") as opened:
        opened.add_all(tmp_path / "feed.jsonl", jobs=1)
        [report] = opened.reports()
        opened.withdraw(report.id, who="Ida Renn", why="its editor told us")
        yield opened
