"""Made-up decisions, and the statements and reports that they may be about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from onrecord.record.judgement import Judgement, Ruling, judgement
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement, statement_id
from onrecord.record.when import UNKNOWN

NOON = datetime(2031, 4, 2, 12, tzinfo=UTC)
PEOPLE = ["Ida Renn", "Per Lund", "Oda Brandt"]
RULINGS = [*Ruling, Ruling.REJECT, *[Ruling.CORRECT] * 5]
VALUES = {
    "speaker": ["Arno Vale", "arno vale", "Nele Torvik", ""],
    "channel": ["tweet", " Tweet", "letter"],
    "act": ["deny", "confirm"],
    "stance": ["hedged", "rumour"],
    "said": ["2031-03-09", "2031-03", "unknown"],
}


def said(start: int, end: int, report: str = "r1") -> Statement:
    """A statement whose content stands at a place."""
    content = (Span(report, start, end),)
    key = statement_id(report, content, None)
    return Statement(key, report, Mode.INDIRECT, Act.ASSERT, Stance.ATTRIBUTED, (), None, None, content, "", UNKNOWN)


def decided(ruling: Ruling, *places: Span, who: str = "Ida Renn", at: int = 0, **said: object) -> Judgement:
    """A decision, so many seconds after noon."""
    return judgement(ruling, places, who=who, why="seen", when=NOON + timedelta(seconds=at), **said)


def undo(other: Judgement, who: str = "Ida Renn", at: int = 100) -> Judgement:
    """What takes a decision back."""
    return decided(Ruling.UNDONE, *other.places, names=other.names, value=other.id, who=who, at=at)


def some(random: Random, places: list[Span], wholes: list[Span], names: list[str], count: int) -> list[Judgement]:
    """Decisions of all kinds by several people, some of them undone, some of those undone in turn."""
    made: list[Judgement] = []
    people = PEOPLE[: random.randint(1, len(PEOPLE))]
    for at in range(count):
        who, ruling = random.choice(people), random.choice(RULINGS)
        one = {"who": who, "at": at}
        if ruling is Ruling.UNDONE:
            if made:
                made.append(undo(random.choice(made), **one))
        elif ruling in {Ruling.WITHDRAWN, Ruling.DATED}:
            day = random.choice(["2031-03-10", "2031-03-12", "2031-03"]) if ruling is Ruling.DATED else ""
            made.append(decided(ruling, random.choice(wholes), value=day, **one))
        elif ruling in {Ruling.SAME_SOURCE, Ruling.NOT_SAME_SOURCE}:
            made.append(decided(ruling, names=random.sample(names, 2), **one))
        elif ruling is Ruling.CORRECT:
            part = random.choice(list(VALUES))
            made.append(decided(ruling, random.choice(places), part=part, value=random.choice(VALUES[part]), **one))
        else:
            two = ruling not in {Ruling.ACCEPT, Ruling.REJECT}
            made.append(decided(ruling, *random.sample(places, 1 + two), **one))
    return made
