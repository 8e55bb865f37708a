"""An address for every page, so that none is left without a test."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord import Record
from onrecord.web.addresses import address
from onrecord.web.pages import PAGES

KINDS = [kind for kind in PAGES if "." not in kind]  # a point stands in what is no page but a file
FORMS = [
    "a passage beside its twin",
    "a question",
    "words",
    "a position opened",
]  # of pages, besides what they first show


@cache
def examples(path: Path) -> dict[str, str]:
    """An address of each kind of page of a record, by the kind, what stands in braces named; and of their other forms."""
    with Record.open(path, create=False) as record:
        matter, shared = record.matters(1)[0], record.reuse(limit=1)[0]
        named = {
            "matters": matter.id,
            "sources": record.sources(1)[0].source.id,
            "reports": record.reports()[-1].id,
            "origins": record.origins(limit=1)[0].id,
        }
    beside = address(f"/reports/{shared.a.report}", beside=shared.b.report, at=shared.a.start)
    opened = address(f"/matters/{matter.id}", position=matter.positions[-1].id)
    asked = [address("/search", q=words) for words in (matter.question, "the")]
    kinds = {kind: re.sub(r"\{\w+\}", lambda _: named[kind.split("/")[1]], kind) for kind in KINDS}  # noqa: B023 - called at once
    return {**kinds, **dict(zip(FORMS, [beside, *asked, opened], strict=True))}
