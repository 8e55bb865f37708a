"""Text of reports is never markup on the pages of matters, sources, changes and finds, nor can it hide or reorder."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient
from tests.web.strange import HOSTILE

from onrecord import Record
from onrecord.web.app import application

ALLOWED = set(
    "html head meta title link script body a header p span form label input button nav ul ol li select option noscript "
    "output main h1 h2 h3 section div dl dt dd details summary figure figcaption blockquote bdi mark q code br table "
    "caption thead tbody tr th td footer strong".split()
)


class Tags(HTMLParser):
    """The elements of a page, their attributes, and whether each is closed in its turn."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words, self.faults, self._open = set(), [], [], [], []
        self.feed(page)
        self.faults += self._open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        self._open += [] if tag in self.VOID else [tag]

    def handle_data(self, data):
        self.words.append(data)

    def handle_endtag(self, tag):
        while self._open and self._open[-1] != tag and self._open[-1] in ("li", "p", "option"):
            self._open.pop()
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"/{tag}")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    reports = folder / "reports"
    reports.mkdir()
    for number, text in enumerate(HOSTILE):
        (reports / f"{number}_<b>{number}.txt").write_text(
            f" date 2024-05-{11 + number} source {text[:60]} The Salt Guard said {text} that it had captured the town of Orvane. "
            f"Mayor Tilde {text[:60]} Brask said that the Salt Guard did not control Orvane {text}.\n\n"
            f'"The mill {text} is shut," harbour master Oda Brandt said. Ida Renn told {text[:60]} News that six people were killed.\n'
        )
    with Record.open(folder / "<i>r.onrecord") as record:
        record.add_all(reports)
        assert record.count == len(HOSTILE)
    return folder / "<i>r.onrecord"


def pages(record):
    yield from (f"/matters/{matter.id}" for matter in record.matters(12))
    yield from (f"/sources/{row.source.id}" for row in record.sources(30))
    yield from ("/sources", "/sources?name=brask", "/changes?since=2024-05-11", "/search?q=orvane", "/search?q=script")
    yield "/search?q=Who+controls+Orvane%3F"
    for matter in record.matters(2):
        yield f"/matters/{matter.id}?position={matter.positions[-1].id}&limit=500&pairs=500"
    yield from ("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/sources?name=%3Csvg onload=alert(1)%3E")


def test_no_page_takes_text_for_markup_or_lets_it_hide_or_reorder(path):
    seen = []
    with Record.open(path) as record, TestClient(application(path), base_url="http://localhost") as client:
        for address in pages(record):
            page = client.get(address)
            assert page.status_code == 200, address
            found = Tags(page.text)
            assert found.tags <= ALLOWED, (address, found.tags - ALLOWED)
            assert not found.faults, (address, found.faults)
            assert not [name for name, _ in found.attributes if name.startswith("on") or name == "style"], address
            for name, value in found.attributes:
                if name in ("href", "src", "action"):
                    assert re.match(r"/|#", value), (address, value)
            told = [value for name, value in found.attributes if name in ("title", "aria-label", "placeholder")]
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u00ad]", "".join([*found.words, *told])), address
            seen += found.words
    assert "{{ 7 * 7 }}" in "".join(seen)
    assert "<script>alert(1)</script>" in "".join(seen)


def test_words_from_right_to_left_are_set_apart_in_paragraphs_of_their_own_direction(path):
    with TestClient(application(path), base_url="http://localhost") as client:
        page = client.get("/search", params={"q": "أبو"}).text
    assert '<blockquote dir="auto"><bdi class="words">' in page
    assert "أبو" in page
