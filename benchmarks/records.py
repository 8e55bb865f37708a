"""Records of many reports, built once and kept: `python -m benchmarks.records TOTAL` builds one and says what it took.

They lie in the folder for temporary files, by a digest of the reports and of all code that decides what is stored.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.stories import ROOT, digest, write
from benchmarks.timing import child
from onrecord import Record

_STORING = """
intake reading ledger record follow.py workers.py numbers.py prints.py weights.py relations.py relations.toml wording.py
""".split()


@dataclass(frozen=True)
class Cost:
    """What it took to build a record.

    Attributes:
        reports: reports in it.
        seconds: time on the clock.
        peak: the most memory that the process which writes held, in MiB; those that read are not counted.
        size: size of the record's file, in MiB.
    """

    reports: int
    seconds: float
    peak: float
    size: float


def reports(total: int) -> Path:
    """The folder with so many reports; made where it is not there."""
    folder = home() / f"reports-{digest(total)}"
    if not folder.is_dir():
        fresh = folder.with_suffix(f".{os.getpid()}")
        write(total, fresh)
        with suppress(OSError):  # another process was faster
            fresh.rename(folder)
    return folder


def record(total: int) -> tuple[Path, Cost]:
    """The file of a record of so many reports, and what building it took; built where it is not there."""
    path = home() / f"record-{total}-{digest(total)}-{code()}.onrecord"
    cost = path.with_suffix(".json")
    if not cost.is_file():
        path.unlink(missing_ok=True)
        source = reports(total)
        print(f"building a record of {total} reports ...", end=" ", file=sys.stderr, flush=True)
        child([sys.executable, "-m", "benchmarks.records", str(source), str(path), str(cost)])
        print("done", file=sys.stderr)
    return path, Cost(**json.loads(cost.read_text("utf-8")))


def build(source: Path, path: Path) -> Cost:
    """Add a folder of reports to a fresh record, and say what it took."""
    begun = time.perf_counter()
    with Record.open(path) as built:
        for _ in built.add(source):
            pass
        total = len(built.reports())
    spent = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(total, spent, peak, path.stat().st_size / 2**20)


def home() -> Path:
    """The folder in which they lie."""
    home = Path(tempfile.gettempdir()) / "onrecord-benchmarks"
    home.mkdir(exist_ok=True)
    return home


def code() -> str:
    """A digest of the code that decides what is stored."""
    roots = [ROOT / "src" / "onrecord" / name for name in _STORING]
    files = [path for root in roots for path in ([root] if root.is_file() else sorted(root.rglob("*.*")))]
    kept = [path for path in files if path.suffix in {".py", ".toml", ".sql", ".sha256"}]
    return sha256(b"".join(path.read_bytes() for path in kept)).hexdigest()[:12]


if __name__ == "__main__":
    done = build(Path(sys.argv[1]), Path(sys.argv[2]))
    Path(sys.argv[3]).write_text(json.dumps(asdict(done)), "utf-8")
