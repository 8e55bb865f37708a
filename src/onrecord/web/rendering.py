"""Pages as HTML: text of reports is never markup, and none of its characters may hide or reorder another."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord import __version__
from onrecord.prose import editions, words
from onrecord.prose.between import because, stands, surely
from onrecord.prose.judgements import outcome, ruled
from onrecord.prose.unseen import parted
from onrecord.record.name import called
from onrecord.web.addresses import address, part
from onrecord.web.columns import place
from onrecord.web.guard import FORM
from onrecord.web.judging import PARTS, WHY, spellings
from onrecord.web.visit import Page, Visit

PLACES: Final = (
    ("The story", ""),
    ("What is new", "changes"),
    ("Timeline", "timeline"),
    ("Sources", "sources"),
    ("Origins", "origins"),
    ("Reports", "reports"),
    ("Review", "review"),
    ("Judgements", "judgements"),
    ("Problems", "problems"),
)
"""The pages that can be reached from everywhere, by name and the first part of their address."""


def shown(text: str) -> Markup:
    """Words of a report for a page: exactly as printed, and set apart from the direction of what stands around them."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def visible(text: str) -> Markup:
    """The same without being set apart: what shows nothing itself is shown by a sign that tells what it is."""
    return Markup().join(_sign(part, name) if name else escape(part) for part, name in parted(text))


def bare(text: str) -> str:
    """Words of a report where no element can stand, as in titles and choices: without what shows nothing itself."""
    return "".join(part for part, name in parted(text) if not name)


def _sign(sign: str, name: str) -> Markup:
    return Markup('<span class="unseen" title="{1}" role="img" aria-label="{1}">{0}</span>').format(sign, name)


def render(page: Page, visit: Visit) -> str:
    """A page as it goes out."""
    link = partial(_link, visit.day)
    return (
        environment().get_template(page.template).render(**page.shown, visit=visit, snapshot=visit.snapshot, link=link)
    )


def _link(day: date | None, /, *parts: str, anchor: str = "", **query: object) -> str:
    """The address of a page of the same day: `link("matters", matter.id)`."""
    return address("/" + "/".join(map(part, parts)), query.pop("day", day), anchor, **query)  # type: ignore[arg-type]


@cache
def environment() -> Environment:
    """The templates, with what they need to put records into words."""
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({each.__name__: each for each in (shown, visible, bare, *_WORDING)})
    made.globals.update(version=__version__, form_field=FORM, places=PLACES, parts=PARTS, why_default=WHY, **_GIVEN)
    return made


_WORDING: Final = (
    *(words.counted, words.day, words.plainly, words.quoted, words.shortened, words.outlet, words.published),
    *(words.heading, words.figures, words.speaker, words.how, words.reported, words.listed, words.became),
    *(because, surely, words.knowing, words.stood, words.leaning, called, place),
    *(editions.changed, ruled, outcome, spellings),
)
"""What puts records into words on every face, as filters."""

_GIVEN: Final = {each.__name__: each for each in (words.who, words.holders, words.fate, stands)}
"""The same of more than one thing, as functions."""
