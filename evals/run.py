"""Scores every story and holds it to its floors: `python -m evals.run [STORY...] [--pin] [--lower REASON]`.

Exit status 1 where a figure is under its floor, or where a ledger changed since its floors were pinned.
"""

from __future__ import annotations

import argparse
import sys
import time

from evals.figures import shown
from evals.floors import held, load, measured, pinned_anew, save
from evals.scorer import Case, headline, score
from evals.story import chosen


def table(case: Case) -> str:
    """Every figure of a story, a measure a line: the first one is its score."""
    scores = score(case)
    lines = [f"  {len(case.gold.statements)} gold statements ({case.gold.coverage.word})"]
    lines[0] += f", {len(case.export.statements)} exported"
    for name, one in scores.items():
        figures = ", ".join(f"{label} {shown(figure)}" for label, figure in one.figures.items())
        lines.append(f"  {name:11}{'absent: ' if one.absent else ''}{figures}")
    return "\n".join([*lines, f"  {'headline':11}{shown(headline(scores))}"])


def misses(case: Case, most: int) -> str:
    """Statements that were missed and that are surplus, so many of each."""
    lines = [f"  missed   {row['id']} {row['file']}:{row['content_start']}  {row['key']}" for row in case.missed[:most]]
    extra = ((case.export.file(row["report"]), row) for row in case.surplus[:most])
    return "\n".join([*lines, *(f"  surplus  {row['mode']} {file}:{row['content']}" for file, row in extra)])


def main() -> int:
    """Score, print, compare or pin."""
    args = _arguments()
    pinned, failed = load(), False
    for story in chosen(args.story):
        if not story.here:
            print(f"{story.name}: skipped, {story.ledger} is not here\n")
            continue
        begun = time.perf_counter()
        case = story.case()
        print(f"{story.name}: {case.gold.story} [{time.perf_counter() - begun:.1f} s]", table(case), sep="\n")
        if args.misses:
            print(misses(case, args.misses))
        today = measured(story, case)
        if args.pin or args.lower:
            failed |= not pinned_anew(pinned, story.name, today, args.lower)
            save(pinned)
        else:
            failed |= not held(pinned.get(story.name), today)
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.run", description="Score stories and hold them to floors.")
    parser.add_argument("story", nargs="*", help="name of a story; all of them where none is given")
    parser.add_argument("--pin", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="REASON", default="", help="pin, and lower floors where they must be")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N missed and N surplus statements")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
