"""Which matters the statements of a report bear on, and how many statements reports hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from onrecord.ledger.base import Selection
from onrecord.matching.answers import Bearing
from onrecord.matching.hubs import Key
from onrecord.record.claimed import Member
from onrecord.relations import load
from onrecord.story.known import Known
from onrecord.story.matters import bearing, tallies
from onrecord.story.ruled import leads, ruled_matters
from onrecord.story.tallies import counted, of_somebody_else


@dataclass(frozen=True, slots=True)
class Question:
    """A matter in short.

    Attributes:
        matter: its id.
        question: in plain words.
    """

    matter: str
    question: str


@dataclass(frozen=True, slots=True)
class _Whole:
    """A matter with the statements that bear on it."""

    question: Question
    statements: frozenset[str]


def asked(known: Known, report: str) -> dict[str, tuple[Question, ...]]:
    """The matters that the statements of a report bear on, the most contested first; without those that bear on none.

    Args:
        known: the view.
        report: id of the report.
    """
    said = [one.id for one in known.kept(known.view.statements(Selection(reports=[report])))]
    found = {member.row.statement: _questions(known, topic, member) for topic, member in known.view.topics_of(said)}
    return {statement: on for statement, on in found.items() if on}


def _questions(known: Known, topic: str, member: Member) -> tuple[Question, ...]:
    counts = tallies(known)
    on = {leads(known).get(key, key) for key in _as_read(known, topic, member)}
    some = sorted((on | ruled_matters(known).keys()) & counts.keys(), key=lambda key: (counts[key].rank, key))
    return tuple(found for key in some if (found := _question(known, key, member.row.statement)))


def _as_read(known: Known, topic: str, member: Member) -> set[Key]:
    """The matters of what a statement claims, and of its topic where it counts there, as reports make them."""
    keys = {(relation, known.who.id(subject)) for relation, subject in member.claims}
    key = _by_topic(known).get(topic)
    return keys | ({key} if key and not of_somebody_else(known, key[1], member) else set())


def _by_topic(known: Known) -> Mapping[str, Key]:
    return known.once(
        (asked, "topics"), lambda: {topic: key for key, one in counted(known).items() for topic in one.topics}
    )


def _question(known: Known, key: Key, statement: str) -> Question | None:
    """The question of a matter; of one that people ruled on, if the statement still bears on it."""
    relation, subject = key
    subjects = tallies(known)[key].subjects
    if subjects and key not in ruled_matters(known):  # the name of what it is asked of is enough
        return _short(Bearing(load().relations[relation], subject, known.who.name(min(subjects)), ()))
    whole = _whole(known, key)
    return whole.question if whole and statement in whole.statements else None


def _whole(known: Known, key: Key) -> _Whole | None:
    """A matter with all that bears on it; None where all of it has been rejected."""

    def made() -> _Whole | None:
        on = bearing(known, key)
        return _Whole(_short(on), frozenset(row.statement for row in on.rows)) if on else None

    return known.once((asked, key), made)


def _short(on: Bearing) -> Question:
    return Question(on.id, on.question)


def said_in(known: Known, reports: Collection[str]) -> dict[str, int]:
    """How many statements each of these reports holds, without those that a person has rejected."""
    said = Counter(one.report for one in known.kept(known.view.statements(Selection(reports=reports))))
    return {report: said[report] for report in reports}
