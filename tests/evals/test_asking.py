"""Questions of ledgers, asked of the story that ships: its own, and another's."""

from evals.asking import asked
from evals.story import chosen


def test_a_story_answers_its_own_questions_and_not_those_of_another():
    [demo], [departure] = chosen(["demo"]), chosen(["departure"])
    found = asked(demo, [departure])
    assert set(found.own.values()) == {True, False}  # what is missed is told as missed
    assert found.own["Where is Joran Velk?"]
    assert found.others
    assert sum(found.others.values()) < sum(found.own.values())
