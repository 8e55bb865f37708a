"""What of a statement can be corrected, and to what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judging.deciding import said

from onrecord.judging.parts import bearer, comparable, corrected, unnamed
from onrecord.record.name import Kind, Name
from onrecord.record.span import Span
from onrecord.record.statement import Act, Stance
from onrecord.record.when import When

RENN = Name("ida renn", "Ida Renn", Kind.PERSON, ("Ida Renn", "Renn"))
MINISTRY = Name("port ministry~r1", "Port Ministry", Kind.ORGANISATION, ("Port Ministry",))
GUARDS = Name("two guards@r1", "two guards", Kind.ANONYMOUS, ("two guards",))
NAMES = [RENN, MINISTRY, GUARDS]
QUOTED = replace(said(0, 9), chain=("courier", "ida renn"), speaker=Span("r1", 20, 28))


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        ("act", "deny", {"act": Act.DENY}),
        ("stance", "hedged", {"stance": Stance.HEDGED}),
        ("channel", " Radio  Address ", {"channel": "radio address"}),
        ("channel", "", {"channel": ""}),
        ("said", "2031-03-09/2031-03-10", {"said": When.written("2031-03-09/2031-03-10")}),
        ("speaker", "Nele Torvik", {"chain": ("courier", "nele torvik"), "speaker": None}),
        ("speaker", "the Courier", {"chain": ("courier",), "speaker": None}),
        ("speaker", "port ministry", {"chain": ("courier", "port ministry~r1"), "speaker": None}),
        ("speaker", "Two Guards", {"chain": ("courier", "two guards@r1"), "speaker": None}),
        ("speaker", "RENN", {"chain": ("courier", "ida renn"), "speaker": None}),
        ("speaker", "", {"chain": (), "speaker": None}),
    ],
)
def test_one_part_changes_and_no_other(part, value, expected):
    assert corrected(QUOTED, part, value, NAMES) == replace(QUOTED, **expected)


def test_who_is_named_nowhere_in_the_report_gets_a_name_there():
    assert bearer("Dr. Nele Torvik", NAMES) == "dr nele torvik"
    [new] = unnamed(["Nele Torvik", "Renn", "two guards", "", "nele  torvik"], NAMES)
    assert (new.key, new.name, new.kind) == ("nele torvik", "Nele Torvik", Kind.PERSON)


@pytest.mark.parametrize(
    ("part", "value"), [("act", "sing"), ("stance", "glad"), ("said", "2031-02-30"), ("speaker", " – "), ("mode", "x")]
)
def test_what_no_statement_can_have_is_refused(part, value):
    with pytest.raises(ValueError, match=r"none of|is no date|needs a name|is no part"):
        comparable(part, value)


def test_values_that_mean_the_same_are_the_same():
    assert comparable("speaker", "The Port Ministry") == comparable("speaker", "port ministry")
    assert comparable("channel", "Tweet ") == comparable("channel", "tweet")


@pytest.mark.parametrize(
    "text", "unknown 2031 2031-03 2031-03-11 1990s 2031-03-11/.. ../2031-03-11 2031-03-11/2031-03-14".split()
)
def test_dates_are_read_as_they_are_written(text):
    assert str(When.written(text)) == text


@pytest.mark.parametrize(
    "text", ["", "soon", "2031-13", "2031-02-30", "2031-03-14/2031-03-11", "a/b/c", "0000", "2031-03-11/x"]
)
def test_what_is_no_date_is_refused_with_the_form_of_one(text):
    with pytest.raises(ValueError, match="write it as 2024-03-11"):
        When.written(text)
