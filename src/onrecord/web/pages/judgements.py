"""All that people decided, in full; and how it travels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from onrecord.errors import BadArgument, NotFound
from onrecord.library import Snapshot
from onrecord.record.judgement import Judged, State
from onrecord.record.report import Listing
from onrecord.web.visit import File, Page, Visit

_FIRST: Final = 50
_MOST: Final = 5_000


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a decision is about.

    Attributes:
        words: as printed; empty where the record does not have them.
        report: the report; None where the record does not have it.
        statement: id of the statement that is read in them now; empty where none is.
    """

    words: str
    report: Listing | None
    statement: str


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as the page shows it: what became of it, and the words that it is about."""

    judged: Judged
    quoted: tuple[Quoted, ...]


Group = tuple[Told, ...]
"""Decisions that stand side by side: one, or those on which people differ."""


def judgements(visit: Visit) -> Page:
    """The decisions, the newest first; those on which people differ side by side, before all others."""
    judged = visit.snapshot.judged()
    decisions = {one.judgement.id: one.judgement for one in judged}
    groups = _groups(judged)
    shown = groups[: visit.number("limit", _FIRST, _MOST)]
    told = [tuple(_told(visit.snapshot, one) for one in group) for group in shown]
    states = {state.value: count for state in State if (count := sum(one.state is state for one in judged))}
    return Page(
        "judgements.html",
        {"groups": told, "decisions": decisions, "states": states, "more": len(groups) - len(shown)},
    )


def _groups(judged: Sequence[Judged]) -> list[tuple[Judged, ...]]:
    """Each decision once, with those that contest it."""
    by_id = {one.judgement.id: one for one in judged}
    met, contested, others = set[str](), list[tuple[Judged, ...]](), list[tuple[Judged, ...]]()
    for one in reversed(judged):
        if one.judgement.id in met:
            continue
        if one.state is State.CONTESTED:
            together = (one, *(by_id[other] for other in one.against if other in by_id and other not in met))
            contested.append(together)
            met.update(each.judgement.id for each in together)
        else:
            others.append((one,))
    return [*contested, *others]


def _told(snapshot: Snapshot, one: Judged) -> Told:
    places, words = one.judgement.places, one.words
    statements = one.statements if len(one.statements) == len(places) else one.statements[:1] * len(places)
    found = zip(places, words or ("",) * len(places), statements or ("",) * len(places), strict=True)
    return Told(one, tuple(Quoted(text, _listing(snapshot, place.report), said) for place, text, said in found))


def _listing(snapshot: Snapshot, report: str) -> Listing | None:
    try:
        return snapshot.listing(report)
    except NotFound:
        return None


def download(visit: Visit) -> File:
    """All decisions as JSON Lines, to be sent to colleagues."""
    with TemporaryDirectory() as folder:
        text = visit.record.export_judgements(Path(folder) / "judgements.jsonl").read_text("utf-8")
    return File(f"{visit.file}.judgements.jsonl", text, "application/jsonl")


def take_in(visit: Visit, sent: Mapping[str, str]) -> Page:
    """Take in the decisions of colleagues; those that are here already are not taken twice."""
    lines = sent.get("lines", "")
    if not lines.strip():
        raise BadArgument("no file was sent, or an empty one: choose one that `onrecord judgements export` wrote")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "line"
        file.write_text(lines, "utf-8", "surrogatepass", newline="")
        return Page("imported.html", {"imported": visit.record.import_judgements(file)})
