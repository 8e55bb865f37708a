"""`onrecord timeline`: dated happenings."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, one_more, peeked
from onrecord.cli.verb import Asked, view


@view(
    "timeline",
    limit=40,
    gives="A list of happenings: id, text, words (where the text stands), when (start, end, precision), statements, "
    "reports, background, placed, and discrepancies (differs, what, source, values: each a value with the words that "
    "give it).",
    examples=(
        "onrecord timeline harbour.onrecord",
        "onrecord timeline harbour.onrecord --since 2024-03-12 --until 2024-03-15",
        "onrecord timeline harbour.onrecord --as-of 2024-03-13 --json",
    ),
)
@click.option("--since", metavar="DAY", help="Leave out what was over before that day.")
@click.option("--until", metavar="DAY", help="Leave out what was not over by that day.")
def timeline(asked: Asked, since: str | None, until: str | None, limit: int | None) -> int:
    """List the dated happenings that reports tell of, in order of their dates.

    Each stands in the words of the report that told it first, with those that report it. Where reports disagree on its
    day, a number or its place, each version stands below with its words; the date is then the one that most reports
    give. What lies well before the story stands apart. Of more than --limit, those dated last are listed.
    """
    found = asked.snapshot.timeline(since, until, one_more(limit))
    part = peeked(found, limit, last=True)
    return answer(
        asked,
        list(part.shown),
        lambda: render.timeline(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No report tells of a dated happening there.",
    )
