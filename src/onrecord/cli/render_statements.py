"""Statements drawn: the words, who says them, and the report that carries them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.screen import columns, indented, noted, text
from onrecord.prose.words import (
    day,
    fate,
    figures,
    heading,
    how,
    outlet,
    published,
    quoted,
    reported,
    shortened,
    speaker,
)
from onrecord.record.name import Source
from onrecord.record.origin import Origin
from onrecord.record.report import Fate, Listing, Status
from onrecord.story.entries import Entry
from onrecord.story.grounds import Evidence
from onrecord.story.show import Shown

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_STYLES = {"speaker": "cyan", "cue": "yellow", "content": "bold green"}


def cards(entries: Iterable[Entry]) -> Iterator[RenderableType]:
    """Each statement on two lines: its words, then who says so, how, and who reports it."""
    for entry in entries:
        told = [f" ({how(entry)})"] if how(entry) else []
        line = text((speaker(entry), "cyan"), *told, f" — {reported(entry)}  ", (entry.id, "dim"))
        yield Group(text(quoted(entry.words)), indented(line))


def statements(snapshot: Snapshot, found: Sequence[Entry], note: str) -> Iterator[RenderableType]:
    """The list of statements."""
    yield text((heading(snapshot), "dim"))
    for card in cards(found):
        yield ""
        yield card
    yield from noted(note)


def source(
    snapshot: Snapshot, known: tuple[Source, Sequence[Evidence]], said: Sequence[Entry], note: str
) -> Iterator[RenderableType]:
    """One source with its spellings, why they were taken for one, and its latest statements."""
    one, evidence = known
    yield text((heading(snapshot), "dim"))
    yield ""
    yield text((one.name, "bold"), f"  {one.kind}  ", (one.id, "dim"))
    facts = columns("", "", keep=(0,))
    facts.add_row(text(("called", "dim")), text(", ".join(quoted(name) for name in one.names)))
    for shown in evidence:
        facts.add_row(text(("taken for one", "dim")), text(_why(shown)))
        for place in shown.quoted:
            report = snapshot.listing(place.words.report)
            facts.add_row("", text(quoted(shortened(place.text)), (f"  reported by {published(report)}", "dim")))
    yield indented(facts)
    for card in cards(said):
        yield ""
        yield card
    yield from noted(note)


def _why(shown: Evidence) -> str:
    """A ground in one line; a person's decision with who, when and why."""
    made = f" ({shown.ruling.who}, {shown.ruling.when.date()}: {shown.ruling.why})" if shown.ruling else ""
    return f"{shown.ground.one} = {shown.ground.other}: {shown.ground.why}{made}"


def shown(snapshot: Snapshot, found: Shown) -> Iterator[RenderableType]:
    """A statement in its paragraph."""
    entry = found.entry
    yield text((heading(snapshot), "dim"))
    yield ""
    yield text((speaker(entry), "cyan"), f" ({how(entry)})" if how(entry) else "", f" — {reported(entry)}")
    yield ""
    paragraph = Text(found.text)
    for start, end, part in found.marks:
        paragraph.stylize(_STYLES[part], start, end)
    yield indented(paragraph)
    yield ""
    facts = columns("", "", keep=(0,))
    for start, end, part in found.marks:
        place = f"{found.paragraph.start + start}-{found.paragraph.start + end}"
        facts.add_row(text((part, _STYLES[part])), text(quoted(found.text[start:end]), (f"  {place}", "dim")))
    for name, value in (*_facts(entry), ("goes back to", _origin(found.origin))):
        facts.add_row(text((name, "dim")), text(value))
    yield facts


def _origin(one: Origin | None) -> str:
    """An utterance by its id, its numbers and why statements are taken for one."""
    return f"{one.id}: {figures(one.backing)}" if one else "it is not told whose words these are"


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    one = entry.statement
    yield "form", f"{one.mode}, {one.act}, {one.stance}"
    yield "channel", one.channel or "none told"
    yield "said", day(one.said)
    yield "statement", one.id
    yield "report", one.report


def report(
    snapshot: Snapshot, one: Listing, body: str, fates: Sequence[Fate], rests: Sequence[Entry]
) -> Iterator[RenderableType]:
    """A report: what is known of it, its text as it came, and what in other reports rests on it where it fell."""
    yield text((heading(snapshot), "dim"))
    yield ""
    yield text((shortened(one.title) or one.file, "bold"), f" — {published(one)}{fate(Status.USABLE, fates)}")
    facts = columns("", "", keep=(0,))
    for name, value in (("report", one.id), ("file", one.file), ("address", one.url), ("language", one.language)):
        if value:
            facts.add_row(text((name, "dim")), text(value))
    yield indented(facts)
    yield text((f"Its text, as published by {outlet(one)}:", "dim"))
    yield ""
    yield Text(body)
    if rests:
        yield text(("What rests on it, as other reports have it:", "dim"))
    for card in cards(rests):
        yield ""
        yield card
