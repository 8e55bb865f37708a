"""JSON Lines: one report a line, with what is declared beside its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.intake import dates, header, plain
from onrecord.intake.language import language
from onrecord.record.problem import Problem
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.when import When

_PIECE = 1_000_000
_SHOWN = 40
_MARK = b"\xef\xbb\xbf"
_FORM = (
    'write one object a line: {"text": "...", "date": "2021-09-06", "url": "...", "publisher": "...", "title": "..."}'
)
_FIELDS = ("text", "date", "url", "publisher", "title", "pubstatus", "status", "language", "ednote")
_BESIDE = ("date", "title", "language")
_CODE = (2, 3)
_STATUSES = {
    "": Status.USABLE,
    "usable": Status.USABLE,
    "corrected": Status.CORRECTED,
    "withheld": Status.WITHDRAWN,
    "canceled": Status.WITHDRAWN,
    "cancelled": Status.WITHDRAWN,
    "withdrawn": Status.WITHDRAWN,
}


class _Row:
    """The object of one line: those of its fields that can be used, and what is the matter with the others."""

    def __init__(self, where: str, fields: dict[str, object]) -> None:
        self.where = where
        self.problems: list[Problem] = []
        self._fields = {name: self._usable(name, fields.get(name)) for name in _FIELDS}

    def __getitem__(self, name: str) -> str:
        return self._fields[name] or ""

    def passed_over(self, name: str) -> bool:
        """Whether the field is there and cannot be used."""
        return self._fields[name] is None

    def note(self, what: str, advice: str) -> None:
        """Remember a problem; the row is read on."""
        self.problems.append(Problem(self.where, what, advice))

    def _usable(self, name: str, value: object) -> str | None:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.note(f"`{name}` is not a text in quotes and was passed over", _FORM)
            return None
        try:
            value.encode()
        except UnicodeEncodeError:
            self.note(f"`{name}` holds half a character (a lone surrogate) and was passed over", "export it anew")
            return None
        return value


def reports(lines: BinaryIO, file: str) -> Iterator[Report | Problem]:
    """The reports of JSON Lines, one line in memory at a time; a bad line is a problem and the rest goes on."""
    empty = True
    for number, line in enumerate(_lines(lines), 1):
        if line is not None and not line.strip():
            continue
        empty = False
        yield from _row_or_problem(line, f"{file}:{number}", file)
    if empty:
        yield Problem(file, "is empty", _FORM)


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Each line, or None in the place of one that is too long to load."""
    first = True
    while line := source.readline(plain.MOST + 1):
        if len(line) > plain.MOST:
            while line and not line.endswith(b"\n"):
                line = source.readline(_PIECE)
            yield None
        else:
            yield line.removeprefix(_MARK) if first else line
        first = False


def _row_or_problem(line: bytes | None, where: str, file: str) -> Iterator[Report | Problem]:
    if line is None:
        yield plain.too_large(where)
        return
    fields = _parsed(line, where)
    if isinstance(fields, Problem):
        yield fields
        return
    row = _Row(where, fields)
    yield from _report(row, file)
    yield from row.problems


def _parsed(line: bytes, where: str) -> dict[str, object] | Problem:
    try:
        fields = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return plain.broken(line, error.start, where)
    except json.JSONDecodeError as error:
        return Problem(where, f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} at column {error.colno}", _FORM)
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets thousands deep
        return Problem(where, "is JSON that no report needs: too deep, or a number too long", _FORM)
    return fields if isinstance(fields, dict) else Problem(where, "is not an object", _FORM)


def _report(row: _Row, file: str) -> Iterator[Report]:
    declared = _status(row)
    text = row["text"]
    if declared is Status.WITHDRAWN and not text.strip():
        text = row["ednote"] or row["title"]  # a kill notice often comes without the text that it kills
    if row.passed_over("text") and not text:
        return
    problem = plain.unfit(text, row.where) if text.strip() else Problem(row.where, "has no text", _FORM)
    if problem:
        row.problems.append(problem)
        return
    url, publisher = row["url"].strip(), row["publisher"].strip()
    status = "" if declared is Status.USABLE else declared.value
    known = report_id(text, url, publisher, status, *(row[name].strip() for name in _BESIDE))
    listing = Listing(
        id=known,
        file=file,
        url=url,
        outlet=publisher or header.outlet(text, url),
        title=row["title"].strip() or header.title(text),
        published=_published(row, text, known),
        language=_language(row) or language(text),
        declared=declared,
    )
    yield Report(listing, text)


def _status(row: _Row) -> Status:
    found = Status.USABLE
    for name in ("status", "pubstatus"):
        word = row[name].strip().casefold()
        if word not in _STATUSES:
            row.note(f"`{name}` is {word[:_SHOWN]!r}, which is unknown", f"use one of:{' '.join(_STATUSES)}")
        # Where two fields disagree the graver one holds: a withdrawal must not be lost.
        found = max(found, _STATUSES.get(word, Status.USABLE), key=list(Status).index)
    return found


def _published(row: _Row, text: str, known: str) -> When:
    found = dates.whole(row["date"])
    if len(found) == 1:
        return found[0]
    if row["date"].strip():
        what = "can be read as two days" if found else "could not be read as a date"
        row.note(f"`date` {row['date'][:_SHOWN]!r} {what}", "write it as 2021-09-06")
    told = header.published(text, known)
    return told if told.known else dates.in_name(row["url"])


def _language(row: _Row) -> str:
    code = row["language"].strip().casefold().replace("_", "-").partition("-")[0]
    return code if code.isascii() and code.isalpha() and len(code) in _CODE else ""
