"""A ledger made by hand: what a story's reports say, statement by statement."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import yaml

from evals.exported import Export, Voice
from evals.forms import Row, plain, spellings

_VOICELESS = re.compile(r"^not stated$|\bthe report\b|\breport (?:itself|voice)\b")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SHORTEST = 40  # the least extent of a reused passage, in characters
_A_WORD = 6  # characters that a word takes up


class Place(NamedTuple):
    """Somewhere in a file."""

    file: str
    start: float
    end: float

    def meets(self, other: Place) -> bool:
        """Whether two places have a character in common."""
        return self.file == other.file and self.start < other.end and other.start < self.end


def voiceless(name: str) -> bool:
    """Whether a gold source is nobody, or the report itself."""
    return bool(_VOICELESS.search(name))


class Names:
    """The spellings of every gold source, and who alone owns each."""

    def __init__(self, listed: list[Row], used: Iterable[str]) -> None:
        self.of = {row["name"]: spellings(row["name"], *row.get("aliases", [])) for row in listed}
        described = {row["name"] for row in listed if row.get("aliases")}
        parts = {part for name in used for part in (name, *name.split("; "))}
        for name in sorted(parts - self.of.keys()):
            if len(self.owners(plain(name))) != 1:
                self.of[name] = spellings(name)
        self.labels = self.of.keys() - described
        pairs = ((row["name"], other) for row in listed for other in row.get("not_to_be_confused_with", []))
        self.apart = sorted({(min(pair), max(pair)) for pair in pairs})

    def owners(self, form: str) -> list[str]:
        """The gold sources that are spelt so."""
        return [name for name, forms in self.of.items() if form in forms]

    def canonical(self, name: str) -> str:
        """The gold source that a name stands for."""
        return name if name in self.of else self.owners(plain(name))[0]

    def claimed(self, forms: set[str]) -> set[str]:
        """The gold sources of which a form is theirs alone."""
        return {owners[0] for form in forms if len(owners := self.owners(form)) == 1}

    def fits(self, name: str, voice: Voice | None, near: bool | None) -> bool:
        """Whether an exported source is the gold one of that name.

        `near` tells whether their mentions overlap, where both are known.
        """
        if voice is None:
            return voiceless(name)
        claimed = self.claimed(voice.forms)
        return any(self._fits(one, voice, claimed, near) for one in map(self.canonical, [name, *name.split("; ")]))

    def _fits(self, name: str, voice: Voice, claimed: set[str], near: bool | None) -> bool:
        if name in claimed:
            return True
        if near is not False and voice.forms & self.of[name]:
            return True
        return bool(near) and name in self.labels and not claimed


@dataclass(frozen=True)
class Coverage:
    """What a ledger promises to list.

    Attributes:
        word: "complete", "nearly complete" or "partial".
        files: the files of which it lists every statement.
    """

    word: str
    files: frozenset[str]


class Gold:
    """A ledger, indexed."""

    def __init__(self, doc: Row) -> None:
        self.doc = doc
        self.story: str = doc["story"]
        self.files: list[str] = [row["file"] for row in doc["files"]]
        self.statements: dict[str, Row] = {row["id"]: row for row in doc["statements"]}
        self.timeline: list[Row] = doc.get("timeline", [])
        spoken = (name for row in doc["statements"] for name in (row["source"], *row["chain"]))
        self.names = Names(doc.get("sources", []), spoken)
        self.coverage = self._coverage(doc.get("coverage", ""))
        self.matters: dict[str, set[str]] = {key: set(row.get("matters", [])) for key, row in self.statements.items()}
        self.positions: dict[str, set[tuple[str, int]]] = {key: set() for key in self.statements}
        self.contradictions = self._index()
        pairs = (pair for row in doc.get("reuse", []) for pair in combinations(self._places(row), 2))
        self.reuse: list[tuple[Place, Place]] = list(dict.fromkeys(pairs))

    @classmethod
    def load(cls, path: Path) -> Gold:
        """Read a ledger's file."""
        return cls(yaml.load(path.read_text("utf-8"), _LOADER))  # noqa: S506 - both loaders are safe ones

    def named(self, labels: Iterable[str]) -> list[str]:
        """The files that are meant by names of files, by their prefixes or by "all"."""
        return [file for one in labels for file in self.files if one in {"all", file, file.split("_")[0]}]

    def rivals(self, one: str, other: str) -> bool:
        """Whether two statements hold positions in one matter, and none in common there."""
        mine, theirs = self.positions[one], self.positions[other]
        shared = {matter for matter, _ in mine} & {matter for matter, _ in theirs}
        return bool(shared - {matter for matter, _ in mine & theirs})

    def right(self, row: Row, statement: Row, name: str, voice: Voice | None) -> bool:
        """Whether a voice is the gold source of that name; offsets tell only of a statement's own source."""
        near: bool | None = None
        speaker = statement.get("speaker")
        if speaker and name == row["source"] and "source_mention" in row:
            start: int = row["source_mention_start"]
            near = start < speaker[1] and speaker[0] < start + len(row["source_mention"])
        return self.names.fits(name, voice, near)

    def rightly(self, row: Row, statement: Row, export: Export) -> bool:
        """Whether a statement has the right source: the gold one, or the last of the gold chain."""
        voice = export.voice(statement)
        return any(self.right(row, statement, name, voice) for name in (row["source"], row["chain"][-1]))

    def _coverage(self, note: str) -> Coverage:
        """What a note promises: of a nearly complete ledger, all files but those that a later clause names first."""
        first, *clauses = note.casefold().split(";")
        whole = first.startswith("complete")
        if "not exhaustive" in note.casefold() or not (whole or "nearly all" in first.partition("\n")[0]):
            return Coverage("partial", frozenset())
        numbers = (re.search(r"\b\d{3}\b", clause) for clause in clauses)
        excepted = {number[0] for number in numbers if number}
        files = frozenset(file for file in self.files if file.split("_")[0] not in excepted)
        return Coverage("complete" if whole else "nearly complete", files)

    def _index(self) -> set[frozenset[str]]:
        """Fill in what bears on what; give the pairs of statements that contradict each other."""
        pairs = [
            (key, link.get("contradicts")) for key, row in self.statements.items() for link in row.get("links", [])
        ]
        for matter in self.doc.get("matters", []):
            pairs += matter.get("contradicts", [])
            for key in matter.get("also_bears_on_it", []):
                self.matters[key].add(matter["id"])
            for number, position in enumerate(matter["positions"]):
                for key in position["statements"]:
                    self.matters[key].add(matter["id"])
                    self.positions[key].add((matter["id"], number))
        return {frozenset(pair) for pair in pairs if None not in pair}

    def _places(self, row: Row) -> list[Place]:
        """Where a reused passage stands: from each start on, or else anywhere in the files."""
        if "starts" not in row:
            return [Place(file, 0, math.inf) for file in self.named(row["files"])]
        extent = max(_SHORTEST, _A_WORD * row.get("words_in_common", 0))
        return [Place(file, start, start + extent) for file, start in zip(row["files"], row["starts"], strict=False)]
