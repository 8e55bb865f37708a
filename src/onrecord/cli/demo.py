"""`onrecord demo`: a story that ships with Onrecord."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord.cli import render
from onrecord.cli.add import expected, take
from onrecord.cli.output import answer, cut
from onrecord.cli.serve import PORT, shown
from onrecord.cli.tally import Tally
from onrecord.cli.verb import (
    STOPPED,
    Asked,
    Verb,
    as_of_option,
    exits_of,
    json_option,
    limit_option,
    listed,
    own_params,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.export.table import Table
    from onrecord.record.matter import Matter

_MOST = 3  # matters that are shown
_WORDS = 1  # statements quoted for each answer


@contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    """Where the record goes: a file to keep, or one that is gone at the end."""
    if keep:
        yield keep
        return
    with TemporaryDirectory(prefix="onrecord-") as folder:
        yield Path(folder) / "demo.onrecord"


@click.option("--serve", "as_pages", is_flag=True, help="Show it as pages in a browser, until stopped.")
@click.option("--keep", metavar="FILE", type=click.Path(path_type=Path), help="Keep the record in this file.")
def _demo(keep: Path | None, *, as_pages: bool, as_of: str | None, limit: int | None, as_json: bool) -> int:
    """Read a story that ships with Onrecord, and show what is most contested in it.

    Fourteen invented reports tell of an island, a blast and a man who may or may not have fled. The record is thrown
    away at the end; with --keep it stays, and every other command can look into it.
    """
    story = files("onrecord") / "demo_story" / "reports"
    with _place(keep) as place, as_file(story) as reports, onrecord.Record.open(place) as record:
        take(record.add(reports), Tally(), expected(record, [reports], as_json=as_json))
        if as_pages:
            return _as_pages(place, as_of, as_json=as_json)
        asked = Asked(record.as_of(as_of), place, as_json)
        found = asked.snapshot.matters(listed(limit, _MOST, as_json))
        return answer(asked, list(found), lambda: _drawn(asked, found, keep), nothing="" if found else "Nothing yet.")


def _as_pages(place: Path, day: str | None, *, as_json: bool) -> int:
    from onrecord.web.serving import Address  # noqa: PLC0415 - it loads the server

    return shown(place, Address("127.0.0.1", PORT, day=day or ""), as_json=as_json)


def _drawn(asked: Asked, found: Table[Matter], keep: Path | None) -> Iterator[RenderableType]:
    yield from render.demo(asked.snapshot, found, cut(found, None, found.total).note, words=_WORDS)
    name = str(keep or "demo.onrecord")
    yield ""
    yield "Look further:"
    yield f"  onrecord serve {name}" if keep else "  onrecord demo --serve"
    yield from [] if keep else [f"  onrecord demo --keep {name}"]
    yield f'  onrecord ask {name} "Where is Joran Velk?" --as-of 2024-03-14'
    yield f"  onrecord matter {name} {found[0].id}" if found else f"  onrecord matters {name}"
    yield f"  onrecord changes {name} --since 2024-03-18"


demo = Verb(
    "demo",
    _demo,
    [*own_params(_demo), as_of_option(), limit_option(_MOST), json_option()],
    gives="A list of matters, as from `onrecord matters`.",
    examples=(
        "onrecord demo",
        "onrecord demo --serve",
        "onrecord demo --keep demo.onrecord",
        "onrecord demo --as-of 2024-03-13",
    ),
    exits=exits_of("done, but no matter was known on that day", {STOPPED: "stopped by Ctrl-C"}),
)
