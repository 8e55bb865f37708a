from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

import pytest

from onrecord import Record

STORY = Path(str(resources.files("onrecord") / "demo_story" / "reports"))


@pytest.fixture(scope="session")
def reports() -> list[Path]:
    """The reports of the story that ships with the package, in order of publication."""
    return sorted(STORY.iterdir())


@pytest.fixture
def exported(tmp_path_factory) -> Callable[..., dict[str, bytes]]:
    """Adds batches of paths to a new record and gives the bytes of every table that it exports."""

    def export(*batches: Iterable[Path], as_of: str | None = None) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("record")
        with Record.open(folder / "story.onrecord") as record:
            for batch in batches:
                record.add_all(*batch)
            files = record.as_of(as_of).export(folder / "out")
        tables = {file.name: file.read_bytes() for file in files}
        shutil.rmtree(folder)
        return tables

    return export
