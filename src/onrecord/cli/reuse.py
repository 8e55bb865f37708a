"""`onrecord reuse`: passages that stand in several reports."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, one_more, peeked
from onrecord.cli.verb import Asked, view


@view(
    "reuse",
    limit=15,
    gives="A list: a and b (report, start, end), kind (verbatim, near, boilerplate) and words, their number.",
    examples=(
        "onrecord reuse harbour.onrecord",
        "onrecord reuse harbour.onrecord --report 2d2aa6cf9ea3f569",
        "onrecord reuse harbour.onrecord --as-of 2024-03-16 --json",
    ),
)
@click.option("--report", metavar="ID", help="Only passages of the report with this id.")
def reuse(asked: Asked, report: str | None, limit: int | None) -> int:
    """List the passages that stand word for word, or nearly so, in two places.

    Those of the newest reports come first. Offsets count Unicode characters from the start of the report.
    """
    found = asked.snapshot.reuse(report, one_more(limit))
    part = peeked(found, limit)
    return answer(
        asked,
        list(part.shown),
        lambda: render.reuse(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No passage stands in two places.",
    )
