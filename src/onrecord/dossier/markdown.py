"""A dossier as Markdown: CommonMark with tables, without raw HTML, in which no text of a report can be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.dossier.model import Chart, Dossier, Paragraph
from onrecord.prose.days import in_words
from onrecord.prose.pieces import Kind, Piece, words
from onrecord.prose.safe import one_line
from onrecord.prose.unseen import parted

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_START: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")
_ADDRESS: Final = re.compile(r"(?<=[a-zA-Z]):(?=//)|(?<=\bwww)\.")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Marked(str):
    """Markdown that stands as it is."""

    __slots__ = ()


def markdown(dossier: Dossier) -> str:
    """The whole file."""
    made = _environment().get_template("dossier.md").render(dossier=dossier)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" +$", "", made, flags=re.MULTILINE)).strip() + "\n"


@cache
def _environment() -> Environment:
    made = Environment(  # noqa: S701 - what goes out is Markdown, and `finalize` escapes all of it
        loader=PackageLoader("onrecord.dossier"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Marked) else escaped(str(value)),
    )
    made.filters.update(bare=lambda text: words(text).text, days=in_words, told=_told)
    made.globals.update(marked=Marked, link=_link, chart=_chart, printed=_printed)
    return made


def escaped(text: str) -> str:
    """Text on one line, in which nothing is markup, and whose direction stays its own."""
    line = one_line("".join(f"[{name.partition(' ')[0]}]" if name else part for part, name in parted(text)))
    line = _ADDRESS.sub(r"\\\g<0>", _MARKUP.sub(r"\\\1", line))
    line = _START.sub(
        lambda found: f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}", line
    )
    return f"\u2068{line}\u2069" if _RIGHT_TO_LEFT.search(line) else line


def _told(pieces: Iterable[Piece]) -> Marked:
    """A sentence; the spaces at the ends of its pieces stay."""
    return Marked("".join(map(_piece, pieces)))


def _piece(piece: Piece) -> str:
    if piece.kind is Kind.TEXT:
        return _spaced(piece.text)
    return _FORMS[piece.kind].format(escaped(piece.text))


_FORMS: Final = {
    Kind.NAME: "{}",
    Kind.ANSWER: "**{}**",
    Kind.QUESTION: "*{}*",
    Kind.WORDS: "“{}”",
    Kind.REPORT: "[\\[{0}\\]](#report-{0})",
}


def _link(address: str, target: str) -> Marked:
    """An address of the web that may be followed."""
    return Marked(f"[{escaped(address)}](<{target}>)")


def _chart(chart: Chart) -> Marked:
    """The picture of a matter as a table."""
    head = ["Source", *map(escaped, chart.columns)]
    rows = [[_told(row.name), *(", ".join(map(str, cell)) for cell in row.cells)] for row in chart.rows]
    lines = [head, ["---"] * len(head), *rows]
    return Marked("\n".join("| " + " | ".join(cells) + " |" for cells in lines))


def _printed(paragraph: Paragraph) -> Marked:
    """A paragraph of a report on one line, the words that are quoted here in bold."""
    runs = groupby(paragraph, key=lambda part: part.marked)
    told = (_run("".join(part.text for part in parts), marked=marked) for marked, parts in runs)
    return Marked(" ".join("".join(told).split()))


def _run(text: str, *, marked: bool) -> str:
    """A run of a paragraph; what is bold begins and ends with a letter or a digit, or readers would not see it so."""
    inner = _CORE.search(text) if marked else None
    if inner is None:
        return _spaced(text)
    return f"{_spaced(text[: inner.start()])}**{escaped(inner[0])}**{_spaced(text[inner.end() :])}"


def _spaced(text: str) -> str:
    """Text in which nothing is markup; spaces at its ends stay, as one."""
    return " " * text[:1].isspace() + escaped(text) + " " * (bool(text.strip()) and text[-1:].isspace())


_CORE: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
