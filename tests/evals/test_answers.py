"""What records answer as of a day: nothing from later reports, and on the seeds at least half of what is known."""

import pytest
from evals.answers import answers
from evals.story import stories

STORIES = {story.name: story for story in stories()}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_no_answer_rests_on_a_later_report(story):
    if not story.here:
        pytest.skip(f"{story.name} is not here")
    found = answers(story)
    assert found
    assert [one.late for one in found if one.late] == []


def test_at_least_half_of_the_positions_are_there_on_the_seeds():
    if not STORIES["seeds"].here:
        pytest.skip("the seeds are not here")
    found = answers(STORIES["seeds"])
    listed = sum(len(one.verdicts) for one in found)
    assert sum(one.there for one in found) >= listed / 2
