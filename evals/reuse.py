"""Measures which pairs of articles share reused passages: `python -m evals.reuse FOLDER [--misses N]`.

FOLDER holds `train_bodies.csv` and `competition_test_bodies.csv` of FNC-1; `reuse.tsv` says which pairs, how they were
drawn and by what rule they were labelled, `reuse_held_out.tsv` has others. Two bodies are a pair where a passage stands
in both.
Beside it, in the same run: MinHash of whole documents (datasketch, `_PERMUTATIONS` permutations, n-grams of words), at
the length of n-gram and the threshold that are best on the pairs of `reuse.tsv`. Exit status 1 where our F1 on these
is under `_FLOOR` or behind.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from evals.figures import Figures, prf, share, shown, value_of
from onrecord.follow import follow
from onrecord.ledger.sqlite import open_store
from onrecord.matching.passages import reuses
from onrecord.prints import spots
from onrecord.record.reuse import Reuse
from onrecord.wording import words

PAIRS = Path(__file__).with_name("reuse.tsv")
HELD_OUT = Path(__file__).with_name("reuse_held_out.tsv")
_FILES = ("train_bodies.csv", "competition_test_bodies.csv")
_ADDRESS = "https://fnc-1.example/"
_PERMUTATIONS = 256
_GRAMS = range(1, 9)
_FLOOR = 0.85


class Pair(NamedTuple):
    """Two bodies, and whether a passage of one is reused in the other."""

    one: int
    other: int
    reused: bool


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The labelled pairs."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [Pair(int(one), int(other), label == "1") for one, other, label in rows]


def bodies(folder: Path, wanted: Iterable[int]) -> dict[int, str]:
    """The texts of these bodies."""
    kept = set(wanted)
    found = {}
    for name in _FILES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            found.update({int(row["Body ID"]): row["articleBody"] for row in csv.DictReader(file)})
    return {body: found[body] for body in sorted(kept)}


class Shared:
    """The passages that two bodies share, in a record of all of them."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        with TemporaryDirectory() as folder, closing(open_store(":memory:", create=True)) as store:
            # Two bodies with one text are two reports: each has an address of its own.
            rows = [json.dumps({"text": text, "url": f"{_ADDRESS}{body}"}) for body, text in texts.items()]
            path = Path(folder) / "bodies.jsonl"
            path.write_text("\n".join(rows), "utf-8")
            for _ in follow([path], store):
                pass
            view = store.view()
            listed = {listing.url: report for report, listing in view.listings().items()}
            self._reports = {body: listed[f"{_ADDRESS}{body}"] for body in texts}
            self._texts = {report: view.text(report) for report in self._reports.values()}
            self._prints = view.prints()

    def __call__(self, pair: Pair) -> list[Reuse]:
        """What stands in both."""
        reports = [self._reports[body] for body in (pair.one, pair.other)]
        mine = {report: self._prints[report] for report in reports}
        found = reuses(reports, self._texts.__getitem__, spots(mine))
        return [reuse for reuse in found if reuse.a.report != reuse.b.report]


def minhash(texts: Mapping[int, str], labelled: Sequence[Pair], length: int) -> list[float]:
    """How alike documents are by MinHash of their n-grams of words."""
    from datasketch import MinHash  # noqa: PLC0415 - only here while it is measured

    def sketch(text: str) -> MinHash:
        forms = [word.form for word in words(text)]
        grams = {" ".join(forms[n : n + length]).encode() for n in range(max(1, len(forms) - length + 1))}
        made = MinHash(num_perm=_PERMUTATIONS)
        made.update_batch(sorted(grams))
        return made

    sketches = {body: sketch(texts[body]) for pair in labelled for body in pair[:2]}
    return [float(sketches[pair.one].jaccard(sketches[pair.other])) for pair in labelled]


def best(likeness: Sequence[float], labelled: Sequence[Pair]) -> tuple[float, Figures]:
    """The threshold with the best F1, and its figures."""
    tried = [(edge, judged([one >= edge for one in likeness], labelled)) for edge in sorted(set(likeness))]
    return max(tried, key=lambda one: (value_of(one[1]["f1"]) or 0.0, one[0]))


def judged(found: Sequence[bool], labelled: Sequence[Pair]) -> Figures:
    """F1, precision and recall of pairs."""
    both = list(zip(found, labelled, strict=True))
    return prf(share(pair.reused for said, pair in both if said), share(said for said, pair in both if pair.reused))


def main() -> int:
    """Print the figures of both, and the pairs that we got wrong where that is asked for."""
    args = _arguments()
    known, held = pairs(), pairs(HELD_OUT)
    texts = bodies(args.folder, (body for pair in [*known, *held] for body in pair[:2]))
    shared = Shared(texts)
    tried = {length: best(minhash(texts, known, length), known) for length in _GRAMS}
    length = max(tried, key=lambda one: value_of(tried[one][1]["f1"]) or 0.0)
    edge = tried[length][0]
    f1 = {}
    for name, labelled in (("labelled", known), ("held out", held)):
        print(f"{name}: {len(labelled)} pairs, {sum(pair.reused for pair in labelled)} with reuse")
        found = [bool(shared(pair)) for pair in labelled]
        alike = [likeness >= edge for likeness in minhash(texts, labelled, length)]
        for way, said in (("passages", found), (f"MinHash, {length}-grams, from {edge:.3f}", alike)):
            figures = judged(said, labelled)
            f1[name, way] = value_of(figures["f1"]) or 0.0
            print(f"  {way:29}" + ", ".join(f"{label} {shown(figure)}" for label, figure in figures.items()))
        if labelled is known:
            print(*islice(_misses(found, known), args.misses), sep="\n", end="\n" if args.misses else "")
    ours, theirs, *_ = f1.values()
    return int(ours < _FLOOR or ours <= theirs)


def _misses(found: Sequence[bool], labelled: Sequence[Pair]) -> Iterator[str]:
    for said, pair in zip(found, labelled, strict=True):
        if said != pair.reused:
            yield f"  {'surplus' if said else 'missed '}  {pair.one}  {pair.other}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.reuse", description="Score reuse on pairs of articles.")
    parser.add_argument("folder", type=Path, help="folder with the bodies of FNC-1")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N pairs judged wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
