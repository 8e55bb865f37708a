"""`onrecord problems`: what could not be read."""

from __future__ import annotations

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "problems",
    limit=50,
    nothing=None,
    gives="A list: where, what, advice.",
    examples=("onrecord problems harbour.onrecord", "onrecord problems harbour.onrecord --json | jq length"),
)
def problems(asked: Asked, limit: int | None) -> int:
    """List what could not be read, why, and what can be done about it.

    A place such as feed.jsonl:17 is a line of a file; monday.txt:120-180 are characters of a report that is kept.
    """
    part = cut(asked.snapshot.problems(), limit)
    files = {report.id: report.file for report in asked.snapshot.reports()}
    return answer(
        asked,
        list(part.shown),
        lambda: render.problems(part.shown, files, part.note) if part.shown else ["Everything could be read."],
    )
