from __future__ import annotations

from datetime import date

import pytest

from onrecord.story.questions import understood

PIER = (
    (
        "2024-06-03",
        "The town of Hask woke on Monday to a closed pier. The Pilots' Union said that the pier was closed for good.",
    ),
    ("2024-06-04", "Harbour master Lise Orm said on Tuesday that the pier in Hask would open again in autumn."),
    (
        "2024-06-05",
        "Ebbe Tarn, the mayor of Hask, was arrested on Wednesday, police said. Lise Orm denied that Ebbe Tarn had been arrested. The union's spokesman, Arvid Lohm, said on Wednesday that Ebbe Tarn had fled to Varn.",
    ),
)
TODAY = date(2024, 6, 20)


@pytest.mark.parametrize(
    ("question", "text", "day", "as_of"),
    [
        ("Where is Ebbe Tarn as of 5 June?", "Where is Ebbe Tarn?", None, date(2024, 6, 5)),
        ("Where is Ebbe Tarn, as of 2024-06-05?", "Where is Ebbe Tarn?", None, date(2024, 6, 5)),
        ("Who held the pier on 4 June?", "Who held the pier?", date(2024, 6, 4), None),
        ("How many died in the fire of 4 June?", "How many died in the fire of 4 June?", None, None),
    ],
)
def test_a_day_narrows_only_where_it_is_asked_of(question, text, day, as_of):
    asked = understood(question, TODAY)
    assert (asked.text, asked.day, asked.as_of) == (text, day, as_of)


@pytest.mark.parametrize(
    ("question", "side", "words"),
    [
        ("What does the Pilots' Union say about the pier?", "the Pilots' Union", True),
        ("According to Lise Orm, where is Ebbe Tarn?", "Lise Orm", False),
        ("Where is Ebbe Tarn, according to Lise Orm?", "Lise Orm", False),
        ("Where is Ebbe Tarn?", "", False),
    ],
)
def test_a_side_is_asked_for_by_name(question, side, words):
    asked = understood(question, TODAY)
    assert (asked.side, asked.words) == (side, words)


def holders(record, answered):
    return {record.who(one).name for matter in answered.matters for place in matter.positions for one in place.held_by}


def test_a_side_gets_its_answers_alone(told):
    record = told(*PIER)
    assert {"Lise Orm"} < holders(record, record.ask("Was Ebbe Tarn arrested?"))
    alone = record.ask("Was Ebbe Tarn arrested, according to Lise Orm?")
    assert holders(record, alone) == {"Lise Orm"}
    assert alone.narrowed == ("said by Lise Orm",)
    assert record.ask("Was Ebbe Tarn arrested, according to Nils Ravn?").nothing


def test_a_day_that_is_named_is_the_day_as_of_which_it_is_answered(told):
    record = told(*PIER)
    later = record.ask("Was Ebbe Tarn arrested as of 5 June 2024?")
    assert later.matters
    assert later.as_of == date(2024, 6, 5)
    assert record.ask("Was Ebbe Tarn arrested as of 4 June 2024?").nothing
    assert record.as_of("2024-06-04").ask("Was Ebbe Tarn arrested as of 5 June 2024?").nothing


def test_what_was_said_on_a_day_is_told_alone(told):
    record = told(*PIER, ("2024-06-08", "Police said on Saturday that Ebbe Tarn had been arrested at the border."))
    answered = record.ask("Was Ebbe Tarn arrested on 8 June?")
    assert answered.narrowed == ("said on 2024-06-08",)
    days = {
        record.statements(ids=place.statements)[0].report.published.start for place in answered.matters[0].positions
    }
    assert days == {date(2024, 6, 8)}


@pytest.mark.parametrize(
    ("question", "favour", "against"),
    [("Was Ebbe Tarn arrested?", "held", "free"), ("Did Ebbe Tarn flee?", "left", None)],
)
def test_a_claim_is_answered_with_for_and_against(told, question, favour, against):
    answered = told(*PIER).ask(question)
    ways = {
        place.answer: answered.verdicts[place.id].value for matter in answered.matters for place in matter.positions
    }
    assert ways[favour] == "for"
    assert against is None or ways[against] == "against"


def test_any_other_question_has_no_for_and_against(told):
    assert told(*PIER).ask("Where is Ebbe Tarn?").verdicts == {}
