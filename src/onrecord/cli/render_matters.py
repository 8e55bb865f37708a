"""Matters drawn: the answers to a question, who gives them, and in what words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table

from onrecord.cli.output import ALL
from onrecord.cli.render_shifts import turns
from onrecord.cli.render_statements import cards
from onrecord.cli.screen import columns, indented, noted, text
from onrecord.prose.safe import one_line
from onrecord.prose.words import (
    counted,
    day,
    figures,
    heading,
    holders,
    leaning,
    outlet,
    plainly,
    quoted,
    stood,
    who,
)
from onrecord.record.event import Discrepancy
from onrecord.record.matter import Matter, Position
from onrecord.story.ask import Answered
from onrecord.story.verdicts import Verdict

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_WORDED = 3  # answers of which only the words are known, in a list
_LABEL = "What sources are reported to have said; figures: origins · reports · outlets."


def matters(snapshot: Snapshot, found: Sequence[Matter], note: str) -> Iterator[RenderableType]:
    """The list of matters, each with its answers."""
    yield text((heading(snapshot), "dim"))
    if found:
        yield text((_LABEL, "dim"))
    for matter in found:
        yield ""
        yield text((matter.question, "bold"), "  ", (matter.id, "dim"), *_mark(matter))
        yield indented(_answers(snapshot, matter))
    yield from noted(note)


def _mark(matter: Matter) -> list[tuple[str, str]]:
    return [("  disputed", "red")] if matter.disputes else []


def _answers(snapshot: Snapshot, matter: Matter) -> Table:
    table = columns("said to be", "by", "since", "", keep=(2, 3))
    against = {position for pair in matter.disputes for position in pair}
    leading = _leading(matter)
    for position in leading:
        backing = position.backing
        table.add_row(
            text(plainly(position.answer), *([(" ≠", "red")] if position.id in against else [])),
            text(holders(snapshot, position, most=3)),
            text(day(position.since)),
            text((f"{backing.origins} · {backing.reports} · {backing.outlets}", "cyan")),
        )
    more = len(matter.positions) - len(leading)
    if more:
        table.add_row(text((f"… {counted(more, 'more answer')} in other words", "dim")))
    return table


def _leading(matter: Matter) -> tuple[Position, ...]:
    """The answers of a matter without most of those of which only the words are known; these come last."""
    known = sum(not position.answer.startswith("“") for position in matter.positions)
    return matter.positions[: known + _WORDED]


def matter(
    snapshot: Snapshot, one: Matter, dates: Sequence[Discrepancy], *, words: int | None, hint: str = ALL
) -> Iterator[RenderableType]:
    """One matter in full.

    Args:
        snapshot: the record as of a day.
        one: the matter.
        dates: what reports date differently in it.
        words: how many statements to quote for each answer; None for all.
        hint: how to see the rest of them.
    """
    yield text((heading(snapshot), "dim"))
    yield ""
    yield from _whole(snapshot, one, dates, words, hint)
    yield from turns(snapshot, one.id)


def _whole(
    snapshot: Snapshot, one: Matter, dates: Sequence[Discrepancy], words: int | None, hint: str
) -> Iterator[RenderableType]:
    yield text((one.question, "bold"), "  ", (one.id, "dim"), *_mark(one))
    for number, position in enumerate(one.positions, 1):
        yield ""
        yield from _position(snapshot, number, position, words, hint)
    yield from _disputes(one)
    for discrepancy in dates:
        yield ""
        yield from _differently(snapshot, discrepancy)


def _position(
    snapshot: Snapshot, number: int, position: Position, words: int | None, hint: str
) -> Iterator[RenderableType]:
    yield text(f"{number}. said to be: ", (plainly(position.answer), "bold green"))
    facts = columns("", "", keep=(0,))
    for name, value in (
        ("by", holders(snapshot, position, most=8)),
        ("since", f"{day(position.since)}, last reported {day(position.until)}"),
        ("behind it", figures(position.backing)),
        *(("stands", how) for how in [stood(snapshot.standing(position))] if how),
    ):
        facts.add_row(text((name, "dim")), text(value))
    yield indented(facts, 3)
    ids = position.statements if words is None else position.statements[:words]
    for card in cards(snapshot.statements(ids=ids)):
        yield indented(card, 3)
    more = len(position.statements) - len(ids)
    if more > 0:
        yield indented(text((f"… {counted(more, 'more statement')}{hint}", "dim")), 3)


def _disputes(one: Matter) -> Iterator[RenderableType]:
    number = {position.id: at for at, position in enumerate(one.positions, 1)}
    pairs = sorted(sorted((number[a], number[b])) for a, b in one.disputes if a in number and b in number)
    if pairs:
        yield ""
        yield text(("disputed: ", "red"), ", ".join(f"{a} against {b}" for a, b in pairs))


def _differently(snapshot: Snapshot, found: Discrepancy) -> Iterator[RenderableType]:
    yield text(("reports date this differently: ", "yellow"), quoted(found.what))
    for value in found.values:
        outlets = sorted({outlet(snapshot.listing(report)) for report in value.reports})
        told = f"said by {who(snapshot, found.source)} on {value.value}, reported by {', '.join(outlets)}"
        yield indented(text(told))


def answered(snapshot: Snapshot, found: Answered, *, words: int | None) -> Iterator[RenderableType]:
    """What the record holds on a question."""
    yield text((heading(snapshot), "dim"))
    if found.narrowed:
        yield text(("reported answers alone " + ", ".join(map(one_line, found.narrowed)), "dim"))
    for one in found.matters:
        yield ""
        yield from _for_and_against(one, found)
        yield from _whole(snapshot, one, snapshot.discrepancies(one.id), words, ALL)
    for card in cards(found.said):
        yield ""
        yield card


def _for_and_against(one: Matter, found: Answered) -> Iterator[RenderableType]:
    """Which answers are reported for what a question asks, and which against it, by their numbers."""
    numbers = [(at, found.verdicts.get(position.id)) for at, position in enumerate(one.positions, 1)]
    for verdict in Verdict if any(way for _, way in numbers) else ():
        listed_here = ", ".join(str(at) for at, way in numbers if way is verdict)
        if listed_here:
            yield text((f"said by sources {leaning(verdict)}: ", "yellow"), f"answers {listed_here}")


def demo(snapshot: Snapshot, found: Sequence[Matter], note: str, *, words: int) -> Iterator[RenderableType]:
    """The first matters of a story, with few words of each."""
    yield text((heading(snapshot), "dim"))
    for one in found:
        yield ""
        yield from _whole(snapshot, replace(one, positions=_leading(one)), (), words, hint="")
    yield from noted(note)
