"""A place in a report: the ground under everything that Onrecord shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a report's text, in Unicode code points.

    Attributes:
        report: id of the report.
        start: first code point.
        end: one past the last code point; always greater than `start`.

    Raises:
        ValueError: when the stretch is empty or starts before the text.
    """

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words of the span, given the report's whole text."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
