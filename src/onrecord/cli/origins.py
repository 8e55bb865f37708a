"""`onrecord origins`: what reports go back to."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import Cut, answer, cut
from onrecord.cli.verb import Asked, view
from onrecord.story.origins import Traced

_WORDS = 2  # statements drawn for each report in the list of all origins


@view(
    "origins",
    limit=10,
    gives="A list: origin (id, source, channel, said, statements, reports, ground) and entries (as in `onrecord "
    "statements`).",
    examples=(
        "onrecord origins harbour.onrecord",
        'onrecord origins harbour.onrecord --source "Petar Sund"',
        "onrecord origins harbour.onrecord or-9be1f0a3c2",
    ),
)
@click.argument("origin", required=False, metavar="[ID]")
@click.option("--source", metavar="NAME", help="Only the utterances of this source.")
def origins(asked: Asked, origin: str | None, source: str | None, limit: int | None) -> int:
    """Draw each utterance with the reports that carry it, those that most reports carry first.

    What cannot be told apart counts as one: the tree says why. With the ID of an origin, that one is drawn whole.
    """
    if origin:
        return show_origin(asked, asked.snapshot.origin(origin))
    found = asked.snapshot.origins(source)
    part = cut(found, limit)
    traced = Cut([asked.snapshot.traced(one) for one in part.shown], part.more)
    return answer(
        asked,
        traced.shown,
        lambda: render.origins(asked.snapshot, traced.shown, traced.note, words=_WORDS),
        nothing="" if found else "Nobody in particular speaks in the reports.",
    )


def show_origin(asked: Asked, one: Traced) -> int:
    """Answer with one origin."""
    return answer(asked, [one], lambda: render.origins(asked.snapshot, [one], ""))
