"""Numbers and sums of money in digits and in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.numbers import MONEY, NUMBER, amount, money


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14", 14),
        ("1,200", 1_200),
        ("3.5", 3.5),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("three thousand four hundred", 3_400),
        ("1.2 million", 1_200_000),
        ("12 thousand", 12_000),
        ("a dozen", None),
        ("dozens", 24),
        ("two dozen", 24),
        ("hundreds", 200),
        ("Nineteen", 19),
        ("", None),
        (",", None),
        ("many", None),
    ],
)
def test_amount(text: str, number: float | None) -> None:
    assert amount(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("€4.2m", 4.2e6),
        ("$300,000", 300_000),
        ("2 million dollars", 2e6),
        ("£12 million", 12e6),
        ("24 euros", 24),
        ("€90m", 9e7),
        ("none", None),
    ],
)
def test_money(text: str, number: float | None) -> None:
    assert money(text) == (None if number is None else pytest.approx(number))


@pytest.mark.parametrize("text", ["14", "1,200", "twenty-one", "two hundred and five", "1.2 million", "dozens"])
def test_a_number_is_matched_whole(text: str) -> None:
    assert re.match(NUMBER, text, re.IGNORECASE)[0] == text


@pytest.mark.parametrize("text", ["€4.2m", "$300,000", "2 million dollars", "24 euros"])
def test_a_sum_is_matched_whole(text: str) -> None:
    assert re.match(MONEY, text, re.IGNORECASE)[0] == text


@given(st.integers(0, 999_999_999))
def test_digits_with_and_without_commas_are_the_same(number: int) -> None:
    assert amount(str(number)) == amount(f"{number:,}") == number


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert amount(text) is None or isinstance(amount(text), float)
    assert money(text) is None or isinstance(money(text), float)
