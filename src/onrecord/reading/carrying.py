"""What one statement tells of the next: channel and date hold on while the same speaker goes on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading import manner
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import listed
from onrecord.reading.names import Bearer
from onrecord.reading.page import Page
from onrecord.reading.said import told_plainly
from onrecord.reading.session import in_session
from onrecord.reading.setting import set_by, settings
from onrecord.record.statement import Mode
from onrecord.record.when import When

Way = tuple[str, When | None]
_MOST = 3  # statements back that a channel reaches


def carried(
    page: Page, found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], timed: Sequence[When | None]
) -> list[Way]:
    """Channel and date of each draft, from the statements and settings around it where it gives none itself."""
    told = settings(page, found)
    ways: list[Way] = [(manner.channel(draft), when) for draft, when in zip(found, timed, strict=True)]
    heard: dict[Bearer, list[int]] = {}
    for n, (draft, chain) in enumerate(zip(found, speakers, strict=True)):
        if not chain or draft.mode in manner.SILENT:
            continue
        before = heard.setdefault(chain[-1], [])
        ways[n] = (_occasion(found, ways, n) or set_by(told, draft, chain[-1]), ways[n][1])
        if before:
            ways[n] = _forward(found[before[-1]], ways[before[-1]], draft, ways[n])
            _back(found, ways, before, n)
        before.append(n)
    return _headed(found, speakers, in_session(found, speakers, ways))


def _headed(found: Sequence[Draft], speakers: Sequence[tuple[Bearer, ...]], ways: list[Way]) -> list[Way]:
    """The ways, with each headline's channel from the first statement of its speaker below, which it sums up."""
    first: dict[Bearer, str] = {}
    for draft, chain, (channel, _) in zip(found, speakers, ways, strict=True):
        if chain and draft.mode is not Mode.HEADLINE:
            first.setdefault(chain[-1], channel)
    return [
        (channel or (first.get(chain[-1], "") if chain and draft.mode is Mode.HEADLINE else ""), when)
        for draft, chain, (channel, when) in zip(found, speakers, ways, strict=True)
    ]


def of_the_day(
    found: Sequence[Draft],
    speakers: Sequence[tuple[Bearer, ...]],
    ways: list[Way],
    day: When,
    today: Sequence[bool],
) -> list[Way]:
    """The ways, with the day of publication where the report places the speaker's words, or the scene, on it."""
    same = [
        n for n, (_, when) in enumerate(ways) if when is not None and (when.start, when.end) == (day.start, day.end)
    ]
    speaking = {speakers[n][-1] for n in same if speakers[n] and found[n].mode is not Mode.NOUN}
    return [
        (
            channel,
            When.on(day.start)
            if day.start and when is None and chain and told_plainly(draft) and (now or chain[-1] in speaking)
            else when,
        )
        for draft, chain, now, (channel, when) in zip(found, speakers, today, ways, strict=True)
    ]


def _forward(earlier: Draft, way: Way, draft: Draft, own: Way) -> Way:
    """A draft's channel and date, given the ones of its speaker's statement before."""
    channel, when = own
    spreads = manner.spreads(way[0]) or _near(earlier, draft)
    same_sentence = earlier.sentence is draft.sentence
    if channel in manner.PRESS and manner.written(way[0]):
        return own
    if manner.vague(channel) and way[0] and (spreads or same_sentence):
        return way[0], when or way[1]
    same = channel == way[0] or not channel
    close = earlier.sentence.paragraph == draft.sentence.paragraph
    return channel, when or (way[1] if same and close else None)


def _back(found: Sequence[Draft], ways: list[Way], before: Sequence[int], n: int) -> None:
    """Give a channel to what its speaker said just before, where that has none."""
    for m in reversed(before[-_MOST:]):
        here = _together(found[m], found[n])
        if ways[m][0] or not (here or (_near(found[m], found[n]) and manner.spreads(ways[n][0]))):
            return
        ways[m] = (ways[n][0], ways[m][1] or (ways[n][1] if manner.spreads(ways[n][0]) else None))


def _near(earlier: Draft, draft: Draft) -> bool:
    """Whether two drafts stand in one paragraph or in neighbouring ones."""
    return draft.sentence.paragraph - earlier.sentence.paragraph <= 1


def _goes_on(draft: Draft) -> bool:
    """Whether the wording only goes on with a speaker: a pronoun, or none at all."""
    words = [token.low for token in draft.speaker if token.word]
    return not words or words[0] in listed("pronouns") or words[:2] in (["one", "of"], ["the", "other"], ["both"])


def _occasion(found: Sequence[Draft], ways: Sequence[Way], n: int) -> str:
    """The channel of a draft whose paragraph has just told of a press conference, or of what somebody wrote."""
    channel, draft = ways[n][0], found[n]
    before = [ways[m][0] for m in range(n - 1, max(-1, n - _MOST - 1), -1) if _together(found[m], draft)]
    if channel in manner.PRESS:
        return next((way for way in before if manner.meets(way)), channel)
    if not channel and manner.writes(draft):
        return next((way for way in before if manner.written(way)), channel)
    return channel


def _together(earlier: Draft, draft: Draft) -> bool:
    """Whether two drafts stand in one paragraph."""
    return earlier.sentence.paragraph == draft.sentence.paragraph
