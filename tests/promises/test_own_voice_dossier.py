"""Promise 7 for a record sent as one file: whatever it tells names its source, and no verdict is its own."""

from __future__ import annotations

import re

import pytest

from onrecord import Record
from onrecord.dossier.compose import compose
from onrecord.dossier.html import html
from onrecord.dossier.markdown import markdown
from onrecord.prose.pieces import Kind, plain

NOBODY = re.compile(r"not named|nobody who is named")
VERDICT = re.compile(
    r"\b(true|truth|truly|false|falsely|in fact|actually|really|indeed|rightly|wrongly|proves?|proven|proved|lies?|lied|"
    r"debunk\w*|refut\w*|fake|reveal\w*|turns? out|evidently|clearly|obviously|apparently)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def record(reports, tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("voice") / "story.onrecord") as opened:
        opened.add_all(*reports)
        first = opened.statements(limit=1)[0]
        opened.reject(first.id, who="Ida Renn", why="the desk has it otherwise")
        yield opened


@pytest.fixture(scope="module", params=[None, "2024-03-13"])
def dossier(record, request):
    return compose(record.as_of(request.param), "story", matters=100)


def quotations(dossier):
    for question in dossier.questions:
        for part in (*question.answers, *question.remarks):
            yield from part.quotations
    yield from (one.quotation for one in dossier.origins)


def telling(dossier):
    """Every sentence that tells what was said or what became of it."""
    yield from dossier.news
    yield from dossier.revisions
    yield from dossier.judgements
    yield from (one.told for one in dossier.origins)
    yield from (one.lead for one in quotations(dossier))
    yield from (one.became for one in quotations(dossier) if one.became)
    yield from (one.lead for one in dossier.timeline)
    yield from (differ for one in dossier.timeline for differ in one.differ)
    for question in dossier.questions:
        yield question.short
        yield from (sentence for remark in question.remarks for sentence in remark.sentences)
        yield from (answer.told[0] for answer in question.answers)


def test_every_sentence_that_tells_something_names_a_source(dossier):
    sentences = list(telling(dossier))
    assert len(sentences) > 150
    nameless = [
        plain(one)
        for one in sentences
        if not any(piece.kind is Kind.NAME for piece in one) and not NOBODY.search(plain(one))
    ]
    assert nameless == []


def test_no_answer_stands_in_a_sentence_without_who_gives_it(dossier):
    for one in telling(dossier):
        kinds = [piece.kind for piece in one]
        for at, kind in enumerate(kinds):
            if kind is Kind.ANSWER:
                around = one[max(0, at - 4) : at + 4]
                assert any(piece.kind is Kind.NAME or NOBODY.search(piece.text) for piece in around), plain(one)


def test_each_answer_is_headed_as_what_is_said_to_be(dossier):
    answers = [answer for question in dossier.questions for answer in question.answers]
    page, text = html(dossier), markdown(dossier)
    assert len(answers) > 50
    assert page.count("Said to be: <") == len(answers)
    assert len(re.findall(r"^### \d+: said to be ", text, re.MULTILINE)) == len(answers)


def test_no_words_of_a_report_stand_outside_quotation_marks(dossier, record):
    """Before the appendix, which prints the reports themselves, their words stand between marks alone."""
    page = re.sub(r"<[^>]+>", "", html(dossier).partition('<section aria-labelledby="reports">')[0])
    page = " ".join(page.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&").split())
    long = {words for entry in record.statements() if len(words := " ".join(entry.words.split())[:40]) == 40}
    checked = 0
    for words in long:
        for found in re.finditer(re.escape(words), page):
            before = page[: found.start()]
            checked += 1
            assert before.count("“") > before.count("”"), words
    assert checked > 50


def test_no_verdict_is_its_own(dossier):
    """Outside of quoted words, names, questions and answers, which are all the reports'."""
    said = [piece.text for one in telling(dossier) for piece in one if piece.kind is Kind.TEXT]
    assert [text for text in said if VERDICT.search(text)] == []
    page = html(dossier)
    head, foot = page.partition("<nav")[0].partition("<header>")[2], page.partition("<footer")[2]
    for text in (head, foot):
        assert not VERDICT.search(re.sub(r"<bdi>.*?</bdi>|<[^>]+>", " ", text))
