"""Names and days in a form that can be compared."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import Any

Row = dict[str, Any]
Days = tuple[date | None, date | None]
"""The first and the last day, both included; None where that end is open."""

_BRACKETED = re.compile(r"\(.*?\)")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\ds])")
_ARTICLE = re.compile(r"^(?:the|an?|some) ")
_DROPPED = frozenset(".'’")
_DECEMBER = 12


def plain(text: str) -> str:
    """A text apart from case, accents, punctuation and a leading article."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(mark for mark in apart if mark not in _DROPPED and not unicodedata.combining(mark))
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", kept)))


def spellings(*names: str | None) -> set[str]:
    """The plain forms of names, each as it stands and less what it has in brackets."""
    whole = {plain(name) for name in names if name}
    bare = {plain(_BRACKETED.sub(" ", name)) for name in names if name}
    return (whole | bare) - {""}


def gold_days(text: str, precision: str = "") -> Days | None:
    """The days of a gold date, "A", "A/B" or "../B"; None where it is not known."""
    start, _, end = text.partition("/")
    return _days(start, end if "/" in text else start, precision)


def exported_days(when: Row | None) -> Days | None:
    """The days of an exported date; None where it is not known."""
    row = when or {}
    return _days(row.get("start") or "", row.get("end") or "", row.get("precision") or "")


def within(inner: Days | None, outer: Days) -> bool:
    """Whether some days keep to the ends of others, as far as those are not open."""
    if inner is None:
        return False
    late_enough = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    soon_enough = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return late_enough and soon_enough


def _days(start: str, end: str, precision: str) -> Days | None:
    if precision == "day":
        start, end = start or end, end or start
    first = None if precision == "before" else _first(start)
    last = _last(end)
    return (first, last) if first or last else None


def _first(text: str) -> date | None:
    found = _DATE.match(text)
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None


def _last(text: str) -> date | None:
    found = _DATE.match(text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or _DECEMBER)
    return date(year, month, int(found[3]) if found[3] else monthrange(year, month)[1])
