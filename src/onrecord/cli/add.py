"""`onrecord add`: reports in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli import render
from onrecord.cli.output import print_json, print_out
from onrecord.cli.stop import stop
from onrecord.cli.tally import Tally
from onrecord.cli.verb import DONE, ENDED, PROBLEMS, STOPPED, Verb, exits_of, json_option, own_params, record_argument

if TYPE_CHECKING:
    from onrecord.follow import Followed
    from onrecord.library import Record

_SIGNALLED = 128  # and the signal's number: what a shell tells of whoever a signal ended


def take(added: Iterable[Followed], tally: Tally, total: int) -> None:
    """Have reports added and count them; where somebody looks, show how far it is of about so many."""
    with render.progress(total) if total else nullcontext(None) as step:
        for followed in added:
            tally.note(followed)
            if step:
                step()


def expected(record: Record, paths: Sequence[Path], *, as_json: bool) -> int:
    """About how many reports there are; 0 where nobody looks on."""
    return record.expected(*paths) if sys.stderr.isatty() and not as_json else 0


@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Read with so many processes; as many as there are cores."
)
def _add(record: Path, paths: tuple[Path, ...], jobs: int | None, as_json: bool) -> int:
    """Read reports into RECORD, which is started where there is none yet.

    A PATH is a text file, a .jsonl file with a report on each line (text, and where known: id, date, url, publisher,
    title), or a folder of such files. What is in the record already is not added again, so adding a folder anew takes
    in what came since. What cannot be read is listed as a problem; all the rest is added.

    Reports are read on all cores, and each is kept whole or not at all: Ctrl-C loses none that was kept, and the same
    command goes on from there.
    """
    tally = Tally()
    with stop() as asked:
        with onrecord.Record.open(record) as kept:
            added = kept.add(*paths, jobs=jobs, stopped=lambda: bool(asked))
            take(added, tally, expected(kept, paths, as_json=as_json))
        stopped = _SIGNALLED + asked[0] if asked else DONE
        _tell(record, tally, finished=not stopped, as_json=as_json)
    return stopped or (PROBLEMS if tally.lost else DONE)


def _tell(record: Path, tally: Tally, *, finished: bool, as_json: bool) -> None:
    """Say what came of adding."""
    if as_json:
        print_json({"added": tally.added, "known": tally.known, "problems": tally.problems, "finished": finished})
    else:
        print_out(render.added(tally, str(record)))
    if not finished:
        click.echo(f"Stopped. What was added stays in {record}; the same command goes on from there.", err=True)


add = Verb(
    "add",
    _add,
    [record_argument(), *own_params(_add), json_option()],
    gives="An object: added and known (lists of reports: id, file, url, outlet, title, published, language, declared), "
    "problems (where, what, advice), and finished: false where it was stopped before the end.",
    examples=(
        "onrecord add harbour.onrecord reports/",
        "onrecord add harbour.onrecord monday.txt feed.jsonl",
        "onrecord add harbour.onrecord reports/ --json | jq '.problems[].where'",
    ),
    exits=exits_of(
        None,
        {
            PROBLEMS: "done, but some inputs became problems; all others were added",
            STOPPED: "stopped by Ctrl-C",
            ENDED: "stopped by SIGTERM",
        },
    ),
)
