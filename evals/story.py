"""The stories that have a ledger made by hand, and what a record exports of each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evals.exported import Export
from evals.gold import Gold
from evals.scorer import Case
from onrecord import Record

ROOT = Path(__file__).resolve().parent.parent
_DEMO = ROOT / "src" / "onrecord" / "demo_story"
_OURS = ROOT / "evals" / "stories"
_BESIDE = ROOT.parent / "shared"  # real reports, which this repository may not carry
_REAL = {"seeds": _BESIDE / "seeds", "godane": _BESIDE / "stories" / "godane"}


@dataclass(frozen=True)
class Story:
    """A story: a folder of reports and its ledger."""

    name: str
    ledger: Path
    reports: Path

    @property
    def here(self) -> bool:
        """Whether this machine has it."""
        return self.ledger.is_file() and self.reports.is_dir()

    @property
    def digests(self) -> dict[str, str]:
        """What its floors were measured on."""
        files = sorted(path for path in self.reports.iterdir() if path.is_file())
        texts = sha256(b"".join(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest() for path in files))
        return {"gold": sha256(self.ledger.read_bytes()).hexdigest(), "reports": texts.hexdigest()}

    def gold(self) -> Gold:
        """Its ledger."""
        return Gold.load(self.ledger)

    @contextmanager
    def record(self) -> Iterator[Record]:
        """A fresh record of its reports."""
        with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "story.onrecord") as record:
            record.add_all(self.reports)
            yield record

    def export(self, folder: Path) -> Export:
        """What a fresh record of its reports exports, written to a folder."""
        with self.record() as record:
            record.export(folder)
        return Export(folder)

    def case(self) -> Case:
        """Its ledger against what a fresh record exports."""
        with tempfile.TemporaryDirectory() as folder:
            return Case(self.gold(), self.export(Path(folder)))


def stories() -> list[Story]:
    """Every story: the one that ships, the invented ones, and the real ones, which may be missing here."""
    shipped = Story("demo", _DEMO / "ledger.yaml", _DEMO / "reports")
    invented = [Story(path.parent.name, path, path.parent / "reports") for path in sorted(_OURS.glob("*/ledger.yaml"))]
    real = [Story(name, _BESIDE / "gold" / f"{name}.yaml", folder) for name, folder in _REAL.items()]
    return [shipped, *invented, *real]


def chosen(names: list[str]) -> list[Story]:
    """The stories of these names; all of them where none is named."""
    every = stories()
    unknown = set(names) - {story.name for story in every}
    if unknown:
        known = ", ".join(story.name for story in every)
        raise SystemExit(f"no such story: {', '.join(sorted(unknown))}. There are: {known}")
    return [story for story in every if not names or story.name in names]
