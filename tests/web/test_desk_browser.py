"""Judging in a real browser: by keys alone, with forms, and without scripts."""

from __future__ import annotations

from tests.web.watch import assert_no_violations

from onrecord import Record
from onrecord.record.judgement import State

FOCUSED = "document.activeElement.id || document.activeElement.name"


def states(path):
    with Record.open(path) as record:
        return [one.state for one in record.judged()]


def asked(path):
    with Record.open(path) as record:
        return [doubt.id for doubt in record.review()]


def focus(page, place):
    """Wait until the keys are at a place: a page that was swapped in takes a moment to settle."""
    page.locator(f"[id='{place}']:focus").wait_for()


def test_the_review_is_gone_through_by_keys_alone(visit, serve, own):
    page, first = visit(serve(own), "/review"), asked(own)
    for key, at in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == first[at]
    page.keyboard.press("1")
    assert page.evaluate(FOCUSED) == "who"  # it is asked for once
    page.keyboard.type("Ida Renn")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.locator(".judged").wait_for()
    assert states(own) == [State.APPLIED]
    assert asked(own)[0] != first[0]
    focus(page, asked(own)[0])
    assert page.locator(f"[id='{first[0]}']").count() == 0
    assert page.locator(".judged").inner_text().startswith("Judged: Ida Renn")
    assert_no_violations(page)
    page.keyboard.press("u")
    focus(page, first[0])
    assert states(own) == [State.UNDONE, State.APPLIED]
    page.keyboard.press("2")
    page.locator(".judged", has_text="Ida Renn took").wait_for()
    assert states(own)[2:] == [State.APPLIED]


def test_enter_opens_the_words_in_their_report(visit, serve, own):
    page = visit(serve(own), "/review")
    page.keyboard.press("j")
    place = page.locator(".doubt a.report").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{place}")
    assert page.locator(":target").count() == 1


def test_a_key_that_asks_for_a_name_goes_to_its_field_and_enter_sends_it(visit, serve, own):
    with Record.open(own) as record:
        doubts = record.review()
        place = next(at for at, doubt in enumerate(doubts) if any(choice.asks for choice in doubt.choices))
        key = str(next(at for at, choice in enumerate(doubts[place].choices, 1) if choice.asks))
    page = visit(serve(own), "/review?limit=100")
    page.locator("[name=who]").first.fill("Ida Renn")
    page.locator("[name=who]").first.press("Escape")
    for _ in range(place):
        page.keyboard.press("j")
    page.keyboard.press(key)
    assert page.evaluate(FOCUSED) == f"value-{place + 1}"
    page.keyboard.type("Una Berg j u 1")
    page.keyboard.press("Enter")
    page.locator(".judged").wait_for()
    with Record.open(own) as record:
        [one] = record.judged()
    assert (one.judgement.part, one.judgement.value) == ("speaker", "Una Berg j u 1")


def test_enter_in_the_field_of_the_name_decides_nothing(visit, serve, own):
    page = visit(serve(own), "/review", java_script_enabled=False)
    page.locator("[name=who]").first.fill("Ida Renn")
    page.locator("[name=who]").first.press("Enter")
    page.wait_for_timeout(300)
    assert states(own) == []


def test_it_works_without_scripts(visit, serve, own):
    page = visit(serve(own), "/review", java_script_enabled=False)
    page.locator("[name=who]").first.fill("Ida Renn")
    page.locator(".choices button").first.click()
    page.locator(".judged").wait_for()
    assert states(own) == [State.APPLIED]
    page.locator(".judged button").click()
    page.locator(".judged", has_text="undid").wait_for()
    assert states(own) == [State.UNDONE, State.APPLIED]


def test_a_statement_is_judged_where_it_stands_and_one_is_back_there(visit, serve, own):
    with Record.open(own) as record:
        report = record.reports()[0].id
        [statement, *_] = [entry.id for entry in record.statements(report=report)]
    page = visit(serve(own), f"/reports/{report}?day=2024-03-12")
    entry = page.locator(f"#of-{statement}")
    entry.locator("summary").click()
    entry.locator("[name=who]").fill("Ida Renn")
    entry.get_by_role("button", name="It is read rightly").click()
    page.locator(".judged").wait_for()
    assert page.url.endswith(f"/reports/{report}?day=2024-03-12#of-{statement}")
    page.locator(".judged button").click()
    page.locator(".judged", has_text="undid").wait_for()
    assert states(own) == [State.UNDONE, State.APPLIED]


def test_judgements_go_from_one_browser_to_another(visit, serve, own, copied, tmp_path):
    with Record.open(own) as record:
        record.reject(record.statements()[0].id, who="Ida Renn", why="a caption")
    page = visit(serve(own), "/judgements")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export all").click()
    file = tmp_path / "theirs.jsonl"
    download.value.save_as(file)
    theirs = copied("theirs.onrecord")
    other = visit(serve(theirs), "/judgements")
    other.locator("[name=lines]").set_input_files(file)
    other.get_by_role("button", name="Import").click()
    assert "1 judgement taken in" in other.locator("main").inner_text()
    assert_no_violations(other)
    assert states(theirs) == [State.APPLIED]
