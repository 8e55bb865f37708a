"""Measures how time expressions are read, on corpora in TimeML: `python -m evals.dates FOLDER... [--misses N]`.

The measure is TempEval-3's for time expressions (UzZaman and others, 2013), after the official scorer of the task,
https://github.com/naushadzaman/tempeval3_toolkit: expressions pair off from left to right where they share a
character, each with one at most. F1 is relaxed over pairs, strict over pairs of the same words; the F1 of value and of
type is the relaxed one times the share of pairs that have the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.timeml import Document, Mark, documents
from onrecord.reading.dating import find_expressions

Pair = tuple[Mark | None, Mark | None]


def found(document: Document) -> list[Mark]:
    """What the program finds in a document's text."""
    expressions = find_expressions(document.text, document.written)
    return [Mark(one.start, one.end, one.timex.kind.name, one.timex.value) for one in expressions]


def pairs(gold: Sequence[Mark], system: Sequence[Mark]) -> list[Pair]:
    """Every expression, beside the one of the other side with which it pairs off."""
    paired: list[Pair] = []
    ours, theirs = sorted(system), sorted(gold)
    while ours and theirs:
        if ours[0].end <= theirs[0].start:
            paired.append((None, ours.pop(0)))
        elif theirs[0].end <= ours[0].start:
            paired.append((theirs.pop(0), None))
        else:
            paired.append((theirs.pop(0), ours.pop(0)))
    return [*paired, *((one, None) for one in theirs), *((None, one) for one in ours)]


@dataclass(frozen=True)
class Score:
    """How many expressions were marked and found, and how many pairs agree."""

    gold: int
    system: int
    relaxed: int
    strict: int
    value: int
    kind: int

    @classmethod
    def of(cls, paired: Iterable[Pair]) -> Score:
        """The score of paired expressions."""
        listed = list(paired)
        both = [(one, other) for one, other in listed if one and other]
        return cls(
            gold=sum(one is not None for one, _ in listed),
            system=sum(other is not None for _, other in listed),
            relaxed=len(both),
            strict=sum((one.start, one.end) == (other.start, other.end) for one, other in both),
            value=sum(one.value == other.value for one, other in both),
            kind=sum(one.kind == other.kind for one, other in both),
        )

    def f1(self, agreeing: int) -> float:
        """The F1, in hundredths, of so many pairs that agree."""
        return 200 * agreeing / (self.gold + self.system) if self.gold + self.system else 100.0

    def __str__(self) -> str:
        rates = (("relaxed", self.relaxed), ("strict", self.strict), ("value", self.value), ("type", self.kind))
        return ", ".join(f"{name} F1 {self.f1(agreeing):.2f}" for name, agreeing in rates)


def missed(document: Document, paired: Iterable[Pair]) -> list[str]:
    """A line for each expression that was missed, that is surplus, or that has another value."""
    wrong = [(one, other) for one, other in paired if one is None or other is None or one.value != other.value]
    return [f"  {document.name}  {_shown(document, one)}  |  {_shown(document, other)}" for one, other in wrong]


def _shown(document: Document, mark: Mark | None) -> str:
    if mark is None:
        return "-"
    return f"{' '.join(document.text[mark.start : mark.end].split())} = {mark.kind} {mark.value}"


def main() -> int:
    """Print the score of each folder, and what was missed in it where that is asked for."""
    args = _arguments()
    for folder in args.folder:
        paired = [(document, pairs(document.marks, found(document))) for document in documents(folder)]
        score = Score.of(pair for _, of_one in paired for pair in of_one)
        print(f"{folder}: {len(paired)} documents, {score.gold} expressions marked, {score.system} found")
        print(f"  {score}")
        lines = [line for document, of_one in paired for line in missed(document, of_one)]
        print(*lines[: args.misses], sep="\n", end="\n" if args.misses else "")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.dates", description="Score dates on corpora in TimeML.")
    parser.add_argument("folder", nargs="+", type=Path, help="folder of *.tml files")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N expressions read wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
