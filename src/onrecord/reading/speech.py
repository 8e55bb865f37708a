"""All drafts of a page, in order: attributed, hearsay, by layout, and quotations that go on without a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from onrecord.reading.attribution import attributed
from onrecord.reading.citing import cited
from onrecord.reading.clauses import main_subject
from onrecord.reading.drafts import Draft, Place, words
from onrecord.reading.forms import bullet, embedded, headline
from onrecord.reading.hearsay import hearsay
from onrecord.reading.page import Page, Sentence
from onrecord.reading.tokens import Token
from onrecord.record.reading import Block
from onrecord.record.statement import Act, Mode

_READ = (Block.HEADLINE, Block.SUBHEAD, Block.PARAGRAPH, Block.BULLET, Block.POST)


_DASHES = ("—", "–", "―", "-")
_LONGEST_NAME = 8
_TRANSLATION = re.compile(
    r"[(\[]?(?:(?:english )?translation|translated(?: from [a-z]+)?(?: into english)?|in (?:english|translation))"
    r"\s?:\s{0,3}[\"“]?",
    re.IGNORECASE,
)
_MOST_PARTS = 50  # quotations of one statement


def drafts(page: Page) -> list[Draft]:
    """The drafts of a page, in the order of their content."""
    found: list[Draft] = []
    heading: Sentence | None = None
    for sentence in page.sentences:
        if sentence.block not in _READ or not sentence.tokens:
            continue
        if rendering := _rendered(page.text, found, sentence):
            found[-1] = replace(found[-1], content=(*found[-1].content, rendering))
            continue
        if sentence.block is not Block.BULLET:
            heading = sentence if sentence.block in (Block.SUBHEAD, Block.HEADLINE) else None
        new = _of(page, sentence, heading)
        _add(page, found, sentence, new)
    return found


def _rendered(text: str, found: list[Draft], sentence: Sentence) -> Place | None:
    """What a sentence says that calls itself the translation of the post or the quotation just before it."""
    last = found[-1] if found else None
    mark = _TRANSLATION.match(text, sentence.start, sentence.end)
    if not (mark and last and sentence.paragraph - last.sentence.paragraph <= 1):
        return None
    quotes = [token for token in sentence.tokens if token.sort == "quote"]
    if last.mode is Mode.DIRECT and len(quotes) == 1 and quotes[0].start <= mark.end():
        return quotes[0].first, quotes[0].last
    end = mark.end() + len(text[mark.end() : sentence.end].rstrip(')]"”'))
    return (mark.end(), end) if last.mode is Mode.POST and mark.end() < end else None


def _of(page: Page, sentence: Sentence, heading: Sentence | None) -> list[Draft]:
    """The drafts of one sentence."""
    if sentence.block is Block.POST:
        return embedded(page.text, sentence)
    if sentence.block is Block.BULLET and (listed := bullet(sentence, heading)) is not None:
        return listed
    if sentence.block in (Block.HEADLINE, Block.SUBHEAD):
        found = headline(sentence) or hearsay(sentence, attributed(sentence))
        return [replace(draft, mode=Mode.HEADLINE) for draft in found]
    return cited(sentence, hearsay(sentence, attributed(sentence)))


def _add(page: Page, found: list[Draft], sentence: Sentence, new: list[Draft]) -> None:
    """Add the drafts of a sentence, and the quotations in it that no cue claims."""
    new = list(new)
    if sentence.block in (Block.PARAGRAPH, Block.BULLET):
        for token in sentence.tokens:
            if token.sort == "quote" and not any(a <= token.first < b for draft in new for a, b in draft.content):
                _loose(page, found, sentence, new, token)
    found += sorted(new, key=lambda draft: draft.content[0])


def _loose(page: Page, found: list[Draft], sentence: Sentence, new: list[Draft], quote: Token) -> None:
    """A quotation without a cue: the rest of the one before, one more of its speaker, or one after a colon."""
    alone = [token for token in sentence.tokens if token.sort != "mark"] == [quote]
    last = new[-1] if new else found[-1] if found else None
    if sentence.tokens[0] is quote and (name := _signature(sentence)):
        new.append(Draft(sentence, None, name, (), ((quote.first, quote.last),), Mode.DIRECT, Act.ASSERT))
        return
    opens = sentence.tokens[0] is quote
    if last and opens and alone and _continues(last, sentence):
        (new or found)[-1] = replace(last, content=(*last.content, (quote.first, quote.last)))
    elif opens and last and sentence.paragraph - last.sentence.paragraph <= 1 and last.mode is not Mode.HEADLINE:
        new.append(
            Draft(sentence, None, (), (), ((quote.first, quote.last),), Mode.DIRECT, Act.ASSERT, carries_on=True)
        )
    elif opens and alone and _led(page, sentence, quote):
        place = ((quote.first, quote.last),)
        new.append(Draft(sentence, None, (), (), place, Mode.DIRECT, Act.ASSERT, carries_on=True))
    elif not opens and (colon := _after_colon(sentence, quote)) is not None:
        subject = main_subject(sentence.tokens, colon)
        new.append(
            Draft(
                sentence,
                None,
                words(sentence.tokens, subject),
                (),
                ((quote.first, quote.last),),
                Mode.DIRECT,
                Act.ASSERT,
                circumstance=sentence.tokens[:colon],
            )
        )


def _led(page: Page, sentence: Sentence, quote: Token) -> bool:
    """Whether a quotation of a sentence or more stands right behind the sentence of a paragraph that leads to it."""
    n = bisect_left(page.sentences, sentence.start, key=lambda one: one.start)
    before = page.sentences[n - 1] if n else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return page.text[quote.last - 1] in ".!?" and not any(token.sort == "quote" for token in before.tokens)


def _signature(sentence: Sentence) -> tuple[Token, ...]:
    """The name that stands behind a quotation and a dash, up to the end ('"We stay." ― Ann Lee')."""
    dash, name = sentence.tokens[1:2], sentence.tokens[2:]
    signed = bool(dash) and dash[0].low in _DASHES and 0 < len(name) <= _LONGEST_NAME and name[0].capital
    return name if signed and all(token.sort != "quote" for token in name) else ()


def _continues(last: Draft, sentence: Sentence) -> bool:
    """Whether a sentence that is but a quotation goes on with the quotation before it."""
    near = sentence.paragraph - last.sentence.paragraph <= 1
    behind = bool(last.cue) and last.cue is not None and last.cue[0] > last.content[0][0]
    unclosed = (
        last.sentence.paragraph != sentence.paragraph
        and last.sentence.tokens[-1].sort == "quote"
        and last.sentence.tokens[-1].last == last.sentence.tokens[-1].end
    )
    same = last.sentence.paragraph == sentence.paragraph
    whole = near and last.mode in (Mode.DIRECT, Mode.MIXED) and ((same and behind) or unclosed)
    return whole and len(last.content) < _MOST_PARTS


def _after_colon(sentence: Sentence, quote: Token) -> int | None:
    """The position of a colon right before a quotation."""
    i = sentence.tokens.index(quote)
    return i - 1 if i > 0 and sentence.tokens[i - 1].low == ":" else None
