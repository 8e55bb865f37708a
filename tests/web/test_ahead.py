"""Pages of other days are made while a reader looks at one, and are what they would be when asked for."""

# ruff: noqa: SLF001 - what is kept and what runs is nobody's business but these tests'
from __future__ import annotations

from importlib.resources import files
from time import monotonic, sleep

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web import ahead
from onrecord.web.app import application

PATIENCE = 60  # seconds in which a process of its own surely has made a page


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
    return path


@pytest.fixture
def found(monkeypatch):
    """Whether each page was found ready; with every page held slow enough to be made ahead."""
    monkeypatch.setattr(ahead, "_SLOW", -1.0)
    found, ready = [], ahead.Ahead.ready

    def watched(self, wanted, state):
        text = ready(self, wanted, state)
        found.append((self, bool(text)))
        return text

    monkeypatch.setattr(ahead.Ahead, "ready", watched)
    return found


def until_made(found, address, day):
    """Wait until a page was made ahead for a day."""
    begun, site = monotonic(), found[-1][0]
    while not any((one.address, str(one.day)) == (address, day) for one in list(site._made)):
        assert monotonic() - begun < PATIENCE
        sleep(0.02)


def plain(page, guard):
    """A page without what is new for each run of the program."""
    return page.text.replace(guard, "")


def guard_of(client):
    return client.get("/review").text.partition('name="guard" value="')[2].partition('"')[0]


def test_what_is_made_ahead_is_what_would_be_made_when_asked_for(path, found):
    with TestClient(application(path), base_url="http://localhost") as client:
        now = {day: plain(client.get(f"/?day={day}"), guard_of(client)) for day in ("2024-03-14", "2024-03-16")}
    with TestClient(application(path), base_url="http://localhost") as client:
        guard = guard_of(client)
        client.get("/?day=2024-03-15")
        for day, text in now.items():
            until_made(found, "/", day)
            page = client.get(f"/?day={day}")
            assert found[-1][1]
            assert page.headers["content-security-policy"]
            assert plain(page, guard) == text


def test_what_was_made_of_another_state_of_the_record_is_not_shown(path, found):
    with TestClient(application(path), base_url="http://localhost") as client, Record.open(path) as other:
        client.get("/?day=2024-03-15")
        until_made(found, "/", "2024-03-16")
        before = client.get("/?day=2024-03-16").text
        assert found[-1][1]
        for statement in other.as_of("2024-03-16").matters(1)[0].positions[0].statements:
            other.reject(statement, who="Ida Renn", why="a test")
        assert client.get("/?day=2024-03-16").text != before
        assert not found[-1][1]


def test_another_visitor_gets_forms_of_their_own(path, found):
    with TestClient(application(path), base_url="http://localhost") as client:
        client.get("/?day=2024-03-15")
        until_made(found, "/", "2024-03-16")
        client.cookies.set("onrecord_who", "Ida Renn", domain="localhost.local")
        client.get("/?day=2024-03-16")
        assert not found[-1][1]


def test_a_page_that_is_quick_is_neither_kept_nor_made_ahead(path, found, monkeypatch):
    monkeypatch.setattr(ahead, "_SLOW", 3600.0)
    monkeypatch.setattr(ahead.Ahead, "_begin", lambda _: pytest.fail("a process was started"))
    with TestClient(application(path), base_url="http://localhost") as client:
        for _ in range(2):
            assert client.get("/?day=2024-03-15").status_code == 200
        assert not any(ready for _, ready in found)


def test_where_the_process_dies_pages_are_made_when_asked_for(path, found):
    with TestClient(application(path), base_url="http://localhost") as client:
        client.get("/?day=2024-03-15")
        found[-1][0]._child.kill()
        found[-1][0]._child.wait()
        for day in (14, 16, 17):
            assert client.get(f"/?day=2024-03-{day}").status_code == 200


def test_the_process_ends_with_the_application(path, found):
    with TestClient(application(path), base_url="http://localhost") as client:
        client.get("/?day=2024-03-15")
        child = found[-1][0]._child
        assert child.poll() is None
    assert child.poll() is not None


def test_no_more_is_held_than_fits(path, found, monkeypatch):
    monkeypatch.setattr(ahead, "_HELD", 1)
    with TestClient(application(path), base_url="http://localhost") as client:
        for _ in range(2):
            assert client.get("/?day=2024-03-15").status_code == 200
        assert not any(ready for _, ready in found)
        assert found[-1][0]._size == 0


def test_what_is_ready_is_not_made_again(path, found):
    with TestClient(application(path), base_url="http://localhost") as client:
        client.get("/?day=2024-03-15")
        for day in ("2024-03-11", "2024-03-19"):
            until_made(found, "/", day)
        client.get("/?day=2024-03-14")
        assert list(found[-1][0]._due) == []
