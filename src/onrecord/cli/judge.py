"""`onrecord judge`: a person's decision, kept for good."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

import onrecord
from onrecord.cli import render
from onrecord.cli.output import print_json, print_out
from onrecord.cli.verb import DONE, Verb, exits_of, json_option, own_params, record_argument
from onrecord.errors import BadArgument

if TYPE_CHECKING:
    from onrecord.library import Record
    from onrecord.library.deciding import Decision

WHO: Final = "ONRECORD_WHO"
"""The environment variable that says who judges."""

_ONE, _TWO = "STATEMENT", "STATEMENT STATEMENT"
RULINGS: Final = {
    "accept": _ONE,
    "reject": _ONE,
    "correct": "STATEMENT PART VALUE",
    "same-source": "NAME NAME",
    "not-same-source": "NAME NAME",
    "same-matter": _TWO,
    "not-same-matter": _TWO,
    "same-position": _TWO,
    "not-same-position": _TWO,
    "date": "REPORT DAY",
    "withdraw": "REPORT",
    "undo": "JUDGEMENT",
}
"""What can be decided, each with what it is about."""

_NOUNS: Final = {"date": "dated", "withdraw": "withdrawn", "undo": "undone"}


@click.argument("ruling", type=click.Choice(list(RULINGS)))
@click.argument("about", nargs=-1)
@click.option("--who", metavar="NAME", help=f"Who decides; by default what {WHO} says, or the login name.")
@click.option("--why", metavar="TEXT", default="", help="The reason, which stands beside the decision.")
def _judge(  # noqa: PLR0913 - each is an argument or an option
    record: Path, *, ruling: str, about: tuple[str, ...], who: str | None, why: str, as_json: bool
) -> int:
    """Keep a person's decision: it outlasts every reading, and is undone in one step.

    What each ruling is about: accept and reject a STATEMENT; correct STATEMENT PART VALUE, where PART is speaker,
    channel, act, stance or said; same-source and not-same-source NAME NAME; same-matter, not-same-matter,
    same-position and not-same-position STATEMENT STATEMENT; date REPORT DAY; withdraw REPORT; undo JUDGEMENT.

    Where two people decide differently, neither decision is applied, and `onrecord judgements` shows both.
    """
    from onrecord.library.deciding import decide  # noqa: PLC0415 - it loads the library, and help does without

    name, whence = judging(who)
    with onrecord.Record.open(record, create=False) as kept:
        made = decide(kept, _decision(kept, ruling, about, name, why))
        judged = kept.judged()
        [one] = [each for each in judged if each.judgement.id == made.id]
        if as_json:
            print_json(one)
        else:
            print_out(render.just_judged(one, {each.judgement.id: each.judgement for each in judged}, record, whence))
    return DONE


def judging(who: str | None) -> tuple[str, str]:
    """Who judges, and where that is known from; empty where it was said. Raises BadArgument."""
    if who is not None:
        return who, ""
    if os.environ.get(WHO, "").strip():
        return os.environ[WHO], f"named by {WHO}"
    try:
        return getuser(), "named by the login: --who gives another"
    except (OSError, KeyError, ImportError) as error:  # no such user, or a system that knows none
        raise BadArgument(f"who decides? Give --who NAME, or set {WHO}") from error


def _decision(record: Record, ruling: str, about: Sequence[str], who: str, why: str) -> Decision:
    """What was typed as a decision. Raises BadArgument, NotFound."""
    from onrecord.library.deciding import Decision  # noqa: PLC0415 - the same
    from onrecord.record.judgement import Ruling  # noqa: PLC0415 - the same

    if len(about) != len(RULINGS[ruling].split()):
        raise BadArgument(f"{ruling} is about {RULINGS[ruling]}: {len(about)} given")
    noun = Ruling(_NOUNS.get(ruling, ruling.replace("-", " ")))
    said: dict[str, Callable[[], Decision]] = {
        "correct": lambda: Decision(noun, about[:1], part=about[1], value=about[2], who=who, why=why),
        "date": lambda: Decision(noun, report=_report(record, about[0]), value=about[1], who=who, why=why),
        "withdraw": lambda: Decision(noun, report=_report(record, about[0]), who=who, why=why),
        "undo": lambda: Decision(noun, judgement=about[0], who=who, why=why),
    }
    if ruling in said:
        return said[ruling]()
    if "source" in ruling:
        return Decision(noun, names=about, who=who, why=why)
    return Decision(noun, about, who=who, why=why)


def _report(record: Record, wanted: str) -> str:
    """The id of a report, by the start of it or by its file."""
    from onrecord.cli.show import one_report  # noqa: PLC0415 - the same

    return one_report(record, wanted).id


judge = Verb(
    "judge",
    _judge,
    [record_argument(), *own_params(_judge), json_option()],
    gives="An object: judgement (id, ruling, places, names, part, value, who, why, when), state (applied, undone, "
    "revised, contested, waiting), against (ids of judgements), note, statements, words, was.",
    examples=(
        'onrecord judge harbour.onrecord reject st-317013b566e6 --why "a caption, nobody says it"',
        'onrecord judge harbour.onrecord correct st-317013b566e6 speaker "Ida Renn" --who "Oran Teck"',
        'onrecord judge harbour.onrecord not-same-source "Sund" "Petar Sund" --why "father and son"',
        "onrecord judge harbour.onrecord date notes.txt 2024-03-11",
        "onrecord judge harbour.onrecord undo j-5a87486e6174",
    ),
    exits=exits_of(None),
)
