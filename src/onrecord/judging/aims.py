"""What decisions are about, as it stands in the record now: statements, reports, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.judging.parts import SAID, comparable
from onrecord.record.judgement import Judgement, Ruling
from onrecord.record.name import common
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.when import When
from onrecord.wording import name_key

VERDICT = "verdict"
"""The first word of the thing on which decisions to accept or reject a statement agree or differ."""

_PAIRS = {
    Ruling.SAME_SOURCE: ("source", "same"),
    Ruling.NOT_SAME_SOURCE: ("source", "not the same"),
    Ruling.SAME_MATTER: ("matter", "same"),
    Ruling.NOT_SAME_MATTER: ("matter", "not the same"),
    Ruling.SAME_POSITION: ("position", "same"),
    Ruling.NOT_SAME_POSITION: ("position", "not the same"),
}
_TWO = 2
_SPEECH = {Ruling.ACCEPT, Ruling.REJECT, Ruling.CORRECT}
_NO_REPORT = "the record does not have the report"
_NO_WORDS = "no statement is read in these words"

Thing = tuple[str, ...]
"""What two decisions must share to agree or differ."""


class Opinion(NamedTuple):
    """What a decision says of one thing."""

    thing: Thing
    value: str


@dataclass(frozen=True, slots=True)
class Aim:
    """What a decision is about.

    Attributes:
        opinions: what it says of which things; empty where there is nothing that it could apply to.
        note: why there is nothing.
        statements: ids of the statements that it is about.
    """

    opinions: tuple[Opinion, ...] = ()
    note: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there for decisions to be about.

    Attributes:
        published: the day of each report that they may be about.
        statements: the statements of these reports as they were read; not needed for what is about reports or names.
        called: whether somebody is called so, by a name in comparable form.
    """

    published: Mapping[str, When]
    statements: Mapping[str, Sequence[Statement]]
    called: Callable[[str], bool] = bool

    def aim(self, judgement: Judgement) -> Aim:
        """What a decision is about."""
        if any(report not in self.published for report in judgement.reports):
            return Aim(note=_NO_REPORT)
        if judgement.ruling in _SPEECH:
            return self._speech(judgement)
        if judgement.ruling in {Ruling.WITHDRAWN, Ruling.DATED}:
            return _report(judgement)
        return self._names(judgement) if judgement.names else self._pair(judgement)

    def _speech(self, judgement: Judgement) -> Aim:
        """What is decided of one statement."""
        found = [one for place in judgement.places[:1] for one in meant(place, self.statements.get(place.report, ()))]
        note = "" if found else _NO_WORDS
        verdicts = [
            Opinion((VERDICT, one.id), "reject" if judgement.ruling is Ruling.REJECT else "accept") for one in found
        ]
        parts = list[Opinion]()
        if judgement.ruling is Ruling.CORRECT and found:
            value, note = self._value(judgement)
            parts = [Opinion((judgement.part, one.id), value) for one in found]
        return Aim(() if note else (*verdicts, *parts), note, tuple(one.id for one in found))

    def _value(self, judgement: Judgement) -> tuple[str, str]:
        """What a part is corrected to; or why it cannot be."""
        try:
            value = comparable(judgement.part, judgement.value)
        except ValueError as error:
            return "", str(error)
        printed = self.published[judgement.places[0].report].end
        said = When.written(value).start if judgement.part == SAID else None
        return value, "the report was published before that day" if said and printed and said > printed else ""

    def _names(self, judgement: Judgement) -> Aim:
        """Whether two names are of one bearer."""
        keys = sorted(set(map(key, judgement.names)))
        unknown = [name for name in judgement.names if not self.called(key(name))]
        if unknown:
            return Aim(note=f"no source is called {' or '.join(f'“{name}”' for name in unknown)}")
        if len(keys) != _TWO:
            return Aim(note="it takes two different names")
        what, value = _PAIRS[judgement.ruling]
        return Aim((Opinion((what, *keys), value),))

    def _pair(self, judgement: Judgement) -> Aim:
        """How two statements stand to each other."""
        found = [meant(place, self.statements.get(place.report, ()))[:1] for place in judgement.places]
        ids = sorted({one.id for some in found for one in some})
        if len(ids) != _TWO or judgement.ruling not in _PAIRS:
            return Aim(note=_NO_WORDS if [] in found else "it takes two different statements", statements=tuple(ids))
        what, value = _PAIRS[judgement.ruling]
        return Aim((Opinion((what, *ids), value),), statements=tuple(ids))


def _report(judgement: Judgement) -> Aim:
    """What is decided of a report."""
    try:
        value = str(When.written(judgement.value)) if judgement.ruling is Ruling.DATED else ""
    except ValueError as error:
        return Aim(note=str(error))
    return Aim(tuple(Opinion((judgement.ruling.value, report), value) for report in judgement.reports[:1]))


def meant(place: Span, statements: Iterable[Statement]) -> list[Statement]:
    """The statements whose content is, most of all and at least by half, what stands at a place."""
    shares = [(_share(one.extent, place), one) for one in statements]
    most = max((share for share, _ in shares), default=0.0)
    return [one for share, one in shares if share == most and most >= 1 / 2]


def _share(extent: Span, place: Span) -> float:
    """How much two places have in common: twice that, by the length of both (Dice)."""
    common_part = min(extent.end, place.end) - max(extent.start, place.start)
    return 2 * max(common_part, 0) / (extent.end - extent.start + place.end - place.start)


def key(name: str) -> str:
    """A name, or the key of one, in the form by which it is the same in all reports."""
    return name if "@" in name[1:] else common(name) or name_key(name)
