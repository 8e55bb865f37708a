"""An address for every page, so that none is left without a test."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from onrecord import Record
from onrecord.web.pages import PAGES


@cache
def examples(path: Path) -> dict[str, str]:
    """An address of each kind of page of a record, by the kind: what stands in braces is named."""
    with Record.open(path, create=False) as record:
        named = {
            "matters": record.matters(1)[0].id,
            "sources": record.sources(1)[0].source.id,
            "reports": record.reports()[-1].id,
        }
    return {kind: re.sub(r"\{\w+\}", lambda _: named[kind.split("/")[1]], kind) for kind in PAGES}  # noqa: B023 - called at once
