"""Reports: what was published, as it was published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from onrecord.record.span import Span
from onrecord.record.when import When


class Status(StrEnum):
    """What became of a report after it was published."""

    USABLE = "usable"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Fate:
    """That a report was corrected or withdrawn: kept with its day and with who says so, whatever is said later.

    Attributes:
        status: corrected or withdrawn.
        since: day of the word that says so; unknown where nothing tells it.
        who: name of the outlet or the person whose word it is; may be empty.
        by: id of the report that says so; None where a person decided it.
        notice: the words that say so, where there are any.
        then: what became in turn of the report that says so.
    """

    status: Status
    since: When
    who: str
    by: str | None
    notice: Span | None
    then: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class Resting:
    """That a statement rests on a report that was corrected or withdrawn.

    Attributes:
        report: id of that report.
        ground: why it is taken to rest on it: "same words", or "through" and the outlet.
        fate: what became of that report.
    """

    report: str
    ground: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Standing:
    """How far what shows a position still stands.

    Attributes:
        statements: how many statements show it.
        withdrawn: ids of those whose report, or the report that they rest on, was withdrawn, each with that.
        corrected: the same for those of which nothing was withdrawn, but something corrected.
        since: day since which it rests on withdrawn reports alone; unknown where it does not, or nothing tells it.
        who: names of those who say that reports were withdrawn, sorted.
    """

    statements: int
    withdrawn: tuple[tuple[str, Fate], ...]
    corrected: tuple[tuple[str, Fate], ...]
    since: When
    who: tuple[str, ...]

    @property
    def fallen(self) -> bool:
        """Whether it rests on withdrawn reports alone."""
        return self.statements > 0 and len(self.withdrawn) == self.statements


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known of a report beside its text.

    Attributes:
        id: hash of the text and of what was declared beside it; see `report_id`.
        file: base name of the file that it came from, the first in order where there are several.
        url: address, or empty.
        outlet: who published it, or empty where neither the file nor the text says.
        title: its headline, or empty.
        published: day of publication; unknown where nothing says it.
        language: ISO 639-1 code of its main language, or "und".
        declared: the status that came with it; a `WITHDRAWN` one is a kill notice for its address.
        edition: what puts the editions of one address and one day in order, as text that sorts; empty where untold.
    """

    id: str
    file: str
    url: str
    outlet: str
    title: str
    published: When
    language: str
    declared: Status
    edition: str = ""


class Headline(NamedTuple):
    """What tells a report's editions, corrections and withdrawals; its fields are those of its listing."""

    id: str
    url: str
    outlet: str
    title: str
    published: When
    declared: Status
    edition: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published item with its text, which is never changed."""

    listing: Listing
    text: str

    @property
    def id(self) -> str:
        """The id of its listing."""
        return self.listing.id

    @property
    def published(self) -> When:
        """The day of publication."""
        return self.listing.published


def report_id(text: str, *beside: str) -> str:
    """The id of a report: 16 hexadecimal digits of the SHA-256 of its text.

    Whatever was declared beside the text (address, publisher, day, headline, language, status) adds a stop and eight
    digits of its own: nine outlets that print one text are nine reports, and a kill notice is not the report it kills.
    """
    known = sha256(text.encode()).hexdigest()[:16]
    if not any(beside):
        return known
    return f"{known}.{sha256(chr(0).join(beside).encode()).hexdigest()[:8]}"


def known_by(report: str, text: str) -> bool:
    """Whether a report of that id has that text."""
    return report.partition(".")[0] == report_id(text)
