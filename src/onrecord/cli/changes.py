"""`onrecord changes`: what is new."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "changes",
    limit=40,
    gives="A list: kind (new report, revised, corrected, withdrawn, new matter, new position, new holder, first "
    "denial), what, answer, by, id (of the matter or the report).",
    examples=(
        "onrecord changes harbour.onrecord --since 2024-03-18",
        "onrecord changes harbour.onrecord --since 2024-03-12 --as-of 2024-03-14",
        "onrecord changes harbour.onrecord --since 2024-03-18 --json | jq -r '.[].kind'",
    ),
)
@click.option("--since", metavar="DAY", required=True, help="The first day of what is new, such as 2024-03-18.")
def changes(asked: Asked, since: str, limit: int | None) -> int:
    """List what reports published on a day or later brought.

    New reports, later editions, corrections, withdrawals, new questions, new answers, and sources that gave an answer
    for the first time.
    """
    found = asked.snapshot.changes(since)
    part = cut(found, limit)
    return answer(
        asked,
        list(part.shown),
        lambda: render.changes(asked.snapshot, since, part.shown, part.note),
        nothing="" if found else "Nothing is new since then.",
    )
