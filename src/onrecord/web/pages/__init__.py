"""The pages and files, each by its address, and what forms may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from onrecord.web.pages.changes import changes
from onrecord.web.pages.judge import judge, undo
from onrecord.web.pages.judgements import download, judgements, take_in
from onrecord.web.pages.matter import matter
from onrecord.web.pages.origins import origin, origins
from onrecord.web.pages.problems import problems
from onrecord.web.pages.report import report
from onrecord.web.pages.reports import reports
from onrecord.web.pages.review import review
from onrecord.web.pages.search import search
from onrecord.web.pages.seen import seen
from onrecord.web.pages.sources import source, sources
from onrecord.web.pages.story import story
from onrecord.web.pages.timeline import timeline
from onrecord.web.visit import Done, File, Page, Visit

Answer: TypeAlias = Callable[[Visit], Page | Done]
Download: TypeAlias = Callable[[Visit], File]
Act: TypeAlias = Callable[[Visit, Mapping[str, str]], Done | Page]

PAGES: Final[Mapping[str, Answer]] = {
    "/": story,
    "/review": review,
    "/judgements": judgements,
    "/timeline": timeline,
    "/origins": origins,
    "/origins/{id}": origin,
    "/problems": problems,
    "/reports": reports,
    "/reports/{id}": report,
    "/matters/{id}": matter,
    "/sources": sources,
    "/sources/{id}": source,
    "/changes": changes,
    "/search": search,
}
FILES: Final[Mapping[str, Download]] = {
    "/judgements.jsonl": download,
}
ACTS: Final[Mapping[str, Act]] = {
    "/seen": seen,
    "/judge": judge,
    "/undo": undo,
    "/judgements/import": take_in,
}
