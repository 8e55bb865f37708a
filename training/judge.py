"""How well labels for the words of articles turn out, as attributions."""

from __future__ import annotations

from collections.abc import Iterable

from evals.attributions import Tally, Told

from onrecord.reading.tagger.decoding import Segment, segments
from onrecord.reading.tagger.linking import Attribution, link
from training.examples import Example


def judge(examples: Iterable[Example], labels: Iterable[list[int]]) -> Tally:
    """The tally of articles whose words got these labels."""
    tally = Tally()
    for example, row in zip(examples, labels, strict=True):
        ours = [told(one) for one in link(example.words, segments(row))]
        tally.add([word.text for word in example.words], gold(example), ours)
    return tally


def gold(example: Example) -> list[Told]:
    """The attributions as annotated."""
    rows = ((one.source, one.cue, one.content) for one in example.attributions)
    return [Told(*(tuple(frozenset(part) for part in parts) for parts in row)) for row in rows]


def told(one: Attribution) -> Told:
    """An attribution that we found."""
    return Told(_parts([one.source] if one.source else []), _parts([one.cue]), _parts(one.contents))


def _parts(found: Iterable[Segment]) -> tuple[frozenset[int], ...]:
    """The words of segments."""
    return tuple(frozenset(range(segment.start, segment.end)) for segment in found)
