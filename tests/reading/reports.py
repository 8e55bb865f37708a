"""Small invented reports, and what is read in them."""

from __future__ import annotations

from datetime import date

from onrecord.reading.reader import read
from onrecord.record.name import Name
from onrecord.record.reading import Reading
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.statement import Statement
from onrecord.record.when import UNKNOWN, When

FRIDAY = When.on(date(2024, 5, 3))


def report(text: str, published: When = FRIDAY, outlet: str = "") -> Report:
    """A report of Friday, 3 May 2024, unless told otherwise."""
    return Report(Listing(report_id(text), "a.txt", "", outlet, "", published, "en", Status.USABLE), text)


def reading(text: str, published: When = FRIDAY) -> Reading:
    """What is read in a text."""
    return read(report(text, published))


def only(text: str, published: When = FRIDAY) -> Statement:
    """The one statement of a text."""
    (statement,) = reading(text, published).statements
    return statement


def contents(text: str) -> list[str]:
    """The contents of the statements of a text, the parts of each joined by a bar."""
    return ["|".join(span.of(text) for span in statement.content) for statement in reading(text).statements]


def sources(text: str) -> list[str]:
    """The names of the speakers of a text, one for each statement; empty where nobody is named."""
    found = reading(text)
    names: dict[str, Name] = {name.key: name for name in found.names}
    return [names[statement.source].name if statement.source else "" for statement in found.statements]


__all__ = ["FRIDAY", "UNKNOWN", "contents", "only", "reading", "report", "sources"]
