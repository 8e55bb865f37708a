"""What all commands share: the record, --as-of, --limit, --json, and help that ends with examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import onrecord

if TYPE_CHECKING:
    from onrecord.library import Snapshot

DONE, NOTHING, PROBLEMS, STOPPED, ENDED = 0, 1, 3, 130, 143
_EXITS = {DONE: "done", NOTHING: "done, but nothing found", 2: "misuse, a bad argument, or no record there"}


class Verb(click.Command):
    """A command whose help ends with what --json gives, examples and exit codes.

    Attributes:
        gives: what --json gives, in a sentence.
        examples: commands that a person may type.
        exits: what each exit code means.
    """

    def __init__(  # noqa: PLR0913 - click's own, and the three above
        self,
        name: str,
        run: Callable[..., int],
        params: list[click.Parameter],
        *,
        gives: str,
        examples: Sequence[str],
        exits: Mapping[int, str],
    ) -> None:
        super().__init__(name, callback=run, params=params, help=run.__doc__)
        self.gives = gives
        self.examples = tuple(examples)
        self.exits = dict(exits)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the end of the help."""
        with formatter.section("With --json"):
            formatter.write_text(self.gives)
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in self.exits.items()])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view was asked of: the record as of a day, and in which form to answer.

    Attributes:
        snapshot: the record as it could be known.
        path: the record's file, as it was typed.
        json: whether to answer with JSON.
    """

    snapshot: Snapshot
    path: Path
    json: bool


def json_option() -> click.Option:
    """The option that every command has."""
    return click.Option(["--json", "as_json"], is_flag=True, help="Print plain JSON and nothing else.")


def as_of_option() -> click.Option:
    """The option that every view has."""
    return click.Option(["--as-of"], metavar="DAY", help="Only what could be known on that day, such as 2024-03-11.")


def limit_option(most: int) -> click.Option:
    """How much a view lists."""
    text = f"List at most so many, 0 for all; {most} by default, all with --json."
    return click.Option(["--limit"], type=click.IntRange(min=0), metavar="N", help=text)


def record_argument() -> click.Argument:
    """The record's file."""
    return click.Argument(["record"], type=click.Path(path_type=Path))


def listed(given: int | None, most: int, as_json: bool) -> int | None:
    """How many to list: what was given, or else the view's own number, or all for JSON; None is all."""
    if given is None:
        return None if as_json else most
    return given or None


def exits_of(nothing: str | None, more: Mapping[int, str] | None = None) -> dict[int, str]:
    """The exit codes of a command; `nothing` says when it is 1, None that it never is."""
    codes = {**_EXITS, NOTHING: nothing or "", **(more or {})}
    return {code: meaning for code, meaning in sorted(codes.items()) if meaning}


def own_params(run: Callable[..., int]) -> list[click.Parameter]:
    """What click's decorators declared on a function, in the order in which they stand there."""
    params: list[click.Parameter] = getattr(run, "__click_params__", [])
    return params[::-1]


def view(
    name: str, *, gives: str, examples: Sequence[str], nothing: str | None = _EXITS[NOTHING], limit: int | None = None
) -> Callable[[Callable[..., int]], Verb]:
    """Make a command that looks into a record.

    Args:
        name: the command's name.
        gives: what --json gives.
        examples: commands that a person may type.
        nothing: when the exit code is 1; None where it never is.
        limit: how many it lists by itself; None for a command that has no --limit.
    """

    def made(run: Callable[..., int]) -> Verb:
        def opened(record: Path, as_of: str | None, as_json: bool, **own: Any) -> int:  # noqa: ANN401 - click's
            if limit is not None:
                own["limit"] = listed(own["limit"], limit, as_json)
            with onrecord.Record.open(record, create=False) as kept:
                return run(Asked(kept.as_of(as_of), record, as_json), **own)

        shared = [as_of_option(), *([limit_option(limit)] if limit is not None else []), json_option()]
        params = [record_argument(), *own_params(run), *shared]
        return Verb(name, update_wrapper(opened, run), params, gives=gives, examples=examples, exits=exits_of(nothing))

    return made
