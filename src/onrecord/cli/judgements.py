"""`onrecord judgements`: all that people decided, and how it travels."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import onrecord
from onrecord.cli import render
from onrecord.cli.output import answer, print_json, print_out
from onrecord.cli.verb import (
    DONE,
    PROBLEMS,
    Asked,
    Verb,
    as_of_option,
    exits_of,
    json_option,
    own_params,
    record_argument,
)
from onrecord.errors import BadArgument

_STREAM = "-"


@click.argument("action", type=click.Choice(["list", "export", "import"]), default="list")
@click.argument("file", type=click.Path(allow_dash=True, path_type=Path), required=False)
def _judgements(record: Path, action: str, file: Path | None, as_of: str | None, as_json: bool) -> int:
    """List what people decided: on which words, who, when, why, and what became of it.

    `export FILE` writes all of it as JSON Lines, and `import FILE` takes in what a colleague exported: what is here
    already is not taken twice, and nothing that is here is lost. A FILE of - stands for standard output and input.
    A judgement on a report that is not on record waits until the report is added.
    """
    if action == "list":
        with onrecord.Record.open(record, create=False) as kept:
            asked = Asked(kept.as_of(as_of), record, as_json)
            found = asked.snapshot.judged()
            nothing = "" if found else "Nobody has decided anything yet."
            return answer(asked, list(found), lambda: render.judged(asked.snapshot, found), nothing=nothing)
    if file is None:
        raise BadArgument(f"{action} needs a file, or - for standard {'output' if action == 'export' else 'input'}")
    with onrecord.Record.open(record, create=False) as kept, TemporaryDirectory() as folder:
        return (_export if action == "export" else _import)(kept, file, Path(folder) / "line", as_json=as_json)


def _export(kept: onrecord.Record, file: Path, between: Path, *, as_json: bool) -> int:
    """Write all judgements to a file, or to standard output."""
    if str(file) == _STREAM:
        click.echo(kept.export_judgements(between).read_bytes(), nl=False)
        return DONE
    written = {"file": str(kept.export_judgements(file)), "judgements": len(kept.judgements())}
    if as_json:
        print_json(written)
    else:
        print_out(render.judgements_written(file, len(kept.judgements())))
    return DONE


def _import(kept: onrecord.Record, file: Path, between: Path, *, as_json: bool) -> int:
    """Take in the judgements of a file, or of standard input."""
    if str(file) == _STREAM:
        between.write_bytes(sys.stdin.buffer.read())
    imported = kept.import_judgements(between if str(file) == _STREAM else file)
    if as_json:
        print_json({"new": list(imported.new), "known": imported.known, "problems": imported.problems})
    else:
        print_out(render.imported(imported, kept.judged()))
    return PROBLEMS if imported.problems else DONE


judgements = Verb(
    "judgements",
    _judgements,
    [record_argument(), *own_params(_judgements), as_of_option(), json_option()],
    gives="A list: judgement (id, ruling, places, names, part, value, who, why, when), state (applied, undone, "
    "revised, contested, waiting), against (ids of judgements), note, statements, words, was. For export an object: "
    "file, judgements (how many). For import an object: new (a list as above), known (how many were here), problems.",
    examples=(
        "onrecord judgements harbour.onrecord",
        "onrecord judgements harbour.onrecord export judgements.jsonl",
        "onrecord judgements harbour.onrecord import judgements.jsonl",
        "onrecord judgements harbour.onrecord export - | jq .who",
    ),
    exits=exits_of(
        "done, but nobody has decided anything", {PROBLEMS: "done, but some lines of the file could not be read"}
    ),
)
