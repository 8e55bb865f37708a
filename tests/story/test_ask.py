from __future__ import annotations

TELDU = (
    ("2024-03-11", "The Harbour Guard said on Monday that its fighters had captured the town of Teldu."),
    ("2024-03-12", "Mayor Per Lund told reporters on Tuesday that the Harbour Guard did not control Teldu."),
    (
        "2024-03-13",
        "The Harbour Guard said in a statement that Per Lund had fled to Varn. Lund said the market was open.",
    ),
)


def answers(record, question):
    [matter] = record.ask(question).matters
    return {record.who(one).name for position in matter.positions for one in position.held_by}


def test_a_question_finds_its_matter_with_both_sides(told):
    record = told(*TELDU)
    assert {"Harbour Guard", "Per Lund"} <= answers(record, "Who controls Teldu?")
    [matter] = record.ask("Who holds Teldu?").matters
    assert matter.disputes


def test_a_question_as_of_a_day_knows_nothing_of_later_answers(told):
    record = told(*TELDU)
    assert answers(record.as_of("2024-03-11"), "Who controls Teldu?") == {"Harbour Guard"}
    assert record.as_of("2024-03-12").ask("Where is Per Lund?").nothing
    [where] = record.ask("Did Lund flee?").matters
    [left] = [place for place in where.positions if place.answer == "left"]
    assert [record.who(one).name for one in left.held_by] == ["Harbour Guard"]


def test_where_nothing_answers_it_says_so(told):
    record = told(*TELDU)
    assert record.ask("Who won the cup?").nothing
    assert record.ask("").nothing


def test_what_somebody_says_is_what_they_said(told):
    record = told(*TELDU)
    said = record.ask("What does Per Lund say about the market?").said
    assert [entry.words for entry in said] == ["the market was open"]
