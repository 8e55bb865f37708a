"""Reports: what was published, as it was published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from onrecord.record.when import When


class Status(StrEnum):
    """What became of a report after it was published."""

    USABLE = "usable"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known of a report beside its text.

    Attributes:
        id: hash of the text and of the address, publisher and status declared beside it.
        file: base name of the file that it came from, the first in order where there are several.
        url: address, or empty.
        outlet: who published it, or empty where neither the file nor the text says.
        title: its headline, or empty.
        published: day of publication; unknown where nothing says it.
        language: ISO 639-1 code of its main language, or "und".
        declared: the status that came with it; a `WITHDRAWN` one is a kill notice for its address.
    """

    id: str
    file: str
    url: str
    outlet: str
    title: str
    published: When
    language: str
    declared: Status


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


def report_id(text: str, url: str = "", publisher: str = "", declared: Status = Status.USABLE) -> str:
    """The id of a report: 16 hexadecimal digits of a SHA-256.

    A plain text is known by its words alone. Where an address, a publisher or a status was declared beside it they
    count too: nine outlets that print one text are nine reports, and a kill notice is not the report that it kills.
    """
    beside = (url, publisher, declared)
    parts = (text,) if beside == ("", "", Status.USABLE) else (text, *beside)
    return sha256("\x00".join(parts).encode()).hexdigest()[:16]
