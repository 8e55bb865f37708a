"""What is new since a day: the difference between two views of one record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.matching.answers import Answer, answer, matter_id
from onrecord.relations import load
from onrecord.story.known import Known


class Change(StrEnum):
    """What kind of thing is new."""

    REPORT = "new report"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    MATTER = "new matter"
    POSITION = "new position"
    HOLDER = "new holder"
    DENIAL = "first denial"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is new.

    Attributes:
        kind: what kind of thing.
        what: the question, the headline or the file name, as it stands in the record.
        answer: the answer given, for positions; empty otherwise.
        by: name of the source or outlet, empty where none is named.
        id: id of the matter or the report.
    """

    kind: Change
    what: str
    answer: str
    by: str
    id: str


def changes(before: Known, now: Known) -> list[Changed]:
    """What the later view holds that the earlier one does not.

    Args:
        before: the record as it could be known on the eve.
        now: the record as it can be known now; it holds every report that the earlier one holds.
    """
    return [*_reports(before, now), *_revised(before, now), *_answers(before, now)]


def _reports(before: Known, now: Known) -> list[Changed]:
    fresh = (listing for report, listing in now.listings.items() if report not in before.listings)
    return [Changed(Change.REPORT, r.title or r.file, "", r.outlet, r.id) for r in fresh]


def _revised(before: Known, now: Known) -> list[Changed]:
    kinds = {"withdrawn": Change.WITHDRAWN, "corrected": Change.CORRECTED}
    told = {(one.report, one.kind) for one in before.revised}
    fresh = (one for one in now.revised if one.kind in kinds and (one.report, one.kind) not in told)
    listings = ((kinds[one.kind], now.listings[one.report]) for one in fresh)
    return [Changed(kind, listing.title or listing.file, "", listing.outlet, listing.id) for kind, listing in listings]


@dataclass(frozen=True, slots=True)
class _Held:
    """Who gives which answer to which question, by ids of the later view."""

    matter: str
    question: str
    answer: Answer
    holder: str


def _answers(before: Known, now: Known) -> list[Changed]:
    old, new = _held(before, now), _held(now, now)
    matters = {one.matter for one in old}
    given = {(one.matter, one.answer) for one in old}
    found = []
    for one in sorted(new - old, key=lambda h: (h.question, h.matter, h.answer, h.holder)):
        if one.matter not in matters:
            kind = Change.MATTER
        elif (one.matter, one.answer) in given:
            kind = Change.HOLDER
        else:
            kind = Change.DENIAL if one.answer.rejects else Change.POSITION
        if one.holder or kind is not Change.HOLDER:
            found.append(Changed(kind, one.question, _words(one.answer, now), _name(one.holder, now), one.matter))
    return found


def _held(known: Known, now: Known) -> set[_Held]:
    """The answers of a view, under the names of the later one, so that a name better known later is no change."""
    found = set()
    relations = load().relations
    for count in known.view.claim_counts():
        subject = now.who.id(count.subject)
        question = relations[count.relation].question.format(subject=now.who.name(count.subject))
        now.meet([count.source])
        holder = now.who.id(count.source) if count.source else ""
        found.add(_Held(matter_id(count.relation, subject), question, answer(count, now.who), holder))
    return found


def _words(one: Answer, now: Known) -> str:
    if one.amount >= 0:
        return f"{one.kind.removesuffix('amount')}{one.amount:g}"
    return " ".join(filter(None, (one.kind, _name(one.object, now))))


def _name(identity: str, now: Known) -> str:
    source = now.bearer(identity)
    return source.name if source else identity
