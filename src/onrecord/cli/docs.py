"""The page on the command line, made from the commands' own help: `python -m onrecord.cli.docs > docs/cli.md`."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from onrecord.cli.app import EXITS, SECTIONS, cli
from onrecord.cli.verb import Verb

_HEAD = """\
# The command line

<!-- Made by `python -m onrecord.cli.docs > docs/cli.md` from the commands' own help. Do not edit by hand. -->
"""
_COMMON = """\
- `--as-of DAY` works on every view and means: what a reader could have known that day.
- `--json` prints plain JSON and nothing else. Lists are whole unless `--limit` is given; keys are stable.
- `--limit N` says how much a view lists for reading; a last line tells how much it leaves out.
- Within a terminal's width lines are wrapped; in a pipe they are not, and there is no colour. `NO_COLOR` is heeded.
- Characters of reports that a terminal would act on (escape sequences, orders about the direction of writing) are not
  printed; `--json` has them as escapes.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    yield _HEAD
    yield _prose(cli.help)
    yield "\n## What all commands share\n"
    yield _COMMON
    yield "Exit codes:\n"
    yield from _table("code", "meaning", {f"`{code}`": meaning for code, meaning in EXITS.items()})
    context = click.Context(cli, info_name="onrecord")
    for title, commands in SECTIONS.items():
        yield f"\n## {title}"
        for name in commands:
            command = cli.get_command(context, name)
            if isinstance(command, Verb):
                yield from _command(command)


def _command(command: Verb) -> Iterator[str]:
    arguments = " ".join(_argument(p) for p in command.params if isinstance(p, click.Argument))
    options = {_option(p): p.help or "" for p in command.params if isinstance(p, click.Option)}
    yield f"\n### onrecord {command.name}\n"
    yield f"```\nonrecord {command.name} {arguments}".rstrip() + " [OPTIONS]\n```\n"
    yield _prose(command.help) + "\n"
    yield from _table("option", "meaning", options)
    yield f"\nWith `--json`: {command.gives}\n"
    yield "```sh\n" + "\n".join(command.examples) + "\n```\n"
    yield "Exit codes: " + "; ".join(f"`{code}` {meaning}" for code, meaning in command.exits.items()) + "."


def _prose(text: str | None) -> str:
    return cleandoc(text or "").strip()


def _argument(argument: click.Argument) -> str:
    return argument.metavar or str(argument.name).upper()


def _option(option: click.Option) -> str:
    if option.is_flag:
        return f"`{option.opts[0]}`"
    choices = "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else ""
    return f"`{option.opts[0]} {option.metavar or choices}`"


def _table(left: str, right: str, rows: dict[str, str]) -> Iterator[str]:
    yield f"| {left} | {right} |"
    yield "| --- | --- |"
    for name, meaning in rows.items():
        yield f"| {name.replace('|', chr(92) + '|')} | {meaning} |"


if __name__ == "__main__":
    click.echo(page(), nl=False)
