"""A question in plain words, taken apart: what it asks, of which side, of which day, as known when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.record.when import When

EMPTY: Final = frozenset(
    "a about according an and any are as at be been by can could did do does for from had has have he her his "
    "how in is it its many much of on or say said she that the their them there they this to was were what "
    "when where which who whom whose why will with would".split()
)
"""Words that do not tell what a question is about."""

_SAYS = re.compile(
    r"\bwhat (?:do|does|did|has|have|is|are|was|were) (.+?) (?:say|says|said|claim\w*|saying)\b", re.IGNORECASE
)
_ACCORDING = re.compile(r"^according to ([^,?]+),\s*|,?\s*according to ([^,?]+)(?=\?|$)", re.IGNORECASE)
_CLAIMS = re.compile(
    r"^\s*(did|does|do|is|are|was|were|has|have|had|can|could|will|would)\b\s+(.+?)[\s?]*$", re.IGNORECASE
)
_AS_OF = re.compile(r"[\s,]*\bas (?:of|at)\s+(?:the\s+)?$", re.IGNORECASE)
_ON = re.compile(r"[\s,]*\bon\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        text: the question without what narrows it.
        side: the name of whose answers alone are asked for; empty for everybody's.
        words: whether any words of that side are asked for, and not answers to a question alone.
        day: the day of which it is asked, if any.
        as_of: the day as of which it is asked, if any.
    """

    text: str
    side: str = ""
    words: bool = False
    day: date | None = None
    as_of: date | None = None


def understood(question: str, today: date) -> Question:
    """A question taken apart; days without a year are those nearest to `today`."""
    text, day, as_of = _days(question, today)
    says = _SAYS.search(text)
    if says:
        return Question(text[says.end() :], says[1], words=True, day=day, as_of=as_of)
    according = _ACCORDING.search(text)
    if according:
        rest = text[: according.start()] + text[according.end() :]
        return Question(rest, (according[1] or according[2]).strip(), day=day, as_of=as_of)
    return Question(text, day=day, as_of=as_of)


def claimed(question: str) -> tuple[str, str] | None:
    """The auxiliary verb and the rest of a question that asks whether something is so; None for any other."""
    found = _CLAIMS.match(question)
    return (found[1].lower(), found[2]) if found else None


def _days(question: str, today: date) -> tuple[str, date | None, date | None]:
    """The question without the days that narrow it, the day that it asks of, and that as of which it asks."""
    from onrecord.reading.dating import find_dates  # noqa: PLC0415 - it loads what reads dates, and views do without

    text, day, as_of = question, None, None
    for found in reversed(find_dates("", question, When.on(today))):
        if found.words is None or found.end is None or found.start is None:
            continue
        before, after = text[: found.words.start], text[found.words.end :]
        if lead := _AS_OF.search(before):
            as_of, text = found.end, before[: lead.start()] + after
        elif found.start == found.end and (lead := _ON.search(before)):
            day, text = found.start, before[: lead.start()] + after
    return text, day, as_of
