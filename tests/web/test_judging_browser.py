"""Judgements in a real browser: made where the words stand and in the review, by pointer and by keys, and undone."""

from tests.web.examples import examples

from onrecord import Record

NAME = "Ulla Brekk"


def decided(path):
    """What people decided: each ruling, by whom and what has become of it."""
    with Record.open(path, create=False) as record:
        return [(one.judgement.ruling.value, one.judgement.who, one.state.value) for one in record.judged()]


def states(path):
    return sorted(state for _, _, state in decided(path))


def test_a_statement_is_rejected_where_its_words_stand_and_that_is_undone(visit, serve, own, story):
    page = visit(serve(own), examples(story)["/matters/{id}"])
    before = page.locator("figure.statement").count()
    form = page.locator("details.judge").filter(has_text="It is no statement").first
    form.locator("summary").click()
    form.get_by_label("Your name").fill(NAME)
    form.get_by_role("button", name="It is no statement").click()
    page.locator(".judged").wait_for()
    assert decided(own) == [("reject", NAME, "applied")]
    assert page.locator("figure.statement").count() < before
    page.locator(".judged").get_by_role("button", name="Undo").click()
    page.wait_for_function("count => document.querySelectorAll('figure.statement').length === count", arg=before)
    assert "undone" in states(own)
    assert "applied" not in [state for ruling, _, state in decided(own) if ruling == "reject"]


def test_the_name_is_asked_for_once(visit, serve, own, story):
    page = visit(serve(own), "/review")
    page.get_by_label("Your name").fill(NAME)
    page.locator(".doubt button[data-key]").first.click()
    page.locator(".judged").wait_for()
    page.goto(examples(story)["/matters/{id}"])
    assert page.locator("details.judge [name=who]").first.input_value() == NAME


def test_the_review_is_done_by_keys_alone(visit, serve, own):
    page = visit(serve(own), "/review")
    page.get_by_label("Your name").fill(NAME)
    page.keyboard.press("Escape")
    questions = page.locator(".doubt").evaluate_all("all => all.map(one => one.id)")
    page.evaluate("document.activeElement.blur()")
    at = "document.activeElement.closest('.doubt')?.id"
    page.keyboard.press("j")
    assert page.evaluate(at) == questions[0]
    page.keyboard.press("j")
    assert page.evaluate(at) == questions[1]
    page.keyboard.press("k")
    assert page.evaluate(at) == questions[0]
    page.keyboard.press("1")
    page.locator(".judged").wait_for()
    assert len(decided(own)) == 1
    assert page.locator(f"[id='{questions[0]}']").count() == 0
    page.keyboard.press("u")
    page.locator(f"[id='{questions[0]}']").wait_for()
    assert "undone" in states(own)


def test_a_judgement_is_made_and_undone_without_scripts(visit, serve, own):
    page = visit(serve(own), "/review", java_script_enabled=False)
    page.get_by_label("Your name").fill(NAME)
    page.locator(".doubt button[data-key]").first.click()
    assert len(decided(own)) == 1
    page.locator(".judged").get_by_role("button", name="Undo").click()
    assert "undone" in states(own)


def test_all_judgements_are_listed_in_full_and_each_can_be_undone(visit, serve, own):
    page = visit(serve(own), "/review")
    page.get_by_label("Your name").fill(NAME)
    page.locator(".doubt button[data-key]").first.click()
    page.locator(".judged").wait_for()
    page.get_by_role("link", name="Judgements").click()
    assert "on reading the words" in page.locator("article.decision").first.inner_text()
    assert NAME in page.locator("article.decision").first.inner_text()
    page.locator("article.decision").get_by_role("button", name="Undo").click()
    page.get_by_text("undone").first.wait_for()
    assert "undone" in states(own)


def test_nothing_can_be_judged_where_only_reading_is_allowed(visit, serve, own, story):
    address = serve(own, read_only=True)
    for kind in ("/matters/{id}", "/reports/{id}", "/sources/{id}", "/review", "/judgements"):
        assert visit(address, examples(story)[kind]).locator("form[method=post]").count() == 0
