"""Promise 4: a view as of a day depends on no report published after it, nor on a judgement made for one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onrecord import Record
from onrecord.export.plain import plain

FIRST = date(2024, 3, 10)
DAYS = [(FIRST + timedelta(days=number)).isoformat() for number in range(11)]


@pytest.fixture(scope="module")
def published(reports, tmp_path_factory):
    """The day on which each report was published."""
    with Record.open(tmp_path_factory.mktemp("days") / "r") as record:
        record.add_all(*reports)
        return {listing.file: listing.published.end for listing in record.reports()}


@pytest.mark.parametrize("day", DAYS)
def test_what_goes_out_as_of_a_day_is_as_if_nothing_came_later(day, reports, published, exported):
    by_then = [path for path in reports if published[path.name] <= date.fromisoformat(day)]
    assert exported(reports, as_of=day) == exported(by_then, as_of=day) == exported(by_then)


def test_every_view_as_of_a_day_is_as_if_nothing_came_later(reports, published, tmp_path):
    day = "2024-03-13"
    by_then = [path for path in reports if published[path.name] <= date.fromisoformat(day)]
    with Record.open(tmp_path / "all") as whole, Record.open(tmp_path / "part") as part:
        whole.add_all(*reports)
        part.add_all(*by_then)
        for view in VIEWS:
            assert plain(tuple(view(whole.as_of(day)))) == plain(tuple(view(part))), view


VIEWS = [
    lambda s: s.matters(limit=5),
    lambda s: s.timeline(limit=10),
    lambda s: s.sources(limit=10),
    lambda s: s.statements(limit=20),
    lambda s: s.statements(words="harbour"),
    lambda s: s.origins(limit=10),
    lambda s: s.reuse(limit=5),
    lambda s: s.search("island", limit=5),
    lambda s: s.changes("2024-03-12"),
    lambda s: s.ask("How many were killed?").matters,
    lambda s: s.discrepancies(),
    lambda s: s.problems(),
]


def test_a_judgement_on_a_later_report_does_not_show_earlier(reports, tmp_path):
    day = "2024-03-13"
    with Record.open(tmp_path / "r") as record:
        record.add_all(*reports)
        before = plain(tuple(record.as_of(day).statements())), plain(tuple(record.as_of(day).judgements()))
        late = record.statements(since="2024-03-16")[0]
        record.reject(late.id, who="Ida Renn", why="read wrongly")
        assert (plain(tuple(record.as_of(day).statements())), plain(tuple(record.as_of(day).judgements()))) == before
        assert late.id not in {entry.id for entry in record.statements()}
