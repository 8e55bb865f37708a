"""`onrecord origins`: what reports go back to."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import Cut, answer, one_more, peeked
from onrecord.cli.verb import Asked, view
from onrecord.story.origins import Traced

_WORDS = 2  # statements drawn for each report in the list of all origins
_MOST = 5  # statements drawn for each origin of an answer


@view(
    "origins",
    limit=10,
    gives="A list: origin (id, source, channel, said, statements, reports, outlets, ground), entries (as in `onrecord "
    "statements`), grounds (one for each entry) and retold (statements in its words without a speaker). With the id of "
    "a matter a list: position, answer, statements and behind (origins, each with sources, basis, statements, "
    "reports, outlets and grounds; dependent, each a statement and a ground; reports; outlets).",
    examples=(
        "onrecord origins harbour.onrecord",
        'onrecord origins harbour.onrecord --source "Petar Sund"',
        "onrecord origins harbour.onrecord or-9be1f0a3c2",
        "onrecord origins harbour.onrecord ma-4c1d2e",
        "onrecord origins harbour.onrecord st-317013b566e6",
    ),
)
@click.argument("wanted", required=False, metavar="[ID]")
@click.option("--source", metavar="NAME", help="Only the utterances of this source.")
def origins(asked: Asked, wanted: str | None, source: str | None, limit: int | None) -> int:
    """Draw each utterance with the reports that carry it, those that most reports carry first.

    What cannot be told apart counts as one: the tree says why. With the ID of an origin (or-...) or a statement
    (st-...), that utterance is drawn whole. With the ID of a matter (ma-...) each answer to it is drawn with what
    stands behind it: its independent origins, and the statements that may rest on any of them and add none.
    """
    if wanted:
        return show_origin(asked, wanted)
    found = peeked(asked.snapshot.origins(source, one_more(limit)), limit)
    traced = Cut([asked.snapshot.traced(one) for one in found.shown], found.more)
    return answer(
        asked,
        traced.shown,
        lambda: render.origins(asked.snapshot, traced.shown, traced.note, words=_WORDS),
        nothing="" if found.shown else "Nobody in particular speaks in the reports.",
    )


def show_origin(asked: Asked, wanted: str) -> int:
    """Answer with one utterance, by its own id or a statement's, or with what stands behind the answers to a matter."""
    if wanted.startswith("ma-"):
        return _backed(asked, wanted)
    by_statement = wanted.startswith("st-")
    one = asked.snapshot.origin_of(wanted) if by_statement else asked.snapshot.origin(wanted)
    return _whole(asked, one)


def _whole(asked: Asked, one: Traced | None) -> int:
    nothing = "" if one else "No report says who spoke there: it may go back to any utterance, and is none of its own."
    found = [one] if one else []
    return answer(asked, found, lambda: render.origins(asked.snapshot, found, ""), nothing=nothing)


def _backed(asked: Asked, wanted: str) -> int:
    snapshot = asked.snapshot
    matter, found = snapshot.matter(wanted), snapshot.backed(wanted)
    return answer(asked, list(found), lambda: render.backed(snapshot, matter.question, found, _MOST))
