"""A question that asks whether something is so, and which answers are reported for it and which against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from onrecord.matching.answering import SAID, Answer, answer
from onrecord.matching.answers import Bearing, grouped, position_id, rivals
from onrecord.matching.near import Contents
from onrecord.record.matter import Matter
from onrecord.record.report import Listing, Report, Status, report_id
from onrecord.record.when import UNKNOWN
from onrecord.story.known import Known
from onrecord.story.questions import claimed

_SURE: Final = 0.5  # likelihood from which the words of an answer are for a claim, or against it


class Verdict(StrEnum):
    """How an answer stands to what a question asks: never a word on what is so."""

    FOR = "for"
    AGAINST = "against"
    OTHER = "other"


def verdicts(known: Known, question: str, bearing: Bearing, matter: Matter) -> dict[str, Verdict]:
    """For each position of a matter, whether it is for what a question claims; empty where it claims nothing.

    The relation tells it where the question, read as a statement, makes a claim of it; and where it does not, the words
    of the claim and of each answer. What is at odds with an answer for the claim is against it.
    """
    claim = sentence(known, question)
    if not claim:
        return {}
    groups = grouped(bearing, known.who)
    given = next(_claims(known, claim, bearing), None)
    found = {
        one: _by_words(claim, [row.statement for row in rows], known.contents)
        if given is None or one.kind == SAID or one.apart
        else _by_relation(bearing, given, one)
        for one, rows in groups.items()
    }
    for pair in rivals(bearing, groups, known.who):
        _spread(pair, found)
    by_id = {position_id(bearing.id, one): verdict for one, verdict in found.items()}
    return {position.id: by_id[position.id] for position in matter.positions}


def _spread(pair: tuple[Answer, Answer], found: dict[Answer, Verdict]) -> None:
    """What is at odds with an answer for the claim is against it, unless it was found to be for it too."""
    if {found[one] for one in pair} == {Verdict.FOR, Verdict.OTHER}:
        found.update({one: Verdict.AGAINST for one in pair if found[one] is Verdict.OTHER})


def sentence(known: Known, question: str) -> str:
    """What a question claims, as a statement: the verb behind the name with which it begins; empty for others."""
    parts = claimed(question)
    if parts is None:
        return ""
    verb, rest = parts
    names = [name for source in known.who.by_id.values() for name in source.names]
    subject = max((name for name in names if _begins(rest, name)), key=len, default="")
    return f"{rest[: len(subject)]} {verb} {rest[len(subject) :].strip()}" if subject else rest


def _begins(text: str, name: str) -> bool:
    return text.casefold().startswith(f"{name.casefold()} ")


def _claims(known: Known, claim: str, bearing: Bearing) -> Iterator[Answer]:
    """The answers that a claim gives to the question of a matter, as it is read in a report."""
    from onrecord.reading.claiming import claiming  # noqa: PLC0415 - they load all that reads, and views do without
    from onrecord.reading.reader import read  # noqa: PLC0415

    text = f"A witness said that {claim}."
    report = Report(Listing(report_id(text), "", "", "", "", UNKNOWN, "en", Status.USABLE), text)
    for statement in claiming(report, read(report)).statements:
        for one in statement.claims:
            if one.relation == bearing.relation.name:
                yield answer(one, known.who)


def _by_relation(bearing: Bearing, asked: Answer, one: Answer) -> Verdict:
    """How an answer stands to the one that is asked for, as the relation has it."""
    if one == asked:
        return Verdict.FOR
    same = one.object == asked.object or not (one.object and asked.object)
    if asked.kind in {one.rejects, f"not {one.kind}"} and same:
        return Verdict.AGAINST
    return Verdict.AGAINST if bearing.relation.disputed(one.kind, asked.kind) else Verdict.OTHER


def _by_words(claim: str, statements: Iterable[str], contents: Contents) -> Verdict:
    """How the first words of an answer stand to a claim."""
    from onrecord.encoder.model import stance  # noqa: PLC0415 - it loads numpy, and most views do without

    first = next(iter(statements))
    how = stance(claim, contents([first])[first])
    if how.same >= _SURE:
        return Verdict.FOR
    return Verdict.AGAINST if how.against >= _SURE else Verdict.OTHER
