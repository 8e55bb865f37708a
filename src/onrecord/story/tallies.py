"""The matters of a view as reports alone make them: what bears on each, counted, and fetched when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.matching.hubs import Key, hubs
from onrecord.record.claimed import ClaimRow, MatterCount, Member, TopicCount
from onrecord.record.name import Kind
from onrecord.relations import UNDECLARED
from onrecord.story.derived import derived
from onrecord.story.known import Known


@dataclass(frozen=True, slots=True)
class Tally:
    """What bears on one matter, counted.

    Attributes:
        relation: what is asked.
        subject: source id of what it is asked of, or the topic that is a question of its own.
        subjects: the name keys of its subject.
        topics: the topics that bear on it.
        answers: how many answers differ, about.
        speakers: how many speak, about.
        reports: how many reports carry what they say, about.
    """

    relation: str
    subject: str
    subjects: tuple[str, ...]
    topics: tuple[str, ...]
    answers: int
    speakers: int
    reports: int

    @property
    def key(self) -> Key:
        """What tells it from all other matters."""
        return self.relation, self.subject

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Most contested first: matters with rival answers, then by speakers, by reports, by answers."""
        return (self.answers <= 1, -self.speakers, -self.reports, -self.answers)


def counted(known: Known) -> dict[Key, Tally]:
    """Every matter with its counts, by key, whatever people ruled on matters."""
    return known.once("counted", lambda: {one.key: one for one in _kept_tallies(known)})


def _kept_tallies(known: Known) -> tuple[Tally, ...]:
    return derived(known.view, "tallies", tuple[Tally, ...], lambda: tuple(_tallies(known)))


def _tallies(known: Known) -> list[Tally]:
    counts = known.view.topic_counts()
    brought = hubs(counts, known.view.topic_claims(), known.who)
    by_topic = {count.topic: count for count in counts}
    claimed: dict[Key, list[MatterCount]] = {}
    for count in known.view.matter_counts():
        claimed.setdefault((count.relation, known.who.id(count.subject)), []).append(count)
    found = [
        _tally(key, some, [by_topic[topic] for topic in brought.topics.get(key, ())]) for key, some in claimed.items()
    ]
    free = [
        Tally(UNDECLARED, one.topic, (), (one.topic,), one.answers, one.speakers, one.reports) for one in brought.free
    ]
    return sorted([*found, *free], key=lambda tally: tally.key)


def _tally(key: Key, claimed: Sequence[MatterCount], topics: Sequence[TopicCount]) -> Tally:
    return Tally(
        *key,
        subjects=tuple(count.subject for count in claimed),
        topics=tuple(count.topic for count in topics),
        answers=sum(count.answers for count in claimed),
        speakers=sum(one.speakers for one in claimed) + sum(one.speakers for one in topics),
        reports=sum(one.reports for one in claimed) + sum(one.reports for one in topics),
    )


def rows_of(known: Known, tally: Tally) -> list[ClaimRow]:
    """What bears on a matter: its claims, and the statements of its topics that make none, in order of publication."""
    claims = known.view.claims(tally.relation, sorted(tally.subjects)) if tally.subjects else []
    told = {row.statement for row in claims}
    return in_order(known, claims, [row for row in _members(known, tally) if row.statement not in told])


def _members(known: Known, tally: Tally) -> list[ClaimRow]:
    """The statements of a matter's topics; of a person's, without those that claim something of somebody else."""
    found = known.view.members(tally.topics) if tally.topics else []
    return [member.row for member in found if not of_somebody_else(known, tally.subject, member)]


def of_somebody_else(known: Known, subject: str, member: Member) -> bool:
    """Whether a statement claims something of other people than the one whom a matter is about."""
    if not _named(known, subject):
        return False
    subjects = {known.who.id(claimed) for _, claimed in member.claims}
    return subject not in subjects and any(_named(known, other) for other in subjects)


def _named(known: Known, subject: str) -> bool:
    """Whether a subject is a person with a full name: two such are not one."""
    source = known.who.by_id.get(subject)
    return source is not None and source.kind is Kind.PERSON and " " in source.name


def in_order(known: Known, claims: list[ClaimRow], members: list[ClaimRow]) -> list[ClaimRow]:
    """Claims and statements together, in order of publication."""
    if not claims or not members:
        return claims or members
    turn = {report: at for at, report in enumerate(known.headlines)}
    return sorted([*claims, *members], key=lambda row: (turn[row.report], row.start))
