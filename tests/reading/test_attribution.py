from __future__ import annotations

import pytest
from reading.reports import contents, only, reading, sources

from onrecord.record.statement import Act, Mode


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor of Tolva said that the dam had held.", ["the dam had held"]),
        ("The mayor of Tolva said the dam had held.", ["the dam had held"]),
        ("The dam had held, the mayor of Tolva said on Friday.", ["The dam had held"]),
        ("The dam, the mayor of Tolva said, had held all night.", ["The dam|had held all night"]),
        ("The dam had held, according to two engineers.", ["The dam had held"]),
        ("According to two engineers, the dam had held.", ["the dam had held"]),
        ("Ana Brod told the Tolva Courier that the dam had held.", ["the dam had held"]),
        ("Ana Brod rejected the report and said the dam had held.", ["the report", "the dam had held"]),
        ("Ana Brod left the town, saying that the dam had held.", ["the dam had held"]),
        ("The company denied any wrongdoing.", ["any wrongdoing"]),
        ("The union called for a strike on all docks.", ["a strike on all docks"]),
        ("The union urged members to stay at home.", ["members to stay at home"]),
        ("The prosecutor accused the firm of hiding the report.", ["the firm of hiding the report"]),
        ("The minister vowed to reopen the bridge.", ["to reopen the bridge"]),
        ("The report was dismissed by the army on Friday.", ["The report"]),
        ("A poll shows that most people want a new dam.", ["most people want a new dam"]),
        ("Brod is believed to have fled the town.", ["have fled the town"]),
        ("Brod has reportedly left the town for good.", ["left the town for good"]),
        ("Rumours that Brod had drowned were rife in Tolva.", ["Brod had drowned"]),
        ("The union's claim of victory was premature.", ["victory"]),
        ("The union would not say whether the strike was over.", ["whether the strike was over"]),
        ("The dam had held, engineers said on Friday after two days of rain.", ["The dam had held"]),
        ("The dam had held, engineers said late on Friday.", ["The dam had held"]),
        ("The Tolva Union, which has offered to help, said it would wait.", ["to help", "it would wait"]),
        ("Leo Marsh, the judge who will lead the inquiry, promised a report by May.", ["a report by May"]),
        ("The union had earlier spoken of eight dead.", ["eight dead"]),
        ("The union spoke of eight dead, without naming them.", ["eight dead"]),
        (
            "Asked about a letter which Brod claims to have sent, the firm replied: “Let her show us.”",
            ["to have sent", "Let her show us."],
        ),
        ("Ana Brod, who on Monday denied that the dam leaked, left the town.", ["the dam leaked"]),
        ("The union put the number of dead at 23.", ["the number of dead at 23"]),
        ("The union stood by its account that the dam leaked.", ["the dam leaked"]),
        ("Ana Brod called it a gift to the rich.", ["it a gift to the rich"]),
        ("Ana Brod dismissed as nonsense the report on the dam.", ["nonsense the report on the dam"]),
        ("Ana Brod was adamant that the dam had held.", ["the dam had held"]),
        ("Ana Brod had no doubt that the dam had held.", ["the dam had held"]),
        ("Ana Brod is of the view that the dam had held.", ["the dam had held"]),
        ("Ana Brod made no mention of the dam.", ["the dam"]),
        (
            "Ana Brod said that the dam had held and that schools would open.",
            ["the dam had held", "schools would open"],
        ),
        ("Ana Brod said that the dam had held and that it would last.", ["the dam had held and that it would last"]),
        ("They published a memo that said the dam had failed.", ["the dam had failed"]),
        ("Brod's lawyer said that was not her view of it.", ["that was not her view of it"]),
        ("One study found most towns would lose their dams.", ["most towns would lose their dams"]),
        ("“I love dams,” Ana Brod said, but “this one has to go.”", ["I love dams,|this one has to go."]),
        (
            "Soon after declaring the strike over, the union said work would resume.",
            ["the strike over", "work would resume"],
        ),
    ],
)
def test_words_claimed(text, found):
    assert contents(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The State Department moved to a new building.",
        "The bank offered a reward of 5,000 crowns.",
        "The firm added 40 jobs in the spring.",
        "It is too soon to say.",
        "The report runs to 300 pages.",
        "Nothing happened in Tolva on Friday.",
        "The union would say more in the spring.",
        "The firm had neither built nor reported the dam.",
        "The mayor left before the town was certain that the dam held.",
    ],
)
def test_nothing_said(text):
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The firm denied the report.", Act.DENY),
        ("The firm confirmed the deal.", Act.CONFIRM),
        ("The firm pledged to pay.", Act.PROMISE),
        ("The firm urged clients to wait.", Act.ASK),
        ("The firm predicted that prices would fall.", Act.PREDICT),
        ("The firm declined to confirm the deal.", Act.DECLINE),
        ("The firm praised the rescuers.", Act.EXPRESS),
    ],
)
def test_act(text, act):
    assert only(text).act is act


def test_direct_quotation():
    text = '"The dam has held, and so have we," said Ana Brod, the mayor of Tolva.'
    statement = only(text)
    assert statement.mode is Mode.DIRECT
    assert contents(text) == ["The dam has held, and so have we,"]
    assert sources(text) == ["Ana Brod"]


def test_split_quotation_is_one_statement():
    text = "“The dam has held,” said Ana Brod. “We are all safe now.”"
    assert contents(text) == ["The dam has held,|We are all safe now."]


def test_quotation_goes_on_with_its_speaker():
    text = 'Ana Brod spoke first. "The dam has held," she said.\n\n"It will hold another year if we look after it."'
    assert sources(text) == ["Ana Brod", "Ana Brod"]


def test_unbalanced_marks_swallow_nothing():
    text = "Ana Brod admitted that “hard choices” had to be made, with water rising by the hour.” Two people left."
    assert contents(text) == ["hard choices” had to be made, with water rising by the hour"]


def test_relay_makes_a_chain():
    text = 'Ana Brod said, "The dam has held all night," Reuters reported.'
    assert only(text).chain == ("reuters", "ana brod")


def test_confirmation_relayed_makes_a_chain():
    text = "Leo Marsh disclosed that she had met Brod, who confirmed the same."
    first, second = reading(text).statements
    assert first.chain == ("leo marsh",)
    assert second.chain == ("leo marsh", "brod")


def test_agency_that_was_told_is_in_the_chain():
    assert only("Ana Brod told TNA that the dam had held.").chain == ("tna", "ana brod")


def test_verb_joined_by_and_has_the_nearest_subject():
    text = "Rios claimed victory before midnight, while her rival, Senator Jorge Paz, refused to concede and alleged fraud."
    assert contents(text) == ["victory before midnight", "fraud"]
    assert sources(text) == ["Rios", "Jorge Paz"]
