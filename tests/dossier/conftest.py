"""Dossiers of the story that ships, of reports that bite, of an empty record, and of one report."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from onrecord import Record, Snapshot
from onrecord.dossier.compose import compose

STORY = Path(str(resources.files("onrecord") / "demo_story" / "reports"))
BITES = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(2)">',
    "</blockquote></main><svg onload=alert(3)>",
    "&lt;b&gt; ]]> --> <!-- ",
    "[click](javascript:alert(4)) ![i](http://elsewhere.example/i.png)",
    "*_`~|#>{}$\\ **bold** __under__ ~~gone~~ | cell | # head",
    "http://elsewhere.example/auto and www.elsewhere.example",
    "\u202etxet desrever\u202c and zero\u200bwidth\u2060joined \ufeff",
    "{{ 7 * 7 }} {% raw %}",
)
HOSTILE = [
    {
        "date": f"2031-05-{at:02}",
        "publisher": f"Gazette {bite}",
        "title": f"Mill {bite} burns",
        "url": 'javascript:alert(5)"><script>' if at % 2 else f"https://gazette.example/{at}?q=<x>&y='\"",
        "text": f"The Salt Guard has captured the town of Orvane, {bite} Mayor Tilde Brask said in a tweet.\n\n"
        f'"The mill {bite} burns tonight and nobody came," miller Joost {bite} Kell told reporters.\n\n'
        f"Captain Ida Renn denied that the Salt Guard controlled Orvane {bite}.",
    }
    for at, bite in enumerate(BITES, 1)
]
EAST = [
    {
        "date": "2031-05-02",
        "publisher": "صحيفة الوادي",
        "title": "البلدة هادئة",
        "text": 'Mayor Tilde Brask said on Friday that "المطحنة لم تحترق" and that the Salt Guard had captured Orvane.\n\n'
        "הטחנה שקטה, said Captain Ida Renn (אידה רן) on Friday. She denied that the Salt Guard controlled Orvane.",
    }
]


@pytest.fixture(scope="package")
def story(tmp_path_factory):
    """The record of the story that ships."""
    with Record.open(tmp_path_factory.mktemp("story") / "island.onrecord") as record:
        record.add_all(STORY)
        yield record


@pytest.fixture(scope="package")
def fed(tmp_path_factory) -> Callable[..., Record]:
    """Makes a record of the rows of a feed."""
    opened = []

    def feed(rows: list[dict[str, str]]) -> Record:
        folder = tmp_path_factory.mktemp("fed")
        (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        record = Record.open(folder / "fed.onrecord")
        record.add_all(folder / "feed.jsonl", jobs=1)
        opened.append(record)
        return record

    yield feed
    for record in opened:
        record.close()


@pytest.fixture(scope="package")
def snapshots(story, fed) -> dict[str, Snapshot]:
    """Records as of days that dossiers are made of, by name."""
    return {
        "story": story,
        "story on a day": story.as_of("2024-03-14"),
        "story before it began": story.as_of("2001-01-01"),
        "hostile": fed(HOSTILE),
        "from right to left": fed(EAST),
        "undated": fed([{"text": "Ida Renn said that the mill burns."}]),
        "empty": fed([]),
    }


@pytest.fixture(scope="package")
def dossiers(snapshots):
    """A dossier of each of them."""
    return {name: compose(snapshot, name) for name, snapshot in snapshots.items()}
