"""Our own stories: what was said on which question, and which answers exclude each other.

A statement is its sentence with the content in brackets, then a bar, then the answers that it gives: "[All are safe],
she said. | fate.safe". It teaches together with what was said before it in its report, as it is read later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from onrecord.encoder.texts import Wording

FOLDER: Final = Path(__file__).with_name("stories")
SAME, AGAINST, OTHER, UNRELATED = range(4)  # the order of the head `stance`
_CONTENT = re.compile(r"\[([^\]]*)\]")
_TOLD = 14  # words around a content that are kept

Answer = tuple[str, str]  # a question, and one of its answers


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the answers that it gives."""

    wording: Wording
    answers: frozenset[Answer]

    @property
    def questions(self) -> frozenset[str]:
        """What it bears on."""
        return frozenset(question for question, _ in self.answers)


@dataclass(frozen=True, slots=True)
class Story:
    """The statements of a story's reports in their order, and the pairs of answers that exclude each other."""

    name: str
    questions: tuple[str, ...]
    statements: tuple[Said, ...]
    excludes: frozenset[frozenset[Answer]]

    def stance(self, one: Said, other: Said) -> int:
        """How two statements stand to each other: what they have in common outweighs what parts them."""
        if not one.questions & other.questions:
            return UNRELATED
        if one.answers & other.answers:
            return SAME
        pairs = (frozenset((a, b)) for a in one.answers for b in other.answers)
        return AGAINST if any(pair in self.excludes for pair in pairs) else OTHER


def stories(folder: Path = FOLDER) -> list[Story]:
    """All stories of a folder, by name."""
    return [story(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))]


def story(name: str, text: str) -> Story:
    """A story as it is written; an answer that no question has is a mistake."""
    # Strings only: an answer named "no" is no truth value, and one named "12" no number.
    told = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but strings
    known = {(question, answer) for question, row in told["questions"].items() for answer in row["answers"]}
    excludes = frozenset(
        frozenset((question, answer) for answer in pair)
        for question, row in told["questions"].items()
        for pair in row.get("excludes", ())
    )
    found = tuple(said for report in told["reports"] for said in _report(report))
    strange = (frozenset().union(*(said.answers for said in found), *excludes)) - known
    if strange:
        raise ValueError(f"{name}: no question has {', '.join(sorted('.'.join(one) for one in strange))}")
    return Story(name, tuple(told["questions"]), found, excludes)


def _report(report: dict[str, Any]) -> Iterator[Said]:
    """The statements of a report."""
    before = ""
    for line in report["statements"]:
        sentence, _, labels = line.rpartition("|")
        content = " ".join(_CONTENT.findall(sentence)).strip()
        told = " ".join(_CONTENT.sub(" ", sentence).split()[:_TOLD])
        answers = frozenset(
            (question, answer) for question, _, answer in (one.partition(".") for one in labels.split())
        )
        yield Said(Wording(content, told, before, report["title"]), answers)
        before = content
