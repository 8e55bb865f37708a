"""Reports of hostile shapes are read with work that grows no faster than they do."""

from __future__ import annotations

import pytest
from benchmarks.hostile import read_text
from benchmarks.shapes import SHAPES
from work import growth

SIZE = 6_000
LINEAR = 5.0  # times the work for four times the length


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_length(shape):
    def reading(size):
        text = SHAPES[shape](size)
        return lambda: read_text(text)

    assert growth(reading, SIZE) <= LINEAR


def test_growth_tells_what_grows_faster():
    assert growth(lambda size: lambda: [abs(n) for n in range(size)], 100) <= LINEAR
    assert growth(lambda size: lambda: [abs(n) for n in range(size) for _ in range(size)], 100) > LINEAR


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_have_the_size_that_is_asked_for(shape):
    assert len(SHAPES[shape](4_000)) == pytest.approx(4_000, abs=100)
    assert SHAPES[shape](4_000) == SHAPES[shape](4_000)
