"""`onrecord ask`: a question in plain words."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer
from onrecord.cli.verb import Asked, view


@view(
    "ask",
    limit=2,
    nothing="done, but nothing in the record answers",
    gives="An object: question, matters (as in `onrecord matters`) and said (statements, where the question asks for "
    "somebody's words).",
    examples=(
        'onrecord ask harbour.onrecord "Where is Joran Velk?"',
        'onrecord ask harbour.onrecord "Who controls the harbour?" --as-of 2024-03-12',
        'onrecord ask harbour.onrecord "What does Petar Sund say about the truce?"',
    ),
)
@click.argument("question")
def ask(asked: Asked, question: str, limit: int | None) -> int:
    """Answer a QUESTION with what sources are reported to have said on it.

    Every answer stands with who gives it, since when, on whose word, how many origins and reports carry it, and the
    words. Where nothing in the record answers, it says so. --limit says how many statements are quoted for each
    answer.
    """
    found = asked.snapshot.ask(question)
    return answer(
        asked,
        found,
        lambda: render.answered(asked.snapshot, found, words=limit),
        nothing="Nothing in the record answers that." if found.nothing else "",
    )
