"""Each page in a real browser: on a desk and on a phone, by day and by night, with words that are hard to show."""

from __future__ import annotations

import pytest
from tests.web.examples import FORMS, KINDS, examples
from tests.web.watch import assert_legible, assert_reachable

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
REDRAWN = "[...document.querySelectorAll('svg.picture')].every(one => one.getBoundingClientRect().width <= innerWidth)"
BITTEN = "main svg a, main [onload], main [onerror], main :not(svg) > style, main base, main script, main iframe"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def assert_fits(page):
    """Nothing is wider than the screen or hard to reach, on a desk and on a phone."""
    for screen in (DESK, PHONE):
        page.set_viewport_size(screen)
        page.wait_for_function(REDRAWN)
        assert page.evaluate(TOO_WIDE) <= 0
        assert_reachable(page)


@pytest.mark.parametrize("kind", KINDS + FORMS)
def test_every_page_is_without_fault(visit, site, story, kind):
    page = visit(site, examples(story)[kind])
    assert page.locator("h1").count() == 1
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert_legible(page)
    assert_fits(page)


@pytest.mark.parametrize("kind", KINDS + FORMS)
def test_every_page_bears_long_names_other_directions_and_markup(visit, strange_site, strange, kind):
    page = visit(strange_site, examples(strange)[kind])
    assert_fits(page)
    assert page.evaluate("window.bitten") is None
    assert page.locator(BITTEN).count() == 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "{" not in kind])
def test_every_page_that_names_nothing_is_there_for_an_empty_record(visit, empty_site, kind):
    page = visit(empty_site, kind)
    assert page.locator("h1").count() == 1
    assert_fits(page)


def test_the_first_page_of_an_empty_record_says_how_to_go_on(visit, empty_site):
    assert "onrecord add" in visit(empty_site).locator("main").inner_text()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_shows_its_words_without_scripts(visit, site, story, kind):
    address = examples(story)[kind]
    plain, lively = (visit(site, address, java_script_enabled=on).locator("main") for on in (False, True))
    lively.evaluate("main => main.querySelectorAll('svg').forEach(picture => picture.remove())")
    assert set(plain.inner_text().split()) >= set(lively.inner_text().split())
