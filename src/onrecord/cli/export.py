"""`onrecord export`: the tables, as files."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli import render
from onrecord.cli.output import answer
from onrecord.cli.verb import Asked, view


@view(
    "export",
    nothing=None,
    gives="A list of the files that were written.",
    examples=(
        "onrecord export harbour.onrecord tables/",
        "onrecord export harbour.onrecord tables/ --format parquet --as-of 2024-03-12",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "parquet", "csv"]),
    default="jsonl",
    show_default=True,
    help="Parquet needs pyarrow: pip install 'onrecord[parquet]'.",
)
def export(asked: Asked, folder: Path, form: str) -> int:
    """Write every table of the record to FOLDER, which is made where there is none.

    reports, sources, statements, matters, links, reuse, events, problems and judgements, one file each. The same
    reports give the same files, byte for byte, in whatever order they were added.
    """
    files = asked.snapshot.export(folder, form)
    return answer(asked, [str(file) for file in files], lambda: render.exported(files))
