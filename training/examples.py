"""What the models learn from: the words of a text, with a label each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.encoder.pieces import places
from onrecord.reading.page import lay_out
from onrecord.reading.tagger.words import Opening, Word, shape, words

ROLES: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITIES: Final = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")
_MARKS = ('"', "“", "”")
UNKNOWN: Final = -100  # the label of a word that nobody labelled

Span = tuple[int, int]
Sentence = Sequence[tuple[str, str]]  # words, each with its entity label


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as annotated: each role the numbers of its words, a list for each of its parts."""

    source: tuple[tuple[int, ...], ...]
    cue: tuple[tuple[int, ...], ...]
    content: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from.

    Attributes:
        name: of the text in its corpus.
        text: as it stands there; empty where the corpus gives words only.
        words: its words.
        roles: number of the label of each word in `ROLES`, or `UNKNOWN`.
        entities: number of the label of each word in `ENTITIES`, or `UNKNOWN`.
        attributions: those annotated.
    """

    name: str
    text: str
    words: Sequence[Word]
    roles: Sequence[int]
    entities: Sequence[int]
    attributions: Sequence[Attribution] = ()


def plain(name: str, text: str) -> Example:
    """A text that nobody labelled."""
    found = words(lay_out(text))
    return Example(name, text, found, [UNKNOWN] * len(found), [UNKNOWN] * len(found))


def tagged(name: str, sentences: Iterable[Sentence], paragraph: int = 4) -> Example:
    """Sentences whose words carry entity labels, so many to a paragraph; words are cut as the tagger cuts them."""
    found: list[Word] = []
    labels: list[int] = []
    for number, sentence in enumerate(sentences):
        quoted = False
        opening = Opening.SENTENCE if number % paragraph else Opening.PARAGRAPH
        for text, label in sentence:
            for n, (start, end) in enumerate(places(text, 0, len(text))):
                part = text[start:end]
                mark = part in _MARKS
                word = Word(part, 0, 0, number, number // paragraph, shape(part), quoted or mark, opening)
                found.append(word)
                labels.append(ENTITIES.index(label.replace("B-", "I-") if n else label))
                opening, quoted = Opening.NOTHING, quoted != mark
    return Example(name, "", found, [UNKNOWN] * len(found), labels)


def covered(found: Sequence[Word], spans: Iterable[Span]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the words in each span; spans without words are left out."""
    starts, ends = [word.start for word in found], [word.end for word in found]
    parts = (tuple(range(bisect_right(ends, start), bisect_left(starts, end))) for start, end in spans)
    return tuple(part for part in parts if part)


def labelled(size: int, attributions: Iterable[Attribution]) -> list[int]:
    """The role label of each of so many words; where roles meet on a word the cue wins, then the source."""
    labels = [0] * size
    rows = list(attributions)
    for role in ("content", "source", "cue"):
        for part in (part for one in rows for part in getattr(one, role)):
            for place, number in enumerate(part):
                labels[number] = ROLES.index(f"I-{role}" if place else f"B-{role}")
    return labels
