"""Promises 2, 3 and 10 over planted utterances: no order, batching or repetition of reports adds an origin."""

from __future__ import annotations

import shutil
from functools import cache
from itertools import count, islice, pairwise

import pytest
from evals.echo.bank import stories
from evals.echo.behind import independent
from evals.echo.counting import carrying, write
from evals.echo.planting import case
from evals.echo.wording import Form, Naming
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record
from onrecord.follow import follow, read
from onrecord.ledger.sqlite import open_store

SIZES = ((1, 4), (2, 5), (3, 6), (4, 7))  # utterances and reports
NAMED = (Form.VERBATIM, Form.TRIMMED, Form.PARAPHRASED, Form.RELAYED, Form.REPRINTED)
SEED = 11
remembered = cache(read)  # each report is read by the real reader, once


def in_full(one):
    """Whether every report of the case names its speakers in full."""
    return all(planted.naming is Naming.FULL for planted in one.planted)


def small_cases():
    """A case of each story with echoes of every form, and a dozen in which speakers are named in full throughout."""
    mixed = [case(story, *SIZES[at % len(SIZES)], SEED) for at, story in enumerate(stories())]
    drawn = (case(story, *size, seed, NAMED) for seed in count(SEED) for story in stories() for size in SIZES)
    return [*mixed, *islice(filter(in_full, drawn), 12)]


SMALL = small_cases()


def counted_in(folder, batches, planted):
    """How many independent origins a record of these batches counts behind the statements that carry the planted."""
    with Record(open_store(folder / "r.onrecord", create=True)) as record:
        store = record._store  # noqa: SLF001 - so that each order need not read the same reports again
        for batch in batches:
            list(follow(batch, store, remembered))
        ids = {one for _, found in carrying(record, planted) for one in found}
        return independent(record, ids)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The files of each small case, and what is counted when they come all at once."""
    found = {}
    for case_ in SMALL:
        folder = tmp_path_factory.mktemp("case")
        paths = write(case_.reports, folder)
        found[id(case_)] = paths, counted_in(folder, [paths], case_.planted)
    return found


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_order_batching_or_repetition_of_reports_adds_an_origin(data, files, tmp_path_factory):
    one = data.draw(st.sampled_from(SMALL))
    paths, once = files[id(one)]
    order = data.draw(st.permutations(paths)) + data.draw(st.lists(st.sampled_from(paths), max_size=6))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    batches = [order[start:end] for start, end in pairwise([0, *cuts, len(order)])]
    folder = tmp_path_factory.mktemp("record")
    assert counted_in(folder, batches, one.planted) == once
    shutil.rmtree(folder)


def test_where_reports_name_their_speakers_no_more_are_counted_than_speak(files):
    named = [one for one in SMALL if in_full(one)]
    assert len(named) >= 12
    assert [one for one in named if files[id(one)][1] > one.k] == []
