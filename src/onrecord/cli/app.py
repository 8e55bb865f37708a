"""The group of all commands: it knows their names, and loads a command only when that one is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

import onrecord
from onrecord.errors import OnrecordError
from onrecord.prose.safe import harmless, one_line

SECTIONS = {
    "Begin": {
        "demo": "See a story that ships with Onrecord.",
        "add": "Read reports into a record.",
        "serve": "Look at a record in a browser.",
    },
    "What is contested": {
        "matters": "The questions that reports answer, most contested first.",
        "matter": "One question: who gives which answer, and their words.",
        "ask": "Ask a question in plain words.",
        "changes": "What is new since a day.",
    },
    "Who said what": {
        "statements": "The statements, by source, channel, matter, words or day.",
        "sources": "Who speaks, and how often.",
        "source": "One source: its spellings and what it said.",
        "origins": "The utterances that reports go back to, as trees.",
        "reuse": "Passages that stand in several reports.",
        "revisions": "How reports were edited, corrected and withdrawn.",
        "timeline": "The dated happenings that reports tell of.",
    },
    "The words": {
        "show": "The exact words behind an id, in their paragraph.",
        "search": "Find words in the reports.",
    },
    "What people decide": {
        "review": "What to look at first: where the record is least sure.",
        "judge": "Accept, reject or correct a reading; merge, split, date, withdraw, undo.",
        "judgements": "All that people decided; to export and import.",
    },
    "To send": {
        "report": "One file, HTML or Markdown, that tells what is contested and quotes the words.",
    },
    "The record's file": {
        "problems": "What could not be read, and what to do about it.",
        "check": "Try whether the record keeps every promise.",
        "export": "Write every table as JSON Lines, CSV or Parquet.",
    },
}
EXITS = {
    0: "done",
    1: "done, but nothing was found or answered, or a check found faults",
    2: "misuse: a bad argument, an id that is not there, no record, or nowhere to write",
    3: "done, but some of what was to be added became problems; all the rest was added",
    130: "stopped by Ctrl-C; whatever was added stays",
    143: "stopped by SIGTERM while adding; whatever was added stays",
}
COMMANDS = {name: short for section in SECTIONS.values() for name, short in section.items()}
_MODULES = {"matter": "matters", "source": "sources"}  # where a command does not stand in the module of its own name
_STOPPED = 130


class Misuse(click.ClickException):
    """An error of the library's, told on one line."""

    exit_code = 2

    def format_message(self) -> str:
        """The error on one line, and harmless to the terminal."""
        return harmless(one_line(self.message))


class Lazy(click.Group):
    """A group whose commands are imported when they are run, or when their own help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order in which they are explained."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"onrecord.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """Write the list of commands without importing any."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """Write what the exit codes mean."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in EXITS.items()])

    def invoke(self, ctx: click.Context) -> int:
        """Run the command that was named; what goes wrong by misuse is one line and exit code 2."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except OnrecordError as error:
            raise Misuse(str(error)) from error
        except BrokenPipeError:  # whoever read the output has seen enough
            _no_more_output()
            return 0
        except OSError as error:
            raise Misuse(f"{error.filename or 'the output'}: {error.strerror or error}") from error
        except Exception as error:
            if not _of_the_file(error):
                raise
            raise Misuse(f"the record's file cannot be used: {error}. `onrecord check` tells more") from error
        return code or 0

    def main(  # type: ignore[override] # always standalone: it gives no value back
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - click's
    ) -> None:
        """Run, and end the program with an exit code that tells what came of it."""
        extra.pop("standalone_mode", None)
        _write_anything()
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
        except click.Abort:
            click.echo("Stopped.", err=True)
            code = _STOPPED
        except click.ClickException as error:
            error.show()
            code = Misuse.exit_code
        sys.exit(code)


def _of_the_file(error: Exception) -> bool:
    """Whether SQLite raised it; a command that opened no record has not even imported SQLite."""
    sqlite = sys.modules.get("sqlite3")
    return sqlite is not None and isinstance(error, sqlite.Error)


def _no_more_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter can end in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_anything() -> None:
    """Where the output's encoding lacks a character, write its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(onrecord.__version__, prog_name="onrecord")
def cli() -> None:
    """Onrecord reads the reports on a story and keeps the record.

    Who said what, when, through which channel, on whose word; who disputes it; and how many independent origins stand
    behind it. It tells what was said and how well that is corroborated, never what is true.

    Begin with `onrecord demo`. Each command has a --help of its own, with examples.
    """
