"""`onrecord search`: words in the reports."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, one_more, peeked
from onrecord.cli.verb import Asked, view


@view(
    "search",
    limit=20,
    gives="A list: report (as in `onrecord add`), span (report, start, end), text of the line, and marks (start and "
    "end of each word found in it).",
    examples=(
        "onrecord search harbour.onrecord warehouse munitions",
        'onrecord search harbour.onrecord "night boat" --as-of 2024-03-12',
        "onrecord search harbour.onrecord truce --limit 0 --json",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
def search(asked: Asked, words: tuple[str, ...], limit: int | None) -> int:
    """Find the lines of reports that hold all of the WORDS, those of the newest reports first.

    Neither case nor accents matter.
    """
    found = asked.snapshot.search(" ".join(words), one_more(limit))
    part = peeked(found, limit)
    return answer(
        asked,
        list(part.shown),
        lambda: render.search(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No line of any report holds all of these words.",
    )
