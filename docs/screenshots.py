"""Takes pictures of the main pages of the story that ships: run `python -m docs.screenshots` after a change there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from tests.web import browser as browsers
from tests.web.serving import serving

import onrecord
from onrecord.web.addresses import address
from onrecord.web.app import application

PICTURES = Path(__file__).parent / "pictures"
SIZES = {"desk": (1120, 800), "phone": (390, 800)}
STORY = Path(onrecord.__file__).parent / "demo_story" / "reports"
_DAY = "2024-03-16"
_QUALITY = 75


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page.

    Attributes:
        name: of its file.
        page: the page's address.
        size: a desk's screen or a phone's.
        scheme: "light" or "dark".
        at: what is scrolled to the top; the page's beginning where it is empty.
    """

    name: str
    page: str
    size: str = "desk"
    scheme: str = "light"
    at: str = ""

    @property
    def path(self) -> Path:
        """Its file."""
        return PICTURES / f"{self.name}.webp"


def shots(record: onrecord.Record) -> list[Shot]:
    """The pictures that are taken, each by the address of its page."""
    matter = record.matters(1)[0]
    told = next(one for one in record.statements() if one.id == matter.positions[0].statements[0])
    shared = max(record.reuse(), key=lambda one: one.words)
    held, printed = f"/matters/{matter.id}", f"/reports/{told.report.id}#{told.id}"
    twins = address(f"/reports/{shared.a.report}", beside=shared.b.report, at=shared.a.start)
    return [
        Shot("story", f"/?day={_DAY}", at="article.matter"),
        Shot("story-phone-dark", "/", "phone", "dark"),
        Shot("matter", f"{held}?day={_DAY}", at="#answers"),
        Shot("matter-dark", held, scheme="dark"),
        Shot("matter-phone", held, "phone", at="#answers"),
        Shot("report", printed),
        Shot("report-phone", printed, "phone"),
        Shot("beside", twins),
        Shot("source", f"/sources/{record.sources(1)[0].source.id}"),
        Shot("timeline", "/timeline"),
        Shot("origins", "/origins"),
        Shot("search", address("/search", q=matter.question)),
        Shot("review", "/review"),
    ]


def take(browser: Browser, site: str, shot: Shot) -> None:
    """Take one picture, with nothing in it that moves."""
    width, height = SIZES[shot.size]
    with browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, reduced_motion="reduce", locale="en-GB"
    ) as visitor:
        page = visitor.new_page()
        page.goto(site + shot.page, wait_until="networkidle")
        if shot.at:
            page.locator(shot.at).first.evaluate("part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 70)")
        page.screenshot(path=shot.path, type="webp", quality=_QUALITY, animations="disabled")


@contextmanager
def site() -> Iterator[tuple[str, list[Shot]]]:
    """The pages of the story that ships, and what is taken of them."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "harbour.onrecord"
        with onrecord.Record.open(path) as record:
            record.add_all(STORY)
            taken = shots(record)
        with serving(application(path)) as served:
            yield served, taken


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(exist_ok=True)
    with site() as (served, taken), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.ready(), args=browsers.flags())
        for shot in taken:
            take(browser, served, shot)
        browser.close()


if __name__ == "__main__":
    main()
