"""What could not be read, and where: a value that the user sees, never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that could not be read.

    Attributes:
        where: file name, with a line where there is one ("feed.jsonl:17"), or a report's id and offsets.
        what: what is the matter, in one clause.
        advice: what the user can do about it.
    """

    where: str
    what: str
    advice: str
