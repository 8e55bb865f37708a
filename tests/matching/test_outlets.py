"""Names that may be of one outlet, and names that are not."""

from __future__ import annotations

import pytest

from onrecord.matching.outlets import same_outlet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coastal Press Service", "the Coastal Press Service"),
        ("CPS", "Coastal Press Service"),
        ("Gazette", "Teldu Gazette"),
        ("Harbour Courier", "The Harbour Courier Online"),
        ("quay.example", "Quay"),
        ("harbourcourier.example", "Harbour Courier"),
        ("https://www.quay.example/", "quay.example"),
        ("HCN", "Harbour and Coast News"),
    ],
)
def test_one_outlet(one, other):
    assert same_outlet(one, other)
    assert same_outlet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teldu Gazette", "Varn Gazette"),
        ("Press", "Coastal Press"),
        ("News Agency", "Northern News Agency"),
        ("CPS", "Coastal Press"),
        ("C", "Courier"),
        ("", "Courier"),
        ("", ""),
    ],
)
def test_two_outlets(one, other):
    assert not same_outlet(one, other)
    assert not same_outlet(other, one)
