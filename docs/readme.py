"""Writes what `onrecord demo` shows into the README: run `python docs/readme.py` after a change to what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
_BLOCK = re.compile(r"(<!-- demo -->\n).*?(<!-- /demo -->)", re.DOTALL)
_WIDTH = 104
_LINES = 22


def demo() -> str:
    """What `onrecord demo` shows, as wide as the README, down to the end of a paragraph."""
    command = [sys.executable, "-m", "onrecord.cli", "demo"]
    environment = {**os.environ, "COLUMNS": str(_WIDTH), "NO_COLOR": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in done.stdout.splitlines()[:_LINES]]
    while lines and lines[-1]:
        lines.pop()
    return "\n".join([*lines[:-1], "", "…"])


def filled(readme: str, shown: str) -> str:
    """The README with what is shown in its place."""
    return _BLOCK.sub(lambda found: f"{found[1]}\n```\n{shown}\n```\n\n{found[2]}", readme)


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8"), demo()), "utf-8")
