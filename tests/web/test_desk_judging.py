"""The review, and what forms decide: judged, shown, undone."""

from __future__ import annotations

import re
import shutil
from html import unescape
from types import SimpleNamespace

import pytest
from web.judging import TEXTS, forms, press, visiting

from onrecord import Record
from onrecord.record.judgement import Ruling, State
from onrecord.web.judging import back, spellings
from onrecord.web.rendering import environment

HOSTILE = '<script>alert(1)</script>"><svg onload=alert(1)>\u202eevil\u200b'


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / name).write_text(text, "utf-8")
    with Record.open(folder / "ferry.onrecord") as record:
        record.add_all(folder / "reports")
    return folder / "ferry.onrecord"


@pytest.fixture
def path(made, tmp_path):
    return shutil.copy(made, tmp_path / "ferry.onrecord")


@pytest.fixture
def client(path):
    with visiting(path) as client:
        yield client


def doubts(path, day=None):
    with Record.open(path) as record:
        return list(record.as_of(day).review())


def judged(path):
    with Record.open(path) as record:
        return list(record.judged())


def text_of(page):
    """What stands on a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())


def test_the_review_asks_what_the_library_asks_in_its_order(client, path):
    page = client.get("/review", params={"limit": 200}).text
    asked = doubts(path)
    assert asked
    places = [page.index(f'id="{doubt.id}"') for doubt in asked]
    assert places == sorted(places)
    for doubt in asked:
        assert doubt.question in text_of(page)
        assert doubt.ground in text_of(page)
        for choice in doubt.choices:
            assert choice.answer in text_of(page)


def test_the_review_shows_the_words_in_their_paragraphs(client, path):
    page = text_of(client.get("/review", params={"limit": 200}).text)
    with Record.open(path) as record:
        for doubt in doubts(path):
            for entry in record.statements(ids=doubt.statements):
                for part in entry.words.split(" … "):
                    assert " ".join(part.split()) in page


def test_the_review_is_as_of_the_day(client, path):
    page = client.get("/review", params={"day": "2031-05-02", "limit": 200}).text
    then = {doubt.id for doubt in doubts(path, "2031-05-02")}
    later = {doubt.id for doubt in doubts(path)} - then
    assert later
    assert [one for one in then if f'id="{one}"' not in page] == []
    assert [one for one in later if f'id="{one}"' in page] == []


def test_of_many_questions_the_first_are_shown_and_a_link_gives_more(client, path):
    page = client.get("/review", params={"limit": 1}).text
    assert page.count('class="card doubt"') == 1
    assert f"Show more of {len(doubts(path))} questions" in page
    assert client.get("/review", params={"limit": 0}).status_code == 400


def test_an_answer_is_kept_told_shown_and_undone(client, path):
    first = doubts(path)[0]
    [form] = forms(client.get("/review").text, "/judge")
    page = press(client, form, form.choices[0], who="Ida Renn", why="I rang them", **{"value-1": "2031-05-04"})
    assert page.status_code == 200
    assert page.url.path == "/review"
    assert first.id not in page.text
    assert "Judged: Ida Renn" in text_of(page.text)
    [one] = judged(path)
    assert (one.judgement.who, one.judgement.why, one.state) == ("Ida Renn", "I rang them", State.APPLIED)
    assert "Ida Renn" in client.get("/judgements").text
    again = client.get("/review").text
    assert "Judged:" not in again
    assert 'name="who" value="Ida Renn"' in again
    [undo, *_] = forms(page.text, "/undo")
    undone = press(client, undo)
    assert "undid the decision" in text_of(undone.text)
    assert first.id in undone.text
    assert [each.state for each in judged(path)] == [State.UNDONE, State.APPLIED]


def test_every_question_of_the_review_can_be_answered_by_its_first_button(client, path):
    for _ in doubts(path):
        [form] = forms(client.get("/review").text, "/judge")
        page = press(client, form, form.choices[0], who="Ida Renn", **{"value-1": "2031-05-04"})
        assert page.status_code == 200, text_of(page.text)
    assert doubts(path) == []
    assert "no doubt of the record is left" in client.get("/review").text


def test_what_two_people_decide_differently_comes_first_and_stands_side_by_side(client, path):
    with Record.open(path) as record:
        statement = record.statements()[0].id
        one = record.reject(statement, who="Ida Renn", why="a caption")
        other = record.accept(statement, who="Oran Teck", why="heard it")
    page = client.get("/review").text
    assert page.index("Which of these decisions is to stand?") < page.index('id="doubt-2"')
    listed = client.get("/judgements").text
    [section] = re.findall(r'<section class="card contested".*?</section>', listed, re.DOTALL)
    assert f'id="{one.id}"' in section
    assert f'id="{other.id}"' in section
    assert "contested by Oran Teck" in text_of(section)
    [form] = forms(page, "/judge")
    settled = press(client, form, form.choices[0], who="Bo")
    assert "Which of these decisions is to stand?" not in settled.text
    assert {each.state for each in judged(path)} == {State.APPLIED, State.UNDONE}


def test_a_page_of_a_day_is_the_one_to_go_back_to(client):
    [form] = forms(client.get("/review", params={"day": "2031-05-03", "limit": 2}).text, "/judge")
    page = press(client, form, form.choices[0], who="Ida Renn")
    assert (page.url.path, dict(page.url.params)) == ("/review", {"day": "2031-05-03", "limit": "2"})


@pytest.mark.parametrize(
    "given",
    [
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "",
        "evil",
        "/\nLocation: x",
    ],
)
def test_one_is_never_sent_to_another_site(client, given):
    assert back({"back": given}) == "/"
    [form] = forms(client.get("/review").text, "/judge")
    client.follow_redirects = False
    answer = press(client, form, form.choices[0], who="Ida Renn", back=given, **{"value-1": "2031-05-04"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("ruling=reject&statement=st-nowhere", "no statement of the record has the id 'st-nowhere'"),
        ("ruling=reject", "a statement is needed"),
        ("ruling=perhaps&statement=st-1", "'perhaps' is no ruling"),
        ("", "'' is no ruling"),
        ("ruling=same+position&statement=st-1", "it takes two different statements"),
        ("ruling=dated&report=nowhere&value=2031-05-04", "nowhere"),
        ("ruling=undone&judgement=j-nowhere", "no judgement of the record has the id 'j-nowhere'"),
        ("ruling=same+source&name=Brita+Holm&name=Nobody+Known", "Nobody Known"),
        ("ruling=reject&statement=" + "x" * 3000, "statement: at most 2,000 characters can be kept"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_kept(client, path, choice, told):
    [form] = forms(client.get("/review").text, "/judge")
    page = press(client, form, choice, who="Ida Renn")
    assert page.status_code in {400, 404}
    assert told in text_of(page.text)
    assert judged(path) == []


def test_nobody_decides_without_a_name(client, path):
    [form] = forms(client.get("/review").text, "/judge")
    page = press(client, form, form.choices[0], who=" ", **{"value-1": "2031-05-04"})
    assert page.status_code == 400
    assert "who decides?" in text_of(page.text)
    assert judged(path) == []


@pytest.mark.parametrize("address", ["/judge", "/undo", "/judgements/import"])
@pytest.mark.parametrize("guard", ["", "wrong", None])
def test_a_form_that_no_page_of_ours_made_changes_nothing(client, path, address, guard):
    statement = doubts(path)[0].statements
    sent = {"ruling": "reject", "statement": statement[0] if statement else "", "who": "Ida", "lines": "{}"}
    page = client.post(address, data=sent if guard is None else {**sent, "guard": guard})
    assert page.status_code == 403
    assert judged(path) == []


def test_a_form_that_another_site_sends_changes_nothing(client, path):
    [form] = forms(client.get("/review").text, "/judge")
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        sent = {**form.fields, "choice": form.choices[0], "who": "Ida", "value-1": "2031-05-04"}
        assert client.post("/judge", data=sent, headers=headers).status_code == 403
    assert judged(path) == []


def test_where_nothing_may_be_changed_there_are_no_forms_and_none_is_followed(path):
    with visiting(path) as client:
        [form] = forms(client.get("/review").text, "/judge")
    with Record.open(path) as record:
        record.reject(record.statements()[0].id, who="Ida Renn", why="a caption")
    with visiting(path, read_only=True) as client:
        for page in ("/review", "/judgements"):
            assert 'method="post"' not in client.get(page).text
        assert press(client, form, form.choices[0], who="Bo").status_code == 403
    assert len(judged(path)) == 1


def test_what_a_person_writes_is_never_markup(client, path):
    [form] = forms(client.get("/review").text, "/judge")
    page = press(client, form, form.choices[0], who=HOSTILE, why=HOSTILE * 9, **{"value-1": "2031-05-04"})
    assert page.status_code == 200
    for shown in (page.text, client.get("/judgements").text, client.get("/review").text):
        assert "<script>alert" not in shown
        assert "<svg" not in shown
        assert "\u202e" not in re.sub(r'value="[^"]*"', "", shown)
    assert judged(path)[0].judgement.who == " ".join(HOSTILE.split())


MACROS = """
{% from "desk_macros.html" import judge_statement, judge_pair, judge_source, judge_report with context %}
{{ judge_statement(visit, entry) }}{{ judge_pair(visit, entry.id, other.id) }}
{{ judge_source(visit, source) }}{{ judge_report(visit, report) }}
"""


def test_each_form_that_pages_fold_into_a_line_decides_what_its_button_says(client, path):
    with Record.open(path) as record:
        entry, other = record.statements()[:2]
        source, report = record.source("Brita Holm"), record.reports()[-1]
    guard = forms(client.get("/review").text, "/judge")[0].fields["guard"]
    visit = SimpleNamespace(read_only=False, who="Ida Renn", here="/review", guard=guard)
    about = {"entry": entry, "other": other, "source": source, "report": report}
    page = environment().from_string(MACROS).render(visit=visit, link=lambda *_, **__: "/", **about)
    given = {"same": "Arno Vale", "value": "2031-05-02", "part": "said"}
    for form in forms(page, "/judge"):
        for choice in form.choices:
            fields = {name: value for name, value in given.items() if name in form.fields or name == "part"}
            answer = press(client, form, choice, **fields)
            assert answer.status_code == 200, text_of(answer.text)
    decided = [one.judgement for one in judged(path)]
    assert {one.ruling for one in decided} == set(Ruling) - {Ruling.NOT_SAME_SOURCE, Ruling.UNDONE}
    assert {one.who for one in decided} == {"Ida Renn"}
    [corrected] = [one for one in decided if one.ruling is Ruling.CORRECT]
    assert (corrected.part, corrected.value, corrected.places) == ("said", "2031-05-02", (entry.statement.extent,))


def test_a_name_can_be_parted_from_a_source_that_has_several(path, client):
    with Record.open(path) as record:
        record.same_source("Brita Holm", "Arno Vale", who="Bo", why="a guess")
        source = record.source("Brita Holm")
    assert spellings(source) == ["Arno Vale"] or spellings(source) == ["Brita Holm"]
    guard = forms(client.get("/review").text, "/judge")[0].fields["guard"]
    visit = SimpleNamespace(read_only=False, who="Ida Renn", here="/review", guard=guard)
    macro = "{% from 'desk_macros.html' import judge_source with context %}{{ judge_source(visit, source) }}"
    [form] = forms(environment().from_string(macro).render(visit=visit, source=source, link=str), "/judge")
    assert press(client, form, form.choices[1], other=spellings(source)[0]).status_code == 200
    decided = judged(path)
    assert [one.judgement.ruling for one in decided] == [Ruling.SAME_SOURCE, Ruling.NOT_SAME_SOURCE]
    assert {one.state for one in decided} == {State.CONTESTED}
