"""Passages in another language than English: kept, and not read."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import listed
from onrecord.reading.page import Page
from onrecord.record.problem import Problem
from onrecord.record.reading import Block

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = 4  # of a script without capitals that are as much as a word
_LEAST = 6  # words from which a passage shows its language
_SHARE = 0.12  # of English small words, below which a passage is looked at closely
_MOST = 600  # characters that are enough to tell


def foreign(page: Page) -> dict[int, str]:
    """The paragraphs that are not in English, by number, with their language."""
    found: dict[int, str] = {}
    for n, stretch in enumerate(page.stretches):
        if stretch.block in (Block.PARAGRAPH, Block.BULLET, Block.POST):
            words = _WORD.findall(page.text, stretch.start, min(stretch.end, stretch.start + _MOST))
            telling = _telling(words)
            if telling and _english(words) < _SHARE and not _framed(page, n):
                found |= {n: language} if (language := _language(telling)) != "en" else {}
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


def _english(words: list[str]) -> float:
    """The share of English small words."""
    return sum(word.lower() in listed("function") for word in words) / len(words)


def _framed(page: Page, n: int) -> bool:
    """Whether a stretch only quotes another language, and says in English who said it."""
    words: list[str] = []
    start = page.stretches[n].start
    for quotation in page.quotations[n]:
        words += _WORD.findall(page.text, start, quotation.start)
        start = quotation.end
    words += _WORD.findall(page.text, start, min(page.stretches[n].end, start + _MOST))
    return len(words) >= _LEAST and _english(words) >= _SHARE


def _telling(words: list[str]) -> str:
    """The words that tell a language; empty where they are too few: names are alike in all."""
    small = [word for word in words if not word[0].isupper()]
    # Some scripts part no words: there a few letters tell as much as a word.
    size = sum(1 if word[0].islower() else 1 + len(word) // _LETTERS for word in small)
    return " ".join(small) if size >= _LEAST else ""


def _language(words: str) -> str:
    """The language of some words; slow, so asked only where it is in doubt."""
    from py3langid.langid import classify  # noqa: PLC0415 - it loads a model

    return str(classify(words)[0])
