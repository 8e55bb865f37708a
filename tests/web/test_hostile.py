"""Text of reports is never markup, and none of its characters may hide or reorder another."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.web.strange import HOSTILE

from onrecord import Record
from onrecord.web.app import application
from onrecord.web.pages import PAGES
from onrecord.web.rendering import shown, visible


def test_words_are_never_markup():
    for text in HOSTILE:
        made = str(shown(text))
        assert made.startswith("<bdi>")
        assert "<" not in made.replace("<bdi>", "").replace("</bdi>", "").replace("<span class=", "").replace(
            "</span>", ""
        )


@pytest.mark.parametrize(
    ("character", "told"), [("\u202e", "U+202E right-to-left override"), ("\u200b", "U+200B zero width space")]
)
def test_what_shows_nothing_itself_is_shown_by_a_sign_that_tells_what_it_is(character, told):
    made = str(visible(f"a{character}b"))
    assert character not in made
    assert f'title="{told}"' in made


@given(st.text())
def test_all_that_shows_itself_is_kept_as_it_is(text):
    made = str(visible(text))
    if "unseen" not in made:
        assert unescape(made) == text


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A record whose reports, outlets, names and file names are all hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    reports = folder / "reports"
    reports.mkdir()
    for number, text in enumerate(HOSTILE):
        (reports / f"{number}_<b>{number}.txt").write_text(
            f" date 2024-03-{11 + number} source {text} The harbour of {text} Kelm is closed, mayor Ida {text} Renn said on Monday. "
            f'"The harbour {text} is closed," harbour master Oda Brandt said. The harbour is open, spokesman Per {text} Aas told {text} News.\n'
        )
    with Record.open(folder / "<i>r.onrecord") as record:
        record.add_all(reports)
        assert record.count == len(HOSTILE)
    with TestClient(application(folder / "<i>r.onrecord"), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("path", [path for path in PAGES if "{" not in path])
def test_no_page_takes_text_of_a_report_for_markup(client, path):
    page = client.get(path, params={"q": "harbour"})
    assert page.status_code == 200
    for text in (
        "<script>alert",
        "<img src",
        "<svg onload",
        "<iframe",
        "<b>",
        "<i>",
        '="javascript:',
        "\u202e",
        "\u200b",
    ):
        assert text not in page.text
