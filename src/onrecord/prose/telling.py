"""Sentences on what became of reports and answers: each names whose word it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.prose.days import in_words, on, since
from onrecord.prose.pieces import Piece, Sentence, answer, begun, joined, name, number, question, sentence, words
from onrecord.prose.sentences import NOBODY, carried, carrier, in_short
from onrecord.prose.words import who
from onrecord.record.event import Differing, Discrepancy
from onrecord.record.report import Fate, Listing, Resting, Standing
from onrecord.story.changes import Change, Changed
from onrecord.story.revisions import Revision
from onrecord.story.shifts import Given, Shift

if TYPE_CHECKING:
    from onrecord.library import Snapshot


def fell(snapshot: Snapshot, fates: Sequence[Fate], year: int | None = None) -> Sentence:
    """What became of a report: "withdrawn on 18 March, says the Teldu Gazette"; empty for nothing."""
    return joined([_fate(snapshot, one, year) for one in fates], comma="; ")


def _fate(snapshot: Snapshot, one: Fate, year: int | None) -> Sentence:
    told = on(one.since, year) or "on a day not told"
    report = carrier(snapshot.listing(one.by)) if one.by else "an outlet that is not named"
    then = sentence(", though that was itself ", fell(snapshot, one.then, year)) if one.then else ()
    return sentence(f"{one.status} {told}, says ", name(one.who) if one.who else report, then)


def rested(snapshot: Snapshot, rests: Sequence[Resting], year: int | None = None) -> Sentence:
    """On which fallen reports a statement rests; empty for none."""
    parts = [sentence("it rests (", one.ground, ") on a report ", _fate(snapshot, one.fate, year)) for one in rests]
    return begun(joined(list(dict.fromkeys(parts)), comma="; "))


def stands(found: Standing, year: int | None = None) -> Sentence:
    """How far an answer still stands on what was not withdrawn; empty where nothing of it was."""
    fallen = len(found.withdrawn)
    if not fallen:
        return ()
    says = _say(found.who)
    if found.fallen:
        day = since(found.since, year)
        return begun(sentence(f"{day}, " if day else "", "it rests on withdrawn reports alone", says, "."))
    rest = "rests on a withdrawn report" if fallen == 1 else "rest on withdrawn reports"
    return sentence(f"Of its {number(found.statements)} statements, {number(fallen)} {rest}", says, ".")


def _say(names: Sequence[str]) -> Sentence:
    verb = ", says " if len(names) == 1 else ", say "
    return sentence(verb, joined([sentence(name(one)) for one in names], 4)) if names else ()


def differing(snapshot: Snapshot, found: Discrepancy, year: int | None = None) -> Sentence:
    """What reports tell differently, each version with those who carry it."""
    lead = _LEADS[found.differs]
    of = sentence(" of what ", name(who(snapshot, found.source)), " said") if found.source else ()
    versions = [
        sentence(
            _value(version.value, year),
            " in ",
            joined([sentence(carrier(snapshot.listing(r))) for r in version.reports], 4),
        )
        for version in found.values
    ]
    return sentence(f"Reports differ on the {lead}", of, ": ", joined(versions, comma="; "), ".")


_LEADS: Final = {
    Differing.DAY: "day",
    Differing.NUMBER: "number",
    Differing.PLACE: "place",
    Differing.SPEECH: "day",
}


def _value(value: str, year: int | None) -> Piece:
    try:
        return Piece(in_words(date.fromisoformat(value), year))
    except ValueError:
        return words(value)


def shifted(snapshot: Snapshot, one: Shift, year: int | None = None) -> Sentence:
    """Who gave one answer and later another, with the days and the reports."""
    before, after = _given(snapshot, one.before, year), _given(snapshot, one.after, year)
    return sentence(before, "; then ", after, ".")


def unanswered(snapshot: Snapshot, one: Given, year: int | None = None) -> Sentence:
    """The last word of somebody who is not reported to have answered since."""
    return sentence(_given(snapshot, one, year), ".")


def _given(snapshot: Snapshot, one: Given, year: int | None) -> Sentence:
    [entry] = snapshot.statements(ids=(one.statement,))
    return sentence(
        name(who(snapshot, one.source), one.source),
        " gave the answer ",
        answer(in_short(one.answer), one.statement),
        f" on {in_words(one.day, year)}, as reported ",
        carried(entry.report),
    )


def news(snapshot: Snapshot, one: Changed, year: int | None = None) -> Sentence:
    """One thing that is new, with who says so or who published it."""
    return _of_answer(one) if one.kind in _ANSWERS else _of_report(snapshot, one, year)


def _of_answer(one: Changed) -> Sentence:
    """A new answer with who gives it, and then the question."""
    by = name(one.by) if one.by else NOBODY
    before, after = _ANSWERS[one.kind]
    earlier = sentence(", having given ", answer(in_short(one.before)), " before") if one.before else ()
    told = sentence(by, before, answer(in_short(one.answer)), after, earlier, ": ", question(one.what, one.id))
    return begun(told)


_ANSWERS: Final = {
    Change.SHIFT: (" gave another answer, ", ""),
    Change.DENIAL: (" first contradicted others, with the answer ", ""),
    Change.MATTER: (" gave the answer ", " to a new question"),
    Change.POSITION: (" gave a new answer, ", ""),
    Change.ORIGIN: (" gave the answer ", " independently of those who had given it"),
    Change.HOLDER: (" gave for the first time the answer ", ""),
}


def _of_report(snapshot: Snapshot, one: Changed, year: int | None) -> Sentence:
    """A report that is new, or what became of one, with who says so."""
    report = snapshot.listing(one.id)
    title = words(one.what, report.id)
    published = sentence("published by ", carrier(report), _dated(report, year))
    match one.kind:
        case Change.REPORT:
            return sentence(carrier(report), " published ", title, _dated(report, year), ".")
        case Change.RETRACTION:
            told = words(one.answer, one.statement)
            return sentence(name(one.by), " took back ", told, ", as reported in ", title, ", ", published, ".")
        case Change.REVISED:
            says = sentence(", says ", name(one.by)) if one.by else ()
            return sentence("A later edition of ", title, ", ", published, ", reads differently", says, ".")
    fates = [fate for fate in snapshot.fates(report.id) if fate.status.value == one.kind.value]
    return sentence(title, ", ", published, ", was ", fell(snapshot, fates, year), ".")


def _dated(report: Listing, year: int | None) -> str:
    told = on(report.published, year)
    return f" {told}" if told else " (undated)"


def revised(one: Revision, year: int | None = None) -> Sentence:
    """What was said of a report, or how a later edition differs: who says so, and since when."""
    title = words(one.report.title or one.report.file, one.report.id)
    report = carrier(one.by) if one.by else "an outlet that is not named"
    teller = sentence(", says ", name(one.who) if one.who else report)
    day = on(one.since, year)
    told = "reads differently in a later edition" if one.kind == "revised" else f"was {one.kind}"
    silent = ", which does not say that it was changed" if one.silent else ""
    published = sentence("published by ", carrier(one.report), _dated(one.report, year))
    return sentence(title, ", ", published, f", {told}", f" {day}" if day else "", silent or teller, ".")
