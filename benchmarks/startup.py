"""How long a person waits for the command line to say anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.rows import Row
from benchmarks.timing import child, typical

_RUNS = 10


def startup(_total: int) -> Iterator[Row]:
    """CPU time of `onrecord --help`, beside Python doing nothing and importing what draws the tables."""
    ours = _cpu("-m", "onrecord.cli", "--help")
    yield Row("onrecord --help", ours, "ms", "python -c pass", _cpu("-c", "pass"))
    yield Row("onrecord --help", ours, "ms", "import rich.table, click", _cpu("-c", "import rich.table, click"))
    yield Row("import onrecord", _cpu("-c", "import onrecord"), "ms")


def _cpu(*arguments: str) -> float:
    return 1000 * typical(lambda: child([sys.executable, *arguments]), _RUNS)
