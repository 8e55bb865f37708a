"""Sentences as rows of pieces: each face sets names, answers and quoted words apart in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from onrecord.prose.safe import one_line


class Kind(StrEnum):
    """What a piece of a sentence is."""

    TEXT = "text"
    NAME = "name"
    ANSWER = "answer"
    QUESTION = "question"
    WORDS = "words"
    REPORT = "report"


class Piece(NamedTuple):
    """A stretch of a sentence.

    Attributes:
        text: as it is read, on one line; quoted words without their quotation marks.
        kind: what it is.
        of: id of the source, statement or report that it is or stands for; empty where there is none.
    """

    text: str
    kind: Kind = Kind.TEXT
    of: str = ""


Sentence = tuple[Piece, ...]

_NUMBERS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()


def name(text: str, of: str = "") -> Piece:
    """Somebody's name."""
    return Piece(one_line(text), Kind.NAME, of)


def answer(text: str, of: str = "") -> Piece:
    """An answer in a few words: as quoted words where only the words are known."""
    bare = one_line(text)
    worded = bare.startswith("“") and bare.endswith("”")
    return Piece(bare[1:-1].strip(), Kind.WORDS, of) if worded else Piece(bare, Kind.ANSWER, of)


def question(text: str, of: str = "") -> Piece:
    """A question that reports answer."""
    return Piece(one_line(text), Kind.QUESTION, of)


def words(text: str, of: str = "") -> Piece:
    """Words from a report, exactly as printed but for line breaks; their own outer quotation marks are not doubled."""
    bare = one_line(text)
    whole = bare[:1] == "“" and bare[-1:] == "”" and bare.count("“") == 1
    return Piece(bare[1:-1] if whole else bare, Kind.WORDS, of)


def sentence(*parts: str | Piece | Iterable[Piece]) -> Sentence:
    """A sentence of its parts, in their order."""
    found: list[Piece] = []
    for part in parts:
        if isinstance(part, str):
            found += [Piece(part)] if part else []
        elif isinstance(part, Piece):
            found.append(part)
        else:
            found += part
    return tuple(found)


def begun(some: Sentence) -> Sentence:
    """The sentence with a capital letter at its start, unless it starts with quoted words or an answer."""
    if not some or some[0].kind not in (Kind.TEXT, Kind.NAME):
        return some
    first = some[0]
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *some[1:])


def joined(items: Sequence[Sentence], most: int | None = None, more: str = "more", comma: str = ", ") -> Sentence:
    """Items in a row: "A", "A and B", "A, B and C"; of many the first ones: "A, B and seven more"."""
    shown = list(items if most is None or len(items) <= most else items[:most])
    if len(shown) < len(items):
        shown.append(sentence(f"{number(len(items) - len(shown))} {more}"))
    return sentence(*(part for at, item in enumerate(shown) for part in (_before(at, len(shown), comma), item)))


def _before(at: int, count: int, comma: str) -> str:
    """What stands before an item: nothing, a comma, or the last "and"."""
    if not at:
        return ""
    last = " and " if comma == ", " else f"{comma.rstrip()} and "
    return last if at == count - 1 else comma


def plain(some: Iterable[Piece]) -> str:
    """The sentence as plain text: quoted words between quotation marks, reports in brackets."""
    return "".join(_FORMS.get(piece.kind, "{}").format(piece.text) for piece in some)


_FORMS: Final = {Kind.WORDS: "“{}”", Kind.REPORT: "[{}]"}


def number(count: int) -> str:
    """A number as it stands in a sentence: "no", "three", "14", "1,200"."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def many(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun, in words where it is small: "one report", "three reports", "no replies"."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"
