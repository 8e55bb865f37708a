"""What a report puts forward in its own voice, where it bears on a question that others answer too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.reading.claims import claims, clauses
from onrecord.reading.scene import Scene
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement, statement_id
from onrecord.record.when import When

_LEAST = 20  # code points: less is a remnant between two statements


def narrated(
    scene: Scene, sentences: Sequence[Span], statements: Sequence[Statement], outlet: str, published: When
) -> list[Statement]:
    """One statement for each stretch of a sentence that nobody else speaks and that makes a claim.

    Args:
        scene: the report's mentions.
        sentences: the sentences to look at, headlines among them.
        statements: the attributed statements; what they cover is not the report's own voice.
        outlet: name key of the outlet, or empty where it is not known.
        published: day of publication: an own voice speaks on that day.
    """
    covered = sorted(_covered(statements))
    reach = max((end - start for start, end in covered), default=0)
    found = []
    for sentence in sentences:
        for span in _gaps(sentence, covered, reach):
            made = tuple(
                c
                for c in claims(scene, clauses(scene, (span,), outlet, own=True))
                if not c.extent or c.value in scene.names
            )
            if made:
                chain = (outlet,) if outlet else ()
                key = statement_id(span.report, (span,), None)
                own = (key, span.report, Mode.OWN, Act.ASSERT, Stance.OWN, chain)
                found.append(Statement(*own, None, None, (span,), "", published, made))
    return found


def _covered(statements: Iterable[Statement]) -> Iterable[tuple[int, int]]:
    for statement in statements:
        for span in (*statement.content, statement.cue, statement.speaker):
            if span:
                yield span.start, span.end


def _gaps(sentence: Span, covered: Sequence[tuple[int, int]], reach: int) -> Iterable[Span]:
    """The stretches of a sentence that nothing covers; no covered stretch is longer than the reach."""
    at = sentence.start
    low = bisect_left(covered, (sentence.start - reach, 0))
    high = bisect_left(covered, (sentence.end + 1, 0))
    for start, end in [*covered[low:high], (sentence.end, sentence.end)]:
        if end <= at:
            continue
        if start - at >= _LEAST:
            yield Span(sentence.report, at, min(start, sentence.end))
        at = max(at, end)
        if at >= sentence.end:
            return
