"""The utterances that statements go back to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.when import When


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance or observation behind many statements.

    Attributes:
        id: stable while its source, channel and day are.
        source: id of the source who spoke.
        channel: by which channel, in the commonest words of the reports; empty where none says.
        said: when.
        statements: how many statements go back to it.
        reports: ids of the reports that carry it, in order of publication.
        ground: why these are taken for one.
    """

    id: str
    source: str
    channel: str
    said: When
    statements: int
    reports: tuple[str, ...]
    ground: str
