"""The real application on records of the story that ships and of others, each made once a session."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from tests.web.serving import serving
from tests.web.strange import written
from tests.web.watch import Watch

import onrecord
from onrecord.web.app import application

STORY = Path(onrecord.__file__).parent / "demo_story" / "reports"
_PATIENCE = 20_000  # milliseconds that a page may take for anything on a busy machine


@pytest.fixture(scope="session")
def record_of(tmp_path_factory):
    """A record's file of the reports in a folder."""

    def made(folder):
        path = tmp_path_factory.mktemp("record") / "story.onrecord"
        with onrecord.Record.open(path) as record:
            record.add_all(folder)
        return path

    return made


@pytest.fixture(scope="session")
def story(record_of):
    """The record of the story that ships. It is shared: a test that writes takes `own`."""
    return record_of(STORY)


@pytest.fixture
def copied(story, tmp_path):
    """Copies that record. SQLite does it: to read the file by hand would end the locks that this process holds on it."""

    def made(name):
        path = tmp_path / name
        with closing(sqlite3.connect(story)) as whole, closing(sqlite3.connect(path)) as copy:
            whole.backup(copy)
        return path

    return made


@pytest.fixture
def own(copied):
    """A copy of the record in which a test may decide what it likes."""
    return copied("own.onrecord")


@pytest.fixture(scope="session")
def site(story):
    """The address of the pages of the story that ships; nothing is to be changed there."""
    with serving(application(story)) as address:
        yield address


@pytest.fixture
def serve():
    """Serves a record's file until the test ends."""
    with ExitStack() as stack:
        yield lambda path, **options: stack.enter_context(serving(application(path, **options)))


@pytest.fixture
def visit(browser, serve):  # noqa: ARG001 - what is served outlasts the pages that are open
    """Opens a page as a visitor of its own; the test fails where a page did what no page may do."""
    watches = []
    with ExitStack() as stack:

        def opened(address, path="/", **options):
            visitor = stack.enter_context(browser.new_context(base_url=address, **options))
            visitor.set_default_timeout(_PATIENCE)
            page = visitor.new_page()
            watches.append(Watch(address))
            watches[-1].over(page)
            page.goto(path)
            return page

        yield opened
    faults = [fault for watch in watches for fault in watch.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def strange(record_of, tmp_path_factory):
    """A record of what pages must bear."""
    return record_of(written(tmp_path_factory.mktemp("strange")))


@pytest.fixture(scope="session")
def strange_site(strange):
    """The address of its pages."""
    with serving(application(strange)) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory):
    """The address of the pages of a record on which nothing is."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    onrecord.Record.open(path).close()
    with serving(application(path)) as address:
        yield address
