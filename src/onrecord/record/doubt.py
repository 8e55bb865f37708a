"""What a person should look at: where the record is not sure, and much hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.judgement import Ruling


class Cause(StrEnum):
    """Why the record doubts."""

    DIFFER = "people differ"
    AGAINST = "a contradiction by words"
    TOGETHER = "one answer by words"
    MERGED = "names taken for one"
    ALIKE = "names alike"
    NOBODY = "nobody named"
    DESCRIBED = "a speaker by description"
    UNDATED = "no day"
    WAITING = "a decision that waits"


@dataclass(frozen=True, slots=True)
class Choice:
    """A ruling that would answer a doubt.

    Attributes:
        ruling: what would be decided.
        answer: what a person says by it, in plain words.
        part: what of a statement it corrects; else empty.
        value: the judgement that it undoes; empty where a person has to give the value, or where there is none.
    """

    ruling: Ruling
    answer: str
    part: str = ""
    value: str = ""

    @property
    def asks(self) -> bool:
        """Whether a person has to say what is right."""
        return self.ruling in {Ruling.CORRECT, Ruling.DATED}


@dataclass(frozen=True, slots=True)
class Weight:
    """What hangs on a doubt.

    Attributes:
        statements: how many statements.
        reports: how many reports carry them.
        rank: the place of the matter among the most contested ones, from 1; 0 where it is on no matter.
    """

    statements: int
    reports: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that a person should look at.

    Attributes:
        cause: why the record doubts.
        question: what is asked of the person, in plain words.
        sure: how sure the record is of its own reading, from 0 to 1: the encoder's likelihood, the likeness of names,
            or a rough figure for the kind of ground.
        ground: what the reading rests on.
        weight: what hangs on it.
        choices: the rulings that would answer it.
        statements: ids of the statements that it is about.
        names: the two names that it is about.
        report: id of the report that it is about; else empty.
        matter: id of the matter on which it bears; else empty.
        about: the question of that matter.
        judgements: ids of the decisions that it is about.
    """

    cause: Cause
    question: str
    sure: float
    ground: str
    weight: Weight
    choices: tuple[Choice, ...]
    statements: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    report: str = ""
    matter: str = ""
    about: str = ""
    judgements: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What tells it from all others, and stays while it is about the same."""
        return "-".join([self.cause.name.lower(), *self.statements, *self.names, self.report, *self.judgements])
