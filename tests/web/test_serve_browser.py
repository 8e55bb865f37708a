"""`onrecord serve` as a person runs it: a process, an address, a browser that opens by itself, Ctrl-C."""

import json
import shlex
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

LONGEST = 60  # seconds that a start or an end may take on a busy machine


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Stands in for the person's browser: notes which address it is given."""
    noted = tmp_path / "opened"
    note = f"import pathlib, sys; pathlib.Path({str(noted)!r}).open('a').write(sys.argv[1] + '\\n')"
    monkeypatch.setenv("BROWSER", shlex.join([sys.executable, "-c", note, "%s"]))
    return lambda: noted.read_text("utf-8").splitlines() if noted.exists() else []


@contextmanager
def running(*arguments):
    """The program, and the address that it gives first."""
    command = [sys.executable, "-m", "onrecord.cli", *map(str, arguments), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")["address"]
        finally:
            process.kill()


def stopped(process):
    """How the program ends by Ctrl-C, and what it says then."""
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=LONGEST)
    return process.returncode, said


def test_the_story_that_ships_opens_in_the_browser_by_itself(visit, opened):
    with running("demo", "--serve") as (process, address):
        page = visit(address.rstrip("/"))
        assert page.locator("article.matter").count() > 3
        page.close()
        assert opened() == [address]
        assert stopped(process) == (0, "")


def test_a_record_is_served_until_it_is_stopped_without_a_browser_where_none_is_wanted(visit, opened, story):
    with running("serve", story, "--port", "0", "--no-browser", "--as-of", "2024-03-12") as (process, address):
        site, _, asked = address.partition("/?")
        page = visit(site, f"/?{asked}")
        assert page.locator("main").get_attribute("data-day") == "2024-03-12"
        page.close()
        assert stopped(process) == (0, "")
        assert opened() == []


def test_where_a_port_is_taken_the_next_is_used(story):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running("serve", story, "--port", port, "--no-browser") as (_, address):
            assert address.startswith("http://127.0.0.1:")
            assert port < int(address.rstrip("/").rpartition(":")[2]) <= port + 20


def test_where_others_can_reach_it_a_token_is_made_up(visit, story):
    with running("serve", story, "--port", "0", "--host", "0.0.0.0", "--no-browser") as (_, address):  # noqa: S104 - so it is tested
        site, _, asked = address.partition("/?")
        with pytest.raises(HTTPError, match="401"):
            urlopen(site, timeout=LONGEST)  # noqa: S310 - this machine's
        page = visit(site, f"/?{asked}")
        assert page.locator("article.matter").count() > 3
        page.close()


def test_nothing_is_served_where_there_is_no_record(tmp_path):
    command = [sys.executable, "-m", "onrecord.cli", "serve", str(tmp_path / "none.onrecord"), "--no-browser"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode != 0
    assert "none.onrecord" in done.stderr
    assert list(tmp_path.iterdir()) == []
