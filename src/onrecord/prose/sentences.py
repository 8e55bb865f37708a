"""Sentences that tell what was said: each names who said it, or the report that carries it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from onrecord.prose.channels import by_channel
from onrecord.prose.days import on, since
from onrecord.prose.pieces import Piece, Sentence, answer, begun, joined, many, name, sentence
from onrecord.prose.safe import one_line
from onrecord.prose.words import outlet, plainly, who
from onrecord.record.matter import Link, Position, Tie
from onrecord.record.origin import Backing, Behind
from onrecord.record.report import Listing
from onrecord.record.statement import Act, Mode, Stance
from onrecord.record.when import Precision
from onrecord.story.entries import Entry

if TYPE_CHECKING:
    from onrecord.library import Snapshot

_VERBS: Final = {
    Act.DENY: "denied",
    Act.CONFIRM: "confirmed",
    Act.ASK: "asked",
    Act.PROMISE: "promised",
    Act.PREDICT: "predicted",
    Act.DECLINE: "declined to speak",
    Act.WITHDRAW: "took back",
}
_STANCES: Final = {Stance.HEDGED: "which hedges it", Stance.RUMOUR: "as a rumour"}
_KIND: Final = re.compile(r"[a-z]+(?: [a-z]+)?")
NOBODY: Final = "somebody who is not named"
"""What stands for a speaker whom the report does not name."""


def said(entry: Entry, year: int | None = None) -> Sentence:
    """Who said it, how, when, on whose word and where it is reported: what stands before the quoted words."""
    if own_voice(entry):
        return begun(sentence(carrier(entry.report), " reports", _day(entry.report, year), " in its own voice"))
    speaker = name(entry.chain[-1].name, entry.chain[-1].id) if entry.chain else NOBODY
    through = [sentence(name(one.name, one.id)) for one in entry.chain[:-1]]
    told = sentence(", according to ", joined(through)) if through else ()
    return begun(sentence(speaker, " ", _how(entry, year), told, ", ", reported(entry, year)))


def own_voice(entry: Entry) -> bool:
    """Whether the outlet itself says so in its report."""
    if len(entry.chain) != 1:
        return not entry.chain and entry.statement.mode is Mode.OWN
    return one_line(entry.chain[0].name) == outlet(entry.report)


def reported(entry: Entry, year: int | None = None) -> Sentence:
    """Where a statement is reported: "as reported by the Teldu Gazette on 12 March"."""
    spoken, published = entry.statement.said, entry.report.published
    same = spoken.precision is Precision.DAY and (spoken.start, spoken.end) == (published.start, published.end)
    day = " the same day" if same else _day(entry.report, year) or " (undated)"
    known_rumour = entry.speaker.lower().startswith("rumo")
    stance = "" if known_rumour else _STANCES.get(entry.statement.stance, "")
    return sentence("as reported ", carried(entry.report), day, f", {stance}" if stance else "")


def carrier(report: Listing) -> Piece:
    """Who published a report, or else the file that it came from."""
    return name(outlet(report), report.id)


def carried(report: Listing) -> Sentence:
    """By whom it is reported, or else in which file."""
    return sentence("by " if report.outlet else "in ", carrier(report))


def _how(entry: Entry, year: int | None) -> str:
    one, published = entry.statement, entry.report.published
    told_by_then = one.said.start is None and one.said.end == published.end
    parts = [by_channel(one.channel), "" if told_by_then else on(one.said, year)]
    told = " ".join(part for part in parts if part)
    verb = _VERBS.get(one.act, "said")
    return f"{verb}, {told}" if told else verb


def _day(report: Listing, year: int | None) -> str:
    told = on(report.published, year)
    return f" {told}" if told else ""


def in_short(label: str) -> str:
    """An answer as people say it: "the guard, all of it", "the guard (entered)", "left"."""
    told = plainly(label)
    kind, colon, thing = told.partition(": ")
    return f"{thing} ({kind})" if colon and _KIND.fullmatch(kind) else told


def given_by(snapshot: Snapshot, position: Position, most: int = 4) -> Sentence:
    """Who gives an answer: "by A, B and 2 more", "by the Gazette in its own voice", "by nobody who is named"."""
    own = {outlet(snapshot.listing(report)): report for report in position.own_voice}
    held = {who(snapshot, source): source for source in position.held_by}
    names = [sentence(name(one, source)) for one, source in held.items() if one not in own]
    voices = [sentence(name(one, report), " in its own voice") for one, report in sorted(own.items())]
    if names or voices:
        return sentence("by ", joined([*names, *voices], most))
    entries = snapshot.statements(ids=position.statements)
    reports = {outlet(entry.report): entry.report for entry in entries}
    carriers = [sentence(carrier(report)) for _, report in sorted(reports.items())]
    return sentence("by nobody who is named, as reported by ", joined(carriers, most))


def answered(snapshot: Snapshot, position: Position, year: int | None = None, most: int = 4) -> Sentence:
    """An answer with who gives it, since when and on how much: the clause of which summaries are made."""
    backing = position.backing
    told = since(position.since, year)
    return sentence(
        answer(in_short(position.answer), position.id),
        " ",
        given_by(snapshot, position, most),
        f" {told}" if told else "",
        f" ({_size(backing)})",
    )


def _size(backing: Backing) -> str:
    """How many origins and reports: of a single report the one number tells both."""
    reports = many(backing.reports, "report")
    return reports if backing.reports == 1 else f"{many(backing.origins, 'independent origin')}, {reports}"


def rests_on(backing: Backing) -> str:
    """How much stands behind something: "Two independent origins stand behind it, in five reports by three outlets"."""
    if backing.reports == 1:
        return "One report carries it."
    verb = "stands" if backing.origins == 1 else "stand"
    outlets = f" by {many(backing.outlets, 'outlet')}" if backing.outlets else ""
    origins = many(backing.origins, "independent origin").capitalize()
    return f"{origins} {verb} behind it, in {many(backing.reports, 'report')}{outlets}."


def adds_none(behind: Behind) -> str:
    """Which statements add no origin, by their reasons; empty where there are none."""
    reasons = Counter(one.ground for one in behind.dependent)
    if not reasons:
        return ""
    count = reasons.total()
    told = "; ".join(
        f"{reason} ({times:,})" if len(reasons) > 1 else reason for reason, times in sorted(reasons.items())
    )
    return f"{many(count, 'more statement').capitalize()} {'adds' if count == 1 else 'add'} no origin: {told}."


def grounds(links: Iterable[Link]) -> list[str]:
    """On what ground answers are taken to be at odds, each ground once, the firmest first."""
    found = {_ground(link) for link in links if link.kind is Tie.DISPUTES}
    return [ground for ground in _GROUNDS if ground in found]


def _ground(link: Link) -> str:
    if link.sure is not None:
        return _COMPARED
    return _WORDED if link.ground == "the report's own wording" else _EXCLUDE


_WORDED: Final = "by a report’s own wording"
_EXCLUDE: Final = "the answers exclude each other, by the rule for this question"
_COMPARED: Final = "their words seem to contradict each other, by the encoder"
_GROUNDS: Final = (_WORDED, _EXCLUDE, _COMPARED)
