"""Each page in a real browser: on a desk and on a phone, by day and by night, with words that are hard to show."""

from __future__ import annotations

import pytest
from tests.web.examples import examples
from tests.web.watch import assert_no_violations

from onrecord import Record
from onrecord.web.pages import PAGES

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def on_a_phone(page):
    """The page on a narrow screen, its pictures drawn anew."""
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(200)
    return page


def assert_fits(page):
    assert page.evaluate(TOO_WIDE) <= 0
    assert_no_violations(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_every_page_is_without_fault(visit, site, story, kind, scheme):
    page = visit(site, examples(story)[kind], viewport=DESK, color_scheme=scheme)
    assert page.locator("h1").count() == 1
    assert_fits(page)
    assert_fits(on_a_phone(page))


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_bears_long_names_other_directions_and_markup(visit, serve, strange, kind):
    page = visit(serve(strange), examples(strange)[kind], viewport=DESK)
    assert_fits(page)
    assert_fits(on_a_phone(page))
    assert page.evaluate("window.bitten") is None
    assert (
        page.locator(
            "main svg a, main [onload], main [onerror], main :not(svg) > style, main base, main script"
        ).count()
        == 0
    )


def test_every_page_that_needs_no_record_is_there_for_an_empty_one(visit, serve, tmp_path):
    path = tmp_path / "empty.onrecord"
    Record.open(path).close()
    address = serve(path)
    for kind in PAGES:
        if "{" not in kind:
            page = visit(address, kind, viewport=PHONE)
            assert page.locator("h1").count() == 1
            assert_fits(page)
    assert "onrecord add" in visit(address).locator("main").inner_text()


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_shows_its_words_without_scripts(visit, site, story, kind):
    address = examples(story)[kind]
    plain, lively = (visit(site, address, java_script_enabled=on).locator("main") for on in (False, True))
    lively.evaluate("main => main.querySelectorAll('svg').forEach(picture => picture.remove())")
    assert set(plain.inner_text().split()) >= set(lively.inner_text().split())
