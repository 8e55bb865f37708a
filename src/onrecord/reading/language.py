"""Passages in another language than English: kept, and not read."""

from __future__ import annotations

from onrecord.reading.lexicon import listed
from onrecord.reading.page import Page, Sentence
from onrecord.record.problem import Problem
from onrecord.record.reading import Block

_LEAST = 8  # words from which a passage shows its language
_SHARE = 0.12  # of English small words, below which a passage is looked at closely
_MOST = 600  # characters that are enough to tell


def foreign(page: Page) -> dict[int, str]:
    """The paragraphs that are not in English, by number, with their language."""
    words: dict[int, list[str]] = {}
    for sentence in page.sentences:
        if sentence.block in (Block.PARAGRAPH, Block.BULLET, Block.POST):
            words.setdefault(sentence.paragraph, []).extend(_words(sentence))
    doubtful = [n for n, some in words.items() if len(some) >= _LEAST and _english(some) < _SHARE]
    return {n: language for n in doubtful if (language := _language(page, n)) != "en"}


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
    return sum(word in listed("function") for word in words) / len(words)


def _language(page: Page, n: int) -> str:
    """The language of a paragraph; slow, so asked only where it is in doubt."""
    from py3langid.langid import classify  # noqa: PLC0415 - it loads a model

    stretch = page.stretches[n]
    return str(classify(page.text[stretch.start : min(stretch.end, stretch.start + _MOST)])[0])
