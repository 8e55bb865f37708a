"""The pages of a matter, of sources, of what is new, and the box for words and questions, as a browser would ask."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.prose.between import because
from onrecord.prose.words import figures, plainly
from onrecord.web.app import application
from onrecord.web.pages.matter import parted

DAYS = [None, "2024-03-12", "2024-03-18"]


class Text(HTMLParser):
    """What a page says, and where it leads."""

    def __init__(self, page):
        super().__init__()
        self.words, self.links, self.ids, self.marked = [], [], [], []
        self._open = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.links += [given["href"]] if tag == "a" else []
        self.ids += [given["id"]] if "id" in given else []
        self._open += [given.get("class", "")] if tag in ("mark", "span", "q") else []

    def handle_endtag(self, tag):
        if tag in ("mark", "span", "q"):
            self._open.pop()

    def handle_data(self, data):
        self.words.append(data)
        if any("content" in each.split() for each in self._open):
            self.marked.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("reading") / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(files("onrecord") / "demo_story" / "reports")
    return path


@pytest.fixture(scope="module")
def record(path):
    with Record.open(path) as record:
        yield record


@pytest.fixture(scope="module")
def ask(path):
    with TestClient(application(path), base_url="http://localhost") as client:

        def get(address, status=200, **query):
            page = client.get(address, params={name: value for name, value in query.items() if value})
            assert page.status_code == status, page.text
            return page.text

        yield get


def flat(text):
    return " ".join(text.split())


def section(page, position):
    """The part of a page that shows one answer."""
    return Text(page.partition(f'<section class="column" id="{position}"')[2].partition("</section>")[0])


@pytest.mark.parametrize("day", DAYS)
def test_each_matter_has_a_page_with_every_answer_as_the_library_gives_it(record, ask, day):
    then = record.as_of(day)
    for matter in then.matters(10):
        page = ask(f"/matters/{matter.id}", day=day)
        whole = Text(page)
        assert flat(matter.question) in whole.text
        leading, folded = parted(matter)
        assert [*leading, *folded] == list(matter.positions)
        for number, position in enumerate(matter.positions, 1):
            assert whole.ids.count(position.id) == (position in [*leading[:9], *folded])
            if position in leading[:9]:
                shown = section(page, position.id).text
                assert shown.startswith(f'aria-labelledby="{position.id}-answer"> {number} {plainly(position.answer)}')
                assert figures(position.backing) in shown


def test_an_answer_shows_who_gives_it_by_links_and_its_words_marked_in_their_sentence(record, ask):
    for matter in record.matters(6):
        page = ask(f"/matters/{matter.id}")
        for position in parted(matter)[0][:9]:
            shown = section(page, position.id)
            own = {record.publisher(report) for report in position.own_voice}
            for source in [one for one in position.held_by if record.who(one) not in own][:6]:
                assert f"/sources/{source}" in shown.links
            for entry in record.statements(ids=position.statements[:3]):
                assert f"/reports/{entry.report.id}#{entry.id}" in shown.links
                marked = flat("".join(shown.marked)).replace(" ", "")
                for span in entry.statement.content:
                    assert flat(span.of(record.text(span.report))).replace(" ", "") in marked


def test_an_answer_opens_into_all_its_statements_and_origins(record, ask):
    opened = 0
    for matter in record.matters(6):
        for one in record.backed(matter.id):
            if len(one.statements) > 3:
                page = ask(f"/matters/{matter.id}", position=one.position, limit=500)
                shown = section(page, one.position)
                for entry in record.statements(ids=one.statements):
                    assert f"/reports/{entry.report.id}#{entry.id}" in shown.links
                assert f"{len(one.behind.origins)} independent origin" in shown.text
                for dependent in one.behind.dependent:
                    assert flat(dependent.ground) in shown.text
                assert "more statement" not in shown.text
                opened += 1
    assert opened


def test_an_answer_known_by_its_words_alone_opens_beside_the_others(record, ask):
    matter, position = next((m, parted(m)[1][0]) for m in record.matters() if parted(m)[1])
    folded = ask(f"/matters/{matter.id}")
    assert f'<section class="column" id="{position.id}"' not in folded
    assert f"/matters/{matter.id}?position={position.id}#{position.id}" in Text(folded).links
    opened = ask(f"/matters/{matter.id}", position=position.id)
    assert f'<section class="column" id="{position.id}"' in opened
    assert Text(opened).ids.count(position.id) == 1


def test_disputes_stand_between_the_answers_with_their_ground_and_both_words(record, ask):
    seen = 0
    for matter in record.matters(15):
        page = ask(f"/matters/{matter.id}", pairs=500)
        numbers = {position.id: at for at, position in enumerate(matter.positions, 1)}
        pairs = re.findall(r'<li id="([a-z]+)-(po-\w+)-(po-\w+)" class="pair', page)
        assert pairs == [(each.kind.value, each.one, each.other) for each in record.between(matter.id)]
        for each in record.between(matter.id):
            part = Text(page.partition(f'<li id="{each.kind}-{each.one}-{each.other}"')[2].partition("</li>")[0])
            if each.links:
                told = part.text
                link = each.links[0]
                assert f"{numbers[each.one]} " in told
                assert because(link) in told
                for entry in record.statements(ids=(link.source, link.target)):
                    assert f"/reports/{entry.report.id}#{entry.id}" in part.links
                seen += 1
    assert seen > 20


def test_a_matter_tells_who_changed_their_story_and_who_was_silent(record, ask):
    shifted = 0
    for matter in record.matters(15):
        turns = record.turns(matter.id)
        page = Text(ask(f"/matters/{matter.id}", turns=500)).text
        assert ("Reported to have changed their story" in page) is bool(turns.shifts)
        assert ("Contradicted since, and not reported to have answered" in page) is bool(turns.unanswered)
        assert ("Reported to have declined to speak" in page) is bool(turns.declined)
        for shift in turns.shifts:
            assert f"First {plainly(shift.before.answer)}, by {record.who(shift.before.source).name}" in page
            shifted += 1
    assert shifted


@pytest.fixture
def told(tmp_path):
    """Gives a page of a record of these reports, each with its day."""

    def tell(*reports):
        for number, (day, text) in enumerate(reports):
            (tmp_path / f"{number}.txt").write_text(f" date {day} {text}\n", encoding="utf-8")
        with Record.open(tmp_path / "r.onrecord") as record:
            record.add_all(*sorted(tmp_path.glob("*.txt")))
        return tmp_path / "r.onrecord"

    return tell


def test_what_reports_tell_differently_stands_with_the_words_of_each(told):
    path = told(
        ("2024-05-09", "The Salt Guard said on Monday that its fighters had captured the town of Orvane."),
        ("2024-05-10", "On Wednesday the Salt Guard said that it had captured the town of Orvane."),
    )
    with Record.open(path) as record, TestClient(application(path), base_url="http://localhost") as client:
        [matter] = [one for one in record.matters() if record.discrepancies(one.id)]
        [found] = record.discrepancies(matter.id)
        page = Text(client.get(f"/matters/{matter.id}").text)
        for version in found.values:
            assert f"{version.value} in {len(version.reports)} report" in page.text
            for span in version.words:
                assert flat(span.of(record.text(span.report))) in page.text


def test_no_page_of_a_day_holds_an_id_of_a_later_one(record, ask):
    then = record.as_of("2024-03-12")
    ids = {one.id for one in then.reports()}
    later = [one.id for one in record.reports() if one.id not in ids]
    assert later
    pages = [f"/matters/{matter.id}" for matter in then.matters(5)]
    pages += [f"/sources/{row.source.id}" for row in then.sources(8)]
    for address in [*pages, "/sources", "/changes", "/search?q=harbour"]:
        path, _, query = address.partition("?q=")
        page = ask(path, day="2024-03-12", q=query)
        assert not [report for report in later if report in page], address
        for link in Text(page).links:
            if link.startswith(("/matters/", "/sources/", "/reports/", "/origins/")):
                assert "day=2024-03-12" in link


@pytest.mark.parametrize("day", DAYS)
def test_each_source_has_a_page_with_all_that_it_said(record, ask, day):
    then = record.as_of(day)
    for row in then.sources(25):
        page = Text(ask(f"/sources/{row.source.id}", day=day, limit=500))
        said = then.statements(source=row.source.id)
        assert flat(row.source.name) in page.text
        assert f"{len(said)} statement" in page.text
        for entry in said:
            assert any(
                link.startswith(f"/reports/{entry.report.id}") and link.endswith(entry.id) for link in page.links
            )
        for name in row.source.names:
            assert flat(name) in page.text
        for origin in then.origins(row.source.id, 8):
            assert any(link.startswith(f"/origins/{origin.id}") for link in page.links)
        for turned in then.turned(row.source.id):
            assert f"First {plainly(turned.shift.before.answer)}" in page.text


def test_statements_of_a_source_are_narrowed_as_the_library_narrows_them(record, ask):
    source = record.sources(1)[0].source
    channel = next(each.name for each in record.relays(source.id).channels if each.name)
    matter = record.matters_of(source.id)[0].id
    for asked in ({"channel": channel}, {"stance": "hedged"}, {"words": "the"}, {"matter": matter}, {"words": "zebra"}):
        page = Text(ask(f"/sources/{source.id}", limit=500, **asked))
        found = record.statements(source=source.id, **asked)
        part = ask(f"/sources/{source.id}", limit=500, **asked).partition('id="said"')[2].partition("</section>")[0]
        assert part.count('<figure class="statement">') == len(found)
        assert {f"/reports/{entry.report.id}#{entry.id}" for entry in found} <= set(page.links)
    assert "No statement fits that" in page.text


def test_lists_that_are_cut_give_the_rest_by_a_link(record, ask):
    source = record.sources(1)[0].source
    page = ask(f"/sources/{source.id}", limit=2, matters=1, origins=1)
    assert f"{len(record.statements(source=source.id)) - 2} more statement" in page
    assert f"{record.matters_of(source.id).total - 1} more question" in page
    more = next(link for link in Text(page).links if "limit=8" in link)
    assert ask(unescape(more).partition("#")[0]).count('<figure class="statement">') > page.count(
        '<figure class="statement">'
    )
    assert "Who speaks" in ask("/sources", limit=5)
    assert ask("/sources", limit=5).count('class="source"') == 5
    assert "More sources" in ask("/sources", limit=5)
    assert "More sources" not in ask("/sources", limit=500)


def test_sources_are_found_by_the_beginnings_of_their_names(record, ask):
    found = record.called("minis")
    assert found
    assert [one for one in record.sources() if one.source in found]
    page = Text(ask("/sources", name="minis"))
    assert [link for link in page.links if link.startswith("/sources/")] == [f"/sources/{one.id}" for one in found]
    assert "Nobody in the reports of these days is called that" in ask("/sources", name="zzz")


@pytest.mark.parametrize("since", ["2024-03-11", "2024-03-13", "2024-03-19"])
def test_changes_are_grouped_by_kind_with_the_gravest_first(record, ask, since):
    found = record.changes(since)
    page = ask("/changes", since=since, limit=1000)
    kinds = list(dict.fromkeys(one.kind for one in found))
    headed = [flat(re.sub("<[^>]+>", " ", each)) for each in re.findall(r'<h2 id="kind-\d+">(.*?)</h2>', page)]
    assert headed == [f"{kind.capitalize()} {len({one.id for one in found if one.kind is kind})}" for kind in kinds]
    text = Text(page).text
    for one in found:
        assert flat(one.what) in text
    for kind in kinds:
        alone = ask("/changes", since=since, kind=kind, limit=1000)
        assert alone.count('id="kind-') == 1
        for one in found:
            if one.kind is kind:
                assert one.by in Text(alone).text
                assert kind in ("new report", "revised") or plainly(one.answer) in Text(alone).text


def test_changes_are_those_since_the_last_day_where_none_is_given(record, ask):
    assert f"New since {record.days()[-1][0]}" in ask("/changes")
    assert "New since 2024-03-12" in ask("/changes", day="2024-03-12")


@pytest.mark.parametrize(
    "address", ["/changes?since=once", "/changes?kind=rumour", "/sources?limit=0", "/search?q=a&limit=-1"]
)
def test_what_cannot_be_understood_is_told(ask, address):
    path, _, query = address.partition("?")
    name, value = query.split("&")[-1].split("=")
    assert "That is not possible" in ask(path, status=400, q="a", **{name: value})


@pytest.mark.parametrize("address", ["/matters/ma-0", "/sources/so-0", "/sources/Nobody Atall"])
def test_what_is_not_in_the_record_is_told(ask, address):
    assert "That is not possible" in ask(address, status=404)


def test_words_are_found_where_they_stand(record, ask):
    for words in ("harbour", "said the", "ministry"):
        page = Text(ask("/search", q=words, limit=500))
        found = record.search(words)
        assert [link for link in page.links if "#at-" in link] == [
            f"/reports/{hit.report.id}#at-{hit.span.start}" for hit in found
        ]
        assert found
    assert "No line of any report holds all of these words" in ask("/search", q="zebra crossing")


def test_a_find_leads_to_its_line_in_the_report(record, ask):
    for hit in record.search("ministry"):
        assert f"at-{hit.span.start}" in Text(ask(f"/reports/{hit.report.id}")).ids


def test_words_lead_to_where_their_statement_stands_in_its_report(record, ask):
    page = Text(ask(f"/matters/{record.matters(1)[0].id}"))
    places = [
        link.removeprefix("/reports/").split("#") for link in page.links if "/reports/" in link and "#st-" in link
    ]
    assert places
    for report, statement in places:
        assert statement in Text(ask(f"/reports/{report}")).ids


def test_a_question_is_answered_as_the_library_answers_it(record, ask):
    for question in (
        "Who controls Port Sarrin?",
        "Did Joran Velk flee?",
        "Who controls Port Sarrin, according to Ilan Drosk?",
    ):
        answered = record.ask(question)
        page = Text(ask("/search", q=question))
        assert answered.matters
        for matter in answered.matters:
            assert f"/matters/{matter.id}" in page.links
            for position in parted(matter)[0][:6]:
                assert position.id in page.ids
                assert figures(position.backing) in page.text
        for told in answered.narrowed:
            assert told in page.text
        for way in ("for it", "against it"):
            assert (f"Said by sources {way}" in page.text) is any(
                verdict == way.split()[0] for verdict in answered.verdicts.values()
            )
    assert "Nothing in the record answers that" in ask("/search", q="Who won the cup of cups?")


def test_what_somebody_said_is_quoted(record, ask):
    question = "What does Ilan Drosk say about the warehouse?"
    said = record.ask(question).said
    assert said
    page = Text(ask("/search", q=question))
    for entry in said[:10]:
        assert f"/reports/{entry.report.id}#{entry.id}" in page.links


def test_an_id_leads_to_its_page(path, record):
    report, source, matter = record.reports()[0], record.sources(1)[0].source, record.matters(1)[0]
    statement, origin = record.statements(limit=1)[0], record.origins(limit=1)[0]
    leads = {
        report.id: f"/reports/{report.id}",
        source.id: f"/sources/{source.id}",
        matter.id: f"/matters/{matter.id}",
        statement.id: f"/reports/{statement.report.id}#{statement.id}",
        origin.id: f"/origins/{origin.id}",
    }
    with TestClient(application(path), base_url="http://localhost", follow_redirects=False) as client:
        for asked, place in leads.items():
            answer = client.get("/search", params={"q": asked})
            assert (answer.status_code, answer.headers["location"]) == (303, place)
        day = client.get("/search", params={"q": source.id, "day": "2024-03-19"}).headers["location"]
        assert day == f"/sources/{source.id}?day=2024-03-19"
        for nothing in ("st-0", "ma-0", "or-0", "so-0", "0123456789abcdef"):
            assert client.get("/search", params={"q": nothing}).status_code == 200


def test_the_empty_box_says_what_it_takes(ask):
    assert "the id of a statement" in ask("/search")
