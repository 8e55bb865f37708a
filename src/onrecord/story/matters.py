"""Matters of a view: what is contested, and who stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.errors import NotFound
from onrecord.matching.answers import answer, matter, matter_id
from onrecord.record.claimed import ClaimCount, ClaimRow
from onrecord.record.matter import Matter
from onrecord.story.known import Known

Key = tuple[str, str]  # relation, and the source id of the subject


@dataclass(slots=True)
class _Tally:
    """What the counted claims of one matter come to."""

    subjects: set[str] = field(default_factory=set)
    answers: Counter[tuple[str, str, float]] = field(default_factory=Counter)
    reports: int = 0
    holders: set[str] = field(default_factory=set)

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Most contested first: matters with rival answers, then by holders, by reports, by answers."""
        return (len(self.answers) < 2, -len(self.holders), -self.reports, -len(self.answers))  # noqa: PLR2004


def tallies(known: Known) -> dict[Key, _Tally]:
    """Every matter of the view with its counts, in no particular order."""
    found: dict[Key, _Tally] = {}
    for count in known.view.claim_counts():
        tally = found.setdefault((count.relation, known.who.id(count.subject)), _Tally())
        _count(tally, count, known)
    return found


def _count(tally: _Tally, count: ClaimCount, known: Known) -> None:
    tally.subjects.add(count.subject)
    one = answer(count, known.who)
    tally.answers[one.kind, one.object, one.amount] += count.statements
    tally.reports += count.reports
    if count.source:
        tally.holders.add(known.who.side(count.source))


def subjects(known: Known) -> dict[str, tuple[str, list[str]]]:
    """Relation and name keys of the subject of every matter, by id, the most contested first."""
    found = tallies(known)
    ranked = sorted(found, key=lambda key: (found[key].rank, key))
    return {matter_id(*key): (key[0], sorted(found[key].subjects)) for key in ranked}


def matters(known: Known, limit: int | None = None) -> list[Matter]:
    """The matters of the view, the most contested first.

    Args:
        known: the view.
        limit: at most so many; None for all.
    """
    found = tallies(known)
    ranked = sorted(found, key=lambda key: (found[key].rank, key))[:limit]
    return _made(known, ranked, found)


def matters_of(known: Known, keys: Iterable[Key]) -> list[Matter]:
    """The matters of these keys, in their order."""
    return _made(known, keys, tallies(known))


def _made(known: Known, keys: Iterable[Key], found: Mapping[Key, _Tally]) -> list[Matter]:
    return [made for key in keys if (made := _matter(known, key, found[key].subjects))]


def one_matter(known: Known, wanted: str) -> Matter:
    """The matter of an id, or of the start of one. Raises NotFound where there is none, or more than one."""
    found = tallies(known)
    fitting = [key for key in found if matter_id(*key).startswith(wanted) and wanted]
    if len(fitting) != 1:
        count = "no matter" if not fitting else f"{len(fitting)} matters"
        raise NotFound(f"{count} of the record as of that day has the id {wanted!r}: `onrecord matters` lists them")
    made = _matter(known, fitting[0], found[fitting[0]].subjects)
    if made is None:
        raise NotFound(f"every statement on matter {wanted!r} has been rejected by a judgement")
    return made


def _matter(known: Known, key: Key, subjects: Iterable[str]) -> Matter | None:
    names = sorted(subjects)
    rows = kept(known, known.view.claims(key[0], names))
    return matter(rows, names[0], known.who) if rows else None


def kept(known: Known, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims whose statements nobody has rejected."""
    return [row for row in rows if row.statement not in known.rejected]
