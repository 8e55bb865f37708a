from __future__ import annotations

import pytest

from onrecord.dossier.compose import compose
from onrecord.prose.pieces import plain

COUNTS = "Two Three Four Five Six Seven Eight Nine Eleven Twelve Fourteen Fifteen".split()
NAMES = "Ida Renn,Jon Vesk,Mara Stoll,Per Lund,Oda Brandt".split(",")
TOLLS = [
    {
        "date": f"2031-05-{1 + at % 20:02}",
        "publisher": f"Gazette of {name.split()[1]}",
        "text": f"{count} people were killed by the flood, captain {name} said.",
    }
    for at, count in enumerate(COUNTS)
    for name in NAMES
]


@pytest.fixture(scope="module")
def tolls(fed):
    return fed(TOLLS)


@pytest.fixture(scope="module")
def question(tolls):
    return compose(tolls, "flood", matters=1).questions[0]


def test_of_many_answers_the_first_are_told_and_the_rest_are_counted(tolls, question):
    [matter] = tolls.matters(1)
    assert len(matter.positions) >= 12
    assert len(question.answers) == 8
    assert question.more == len(matter.positions) - 8
    numbers = [answer.number for answer in question.answers]
    assert numbers == sorted(numbers)
    for answer in question.answers:
        position = matter.positions[answer.number - 1]
        assert plain(answer.label) == position.answer
        assert 0 < len(answer.quotations) <= 4
        assert answer.more == len(position.statements) - len(answer.quotations)


def test_each_source_of_an_answer_is_quoted_before_any_is_quoted_again(question):
    for answer in question.answers:
        speakers = [plain(quotation.lead).partition(" said")[0] for quotation in answer.quotations]
        assert len(speakers) == len(set(speakers))


def test_the_picture_has_every_day_and_says_who_has_no_lane(tolls, question):
    assert len(question.chart.columns) <= 12
    assert question.chart.columns[0] == "1 May"
    shown = {number for row in question.chart.rows for cell in row.cells for number in cell}
    assert shown == {answer.number for answer in question.answers}
    lanes = tolls.lanes(tolls.matters(1)[0].id)
    assert len(question.chart.rows) + question.chart.left_out == len(lanes)


def test_how_much_is_left_out_is_counted(story):
    few = compose(story, "story", matters=2)
    assert len(few.questions) == 2
    assert few.questions_more == story.matters().total - 2
    assert few.title == " ".join(one.question for one in story.matters(2))


def test_what_is_told_is_what_the_library_answers(story):
    dossier = compose(story, "story")
    for question, matter in zip(dossier.questions, story.matters(12), strict=True):
        assert question.question == matter.question
        assert question.disputed == bool(matter.disputes)
        for answer in question.answers:
            position = matter.positions[answer.number - 1]
            told = " ".join(map(plain, answer.told))
            rivals = {one for pair in matter.disputes for one in pair if position.id in pair} - {position.id}
            assert ("Disputed by" in told) == bool(rivals)
            for statement in (one.anchor for one in answer.quotations):
                assert statement in position.statements


def test_decisions_of_people_are_told_with_who_when_why_and_what_became_of_them(fed):
    text = "Ida Renn said that the mill burns.\n\nJon Vesk said that the mill stands."
    record = fed([{"date": "2031-05-02", "publisher": "Varn Courier", "text": text}])
    burns = next(entry for entry in record.statements() if "burns" in entry.words)
    rejected = record.reject(burns.id, who="Per Lund", why="no")
    record.accept(burns.id, who="Mara Stoll", why="")
    record.same_source("Ida Renn", "Jon Vesk", who="Per Lund", why="her office says so")
    day = f"{rejected.when.day} {rejected.when:%B} {rejected.when.year}"
    told = sorted(plain(one) for one in compose(record, "mill").judgements)
    assert told == [
        f"Mara Stoll accepted the statement as it was read on {day} (contested by Per Lund): “the mill burns” in report [1].",
        f"Per Lund rejected the statement on {day} (contested by Mara Stoll): “the mill burns” in report [1]. Why: “no”.",
        f"Per Lund took “Ida Renn” and “Jon Vesk” for one source on {day}. Why: “her office says so”.",
    ]


def test_what_could_not_be_read_is_told(fed):
    text = "La ministre a déclaré que le moulin brûle depuis hier soir et que personne n'est venu. " * 6
    record = fed([{"date": "2031-05-02", "publisher": "Varn Courier", "text": f"Ida Renn said it burns.\n\n{text}"}])
    problems = compose(record, "mill").problems
    assert len(problems) == len(record.problems()) > 0
