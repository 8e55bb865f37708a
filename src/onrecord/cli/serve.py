"""`onrecord serve`: the record as pages, on this machine."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

import click

from onrecord.cli.output import print_json, print_out
from onrecord.cli.verb import DONE, Verb, as_of_option, exits_of, json_option, own_params, record_argument

if TYPE_CHECKING:
    from onrecord.web.serving import Address

PORT = 8600


@click.option("--host", metavar="HOST", default="127.0.0.1", show_default=True, help="The interface to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port, or the next free one."
)
@click.option("--name", "names", metavar="NAME", multiple=True, help="A name by which others reach this machine.")
@click.option("--token", metavar="TEXT", help="What visitors have to show once; made up where others can reach it.")
@click.option("--read-only", is_flag=True, help="Let nobody change anything.")
@click.option("--no-ahead", is_flag=True, help="Make no pages of the days around one ahead, on another core.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def _serve(  # noqa: PLR0913 - each is an option
    record: Path,
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    token: str | None,
    read_only: bool,
    no_ahead: bool,
    no_browser: bool,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Show the record as pages, in a browser on this machine.

    Nothing is sent to anybody, and nobody but this machine can look, unless --host says so. Whoever looks from
    elsewhere needs the token that stands in the printed address; the name by which they reach this machine is to be
    given by --name. The connection is not encrypted: beyond a trusted network, put a proxy that does it in front.
    """
    from onrecord.web.serving import Address  # noqa: PLC0415 - it loads the server, and the command line starts without

    at = Address(host, port, names, token or "")
    safe = at if at.local or token else replace(at, token=token_urlsafe())
    chosen = replace(safe, day=as_of or "")
    return shown(record, chosen, read_only=read_only, ahead=not no_ahead, browser=not no_browser, as_json=as_json)


def shown(  # noqa: PLR0913 - as many as there are options
    record: Path,
    at: Address,
    *,
    read_only: bool = False,
    ahead: bool = True,
    browser: bool = True,
    as_json: bool = False,
) -> int:
    """Show a record until the program is stopped."""
    from onrecord.web.serving import serve  # noqa: PLC0415 - the same

    def ready(page: str) -> None:
        if as_json:
            print_json({"address": page})
        else:
            print_out([f"{record} is open at {page}", "Stop with Ctrl-C."])
        if browser:
            webbrowser.open(page)

    with suppress(KeyboardInterrupt):
        serve(record, at, ready=ready, read_only=read_only, ahead=ahead)
    return DONE


serve = Verb(
    "serve",
    _serve,
    [record_argument(), *own_params(_serve), as_of_option(), json_option()],
    gives="The address of the first page, once it answers.",
    examples=(
        "onrecord serve harbour.onrecord",
        "onrecord serve harbour.onrecord --read-only --port 9000 --as-of 2024-03-12",
        "onrecord serve harbour.onrecord --host 0.0.0.0 --name desk.example.org",
    ),
    exits={DONE: "stopped", 2: exits_of(None)[2]},
)
