"""What a browser would show of a report's text, taken back out of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = {"input", "meta", "link", "br", "option", "hr", "img"}
_SIGNED = re.compile(r"U\+([0-9A-F]{4,6}) ")


@dataclass
class Words:
    """Words of a page, with the statements and parts that they are marked with."""

    text: str
    statements: tuple[str, ...]
    parts: frozenset[str]


class Printed(HTMLParser):
    """The lines of texts on a page, and all of its links and ids.

    What shows nothing itself is taken for the character that its sign tells of.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Words]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        self.close()

    @property
    def text(self) -> str:
        """All the text of the reports on the page."""
        return "".join(words.text for line in self.lines for words in line)

    def said(self, statement: str, part: str) -> str:
        """What is marked as a part of a statement."""
        return "".join(
            words.text for line in self.lines for words in line if statement in words.statements and part in words.parts
        )

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes.update(found)
        self.links += [found["href"]] if tag == "a" and "href" in found else []
        self.ids += [found["id"]] if "id" in found else []
        if tag == "p" and self._within("text"):
            self.lines.append([])
        if tag not in _VOID:
            self._open.append((tag, found))
        if "unseen" in found.get("class", "").split():
            self._print(chr(int(_SIGNED.match(found["title"])[1], 16)))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self._within("unseen"):
            self._print(data)

    def _print(self, text):
        if self._within("text") and any(tag == "p" for tag, _ in self._open):
            marks = next((found for _, found in reversed(self._open) if "data-said" in found), {})
            self.lines[-1].append(
                Words(text, tuple(marks.get("data-said", "").split()), frozenset(marks.get("class", "").split()))
            )

    def _within(self, name):
        return any(name in found.get("class", "").split() for _, found in self._open)
