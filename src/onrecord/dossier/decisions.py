"""What people decided: who, when, about which words, why, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from onrecord.dossier.writing import Writing
from onrecord.prose.days import in_words
from onrecord.prose.judgements import outcome, ruled
from onrecord.prose.pieces import Kind, Piece, Sentence, joined, name, sentence, words
from onrecord.prose.safe import one_line
from onrecord.prose.words import shortened
from onrecord.record.judgement import Judged, Judgement, State

_WORDS: Final = 160  # characters of the words that a decision is about


def decisions(writing: Writing) -> tuple[Sentence, ...]:
    """Each decision in a sentence or two, in the order in which they were made."""
    found = writing.snapshot.judged()
    by_id = {one.judgement.id: one.judgement for one in found}
    return tuple(_decided(writing, one, by_id) for one in found)


def _decided(writing: Writing, judged: Judged, by_id: Mapping[str, Judgement]) -> Sentence:
    one = judged.judgement
    who = one_line(one.who) or "somebody"
    became = "" if judged.state is State.APPLIED else f" ({outcome(judged, by_id)})"
    about = [sentence(words(shortened(each, _WORDS))) for each in judged.words]
    reports = [sentence(Piece(str(number), Kind.REPORT)) for number in writing.places.numbers(one.reports)]
    stands = sentence(" in report ", joined(reports)) if reports else ()
    quoted = sentence(": ", joined(about)) if about else ()
    why = sentence(". Why: ", words(one.why)) if one.why.strip() else ()
    day = f" on {in_words(one.when.date(), writing.year)}"
    return sentence(name(who), ruled(one).removeprefix(who), day, became, quoted, stands, why, ".")
