"""The pages by keyboard alone: from the first page to the words of a report."""

import pytest
from tests.web.examples import examples

FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const box = [...one.getClientRects()].reduce((most, line) => (line.width > most.width ? line : most));
  const told = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent || one.value || "";
  return {
    what: one.tagName.toLowerCase(), told: told.trim().slice(0, 60), place: one.getAttribute("href") || one.id,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    bare: one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)),
  };
}"""
_MOST = 400


def stops(page, most=_MOST):
    """What the keyboard comes to on a page, in order, until it has been through all of it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at["what"] == "body":
            return
        yield at


def go_to(page, fits):
    """Tabs to the first stop that fits and presses Enter there; gives how many stops were passed."""
    for passed, at in enumerate(stops(page)):
        if fits(at):
            page.keyboard.press("Enter")
            return passed
    raise AssertionError("the keyboard does not come there")


@pytest.mark.parametrize("kind", ["/", "/matters/{id}", "/reports/{id}", "/sources/{id}", "/review"])
def test_every_stop_is_seen_ringed_and_says_what_it_is(visit, site, story, kind):
    found = list(stops(visit(site, examples(story)[kind])))
    assert len(found) > 20
    assert [at for at in found if not (at["seen"] and at["ringed"] and at["told"] and at["bare"])] == []


def test_the_first_stop_leads_past_the_head_to_the_page(visit, site):
    page = visit(site)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["place"] == "#page"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_slash_goes_to_the_search_and_nowhere_else_where_one_writes(visit, site):
    page = visit(site)
    page.keyboard.press("/")
    assert page.evaluate(FOCUSED)["place"] == "q"
    page.keyboard.type("a/b")
    assert page.locator("#q").input_value() == "a/b"
