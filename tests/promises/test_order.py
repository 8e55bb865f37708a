"""Promises 2 and 3: no order and no batching of the same reports changes a byte, and adding again changes nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(data=st.data())
def test_any_order_and_batching_gives_the_same_bytes(data, reports, exported):
    order = data.draw(st.permutations(reports))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    ends = [0, *cuts, len(order)]
    batches = [order[start:end] for start, end in pairwise(ends) if start < end]
    assert exported(*batches) == exported(reports)


@SLOW
@given(data=st.data())
def test_adding_again_changes_nothing(data, reports, exported):
    again = data.draw(st.lists(st.sampled_from(reports), max_size=6))
    assert exported(reports, again, again[::-1]) == exported(reports)
