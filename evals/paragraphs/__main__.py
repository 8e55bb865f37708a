"""Reads the paragraphs and holds them to their floors: `python -m evals.paragraphs [--pin] [--misses]`.

Exit status 1 where a figure is under its floor, or where paragraphs changed since its floors were pinned.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.figures import shown
from evals.floors import held, load, pinned_anew, save
from evals.paragraphs.measure import JUDGED, Outcome, Pair, figures, measured, outcomes
from evals.paragraphs.paragraph import HALVES

FLOORS = Path(__file__).with_name("floors.json")


def table(read_: list[Outcome]) -> str:
    """The figures of a half, a line each."""
    rows = figures(read_).items()
    lines = (f"  {name:15}" + ", ".join(f"{label} {shown(one)}" for label, one in row.items()) for name, row in rows)
    return "\n".join(lines)


def misses(read_: list[Outcome]) -> Iterator[str]:
    """What was missed, read beside, or judged wrong."""
    for one in read_:
        text = one.paragraph.report.text
        wrong = [line for pair in one.pairs for line in _wrong(text, pair)]
        wrong += [f"surplus {text[spot.extent.start : spot.extent.end]!r} ({spot.mode})" for spot in one.surplus]
        if wrong:
            yield "\n".join([f"{one.paragraph.id}: {text.strip()}", *(f"    {line}" for line in wrong), ""])


def _wrong(text: str, pair: Pair) -> Iterator[str]:
    """What is wrong with one statement."""
    told, found = pair.told, pair.found
    words = text[told.content[0][0] : told.content[-1][1]]
    if found is None:
        yield f"missed {words!r}"
        return
    for name, right in JUDGED.items():
        if not right(pair):
            wanted = [sorted(link) for link in told.chain] if name == "chain" else getattr(told, name)
            given = [sorted(link) for link in pair.links] if name == "chain" else getattr(found, name)
            yield f"{name}: {given!s} for {wanted!s} in {words[:40]!r}"


def main() -> int:
    """Read, print, compare or pin."""
    args = _arguments()
    pinned, failed = load(FLOORS), False
    for half in HALVES:
        read_ = outcomes(half)
        print(f"{half}: {len(read_)} paragraphs", table(read_), sep="\n")
        if args.misses and half == "learn":
            print("", *misses(read_), sep="\n")
        today = measured(half, read_)
        if args.pin or args.lower:
            failed |= not pinned_anew(pinned, half, today, args.lower)
            save(pinned, FLOORS)
        else:
            failed |= not held(pinned.get(half), today)
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.paragraphs", description="Read annotated paragraphs.")
    parser.add_argument("--pin", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="REASON", default="", help="pin, and lower floors where they must be")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the learning half, and only there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
