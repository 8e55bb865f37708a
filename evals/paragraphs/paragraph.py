"""Paragraphs and what their annotation says, as `learn.toml` and `measure.toml` hold them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.forms import spellings
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.statement import Act, Mode, Stance
from onrecord.record.when import UNKNOWN

HERE = Path(__file__).parent
HALVES = ("learn", "measure")
_OCCURRENCE = re.compile(r"(.*) #(\d+)")

Place = tuple[int, int]


class Misquoted(Exception):
    """Words of an annotation do not stand in its paragraph."""


@dataclass(frozen=True)
class Told:
    """A statement as it was annotated; its places are those of the report that its paragraph makes.

    Attributes:
        id: the paragraph's id and a number.
        content: places of what was said.
        speaker: place of the words for the speaker, where there are any.
        chain: for each link, outermost first, the spellings that stand for it.
        unnamed: whether the last link is a description and no name.
    """

    id: str
    content: tuple[Place, ...]
    speaker: Place | None
    chain: tuple[frozenset[str], ...]
    unnamed: bool
    mode: Mode
    act: Act
    stance: Stance
    channel: str

    @property
    def places(self) -> set[int]:
        """Every place of the content."""
        return {spot for start, end in self.content for spot in range(start, end)}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as a small report of its own, and the statements in it."""

    id: str
    report: Report
    told: tuple[Told, ...]


def paragraphs(half: str) -> list[Paragraph]:
    """The paragraphs of a half."""
    rows = tomllib.loads(file_of(half).read_text("utf-8"))["paragraph"]
    return [row_to_paragraph(row) for row in rows]


def file_of(half: str) -> Path:
    """Where a half stands."""
    return HERE / f"{half}.toml"


def row_to_paragraph(row: dict[str, Any]) -> Paragraph:
    """One paragraph, under its headline or a plain one."""
    text = f"{row.get('headline') or row['kind'].capitalize()}\n\n{row['text']}\n"
    key = report_id(text)
    listing = Listing(key, f"{row['id']}.txt", "", "", "", UNKNOWN, "en", Status.USABLE)
    told = [_told(f"{row['id']}.{n}", text, one, row.get("names", {})) for n, one in enumerate(row["statements"], 1)]
    return Paragraph(row["id"], Report(listing, text), tuple(told))


def _told(key: str, text: str, row: dict[str, Any], names: dict[str, list[str]]) -> Told:
    """One statement."""
    chain = row["chain"]
    if row.get("cue"):
        place_of(text, row["cue"])
    return Told(
        id=key,
        content=tuple(place_of(text, words) for words in row["content"]),
        speaker=place_of(text, row["speaker"]) if row.get("speaker") else None,
        chain=tuple(frozenset(spellings(name, *names.get(name, []))) for name in chain),
        unnamed=bool(chain) and chain[-1].islower(),
        mode=Mode(row["mode"]),
        act=Act(row.get("act", "assert")),
        stance=Stance(row.get("stance", "attributed")),
        channel=row.get("channel", ""),
    )


def place_of(text: str, words: str) -> Place:
    """Where words stand: the first time, or the n-th behind which " #n" is written. Raises Misquoted."""
    counted = _OCCURRENCE.fullmatch(words)
    wanted, number = (counted[1], int(counted[2])) if counted else (words, 1)
    apart = (r"\b" if wanted[0].isalnum() else "", r"\b" if wanted[-1].isalnum() else "")
    found = [spot.span() for spot in re.finditer(re.escape(wanted).join(apart), text)]
    if len(found) < number:
        raise Misquoted(f"{words!r} does not stand in {text!r}")
    return found[number - 1]
