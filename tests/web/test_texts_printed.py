"""A report's text stands on its page exactly as printed, and so do the words of each of its statements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.web.printed import Printed

from onrecord import Record
from onrecord.record.span import Span
from onrecord.web.app import application
from onrecord.web.marking import Mark, marked
from onrecord.web.rendering import environment

PAGE = (
    '{% from "texts_macros.html" import pieces with context %}<div class="text">'
    '{% for line in lines %}<p id="{{ line.anchor }}">{{ pieces(line, stops) }}</p>{% endfor %}</div>'
)
SIGNS = st.sampled_from("ab é\n\r\t 漢\u05e2\u0645\u200f\u202e\u2066\u200b\u00ad\ufeff<>&\"'{%") | st.characters()
LONG = "no space in this line but many letters ".replace(" ", "") * 300
TEXTS = [
    "The ferry office said the pilot had said “low water”.\r\n\r\nHarbour master Oda Brandt denied it: “The water was high.”\r\n",
    "\n\n  Mayor Ida Renn said on Monday that the bridge <b>is</b> closed &amp; will stay so.\n\tSpokesman Per Aas said it is open.\n",
    "“It is closed,” said Ida Renn.\u202e “It is open,” said Per Aas.\u200b\n",
    'Oda Brandt said: "<script>alert(1)</script> is what they sent us." Per Aas said {{ 7 * 7 }} boats had left.\n',
    f"Ida Renn said {LONG} on Monday.\n",
    "قال العمدة إن الميناء مغلق.\nMayor Ida Renn said the harbour was closed.\nראש העיר אמר שהגשר פתוח.\n",
]


@settings(deadline=None)
@given(st.text(SIGNS, min_size=1, max_size=80), st.data())
def test_any_text_is_on_its_page_as_printed_and_so_is_what_is_marked_in_it(text, data):
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda ends: ends[0] < ends[1])
    spans = data.draw(st.lists(st.tuples(st.sampled_from(["st-a", "st-b", "st-c"]), places), max_size=6))
    marks = [Mark(one, "content", Span("re", *ends), ends[1] - ends[0]) for one, ends in spans]
    page = Printed(environment().from_string(PAGE).render(lines=marked(text, marks), stops=set()))
    assert page.text == text
    assert page.tags <= {"div", "p", "a", "span"}
    for statement in {one for one, _ in spans}:
        held = {at for one, (start, end) in spans if one == statement for at in range(start, end)}
        assert page.said(statement, "content") == "".join(text[at] for at in sorted(held))
        assert page.ids.count(statement) == 1


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    reports = folder / "reports"
    reports.mkdir()
    for number, text in enumerate(TEXTS):
        (reports / f"{number}.txt").write_bytes(text.encode())
    with Record.open(folder / "texts.onrecord") as record:
        record.add_all(reports)
        assert record.count == len(TEXTS)
    return folder / "texts.onrecord"


def test_each_report_is_on_its_page_with_all_that_is_said_in_it(path):
    with TestClient(application(path), base_url="http://localhost") as client, Record.open(path) as record:
        assert len(record.statements()) > len(TEXTS)
        for listing in record.reports():
            page = Printed(client.get(f"/reports/{listing.id}").text)
            assert page.text == record.text(listing.id)
            entries = record.statements(report=listing.id)
            for entry in entries:
                one, whole = entry.statement, record.text(listing.id)
                assert page.said(one.id, "content") == "".join(span.of(whole) for span in one.content)
                for part, span in (("speaker", one.speaker), ("cue", one.cue)):
                    assert not span or span.of(whole) in page.said(one.id, part)
                assert page.ids.count(one.id) == page.ids.count(f"of-{one.id}") == 1
            marked_ones = {link.removeprefix("#of-") for link in page.links if link.startswith("#of-")}
            assert marked_ones <= {entry.id for entry in entries}
            assert len(page.ids) == len(set(page.ids))


def test_nothing_in_a_text_is_markup(path):
    with TestClient(application(path), base_url="http://localhost") as client, Record.open(path) as record:
        for listing in record.reports():
            page = client.get(f"/reports/{listing.id}").text
            assert not {"\u202e", "\u200b", "<b>is", "alert(1)</script>"} & {
                found for found in ("\u202e", "\u200b", "<b>is", "alert(1)</script>") if found in page
            }
            assert not [name for name in Printed(page).attributes if name.startswith("on") or name == "style"]
