"""What other sites can do to the pages in a visitor's browser, and who comes in without being asked."""

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from tests.web.serving import serving

TOKEN = "open-it"  # noqa: S105 - made up
_SEND = '<form method="post" action="{0}/seen"><input name="guard" value="{1}"></form><script>document.forms[0].submit()</script>'
_FRAME = '<iframe src="{0}/"></iframe>'
_READ = """<script type="module">
  const read = async (how) => {{ try {{ return await (await fetch("{0}/", how)).text(); }} catch {{ return "stopped"; }} }};
  document.title = JSON.stringify([await read({{}}), await read({{mode: "no-cors", credentials: "include"}})]);
</script>"""
_LINK = '<a href="{0}/?day=2024-03-12">The story that day</a><a href="{0}/?token={1}">with the token</a>'


@pytest.fixture
def elsewhere():
    """Another site, of which the visitor's browser opens a page: its address, once told what stands there."""
    shown = []
    with serving(Starlette(routes=[Route("/", lambda _: HTMLResponse(shown[0]))])) as address:

        def other_site(page):
            shown[:] = [page]
            return address.replace("127.0.0.1", "localhost")

        yield other_site


@pytest.fixture
def visitor(browser):
    """A browser's window that nobody watches: other sites may do what ours may not."""
    with browser.new_context() as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


def test_another_site_cannot_send_our_forms_even_with_their_proof(visitor, elsewhere, serve, own):
    address = serve(own)
    visitor.goto(address)
    proof = visitor.locator("[name=guard]").first
    value = proof.get_attribute("value") if proof.count() else "guessed"
    visitor.goto(elsewhere(_SEND.format(address, value)))
    visitor.wait_for_url(f"{address}/seen")
    assert "That is not possible" in visitor.locator("main").inner_text()


def test_another_site_cannot_frame_a_page(visitor, elsewhere, site):
    visitor.goto(elsewhere(_FRAME.format(site)), wait_until="networkidle")
    assert "contested" not in visitor.frames[-1].content()


def test_another_site_cannot_read_a_page(visitor, elsewhere, site):
    visitor.goto(elsewhere(_READ.format(site)))
    visitor.wait_for_function("document.title")
    assert visitor.title() == '["stopped","stopped"]'


def test_the_token_opens_the_pages_for_this_visitor_and_leaves_the_address(visit, visitor, serve, story):
    address = serve(story, token=TOKEN)
    page = visit(address, f"/?token={TOKEN}&day=2024-03-13")
    assert page.url == f"{address}/?day=2024-03-13"
    page.reload()
    assert page.locator("main[data-day='2024-03-13'] h2").count() > 1
    assert page.evaluate("document.cookie") == ""
    assert visitor.goto(address).status == 401
    assert "contested" not in visitor.content()


def test_a_shared_address_opens_from_another_site_for_one_who_has_shown_the_token(visitor, elsewhere, serve, story):
    address = serve(story, token=TOKEN)
    there = elsewhere(_LINK.format(address, TOKEN))
    visitor.goto(there)
    visitor.get_by_text("with the token").click()
    visitor.wait_for_url(f"{address}/")
    assert visitor.locator("main h2").count() > 1
    visitor.goto(there)
    visitor.get_by_text("The story that day").click()
    visitor.locator("main[data-day='2024-03-12']").wait_for()
