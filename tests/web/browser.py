"""The browser that tests open pages with: the machine's own, else one that is installed by running this file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = "chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge msedge".split()
_MACOS = [f"Applications/{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge")]
_WINDOWS = [r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe"]
_PACKAGES = ["chromium", "libatomic1"]  # the second is for Playwright's Node.js
_WHERE = "import playwright.sync_api as api\nwith api.sync_playwright() as all: print(all.chromium.executable_path)"
_NO_DRIVER = """Playwright does not start: see what "python -m playwright --version" says.
A library may be missing (Debian: apt-get install libatomic1)"""
_WAYS_OUT = """no Chromium, Chrome or Edge was found that starts. Either
  - install one (Debian: apt-get install chromium; elsewhere: google.com/chrome), or
  - let Playwright bring its own: python -m playwright install chromium, or
  - say where one is: ONRECORD_BROWSER=/path/to/chrome"""


class NoBrowserError(RuntimeError):
    """No browser is there; the message says how to come by one."""


def find() -> Path:
    """The browser to use: the one that ONRECORD_BROWSER names, else the first that is there and starts."""
    named = os.environ.get("ONRECORD_BROWSER")
    for path in [Path(shutil.which(named) or named)] if named else _usual():
        if _starts(path):
            return path
    raise NoBrowserError(f"ONRECORD_BROWSER={named} does not start" if named else _WAYS_OUT)


def flags() -> list[str]:
    """What a browser is started with, so that it asks nobody for anything, and finds nobody if a page does.

    Playwright leaves out the browser's sandbox, which many containers do not allow: only this machine is ever visited.
    """
    alone = "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    quiet = "disable-background-networking disable-component-update disable-sync disable-quic no-first-run"
    return [f"--{flag}" for flag in (alone, *quiet.split())]


def _usual() -> Iterator[Path]:
    """Where browsers usually are, Playwright's own last."""
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    if sys.platform == "darwin":
        yield from (folder / place for folder in (Path("/"), Path.home()) for place in _MACOS)
    if sys.platform == "win32":
        folders = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(folder) / place for folder in folders if folder for place in _WINDOWS)
    yield from _downloaded()


def _downloaded() -> list[Path]:
    """Where Playwright's own browser is, if it was brought. A process of its own asks: Playwright does not start twice in one."""
    asked = subprocess.run([sys.executable, "-c", _WHERE], capture_output=True, text=True, timeout=60, check=False)
    return [Path(line) for line in asked.stdout.splitlines()]


def _driver_starts() -> bool:
    """Whether Playwright itself starts: its Node.js needs a library that the smallest Debian lacks."""
    return _answers([sys.executable, "-m", "playwright", "--version"])


def _starts(path: Path) -> bool:
    """Whether the browser says what it is: Ubuntu's chromium-browser may be a script that only points to a shop."""
    if sys.platform == "win32":  # there it would open a window
        return path.is_file()
    return _answers([path, "--version"])


def _answers(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _installers() -> Iterator[list[list[str]]]:
    """Ways to install a browser, each some commands."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and (root or sudo):
        as_root = [] if root else [sudo]
        yield [[*as_root, apt, "update"], [*as_root, apt, "install", "-y", "--no-install-recommends", *_PACKAGES]]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _ran(command: list[str]) -> bool:
    """Whether a command went well; it and what it prints are shown."""
    sys.stderr.write(f"+ {' '.join(command)}\n")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, check=False).returncode == 0


def ready() -> Path:
    """The browser to use, where it and Playwright start; the error says what to do where they do not."""
    found = find()
    if not _driver_starts():
        raise NoBrowserError(_NO_DRIVER)
    return found


def provide() -> Path:
    """The browser to use, installed if there is none and none was named."""
    for commands in [] if "ONRECORD_BROWSER" in os.environ else _installers():
        try:
            return ready()
        except NoBrowserError:
            all(_ran(command) for command in commands)
    return ready()


if __name__ == "__main__":
    try:
        sys.stdout.write(f"browser: {provide()}\n")
    except NoBrowserError as error:
        sys.exit(str(error))
