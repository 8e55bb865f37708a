"""What people decided, and what they are asked, drawn."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType

from onrecord.cli.screen import indented, noted, text
from onrecord.prose.judgements import outcome, ruled
from onrecord.prose.words import counted, heading, how, published, quoted, reported, shortened, speaker
from onrecord.record.doubt import Choice, Doubt
from onrecord.record.judgement import Judged, Judgement, Ruling, State

if TYPE_CHECKING:
    from onrecord.library import Snapshot
    from onrecord.library.judging import Imported
    from onrecord.story.entries import Entry

_STYLES = {State.APPLIED: "green", State.CONTESTED: "red", State.WAITING: "yellow"}
_VERBS = {Ruling.DATED: "date", Ruling.WITHDRAWN: "withdraw", Ruling.UNDONE: "undo"}


def judged(snapshot: Snapshot, found: Sequence[Judged]) -> Iterator[RenderableType]:
    """All decisions, each with what outcome of it."""
    yield text((heading(snapshot), "dim"))
    for card in _cards(found, {one.judgement.id: one.judgement for one in found}):
        yield ""
        yield card


def _cards(found: Sequence[Judged], decisions: Mapping[str, Judgement]) -> Iterator[RenderableType]:
    for one in found:
        made = one.judgement
        lines = [text(quoted(shortened(words))) for words in one.words if words]
        lines += [text(f"before: {one.was}")] if one.was else []
        when = f"{made.when:%Y-%m-%d %H:%M} UTC"
        why = f"why: {made.why}" if made.why else "no reason given"
        yield Group(
            text((ruled(made), "bold"), "  ", (outcome(one, decisions), _STYLES.get(one.state, "dim"))),
            indented(Group(text(why, (f"  {when}  {made.id}", "dim")), *lines)),
        )


def just_judged(one: Judged, decisions: Mapping[str, Judgement], record: Path, whence: str) -> Iterator[RenderableType]:
    """A decision that was just made, and how to undo it."""
    yield from _cards([one], decisions)
    yield ""
    if whence:
        yield text((f"{one.judgement.who} was {whence}", "dim"))
    yield text(("To undo it: ", "dim"), _command(record, "undo", one.judgement.id))


def judgements_written(file: Path, number: int) -> Iterator[RenderableType]:
    """Where decisions were written to."""
    yield text(f"{counted(number, 'judgement')} written to {file}")


def imported(found: Imported, judged: Sequence[Judged]) -> Iterator[RenderableType]:
    """What came of a file of decisions."""
    yield text(f"{counted(len(found.new), 'judgement')} taken in, {found.known} on record before")
    for card in _cards(found.new, {one.judgement.id: one.judgement for one in judged}):
        yield ""
        yield card
    for problem in found.problems:
        yield ""
        yield text((f"{problem.where}: {problem.what}", "yellow"))
        yield indented(text((problem.advice, "dim")))


def review(snapshot: Snapshot, found: Sequence[Doubt], note: str, record: Path) -> Iterator[RenderableType]:
    """What a person should look at, with the words and the commands that answer it."""
    yield text((heading(snapshot), "dim"))
    entries = {one.id: one for one in snapshot.statements(ids=tuple(i for doubt in found for i in doubt.statements))}
    for doubt in found:
        yield ""
        yield Group(text((doubt.question, "bold cyan")), indented(Group(*_told(snapshot, doubt, entries, record))))
    yield from noted(note)


def _told(snapshot: Snapshot, doubt: Doubt, entries: Mapping[str, Entry], record: Path) -> Iterator[RenderableType]:
    weight = f"{counted(doubt.weight.statements, 'statement')} in {counted(doubt.weight.reports, 'report')}"
    about = f"; on: {doubt.about}" if doubt.about else ""
    yield text((f"{doubt.cause}: {doubt.ground}{about}; {weight} hang on it", "dim"))
    if doubt.report:
        listing = snapshot.listing(doubt.report)
        yield text(quoted(shortened(listing.title or listing.file)), f" — published by {published(listing)}")
    for one in filter(None, map(entries.get, doubt.statements)):
        told = f" ({how(one)})" if how(one) else ""
        yield text(quoted(shortened(one.words)), (f" — {speaker(one)}{told}, {reported(one)}  {one.id}", "dim"))
    for choice in doubt.choices:
        yield text(f"{choice.answer}: ", (_answering(record, doubt, choice), "green"))


def _answering(record: Path, doubt: Doubt, choice: Choice) -> str:
    """The command that answers a doubt."""
    verb = _VERBS.get(choice.ruling, choice.ruling.value.replace(" ", "-"))
    if choice.value:
        return _command(record, verb, choice.value)
    about = doubt.names or doubt.statements or (doubt.report,)
    more = ["DAY"] if choice.ruling is Ruling.DATED else [choice.part, "NAME"] if choice.part else []
    return _command(record, verb, *about, *more)


def _command(record: Path, verb: str, *about: str) -> str:
    return f"onrecord judge {shlex.join([str(record), verb, *about])}"
