"""What one statement tells of the next: channel and date hold on while the same speaker goes on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading import manner
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.names import Bearer
from onrecord.reading.said import told_plainly
from onrecord.record.statement import Mode
from onrecord.record.when import When

Way = tuple[str, When | None]
_ALONE = (Mode.NOUN, Mode.HEADLINE, Mode.POST, Mode.VISUAL)


def carried(found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], timed: Sequence[When | None]) -> list[Way]:
    """Channel and date of each draft, from the statements around it where it gives none itself."""
    ways: list[Way] = [(manner.channel(draft), when) for draft, when in zip(found, timed, strict=True)]
    last: dict[Bearer, int] = {}
    for n, (draft, chain) in enumerate(zip(found, speakers, strict=True)):
        if not chain or draft.mode in _ALONE:
            continue
        before = last.get(chain[-1])
        if before is not None:
            ways[n] = _forward(found[before], ways[before], draft, ways[n])
            if not ways[before][0] and _near(found[before], draft) and manner.spreads(ways[n][0]):
                ways[before] = (ways[n][0], ways[before][1] or ways[n][1])
        last[chain[-1]] = n
    return ways


def of_the_day(
    found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], ways: list[Way], day: When, *, dispatch: bool
) -> list[Way]:
    """The ways, with the day of publication where the report places the speaker's words, or all its news, on it."""
    same = [
        n for n, (_, when) in enumerate(ways) if when is not None and (when.start, when.end) == (day.start, day.end)
    ]
    speaking = {speakers[n][-1] for n in same if speakers[n] and found[n].mode not in (Mode.NOUN, Mode.HEADLINE)}
    return [
        (
            channel,
            When.on(day.start)
            if day.start and when is None and chain and told_plainly(draft) and (dispatch or chain[-1] in speaking)
            else when,
        )
        for draft, chain, (channel, when) in zip(found, speakers, ways, strict=True)
    ]


def _forward(earlier: Draft, way: Way, draft: Draft, own: Way) -> Way:
    """A draft's channel and date, given the ones of its speaker's statement before."""
    channel, when = own
    spreads = manner.spreads(way[0]) or (_near(earlier, draft) and _goes_on(draft))
    if manner.vague(channel) and way[0] and spreads:
        return way[0], when or way[1]
    same = channel == way[0] or not channel
    close = earlier.sentence.paragraph == draft.sentence.paragraph
    return channel, when or (way[1] if same and close else None)


def _near(earlier: Draft, draft: Draft) -> bool:
    """Whether two drafts stand in one paragraph or in neighbouring ones."""
    return draft.sentence.paragraph - earlier.sentence.paragraph <= 1


def _goes_on(draft: Draft) -> bool:
    """Whether the wording only goes on with a speaker: a pronoun, or none at all."""
    words = [token.low for token in draft.speaker if token.word]
    return not words or words[0] in listed("pronouns")
