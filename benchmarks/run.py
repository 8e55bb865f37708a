"""Measures Onrecord: `python -m benchmarks.run [NAME...] [--reports TOTAL] [--write]`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.adding import adding, reading
from benchmarks.growing import growing
from benchmarks.hostile import hostile
from benchmarks.matters import matters
from benchmarks.newsroom import newsroom
from benchmarks.pages import pages
from benchmarks.passages import passages
from benchmarks.rows import Row, table
from benchmarks.startup import startup
from benchmarks.stories import ROOT
from benchmarks.views import views

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = (
    "# Benchmarks\n\nWritten by `python -m benchmarks.run --write`. Figures are medians; no test asserts them. "
    "Each part says when it was measured.\n"
)
_LARGE, _VERY_LARGE = 10_000, 100_000
BENCHMARKS: dict[str, tuple[str, Callable[[int], Iterator[Row]], int]] = {
    "startup": ("Start-up: CPU time of a fresh process", startup, _LARGE),
    "reading": ("Reading: one process, reports of some 1,500 characters", reading, _LARGE),
    "hostile": ("Reports of hostile shapes", hostile, _LARGE),
    "newsroom": ("Reading: reports of 500 words, all cores", newsroom, _LARGE),
    "passages": ("Finding reused passages in {total:,} reports: the processor's time", passages, _VERY_LARGE),
    "growing": ("One report more, and reuse, in a record of {total:,} reports", growing, _VERY_LARGE),
    "adding": ("Adding to records of different sizes", adding, _LARGE),
    "matters": ("One report more brought to its matters, in a record of {total:,} reports", matters, _LARGE),
    "pages": ("Pages on a record of {total:,} reports", pages, _LARGE),
    "views": ("Views on a record of {total:,} reports just opened, and the first time after it changed", views, _LARGE),
}


def main() -> int:
    """Measure, print and, where wanted, write down."""
    args = _arguments()
    for name, (title, benchmark, size) in BENCHMARKS.items():
        if args.name and name not in args.name:
            continue
        total = args.reports or size
        heading, measured = title.format(total=total), f"{_machine()}\n\n{table(benchmark(total))}"
        print(f"## {heading}\n\n{measured}\n", flush=True)
        if args.write:
            RESULTS.write_text(written(RESULTS.read_text("utf-8"), title.partition("{")[0], heading, measured), "utf-8")
    return 0


def written(results: str, named: str, heading: str, measured: str) -> str:
    """The results with those of one benchmark put in the place of its old ones, or else behind all others."""
    head, *sections = results.split("\n## ")
    fresh = f"{heading}\n\n{measured}\n"
    places = [place for place, section in enumerate(sections) if section.startswith(named)]
    kept = [fresh if place in places[:1] else section for place, section in enumerate(sections)]
    return "\n## ".join([_HEAD if not sections else head, *kept, *([] if places else [fresh])])


def _machine() -> str:
    """When and where it was measured."""
    day = datetime.now(UTC).date().isoformat()
    cores = f"{os.cpu_count()} cores"
    return f"{day} · {platform.system()} {platform.machine()}, {cores} · Python {platform.python_version()}{_commit()}"


def _commit() -> str:
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - wherever git is
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f" · commit {found.stdout.strip()}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measure Onrecord.")
    parser.add_argument(
        "name", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHMARKS)}; all where none is given"
    )
    parser.add_argument("--reports", type=int, metavar="TOTAL", help="size of the large record, for all of them")
    parser.add_argument("--write", action="store_true", help=f"put the results into {RESULTS.name}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
