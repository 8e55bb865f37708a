from __future__ import annotations

import pytest

from onrecord.errors import NotFound

GUARD = ("2024-05-06", "The Salt Guard said on Monday that its fighters had captured the town of Orvane.")
MAYOR = ("2024-05-07", "Mayor Tilde Brask said on Tuesday that the Salt Guard did not control Orvane.")
YIELDS = ("2024-05-09", "Mayor Tilde Brask said on Thursday that the Salt Guard had captured Orvane.")
MUTE = (
    "2024-05-08",
    "The Salt Guard said on Wednesday that it had captured Orvane. Joost Kell, the governor, declined to say whether its men were there.",
)


def matter(record):
    return record.ask("Who controls Orvane?").matters[0].id


def named(record, given):
    return record.who(given.source).name, given.answer, given.day.isoformat()


def test_who_gives_another_answer_on_a_later_day_changed_their_story(told):
    record = told(GUARD, MAYOR, YIELDS)
    [shift] = record.turns(matter(record)).shifts
    assert named(record, shift.before) == ("Tilde Brask", "not all: Salt Guard", "2024-05-07")
    assert named(record, shift.after) == ("Tilde Brask", "all: Salt Guard", "2024-05-09")


def test_as_of_a_day_before_it_nobody_had(told):
    record = told(GUARD, MAYOR, YIELDS).as_of("2024-05-08")
    assert record.turns(matter(record)).shifts == ()


def test_the_same_answer_again_is_no_change(told):
    record = told(GUARD, MAYOR, ("2024-05-10", GUARD[1].replace("Monday", "Friday")))
    assert record.turns(matter(record)).shifts == ()


def test_raised_figures_are_no_change_of_story_and_lowered_ones_are(told):
    def toll(day, number, weekday):
        return day, f"Ida Renn, the fire chief, said on {weekday} that {number} people were killed in the fire."

    up = told(toll("2024-05-06", "six", "Monday"), toll("2024-05-07", "nine", "Tuesday"))
    down = told(toll("2024-05-06", "nine", "Monday"), toll("2024-05-07", "six", "Tuesday"))
    asked = "How many people were killed?"
    assert up.turns(up.ask(asked).matters[0].id).shifts == ()
    [shift] = down.turns(down.ask(asked).matters[0].id).shifts
    assert (shift.before.answer, shift.after.answer) == ("9", "6")


def test_a_figure_that_was_rejected_is_no_figure_that_was_given(told):
    record = told(
        ("2024-05-06", "Ida Renn, the fire chief, denied on Monday that 30 people were killed in the fire."),
        ("2024-05-07", "Ida Renn, the fire chief, said on Tuesday that six people were killed in the fire."),
    )
    assert record.turns(record.ask("How many people were killed?").matters[0].id).shifts == ()


def test_whoever_said_nothing_since_a_denial_has_not_answered(told):
    record = told(GUARD, MAYOR)
    assert [named(record, one)[0] for one in record.turns(matter(record)).unanswered] == ["Salt Guard"]
    answered = told(GUARD, MAYOR, MUTE)
    assert "Salt Guard" not in {named(answered, one)[0] for one in answered.turns(matter(answered)).unanswered}


def test_whoever_would_not_speak_right_after_a_statement_declined(told):
    record = told(GUARD, MAYOR, MUTE)
    assert [entry.speaker for entry in record.turns(matter(record)).declined] == ["Joost Kell"]
    assert record.as_of("2024-05-07").turns(matter(record)).declined == ()


def test_a_matter_that_is_none_is_not_found(told):
    with pytest.raises(NotFound):
        told(GUARD).turns("ma-0000000000")
