"""`onrecord changes`: what is new."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "changes",
    limit=40,
    gives="A list, the gravest first: kind (withdrawn, retraction, corrected, shift, first denial, new matter, new "
    "position, new origin, new holder, revised, new report), what, answer, by, id (of the matter or the report), "
    "before (the answer given before, for a shift) and statement (the one that shows a shift or a retraction).",
    examples=(
        "onrecord changes harbour.onrecord --since 2024-03-18",
        "onrecord changes harbour.onrecord --since 2024-03-12 --as-of 2024-03-14",
        "onrecord changes harbour.onrecord --since 2024-03-18 --json | jq -r '.[].kind'",
    ),
)
@click.option("--since", metavar="DAY", required=True, help="The first day of what is new, such as 2024-03-18.")
def changes(asked: Asked, since: str, limit: int | None) -> int:
    """List what reports published on a day or later brought.

    The gravest first: reports withdrawn, statements taken back, corrections, sources that now give another answer than
    before, first denials; then new questions, new answers, independent origins that an answer did not have before, and
    sources that gave an answer for the first time; at last later editions and new reports.
    """
    found = asked.snapshot.changes(since)
    part = cut(found, limit)
    return answer(
        asked,
        list(part.shown),
        lambda: render.changes(asked.snapshot, since, part.shown, part.note),
        nothing="" if found else "Nothing is new since then.",
    )
