"""A small invented story, and ways to run the command line on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.app import cli

REPORTS = {
    "01_gazette.txt": """The Tarn Gazette
Published 2 May 2024

Ferry sinks off Mull Point, eight dead: coastguard

Eight people were killed when the ferry Petrel sank on Thursday, the coastguard said.

"The hull was sound," spokesman Arno Vale told a news conference in Tarn. He said that marines hold the harbour.

Captain Ida Renn is in Tarn, the mayor's office said.
""",
    "02_wire.txt": """NORTH COAST WIRE (NCW) / Friday, 3 May 2024 / 10:00

Fishermen say eleven died on ferry

TARN, May 3 (NCW) - Eleven people were killed when the ferry sank, the fishermen's union said on Friday.

"The hull was rotten," union leader Brita Holm said in a tweet. She denied that marines hold the harbour.

Captain Ida Renn has left Tarn, Holm said.

"The hull was sound," Arno Vale told reporters again.
""",
    "03_undated.txt": """Eyewitness notes

"The hull was rotten," Brita Holm said. Some say that Captain Renn is in Tarn.
""",
}


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def record(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "ferry.onrecord"
    result = CliRunner().invoke(cli, ["add", str(path), str(reports)])
    assert result.exit_code == 0, result.output
    return path


Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `onrecord` with these arguments."""
    return lambda *args: CliRunner().invoke(cli, [str(arg) for arg in args])


@pytest.fixture
def as_json(run: Run) -> Callable[..., Any]:
    """Run it with --json and give the values."""
    return lambda *args: json.loads(run(*args, "--json").stdout)
