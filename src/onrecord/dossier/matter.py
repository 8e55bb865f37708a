"""One matter of a dossier: who gives which answer in which words, who disputes it, and who changed their story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.dossier.chart import chart
from onrecord.dossier.model import Answer, Question, Remark
from onrecord.dossier.writing import Writing, telling
from onrecord.prose.days import on, since
from onrecord.prose.pieces import Piece, Sentence, answer, joined, many, name, sentence
from onrecord.prose.sentences import adds_none, answered, given_by, grounds, in_short, rests_on
from onrecord.prose.telling import differing, shifted, stands, unanswered
from onrecord.prose.words import outlet, who
from onrecord.record.matter import Matter, Position
from onrecord.story.between import Between
from onrecord.story.entries import Entry
from onrecord.story.origins import Backed

_ANSWERS: Final = 8
_WORDED: Final = 3  # answers of which only the words are known, beside others
_QUOTED: Final = 4  # statements quoted for an answer
_LOOKED_AT: Final = 24  # statements of an answer among which those are chosen
_SHORT: Final = 3  # answers told in short
_REMARKS: Final = 6  # sentences of one kind


def written(writing: Writing, matter: Matter, anchor: str) -> Question:
    """A matter in words."""
    snapshot = writing.snapshot
    shown = _shown(matter)
    numbers = {position.id: at for at, position in enumerate(matter.positions, 1)}
    behind = {one.position: one for one in snapshot.backed(matter.id)}
    between = snapshot.between(matter.id)
    return Question(
        anchor=anchor,
        question=matter.question,
        disputed=bool(matter.disputes),
        short=_short(writing, matter),
        answers=tuple(
            _answer(writing, matter, position, behind.get(position.id), _disputed(writing, matter, position, between))
            for position in shown
        ),
        more=len(matter.positions) - len(shown),
        chart=chart(snapshot, matter, {one.id: numbers[one.id] for one in shown}, writing.year),
        remarks=tuple(_remarks(writing, matter)),
    )


def _shown(matter: Matter) -> list[Position]:
    """The answers that are told: those that are disputed and rest on most first, in the order of the matter."""
    ranked = _ranked(matter)
    labelled = [one for one in ranked if not _only_words(one)][:_ANSWERS]
    worded = [one for one in ranked if _only_words(one)][: _WORDED if labelled else _ANSWERS]
    return [one for one in matter.positions if one in labelled or one in worded]


def _ranked(matter: Matter) -> list[Position]:
    disputed = {one for pair in matter.disputes for one in pair}
    return sorted(
        matter.positions,
        key=lambda one: (_only_words(one), one.id not in disputed, -one.backing.origins, -one.backing.reports),
    )


def _only_words(position: Position) -> bool:
    return position.answer.startswith("“")


def _short(writing: Writing, matter: Matter) -> Sentence:
    """Who holds which position, since when, on how much; and who disputes the one that rests on most."""
    leading = _ranked(matter)[:_SHORT]
    clauses = [answered(writing.snapshot, one, writing.year, 3) for one in leading]
    first = sentence(_LEAD[len(leading) > 1], joined(clauses, comma="; "), ".")
    rivals = _rivals(matter, leading[0])
    more = len(matter.positions) - len(leading)
    disputed = (
        sentence(" The first is disputed by ", _holders(writing, rivals), ", who answered otherwise.") if rivals else ()
    )
    below = f" {many(more, 'more answer').capitalize()} {'is' if more == 1 else 'are'} told below." if more else ""
    return sentence(first, disputed, below)


_LEAD: Final = {False: "The answer given is ", True: "The answers given are "}


def _holders(writing: Writing, positions: Sequence[Position]) -> Sentence:
    """Who gives these answers, each once."""
    names: dict[str, Piece] = {}
    for position in positions:
        for source in position.held_by:
            names.setdefault(who(writing.snapshot, source), name(who(writing.snapshot, source), source))
        for report in position.own_voice:
            called = outlet(writing.snapshot.listing(report))
            names.setdefault(called, name(called, report))
    return joined([sentence(one) for one in names.values()], 4) or sentence("sources that are not named")


def _from_to(position: Position, year: int | None) -> str:
    """From when to when an answer was given; of a single day that day."""
    if (position.since.start, position.since.end) == (position.until.start, position.until.end):
        day = on(position.until, year)
        return f" {day}" if day else ""
    first, last = since(position.since, year), on(position.until, year)
    if position.since.start is None and position.since.end == position.until.end:
        return f", as reported {last}" if last else ""
    return (f" {first}" if first else "") + (f", and last reported {last}" if last else "")


def _disputed(writing: Writing, matter: Matter, position: Position, between: Sequence[Between]) -> Sentence:
    """Who disputes a position, with which answers, and on what ground; empty where nobody does."""
    rivals = _rivals(matter, position)
    if not rivals:
        return ()
    own = [one for one in between if position.id in (one.one, one.other)]
    numbers = joined([sentence(str(matter.positions.index(one) + 1)) for one in rivals], 6)
    noun = "answer" if len(rivals) == 1 else "answers"
    ground = "; ".join(grounds(link for one in own for link in one.links))
    by = sentence("Disputed by ", _holders(writing, rivals), f" ({noun} ", numbers, ")")
    return sentence(by, f": {ground}" if ground else "", ".")


def _rivals(matter: Matter, position: Position) -> list[Position]:
    """The answers that contradict one."""
    pairs = set(map(frozenset, matter.disputes))
    return [one for one in matter.positions if frozenset((position.id, one.id)) in pairs]


def _answer(writing: Writing, matter: Matter, position: Position, behind: Backed | None, disputed: Sentence) -> Answer:
    """A position: who gives it, since when, on how much, how far it stands, who disputes it, and telling words."""
    entries = writing.snapshot.statements(ids=position.statements[:_LOOKED_AT])
    given = sentence("Given ", given_by(writing.snapshot, position, 6), _from_to(position, writing.year), ".")
    adds = adds_none(behind.behind) if behind else ""
    rests = sentence(rests_on(position.backing), f" {adds}" if adds else "")
    chosen = telling(entries, _QUOTED)
    return Answer(
        number=matter.positions.index(position) + 1,
        label=sentence(answer(in_short(position.answer))),
        told=tuple(one for one in (given, rests, _standing(writing, position, entries), disputed) if one),
        quotations=tuple(map(writing.quoted, chosen)),
        more=len(position.statements) - len(chosen),
    )


def _standing(writing: Writing, position: Position, entries: Sequence[Entry]) -> Sentence:
    """How far a position still stands.

    To find out for thousands of statements takes seconds: of more than were looked at, it is asked only where one of
    these fell. None that rests on fallen reports alone can be missed so.
    """
    doubtful = len(entries) == len(position.statements) or any(one.fates or one.rests for one in entries)
    return stands(writing.snapshot.standing(position), writing.year) if doubtful else ()


def _remarks(writing: Writing, matter: Matter) -> list[Remark]:
    """What else is to be told of a matter."""
    snapshot, year = writing.snapshot, writing.year
    turns = snapshot.turns(matter.id)
    differ = snapshot.discrepancies(matter.id)[:_REMARKS]
    found = [
        Remark(
            "Who is reported to have changed their story",
            tuple(shifted(snapshot, one, year) for one in turns.shifts[:_REMARKS]),
        ),
        Remark(
            "Who is contradicted since, and not reported to have answered",
            tuple(unanswered(snapshot, one, year) for one in turns.unanswered[:_REMARKS]),
        ),
        Remark("Who is reported to have declined to speak", (), tuple(map(writing.quoted, turns.declined[:_QUOTED]))),
        Remark(
            "What reports tell differently",
            tuple(differing(snapshot, one, year) for one in differ),
            tuple(writing.printed(version.words[0]) for one in differ for version in one.values),
        ),
    ]
    return [one for one in found if one.sentences or one.quotations]
