"""JSON Lines: one report a line, with what is declared beside its text; the fields of ninjs (IPTC) are known too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
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
_FIELDS = {  # our own name of each field first, then those of ninjs 1 to 3 and of what is built on it
    "text": ("text", "body_text", "bodies"),
    "date": ("date",),
    "url": ("url", "uri", "guid"),
    "publisher": ("publisher", "provider", "copyrightholder"),
    "title": ("title", "headline", "headlines"),
    "pubstatus": ("pubstatus", "pubStatus"),
    "status": ("status",),
    "language": ("language",),
    "ednote": ("ednote", "edNote"),
    "versioncreated": ("versioncreated", "versionCreated"),
    "version": ("version",),
}
_BESIDE = ("date", "title", "language")
_EDITION = ("versioncreated", "version")
_CORRECTS = re.compile(r"\bcorrect(?:s|ed|ing|ion)\b", re.IGNORECASE)
_CODE = (2, 3)
_DIGITS = 9  # to which the number of a version is filled, so that 10 sorts behind 9
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
        self._fields = {name: self._first(names, fields) for name, names in _FIELDS.items()}

    def __getitem__(self, name: str) -> str:
        return self._fields[name] or ""

    def passed_over(self, name: str) -> bool:
        """Whether the field is there and cannot be used."""
        return self._fields[name] is None

    def note(self, what: str, advice: str) -> None:
        """Remember a problem; the row is read on."""
        self.problems.append(Problem(self.where, what, advice))

    def _first(self, names: tuple[str, ...], fields: Mapping[str, object]) -> str | None:
        """The first of these fields that the row has."""
        name = next((name for name in names if fields.get(name) is not None), names[0])
        return self._usable(name, _value(name, fields.get(name)))

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


def _value(name: str, value: object) -> object:
    """A field's value: of several wordings the plain one, of a number its digits; anything else as it is."""
    if name in {"bodies", "headlines"} and isinstance(value, list):
        wordings = [one for one in value if isinstance(one, dict)]
        plain_ones = [one for one in wordings if "html" not in str(one.get("contenttype", one.get("contentType", "")))]
        return next((one.get("value") for one in plain_ones), None)
    return str(value) if name == "version" and isinstance(value, int) else value


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
    beside = [row[name].strip() for name in _BESIDE]
    known = report_id(text, url, publisher, status, *beside, *filter(None, (row[name].strip() for name in _EDITION)))
    listing = Listing(
        id=known,
        file=file,
        url=url,
        outlet=publisher or header.outlet(text, url),
        title=row["title"].strip() or header.title(text),
        published=_published(row, text, known),
        language=_language(row) or language(text),
        declared=declared,
        edition=_edition(row),
    )
    yield Report(listing, text)


def _status(row: _Row) -> Status:
    found = Status.USABLE
    for name in ("status", "pubstatus"):
        word = row[name].strip().casefold().removeprefix("stat:")  # as NewsML-G2 has it
        if word not in _STATUSES:
            row.note(f"`{name}` is {word[:_SHOWN]!r}, which is unknown", f"use one of:{' '.join(_STATUSES)}")
        # Where two fields disagree the graver one holds: a withdrawal must not be lost.
        found = max(found, _STATUSES.get(word, Status.USABLE), key=list(Status).index)
    return Status.CORRECTED if found is Status.USABLE and _CORRECTS.search(row["ednote"]) else found


def _edition(row: _Row) -> str:
    """The moment and the number of this version, so that those of one address and one day can be put in order."""
    moment = next(filter(None, (_moment(row[name].strip()) for name in ("versioncreated", "date"))), "")
    number = row["version"].strip()
    return f"{moment} {number.zfill(_DIGITS)}" if number.isdecimal() else moment


def _moment(written: str) -> str:
    """A time of a day in UTC, in a form that sorts; empty for anything else, a mere day included."""
    if len(written) <= len("2021-09-06"):
        return ""
    try:
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return ""


def _published(row: _Row, text: str, known: str) -> When:
    """The day of this version: a version that was made later cannot have been known before."""
    made, found = dates.whole(row["versioncreated"]), dates.whole(row["date"])
    if len(found) <= 1 and len(made) == 1:
        return max([*found, *made], key=lambda when: when.start or date.min)
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
