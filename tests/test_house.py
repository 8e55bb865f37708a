"""The rules of the house: the linter, the formatter, the types and the layers find nothing to say."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        "ruff check",
        "ruff format --check",
        "mypy",
        "mypy evals benchmarks",
        "lint-imports",
    ],
)
def test_nothing_to_say(command):
    name, *arguments = command.split()
    done = subprocess.run([TOOLS / name, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command} says:\n{done.stdout}{done.stderr}"
