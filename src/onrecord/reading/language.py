"""Passages in another language than English: kept, and not read."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import listed
from onrecord.reading.page import Page, Sentence
from onrecord.record.problem import Problem
from onrecord.record.reading import Block

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = 4  # of a script without capitals that are as much as a word
_LEAST = 6  # words from which a passage shows its language
_SHARE = 0.12  # of English small words, below which a passage is looked at closely
_MOST = 600  # characters that are enough to tell


def foreign(page: Page) -> dict[int, str]:
    """The paragraphs that are not in English, by number, with their language."""
    words: dict[int, list[str]] = {}
    for sentence in page.sentences:
        if sentence.block in (Block.PARAGRAPH, Block.BULLET, Block.POST):
            words.setdefault(sentence.paragraph, []).extend(_words(sentence))
    found = {}
    for n, some in words.items():
        telling = _telling(page, n)
        if telling and _english(some) < _SHARE and (language := _language(telling)) != "en":
            found[n] = language
    return found


def problems(report: str, page: Page, passages: dict[int, str]) -> tuple[Problem, ...]:
    """One problem for each passage that is not read."""
    return tuple(
        Problem(
            f"{report}:{page.stretches[n].start}-{page.stretches[n].end}",
            f"passage in {language} is kept and not read",
            "read it yourself, or add a translation as a report of its own",
        )
        for n, language in passages.items()
    )


def _words(sentence: Sentence) -> list[str]:
    """The words of a sentence, quotations included."""
    return [
        word
        for token in sentence.tokens
        for word in ([token.low] if token.word else token.text.lower().split() if token.sort == "quote" else [])
    ]


def _english(words: list[str]) -> float:
    """The share of English small words."""
    return sum(word in listed("function") for word in words) / max(1, len(words))


def _telling(page: Page, n: int) -> str:
    """The words of a paragraph that tell its language; empty where they are too few: names are alike in all."""
    stretch = page.stretches[n]
    some = _WORD.findall(page.text, stretch.start, min(stretch.end, stretch.start + _MOST))
    small = [word for word in some if not word[0].isupper()]
    # Some scripts part no words: there a few letters tell as much as a word.
    size = sum(1 if word.isascii() or word[0].islower() else 1 + len(word) // _LETTERS for word in small)
    return " ".join(small) if size >= _LEAST else ""


def _language(words: str) -> str:
    """The language of some words; slow, so asked only where it is in doubt."""
    from py3langid.langid import classify  # noqa: PLC0415 - it loads a model

    return str(classify(words)[0])
