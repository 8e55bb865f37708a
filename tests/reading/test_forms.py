from __future__ import annotations

import pytest
from reading.reports import contents, reading, sources

from onrecord.record.statement import Mode

POST = "The dam holds. Do not believe the rumours you hear. pic.twitter.com/x1 — Ana Brod (@abrod) May 2, 2024"
BULLETS = """Ana Brod's radio address: key points

Asks the army for boats

Confirms the loss of two houses

Water has fallen since noon.

The town of Tolva was quiet on Friday, and shops on the market square opened late but in good order after a long night of rain."""


def test_headline_with_a_speaker_behind_a_colon():
    text = "Dam held all night: mayor\n\nThe town of Tolva was quiet."
    assert contents(text) == ["Dam held all night"]
    assert sources(text) == ["mayor"]


def test_headline_with_people_in_lower_case_behind_a_colon():
    text = "Town and union agree on the dam: bargemen\n\nThe town of Tolva was quiet."
    assert contents(text) == ["Town and union agree on the dam"]
    assert sources(text) == ["bargemen"]


def test_quoted_headline_with_its_speaker_behind_a_colon():
    text = "“I did not build it”: ousted dam boss breaks silence\n\nThe town of Tolva was quiet."
    assert contents(text) == ["I did not build it"]
    assert sources(text) == ["ousted dam boss"]


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("BRILL: “The dam will hold”", "Otto Brill"),
        ("“The dam will hold”: Brill", "Otto Brill"),
        ("The dam will hold through the night, says Brill", "Otto Brill"),
        ("“The dam will hold,” says Water Board", "Ostra Water Board"),
        ("@dam_watch: the dam has gone", "@dam_watch"),
    ],
)
def test_speaker_of_a_headline_whom_the_body_names_in_full(headline, who):
    body = "Otto Brill, the mayor, met the Ostra Water Board on Friday. @dam_watch said the dam had gone."
    assert sources(f"{headline}\n\n{body}")[0] == who


def test_short_name_in_a_headline_that_two_in_the_body_bear_is_neither():
    text = "“The dam will hold”: Brill\n\nOtto Brill met Ida Brill at the dam on Friday."
    assert sources(text) == ["Brill"]


def test_quotation_signed_behind_a_dash():
    text = "“The dam has held through a third night of heavy rain, and I for one am staying where I am.” ― Ana Brod"
    assert sources(text) == ["Ana Brod"]


def test_headline_with_two_speakers():
    text = "Brod Vows to Stay as Union Claims Victory\n\nAna Brod and the Union met."
    assert contents(text) == ["to Stay", "Victory"]


def test_embedded_post():
    text = f"Rain fell on Tolva for a third day.\n\n{POST}"
    (statement,) = reading(text).statements
    assert statement.mode is Mode.POST
    assert statement.channel == "tweet"
    assert str(statement.said) == "2024-05-02"
    assert contents(text) == ["The dam holds. Do not believe the rumours you hear."]
    assert sources(text) == ["Ana Brod"]


def test_handle_is_a_spelling():
    (name,) = [name for name in reading(POST).names if name.key == "ana brod"]
    assert "@abrod" in name.spellings


def test_bullets_under_a_heading_that_names_the_speaker():
    found = reading(BULLETS).statements
    assert [statement.mode for statement in found] == [Mode.BULLET] * 3
    assert contents(BULLETS) == ["the army for boats", "the loss of two houses", "Water has fallen since noon"]
    assert {statement.source for statement in found} == {"ana brod"}
    assert found[0].channel == "radio address"


def test_photograph_given_out():
    text = "The union has released a photograph of the flooded docks."
    (statement,) = reading(text).statements
    assert statement.mode is Mode.VISUAL
    assert contents(text) == ["a photograph of the flooded docks"]
