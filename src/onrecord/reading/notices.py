"""A report's word that an earlier report is corrected or withdrawn."""

from __future__ import annotations

import re

from onrecord.reading.page import Page
from onrecord.record.reading import Block, Notice
from onrecord.record.span import Span

_ITEM = r"(?:report|story|article|item|dispatch|alert|version|post|tweet|headline|piece|claim|account|bulletin|item)s?"
_CORRECTED = re.compile(
    rf"^(?:correction|clarification|editor[’']?s? note|corrected)\b|\ban? (?:earlier|previous) {_ITEM}\b|\b{_ITEM}\b[^.]{{0,60}}\b(?:has|have|had|was|were) been (?:corrected|amended|updated)\b"
    rf"|\b(?:corrects|corrected|correcting)\b[^.]{{0,40}}\b{_ITEM}\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    rf"^(?:withdrawn|retraction|kill(?:ed)? notice|withdrawal|retracted)\b|\b{_ITEM}\b[^.]{{0,160}}\b(?:is|are|was|were|been|being) (?:withdrawn|retracted|killed|taken down|deleted)\b"
    rf"|\b(?:withdrew|withdraws|withdrawn|retracts|retracted|withdrawing|retracting)\b[^.]{{0,40}}\b{_ITEM}\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,300})[\"”]")
_LONG = 600


def notices(report: str, page: Page) -> tuple[Notice, ...]:
    """The corrections and withdrawals that a report announces."""
    found = []
    for sentence in page.sentences:
        if sentence.block in (Block.POST, Block.CREDIT):
            continue
        text = page.text[sentence.start : min(sentence.end, sentence.start + _LONG)]
        kind = "withdrawn" if _WITHDRAWN.search(text) else "corrected" if _CORRECTED.search(text) else ""
        if kind:
            quoted = _QUOTED.search(text)
            found.append(Notice(kind, Span(report, sentence.start, sentence.end), quoted[1].strip() if quoted else ""))
    return tuple(found)
