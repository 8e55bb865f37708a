"""Addresses of pages: each holds the day, so that it can be shared."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode


def address(path: str, day: date | None = None, anchor: str = "", **query: object) -> str:
    """The address of a page as of a day.

    Args:
        path: where it is; parts that come from the record are quoted by `part`.
        day: the day, None for all that is on record.
        anchor: a place on the page.
        query: what else the page is asked for; what is empty is left out.
    """
    asked = {"day": day.isoformat() if day else "", **{name: str(value) for name, value in query.items() if value}}
    given = urlencode({name: value for name, value in asked.items() if value})
    return path + (f"?{given}" if given else "") + (f"#{quote(anchor)}" if anchor else "")


def part(text: str) -> str:
    """A text as one part of a path."""
    return quote(text, safe="")
