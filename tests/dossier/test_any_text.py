"""Whatever stands in a report: in neither form is it markup, and its visible characters are all there."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.dossier.html import visible
from onrecord.dossier.markdown import escaped
from onrecord.prose.unseen import SIGN, called, parted

BITING = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]<>#|~&$!()+-=.:;@'\"/ \t\n019xhtpw"), st.characters()), max_size=40
)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Text(HTMLParser):
    """Gathers text and the tags around it."""

    def __init__(self):
        super().__init__()
        self.text, self.tags = "", set()

    def handle_starttag(self, tag, attrs):
        self.tags.add((tag, *(name for name, _ in attrs)))

    def handle_data(self, data):
        self.text += data


@given(BITING)
def test_html_shows_the_text_and_nothing_else(text):
    reader = Text()
    reader.feed(f"<p>{visible(text)}</p>")
    reader.close()
    assert reader.text == "".join(part for part, _ in parted(text))
    assert reader.tags <= {("p",), ("span", "class", "title")}


@given(BITING)
def test_markdown_shows_the_text_on_one_line_in_one_paragraph(text):
    expected = " ".join("".join(f"[{name.split()[0]}]" if name else part for part, name in parted(text)).split())
    tokens = READER.parse(escaped(text))
    assert [token.type for token in tokens] == (["paragraph_open", "inline", "paragraph_close"] if expected else [])
    for inline in tokens[1:2]:
        assert {child.type for child in inline.children} <= {"text", "text_special"}
        assert "".join(child.content for child in inline.children).strip("\u2068\u2069") == expected.strip(
            "\u2068\u2069"
        )


@given(st.text(max_size=30))
def test_what_is_shown_of_a_text_is_all_of_it_but_what_shows_nothing(text):
    parts = list(parted(text))
    assert "".join(part for part, name in parts if not name) == "".join(
        character for character in text if list(parted(character)) == [(character, "")]
    )
    assert all(part == SIGN for part, name in parts if name)


def test_a_character_that_shows_nothing_is_called_by_its_number_and_name():
    assert called("\u202e") == "U+202E right-to-left override"
    assert called("\ufdd0") == "U+FDD0 no name"
    assert list(parted("a\u200bb")) == [("a", ""), (SIGN, "U+200B zero width space"), ("b", "")]
