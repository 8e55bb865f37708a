"""`onrecord matters` and `onrecord matter`: what is contested."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import ALL, answer, cut
from onrecord.cli.verb import Asked, view
from onrecord.record.matter import Matter


@view(
    "matters",
    limit=8,
    gives="A list of matters: id, relation, subject, question, disputes, and positions, each with id, answer, words "
    "(report, start, end), held_by (ids of sources), own_voice (ids of reports), since, until, statements and backing "
    "(origins, reports, outlets).",
    examples=(
        "onrecord matters harbour.onrecord",
        "onrecord matters harbour.onrecord --as-of 2024-03-12",
        "onrecord matters harbour.onrecord --json | jq -r '.[].question'",
    ),
)
def matters(asked: Asked, limit: int | None) -> int:
    """List the questions that the reports answer, the most contested first.

    Each answer stands with those who are reported to give it, since when, and how much stands behind it: independent
    origins, reports, outlets; `onrecord origins` opens them. Corroboration counts origins: nine reports of one tweet
    are one. An answer marked with ≠ cannot be so together with another one. Nothing here says which is true.
    """
    found = asked.snapshot.matters(limit)
    part = cut(found, limit, found.total)
    return answer(
        asked,
        list(found),
        lambda: render.matters(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No report answers any question that Onrecord knows of.",
    )


@view(
    "matter",
    limit=3,
    nothing=None,
    gives="An object: matter (as in `onrecord matters`), statements (as in `onrecord statements`), discrepancies "
    "(differs, what, source, values: each a value with the words that give it), and turns "
    "(shifts: before and after, each with answer, day, source, statement; declined: statements; unanswered: as "
    "before).",
    examples=(
        "onrecord matter harbour.onrecord ma-4c1d2e",
        "onrecord matter harbour.onrecord ma-4c1d2e --limit 0",
        "onrecord matter harbour.onrecord ma-4c1d2e --as-of 2024-03-12 --json",
    ),
)
@click.argument("matter_id", metavar="ID")
def matter(asked: Asked, matter_id: str, limit: int | None) -> int:
    """Show one question: every answer, who gives it, since when, on whose word, and in what words.

    Below the answers stands who changed their story, who declined to speak, and who is not reported to have answered
    since somebody contradicted them. ID is the id of a matter, or the start of it: `onrecord matters` lists them.
    --limit says how many statements are quoted for each answer.
    """
    return show_matter(asked, asked.snapshot.matter(matter_id), limit)


def show_matter(asked: Asked, one: Matter, limit: int | None, hint: str = ALL) -> int:
    """Answer with one matter."""
    snapshot = asked.snapshot
    dates = snapshot.discrepancies(one.id)
    statements = snapshot.statements(matter=one.id) if asked.json else ()
    whole = {
        "matter": one,
        "statements": list(statements),
        "discrepancies": list(dates),
        "turns": snapshot.turns(one.id),
    }
    return answer(asked, whole, lambda: render.matter(snapshot, one, dates, words=limit, hint=hint))
