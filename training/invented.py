"""The learning half of our own annotated paragraphs, brought to the conventions of PolNeAR.

A content there holds its quotation marks and the "that" before it, and nobody is quoted by another: paragraphs with
longer chains are left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

from evals.paragraphs.paragraph import file_of, place_of

from onrecord.reading.page import lay_out
from onrecord.reading.tagger.words import words
from training.examples import UNKNOWN, Attribution, Example, Span, covered, labelled

_BEFORE = re.compile(r"(?:\bthat )?[\"“‘«']?$")
_NESTED = 2  # links of a chain
_AFTER = re.compile(r"[.,!?]?[\"”’»]")


def invented() -> list[Example]:
    """The paragraphs to learn from."""
    rows = tomllib.loads(file_of("learn").read_text("utf-8"))["paragraph"]
    return [_example(row) for row in rows if all(len(one["chain"]) < _NESTED for one in row["statements"])]


def _example(row: dict[str, Any]) -> Example:
    """One paragraph under its headline; a statement without a cue teaches nothing and hides nothing."""
    text = f"{row.get('headline') or row['kind'].capitalize()}\n\n{row['text']}\n"
    found = words(lay_out(text))
    told = [_attribution(text, one, lambda spans: covered(found, spans)) for one in row["statements"]]
    return Example(row["id"], text, found, labelled(len(found), told), [UNKNOWN] * len(found), told)


def _attribution(text: str, row: dict[str, Any], numbers: Any) -> Attribution:  # noqa: ANN401
    """One statement."""
    spans: dict[str, Sequence[Span]] = {
        "content": [_wide(text, place_of(text, words)) for words in row["content"]],
        "cue": [place_of(text, row["cue"])] if row.get("cue") else [],
        "source": [place_of(text, row["speaker"])] if row.get("speaker") else [],
    }
    return Attribution(*(numbers(spans[role]) for role in ("source", "cue", "content")))


def _wide(text: str, span: Span) -> Span:
    """A content with the marks around it."""
    before, after = _BEFORE.search(text[: span[0]]), _AFTER.match(text, span[1])
    quoted = before and before[0][-1:] in tuple("\"“‘«'") and before[0]
    return span[0] - len(before[0] if before else ""), after.end() if after and quoted else span[1]
