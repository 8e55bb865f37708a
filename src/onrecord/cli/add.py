"""`onrecord add`: reports in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli import render
from onrecord.cli.output import print_json, print_out
from onrecord.cli.tally import Tally
from onrecord.cli.verb import DONE, PROBLEMS, STOPPED, Verb, exits_of, json_option, own_params, record_argument

if TYPE_CHECKING:
    from onrecord.library import Record


def take(record: Record, paths: Sequence[Path], tally: Tally) -> bool:
    """Add reports and show how far it is; False where Ctrl-C stopped it."""
    try:
        with render.progress(record.expected(*paths)) as advance:
            for followed in record.add(*paths):
                tally.note(followed)
                advance()
    except KeyboardInterrupt:
        return False
    return True


@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
def _add(record: Path, paths: tuple[Path, ...], as_json: bool) -> int:
    """Read reports into RECORD, which is started where there is none yet.

    A PATH is a text file, a .jsonl file with a report on each line (text, and where known: id, date, url, publisher,
    title), or a folder of such files. What is in the record already is not added again, so adding a folder anew takes
    in what came since. What cannot be read is listed as a problem; all the rest is added.

    Each report is kept whole before the next is read: Ctrl-C loses none of them, and the same command goes on from
    there.
    """
    tally = Tally()
    with onrecord.Record.open(record) as kept:
        finished = take(kept, paths, tally)
    if as_json:
        print_json({"added": tally.added, "known": tally.known, "problems": tally.problems, "finished": finished})
    else:
        print_out(render.added(tally, str(record)))
    if not finished:
        click.echo(f"Stopped. What was added stays in {record}; the same command goes on from there.", err=True)
        return STOPPED
    return PROBLEMS if tally.lost else DONE


add = Verb(
    "add",
    _add,
    [record_argument(), *own_params(_add), json_option()],
    gives="An object: added and known (lists of reports: id, file, url, outlet, title, published, language, declared), "
    "problems (where, what, advice), and finished: false where Ctrl-C came before the end.",
    examples=(
        "onrecord add harbour.onrecord reports/",
        "onrecord add harbour.onrecord monday.txt feed.jsonl",
        "onrecord add harbour.onrecord reports/ --json | jq '.problems[].where'",
    ),
    exits=exits_of(
        None, {PROBLEMS: "done, but some inputs became problems; all others were added", STOPPED: "stopped by Ctrl-C"}
    ),
)
