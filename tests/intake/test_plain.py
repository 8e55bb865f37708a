from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.plain import decoded
from onrecord.record.problem import Problem

REFUSED = [
    (b"", "is empty", "leave it out"),
    (b" \n\t\r\n ", "only white space", "leave it out"),
    ("\ufeff\u200b \n".encode(), "only white space", "leave it out"),
    (b"%PDF-1.7\n%\xe2\xe3", "a PDF document", "plain text"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image", "plain text"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image", "plain text"),
    (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml", "a Word document", "plain text"),
    (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", "an Excel workbook", "plain text"),
    (b"PK\x03\x04\x14\x00\x00\x00a.txt", "a ZIP archive", "unpack"),
    (b"\x1f\x8b\x08\x00\x00", "a gzip archive", "unpack"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Word", "plain text"),
    (b"{\\rtf1\\ansi The guard}", "an RTF document", "plain text"),
    (b"SQLite format 3\x00", "an SQLite database", "plain text"),
    (b"The guard\x00 holds the pier", "zero bytes", "plain text"),
    (b"\x01\x02\x03\x04\x05 a \x06\x07", "mostly control bytes", "plain text"),
    ("The guard".encode("utf-16"), "UTF-16", "iconv -f UTF-16"),
    ("The guard".encode("utf-16-le"), "UTF-16", "iconv -f UTF-16"),
    ("The guard".encode("utf-32"), "UTF-32", "iconv -f UTF-32"),
    ("The guard’s pier — held".encode("cp1252"), "not UTF-8 at byte 9", "Windows-1252"),
    ("Портовая охрана заявила".encode("cp1251"), "not UTF-8 at byte 0", "Windows-1251"),
    ("The guard holds the piér".encode()[:-2], "ends within a character", "cut off"),
    (b"<!DOCTYPE html><html><p>The guard", "a web page", "save the page as text"),
    (b"\n \xef\xbb\xbf<HTML lang=en>", "a web page", "save the page as text"),
    (b"<!-- saved --><?xml version='1.0'?><html>", "a web page", "save the page as text"),
    (b"<div class=story>The guard</div>", "a web page", "save the page as text"),
    (b"<?xml version='1.0'?><rss><item/></rss>", "XML", "save that as .txt"),
]


@pytest.mark.parametrize(("data", "what", "advice"), REFUSED)
def test_what_is_no_text_is_a_problem_that_says_why(data, what, advice):
    problem = decoded(data, "a.txt")
    assert isinstance(problem, Problem)
    assert problem.where == "a.txt"
    assert what in problem.what
    assert advice in problem.advice


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "\ufeffThe guard\r\nholds\rthe pier\n",
        "<guard> holds the pier",
        "5 < 6 and <p> is a tag",
        "Divided: <b>",
        "PK is a pair of letters",
        "\x1b[1mThe guard\x1b[0m holds the pier, as a terminal shows it",
        "The guard\u2028holds\x85the\x0cpier\x0b.",
        "e\u0301\U0001f600\ud7ff\uffff",
    ],
)
def test_a_text_comes_through_as_it_is(text):
    assert decoded(text.encode(), "a.txt") == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<"), min_size=1))
def test_any_text_comes_through_exactly(text):
    found = decoded(("a" + text).encode(), "a.txt")
    assert found == "a" + text


@given(st.binary())
def test_any_bytes_give_their_text_or_a_problem(data):
    found = decoded(data, "a.txt")
    assert isinstance(found, Problem) or found.encode() == data
