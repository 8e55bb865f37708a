"""What shows pages, and checks them: a real browser and the Nu HTML checker, each started once and only where a test asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright
from tests.web import browser as browsers
from tests.web.markup import checking


@pytest.fixture(scope="session")
def browser_path():
    """The browser that is used; where there is none, the tests fail and say what to do."""
    return browsers.ready()


@pytest.fixture(scope="session")
def browser(browser_path):
    """A browser without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path, args=browsers.flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def checker():
    """The Nu HTML checker."""
    with checking() as started:
        yield started


@pytest.fixture
def valid_html(checker):
    """Fails where a document is not valid HTML."""

    def check(html):
        faults = checker.faults(html)
        assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:12])

    return check
