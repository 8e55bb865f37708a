"""The watch over pages sees what no page may do, under the policy that stops it and without."""

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from tests.web.serving import serving
from tests.web.watch import Watch, violations

_STRICT = {"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"}
_PAGE = '<!DOCTYPE html><html lang="en"><head><title>Sluice</title><link rel="icon" href="data:,"></head><body><main><h1>Sluice</h1>{}</main></body></html>'
_BODIES = {
    "good": "<p>The sluice at Ranholm was closed, Ulla Brekk said.</p>",
    "inline": "<script>document.title = 'written'</script>",
    "style": "<p style='color: red'>Red.</p>",
    "error": "<script src='/broken.js'></script>",
    "elsewhere": "<img alt='A lock' src='http://pictures.invalid/lock.png'>",
    "unseen": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>",
}


@pytest.fixture(scope="module")
def site():
    def page(request):
        strict = "free" not in request.query_params
        return HTMLResponse(_PAGE.format(_BODIES[request.path_params["name"]]), headers=_STRICT if strict else {})

    def script(_request):
        return Response("throw new Error('no such lock')", media_type="text/javascript")

    with serving(Starlette(routes=[Route("/broken.js", script), Route("/{name}", page)])) as address:
        yield address


@pytest.fixture
def seen(browser, site):
    """What the watch notes on a page, and what axe-core finds there."""
    page = browser.new_page()
    watch = Watch(site)
    watch.over(page)

    def visit(name):
        page.goto(f"{site}/{name}", wait_until="networkidle")
        return watch.faults, violations(page)

    yield visit
    page.close()


def test_on_a_good_page_there_is_nothing_to_see(seen):
    assert seen("good") == ([], [])


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("inline", "security policy (script-src-elem)"),
        ("style", "security policy (style-src-attr)"),
        ("elsewhere", "security policy (img-src)"),
        ("elsewhere", "left the machine: http://pictures.invalid/lock.png"),
        ("elsewhere?free", "left the machine: http://pictures.invalid/lock.png"),
        ("error", "error: no such lock"),
        ("no/such", "status of 404"),
    ],
)
def test_what_no_page_may_do_is_noted(seen, name, fault):
    faults, _ = seen(name)
    assert any(fault in found for found in faults), faults


def test_axe_core_works_under_the_strict_policy(seen):
    faults, found = seen("unseen")
    assert faults == []
    assert [line.split()[0] for line in found] == ["image-alt"]
