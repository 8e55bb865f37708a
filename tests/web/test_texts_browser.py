"""Texts, timelines and origins in a real browser: by mouse, by keyboard, and through the days."""

from __future__ import annotations

import re

from onrecord import Record


def report_of(story, least=8):
    """A report of many statements."""
    with Record.open(story) as record:
        return next(one.id for one in record.reports() if len(record.statements(report=one.id)) >= least)


def test_marked_words_tell_by_mouse_who_says_them(visit, site, story):
    page = visit(site, f"/reports/{report_of(story)}")
    words = page.locator(".text .said.content").first
    words.hover()
    card = page.locator("#saying")
    card.wait_for()
    entry = page.locator(f"[id='of-{words.get_attribute('data-said').split()[0]}']")
    assert card.locator(".source").first.inner_text() == entry.locator(".source").first.inner_text()
    assert card.locator("form").count() == 0
    page.keyboard.press("Escape")
    assert card.count() == 0


def test_marked_words_tell_by_keyboard_and_lead_to_their_entry(visit, site, story):
    page = visit(site, f"/reports/{report_of(story)}")
    page.locator(".text .said:not([tabindex])").first.focus()
    page.keyboard.press("Tab")
    page.locator("#saying").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "saying"
    statement = page.evaluate("document.activeElement.dataset.said").split()[0]
    box = page.locator("#saying").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"#of-{statement}$"))


def test_every_statement_can_be_reached_by_the_keyboard(visit, site, story):
    """Or stands wholly within others, and then in their cards."""
    page = visit(site, f"/reports/{report_of(story)}")
    reached = page.evaluate(
        """[...document.querySelectorAll(".text .said:not([tabindex])")].flatMap(words => words.dataset.said.split(" "))"""
    )
    listed = page.evaluate("""[...document.querySelectorAll(".entries .entry")].map(entry => entry.id.slice(3))""")
    assert set(reached) == set(listed)


def test_an_address_that_names_a_statement_lights_all_of_its_words(visit, site, story):
    report = report_of(story)
    with Record.open(story) as record:
        one = next(each for each in record.statements(report=report) if len(each.statement.content) > 1)
        text = record.text(report)
    page = visit(site, f"/reports/{report}#{one.id}")
    page.locator(".said.aimed").first.wait_for()
    lit = "".join(
        page.evaluate("[...document.querySelectorAll('.said.aimed.content')].map(words => words.textContent)")
    )
    assert lit == "".join(span.of(text) for span in one.statement.content)
    assert page.locator(".said.aimed").first.is_visible()


def test_a_report_that_was_not_there_yet_says_so_where_the_slider_moves(visit, site, story):
    with Record.open(story) as record:
        first, last = record.days()[0][0], record.reports()[-1]
    page = visit(site, f"/reports/{last.id}")
    page.locator("#day").select_option(str(first))
    page.get_by_text(f"On {first} this report was not there yet").wait_for()
    page.locator("#day").select_option("")
    page.locator(".text p").first.wait_for()


def test_the_timeline_goes_through_the_days_in_its_month(visit, site, story):
    with Record.open(story) as record:
        first = record.days()[0][0]
    page = visit(site, f"/timeline?month={first:%Y-%m}")
    whole = page.locator(".happening").count()
    page.locator("#day").select_option(str(first))
    page.wait_for_url(re.compile(f"month={first:%Y-%m}.*day={first}|day={first}.*month={first:%Y-%m}"))
    page.wait_for_function("whole => document.querySelectorAll('.happening').length < whole", arg=whole)


def test_the_picture_of_origins_has_a_dot_for_each_report(visit, site):
    page = visit(site, "/origins")
    page.locator("figure.spread svg").wait_for()
    drawing = page.evaluate("JSON.parse(document.querySelector('.spread').dataset.drawing)")
    circles = page.locator("figure.spread svg circle").count()
    assert circles == len(drawing["dots"]) + len(drawing["utterances"])
    assert page.locator("figure.spread svg path[stroke]").count() >= sum(len(dot["of"]) for dot in drawing["dots"])


def test_two_texts_stand_side_by_side_on_a_desk_and_one_above_the_other_on_a_phone(visit, site, story):
    with Record.open(story) as record:
        shared = record.reuse(limit=1)[0]
    page = visit(site, f"/reports/{shared.a.report}?beside={shared.b.report}&at={shared.a.start}")
    left, right = (page.locator(".sides > section").nth(n).bounding_box() for n in (0, 1))
    assert left["x"] + left["width"] <= right["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    upper, lower = (page.locator(".sides > section").nth(n).bounding_box() for n in (0, 1))
    assert upper["y"] + upper["height"] <= lower["y"]
