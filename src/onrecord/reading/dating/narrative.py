"""Whether a text narrates a past far from its publication: its dates are then told from one another."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.dating.calendar import shift
from onrecord.reading.dating.page import Page
from onrecord.reading.dating.words import WEEKDAYS
from onrecord.record.when import When

# Words that tell a day from that of publication: a report has many, a history hardly any.
_OF_REPORTS = frozenset([*WEEKDAYS, "today", "yesterday", "tomorrow", "tonight", "ago"])
_WHICH, _PERIODS = frozenset(["last", "this", "next"]), frozenset(["week", "month", "year"])
_YEAR = 4
_FEWEST, _EARLIEST = 5, 1000
_TIMES_AS_MANY = 4
_DAYS_OF_A_YEAR = 365
_LONGEST = 10 * _DAYS_OF_A_YEAR + 10


def opening_scene(page: Page, published: When) -> When | None:
    """The year with which a narrative opens; None for a report: unless years long past outnumber its own days."""
    if published.start is None:
        return None
    years = [int(word) for word in page.words if len(word) == _YEAR and word.isascii() and word.isdigit()]
    past = [year for year in years if _EARLIEST <= year < published.start.year - 1]
    reports = sum(word in _OF_REPORTS for word in page.words)
    reports += sum(one in _WHICH and other in _PERIODS for one, other in pairwise(page.words))
    return scene(When.year(past[0]), published) if len(past) >= max(_FEWEST, _TIMES_AS_MANY * reports) else None


def scene(told: When, before: When) -> When:
    """The day from which a narrative goes on once it told a date: its middle, or that of the first year of several."""
    if told.start is None or told.end is None or (told.end - told.start).days > _LONGEST:
        return before
    return When.on(shift(told.start, "day", min((told.end - told.start).days, _DAYS_OF_A_YEAR) // 2))
