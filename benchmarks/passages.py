"""Finding reused passages in many reports, beside MinHash LSH over the same passages.

All is counted from texts on: words, prints, candidates, alignment to exact spans. The alternatives sketch each sentence
by its 3-grams of words with 128 permutations, and look each up in an LSH index with the threshold .5: they tell which
sentences are alike, not where the words stand. They run on a sample, and their time is taken to grow with the reports.
Every measurement has a process of its own, and all use one core: it is the processor's time that is told.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from itertools import islice

import numpy as np

from benchmarks.echoes import Made, made
from benchmarks.rows import Row
from benchmarks.stories import ROOT
from benchmarks.timing import cpu_seconds
from onrecord.matching.passages import reuses
from onrecord.prints import Spots, numbered, runs, spots
from onrecord.record.reuse import Reuse
from onrecord.record.span import Span
from onrecord.weights import common, heavy
from onrecord.wording import words

_TOGETHER = 1_000  # reports whose words are numbered at a time
_SAMPLE = 3_000  # reports that the alternatives are given
_FEW = 2_000  # reports in which every shared run is looked up
_PERMUTATIONS, _THRESHOLD, _GRAM, _BANDS = 128, 0.5, 3, 32
_RUN, _HEAVY, _COMMON = 7, 4, 3  # a run of so many words, with so many of weight, so many of them no names: a passage


@dataclass(frozen=True)
class Measured:
    """What one way took for so many reports: the processor's time, and the most memory in MiB; and what it found."""

    reports: int
    seconds: float
    peak: float
    found: int


def passages(total: int) -> Iterator[Row]:
    """Time, beside the alternatives and at half the size; memory; and how much of what there is was found."""
    half, whole = _measured("ours", total // 2), _measured("ours", total)
    what = f"find passages in {total:,} reports of 400 words"
    for name in ("datasketch", "rensa"):
        if find_spec(name):
            other = _measured(name, min(_SAMPLE, total))
            beside = f"{name} MinHash LSH on {other.reports:,} of them, times {total / other.reports:.0f}"
            yield Row(what, whole.seconds, "s", beside, other.seconds * total / other.reports)
    yield Row(what, whole.seconds, "s", f"in {total // 2:,}", half.seconds)
    yield Row("the most memory", whole.peak, "MiB")
    yield Row("passages found", whole.found, "pairs")
    exact, planted = recall(_FEW)
    yield Row(f"runs of {_RUN} words with weight that {_FEW:,} reports share: found", 100 * exact, "%")
    yield Row("passages that these take from one another, as they are or edited: found", 100 * planted, "%")


def _measured(way: str, total: int) -> Measured:
    command = [sys.executable, "-m", "benchmarks.passages", way, str(total)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Measured(**json.loads(done.stdout))


def measure(way: str, total: int) -> Measured:
    """One way, on so many reports."""
    reports = made(total)
    found: list[int] = []
    spent = cpu_seconds(lambda: found.append(WAYS[way](reports)))
    return Measured(total, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found[0])


def find(reports: Sequence[Made]) -> list[Reuse]:
    """The passages, from texts on."""
    texts = {report.id: report.text for report in reports}
    outlets = {report.id: report.outlet for report in reports}
    return reuses(list(texts), texts.__getitem__, _spots(texts), outlets)


def _spots(texts: dict[str, str]) -> Spots:
    """Where the prints stand, as a record keeps them: read some reports at a time."""
    packed = {}
    for some in batched(texts.items(), _TOGETHER):
        known = numbered([text for _, text in some])
        prints, firsts = runs(known.codes, heavy(known), known.bounds)
        edges = np.searchsorted(firsts, known.bounds)
        for number, (report, _) in enumerate(some):
            mine = slice(edges[number], edges[number + 1])
            packed[report] = prints[mine].tobytes(), (firsts[mine] - known.bounds[number]).astype(np.uint32).tobytes()
    return spots(packed)


def batched(items: Iterable[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """Some of them at a time."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _sentences(reports: Sequence[Made]) -> Iterator[list[str]]:
    """The 3-grams of each sentence."""
    for report in reports:
        for sentence in report.text.split("\n\n"):
            forms = sentence.casefold().strip(".").split()
            yield [" ".join(forms[n : n + _GRAM]) for n in range(max(1, len(forms) - _GRAM + 1))]


def _datasketch(reports: Sequence[Made]) -> int:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - only here while it is measured

    index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    found = 0
    for number, grams in enumerate(_sentences(reports)):
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([gram.encode() for gram in grams])
        found += len(index.query(sketch))
        index.insert(number, sketch)
    return found


def _rensa(reports: Sequence[Made]) -> int:
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - only here while it is measured

    index = RMinHashLSH(_THRESHOLD, _PERMUTATIONS, _BANDS)
    found = 0
    for number, grams in enumerate(_sentences(reports)):
        sketch = RMinHash(_PERMUTATIONS, 1)
        sketch.update(grams)
        found += len(index.query(sketch))
        index.insert(number, sketch)
    return found


WAYS: dict[str, Callable[[Sequence[Made]], int]] = {
    "ours": lambda reports: len(find(reports)),
    "datasketch": _datasketch,
    "rensa": _rensa,
}


def recall(total: int) -> tuple[float, float]:
    """Of the places of runs that several reports share, and of passages taken from earlier ones: how many were found.

    Every run of every report is looked up, word for word, without prints. A passage is found where most of it is.
    """
    reports = made(total)
    covered = defaultdict(list)
    for reuse in find(reports):
        for side in (reuse.a, reuse.b):
            covered[side.report].append(side)
    shared = [places for places in _runs(reports).values() if len({place.report for place in places}) > 1]
    exact = [any(side.holds(place) for side in covered[place.report]) for places in shared for place in places]
    taken = [Span(report.id, *place) for report in reports for place in report.taken]
    edited = [any(_mostly(side, place) for side in covered[place.report]) for place in taken]
    return sum(exact) / len(exact), sum(edited) / len(edited)


def _mostly(side: Span, place: Span) -> bool:
    """Whether most of a place lies there."""
    return 2 * (min(side.end, place.end) - max(side.start, place.start)) > place.end - place.start


def _runs(reports: Sequence[Made]) -> dict[tuple[str, ...], list[Span]]:
    """Where each run of words stands that has weight."""
    found: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for report in reports:
        known = numbered([report.text])
        weighs = heavy(known)
        counts = [np.convolve(which, np.ones(_RUN), "valid") for which in (weighs, weighs & common(known))]
        read = words(report.text)
        for first in np.flatnonzero((counts[0] >= _HEAVY) & (counts[1] >= _COMMON)).tolist():
            run = read[first : first + _RUN]
            found[tuple(word.form for word in run)].append(Span(report.id, run[0].start, run[-1].end))
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(sys.argv[1], int(sys.argv[2])))))
