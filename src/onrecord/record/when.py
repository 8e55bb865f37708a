"""Dates that keep their precision and the words they came from."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onrecord.record.span import Span

_FAR = timedelta(days=60)
_YEAR, _MONTH, _DECADE = map(re.compile, ("[0-9]{4}", "[0-9]{4}-[0-9]{2}", "[0-9]{3}0s"))


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days, both ends included; an end that is None is open.

    Attributes:
        start: first day that it may have been.
        end: last day that it may have been.
        precision: what the words gave; `UNKNOWN` exactly when both ends are open.
        words: the span that it was resolved from, where there is one.
    """

    start: date | None
    end: date | None
    precision: Precision
    words: Span | None = None

    @classmethod
    def on(cls, day: date, words: Span | None = None) -> When:
        """One day."""
        return cls(day, day, Precision.DAY, words)

    @classmethod
    def month(cls, year: int, month: int, words: Span | None = None) -> When:
        """A calendar month."""
        last = monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH, words)

    @classmethod
    def year(cls, year: int, words: Span | None = None) -> When:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, words)

    @classmethod
    def between(cls, start: date | None, end: date | None, words: Span | None = None) -> When:
        """An interval whose ends may be open; unknown when both are."""
        if start is None and end is None:
            return cls(None, None, Precision.UNKNOWN, words)
        return cls(start, end, Precision.INTERVAL, words)

    @classmethod
    def written(cls, text: str) -> When:
        """The date that `str` writes so: "2024-03-11", "2024-03", "1990s", "2024-03-11/..". Raises ValueError."""
        try:
            return cls._written(text)
        except ValueError:
            form = "2024-03-11, 2024-03, 2024 or 2024-03-11/2024-03-14"
            raise ValueError(f"{text!r} is no date: write it as {form}") from None

    @classmethod
    def _written(cls, text: str) -> When:
        if text == "unknown":
            return cls.between(None, None)
        if "/" in text:
            first, last = (None if end == ".." else date.fromisoformat(end) for end in text.split("/"))
            if first and last and last < first:
                raise ValueError(text)
            return cls.between(first, last)
        if _DECADE.fullmatch(text):
            return cls(date(int(text[:4]), 1, 1), date(int(text[:4]) + 9, 12, 31), Precision.DECADE)
        if _MONTH.fullmatch(text):
            return cls.month(int(text[:4]), int(text[5:]))
        return cls.year(int(text)) if _YEAR.fullmatch(text) else cls.on(date.fromisoformat(text))

    @property
    def known(self) -> bool:
        """Whether anything at all is known of it."""
        return self.precision is not Precision.UNKNOWN

    def by(self, day: date) -> bool:
        """Whether it was surely over on that day."""
        return self.end is not None and self.end <= day

    def long_before(self, published: When) -> bool:
        """Whether it lies well before the days of a story, as of a report: by two months, or in an earlier year."""
        if not published.start or not self.end:
            return False
        whole_years = self.precision in (Precision.YEAR, Precision.DECADE) and self.end < published.start
        return whole_years or published.start - self.end > _FAR

    def meets(self, other: When) -> bool:
        """Whether the two may have been on one day; unknown dates may."""
        starts = self.start is None or other.end is None or self.start <= other.end
        return starts and (other.start is None or self.end is None or other.start <= self.end)

    def __str__(self) -> str:
        match self.precision:
            case Precision.UNKNOWN:
                return "unknown"
            case Precision.DAY:
                return f"{self.start}"
            case Precision.MONTH:
                return f"{self.start:%Y-%m}"
            case Precision.YEAR:
                return f"{self.start:%Y}"
            case Precision.DECADE:
                return f"{self.start:%Y}s"
        return f"{self.start or '..'}/{self.end or '..'}"


UNKNOWN = When(None, None, Precision.UNKNOWN)
