"""The measure of dates, on a TimeML document of our own."""

import sys
from datetime import date

import pytest
from evals import dates
from evals.timeml import Mark, documents

from onrecord.record.when import When

BODY = """<?xml version="1.0" ?>
<TimeML>
<DOCID>lock</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-15T08:00" functionInDocument="CREATION_TIME">15 May</TIMEX3></DCT>
<TEXT>The lock <EVENT eid="e1">broke</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-05-13">Monday</TIMEX3> &amp; took
<TIMEX3 tid="t2" type="DURATION" value="P3D">some three <EVENT eid="e2">days</EVENT></TIMEX3> to mend, after
<TIMEX3 tid="t3" type="DATE" value="2021">the big flood</TIMEX3>. It has leaked since <TIMEX3 tid="t4" type="DATE"
value="2024-04">3 April</TIMEX3>, sometimes daily.</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lock.tml").write_text(BODY, "utf-8")
    return tmp_path


@pytest.fixture
def document(folder):
    (document,) = documents(folder)
    return document


def test_a_document_is_its_text_its_day_and_its_marks(document):
    assert document.written == When.on(date(2024, 5, 15))
    assert [document.text[mark.start : mark.end] for mark in document.marks] == [
        "Monday", "some three days", "the big flood", "3 April",
    ]  # fmt: skip
    assert (document.marks[1].kind, document.marks[1].value) == ("DURATION", "P3D")


def test_the_figures_are_those_of_the_pairs(document):
    score = dates.Score.of(dates.pairs(document.marks, dates.found(document)))
    # found: Monday, some three days, 3 April (another value), daily (surplus); the flood is missed
    assert (score.gold, score.system, score.relaxed, score.strict, score.value, score.kind) == (4, 4, 3, 3, 2, 3)
    assert score.f1(score.value) == 50.0


def marks(*places):
    return [Mark(start, end, "DATE", "") for start, end in places]


@pytest.mark.parametrize(
    ("gold", "system", "both"),
    [
        ([(0, 5)], [(3, 9)], 1),
        ([(0, 5)], [(5, 9)], 0),
        ([(0, 9)], [(0, 2), (4, 6)], 1),  # one with each at most
        ([(0, 3), (4, 9)], [(2, 5)], 1),
        ([(0, 3), (4, 9)], [(1, 2), (3, 5)], 2),
        ([], [(1, 2)], 0),
    ],
)
def test_expressions_pair_off_where_they_share_a_character(gold, system, both):
    paired = dates.pairs(marks(*gold), marks(*system))
    assert sum(None not in pair for pair in paired) == both
    assert len(paired) == len(gold) + len(system) - both


def test_nothing_marked_and_nothing_found_is_perfect():
    assert dates.Score.of([]).f1(0) == 100.0


def test_the_command_prints_the_figures_and_what_was_missed(folder, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["dates", str(folder), "--misses", "9"])
    assert dates.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("1 documents, 4 expressions marked, 4 found")
    assert lines[1] == "  relaxed F1 75.00, strict F1 75.00, value F1 50.00, type F1 75.00"
    assert lines[2:] == [
        "  lock.tml  the big flood = DATE 2021  |  -",
        "  lock.tml  3 April = DATE 2024-04  |  3 April = DATE 2024-04-03",
        "  lock.tml  -  |  daily = SET P1D",
    ]
