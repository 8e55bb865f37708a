"""How the answers to a matter stand to one another, with the statements that show it and the ground."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from onrecord.ledger.base import Selection
from onrecord.matching.answers import Bearing, matter_id, position_id
from onrecord.matching.links import opposed, pointed
from onrecord.matching.revisions import WITHDRAWN
from onrecord.matching.withdrawals import withdrawals
from onrecord.record.matter import Link, Tie
from onrecord.record.statement import Act, Statement
from onrecord.story.derived import derived
from onrecord.story.known import Known
from onrecord.story.matters import answers, bearing, matter_of, named

_SHOWN = 24  # links that are kept of those between two answers
_POINTING = (Act.DENY, Act.CONFIRM, Act.WITHDRAW)

Pair = tuple[str, str]
Held = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Between:
    """Two answers to one matter, and how statements that give the one stand to statements that give the other.

    Attributes:
        kind: how the first stands to the second.
        one: id of the one position.
        other: id of the other; the same one where a statement withdraws an earlier one.
        links: the links that show it, of many the first: those that a rule makes, then the surest.
        count: how many there are; 0 where no two statements alone show it.
    """

    kind: Tie
    one: str
    other: str
    links: tuple[Link, ...]
    count: int


def between(known: Known, wanted: str) -> tuple[Between, ...]:
    """How the answers to the matter of an id or the start of one stand to one another; disputes first. NotFound."""
    key = named(known, wanted)
    what = f"between {matter_id(*key)}"

    def made() -> tuple[Between, ...]:
        return derived(known.view, what, tuple[Between, ...], lambda: tuple(_between(known, key)))

    return known.once(what, made)


def _between(known: Known, key: Pair) -> list[Between]:
    on, one = bearing(known, key), matter_of(known, key)
    if on is None or one is None:
        return []
    held = _held(known, on)
    found: dict[tuple[Tie, Pair], list[Link]] = {(Tie.DISPUTES, pair): [] for pair in map(_sorted, one.disputes)}
    for link in sorted(_links(known, on, held), key=_surest):
        for pair in product(held[link.source], held[link.target]):
            place = (link.kind, _sorted(pair) if link.kind is Tie.DISPUTES else pair)
            if link.kind is not Tie.DISPUTES or place in found:
                found.setdefault(place, []).append(link)
    turn = {position.id: at for at, position in enumerate(one.positions)}
    made = [Between(kind, *pair, tuple(links[:_SHOWN]), len(links)) for (kind, pair), links in found.items()]
    ties = list(Tie)
    return sorted(made, key=lambda each: (ties.index(each.kind), turn[each.one], turn[each.other]))


def _sorted(pair: Pair) -> Pair:
    return min(pair), max(pair)


def _surest(link: Link) -> tuple[float, str, str]:
    return -(2.0 if link.sure is None else link.sure), link.source, link.target


def _held(known: Known, on: Bearing) -> Held:
    """The positions that each statement shows."""
    held: Held = {}
    for given, rows in answers(known, on).items():
        for statement in {row.statement for row in rows}:
            held.setdefault(statement, []).append(position_id(on.id, given))
    return held


def _links(known: Known, on: Bearing, held: Held) -> set[Link]:
    """Every link of one statement on a matter to another, as the table of links has them."""
    pointing = _acting(known, held, _POINTING)
    found = {*pointed(pointing), *opposed(on, answers(known, on), known.who), *_taken_back(known, held, pointing)}
    return {link for link in found if link.source in held and link.target in held}


def _acting(known: Known, held: Collection[str], acts: Iterable[Act]) -> list[Statement]:
    wanted = set(acts)
    return [one for one in known.view.statements(Selection(ids=held)) if one.act in wanted]


def _taken_back(known: Known, held: Held, pointing: Iterable[Statement]) -> Iterator[Link]:
    """What speakers, or later reports, take back of what was said on the matter."""
    speakers = {known.who.id(one.source) for one in pointing if one.act is Act.WITHDRAW and one.source}
    fallen = [one for one in known.revised if one.kind == WITHDRAWN and one.notice]
    reports = {report for one in fallen for report in (one.report, one.by) if report}
    said = known.view.statements(Selection(ids=held, sources=known.keys(speakers))) if speakers else []
    told = known.view.statements(Selection(reports=reports)) if reports else []
    if said or told:
        of_both = {one.id: one for one in known.kept([*said, *told])}
        yield from withdrawals(list(of_both.values()), held, known.who, known.headlines, known.revised)
