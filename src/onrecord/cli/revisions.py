"""`onrecord revisions`: how reports changed."""

from __future__ import annotations

import click

from onrecord.cli import render
from onrecord.cli.output import answer, cut
from onrecord.cli.verb import Asked, view


@view(
    "revisions",
    limit=10,
    gives="A list: kind (revised, corrected, withdrawn), report and by (as in `onrecord add`; by is null where a "
    "person decided it), since, who, notice (report, start, end) and its words, silent, edits (kind: taken out, put "
    "in, changed, moved; before and after: report, start, end; words: the same of the words that differ), came, went "
    "and changed (statements, as in `onrecord statements`).",
    examples=(
        "onrecord revisions harbour.onrecord",
        "onrecord revisions harbour.onrecord --report 2d2aa6cf9ea3f569",
        "onrecord revisions harbour.onrecord --as-of 2024-03-18 --json",
    ),
)
@click.option("--report", metavar="ID", help="Only those in which the report with this id has part.")
def revisions(asked: Asked, report: str | None, limit: int | None) -> int:
    """List how reports changed, the newest first: what was edited, corrected or withdrawn, when, and who says so.

    A later edition at the same address is shown as a difference: [-words taken out-] and {+words put in+}, and the
    statements that came, went or changed with them. Of an edit that nothing announces it is said that nothing does.
    """
    found = asked.snapshot.revisions(report, limit)
    part = cut(found, limit, found.total)
    return answer(
        asked,
        list(part.shown),
        lambda: render.revisions(asked.snapshot, part.shown, part.note),
        nothing="" if found else "No report was edited, corrected or withdrawn.",
    )
