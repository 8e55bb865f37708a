"""The day slider moves the page through time, by keyboard and by mouse, and the address holds the day."""

from __future__ import annotations

import pytest

from onrecord import Record


@pytest.fixture(scope="module")
def days(story):
    with Record.open(story, create=False) as record:
        return [day.isoformat() for day, _ in record.days()]


def known_on(page, day):
    """Waits for the page as of a day."""
    page.wait_for_url(f"**?day={day}*" if day else lambda url: "day=" not in url or url.endswith("day="))
    page.locator(f"main[data-day='{day}']").wait_for()
    return page


def questions(page):
    return page.locator("main h2").all_inner_texts()


def test_keys_move_the_slider_a_day_at_a_time(visit, site, days):
    page = visit(site)
    slider = page.get_by_role("slider")
    now = questions(page)
    slider.focus()
    page.keyboard.press("ArrowLeft")
    known_on(page, days[-1])
    page.keyboard.press("Home")
    assert questions(known_on(page, days[0])) != now
    assert slider.get_attribute("aria-valuetext") == days[0]
    assert slider.evaluate("slider => slider === document.activeElement"), "the keyboard stays on the slider"
    page.keyboard.press("End")
    assert questions(known_on(page, "")) == now


def test_the_mouse_drags_the_slider(visit, site, days):
    page = visit(site)
    box = page.get_by_role("slider").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 8, middle, steps=6)
    page.mouse.up()
    known_on(page, days[0])


def test_a_day_of_the_list_is_a_day_of_the_page(visit, site, days):
    page = visit(site)
    page.get_by_label("As of", exact=True).select_option(days[2])
    known_on(page, days[2])
    assert page.get_by_role("slider").input_value() == "2"


def test_an_address_with_a_day_opens_as_of_it_and_back_goes_back(visit, site, days):
    page = visit(site, f"/?day={days[1]}")
    assert page.get_by_role("slider").input_value() == "1"
    then = questions(page)
    page.get_by_role("slider").press("End")
    known_on(page, "")
    page.go_back()
    assert questions(known_on(page, days[1])) == then
    assert page.get_by_role("slider").input_value() == "1"


def test_a_moved_page_shows_what_the_same_address_shows_anew(visit, site, days):
    moved, fresh = visit(site), visit(site, f"/?day={days[2]}")
    moved.get_by_label("As of", exact=True).select_option(days[2])
    known_on(moved, days[2])
    assert moved.locator("main").inner_text() == fresh.locator("main").inner_text()
    assert moved.title() == fresh.title()
    assert [a.get_attribute("href") for a in moved.locator("header a").all()] == [
        a.get_attribute("href") for a in fresh.locator("header a").all()
    ]


def test_a_page_without_scripts_goes_to_a_day_by_its_list(visit, site, days):
    page = visit(site, java_script_enabled=False)
    page.get_by_label("As of", exact=True).select_option(days[0])
    page.get_by_role("button", name="Go").click()
    known_on(page, days[0])
