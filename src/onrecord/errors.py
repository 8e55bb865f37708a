"""What can go wrong by misuse.

    OnrecordError
    ├── NoRecord          the record's file is missing, is no record, or cannot be opened
    ├── NewerRecord       the record was written by a newer Onrecord
    ├── NotFound          nothing in the record has that id or name
    ├── BadArgument       a day, a filter or a format that cannot be understood
    └── MissingExtra      an optional library is needed and not installed

Trouble in the data is not misuse: it is a `Problem`, a value that the user sees.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors that Onrecord raises; its text says what, where and what to do."""


class NoRecord(OnrecordError):
    """The record's file is missing, is no record, or cannot be opened."""


class NewerRecord(OnrecordError):
    """The record was written by a newer Onrecord."""


class NotFound(OnrecordError):
    """Nothing in the record has that id or name."""


class BadArgument(OnrecordError):
    """A day, a filter or a format that cannot be understood."""


class MissingExtra(OnrecordError):
    """An optional library is needed and not installed."""

    def __init__(self, library: str, extra: str, use: str) -> None:
        super().__init__(f"{use} needs {library}: install it with  pip install 'onrecord[{extra}]'")
