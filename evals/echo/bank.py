"""The bank: six invented stories, and what forty people and bodies say in each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BANK = HERE / "bank"
_LEFT_OUT = re.compile(r",?\s*\{[^{}]*\}(?=[.,])|\s*\{[^{}]*\}")  # with the comma that would stand before a stop
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_JOINED = re.compile(r"\b(?:and|adding) that\b")
_LANGUAGES = {"fr": "French", "de": "German", "es": "Spanish"}


@dataclass(frozen=True)
class Utterance:
    """What somebody says once, and the forms in which reports may carry it.

    Attributes:
        id: the story and a number.
        name: who speaks, in full.
        also: other spellings of the name.
        role: what the speaker is; empty for bodies and accounts.
        short: surname or short name by which reports go on.
        where: the channel, as it stands behind "said".
        day: when it was said.
        quote: the exact words.
        trimmed: the same without what a shortening report leaves out.
        told: two paraphrases, as they stand behind "said that".
        headline: what a headline makes of it.
        foreign: the words in another language.
        back: a translation of these that shares little wording with the quotation.
        detail: what a report adds out of nothing.
        again: whether the speaker has an utterance before this one.
    """

    id: str
    name: str
    also: tuple[str, ...]
    role: str
    short: str
    where: str
    day: date
    quote: str
    trimmed: str
    told: tuple[str, ...]
    headline: str
    foreign: str
    back: str
    detail: str
    again: bool

    @property
    def sentences(self) -> list[str]:
        """The sentences of the quotation."""
        return _ENDS.split(self.quote)


@dataclass(frozen=True)
class Story:
    """A story: who reports on it, what reporters say themselves, and what is said."""

    name: str
    language: str
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]
    titles: tuple[str, ...]
    background: tuple[str, ...]
    utterances: tuple[Utterance, ...]

    @property
    def firsts(self) -> tuple[Utterance, ...]:
        """One utterance of each speaker."""
        return tuple(one for one in self.utterances if not one.again)

    @property
    def pairs(self) -> tuple[tuple[Utterance, Utterance], ...]:
        """Two utterances of one speaker, on different days and through different channels."""
        first = {one.name: one for one in self.firsts}
        return tuple((first[one.name], one) for one in self.utterances if one.again)

    def agency(self, utterance: Utterance) -> str:
        """The agency that has this utterance at first hand."""
        return self.agencies[self.utterances.index(utterance) % len(self.agencies)]


def stands_alone(told: str) -> bool:
    """Whether a paraphrase can do without "that": a second "that" leans on the first."""
    return not _JOINED.search(told)


def stories() -> tuple[Story, ...]:
    """Every story of the bank."""
    return tuple(story(path.stem) for path in sorted(BANK.glob("*.toml")))


def story(name: str) -> Story:
    """One story by its name."""
    rows = tomllib.loads((BANK / f"{name}.toml").read_text("utf-8"))
    said = [_utterance(f"{name}-{n}", rows["start"], row) for n, row in enumerate(rows["utterance"], 1)]
    fields = {key: tuple(rows[key]) for key in ("places", "agencies", "outlets", "titles", "background")}
    return Story(name=name, language=_LANGUAGES[rows["language"]], utterances=tuple(said), **fields)


def digests() -> dict[str, str]:
    """What the figures stand on: the hash of every file of words."""
    files = [HERE / "house.toml", *sorted(BANK.glob("*.toml"))]
    return {path.stem: sha256(path.read_bytes()).hexdigest() for path in files}


def _utterance(key: str, start: date, row: dict[str, Any]) -> Utterance:
    quote = row["quote"]
    return Utterance(
        id=key,
        name=row["name"],
        also=tuple(row.get("also", ())),
        role=row.get("role", ""),
        short=row.get("short") or row["name"].split()[-1],
        where=row["where"],
        day=start + timedelta(days=row["day"]),
        quote=quote.translate({ord("{"): None, ord("}"): None}),
        trimmed=_LEFT_OUT.sub("", quote).strip(),
        told=tuple(row["told"]),
        headline=row["headline"],
        foreign=row["foreign"],
        back=row["back"],
        detail=row["detail"],
        again=row.get("again", False),
    )
