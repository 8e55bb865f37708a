"""A report's word that an earlier report is corrected or withdrawn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page import Page, Sentence
from onrecord.record.reading import Block, Notice
from onrecord.record.span import Span

_ITEM = r"(?:report|story|article|dispatch|alert|version|post|tweet|headline|bulletin|item)s?"
_CORRECTED = re.compile(
    rf"^(?:correction|clarification|editor[’']?s? note|corrected)\b|\ban? (?:earlier|previous) {_ITEM}\b"
    rf"|\b{_ITEM}\b[^.]{{0,60}}\b(?:has|have|had|was|were) been (?:corrected|amended|updated)\b"
    rf"|\b(?:corrects|corrected|correcting)\b[^.]{{0,40}}\b{_ITEM}\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    rf"^(?:withdrawn|retraction|kill(?:ed)? notice|withdrawal|retracted)\b"
    rf"|\b{_ITEM}\b[^.]{{0,160}}\b(?:is|are|was|were|been|being) (?:withdrawn|retracted|taken down|deleted)\b"
    rf"|\b(?:withdrew|withdraws|withdrawn|retracts|retracted|withdrawing|retracting)\b[^.]{{0,40}}\b{_ITEM}\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(r"\b(?:earlier|previous|first|original) version|\bversion of this\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|yet to)\b[^.]{0,20}\b(?:withdr|retract|correct|taken down|delet)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,300})[\"”]")
_LONG = 600  # code points of a sentence that are looked at
_BACK = 4  # sentences before a notice in which the headline may be quoted


def notices(report: str, page: Page) -> tuple[Notice, ...]:
    """The corrections and withdrawals that a report announces."""
    found = []
    for number, sentence in enumerate(page.sentences):
        if sentence.block in {Block.POST, Block.CREDIT}:
            continue
        text = page.text[sentence.start : min(sentence.end, sentence.start + _LONG)]
        kind = "withdrawn" if _WITHDRAWN.search(text) else "corrected" if _CORRECTED.search(text) else ""
        if _NOT.search(text):
            continue
        if kind:
            quoted = _quoted(page, page.sentences[max(0, number - _BACK) : number + 1]) or text
            itself = bool(_OF_ITSELF.search(text))
            found.append(Notice(kind, Span(report, sentence.start, sentence.end), quoted, itself))
    return tuple(found)


def _quoted(page: Page, sentences: Sequence[Sentence]) -> str:
    """The words last quoted in these sentences: the headline of the earlier report, if anything is."""
    for sentence in reversed(sentences):
        found = _QUOTED.findall(page.text, sentence.start, min(sentence.end, sentence.start + _LONG))
        if found:
            return str(found[-1]).strip()
    return ""
