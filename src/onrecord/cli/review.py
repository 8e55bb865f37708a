"""`onrecord review`: what a person should look at first."""

from __future__ import annotations

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "review",
    limit=5,
    nothing="done, and nothing is left to look at",
    gives="A list: cause, question, sure (0 to 1), ground, weight (statements, reports, rank of the matter), choices "
    "(ruling, answer, part, value), statements, names, report, matter, about, judgements.",
    examples=(
        "onrecord review harbour.onrecord",
        "onrecord review harbour.onrecord --limit 0 --as-of 2024-03-12",
        "onrecord review harbour.onrecord --json | jq -r '.[].question'",
    ),
)
def review(asked: Asked, limit: int | None) -> int:
    """List what a person should look at first: where the record is least sure, and most hangs on it.

    Each question stands with the words that it is about and with the commands that would answer it. What people differ
    on comes first, decisions that wait for what they are about come last.
    """
    found = asked.snapshot.review(limit)
    part = cut(found, limit, found.total)
    return answer(
        asked,
        list(part.shown),
        lambda: render.review(asked.snapshot, part.shown, part.note, asked.path),
        nothing="" if found else "Nothing is left to look at.",
    )
