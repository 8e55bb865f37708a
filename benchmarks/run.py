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
from benchmarks.newsroom import newsroom
from benchmarks.passages import passages
from benchmarks.rows import Row, table
from benchmarks.startup import startup
from benchmarks.stories import ROOT
from benchmarks.views import views

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = "# Benchmarks\n\nWritten by `python -m benchmarks.run --write`. Figures are medians; no test asserts them.\n"
BENCHMARKS: dict[str, tuple[str, Callable[[int], Iterator[Row]]]] = {
    "startup": ("Start-up: CPU time of a fresh process", startup),
    "reading": ("Reading: one process, reports of some 1,500 characters", reading),
    "hostile": ("Reports of hostile shapes", hostile),
    "newsroom": ("Reading: reports of 500 words, all cores", newsroom),
    "passages": ("Finding reused passages in {total:,} reports: the processor's time", passages),
    "growing": ("One report more, and reuse, in a record of {total:,} reports", growing),
    "adding": ("Adding to records of different sizes", adding),
    "views": ("Views on a record of {total:,} reports: the record just opened, and asked again", views),
}


def main() -> int:
    """Measure, print and, where wanted, write down."""
    args = _arguments()
    parts = [f"{_machine()}\n"]
    print(parts[0])
    for name, (title, benchmark) in BENCHMARKS.items():
        if args.name and name not in args.name:
            continue
        parts.append(f"## {title.format(total=args.reports)}\n\n{table(benchmark(args.reports))}\n")
        print(parts[-1], flush=True)
    if args.write:
        RESULTS.write_text("\n".join([_HEAD, *parts]), "utf-8")
    return 0


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
    parser.add_argument("--reports", type=int, default=10_000, metavar="TOTAL", help="size of the large record")
    parser.add_argument("--write", action="store_true", help=f"write the results to {RESULTS.name}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
