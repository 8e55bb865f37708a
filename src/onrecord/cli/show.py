"""`onrecord show`: what stands behind an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli import render
from onrecord.cli.matters import show_matter
from onrecord.cli.origins import show_origin
from onrecord.cli.output import answer
from onrecord.cli.sources import show_source
from onrecord.cli.verb import Asked, view
from onrecord.errors import NotFound
from onrecord.record.report import Listing, Status

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_MOST = 10  # statements listed with a matter's answer or a source, unless JSON is asked for


@view(
    "show",
    nothing=None,
    gives="For a statement an object: entry (as in `onrecord statements`), paragraph (report, start, end), text, "
    "marks, origin. For a report: report, status, fates, text, statements, resting (statements of other reports that "
    "rest on it). For a matter, a source, an origin: as its own command.",
    examples=(
        "onrecord show harbour.onrecord st-317013b566e6",
        "onrecord show harbour.onrecord 2d2aa6cf9ea3f569",
        "onrecord show harbour.onrecord ma-4c1d2e --as-of 2024-03-12",
    ),
)
@click.argument("wanted", metavar="ID")
def show(asked: Asked, wanted: str) -> int:
    """Show the exact words of a statement, highlighted in their paragraph, exactly as printed.

    The ID of a matter (ma-...), a source (so-...), an origin (or-...) or a report shows that instead. A report may
    also be given by the name of its file.
    """
    limit = None if asked.json else _MOST
    snapshot = asked.snapshot
    match wanted.partition("-")[0]:
        case "ma":
            return show_matter(
                asked, snapshot.matter(wanted), limit, f": onrecord matter {asked.path} {wanted} --limit 0"
            )
        case "so":
            return show_source(asked, snapshot.source(wanted), limit)
        case "or":
            return show_origin(asked, wanted)
        case "st":
            found = snapshot.show(wanted)
            return answer(asked, found, lambda: render.shown(snapshot, found))
    return _report(asked, wanted)


def one_report(snapshot: Snapshot, wanted: str) -> Listing:
    """One report, by the start of its id or by its file. Raises NotFound."""
    reports = snapshot.reports()
    fitting = [one for one in reports if one.file == wanted] or [one for one in reports if one.id.startswith(wanted)]
    if len(fitting) != 1:
        count = f"{len(fitting)} reports have" if fitting else "nothing has"
        raise NotFound(f"{count} the id {wanted!r} in the record as of that day: ids stand at the end of each line")
    return fitting[0]


def _report(asked: Asked, wanted: str) -> int:
    """Answer with one report."""
    one = one_report(asked.snapshot, wanted)
    said = asked.snapshot.statements(report=one.id)
    fates = asked.snapshot.fates(one.id)
    status = max((fate.status for fate in fates), key=list(Status).index, default=Status.USABLE)
    text = asked.snapshot.text(one.id)
    rests = list(asked.snapshot.resting(one.id))
    whole = {"report": one, "status": status, "fates": fates, "text": text, "statements": list(said), "resting": rests}
    return answer(asked, whole, lambda: render.report(asked.snapshot, one, text, fates, rests))
