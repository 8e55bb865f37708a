"""Rules for the past, the present and the future as such: "now", "recently", "the future"."""

from __future__ import annotations

import re

from onrecord.reading.dating.rule import Base, Rule, Sight, rule
from onrecord.reading.dating.timex import FUTURE, PAST, PRESENT, Kind, Timex
from onrecord.reading.dating.words import heads

_REFERENCES = {
    PRESENT: "now|right now|currently|current|nowadays|these days|at present|at the moment|present-day|at this time",
    PAST: "recently|more recently|recent|the recent past|long ago|some time ago|the past",
    FUTURE: "the future|the near future|the foreseeable future",
}
_VALUES = {words: value for value, forms in _REFERENCES.items() for words in forms.split("|")}
# "the past", but not "the past three summers"
_CLOSED = re.compile(r"\s*$|[^\w\s]|\s(?:and|or|but|as|to|that|when|is|was|has|had|in|for|with)\b")


def _reference(sight: Sight) -> Timex | None:
    words = " ".join(sight.match[0].split())
    return Timex(Kind.DATE, _VALUES[words]) if words != "the past" or _CLOSED.match(sight.right) else None


_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))

VAGUE_RULES: tuple[Rule, ...] = (
    # "as soon as" and "a now-familiar face" speak of no time
    rule(
        _reference,
        Base.NOTHING,
        set().union(*map(heads, _REFERENCES.values())),
        rf"(?:{_WORDS})",
        end=r"(?![-\w])(?! as\b)",
    ),
)
