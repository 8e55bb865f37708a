from __future__ import annotations

from datetime import date

import pytest
from reading.reports import FRIDAY, UNKNOWN, only, reading

from onrecord.record.statement import Mode, Stance
from onrecord.record.when import When


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ana Brod said in a statement that the dam had held.", "statement"),
        ("Taking to Twitter, Ana Brod said the dam had held.", "tweet"),
        (
            "In an audio message on her Facebook page, Ana Brod said the dam had held.",
            "audio message on her Facebook page",
        ),
        ("Ana Brod said at a press conference in Tolva that the dam had held.", "press conference in Tolva"),
        ("Ana Brod told Reuters that the dam had held.", "to Reuters"),
        ("Ana Brod said the dam had held.", ""),
        ("In a written statement the company said the dam had held.", "written statement"),
        ("The dam had held, Ana Brod said at a morning briefing.", "morning briefing"),
        ("Ana Brod wrote on LinkedIn that the dam had held.", "LinkedIn post"),
        ("In a note to clients, Ana Brod wrote that the dam had held.", "note to clients"),
        ("“The dam has held,” said its owner, Ana Brod, in a text message to Reuters.", "text message to Reuters"),
        ("“The dam has held,” Ana Brod told Kanal 44 on Friday.", "to Kanal 44"),
        ("Ana Brod told a crowded council meeting that the dam had held.", "crowded council meeting"),
        ("Ana Brod rejected the claims through a lawyer.", "through a lawyer"),
        ("The broadcaster Kanal 44 said the dam had held.", "broadcast"),
        ("Image specialists said the dam had held.", ""),
        ("Ana Brod told the jury that the dam had held.", "to the jury (court hearing)"),
        ("Ana Brod told the court that the dam had held.", "court hearing"),
        ("A witness testified that the dam had held.", "testimony, court hearing"),
        ("Giving evidence, Ana Brod said the dam had held.", "testimony, court hearing"),
        ("Under cross-examination, Ana Brod accepted that the dam had held.", "cross-examination (court hearing)"),
        ("The jury heard that the dam had held.", "to the jury (court hearing)"),
        ("The judge ruled that the dam had held.", "ruling, court"),
        ("The indictment says the dam had held.", "indictment (court filing)"),
        ("According to court papers, the dam had held.", "court filing"),
        ("Speaking outside the court, Ana Brod said the dam had held.", "outside the court"),
        ("Answering questions in parliament, Ana Brod said the dam had held.", "parliament"),
        ("Addressing the nation, Ana Brod said the dam had held.", "address to the nation"),
        ("Briefing newsmen in Tolva, Ana Brod said the dam had held.", "briefing"),
        ("Ana Brod confirmed the leak to our correspondent.", "to our correspondent"),
        ("Leaflets dropped over Tolva said the dam had held.", "leaflet"),
        ("A handwritten note found at the gate said the dam had held.", "note"),
        ("In its report, the commission said that the dam had held.", "report"),
        ("Ana Brod said on social media that the dam had held.", "social media"),
        ("Ana Brod said in a post on X that the dam had held.", "tweet"),
        ("Ana Brod said in a voice note sent to villagers that the dam had held.", "voice note sent to villagers"),
        ("Ana Brod warned in an open letter to the prefect that the dam had cracked.", "open letter to the prefect"),
        ("The Tolva Post said the dam had held.", ""),
        ("“The dam has held,” said Ana Brod.", ""),
        ("“Has the dam held?” asked Ana Brod.", ""),
    ],
)
def test_channel(text, channel):
    assert only(text).channel == channel


def test_channel_holds_while_the_speaker_goes_on():
    text = "Taking to Twitter on Thursday, Ana Brod said the dam had held. She urged people to stay."
    assert [statement.channel for statement in reading(text).statements] == ["tweet", "tweet"]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Ana Brod told Reuters the dam had held. She praised the town.", ["to Reuters"] * 2),
        ("Two people told Reuters the dam had held. One of them said it leaked.", ["to Reuters"] * 2),
        ("Ana Brod denied the report. “The dam has held,” she said in an e-mail.", ["e-mail"] * 2),
        ("Ana Brod said in an e-mail the dam had held, calling the report a lie.", ["e-mail"] * 2),
        (
            "The firm said at a news conference the dam had held. Ana Brod told reporters it leaked.",
            ["news conference"] * 2,
        ),
        ("On Twitter, Ana Brod said the dam had held. Brod told reporters it leaked.", ["tweet", "to reporters"]),
        ("Ana Brod spoke to Reuters on Monday. The dam, she said, had held.", ["to Reuters"]),
        ("Ana Brod issued a short statement. “The dam has held,” she said.", ["short statement"]),
        ("Ana Brod faced the press. “The dam has held,” she said.", ["press conference"]),
        ("Ana Brod gave her evidence. She said the dam had held.", ["testimony, court hearing"]),
        ("Ana Brod sent a letter. Police said the dam had held.", [""]),
        (
            "Ana Brod told the court it had held. Jon Reed told the jury it leaked.\n\nIda Holm said the dam had wept.",
            ["court hearing", "to the jury (court hearing)", "court hearing"],
        ),
    ],
)
def test_channel_of_neighbours(text, channels):
    assert [statement.channel for statement in reading(text).statements] == channels


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Brod said on Thursday that the dam had held.", "2024-05-02"),
        ("Ana Brod said that the dam had broken on Thursday.", "../2024-05-03"),
        ("The dam had held, Ana Brod said on May 1.", "2024-05-01"),
        ("Ana Brod said the dam had held.", "../2024-05-03"),
        ("The dam had held, Ana Brod said shortly before noon.", "2024-05-03"),
        ("The mayor came out at four o'clock. Ana Brod said the dam had held.", "2024-05-03"),
        ("The dam had held, she said in an interview published on Thursday by Reuters.", "../2024-05-02"),
    ],
)
def test_when_it_was_said(text, said):
    assert str(only(text).said) == said


def test_unknown_where_nothing_tells():
    assert only("Ana Brod said the dam had held.", UNKNOWN).said == UNKNOWN


def test_speaker_dated_to_the_day_of_publication_speaks_on_it():
    text = "Ana Brod said on Friday that the dam had held. In the square, Brod praised the army."
    assert [statement.said.start for statement in reading(text).statements] == [date(2024, 5, 3)] * 2


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Brod said the dam had held.", Stance.ATTRIBUTED),
        ("Ana Brod alleged that the dam had been mined.", Stance.HEDGED),
        ("Brod has reportedly left the town for good.", Stance.RUMOUR),
    ],
)
def test_stance(text, stance):
    assert only(text).stance is stance


def test_denial_answers_what_it_names():
    first, second = reading("Several reports claimed that Brod had fled. The union refuted these reports.").statements
    assert second.answers == (first.id,)


def test_dated_happenings():
    found = reading("The dam broke on Thursday. It was built in 1902.")
    assert [(str(telling.when), telling.background) for telling in found.tellings] == [
        ("2024-05-02", False),
        ("1902", True),
    ]


def test_foreign_passage_is_a_problem():
    text = (
        "The town was quiet.\n\n"
        + "Le maire a dit que le barrage avait tenu toute la nuit et que personne ne devait quitter la ville. " * 2
    )
    (problem,) = reading(text, When.on(date(2024, 5, 3)) if FRIDAY else UNKNOWN).problems
    assert problem.what == "passage in fr is kept and not read"


def test_date_of_an_aside_is_not_when_it_was_said():
    text = "Ana Brod, who led the town from 2006 to 2011, said the dam had held."
    assert str(only(text).said) == "../2024-05-03"


def test_headline_has_the_channel_of_what_it_sums_up():
    text = (
        "Dam has held, says Ana Brod\n\nThe dam has held, Ana Brod said in a letter on Friday. Police closed the road."
    )
    assert [statement.channel for statement in reading(text).statements] == ["letter", "letter"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The rebels claimed control of the dam.", Mode.NOUN),
        ("Residents reported shelling near the dam.", Mode.NOUN),
        ("Residents reported seeing a light.", Mode.INDIRECT),
        ("Villagers reported a flash over the dam.", Mode.NOUN),
        ("Ana Brod repeated her warning that the dam leaked.", Mode.NOUN),
        ("A statement by the firm that the dam had held was taken down.", Mode.NOUN),
        ("Ana Brod said in a joint statement that the dam had held.", Mode.INDIRECT),
        ("Ana Brod claimed that the dam had held.", Mode.INDIRECT),
        ("Ana Brod denied the report.", Mode.INDIRECT),
        ("Ana Brod said the dam was under “house arrest” for now.", Mode.MIXED),
        ("A video released by the rebels showed trucks on the dam.", Mode.VISUAL),
    ],
)
def test_mode(text, mode):
    assert only(text).mode is mode
