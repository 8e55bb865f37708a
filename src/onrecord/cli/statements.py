"""`onrecord statements`: who said what."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "statements",
    limit=20,
    gives="A list: statement (id, report, mode, act, stance, chain, speaker, cue, content, channel, said, claims, "
    "answers, basis), source, chain (sources, outermost first), words, report (as in `onrecord add`), status, fates "
    "(status, since, who, by, notice, then: what became of the report, who says so, and what became of that word), "
    "rests (report, ground, fate: corrected or withdrawn reports that it rests on).",
    examples=(
        'onrecord statements harbour.onrecord --source "Petar Sund" --since 2024-03-14',
        "onrecord statements harbour.onrecord --channel tweet --words crane",
        "onrecord statements harbour.onrecord --matter ma-4c1d2e --stance rumour --json",
    ),
)
@click.option("--source", metavar="NAME", help="Said by this source: a name in any spelling, or an id.")
@click.option("--channel", metavar="WORD", help='By this channel: "tweet", "press conference", ...')
@click.option("--matter", metavar="ID", help="Bearing on this matter.")
@click.option("--stance", metavar="STANCE", help='"own voice", "attributed", "hedged" or "rumour".')
@click.option("--words", metavar="WORDS", default="", help="Holding all of these words.")
@click.option("--since", metavar="DAY", help="Published on that day or later.")
@click.option("--until", metavar="DAY", help="Published on that day or before.")
@click.option("--report", metavar="ID", help="In the report with this id.")
def statements(asked: Asked, limit: int | None, **filters: Any) -> int:  # noqa: ANN401 - as click declares them
    """List statements: the exact words, who said them, how, and which report carries them.

    Only those are listed that fit all of the filters, in order of publication. Of more than --limit, those of the
    newest reports are listed.
    """
    found = asked.snapshot.statements(**filters, limit=limit)
    part = cut(found, limit, found.total)
    return answer(
        asked,
        list(part.shown),
        lambda: render.statements(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No statement fits.",
    )
