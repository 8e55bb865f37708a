"""Brings the corpora that are learnt from: `python -m training.fetch DATA`.

Needs git and the network. A corpus that is there already at its commit is left alone.
"""

from __future__ import annotations

import argparse
import subprocess
import tomllib
from pathlib import Path

_TABLE = Path(__file__).with_name("corpora.toml")


def main() -> None:
    """Bring what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data: Path = parser.parse_args().data
    for corpus in tomllib.loads(_TABLE.read_text("utf-8"))["corpus"]:
        home = data / corpus["folder"]
        if _head(home) != corpus["commit"]:
            print(f"{corpus['folder']}: {corpus['from']}; licence: {corpus['licence']}", flush=True)
            _bring(home, corpus["from"], corpus["commit"], corpus["paths"])


def _head(home: Path) -> str:
    """The commit that lies in a folder; empty where none does."""
    if not (home / ".git").exists():
        return ""
    return _git(home, "rev-parse", "HEAD")


def _bring(home: Path, address: str, commit: str, paths: list[str]) -> None:
    """One commit of a repository, and of it the folders that are needed."""
    home.mkdir(parents=True, exist_ok=True)
    _git(home, "init", "--quiet")
    _git(home, "fetch", "--quiet", "--depth=1", address, commit)
    _git(home, "checkout", "--quiet", "FETCH_HEAD", "--", *paths)
    _git(home, "update-ref", "--no-deref", "HEAD", "FETCH_HEAD")


def _git(home: Path, *words: str) -> str:
    """What git prints, in a folder."""
    done = subprocess.run(["git", "-C", str(home), *words], check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout.strip()


if __name__ == "__main__":
    main()
