"""Reports, the timeline, origins and problems as pages, held against what the library answers."""

from __future__ import annotations

import json
import re
from html import unescape
from importlib.resources import files

import pytest
from starlette.testclient import TestClient
from tests.web.printed import Printed

from onrecord import Record
from onrecord.web.app import application
from onrecord.web.marking import line_at

SHARED = "The lock at Aldmouth has been shut since Sunday and forty barges lie waiting below it, harbour master Oda Brandt said."
ROWS = [
    {
        "text": f"{SHARED}\n\nMayor Ida Renn said on Monday that 12 people were hurt when the gate fell on 3 June 2024.\n",
        "date": "2024-06-04", "publisher": "Aldmouth Post", "title": "Lock shut", "url": "https://post.example/lock",
    },
    {
        "text": f"{SHARED}\n\nSpokesman Per Aas said that the old gate had fallen into the lock chamber at noon.\n",
        "date": "2024-06-05", "publisher": "Tidewater News", "title": "Forty barges wait", "url": "javascript:alert(1)",
    },
    {
        "text": f"{SHARED}\n\nMayor Ida Renn said on Monday that 14 people were hurt when the gate fell on 3 June 2024.\n",
        "date": "2024-06-06", "publisher": "Aldmouth Post", "title": "Lock shut", "url": "https://post.example/lock",
    },
    {
        "text": "The Tidewater News reported, citing Per Aas, that the old gate had fallen into the lock chamber at noon.\n", "date": "2024-06-07",
        "publisher": "River Herald", "title": "Old gate",
    },
    {"text": "Oda Brandt said the lock would open again.\n", "publisher": "Sluice Gazette", "title": "No day here"},
    {
        "text": "Kill: the report is withdrawn.\n", "date": "2024-06-08", "publisher": "Tidewater News", "status": "withdrawn",
        "url": "javascript:alert(1)",
    },
]  # fmt: skip


def client_of(path):
    return TestClient(application(path), base_url="http://localhost")


@pytest.fixture(scope="module")
def lock(tmp_path_factory):
    """Reports with editions, a withdrawal, a passage in two outlets, one without a day, and a line that is none."""
    folder = tmp_path_factory.mktemp("lock")
    (folder / "lock.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in ROWS) + "not json\n")
    with Record.open(folder / "lock.onrecord") as record:
        record.add_all(folder / "lock.jsonl")
        assert record.count == len(ROWS)
    return folder / "lock.onrecord"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    path = tmp_path_factory.mktemp("story") / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
    return path


def plain(page):
    """The words of a page, without its tags, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.mark.parametrize("day", [None, "2024-03-13"])
def test_the_list_of_reports_holds_each_with_the_number_of_its_statements(story, day):
    with client_of(story) as client, Record.open(story) as record:
        page = client.get("/reports", params={"day": day} if day else {}).text
        rows = re.findall(r'<li>\s*<a class="title" href="/reports/([^"?]+)(.*?)</li>', page, re.DOTALL)
        snapshot = record.as_of(day)
        assert rows
        assert sorted(report for report, _ in rows) == sorted(one.id for one in snapshot.reports())
        for report, row in rows:
            assert f"{len(snapshot.statements(report=report))} statement" in row
            assert row.count('class="fell"') == len(snapshot.fates(report))
            assert not day or f"?day={day}" in row


def test_reports_are_found_by_outlet_and_by_words_of_the_title(lock):
    with client_of(lock) as client:
        found = client.get("/reports", params={"outlet": "aldmouth", "title": "SHUT lock"}).text
        assert (found.count('class="title"'), "2 reports" in plain(found)) == (2, True)
        assert "No report fits" in client.get("/reports", params={"title": "no such words"}).text
        assert "Of a day that is not known" in client.get("/reports").text
        assert client.get("/reports", params={"page": "-1"}).status_code == 400


def test_pages_of_reports_lead_on(tmp_path):
    (tmp_path / "many.jsonl").write_text(
        "".join(
            json.dumps({"text": f"Ida Renn said gate {n} is shut.", "date": "2024-06-01", "title": f"Gate {n}"}) + "\n"
            for n in range(120)
        )
    )
    with Record.open(tmp_path / "many.onrecord") as record:
        record.add_all(tmp_path / "many.jsonl", jobs=1)
    with client_of(tmp_path / "many.onrecord") as client:
        seen, address = set(), "/reports?title=gate"
        for _ in range(3):
            page = client.get(address).text
            seen |= set(re.findall(r'class="title" href="/reports/([^"]+)"', page))
            following = re.search(r'rel="next" href="([^"]+)"', page)
            address = unescape(following[1]) if following else ""
        assert (len(seen), address) == (120, "")
        assert "1–50 of 120 reports" in plain(client.get("/reports").text)
        assert "101–120 of 120 reports" in plain(client.get("/reports?page=9").text)


def test_a_report_tells_where_it_comes_from(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        first, second, *_ = record.reports()
        page = client.get(f"/reports/{first.id}").text
        assert 'href="https://post.example/lock"' in page
        assert f'href="/sources/{record.publisher(first.id).id}"' in page
        origins = record.behind(one.id for one in record.statements(report=first.id)).backing.origins
        assert f"from {origins} independent origin" in plain(page)
        other = client.get(f"/reports/{second.id}").text
        assert "javascript:alert(1)" in plain(other)
        assert not [link for link in Printed(other).links if link.startswith("javascript")]
        undated = next(one for one in record.reports() if not one.published.known)
        assert "undated: views as of a day leave it out" in plain(client.get(f"/reports/{undated.id}").text)


def test_each_statement_of_a_report_has_its_entry_with_its_matters(story):
    with client_of(story) as client, Record.open(story) as record:
        for listing in record.reports():
            page = client.get(f"/reports/{listing.id}").text
            asked = record.asked(listing.id)
            for entry in record.statements(report=listing.id):
                [there] = re.findall(rf'<li id="of-{entry.id}".*?</li>', page, re.DOTALL)
                assert " ".join(entry.word_of.split()) in plain(there) or not entry.chain
                questions = [one.question for one in asked.get(entry.id, ())][:3]
                assert [question for question in questions if " ".join(question.split()) not in plain(there)] == []


def test_what_became_of_a_report_is_told_with_who_says_so(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        killed = next(one for one in record.reports() if record.fates(one.id))
        page = client.get(f"/reports/{killed.id}").text
        assert "withdrawn on 2024-06-08, says Tidewater News" in plain(page)
        assert "withdrawn on" not in client.get(f"/reports/{killed.id}?day=2024-06-06").text


def test_editions_are_shown_as_differences(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        first = record.reports()[0]
        [revision] = record.revisions(first.id)
        page = client.get(f"/reports/{first.id}").text
        assert revision.edits
        assert "<del>12</del>" in page
        assert "<ins>14</ins>" in page
        assert "<ins>" not in client.get(f"/reports/{first.id}?day=2024-06-05").text


def test_what_rests_on_a_withdrawn_report_is_listed_on_its_page(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        killed = next(one.id for one in record.reports() if record.fates(one.id))
        resting = record.resting(killed)
        page = client.get(f"/reports/{killed}").text
        assert resting
        assert [one.id for one in resting if f"/reports/{one.report.id}#{one.id}" not in page] == []
        assert "What rests on it" not in client.get(f"/reports/{killed}?day=2024-06-06").text


@pytest.mark.parametrize("day", [None, "2024-06-05"])
def test_a_passage_leads_to_its_twin_and_both_are_marked(lock, story, day):
    for path in (lock, story):
        with client_of(path) as client, Record.open(path) as record:
            snapshot = record.as_of(day)
            for listing in snapshot.reports():
                page = Printed(client.get(f"/reports/{listing.id}", params={"day": day} if day else {}).text)
                links = [link for link in page.links if "beside=" in link]
                assert len(links) == len(snapshot.reuse(listing.id))
                for link, one in zip(links, in_order(listing.id, snapshot.reuse(listing.id)), strict=True):
                    pair = client.get(link).text
                    words = unescape("".join(re.findall(r"<mark[^>]*>(.*?)</mark>", pair, re.DOTALL)))
                    assert words == "".join(span.of(record.text(span.report)) for span in one)


def in_order(report, found):
    """The passages of a report as they come in its text: the place in it, and the one elsewhere."""
    sides = ((one.a, one.b) if one.a.report == report else (one.b, one.a) for one in found)
    return sorted(sides)


def test_reports_that_share_nothing_are_not_shown_side_by_side(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        first, *_, last = record.reports()
        page = client.get(f"/reports/{first.id}", params={"beside": last.id})
        assert (page.status_code, "share no passage" in page.text) == (404, True)
        assert client.get(f"/reports/{first.id}", params={"beside": "nowhere"}).status_code == 404
        assert client.get(f"/reports/{first.id}", params={"beside": last.id, "at": "x"}).status_code == 400
        assert client.get("/reports/nowhere").status_code == 404


def test_a_report_of_a_later_day_is_not_there_yet(lock):
    with client_of(lock) as client, Record.open(lock) as record:
        late = record.reports()[2]
        early = client.get(f"/reports/{late.id}?day=2024-06-05").text
        assert "On 2024-06-05 this report was not there yet." in plain(early)
        assert f'href="/reports/{late.id}"' in early
        assert "14 people" not in early
        undated = next(one for one in record.reports() if not one.published.known)
        assert "in no view as of a day" in client.get(f"/reports/{undated.id}?day=2024-06-05").text
        assert client.get(f"/reports/{late.id}?day=2024-06-06").status_code == 200


@pytest.mark.parametrize("day", [None, "2024-03-15"])
def test_the_timeline_holds_the_happenings_of_each_stretch(story, day):
    with client_of(story) as client, Record.open(story) as record:
        asked = {"day": day} if day else {}
        shown = {}
        for month in ("before", "2024-03", "after"):
            page = client.get("/timeline", params={"month": month, "limit": 3000, **asked}).text
            shown[month] = re.findall(r'class="happening" id="([^"]+)"', page)
        snapshot = record.as_of(day)
        month = snapshot.timeline("2024-03-01", "2024-03-31")
        assert shown["2024-03"] == [one.id for past in (False, True) for one in month if one.background is past]
        assert set(shown["before"]) == {one.id for one in snapshot.timeline(None, "2024-02-29")}
        assert shown["before"]
        assert set(shown["after"]) == {one.id for one in snapshot.timeline("2024-04-01", None)}


def test_a_cut_timeline_gives_more(story):
    with client_of(story) as client:
        page = client.get("/timeline?limit=5").text
        assert page.count('class="happening"') == 5
        more = re.search(r'href="(/timeline\?month=2024-03&amp;limit=10)"', page)
        assert client.get(unescape(more[1])).text.count('class="happening"') == 10
        assert client.get("/timeline?month=1999-01").status_code == 400


def test_what_is_told_differently_stands_with_the_words_of_each_version(story):
    with client_of(story) as client, Record.open(story) as record:
        page = client.get("/timeline?differing=all").text
        of_events = [one for event in record.timeline() for one in event.discrepancies]
        assert of_events
        for found in of_events:
            for version in found.values:
                assert f"{found.differs} differs: {version.value}" in plain(page)
                for words in version.words[:1]:
                    at = line_at(record.text(words.report), words.start)
                    assert f"/reports/{words.report}#at-{at}" in page


def test_happenings_lead_to_the_line_that_tells_them(story):
    with client_of(story) as client, Record.open(story) as record:
        page = client.get("/timeline").text
        for event in record.timeline("2024-03-01", "2024-03-31", 60):
            text = record.text(event.words.report)
            assert " ".join(event.words.of(text).split()) == event.text
            assert f"/reports/{event.words.report}#at-{line_at(text, event.words.start)}" in page


@pytest.mark.parametrize("day", [None, "2024-03-14"])
def test_origins_are_those_of_the_library_with_their_reports(story, day):
    with client_of(story) as client, Record.open(story) as record:
        page = client.get("/origins", params={"limit": 20, **({"day": day} if day else {})}).text
        found = record.as_of(day).origins(limit=20)
        assert re.findall(r'<li id="(or-[^"]+)"', page) == [one.id for one in found]
        for one in found:
            [row] = re.findall(rf'<li id="{one.id}">.*?</li>', page, re.DOTALL)
            assert len(re.findall(r'class="report"', row)) == min(8, len(one.reports))
        drawing = json.loads(unescape(re.search(r'data-picture="origins" data-drawing="([^"]*)"', page)[1]))
        several = [one for one in found[:8] if len(one.reports) > 1]
        assert len(drawing["utterances"]) == len(several)
        assert sum(len(dot["of"]) for dot in drawing["dots"]) == sum(len(one.reports) for one in several)
        assert max(dot["lane"] for dot in drawing["dots"]) < len(drawing["lanes"])


def test_an_utterance_is_shown_with_each_telling_and_what_is_retold(story):
    with client_of(story) as client, Record.open(story) as record:
        for one in record.origins(limit=12):
            page = client.get(f"/origins/{one.id}").text
            traced = record.origin(one.id)
            for entry in (*traced.entries, *traced.retold):
                assert page.count(f'class="words" href="/reports/{entry.report.id}#{entry.id}"') == 1
                assert f"“{' '.join(entry.words.split())}”" in plain(page)
            assert [ground for ground in traced.grounds if ground not in plain(page)] == []
        assert client.get("/origins/or-0000000000").status_code == 404


def test_problems_are_told_with_where_and_what_to_do(lock, story):
    for path in (lock, story):
        with client_of(path) as client, Record.open(path) as record:
            words = plain(client.get("/problems").text)
            assert record.problems()
            for one in record.problems():
                assert one.what in words
                assert one.advice in words


def test_reports_without_a_day_are_listed_with_what_to_do(lock, story):
    with client_of(lock) as client, Record.open(lock) as record:
        [undated] = [one for one in record.reports() if not one.published.known]
        page = client.get("/problems").text
        assert f'href="/reports/{undated.id}"' in page
        later = client.get("/problems?day=2024-06-05").text
        assert "What was known on 2024-06-05 is told without it." in plain(later)
        assert f'href="/reports/{undated.id}"' in later
    with client_of(story) as client:
        assert "Every report on record has its day" in client.get("/problems").text


@pytest.mark.parametrize("address", ["/reports", "/timeline", "/timeline?differing=all", "/origins", "/problems"])
def test_an_empty_record_has_these_pages_too(tmp_path, address):
    Record.open(tmp_path / "empty.onrecord").close()
    with client_of(tmp_path / "empty.onrecord") as client:
        page = client.get(address)
        assert page.status_code == 200
        assert 'class="nothing"' in page.text


def test_a_report_shows_what_people_decided_on_it_and_who_gave_its_day(lock, tmp_path):
    path = tmp_path / "judged.onrecord"
    path.write_bytes(lock.read_bytes())
    with Record.open(path) as record:
        undated = next(one.id for one in record.reports() if not one.published.known)
        first = record.reports()[0].id
        rejected = record.statements(report=first)[0]
        record.date(undated, "2024-06-07", who="Ina Toll", why="by the <i>archive</i>")
        record.reject(rejected.id, who="Ina Toll", why="no such words")
    with client_of(path) as client, Record.open(path) as record:
        page = client.get(f"/reports/{undated}?day=2024-06-07").text
        assert "Ina Toll gave the report the day 2024-06-07 (it came with: unknown): by the <i>archive</i>" in plain(
            page
        )
        assert "<i>archive" not in page
        assert "2024-06-07" in plain(page.partition("<h1")[0].rpartition('class="from"')[2])
        page = client.get(f"/reports/{first}").text
        assert f'id="of-{rejected.id}"' not in page
        assert "Ina Toll rejected the statement" in plain(page)
        [decision] = [one for one in record.judgements() if one.places and first in one.reports]
        assert f"/judgements#{decision.id}" in page
        record.undo(decision.id, who="Ina Toll", why="they are there")
        again = client.get(f"/reports/{first}").text
        assert f'id="of-{rejected.id}"' in again
        assert "rejected the statement" not in plain(again)


def test_what_a_search_finds_stands_at_an_anchor_of_its_report(story):
    with client_of(story) as client, Record.open(story) as record:
        hits = record.search("the", limit=25)
        assert hits
        for hit in hits:
            assert f"at-{hit.span.start}" in Printed(client.get(f"/reports/{hit.report.id}").text).ids
