"""What was measured, in a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure, and another from the same run to hold it against.

    Attributes:
        what: what was measured.
        figure: the median.
        unit: "ms", "reports/s", "MiB".
        beside: what it is held against; empty where there is nothing.
        other: the figure of that.
    """

    what: str
    figure: float
    unit: str
    beside: str = ""
    other: float = 0.0

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What stands in its line of the table."""
        held = f"{number(self.other)} {self.unit}" if self.beside else ""
        ratio = f"× {self.figure / self.other:.2f}" if self.beside and self.other else ""
        return self.what, f"{number(self.figure)} {self.unit}", f"{self.beside}: {held}" if held else "", ratio


def number(value: float) -> str:
    """Three digits that count, and no more."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004
    return f"{value:,.{places}f}"


def table(rows: Iterable[Row]) -> str:
    """A table that reads as text and as Markdown."""
    lines = [("what", "median", "beside", "ratio"), *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([shown[0], rule, *shown[1:]])
