"""What people decided, in words: who, when, about which words, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.prose.days import in_words
from onrecord.prose.pieces import Piece, Sentence, begun, joined, name, sentence, words
from onrecord.prose.words import shortened
from onrecord.record.judgement import Judgement, Ruling
from onrecord.record.span import Span

if TYPE_CHECKING:
    from onrecord.library import Snapshot


def ruled(snapshot: Snapshot, one: Judgement, year: int | None = None) -> Sentence:
    """A person's decision: "Ida Renn rejected “the mill burns” on 6 May: “it was another mill”"."""
    about = [_about(snapshot, place) for place in one.places] or [sentence(name(each)) for each in one.names]
    day = in_words(one.when.date(), year)
    return begun(sentence(name(one.who), " ", _RULINGS[one.ruling](one, about), f" on {day}: ", words(one.why), "."))


def _about(snapshot: Snapshot, place: Span) -> Sentence:
    """What a place holds: the words, or the report whose whole text it is."""
    text = snapshot.text(place.report)
    if place.end - place.start < len(text):
        return sentence(words(shortened(place.of(text), 120)))
    report = snapshot.listing(place.report)
    return sentence("the report ", words(report.title or report.file))


def _on_all(before: str, after: str = "") -> Callable[[Judgement, Sequence[Sentence]], Sentence]:
    """A clause about all that is judged."""
    return lambda _, about: sentence(before, joined(about), after)


def _corrected(one: Judgement, about: Sequence[Sentence]) -> Sentence:
    return sentence(f"corrected the {one.part} of ", joined(about), " to ", words(one.value))


def _dated(one: Judgement, about: Sequence[Sentence]) -> Sentence:
    return sentence("gave ", joined(about), " the date ", Piece(one.value))


def _undone(one: Judgement, about: Sequence[Sentence]) -> Sentence:
    return sentence(f"undid the judgement {one.value}", " on " if about else "", joined(about))


_RULINGS: Final[dict[Ruling, Callable[[Judgement, Sequence[Sentence]], Sentence]]] = {
    Ruling.ACCEPT: _on_all("accepted the reading of "),
    Ruling.REJECT: _on_all("rejected the reading of "),
    Ruling.CORRECT: _corrected,
    Ruling.SAME_SOURCE: _on_all("took ", " for one source"),
    Ruling.NOT_SAME_SOURCE: _on_all("took ", " for two sources"),
    Ruling.SAME_MATTER: _on_all("took ", " to bear on one question"),
    Ruling.NOT_SAME_MATTER: _on_all("took ", " to bear on two questions"),
    Ruling.SAME_POSITION: _on_all("took ", " for one answer"),
    Ruling.NOT_SAME_POSITION: _on_all("took ", " for two answers"),
    Ruling.WITHDRAWN: _on_all("marked as withdrawn "),
    Ruling.DATED: _dated,
    Ruling.UNDONE: _undone,
}
