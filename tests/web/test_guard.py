"""What keeps the application to those who may use it."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web.app import application

GUARD = re.compile(r'name="guard" value="([^"]+)"')
OPEN = "open-it"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("guard") / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
    return path


def visiting(path, **options):
    return TestClient(application(path, **options), base_url="http://localhost", follow_redirects=False)


@pytest.mark.parametrize("host", ["localhost", "localhost:8600", "127.0.0.1:8600", "[::1]:8600"])
def test_this_machine_may_be_addressed_by_its_own_names(path, host):
    with visiting(path) as client:
        assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example:8600", "evil.example:8600", "169.254.169.254", ""]
)
def test_a_name_that_another_site_made_to_stand_for_this_machine_is_refused(path, host):
    with visiting(path) as client:
        assert client.get("/", headers={"host": host}).status_code == 400
        assert client.post("/seen", headers={"host": host}).status_code == 400


def test_a_name_that_was_given_is_answered(path):
    with visiting(path, names=("desk.example.org",)) as client:
        assert client.get("/", headers={"host": "desk.example.org:8600"}).status_code == 200


@pytest.mark.parametrize("asked", ["/", "/nowhere", "/static/onrecord.css", "/?day=never"])
def test_nothing_runs_but_what_the_package_holds_and_nothing_is_sent_anywhere(path, asked):
    with visiting(path) as client:
        answer = client.get(asked)
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in str(policy)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in answer.headers


def test_pages_are_not_kept_by_browsers_or_proxies(path):
    with visiting(path) as client:
        assert client.get("/").headers["cache-control"] == "no-store"


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own(path):
    with visiting(path) as client:
        page = client.get("/").text
    assert re.findall(r"<script(?![^>]*\bsrc=\"/static/)", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", page) == []
    assert re.findall(r"(?:src|href|action)=\"(?![/#])", page) == []


def sent(client, **fields):
    return client.post("/seen", data=fields)


def guard_of(client):
    client.cookies.clear()
    client.get("/")
    [name] = [name for name in client.cookies if name.endswith("_before")]
    client.cookies.delete(name)
    client.cookies.set(name, "2024-03-12", domain="localhost.local")
    return GUARD.search(client.get("/").text)[1]


def test_a_form_of_our_own_is_followed(path):
    with visiting(path) as client:
        answer = sent(client, guard=guard_of(client))
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "onrecord" in answer.headers["set-cookie"]
        assert "New since 2024-03-13" not in client.get("/").text


@pytest.mark.parametrize("fields", [{}, {"guard": ""}, {"guard": "wrong"}, {"guard": "ÿ"}])
def test_a_form_that_no_page_of_ours_made_is_refused(path, fields):
    with visiting(path) as client:
        answer = sent(client, **fields)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:1"},
    ],
)
def test_a_form_that_another_site_sent_is_refused_even_with_the_right_guard(path, headers):
    with visiting(path) as client:
        guard = guard_of(client)
        assert client.post("/seen", data={"guard": guard}, headers=headers).status_code == 403


def test_where_only_reading_is_allowed_no_form_is_shown_or_followed(path):
    with visiting(path) as client:
        guard = guard_of(client)
    with visiting(path, read_only=True) as client:
        assert "<form method" not in client.get("/").text
        assert sent(client, guard=guard).status_code == 403
        assert "reading only" in sent(client, guard=guard).text


def test_with_a_token_nothing_is_shown_before_it(path):
    with visiting(path, token=OPEN) as client:
        for asked in ("/", "/static/onrecord.css", "/?token=wrong", "/?token="):
            answer = client.get(asked)
            assert answer.status_code == 401
            assert "Sarrin" not in answer.text
        assert client.post("/seen", data={"guard": "x"}).status_code == 401


def test_the_token_opens_once_and_does_not_stay_in_the_address(path):
    with visiting(path, token=OPEN) as client:
        answer = client.get("/?day=2024-03-12&token=open-it")
        assert (answer.status_code, answer.headers["location"]) == (303, "/?day=2024-03-12")
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("asked", ["//evil.example/", "/\\evil.example/", "///evil.example"])
def test_the_address_with_the_token_cannot_lead_elsewhere(path, asked):
    with visiting(path, token=OPEN) as client:
        location = client.get(f"http://localhost{asked}?token={OPEN}").headers["location"]
        assert re.match(r"/[^/\\]", location)
