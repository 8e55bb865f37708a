"""`onrecord sources` and `onrecord source`: who speaks."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view
from onrecord.record.name import Source


@view(
    "sources",
    limit=30,
    gives="A list: source (id, name, kind, names, keys, grounds), statements, reports.",
    examples=(
        "onrecord sources harbour.onrecord",
        "onrecord sources harbour.onrecord --as-of 2024-03-12 --limit 0",
        "onrecord sources harbour.onrecord --json | jq -r '.[].source.name'",
    ),
)
def sources(asked: Asked, limit: int | None) -> int:
    """List who speaks in the reports, those who are quoted most first, with the spellings of their names."""
    found = asked.snapshot.sources()
    part = cut(found, limit)
    return answer(
        asked,
        list(part.shown),
        lambda: render.sources(asked.snapshot, part.shown, part.note),
        nothing="" if found else "Nobody speaks in the reports.",
    )


@view(
    "source",
    limit=10,
    nothing=None,
    gives="An object: source (id, name, kind, names, keys, grounds), evidence (a list: ground, ruling, and quoted, "
    "a list of words {report, start, end}, sentence and text) and statements (as in `onrecord statements`).",
    examples=(
        'onrecord source harbour.onrecord "Petar Sund"',
        "onrecord source harbour.onrecord ILC --limit 0",
        "onrecord source harbour.onrecord Sund --as-of 2024-03-14 --json",
    ),
)
@click.argument("name")
def source(asked: Asked, name: str, limit: int | None) -> int:
    """Show one source: every spelling of its name, why they were taken for one, and what it said.

    What shows that two names are one is quoted from the reports. Two that are not one are parted for good by a person's
    word, which outweighs every rule: `onrecord judge RECORD not-same-source NAME NAME`.

    NAME is any spelling of the name, a part of it that fits nobody else, or the id of the source.
    """
    return show_source(asked, asked.snapshot.source(name), limit)


def show_source(asked: Asked, one: Source, limit: int | None) -> int:
    """Answer with one source."""
    why = asked.snapshot.evidence(one.id)
    said = asked.snapshot.statements(source=one.id, limit=limit)
    part = cut(said, limit, said.total)
    return answer(
        asked,
        {"source": one, "evidence": why, "statements": list(part.shown)},
        lambda: render.source(asked.snapshot, (one, why), part.shown, part.note),
    )
