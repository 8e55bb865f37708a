"""Channels as people name them in a sentence: "in a tweet", "at a press conference in Teldu", "by telephone"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.prose.safe import one_line

_AT: Final = frozenset(
    "conference briefing meeting session summit rally hearing trial inquest tribunal debate court courtroom "
    "cross-examination webcast".split()
)
_BY: Final = frozenset("telephone phone radio loudspeaker loudspeakers e-mail email sms".split())
_ON: Final = frozenset("television tv website livestream podcast broadcast".split())
_IN: Final = frozenset(
    "tweet tweets post posts message messages statement statements communiqué communique release interview speech "
    "address remarks op-ed column editorial letter letters leaflet leaflets memo note petition plea call newsletter "
    "documentary affidavit lawsuit indictment ruling essay video videos recording recordings piece article sermon "
    "testimony parliament filing report photograph photographs photo photos picture pictures notice banner banners "
    "bulletin sheet story".split()
)
_BARE: Final = _BY | frozenset("television tv parliament court remarks testimony".split())
_DEFINITE: Final = re.compile(r"(?:first|last|latest|same|final|second)\b", re.IGNORECASE)
_DETERMINED: Final = re.compile(
    r"(?:an?|the|his|her|its|their|this|that|one|two|several|some)\b|\S+['’]s\b", re.IGNORECASE
)
_INNER: Final = re.compile(
    r"\s(?:in|at|on|to|of|from|for|with|sent|posted|published|carried|late)\s|\s\(", re.IGNORECASE
)
_VOWEL: Final = re.compile(r"[aeiou]", re.IGNORECASE)


def by_channel(channel: str) -> str:
    """By which channel something was said, with its preposition; empty where none is told."""
    told = one_line(channel)
    if not told or told.lower().startswith("to "):
        return told
    head = _INNER.split(f"{told} ", maxsplit=1)[0].split()
    noun = head[-1].lower().rstrip(",.") if head else ""
    for preposition, nouns in (("at", _AT), ("by", _BY), ("on", _ON), ("in", _IN)):
        if noun in nouns:
            return f"{preposition} {_article(told, noun, alone=len(head) == 1)}{told}"
    return f"by a channel given as “{told}”"


def _article(told: str, noun: str, *, alone: bool) -> str:
    if _DETERMINED.match(told) or _plural(noun) or (noun in _BARE and (alone or noun in _BY)):
        return ""
    if _DEFINITE.match(told):
        return "the "
    return "an " if _VOWEL.match(told) else "a "


def _plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss") and noun != "sms"
