"""Counts who really said it: `python -m evals.echo [--cases N] [--seed S] [--forms] [--misses N] [--pin]`.

Without numbers, the cases are those that floors are pinned for: exit status 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.echo import measure
from evals.echo.counting import Counted
from evals.echo.wording import Form
from evals.figures import Figures, shown
from evals.floors import held, load, pinned_anew, save

FLOORS = Path(__file__).with_name("floors.json")
NAME = "echo"
_WORDS = 60  # characters shown of a carrying that was not read


def line(name: str, figures: Figures) -> str:
    """A row of figures."""
    return f"  {name:16}" + ", ".join(f"{label} {shown(one)}" for label, one in figures.items())


def table(done: list[Counted], pairs: list[Counted]) -> Iterator[str]:
    """Every figure of the cases, a row each."""
    yield line("onrecord", measure.counts(done))
    yield line("of those heard", measure.of_read(done))
    yield from (line(name, figures) for name, figures in measure.rivals(done).items())
    yield from (line(name, figures) for name, figures in measure.by_size(done).items())
    yield line("read", measure.reading(done))
    yield line("same utterance", measure.grouping(done))
    yield line("said twice", measure.doubles(pairs))


def misses(done: list[Counted], most: int) -> Iterator[str]:
    """Cases whose count is not exact: whom each utterance was ascribed to, and what was not read."""
    for one in [case for case in done if case.origins != case.case.k][:most]:
        case = one.case
        yield f"{case.story} k={case.k} n={case.n}: {one.origins} counted"
        yield from (
            f"    {name}: {', '.join(sorted(heard))}" for name, heard in _ascribed(one).items() if heard != {name}
        )
        yield from (f"    not read, {row}" for row in _unread(one))


def _ascribed(one: Counted) -> dict[str, set[str]]:
    """For each speaker, whom the statements that carry his words have as theirs."""
    heard: dict[str, set[str]] = {}
    for planted, found in one.read:
        heard.setdefault(planted.utterance.name, set()).update(one.speakers[key] or "(nobody)" for key in found)
    return heard


def _unread(one: Counted) -> Iterator[str]:
    texts = {report.file: report.text for report in one.case.reports}
    for planted, found in one.read:
        if not found:
            start, end = planted.places[0]
            words = texts[planted.report][start:end][:_WORDS]
            yield f"{planted.form} of {planted.utterance.name} {planted.naming}: {words!r}"


def main() -> int:
    """Count, print, compare or pin."""
    args = _arguments()
    done = measure.count_all(measure.grid(args.cases, args.seed))
    pairs = measure.count_all(measure.of_two(args.seed))
    print(f"{len(done)} cases, {sum(one.case.n for one in done)} reports", *table(done, pairs), sep="\n")
    if args.forms:
        rows = {form: measure.counts(measure.count_all(measure.of_form(form, args.seed))) for form in Form}
        print("one form alone, 5 utterances in 20 reports", *(line(form, row) for form, row in rows.items()), sep="\n")
    print(*misses(done, args.misses), sep="\n")
    if (args.cases, args.seed) != (measure.CASES, measure.SEED):
        return 0
    pinned, today = load(FLOORS), measure.measured(done, pairs)
    if args.pin or args.lower:
        kept = pinned_anew(pinned, NAME, today, args.lower)
        save(pinned, FLOORS)
        return int(not kept)
    return int(not held(pinned.get(NAME), today))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.echo", description="Count who really said it.")
    parser.add_argument("--cases", type=int, default=measure.CASES, help="how many cases; floors are for the default")
    parser.add_argument(
        "--seed", type=int, default=measure.SEED, help="what cases are drawn; floors are for the default"
    )
    parser.add_argument("--forms", action="store_true", help="count cases of one form of echo alone, too")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show so many cases that are not exact")
    parser.add_argument("--pin", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="REASON", default="", help="pin, and lower floors where they must be")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
