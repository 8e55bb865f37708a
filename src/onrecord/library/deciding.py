"""A decision as a face has it, in plain fields, brought to the method of a record that keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from onrecord.errors import BadArgument
from onrecord.library.record import Record
from onrecord.record.judgement import Judgement, Ruling

_PAIRS: Final = {
    Ruling.SAME_MATTER: Record.same_matter,
    Ruling.NOT_SAME_MATTER: Record.not_same_matter,
    Ruling.SAME_POSITION: Record.same_position,
    Ruling.NOT_SAME_POSITION: Record.not_same_position,
}
_NAMES: Final = {Ruling.SAME_SOURCE: Record.same_source, Ruling.NOT_SAME_SOURCE: Record.not_same_source}


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody wants to be decided.

    Attributes:
        ruling: what it says.
        statements: ids of the statements that it is about.
        names: names, or ids of sources, that it is about.
        report: id of the report that it is about.
        part: what of a statement is corrected.
        value: what that is corrected to, or the day of a report.
        judgement: id of the decision that is undone.
        who: whose decision it is.
        why: the reason.
    """

    ruling: Ruling
    statements: Sequence[str] = ()
    names: Sequence[str] = ()
    report: str = ""
    part: str = ""
    value: str = ""
    judgement: str = ""
    who: str = ""
    why: str = ""


def decide(record: Record, decision: Decision) -> Judgement:
    """Keep a decision. Raises NotFound, BadArgument."""
    who, why = " ".join(decision.who.split()), decision.why.strip()
    if not who:
        raise BadArgument("who decides? Give a name: it stands beside the decision for as long as that is kept")
    ruling = decision.ruling
    if ruling in _PAIRS:
        return _PAIRS[ruling](record, *_two(decision.statements, "statements"), who=who, why=why)
    if ruling in _NAMES:
        names = _two([_name(record, given) for given in decision.names], "names")
        return _NAMES[ruling](record, *names, who=who, why=why)
    return _one(record, decision)(who=who, why=why)


def _one(record: Record, decision: Decision) -> Callable[..., Judgement]:
    """The method that keeps a decision about one thing."""
    match decision.ruling:
        case Ruling.DATED:
            return partial(record.date, _given(decision.report, "a report"), _given(decision.value, "a day"))
        case Ruling.WITHDRAWN:
            return partial(record.withdraw, _given(decision.report, "a report"))
        case Ruling.UNDONE:
            return partial(record.undo, _given(decision.judgement, "a judgement"))
    statement = _given(next(iter(decision.statements), ""), "a statement")
    if decision.ruling is Ruling.CORRECT:
        return partial(record.correct, statement, decision.part, decision.value)
    return partial(record.accept if decision.ruling is Ruling.ACCEPT else record.reject, statement)


def _two(given: Sequence[str], what: str) -> Sequence[str]:
    if len(given) != 2 or not all(given) or given[0] == given[1]:  # noqa: PLR2004 - a pair
        raise BadArgument(f"it takes two different {what}: {len(given)} given")
    return given


def _given(value: str, what: str) -> str:
    if not value:
        raise BadArgument(f"{what} is needed")
    return value


def _name(record: Record, given: str) -> str:
    """A name; that of a source where its id is given. Raises NotFound."""
    return record.source(given).name if given.startswith("so-") else given
