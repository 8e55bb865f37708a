"""The first page, asked for as a browser would."""

from __future__ import annotations

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
