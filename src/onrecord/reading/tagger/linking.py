"""Segments joined to attributions: a logistic regression for each pair of a cue with what may belong to it."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from onrecord.reading.tagger.decoding import Segment
from onrecord.reading.tagger.words import Word

SOURCE, CUE, CONTENT = range(3)
_SPREAD: Final = {SOURCE: 1, CONTENT: 3}  # sentences between a cue and its part at most
_FAR: Final = 200  # words between them at most
_GAPS: Final = (0, 1, 3, 8, 20, 50)
_STOPS: Final = frozenset(".!?")
_TOLD: Final = frozenset("said says told according that".split())
_LEAST: Final = {SOURCE: -1.0, CONTENT: -0.5}  # from which score on a pair is joined

Weights = Mapping[str, float]


class Pair(NamedTuple):
    """The numbers of a cue and of what may belong to it, with what speaks for and against."""

    cue: int
    other: int
    features: list[str]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: who says it, the words that mark it, and what is said, in order."""

    source: Segment | None
    cue: Segment
    contents: tuple[Segment, ...]


def pairs(words: Sequence[Word], parts: Mapping[int, Sequence[Segment]]) -> Iterator[tuple[int, Pair]]:
    """Each kind of part with a pair that it could make."""
    starts = {kind: [part.start for part in parts[kind]] for kind in parts}
    for number, cue in enumerate(parts[CUE]):
        for kind in (SOURCE, CONTENT):
            for other in range(bisect_left(starts[kind], cue.start - 2 * _FAR), len(parts[kind])):
                part = parts[kind][other]
                if part.start - cue.end >= _FAR:
                    break
                if cue.start - part.end < _FAR and _apart(words, cue, part) <= _SPREAD[kind]:
                    yield kind, Pair(number, other, features(words, cue, part, starts))


def _apart(words: Sequence[Word], cue: Segment, part: Segment) -> int:
    """The sentences between two segments, from the nearer end."""
    place = words[cue.start].sentence
    return min(abs(words[part.start].sentence - place), abs(words[part.end - 1].sentence - place))


def features(words: Sequence[Word], cue: Segment, part: Segment, starts: Mapping[int, Sequence[int]]) -> list[str]:
    """What speaks for and against that a part belongs to a cue."""
    right = part.start > cue.start
    side = "R" if right else "L"
    low, high = (cue.end, part.start) if right else (part.end, cue.start)
    between = {kind: bisect_left(starts[kind], high) - bisect_left(starts[kind], low) for kind in starts}
    gap = bisect_left(_GAPS, max(0, high - low))
    near = words[part.start] if right else words[part.end - 1]
    marks = {word.text for word in words[low:high]} if high - low <= _GAPS[-1] else set()
    lead = words[cue.start].text.lower()
    cues, sources, contents = (min(between[kind], 2) for kind in (CUE, SOURCE, CONTENT))
    return [
        f"side {side}",
        f"gap {side}{gap}",
        f"cues {side}{cues}",
        f"sources {side}{sources}",
        f"contents {side}{contents}",
        f"sentences {max(-3, min(3, near.sentence - words[cue.start].sentence))}",
        f"stop {side}{bool(marks & _STOPS)}",
        f"comma {side}{',' in marks}",
        f"semicolon {bool(marks & {';', ':'})}",
        f"paragraph {side}{words[part.start].paragraph != words[cue.start].paragraph}",
        f"cues {cues} contents {contents} {side}",
        f"cues {cues} sources {sources} {side}{gap}",
        f"quoted {words[part.start].quoted:d}{words[cue.start].quoted:d}{side}",
        f"word {lead if lead in _TOLD else '-'} {side}",
        f"capital {words[part.start].shape} {side}",
    ]


def score(weights: Weights, found: Sequence[str]) -> float:
    """The log odds of a pair."""
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in found)


@cache
def trained() -> Mapping[int, Weights]:
    """The weights that ship, for each kind of part."""
    home = files("onrecord.reading.tagger").joinpath("weights", "linker.json")
    return {int(kind): weights for kind, weights in json.loads(home.read_text("utf-8")).items()}


def link(words: Sequence[Word], segments: Sequence[Segment]) -> list[Attribution]:
    """The attributions among segments, in the order of their cues; contents that no cue claims are left out."""
    parts = {kind: [segment for segment in segments if segment.kind == kind] for kind in (SOURCE, CUE, CONTENT)}
    claimed: dict[int, tuple[float, int]] = {}
    speaking: dict[int, tuple[float, int]] = {}
    for kind, pair in pairs(words, parts):
        odds = score(trained()[kind], pair.features)
        if odds < _LEAST[kind]:
            continue
        if kind == CONTENT:
            claimed[pair.other] = max(claimed.get(pair.other, (odds, pair.cue)), (odds, pair.cue))
        else:
            speaking[pair.cue] = max(speaking.get(pair.cue, (odds, pair.other)), (odds, pair.other))
    contents: dict[int, list[Segment]] = defaultdict(list)
    for other, (_, number) in sorted(claimed.items()):
        contents[number].append(parts[CONTENT][other])
    sources = {number: parts[SOURCE][other] for number, (_, other) in speaking.items()}
    return [
        Attribution(sources.get(number), cue, tuple(contents[number]))
        for number, cue in enumerate(parts[CUE])
        if number in contents
    ]
