"""Our own stories: their form, and what is read from them."""

import pytest
from training.stories import AGAINST, FOLDER, OTHER, SAME, UNRELATED, stories, story

TEXT = """
story: The tram that rolled into the harbour of Ulvsund
questions:
  driver:
    asks: Was anyone at the controls?
    answers: {yes: somebody was, no: nobody was, 12: twelve people were}
    excludes: [[yes, no]]
  brake:
    asks: Did the brake hold?
    answers: {held: it held, worn: it was worn}
    limits: [[worn, held]]
reports:
- title: Tram ends in harbour
  outlet: Ulvsund Dagblad
  day: 1
  statements:
  - "“[The cab was empty],” said Britt Aslaksen, “[nobody sat there].” | driver.no"
  - "[Not so], the company replied. | driver.yes"
  - "[The brake held until Wednesday], it said, [and a driver was there]. | brake.held driver.yes"
  - "[A pad had worn through]: inspector | brake.worn"
  - "Gulls [watched]. |"
"""


def test_contents_stand_in_brackets_and_what_is_around_them_tells():
    first, second, *_ = story("tram", TEXT).statements
    assert first.wording.content == "The cab was empty nobody sat there"
    assert first.wording.told == "“ ,” said Britt Aslaksen, “ .”"
    assert (second.wording.before, second.wording.title) == (first.wording.content, "Tram ends in harbour")


def test_yes_and_no_are_words():
    assert story("tram", TEXT).statements[0].answers == {("driver", "no")}


def test_how_statements_stand_to_each_other():
    found = story("tram", TEXT)
    empty, not_so, held, worn, gulls = found.statements
    assert found.stance(empty, not_so) == AGAINST
    assert found.stance(not_so, held) == SAME
    assert found.stance(held, worn) == OTHER
    assert found.stance(empty, worn) == found.stance(empty, gulls) == UNRELATED


def test_an_answer_that_no_question_has_is_a_mistake():
    with pytest.raises(ValueError, match=r"tram: no question has brake\.lost"):
        story("tram", TEXT.replace("brake.worn", "brake.lost"))


def test_every_story_is_read_and_every_question_is_answered():
    for told in stories():
        answered = {question for one in told.statements for question in one.questions}
        assert answered == set(told.questions), told.name


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_brackets_are_in_pairs(path):
    lines = [line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith('- "') and "|" in line]
    assert lines
    for line in lines:
        assert line.count("[") == line.count("]") > 0, line
