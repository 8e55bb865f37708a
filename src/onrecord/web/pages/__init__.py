"""The pages, each by its address, and what forms may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from onrecord.web.pages.seen import seen
from onrecord.web.pages.story import story
from onrecord.web.visit import Done, Page, Visit

Answer: TypeAlias = Callable[[Visit], Page]
Act: TypeAlias = Callable[[Visit, Mapping[str, str]], Done]

PAGES: Final[Mapping[str, Answer]] = {
    "/": story,
}
ACTS: Final[Mapping[str, Act]] = {
    "/seen": seen,
}
