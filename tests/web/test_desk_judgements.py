"""All that people decided: shown in full, handed on, and taken in."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape

import pytest
from web.judging import TEXTS, forms, visiting

from onrecord import Record
from onrecord.record.judgement import State


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("judgements")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text, "utf-8")
    with Record.open(folder / "ferry.onrecord") as record:
        record.add_all(folder / "reports")
        decide(record)
    return folder / "ferry.onrecord"


def decide(record):
    """Decisions of every state."""
    one, two, three, *_ = [entry.id for entry in record.statements()]
    record.reject(one, who="Ida Renn", why="a caption")
    record.accept(one, who="Oran Teck", why="I was there")
    record.correct(two, "channel", "press conference", who="Ida Renn", why="so it says")
    record.correct(two, "channel", "tweet", who="Ida Renn", why="on second thoughts")
    undone = record.accept(three, who="Ida Renn", why="right")
    record.undo(undone.id, who="Bo", why="too soon")
    record.same_position(two, three, who="Bo", why="the same")


@pytest.fixture
def path(made, tmp_path):
    return shutil.copy(made, tmp_path / "ferry.onrecord")


@pytest.fixture
def client(path):
    with visiting(path) as client:
        yield client


def text_of(page):
    """What stands on a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())


def send(client, content, name="theirs.jsonl"):
    """Choose a file and send it."""
    [form] = forms(client.get("/judgements").text, "/judgements/import")
    guard = {"guard": form.fields["guard"]}
    return client.post("/judgements/import", data=guard, files={"lines": (name, content, "application/jsonl")})


def test_every_decision_stands_there_once_with_who_when_why_and_what_became_of_it(client, path):
    page = client.get("/judgements").text
    with Record.open(path) as record:
        judged = record.judged()
    assert {one.state for one in judged} >= {State.APPLIED, State.CONTESTED, State.REVISED, State.UNDONE}
    for one in judged:
        [article] = re.findall(rf'<article class="decision" id="{one.judgement.id}".*?</article>', page, re.DOTALL)
        told = text_of(article)
        for part in (one.judgement.who, one.judgement.why, f"{one.judgement.when:%Y-%m-%d %H:%M}", one.state.value):
            assert part in told
        if one.judgement.ruling.value != "undone":
            assert [words for words in one.words if " ".join(words.split())[:60] not in told] == []
        for place, said in zip(one.judgement.places, one.statements, strict=False):
            if one.judgement.ruling.value != "undone":
                assert f'href="/reports/{place.report}#{said}"' in article


def test_those_who_differ_stand_side_by_side_before_all_others(client):
    sections = re.findall(r'<section class="card.*?</section>', client.get("/judgements").text, re.DOTALL)
    differing = [number for number, section in enumerate(sections) if "contested by" in section]
    assert differing == [0]
    assert "contested by Oran Teck" in text_of(sections[0])
    assert "contested by Ida Renn" in text_of(sections[0])


def test_as_of_a_day_decisions_on_later_reports_are_not_there(client, path):
    page = client.get("/judgements", params={"day": "2031-05-02"}).text
    with Record.open(path) as record:
        then = {one.judgement.id for one in record.as_of("2031-05-02").judged()}
        later = {one.judgement.id for one in record.judged()} - then
    assert [one for one in then if f'id="{one}"' not in page] == []
    assert [one for one in later if f'id="{one}"' in page] == []


def test_all_decisions_come_as_a_file_that_another_record_takes_in_whole(client, path, tmp_path):
    answer = client.get("/judgements.jsonl")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    with Record.open(path) as record:
        ids = [one.id for one in record.judgements()]
        reports = {one.file: record.text(one.id) for one in record.reports()}
    assert [json.loads(line)["id"] for line in answer.text.splitlines()] == ids
    (tmp_path / "reports").mkdir()
    for name, text in reports.items():
        (tmp_path / "reports" / name).write_text(text, "utf-8")
    with Record.open(tmp_path / "theirs.onrecord") as theirs:
        theirs.add_all(tmp_path / "reports")
    with visiting(tmp_path / "theirs.onrecord") as their_client:
        told = send(their_client, answer.content)
        assert f"{len(ids)} judgements taken in; 0 on record before; 0 lines that cannot be read" in text_of(told.text)
        told = send(their_client, answer.content)
        assert f"0 judgements taken in; {len(ids)} on record before" in text_of(told.text)
        assert their_client.get("/judgements.jsonl").text == answer.text


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_taken_in(client, path):
    with Record.open(path) as record:
        before = len(record.judgements())
    line = {"ruling": "reject", "who": "Una", "why": "<script>", "when": "2031-06-01T10:00:00+00:00"}
    place = {"report": "0123456789abcdef", "start": 0, "end": 4}
    lines = ["<script>alert(1)</script>", json.dumps({**line, "places": [place]}), "{}"]
    told = send(client, "\n".join(lines).encode())
    assert told.status_code == 200
    assert "<script>" not in told.text.partition("<main")[2]
    assert "1 judgement taken in" in text_of(told.text)
    for number in (1, 3):
        assert f"line {number}: is no judgement" in text_of(told.text)
    with Record.open(path) as record:
        assert len(record.judgements()) == before + 1
    waiting = text_of(client.get("/judgements").text)
    assert "waiting: the record does not have the report" in waiting
    assert "These words are not on record" in waiting
    assert "Is this decision still wanted?" in text_of(client.get("/review", params={"limit": 200}).text)


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        (b"", 400, "no file was sent"),
        (b"\xff\xfe{}", 400, "no text in UTF-8"),
        (b"x" * 10_000_001, 413, "More was sent than a form can hold"),
    ],
)
def test_what_is_no_file_of_judgements_is_told(client, path, content, status, told):
    with Record.open(path) as record:
        before = len(record.judgements())
    answer = send(client, content)
    assert answer.status_code == status
    assert told in text_of(answer.text)
    with Record.open(path) as record:
        assert len(record.judgements()) == before


def test_what_does_not_say_how_long_it_is_is_refused(client):
    answer = client.post("/judgements/import", content=(part for part in [b"lines=", b"x"]))
    assert answer.status_code == 413


def test_where_nobody_decided_anything_that_is_told(tmp_path):
    with Record.open(tmp_path / "empty.onrecord"):
        pass
    with visiting(tmp_path / "empty.onrecord") as client:
        assert "Nobody has decided anything yet" in text_of(client.get("/judgements").text)
        assert "the record holds no reports" in text_of(client.get("/review").text)
        assert client.get("/judgements.jsonl").text == ""
