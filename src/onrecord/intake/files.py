"""Files and folders in; reports and problems out."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.intake import dates, header, plain, rows
from onrecord.intake.language import language
from onrecord.record.problem import Problem
from onrecord.record.report import Listing, Report, Status, report_id

_TEXTS = frozenset({"", ".txt", ".text", ".md"})
_ROWS = frozenset({".jsonl", ".ndjson"})
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,9}")
_SAMPLE = 1_000_000
_ADVICE = {
    ".htm": "save the page as text (.txt)",
    ".html": "save the page as text (.txt)",
    ".json": "put one object a line in a .jsonl file",
    ".csv": "put one object a line in a .jsonl file",
    ".doc": "save it as plain text (.txt, UTF-8)",
    ".docx": "save it as plain text (.txt, UTF-8)",
    ".odt": "save it as plain text (.txt, UTF-8)",
    ".pdf": "save it as plain text (.txt, UTF-8)",
    ".rtf": "save it as plain text (.txt, UTF-8)",
    ".zip": "unpack it first",
}
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


def take(paths: Iterable[Path]) -> Iterator[Report | Problem]:
    """Read files and folders, in the order given and folders in the order of their names.

    Whatever cannot be read becomes a problem, and the rest goes on: nothing in a file raises an exception.
    """
    for found in _found(paths):
        yield from [found] if isinstance(found, Problem) else _read(found)


def count(paths: Iterable[Path]) -> int:
    """About how many reports and problems `take` will give, at the price of a look at sizes."""
    return sum(1 if isinstance(found, Problem) else _items(found) for found in _found(paths))


def _found(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    for path in paths:
        if _is_folder(path):
            yield from _in_folder(path)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):  # reading it will tell why
        return False


def _in_folder(root: Path) -> Iterator[Path | Problem]:
    """What lies in a folder and below, without dot-files; a folder reached twice by links is walked once."""
    seen: set[tuple[int, int]] = set()
    waiting, nothing = [root], True
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                nothing = False
                yield path if _suffix(path) in _TEXTS | _ROWS else _no_report(path)
            elif (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += sorted((inner for inner in path.iterdir() if not inner.name.startswith(".")), reverse=True)
        except OSError as error:
            nothing = False
            yield _unreadable(path, error)
    if nothing:
        yield Problem(_name(root), "is a folder without anything to read", "put reports in it as .txt or .jsonl files")


def _read(path: Path) -> Iterator[Report | Problem]:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if not stat.S_ISREG(status.st_mode):
        # Opening a pipe would wait for ever, and opening a device may do anything.
        what = f"is {_kind(status.st_mode)}, not a file"
        yield Problem(_name(path), what, "copy its content to a file and add that")
        return
    try:
        yield from _rows(path) if _suffix(path) in _ROWS else _text(path, status.st_size)
    except OSError as error:
        yield _unreadable(path, error)


def _text(path: Path, size: int) -> Iterator[Report | Problem]:
    name = _name(path)
    if size > plain.MOST:
        yield plain.too_large(name, size)
        return
    with path.open("rb") as file:
        data = file.read(plain.MOST + 1)
    # A file may have grown since, and some do not tell their size.
    yield plain.too_large(name) if len(data) > plain.MOST else reported(data, name)


def reported(data: bytes, name: str) -> Report | Problem:
    """The report that a text file of these bytes holds, or why it holds none."""
    text = plain.decoded(data, name)
    if isinstance(text, Problem):
        return text
    known = report_id(text)
    told = header.published(text, known)
    if not told.known:
        told = dates.in_name(name)
        known = report_id(text, str(told) if told.known else "")
    listing = Listing(
        id=known,
        file=name,
        url="",
        outlet=header.outlet(text),
        title=header.title(text),
        published=told,
        language=language(text),
        declared=Status.USABLE,
    )
    return Report(listing, text)


def _rows(path: Path) -> Iterator[Report | Problem]:
    name = _name(path)
    with path.open("rb") as file:
        if problem := plain.sealed(file.peek(), name):
            yield problem
        else:
            yield from rows.reports(file, name)


def _items(path: Path) -> int:
    try:
        status = path.stat()
        if _suffix(path) not in _ROWS or not stat.S_ISREG(status.st_mode):
            return 1
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except (OSError, ValueError):
        return 1
    lines = sample.count(b"\n") + (not sample.endswith(b"\n"))
    return lines if len(sample) >= status.st_size else lines * status.st_size // len(sample)


def _suffix(path: Path) -> str:
    """The extension in lower case; "report.2" and "Mr. Velk" have none."""
    suffix = path.suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _no_report(path: Path) -> Problem:
    suffix = _suffix(path)
    advice = _ADVICE.get(suffix, "rename it to .txt if it is a text, or leave it out")
    return Problem(_name(path), f"{suffix} is no report", advice)


def _unreadable(path: Path, error: Exception) -> Problem:
    match error:
        case FileNotFoundError():
            return Problem(_name(path), "does not exist", "check the name")
        case PermissionError():
            return Problem(_name(path), "may not be read by you", "change its permissions")
        case OSError():
            return Problem(_name(path), f"could not be read: {error.strerror}", "check the disk and the name")
    return Problem(_name(path), "has a name that no file can have", "check the name")


def _kind(mode: int) -> str:
    return next((kind for test, kind in _KINDS if test(mode)), "something else")


def _name(path: Path) -> str:
    """The base name as text that can be written; what of it is no Unicode shows as its number."""
    return (path.name or str(path)).encode(errors="backslashreplace").decode()
