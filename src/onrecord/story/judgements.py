"""What people decided, in full: each decision with its words, what was read before it, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.judging.aims import key
from onrecord.judging.parts import SPEAKER
from onrecord.ledger.base import Selection
from onrecord.record.judgement import Judged, Judgement, Ruling
from onrecord.record.name import called
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.story.judged import became
from onrecord.story.known import Known


def judgements(known: Known) -> tuple[Judged, ...]:
    """Every decision of the view, in the order in which they were made; worked out once in a view.

    As of a day, those on names that no report uses by then are left out, as are those on later reports.
    """
    return known.once("judgements", lambda: tuple(_judgements(known)))


def _judgements(known: Known) -> list[Judged]:
    decided = known.decided
    names = judged_names(known) if any(one.names for one in decided) else frozenset()
    if known.view.as_of:
        decided = tuple(one for one in decided if all(key(name) in names for name in one.names))
    made = became(known.view, decided, names.__contains__)
    texts = {r: known.text(r) for r in known.view.listings({r for one in decided for r in one.reports})}
    was = _Before(known, made)
    return [replace(one, words=_words(one.judgement, texts), was=was.of(one)) for one in made]


def judged_names(known: Known) -> frozenset[str]:
    """The names by which decisions may be about sources: those of bearers, and of offices that one bearer holds."""
    return frozenset(form for name in known.who.sources for form in (key(name), called(name)))


def _words(judgement: Judgement, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The words of each place; none of a whole report, nor of one that the view does not have."""
    return tuple(_stood(place, texts.get(place.report, "")) for place in judgement.places)


def _stood(place: Span, text: str) -> str:
    return "" if place.end - place.start == len(text) else place.of(text)


class _Before:
    """What was read of what people corrected, and the days with which reports came that they dated."""

    def __init__(self, known: Known, made: list[Judged]) -> None:
        self._known = known
        corrected = {one for judged in made if judged.judgement.ruling is Ruling.CORRECT for one in judged.statements}
        view = known.view
        self._read = {one.id: one for one in view.statements(Selection(ids=corrected))} if corrected else {}
        self._read |= view.as_read(corrected) if corrected else {}
        dated = {report for one in made if one.judgement.ruling is Ruling.DATED for report in one.judgement.reports}
        came = {report: listing.published for report, listing in view.listings(dated).items()} if dated else {}
        self._came = {**came, **view.came_dated(dated)} if dated else {}

    def of(self, one: Judged) -> str:
        """What was read, or declared, of what a decision corrects or dates."""
        judgement = one.judgement
        if judgement.ruling is Ruling.DATED:
            return ", ".join(str(self._came[report]) for report in judgement.reports if report in self._came)
        if judgement.ruling is not Ruling.CORRECT:
            return ""
        read = (self._part(self._read[each], judgement.part) for each in one.statements if each in self._read)
        return ", ".join(dict.fromkeys(read))

    def _part(self, statement: Statement, part: str) -> str:
        if part == SPEAKER:
            source = self._known.source(statement.source) if statement.source else None
            return source.name if source else ""
        return str(getattr(statement, part, ""))
