from __future__ import annotations

import pytest
from reading.reports import contents, sources


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“The gate was open all night,” said the night porter at the mill gate, Otto Brill.", "Otto Brill"),
        ("“The gate was open all night,” said a weaver who lost her loom, Ida Renn.", "Ida Renn"),
        ("The gate was open all night, according to a weaver on the lower Ostra, Ida Renn.", "Ida Renn"),
        ("The gate was open all night, according to the clerk who signed the ledger, Inspector Ida Renn.", "Ida Renn"),
        ("According to a glazier at the Tolva glass works, Ida Renn, the gate was open all night.", "Ida Renn"),
        (
            "The gate was open all night, a chemist at the Technical College of Ostra, Professor Ida Renn, said on Sunday.",
            "Ida Renn",
        ),
        (
            "The gate was open all night, one of the two who have not signed, Judge Ida Renn, said on Sunday.",
            "Ida Renn",
        ),
        ("“The gate was open,” a singer who supports Brod, Ida Renn, told Radio Ostra on Friday.", "Ida Renn"),
        (
            "The gate was open all night, a weaver whose house burned down, Ida Renn, told Radio Ostra on Friday.",
            "Ida Renn",
        ),
    ],
)
def test_role_with_its_holder_behind_it(text, who):
    assert sources(text) == [who]


def test_content_stands_behind_role_and_name():
    text = "According to a glazier at the Tolva glass works, Ida Renn, the gate was open all night."
    assert contents(text) == ["the gate was open all night"]


def test_place_behind_a_role_is_no_holder():
    text = "The gate was open all night, according to a weaver in Ostra, Morland."
    assert sources(text) == ["weaver in Ostra"]


def test_name_that_is_the_subject_of_what_was_said_is_no_holder():
    text = "According to a weaver in Ostra, Otto Brill, the mayor, was there all night."
    assert sources(text) == ["weaver in Ostra"]


def test_word_of_time_within_a_role():
    text = "The night porter said the gate was open."
    assert sources(text) == ["night porter"]
