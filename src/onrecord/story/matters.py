"""Matters of a view: what is contested, and who stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from onrecord.errors import NotFound
from onrecord.matching.answers import Bearing, matter, matter_id, quoted
from onrecord.matching.hubs import Hubs, Key, hubs
from onrecord.record.claimed import ClaimRow, Member
from onrecord.record.matter import Matter
from onrecord.record.name import Kind
from onrecord.relations import UNDECLARED, load
from onrecord.story.known import Known

_TELLING = 5  # words from which a statement tells what a topic is about


@dataclass(slots=True)
class Tally:
    """What bears on one matter, counted.

    Attributes:
        subjects: the name keys of its subject.
        topics: the topics that bear on it.
        answers: how many answers differ, about.
        speakers: how many speak, about.
        reports: how many reports carry what they say, about.
    """

    subjects: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    answers: int = 0
    speakers: int = 0
    reports: int = 0

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Most contested first: matters with rival answers, then by speakers, by reports, by answers."""
        return (self.answers <= 1, -self.speakers, -self.reports, -self.answers)


def tallies(known: Known) -> dict[Key, Tally]:
    """Every matter of the view with its counts, in no particular order."""
    return known.once("tallies", lambda: _tallies(known))


def _tallies(known: Known) -> dict[Key, Tally]:
    found: dict[Key, Tally] = {}
    for claimed in known.view.matter_counts():
        tally = found.setdefault((claimed.relation, known.who.id(claimed.subject)), Tally())
        tally.subjects.append(claimed.subject)
        _count(tally, claimed.answers, claimed.speakers, claimed.reports)
    counts = {count.topic: count for count in known.view.topic_counts()}
    brought = _hubs(known)
    for key, topics in brought.topics.items():
        found[key].topics.extend(topics)
        for count in (counts[topic] for topic in topics):
            _count(found[key], 0, count.speakers, count.reports)
    for count in brought.free:
        tally = found.setdefault((UNDECLARED, count.topic), Tally(topics=[count.topic]))
        _count(tally, count.answers, count.speakers, count.reports)
    return found


def _count(tally: Tally, answers: int, speakers: int, reports: int) -> None:
    tally.answers += answers
    tally.speakers += speakers
    tally.reports += reports


def _hubs(known: Known) -> Hubs:
    return hubs(known.view.topic_counts(), known.view.topic_claims(), known.who)


def matters(known: Known, limit: int | None = None) -> tuple[list[Matter], int]:
    """The matters of the view, the most contested first, and how many there are.

    Args:
        known: the view.
        limit: at most so many; None for all.
    """
    found = ranked(known)
    return [made for key, _ in found[:limit] if (made := matter_of(known, key))], len(found)


def ranked(known: Known) -> list[tuple[Key, Tally]]:
    """Every matter of the view with its counts, the most contested first."""
    return sorted(tallies(known).items(), key=lambda item: (item[1].rank, item[0]))


def one_matter(known: Known, wanted: str) -> Matter:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    made = matter_of(known, named(known, wanted))
    if made is None:
        raise NotFound(f"every statement on matter {wanted!r} has been rejected by a judgement")
    return made


def named(known: Known, wanted: str) -> Key:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    fitting = [key for key in tallies(known) if matter_id(*key).startswith(wanted) and wanted]
    if len(fitting) != 1:
        count = "no matter" if not fitting else f"{len(fitting)} matters"
        raise NotFound(f"{count} of the record as of that day has the id {wanted!r}: `onrecord matters` lists them")
    return fitting[0]


def matter_of(known: Known, key: Key) -> Matter | None:
    """One matter of the view; None where every statement on it has been rejected."""
    found = bearing(known, key)
    return matter(found, known.who, known.contents) if found else None


def bearing(known: Known, key: Key) -> Bearing | None:
    """What bears on a matter; None where all of it has been rejected."""
    tally = tallies(known)[key]
    names = sorted(tally.subjects)
    claims = known.view.claims(key[0], names) if names else []
    told = {row.statement for row in claims}
    members = [row for row in _members(known, key, tally) if row.statement not in told]
    rows = kept(known, _in_order(known, claims, members))
    known.meet(set(chain.from_iterable({row.chain for row in rows})))
    if not rows:
        return None
    odds = known.view.opposed(tally.topics) if tally.topics else []
    return Bearing(
        load().relations[key[0]], key[1], known.who.name(names[0]) if names else _about(known, rows), rows, odds
    )


def _members(known: Known, key: Key, tally: Tally) -> list[ClaimRow]:
    """The statements of a matter's topics; of a person's, without those that claim something of somebody else."""
    found = known.view.members(tally.topics) if tally.topics else []
    person = _named(known, key[1])
    return [member.row for member in found if not person or not _of_somebody_else(known, key[1], member)]


def _of_somebody_else(known: Known, subject: str, member: Member) -> bool:
    subjects = {known.who.id(claimed) for _, claimed in member.claims}
    return subject not in subjects and any(_named(known, other) for other in subjects)


def _named(known: Known, subject: str) -> bool:
    """Whether a subject is a person with a full name: two such are not one."""
    source = known.who.by_id.get(subject)
    return source is not None and source.kind is Kind.PERSON and " " in source.name


def _in_order(known: Known, claims: list[ClaimRow], members: list[ClaimRow]) -> list[ClaimRow]:
    """Claims and statements together, in order of publication."""
    if not claims or not members:
        return claims or members
    turn = {report: at for at, report in enumerate(known.headlines)}
    return sorted([*claims, *members], key=lambda row: (turn[row.report], row.start))


def _about(known: Known, rows: Sequence[ClaimRow]) -> str:
    """What a question is about that no relation asks: the words of the first who says enough."""
    first = [row.statement for row in rows[:8]]
    words = known.contents(first)
    telling = next((words[one] for one in first if len(words[one].split()) >= _TELLING), words[first[0]])
    return quoted(telling).strip("“”")


def kept(known: Known, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims whose statements nobody has rejected."""
    return [row for row in rows if row.statement not in known.rejected] if known.rejected else list(rows)
