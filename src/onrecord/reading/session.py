"""A session of a court: where a report tells of one, who follows its speakers without a break speaks there too."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading import manner
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.names import Bearer
from onrecord.reading.occasions import COURT, in_court
from onrecord.record.name import Kind
from onrecord.record.when import When

Way = tuple[str, When | None]
_SEVERAL = 2  # speakers in court from which everybody beside them may speak there
_NEAR = 1  # paragraphs over which a session goes on with whoever speaks next


def in_session(found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], ways: list[Way]) -> list[Way]:
    """The ways, with the court for those who speak in its session and have no channel of their own."""
    heard = {chain[-1].words for chain, (channel, _) in zip(speakers, ways, strict=True) if chain and in_court(channel)}
    if not any(in_court(channel) for channel, _ in ways):
        return ways
    sitting: int | None = None
    for n, (draft, chain) in enumerate(zip(found, speakers, strict=True)):
        channel, paragraph = ways[n][0], draft.sentence.paragraph
        if channel or draft.mode in manner.SILENT:
            sitting = paragraph if in_court(channel) else None if channel else sitting
            continue
        near = sitting is not None and paragraph - sitting <= _NEAR and len(heard) >= _SEVERAL
        if chain and (_of_the_court(draft, chain[-1]) or (near and _person(chain[-1]))):
            ways[n], sitting = (COURT, ways[n][1]), paragraph
    return ways


def _of_the_court(draft: Draft, speaker: Bearer) -> bool:
    """Whether somebody speaks for the bench, for a side, or as a witness."""
    roles = {word for role in speaker.roles for word in role.split()} | {token.low for token in draft.speaker}
    return bool(roles & listed("pleaders"))


def _person(bearer: Bearer) -> bool:
    """Whether a bearer is a person, as far as it can be told."""
    return bearer.human or bearer.kind not in (Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE)
