"""Documents in TimeML: the text, the day that it was written, and the time expressions marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.record.when import UNKNOWN, When

_DATE = 10  # characters of a day: a day of creation may tell the hour too


@dataclass(frozen=True, order=True)
class Mark:
    """A time expression: its place in the text, and the type and value of its TIMEX3 tag."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Document:
    """A text with what was marked in it."""

    name: str
    text: str
    written: When
    marks: tuple[Mark, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The TimeML documents of a folder, by name."""
    return (read(path) for path in sorted(folder.glob("*.tml")))


def read(path: Path) -> Document:
    """The document in a file."""
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - corpora that the caller chose, of tags alone
    pieces: list[str] = []
    marks: list[Mark] = []
    for body in root.iter("TEXT"):
        _gather(body, pieces, marks)
    creation = root.find("DCT/TIMEX3")
    written = UNKNOWN if creation is None else When.on(date.fromisoformat(creation.get("value", "")[:_DATE]))
    return Document(path.name, "".join(pieces), written, tuple(marks))


def _gather(element: ET.Element, pieces: list[str], marks: list[Mark]) -> None:
    """Add an element's text to the pieces, and what is marked in it to the marks."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _gather(child, pieces, marks)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        marks.append(Mark(start, sum(map(len, pieces)), element.get("type", ""), element.get("value", "")))
