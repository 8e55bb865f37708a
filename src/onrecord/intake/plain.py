"""From bytes to text, or to the reason why they are none."""

from __future__ import annotations

import re

from onrecord.record.problem import Problem

MOST = 10_000_000

_TEXT_ADVICE = "save or export it as plain text (.txt, UTF-8)"
_MARKS = (
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_PACKED = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/epub", "an EPUB book"),
    (b"application/vnd.oasis", "an OpenDocument file"),
)
_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONTROL = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r\x0b\x0c")
_CONTROL_SHARE = 0.3
_ZERO_SHARE = 0.3
_HIGH_SHARE = 0.3
_LONGEST_CHARACTER = 4
_FIRST_HIGH = 0x80
_PEEK = 4_096

_SOMETHING = re.compile(r"[^\s\ufeff\u200b-\u200f\u2060]")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|script|meta|div|article|section|main)\b", re.IGNORECASE)
_INNER_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_XML = re.compile(r"<(?:\?xml|rss|feed)\b", re.IGNORECASE)


def decoded(data: bytes, where: str) -> str | Problem:
    """The exact text of a report's bytes, or why they cannot be one."""
    if problem := sealed(data, where):
        return problem
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return broken(data, error.start, where)
    return unfit(text, where) or text


def sealed(data: bytes, where: str) -> Problem | None:
    """Why the bytes cannot be text at all, if so: another encoding's mark, a known format, or control bytes."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return Problem(where, f"is {encoding}, not UTF-8", _convert(encoding))
    if kind := _kind(data):
        advice = "unpack it first" if kind.endswith("archive") else _TEXT_ADVICE
        return Problem(where, f"is {kind}, not text", advice)
    if b"\x00" in data:
        return _with_zeros(data, where)
    if len(data) - len(data.translate(None, _CONTROL)) > _CONTROL_SHARE * len(data):
        return Problem(where, "is binary: it holds mostly control bytes", _TEXT_ADVICE)
    return None


def unfit(text: str, where: str) -> Problem | None:
    """Why a text can be no report, if so: nothing in it, or markup."""
    first = _SOMETHING.search(text)
    if first is None:
        what = "holds only white space" if text else "is empty"
        return Problem(where, what, "put the report's text in it or leave it out")
    if "\x00" in text:
        return Problem(where, "holds zero characters", "take them out: no text has them")
    start = text[first.start() : first.start() + _PEEK] if first[0] == "<" else ""
    if _PAGE.match(start) or _INNER_PAGE.search(start):
        return Problem(where, "is a web page; Onrecord reads text", "save the page as text (.txt)")
    if _XML.match(start):
        return Problem(where, "is XML; Onrecord reads text", "take the text out of it and save that as .txt")
    return None


def broken(data: bytes, offset: int, where: str) -> Problem:
    """The bytes are no UTF-8 from that offset on."""
    what = f"is not UTF-8 at byte {offset:,}"
    high = sum(byte >= _FIRST_HIGH for byte in data[:_PEEK])
    if high > _HIGH_SHARE * min(len(data), _PEEK):
        guess = "an older encoding of its language (Windows-1251, GBK, Shift_JIS)"
        return Problem(where, what, f"it may be {guess}: convert it to UTF-8, with iconv or a text editor")
    if offset > len(data) - _LONGEST_CHARACTER and _cut_short(data[offset:]):
        return Problem(where, f"{what}: it ends within a character", "it may be cut off: fetch or copy it again")
    return Problem(where, what, "it may be Windows-1252 (older Windows): " + _convert("WINDOWS-1252"))


def too_large(where: str, size: int = 0) -> Problem:
    """More than one report should hold; without a size where nobody counted on."""
    held = f"is {size / 1_000_000:,.0f} MB, more" if size else "is more"
    what = f"{held} than the {MOST // 1_000_000} MB of a report"
    return Problem(where, what, "split it into one file a report, or put one report a line in a .jsonl file")


def _kind(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        found = (kind for mark, kind in _PACKED if mark in data[:_PEEK])
        return next(found, "a ZIP archive")
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), "")


def _with_zeros(data: bytes, where: str) -> Problem:
    if data[:_PEEK].count(0) > _ZERO_SHARE * min(len(data), _PEEK):
        return Problem(where, "is binary or UTF-16: every few bytes are zero", f"if it is text, {_convert('UTF-16')}")
    return Problem(where, "is binary: it holds zero bytes", _TEXT_ADVICE)


def _convert(encoding: str) -> str:
    return f"convert it to UTF-8, with iconv -f {encoding} -t UTF-8 or a text editor"


def _cut_short(end: bytes) -> bool:
    """Whether a whole character could still come of it."""
    try:
        end.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False
