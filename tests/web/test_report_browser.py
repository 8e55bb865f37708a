"""A report in a real browser: its text as printed, its marks, its twins, and the way to it from the first page."""

import re

import pytest
from tests.web.examples import examples
from tests.web.strange import BITES, LONG
from tests.web.test_keyboard_browser import FOCUSED, go_to, stops

from onrecord import Record


@pytest.fixture(scope="module")
def entry(story):
    """The first statement of the first position of the first matter."""
    with Record.open(story, create=False) as record:
        first = record.matters(1)[0].positions[0].statements[0]
        return next(one for one in record.statements() if one.id == first)


def bare(text):
    return re.sub(r"\s+", "", text)


def test_markup_in_a_report_is_shown_as_it_was_printed(visit, strange_site, strange):
    page = visit(strange_site, examples(strange)["/reports/{id}"])
    shown = bare(page.locator("main .text").inner_text())
    assert [bite for bite in BITES if bare(bite) not in shown] == []
    assert page.locator("a[href^='javascript:' i]").count() == 0


def test_long_names_are_there_whole(visit, strange_site):
    assert LONG in visit(strange_site, "/sources").locator("main").inner_text()


def test_each_paragraph_runs_in_the_direction_of_its_words(visit, strange_site):
    page = visit(strange_site, "/reports")
    page.get_by_role("link", name="سد رانهولم مغلق").first.click()
    directions = page.locator("main .text p").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")
    assert "rtl" in directions
    assert page.locator("h1").evaluate("title => getComputedStyle(title).direction") == "rtl"


def test_the_words_are_two_clicks_from_the_first_page(visit, site, entry):
    page = visit(site)
    page.locator("article.matter h2 a").first.click()
    assert entry.words[:40] in page.locator("main").inner_text(), "one click shows them in their sentence"
    page.locator(f"main a[href$='#{entry.id}']:visible").first.click()
    assert page.url.endswith(f"/reports/{entry.report.id}#{entry.id}")
    lit = page.locator(".text .aimed")
    lit.first.wait_for()
    assert bare(entry.words)[:40] in bare("".join(lit.all_inner_texts()))
    assert lit.first.evaluate(
        "one => { const at = one.getBoundingClientRect(); return at.top > 0 && at.bottom < innerHeight }"
    )


def test_the_words_are_two_presses_of_enter_from_the_first_page(visit, site, story, entry):
    page, matter = visit(site), examples(story)["/matters/{id}"]
    go_to(page, lambda at: at["place"] == matter)
    page.wait_for_url(f"**{matter}")
    go_to(page, lambda at: at["place"].endswith(f"#{entry.id}"))
    page.wait_for_url(f"**/reports/*#{entry.id}")
    page.locator(".text .aimed").first.wait_for()
    assert bare(entry.words)[:40] in bare("".join(page.locator(".text .aimed").all_inner_texts()))


def test_the_keyboard_comes_to_every_statement_and_is_told_of_it(visit, site, entry):
    page = visit(site, f"/reports/{entry.report.id}")
    listed = set(
        page.locator(".text [data-said]").evaluate_all("all => all.flatMap(one => one.dataset.said.split(' '))")
    )
    told = {}
    for _ in stops(page):
        said = page.evaluate("document.activeElement.closest('.text [data-said]')?.dataset.said")
        if said:
            described = page.locator(f"#{page.evaluate('document.activeElement.getAttribute(`aria-describedby`)')}")
            told |= dict.fromkeys(said.split(), described.inner_text())
    assert listed
    assert set(told) == listed
    assert entry.source.name in told[entry.id]


def test_a_pointer_is_told_of_a_statement_and_escape_closes_it(visit, site, entry):
    page = visit(site, f"/reports/{entry.report.id}")
    page.locator(f".text [data-said~='{entry.id}']").first.hover()
    page.get_by_role("tooltip").get_by_text(entry.source.name).first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("tooltip").wait_for(state="detached")


def test_a_card_stays_within_a_phone(visit, site, entry):
    page = visit(site, f"/reports/{entry.report.id}", viewport={"width": 320, "height": 640})
    page.locator(f".text [data-said~='{entry.id}']").first.hover()
    box = page.get_by_role("tooltip").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_a_statement_is_told_without_scripts(visit, site, entry):
    page = visit(site, f"/reports/{entry.report.id}", java_script_enabled=False)
    page.locator(f".text a[data-said~='{entry.id}']").first.click()
    assert "#of-st-" in page.url
    assert entry.source.name in page.locator(":target").inner_text()


def test_a_shared_passage_opens_beside_its_twin(visit, site, story):
    with Record.open(story, create=False) as record:
        shared = record.reuse(limit=1)[0]
        words = bare(record.text(shared.a.report)[shared.a.start : shared.a.end])
    page = visit(site, f"/reports/{shared.a.report}")
    page.locator(f"main a[href*='beside={shared.b.report}']").first.click()
    sides = page.locator("main .sides .text")
    assert sides.count() == 2
    assert words[:40] in bare(sides.first.inner_text())
    assert page.evaluate(FOCUSED)["what"] in {"body", "main", "a"}
