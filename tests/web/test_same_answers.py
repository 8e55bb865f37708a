"""The library and the pages give the same answers, on stories that ship and on those with hand-made ledgers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.prose.words import figures, plainly
from onrecord.web.app import application

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
STORIES = {
    "demo": Path(str(files("onrecord") / "demo_story" / "reports")),
    "bridge": ROOT / "evals" / "stories" / "bridge" / "reports",
    "seeds": SHARED / "seeds",
    "godane": SHARED / "stories" / "godane",
}
ALL = 500  # more than any list of these stories has


def words(markup):
    """What a reader reads in a piece of a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


@pytest.fixture(scope="module", params=STORIES)
def path(request, tmp_path_factory):
    reports = STORIES[request.param]
    if not reports.is_dir():
        pytest.skip(f"the story {request.param} is not there")
    path = tmp_path_factory.mktemp(request.param) / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(reports)
    return path


@pytest.fixture(scope="module")
def client(path):
    with TestClient(application(path), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="module")
def record(path):
    with Record.open(path) as record:
        yield record


@pytest.fixture(params=["everything", "a day in the middle"])
def asked(request, client, record):
    """A page of a day, and the record as of that day."""
    days = [day for day, _ in record.days()]
    if request.param != "everything" and not days:
        pytest.skip("no report of this story has a day")
    day = None if request.param == "everything" else days[len(days) // 2]

    def page(where, **query):
        answer = client.get(where, params={**query, **({"day": day.isoformat()} if day else {})})
        assert answer.status_code == 200
        return answer.text

    return page, record.as_of(day)


def test_the_story(asked):
    page, known = asked
    text = page("/", matters=30)
    found = known.matters(30)
    assert len(found)
    assert re.findall(r'<h2 id="(ma-\w+)"', text) == [matter.id for matter in found]
    for article, matter in zip(text.split("<article")[1:], found, strict=True):
        lines = article.partition("</ol>")[0].split("<li>")[1:]
        assert words(article.partition("</h2>")[0].partition("<h2")[2].partition(">")[2]) == words(matter.question)
        assert [re.search(r"#(po-\w+)", line)[1] for line in lines] == [
            one.id for one in matter.positions[: len(lines)]
        ]
        for line, position in zip(lines, matter.positions, strict=False):
            assert words(line[line.index("<a") :].partition("</a>")[0]) == words(plainly(position.answer))
            assert figures(position.backing) in words(line)


def test_a_matter(asked):
    page, known = asked
    for matter in known.matters(3):
        text = page(f"/matters/{matter.id}", positions=ALL)
        shown = re.findall(r'id="(po-\w+)"', text)
        assert sorted(set(shown)) == sorted(position.id for position in matter.positions)
        for position in matter.positions[:3]:
            column = page(f"/matters/{matter.id}", positions=ALL, position=position.id, limit=ALL)
            column = column.partition(f'<section class="column" id="{position.id}"')[2].partition("</section>")[0]
            assert set(re.findall(r"#(st-\w+)", column)) == set(position.statements)
            assert figures(position.backing) in words(column)
            quoted = words(" ".join(re.findall(r"<blockquote.*?</blockquote>", column, re.DOTALL)))
            for entry in known.statements(ids=position.statements):
                assert all(words(part) in quoted for part in entry.words.split(" … "))


def test_the_reports(asked):
    page, known = asked
    assert set(re.findall(r"/reports/(\w+)", page("/reports"))) == {report.id for report in known.reports()}
    for report in known.reports():
        text = page(f"/reports/{report.id}")
        said = known.statements(report=report.id)
        assert set(re.findall(r'id="of-(st-\w+)"', text)) == {entry.id for entry in said}
        assert f"{len(said)} statement" in words(text)


def test_a_source(asked):
    page, known = asked
    for speaking in known.sources(4):
        text = page(f"/sources/{speaking.source.id}", limit=ALL)
        said = text.partition('<h2 id="said">')[2].partition("</section>")[0]
        held = {entry.id for entry in known.statements(source=speaking.source.id)}
        assert set(re.findall(r"#(st-\w+)", said)) == held
        assert all(name in words(text) for name in map(words, speaking.source.names))


def test_the_origins(asked):
    page, known = asked
    listed = page("/origins", limit=ALL)
    assert {one.id for one in known.origins(limit=20)} <= set(re.findall(r"/origins/(or-\w+)", listed))
    for origin in known.origins(limit=3):
        text = page(f"/origins/{origin.id}")
        assert {entry.id for entry in known.origin(origin.id).entries} <= set(re.findall(r"#(st-\w+)", text))


def stretch(name, days):
    """The first and last day of what a page of the timeline shows: a month, what lies before the months, or after."""
    if not name:
        return None, None
    if name == "before":
        return None, days[0].replace(day=1) - timedelta(days=1)
    first = (days[-1] if name == "after" else date.fromisoformat(f"{name}-01")).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return (following, None) if name == "after" else (first, following - timedelta(days=1))


def test_the_timeline(asked):
    page, known = asked
    seen, ahead = set(), {""}
    days = [day for day, _ in known.days()]
    while ahead:
        name = ahead.pop()
        seen.add(name)
        text = page("/timeline", limit=3000, month=name)
        told = {
            one.partition('"')[0]: words(one.partition("</a>")[0].partition("<a")[2].partition(">")[2])
            for one in text.split('class="happening" id="')[1:]
        }
        ahead |= set(re.findall(r"month=(\w+-?\w*)", text)) - seen
        if name or not days:
            events = known.timeline(*stretch(name, days))
            assert set(told) == {event.id for event in events}
            assert all(words(event.text) in told[event.id] for event in events)
    assert len(seen) > 1 or not days


def test_what_is_new(asked):
    page, known = asked
    days = known.days()
    if not days:
        pytest.skip("no report of this story has a day")
    since = days[-1][0]
    text = page("/changes", since=since.isoformat(), limit=ALL)
    linked = set(re.findall(r"/(?:matters|reports)/([\w-]+)", text))
    assert {one.id for one in known.changes(since)} <= linked


def test_searching(asked):
    page, known = asked
    for sought in ("said", "spokesman said"):
        hits = known.search(sought)
        text = page("/search", q=sought, limit=ALL)
        assert {hit.report.id for hit in hits} <= set(re.findall(r"/reports/(\w+)", text))


def test_asking(asked):
    page, known = asked
    for matter in known.matters(2):
        text = page("/search", q=matter.question)
        assert {one.id for one in known.ask(matter.question).matters} <= set(re.findall(r"/matters/(ma-\w+)", text))


def test_problems_and_judgements(asked):
    page, known = asked
    text = words(page("/problems"))
    assert all(words(problem.what) in text for problem in known.problems())
    assert len(re.findall(r"<li[^>]* id=\"j-", page("/judgements"))) == len(known.judgements())
