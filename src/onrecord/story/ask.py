"""A question in plain words, and what the record holds on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.ledger.base import Selection
from onrecord.matching.answers import Bearing, matter
from onrecord.record.matter import Matter
from onrecord.record.name import Kind
from onrecord.story.entries import Entry, select
from onrecord.story.known import Known
from onrecord.story.matters import bearing
from onrecord.story.narrowing import at, by, filled, on, side_of
from onrecord.story.nearest import named_in, nearest, telling
from onrecord.story.questions import Question, understood
from onrecord.story.verdicts import Verdict, verdicts

_LISTED = 20  # statements listed where a question asks for somebody's words


@dataclass(frozen=True, slots=True)
class Answered:
    """What the record holds on a question.

    Attributes:
        question: as it was asked.
        matters: the matters that it is about, the nearest first, with what it was narrowed to alone; empty where the
            record holds none.
        said: statements, where the question asks for somebody's words.
        verdicts: where the question asks whether something is so, for each position id whether that answer is for it.
        narrowed: to whom, to which day and to which places the answers were narrowed, in a few words each.
        as_of: the day as of which it is answered, where the question names one.
    """

    question: str
    matters: tuple[Matter, ...]
    said: tuple[Entry, ...]
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    narrowed: tuple[str, ...] = ()
    as_of: date | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing in the record answers."""
        return not self.matters and not self.said


def ask(known: Known, question: str, earlier: Callable[[date], Known]) -> Answered:
    """What the record holds on a question, as of the view's day; nothing where nothing in it answers.

    Args:
        known: the view.
        question: in plain words.
        earlier: gives the view as of a day, where the question names one.
    """
    asked = understood(question, _today(known))
    if asked.as_of and (known.view.as_of is None or asked.as_of < known.view.as_of):
        known = earlier(asked.as_of)
    found = [one for key in nearest(known, asked.text) if (one := bearing(known, key))]
    side = side_of(known, named_in(known, asked.side)) if asked.side else set[str]()
    if asked.side and not side:
        return Answered(question, (), (), as_of=asked.as_of)
    kept, narrowed = _narrowed(known, asked, found, side)
    made = [(one, matter(one, known.who, known.contents)) for one in kept]
    said = _said(known, side, asked.text) if asked.words else []
    standing = {key: one for pair in made for key, one in verdicts(known, asked.text, *pair).items()}
    return Answered(question, tuple(one for _, one in made), tuple(said), standing, tuple(narrowed), asked.as_of)


def _today(known: Known) -> date:
    """The day from which days without a year are told: that of the view, or of its last report."""
    days = (headline.published.end for headline in known.headlines.values())
    return known.view.as_of or max((day for day in days if day), default=date.max)


def _narrowed(known: Known, asked: Question, found: list[Bearing], side: set[str]) -> tuple[list[Bearing], list[str]]:
    """What bears on the question, narrowed to whatever it names; a day or a place with nothing is no narrowing."""
    told = []
    if asked.side:
        found = filled([by(known, one, side) for one in found])
        told.append(f"said by {asked.side}")
    if asked.day and (left := filled([on(one, asked.day) for one in found])):
        found = left
        told.append(f"said on {asked.day}")
    places = _places(known, asked.text, found)
    if places and (left := filled([at(known, one, places) for one in found])):
        found = left
        told += [f"in {known.who.by_id[one].name}" for one in sorted(places)]
    return found, told


def _places(known: Known, question: str, found: Iterable[Bearing]) -> set[str]:
    """The places that a question names beside its subject."""
    named = {one for one in named_in(known, question) if known.who.by_id[one].kind is Kind.PLACE}
    return named - {one.subject for one in found}


def _said(known: Known, speakers: set[str], about: str) -> list[Entry]:
    """Statements of these sources that hold the words that a question is about."""
    selection = Selection(sources=known.keys(speakers), words=" ".join(telling(about)), limit=_LISTED)
    return select(known, selection)
