"""`onrecord check`: does the record keep its promises?"""

from __future__ import annotations

from pathlib import Path

import onrecord
from onrecord.cli import render
from onrecord.cli.output import print_json, print_out
from onrecord.cli.verb import DONE, NOTHING, Verb, exits_of, json_option, record_argument


def _check(record: Path, as_json: bool) -> int:
    """Try every promise that a record can break: the file is sound, every span reproduces its text, ids hold.

    It says how often each was tried, and where one does not hold.
    """
    with onrecord.Record.open(record, create=False) as kept:
        found = list(kept.check())
    if as_json:
        print_json(found)
    else:
        print_out(render.checked(found))
    return NOTHING if any(one.faults for one in found) else DONE


check = Verb(
    "check",
    _check,
    [record_argument(), json_option()],
    gives="A list: promise, tried, faults.",
    examples=("onrecord check harbour.onrecord", "onrecord check harbour.onrecord --json"),
    exits=exits_of("done, and faults were found"),
)
