"""What is read on a terminal or in a pipe: rich's tables and trees, with nothing in them that acts on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from onrecord.prose.safe import harmless, one_line

_WIDE = 100_000  # in a pipe nothing is wrapped or cut
_ID = 13  # characters of an id such as ma-0123456789


class Screen(Console):
    """A console that takes every text as it stands: no markup, no emoji codes, no orders to the terminal."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The segments of something, each made harmless; rich's own colours stand beside the text and stay."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)


def show(parts: Iterable[RenderableType]) -> None:
    """Print to standard output: within the terminal's width, or unwrapped where it is no terminal."""
    screen = Screen()
    if screen.is_terminal:
        for part in parts:
            screen.print(part)
        return
    screen.file, screen.width = StringIO(), _WIDE
    for part in parts:
        screen.print(part)
    for line in screen.file.getvalue().splitlines():
        click.echo(line.rstrip())


def text(*parts: str | tuple[str, str]) -> Text:
    """A line of pieces, each a text or a text with its style; white space within them becomes single spaces."""
    line = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        line.append(_spaced(words), style or None)
    return line


def _spaced(words: str) -> str:
    """The words on one line; spaces at their ends stay."""
    bare = words.strip(" ")
    before, _, after = words.partition(bare) if bare else (words, "", "")
    return before + one_line(bare) + after


def noted(note: str) -> Iterator[RenderableType]:
    """A line at the end of a list, where there is anything to note."""
    if note:
        yield ""
        yield text((note, "dim"))


def indented(part: RenderableType, by: int = 2) -> Padding:
    """The part, set in from the left."""
    return Padding(part, (0, 0, 0, by), expand=False)


def columns(*headers: str, ids: int | None = None, numbers: tuple[int, ...] = (), keep: tuple[int, ...] = ()) -> Table:
    """An empty table without lines.

    Args:
        headers: what stands above the columns; none above a table whose headers are all empty.
        ids: the column that holds ids, which are never cut.
        numbers: columns set to the right.
        keep: columns whose cells are not broken over lines.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(headers), header_style="dim")
    for at, header in enumerate(headers):
        table.add_column(
            Text(header),
            justify="right" if at in numbers else "left",
            no_wrap=at in keep or at == ids,
            min_width=_ID if at == ids else None,
            overflow="fold",
        )
    return table
