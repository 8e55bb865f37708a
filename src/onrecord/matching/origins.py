"""Utterances: statements of one source, by one channel, on one day, go back to one.

Where the day or the channel is not told it cannot be known which utterance is meant: such statements go with the first
utterance of that source that they may belong to, and are none of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

_KINDS = (  # first match wins: a post that carries an audio message is an audio message
    ("audio", r"audio|voice|recording"),
    ("video", r"video|footage|visuals|clip"),
    ("picture", r"photo|picture|image"),
    ("press conference", r"conference|briefing|reporters|journalists"),
    ("interview", r"interview|conversation|\bto\b"),
    ("column", r"op-?ed|opinion|column"),
    ("post", r"tweet|twitter|facebook|post|telegram|social|message"),
    ("letter", r"letter|memo|e-?mail"),
    ("call", r"phone|call"),
    ("broadcast", r"radio|televis|broadcast|\btv\b"),
    ("speech", r"speech|remarks|address|summit|court|testimony|hearing"),
    ("statement", r"statement|release|communiqu"),
)


@dataclass(frozen=True, slots=True, order=True)
class Utterance:
    """Whose words, by what kind of channel, on which day; empty or None where it is not told."""

    source: str
    channel: str
    day: date | None

    @property
    def id(self) -> str:
        """Stable while the source's leading name is."""
        return "or-" + sha256(f"{self.source} {self.channel} {self.day}".encode()).hexdigest()[:10]

    @property
    def ground(self) -> str:
        """Why statements of it are taken for one."""
        told = [word for word, is_told in (("channel", self.channel), ("day", self.day)) if is_told]
        untold = [word for word in ("channel", "day") if word not in told]
        same = "same " + " and ".join(["speaker", *told])
        return f"{same}; {' and '.join(untold)} not told" if untold else same


@lru_cache(maxsize=4_096)
def channel_kind(channel: str) -> str:
    """The kind of a channel as the reports call it; empty for one of no known kind."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, channel, re.IGNORECASE)), "")


def utterances(told: Iterable[Utterance]) -> dict[Utterance, Utterance]:
    """The utterance that each of these belongs to.

    Args:
        told: what the statements of a view tell of their source, kind of channel and exact day.
    """
    known = sorted(set(told), key=lambda u: (u.source, u.day or date.max, u.channel))
    by_source: dict[str, list[Utterance]] = {}
    for one in known:
        by_source.setdefault(one.source, []).append(one)
    return {one: _belongs(one, by_source[one.source]) for one in known}


def _belongs(one: Utterance, others: list[Utterance]) -> Utterance:
    whole = [other for other in others if other.day and other.channel]
    if one.day and one.channel:
        return one
    if one.day:
        return next((other for other in whole if other.day == one.day), one)
    if one.channel:
        return next((other for other in whole if other.channel == one.channel), one)
    return next((other for other in others if other.day or other.channel), one)
