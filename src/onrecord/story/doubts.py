"""Where the record is not sure of what it reads on one matter: which statements say the same, and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from onrecord.ledger.base import Selection
from onrecord.matching.answering import Answer
from onrecord.matching.answers import Bearing, Groups, giving
from onrecord.record.claimed import ClaimRow
from onrecord.record.doubt import Cause, Choice, Doubt, Weight
from onrecord.record.judgement import Ruling
from onrecord.record.name import Kind
from onrecord.record.name import called as called_by
from onrecord.record.statement import Mode, Statement
from onrecord.story.known import Known
from onrecord.story.matters import answers
from onrecord.wording import words

_SURE: Final = 0.9  # likelihood from which nobody need look at a contradiction
_BY_WORDS: Final = 0.6  # about as often as statements brought to one answer by words alone belong there
_UNTOLD: Final = 0.7  # that nobody is named where none was found
_DESCRIBED: Final = 0.75  # that a description means the one for whom it was taken
_EACH: Final = 4  # doubts of one kind that are looked at on one matter

_MEANING = (
    Choice(Ruling.SAME_POSITION, "They say the same"),
    Choice(Ruling.NOT_SAME_POSITION, "They say different things"),
    Choice(Ruling.NOT_SAME_MATTER, "They are about different questions"),
)
_SPEAKER = (
    Choice(Ruling.ACCEPT, "It is read rightly"),
    Choice(Ruling.CORRECT, "Somebody else says it", "speaker"),
    Choice(Ruling.REJECT, "It is no statement"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A matter that is looked at.

    Attributes:
        on: what bears on it.
        groups: its claims by their answers.
        rank: its place among the most contested, from 1.
    """

    on: Bearing
    groups: Groups
    rank: int

    @classmethod
    def of(cls, known: Known, on: Bearing, rank: int) -> Asked:
        """The matter on which these claims bear."""
        return cls(on, answers(known, on), rank)

    def weight(self, rows: Sequence[ClaimRow]) -> Weight:
        """How much hangs on what these claims give."""
        return Weight(len({row.statement for row in rows}), len({row.report for row in rows}), self.rank)


def on_matter(known: Known, asked: Asked) -> Iterator[Doubt]:
    """What is doubtful on a matter."""
    yield from islice(_against(asked), _EACH)
    yield from islice(_together(known, asked), _EACH)
    yield from islice(_unnamed(asked), _EACH)
    yield from islice(_described(known, asked), _EACH)


def _against(asked: Asked) -> Iterator[Doubt]:
    """Statements that contradict each other as far as their words tell, the least sure first."""
    of, met = giving(asked.groups), set[frozenset[Answer]]()
    for first, second, sure in sorted(asked.on.odds, key=lambda odd: (odd[2], odd)):
        given = of.get(first, set()), of.get(second, set())
        pair = frozenset(given[0] | given[1])
        if sure < _SURE and all(given) and not given[0] & given[1] and pair not in met:
            met.add(pair)
            hanging = [row for one in sorted(pair) for row in asked.groups[one]]
            yield Doubt(
                Cause.AGAINST,
                "Do these two contradict each other?",
                sure,
                f"they are taken to, by their words alone: {sure:.0%} likely",
                asked.weight(hanging),
                _MEANING,
                (first, second),
                matter=asked.on.id,
                about=asked.on.question,
            )


def _together(known: Known, asked: Asked) -> Iterator[Doubt]:
    """Statements of another source that stand with an answer by their words alone, and so add an origin to it."""
    for rows in _largest_first(asked.groups):
        first, met = rows[0], set[str]()
        for row in rows:
            speaker = _speaking(known, row)
            if not speaker or speaker in met:
                continue
            first = first if met else row
            met.add(speaker)
            if not row.relation and row.statement != first.statement:
                yield Doubt(
                    Cause.TOGETHER,
                    "Do these two say the same?",
                    _BY_WORDS,
                    "they stand together by their words alone, and count as two origins of one answer",
                    asked.weight([one for one in rows if _speaking(known, one) == speaker]),
                    _MEANING,
                    (first.statement, row.statement),
                    matter=asked.on.id,
                    about=asked.on.question,
                )


def _unnamed(asked: Asked) -> Iterator[Doubt]:
    """Statements that somebody is reported to have made, but nobody is named."""
    for rows in _largest_first(asked.groups):
        loose = [row for row in rows if not row.chain and row.mode is not Mode.OWN]
        for row in loose[:1]:
            yield Doubt(
                Cause.NOBODY,
                "Who says this?",
                _UNTOLD,
                "the report was not read to name anybody",
                asked.weight(loose),
                _SPEAKER,
                (row.statement,),
                matter=asked.on.id,
                about=asked.on.question,
            )


def _described(known: Known, asked: Asked) -> Iterator[Doubt]:
    """Statements by which an answer came up whose speaker is not called by a name there."""
    first = {rows[0].statement: rows for rows in _largest_first(asked.groups) if rows[0].chain}
    found = {one.id: one for one in known.view.statements(Selection(ids=list(islice(first, 3 * _EACH))))}
    for statement in filter(None, map(found.get, first)):
        called, name = _description(known, statement)
        if called:
            yield Doubt(
                Cause.DESCRIBED,
                f"Is it {name} who says this?",
                _DESCRIBED,
                f"the report says “{called}” here",
                asked.weight(first[statement.id]),
                _SPEAKER,
                (statement.id,),
                matter=asked.on.id,
                about=asked.on.question,
            )


def _description(known: Known, statement: Statement) -> tuple[str, str]:
    """The words for a speaker that hold nothing of the name, and the name; empty where they do, or nobody has one."""
    source = known.source(statement.source) if statement.source else None
    if not statement.speaker or not source or source.kind in {Kind.ANONYMOUS, Kind.OFFICE}:
        return "", ""
    called = " ".join(statement.speaker.of(known.text(statement.report)).split())
    own = {word.form for name in (source.name, *map(called_by, source.keys)) for word in words(name)}
    return ("", "") if own & {word.form for word in words(called)} else (called, source.name)


def _largest_first(groups: Mapping[Answer, Sequence[ClaimRow]]) -> list[Sequence[ClaimRow]]:
    return [groups[one] for one in sorted(groups, key=lambda one: (-len(groups[one]), one))]


def _speaking(known: Known, row: ClaimRow) -> str:
    """The side that a claim's speaker is on; empty where nobody in particular speaks."""
    return known.who.side(row.chain[-1]) if row.chain and known.who.somebody(row.chain[-1]) else ""
