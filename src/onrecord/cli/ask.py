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
    gives="An object: question, matters (as in `onrecord matters`), said (statements, where the question asks for "
    "somebody's words), verdicts (by position id: for, against or other, where it asks whether something is so), "
    "narrowed (to whom, to which day and place) and as_of (the day that the question names).",
    examples=(
        'onrecord ask harbour.onrecord "Where is Joran Velk?"',
        'onrecord ask harbour.onrecord "Who controls the harbour?" --as-of 2024-03-12',
        'onrecord ask harbour.onrecord "Did Joran Velk flee, according to the Harbour Guard?"',
        'onrecord ask harbour.onrecord "What does Petar Sund say about the truce?"',
    ),
)
@click.argument("question")
def ask(asked: Asked, question: str, limit: int | None) -> int:
    """Answer a QUESTION with what sources are reported to have said on it.

    Every answer stands with who gives it, since when, on whose word, how many origins and reports carry it, and the
    words. Where nothing in the record answers, it says so. A question may name a side ("according to", "what does ...
    say about"), a day ("on 12 March", "as of 12 March") or a place, and gets the answers of that alone. Where it asks
    whether something is so ("Did Velk flee?"), each answer stands as reported for it or against it. --limit says how
    many statements are quoted for each answer.
    """
    found = asked.snapshot.ask(question)
    snapshot = asked.snapshot.as_of(found.as_of) if found.as_of else asked.snapshot
    return answer(
        asked,
        found,
        lambda: render.answered(snapshot, found, words=limit),
        nothing="Nothing in the record answers that." if found.nothing else "",
    )
