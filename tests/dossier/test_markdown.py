from __future__ import annotations

import re
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from tests.dossier.conftest import BITES

from onrecord.dossier.compose import compose
from onrecord.dossier.markdown import escaped, markdown

NAMES = (
    "story",
    "story on a day",
    "story before it began",
    "hostile",
    "from right to left",
    "undated",
    "empty",
)
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


@pytest.fixture(scope="module")
def texts(dossiers):
    return {name: markdown(dossier) for name, dossier in dossiers.items()}


def flat(tokens):
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def read(text):
    """What a reader shows of Markdown: its words without their marks."""
    shown = (
        token.content if token.type in ("text", "code_inline") else " " * (token.type == "softbreak")
        for token in flat(READER.parse(text))
    )
    return re.sub("[\u2068\u2069]", "", "".join(shown))


def paragraphs(text):
    """The text of each block as a reader shows it."""
    return [read(token.content) for token in READER.parse(text) if token.type == "inline"]


@pytest.mark.parametrize("name", NAMES)
def test_no_html_no_code_and_no_picture_gets_through(texts, name):
    kinds = {token.type for token in flat(READER.parse(texts[name]))}
    assert not [kind for kind in kinds if kind.startswith(("html", "code", "fence", "image", "s_"))]


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_a_report_of_the_file_or_to_the_web(texts, name):
    tokens = READER.parse(texts[name])
    headings = {
        after.content.lower().replace(" ", "-") for token, after in pairwise(tokens) if token.type == "heading_open"
    }
    targets = {token.attrGet("href") for token in flat(tokens) if token.type == "link_open"}
    assert {target[1:] for target in targets if target.startswith("#")} <= headings
    assert all(target.startswith(("#report-", "http://", "https://")) for target in targets)


@pytest.mark.parametrize("name", NAMES)
def test_each_quotation_survives(texts, dossiers, name):
    shown = paragraphs(texts[name])
    quotations = [
        quotation
        for question in dossiers[name].questions
        for answer in question.answers
        for quotation in answer.quotations
    ]
    for one in quotations:
        words = re.sub(
            "[\u202e\u202c\u200b\u2060\ufeff]", lambda found: f"[U+{ord(found[0]):04X}]", " ".join(one.words.split())
        )
        assert any(paragraph.strip("“”") == words.strip("“”") for paragraph in shown), words


@pytest.mark.parametrize("bite", BITES)
def test_marks_of_markdown_are_shown_as_they_are(bite):
    words = " ".join(re.sub("[\u202e\u202c\u200b\u2060\ufeff]", "", bite).split())
    for around in ("{}", "> {}", "- {}", "a {} b", "**a {} b**", "# {}"):
        assert words in read(around.format(escaped(words))), around


@pytest.mark.parametrize(
    "start", ["- a", "+ a", "1. a", "12) a", "=== a", "# a", "> a", "    a", "--- ", "*** a", "~~~ a", "``` a"]
)
def test_nothing_begins_a_block(start):
    [opening, inline, closing] = READER.parse(escaped(start))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert read(inline.content) == " ".join(start.split())


def test_paragraphs_of_reports_stand_there_with_their_words_in_bold(texts, story):
    shown = paragraphs(texts["story"])
    [report] = [one for one in story.reports() if one.file.startswith("04_")]
    lines = [" ".join(line.split()) for line in story.text(report.id).splitlines() if line.strip()]
    assert len([line for line in lines if line in shown]) > 3
    assert "**done a runner**" in texts["story"]
    assert "****" not in texts["story"]


def test_each_question_is_told(texts, dossiers):
    shown = " ".join(paragraphs(texts["story"]))
    for question in dossiers["story"].questions:
        assert question.question in shown


def test_the_same_record_gives_the_same_text(story, texts):
    assert markdown(compose(story, "story")) == texts["story"]
