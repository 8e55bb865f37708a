"""The first page, asked for as a browser would."""

from __future__ import annotations

import json
import re
from html import unescape
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web.app import application


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
    return path


@pytest.fixture
def client(path):
    with TestClient(application(path), base_url="http://localhost") as client:
        yield client


def test_the_first_page_shows_each_matter_with_its_positions_and_who_holds_them(client, path):
    page = client.get("/")
    assert page.status_code == 200
    with Record.open(path) as record:
        for matter in record.matters(8):
            assert f'href="/matters/{matter.id}"' in page.text
            for position in matter.positions[:8]:
                assert f"/matters/{matter.id}#{position.id}" in page.text


def test_the_address_holds_the_day_and_the_page_is_as_of_it(client, path):
    page = client.get("/", params={"day": "2024-03-12"}).text
    with Record.open(path) as record:
        assert f"as of 2024-03-12: {record.as_of('2024-03-12').count} reports" in page
        later = {one.id for one in record.matters()} - {one.id for one in record.as_of("2024-03-12").matters()}
    assert later
    assert not [matter for matter in later if matter in page]
    assert 'href="/?day=2024-03-12"' in page


def test_what_is_new_is_new_since_the_visit_before(path):
    with TestClient(application(path), base_url="http://localhost") as client:
        client.get("/")
        [seen] = [name for name in client.cookies if not name.endswith("_before")]
        client.cookies.clear()
        client.cookies.set(seen, "2024-03-16", domain="localhost.local")
        client.get("/")
        assert "New since 2024-03-17" in client.get("/").text


@pytest.mark.parametrize("asked", ["/?day=tomorrow", "/?matters=many", "/?since=once"])
def test_what_cannot_be_understood_is_told(client, asked):
    page = client.get(asked)
    assert page.status_code == 400
    assert "That is not possible" in page.text
    assert asked.partition("=")[2] in page.text


def test_an_address_without_a_page_is_told(client):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "There is no page at <bdi>/nowhere</bdi>" in page.text or "no page at /nowhere" in page.text


def test_an_empty_record_says_how_to_begin(tmp_path):
    Record.open(tmp_path / "empty.onrecord").close()
    with TestClient(application(tmp_path / "empty.onrecord"), base_url="http://localhost") as client:
        page = client.get("/").text
    assert "Nothing is on record yet" in page
    assert "<code>onrecord add empty.onrecord reports/</code>" in page


def test_reports_without_a_day_are_shown_and_said_to_have_none(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The bridge is closed, harbour master Ida Renn said.\n\nIt is open, Oda Brandt said.\n"
    )
    with Record.open(tmp_path / "r.onrecord") as record:
        record.add_all(tmp_path / "a.txt")
    with TestClient(application(tmp_path / "r.onrecord"), base_url="http://localhost") as client:
        assert "None of the reports on record says when it was published" in client.get("/").text


def test_what_is_added_meanwhile_is_shown(tmp_path):
    story = sorted((files("onrecord") / "demo_story" / "reports").iterdir(), key=str)
    with Record.open(tmp_path / "r.onrecord") as record:
        record.add_all(*story[:3])
        with TestClient(application(tmp_path / "r.onrecord"), base_url="http://localhost") as client:
            assert "all that is on record: 3 reports" in client.get("/").text
            record.add_all(*story[3:5])
            assert "all that is on record: 5 reports" in client.get("/").text


def test_the_script_is_told_the_days_and_how_many_reports_each_has(client, path):
    page = client.get("/").text
    with Record.open(path) as record:
        days = record.days()
    assert f'data-days="{" ".join(str(day) for day, _ in days)}"' in page
    assert f'data-counts="{" ".join(str(count) for _, count in days)}"' in page


def test_the_picture_holds_the_lanes_and_the_words_beneath_tell_the_same(client, path):
    page = client.get("/").text
    with Record.open(path) as record:
        matter = record.matters(1)[0]
        named = {record.who(lane.source).name for lane in record.lanes(matter.id) if lane.source}
    drawn = [json.loads(unescape(found)) for found in re.findall(r'data-drawing="([^"]*)"', page)]
    lanes = drawn[0]["lanes"]
    assert {lane["name"] for lane in lanes} <= named | {"nobody named"}
    table = page.partition("<table>")[2].partition("</table>")[0]
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td>(.*?)</td></tr>", table, re.DOTALL)
    assert [unescape(re.sub(r"<[^>]+>", "", name)) for name, _ in rows] == [lane["name"] for lane in lanes]
    for (_, held), lane in zip(rows, lanes, strict=True):
        for number, days in lane["held"]:
            assert f">{number}</span> {', '.join(days) or 'no day'}" in held


def test_the_lists_of_an_empty_record_say_that_there_is_nothing(tmp_path):
    Record.open(tmp_path / "empty.onrecord").close()
    with TestClient(application(tmp_path / "empty.onrecord"), base_url="http://localhost") as client:
        assert "Nobody is reported to have said anything yet" in client.get("/sources").text
        assert "No report on record says when" in client.get("/changes").text
        assert "No line of any report" in client.get("/search", params={"q": "harbour"}).text
