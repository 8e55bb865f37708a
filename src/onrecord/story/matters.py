"""Matters of a view: what is contested, and who stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.errors import NotFound
from onrecord.matching.answers import Bearing, matter, matter_id, quoted
from onrecord.matching.hubs import Key, hubs
from onrecord.record.claimed import ClaimRow, MatterCount, Member, TopicCount
from onrecord.record.matter import Matter
from onrecord.record.name import Kind
from onrecord.relations import UNDECLARED, load
from onrecord.story.derived import derived
from onrecord.story.known import Known

_TELLING = 5  # words from which a statement tells what a topic is about


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


@dataclass(frozen=True, slots=True)
class _Made:
    """A matter, or none where all of it was rejected, with the name keys of those whom it names."""

    matter: Matter | None
    keys: tuple[str, ...]


def tallies(known: Known) -> dict[Key, Tally]:
    """Every matter of the view with its counts, by key."""
    return known.once("tallies", lambda: {one.key: one for one in _kept_tallies(known)})


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
    made = derived(known.view, f"matter {matter_id(*key)}", _Made, lambda: _made(known, key))
    known.meet(made.keys)
    return made.matter


def _made(known: Known, key: Key) -> _Made:
    found = bearing(known, key)
    if not found:
        return _Made(None, ())
    keys = {name for row in found.rows for name in row.chain if "@" in name}
    return _Made(matter(found, known.who, known.contents), tuple(sorted(keys)))


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
