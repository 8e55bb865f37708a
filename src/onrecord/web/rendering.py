"""Pages as HTML: text of reports is never markup, and none of its characters may hide or reorder another."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache, partial
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord import __version__
from onrecord.prose import editions, words
from onrecord.prose.between import because, stands, surely
from onrecord.prose.judgements import outcome, ruled
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

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad"  # controls, soft hyphen
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"  # orders about direction, spaces and joints of no width
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"  # byte order mark, annotations, halves, tags
    "]"
)
"""Characters that show nothing themselves and may mislead about what is shown; a reader is told that they are there."""


def shown(text: str) -> Markup:
    """Words of a report for a page: exactly as printed, and set apart from the direction of what stands around them."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def visible(text: str) -> Markup:
    """The same without being set apart: what shows nothing itself is shown by a sign that tells what it is."""
    parts, start = list[Markup](), 0
    for found in _UNSEEN.finditer(text):
        parts += [escape(text[start : found.start()]), _sign(found[0])]
        start = found.end()
    return Markup().join([*parts, escape(text[start:])])


def bare(text: str) -> str:
    """Words of a report where no element can stand, as in titles and choices: without what shows nothing itself."""
    return _UNSEEN.sub("", text)


def _sign(character: str) -> Markup:
    called = f"U+{ord(character):04X} {unicodedata.name(character, 'control').lower()}"
    return Markup('<span class="unseen" title="{0}" role="img" aria-label="{0}">⍰</span>').format(called)


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
