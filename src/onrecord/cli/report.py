"""`onrecord report`: the record as one file to send."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.output import print_json
from onrecord.cli.verb import DONE, NOTHING, Asked, view
from onrecord.errors import BadArgument
from onrecord.prose.safe import harmless
from onrecord.prose.words import counted

_MATTERS = 12


@view(
    "report",
    nothing="written, but no report answers any question",
    gives="An object: file, format, bytes, matters (how many are told) and reports (how many are listed).",
    examples=(
        "onrecord report harbour.onrecord -o harbour.html",
        "onrecord report harbour.onrecord -o harbour.html --as-of 2024-03-12 --matters 5",
        "onrecord report harbour.onrecord --format markdown -o - | less",
    ),
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file to write, in the place of one that is there; - for standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown"]),
    default=None,
    help="By default what the file's name ends in: .md and .markdown are Markdown, all else HTML.",
)
@click.option(
    "--matters",
    metavar="N",
    type=click.IntRange(min=1),
    default=_MATTERS,
    show_default=True,
    help="Tell at most so many questions, the most contested ones.",
)
def report(asked: Asked, target: Path, form: str | None, matters: int) -> int:
    """Write one file that tells what is contested, who says what, and in which words.

    It holds everything that it needs: it opens without a network, prints well and runs no script. Each quotation leads
    to its place in its report, whose paragraph stands at the end. Every sentence names whose word it is. The same
    record gives the same file.
    """
    chosen = form or ("markdown" if target.suffix.lower() in (".md", ".markdown") else "html")
    aloud = str(target) == "-"
    if asked.json and aloud:
        raise click.UsageError("--json needs -o FILE: standard output cannot hold both")
    if not aloud and target.exists() and target.samefile(asked.path):
        raise BadArgument(f"{target} is the record itself: give the report another name")
    data, told, listed = _made(asked, chosen, matters)
    if aloud:
        sys.stdout.buffer.write(data)
    else:
        target.write_bytes(data)
    if asked.json:
        print_json({"file": str(target), "format": chosen, "bytes": len(data), "matters": told, "reports": listed})
    elif not aloud:
        size = ", ".join(counted(*one) for one in ((len(data), "byte"), (told, "question"), (listed, "report")))
        click.echo(harmless(f"{target}: {size}"))
    return DONE if told else NOTHING


def _made(asked: Asked, form: str, matters: int) -> tuple[bytes, int, int]:
    """The file's bytes, how many questions it tells, and how many reports it lists."""
    from onrecord.dossier.compose import compose  # noqa: PLC0415 - it loads the templates, which help does without
    from onrecord.dossier.html import html  # noqa: PLC0415 - the same
    from onrecord.dossier.markdown import markdown  # noqa: PLC0415 - the same

    dossier = compose(asked.snapshot, asked.path.stem, matters)
    text = html(dossier) if form == "html" else markdown(dossier)
    return text.encode(), len(dossier.questions), len(dossier.reports)
