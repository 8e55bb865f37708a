"""A report's word that an earlier report is corrected or withdrawn, or that it has itself been updated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page import Page, Sentence
from onrecord.record.reading import Block, Notice
from onrecord.record.span import Span

_NOUN = r"(?:report|story|stories|article|dispatch|alert|version|edition|post|tweet|headline|bulletin|item|piece)"
_ITEM = rf"\b{_NOUN}(?:s|es)?\b"
_OBJECT = rf"(?: (?!from\b|to\b|in\b|after\b|and\b|as\b|troops|forces)[\w’'-]+){{1,4}}? {_NOUN}(?:s|es)?\b"
_WRONGLY = (
    r"(?:incorrectly|erroneously|mistakenly|wrongly|inaccurately|misstated|misidentified|misspel\w+|misquoted|"
    r"misattributed|misreported|misnamed)"
)
_DETAIL = r"(?:toll|spelling|headline|name|number|figure|para(?:graph)?s?|lead|dateline|date|day|age|title|quotation)\b"
_OPENING = r"^\W*(?:(?:an?|important|urgent|advisory|mandatory|correction and|last) )?"

_WITHDRAWN = re.compile(
    rf"{_OPENING}(?:withdrawn|retraction|kill(?: notice)?|withdrawal(?: notice)?|retracted)\s*(?:[:.—–-]|$)"
    rf"|{_OPENING}(?:retraction|withdrawal) of (?:our|an?|the) (?:\w+ )?{_NOUN}"
    rf"|{_ITEM}(?:(?!\b(?:said|says|told|claim\w*)\b)[^.]){{0,160}}"
    rf"(?<!troops )(?<!forces )\b(?:is|are|was|were|been|being)"
    rf" (?:hereby |now )?(?:withdrawn|retracted|taken down|deleted|unpublished|pulled)\b"
    rf"|\b(?:withdr[ae]ws?|withdrawn|withdrawing|retract(?:s|ed|ing)?|pulled|pulls|took down|taken down|taking down|"
    rf"unpublish(?:es|ed)?){_OBJECT}"
    rf"|\b(?:kill(?:s|ed|ing)?) (?:its|our|this|the) (?:\w+ )?{_NOUN}\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    rf"{_OPENING}(?:correction|clarification|corrected|erratum|apology)\s*(?:[:.—–(-]|$)"
    rf"|\ban? (?:earlier|previous|original|initial|first|prior) (?:version|edition)s?\b"
    rf"|{_ITEM}[^.]{{0,60}}\b(?:been|was|were|is|are) (?:corrected|amended|clarified)\b"
    rf"|\b(?:corrects|corrected|correcting|amended|amends|clarified){_OBJECT}"
    rf"|\bcorrects? (?:the |a |an )?(?:[\w’'-]+ ){{0,3}}{_DETAIL}"
    rf"|\b(?:this|our|an?|earlier|previous|original) (?:[\w’'-]+ )?{_NOUN}\b[^.]{{0,80}}\b{_WRONGLY}\b"
    rf"|\bwe (?:had |have )?{_WRONGLY}\b|\bwe regret the error\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    rf"{_OPENING}updated?\s*(?:[:—–-]|on\b|at\b)|\bthis {_NOUN} (?:has been|was)(?: last)? updated\b", re.IGNORECASE
)
_OF_ITSELF = re.compile(
    r"\b(?:earlier|previous|first|original|initial|prior) (?:version|edition)|\b(?:version|edition) of this\b"
    rf"|^\W*corrects\b|\bthis {_NOUN} (?:has been|have been|was|is)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(rf"\bthis {_NOUN}\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|yet to|refus\w*|declin\w*|demand\w*|urg(?:ed|es|ing)|ask(?:ed|s|ing)|should|must|might|may|could|"
    r"call(?:ed|s|ing) (?:on|for))\b[^.]{0,40}\b(?:withdr|retract|correct|taken? down|delet|pull|amend)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,300})[\"”]")
_LONG = 600  # code points of a sentence that are looked at
_BACK = 4  # sentences before a notice in which the headline may be quoted
_HEADING = 3  # words of a heading, such as "Correction", that says nothing by itself

_CAPITAL = (
    r"(?!(?:Correction|Clarification|Retraction|Editor|Note|Update|On|In|At|An?|The|It|Its|We|Our|This|That|Also|Later|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)[A-Z][\w&’'-]*"
)
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:of the |of |and |& )?{_CAPITAL}){{0,5}})"
_DOING = r"(?:withdr[ae]w|retract|pull|took down|tak(?:en|ing) down|unpublish|correct|amend|clarif|kill)"
_WHOSE = (
    re.compile(rf"\b(?:by|from) (?:the )?{_NAME}"),
    re.compile(rf"{_NAME}(?:['’]s?)(?: [\w-]+){{0,2}} {_NOUN}\b"),
    re.compile(rf"{_NAME}(?: [\w-]+)? {_NOUN}\b"),
    re.compile(rf"{_NAME}(?:, [^,]{{1,60}},)?(?: [\w-]+){{0,8}}? {_DOING}"),
)
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)


def notices(report: str, page: Page) -> tuple[Notice, ...]:
    """The corrections, withdrawals and updates that a report announces."""
    found = []
    for number, sentence in enumerate(page.sentences):
        if sentence.block is Block.POST:
            continue
        text = page.text[sentence.start : min(sentence.end, sentence.start + _LONG)]
        kind = _kind(text)
        if kind and not _NOT.search(text):
            end = sentence
            if len(text.split()) <= _HEADING and number + 1 < len(page.sentences):
                end = page.sentences[number + 1]
            found.append(_notice(kind, Span(report, sentence.start, end.end), page, number))
    return tuple(found)


def _kind(text: str) -> str:
    if _WITHDRAWN.search(text):
        return "withdrawn"
    if _CORRECTED.search(text):
        return "corrected"
    return "updated" if _UPDATED.search(text) else ""


def _notice(kind: str, span: Span, page: Page, number: int) -> Notice:
    """What a sentence, or a heading with the sentence below it, announces."""
    words = page.text[span.start : min(span.end, span.start + _LONG)]
    headline = _quoted(page, page.sentences[max(0, number - _BACK) : number + 1])
    itself = kind == "updated" or bool(_OF_ITSELF.search(words))
    if headline and _POINTING.search(words):  # "This story", after another's headline, is that other
        itself = False
    return Notice(kind, span, headline or words, itself, "" if itself else _whose(words))


def _quoted(page: Page, sentences: Sequence[Sentence]) -> str:
    """The words last quoted in these sentences: the headline of the earlier report, if anything is."""
    for sentence in reversed(sentences):
        found = _QUOTED.findall(page.text, sentence.start, min(sentence.end, sentence.start + _LONG))
        if found:
            return str(found[-1]).strip()
    return ""


def _whose(words: str) -> str:
    """The name of whoever corrects or withdraws; empty where it is the report's own outlet, or nobody is named."""
    if _OURS.search(words):
        return ""
    return next((found["name"] for pattern in _WHOSE if (found := pattern.search(words))), "")
