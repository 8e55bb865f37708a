"""What is new since a day: the difference between two views of one record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from onrecord.matching.answers import Answer, answer, matter_id
from onrecord.record.claimed import ClaimCount
from onrecord.relations import load
from onrecord.story.known import Known


class Change(StrEnum):
    """What kind of thing is new."""

    REPORT = "new report"
    REVISED = "revised"
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


def changes(now: Known, since: date) -> list[Changed]:
    """What a view holds that it did not hold on the eve of a day.

    Args:
        now: the view; reports of unknown day are not known to be new, so it must not hold any.
        since: the day.
    """
    eve = now.view.published_by(since - timedelta(days=1))
    return [*_reports(now, eve), *_revised(now, eve), *_answers(now, since)]


def _reports(now: Known, eve: Collection[str]) -> list[Changed]:
    fresh = now.view.listings([report for report in now.headlines if report not in eve])
    return [Changed(Change.REPORT, r.title or r.file, "", r.outlet, r.id) for r in fresh.values()]


def _revised(now: Known, eve: Collection[str]) -> list[Changed]:
    found = [one for one in now.revised if one.by and one.by not in eve]
    graver = {(one.report, one.by) for one in found if one.kind != Change.REVISED}
    fresh = [one for one in found if one.kind != Change.REVISED or (one.report, one.by) not in graver]
    listings = now.view.listings({one.report for one in fresh})
    named = ((Change(one.kind), one.who, listings[one.report]) for one in fresh)
    return [Changed(kind, listing.title or listing.file, "", who, listing.id) for kind, who, listing in named]


class _Given(NamedTuple):
    """Who gives which answer to which question, by ids of the later view."""

    question: str
    matter: str
    answer: Answer
    holder: str


class _Under:
    """Claims under the names of the later view, so that a name better known later is no change."""

    def __init__(self, now: Known) -> None:
        self._now = now
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._matters: dict[tuple[str, str], str] = {}

    def matter(self, count: ClaimCount) -> str:
        """The id of the matter of a claim."""
        key = (count.relation, count.subject)
        if key not in self._matters:
            self._matters[key] = matter_id(count.relation, self._now.who.id(count.subject))
        return self._matters[key]

    def answer(self, count: ClaimCount) -> Answer:
        """The answer that a claim gives."""
        said = (count.relation, *count[2:6])
        if said not in self._answers:
            self._answers[said] = answer(count, self._now.who)
        return self._answers[said]

    def given(self, count: ClaimCount) -> _Given:
        """Who gives which answer to which question."""
        self._now.meet([count.source])
        question = load().relations[count.relation].question.format(subject=self._now.who.name(count.subject))
        holder = self._now.who.id(count.source) if count.source else ""
        return _Given(question, self.matter(count), self.answer(count), holder)


def _answers(now: Known, since: date) -> list[Changed]:
    under, counts = _Under(now), now.view.claim_counts()
    old = [count for count in counts if count.known and count.known < since]
    late = [count for count in counts if not count.known or count.known >= since]
    now.introduce(count.source for count in late)
    fresh = {under.given(count) for count in late}
    matters = {under.matter(count) for count in old}
    answers = {(under.matter(count), under.answer(count)) for count in old}
    again = {(one.matter, one.answer) for one in fresh}
    held = {under.given(count) for count in old if (under.matter(count), under.answer(count)) in again}
    return [_changed(one, now, matters, answers) for one in sorted(fresh - held) if _counts(one, answers)]


def _counts(one: _Given, answers: Collection[tuple[str, Answer]]) -> bool:
    """Whether it is a change: that nobody named says again what was said before is none."""
    return bool(one.holder) or (one.matter, one.answer) not in answers


def _changed(one: _Given, now: Known, matters: Collection[str], answers: Collection[tuple[str, Answer]]) -> Changed:
    if one.matter not in matters:
        kind = Change.MATTER
    elif (one.matter, one.answer) in answers:
        kind = Change.HOLDER
    else:
        kind = Change.DENIAL if one.answer.rejects else Change.POSITION
    return Changed(kind, one.question, _words(one.answer, now), _name(one.holder, now), one.matter)


def _words(one: Answer, now: Known) -> str:
    if one.amount >= 0:
        return f"{one.kind.removesuffix('amount')}{one.amount:g}"
    return " ".join(filter(None, (one.kind, _name(one.object, now))))


def _name(identity: str, now: Known) -> str:
    source = now.bearer(identity)
    return source.name if source else identity
