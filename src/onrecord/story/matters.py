"""Matters of a view: what is contested, and who stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from onrecord.errors import NotFound
from onrecord.matching.answers import matter, matter_id
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Matter
from onrecord.story.known import Known

Key = tuple[str, str]  # relation, and the source id of the subject


@dataclass(slots=True)
class Tally:
    """What the counted claims of one matter come to."""

    subjects: list[str] = field(default_factory=list)
    answers: int = 0
    speakers: int = 0
    reports: int = 0

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Most contested first: matters with rival answers, then by speakers, by reports, by answers."""
        return (self.answers <= 1, -self.speakers, -self.reports, -self.answers)


def tallies(known: Known) -> dict[Key, Tally]:
    """Every matter of the view with its counts, in no particular order."""
    found: dict[Key, Tally] = {}
    for count in known.view.matter_counts():
        tally = found.setdefault((count.relation, known.who.id(count.subject)), Tally())
        tally.subjects.append(count.subject)
        tally.answers += count.answers
        tally.speakers += count.speakers
        tally.reports += count.reports
    return found


def subjects(known: Known) -> dict[Key, list[str]]:
    """Every matter of the view with the name keys of its subject."""
    found: dict[Key, list[str]] = {}
    for relation, subject in known.view.subjects():
        found.setdefault((relation, known.who.id(subject)), []).append(subject)
    return found


def matters(known: Known, limit: int | None = None) -> tuple[list[Matter], int]:
    """The matters of the view, the most contested first, and how many there are.

    Args:
        known: the view.
        limit: at most so many; None for all.
    """
    found = ranked(known)
    return [made for key, tally in found[:limit] if (made := matter_of(known, key[0], tally.subjects))], len(found)


def ranked(known: Known) -> list[tuple[Key, Tally]]:
    """Every matter of the view with its counts, the most contested first."""
    return sorted(tallies(known).items(), key=lambda item: (item[1].rank, item[0]))


def one_matter(known: Known, wanted: str) -> Matter:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    relation, names = named(known, wanted)
    made = matter_of(known, relation, names)
    if made is None:
        raise NotFound(f"every statement on matter {wanted!r} has been rejected by a judgement")
    return made


def named(known: Known, wanted: str) -> tuple[str, list[str]]:
    """Relation and name keys of the subject of the matter of an id. Raises NotFound."""
    found = subjects(known)
    fitting = [key for key in found if matter_id(*key).startswith(wanted) and wanted]
    if len(fitting) != 1:
        count = "no matter" if not fitting else f"{len(fitting)} matters"
        raise NotFound(f"{count} of the record as of that day has the id {wanted!r}: `onrecord matters` lists them")
    return fitting[0][0], found[fitting[0]]


def matter_of(known: Known, relation: str, names: Iterable[str]) -> Matter | None:
    """The matter of a relation and a subject's name keys; None where every statement on it has been rejected."""
    keys = sorted(names)
    rows = kept(known, known.view.claims(relation, keys))
    known.meet(set(chain.from_iterable({row.chain for row in rows})))
    return matter(rows, keys[0], known.who, known.contents) if rows else None


def kept(known: Known, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims whose statements nobody has rejected."""
    return [row for row in rows if row.statement not in known.rejected] if known.rejected else list(rows)
