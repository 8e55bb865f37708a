"""Whether two names are told to be one bearer's: `python -m evals.name_pairs CASES.csv [FOLDER...] [--beside RUN.csv]`.

CASES.csv is name_bench's (`training/name_pairs.py` says where it is from, and how it is halved): precision, recall and
F1 of names held to be one bearer's from a likeness of 0.5 on, and of names held to be one name written in two ways;
beside Jaro-Winkler at the threshold that suits it best, and beside the scores of a run of name_bench's own harness
(`run.py -c logicv2`), at its threshold of 0.7.

A FOLDER holds transliterations, `wd_*` of NETransliteration-COLING2018 or `train.txt` of Persian back-transliteration:
the share of true pairs that score above all but one in a hundred false ones. False pairs are drawn at random, or as
hard as can be: of 8,000 names the one most like the true one (Jaro-Winkler) that the data do not align with it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from training.name_pairs import BODY, PERSON, Case, cases

from onrecord.matching.likeness import SAME, Likeness, body_likeness, person_likeness, same_person
from onrecord.wording import name_key

Score = Callable[[str, str], float]
Told = Callable[[str, str], Likeness]
Pairs = list[tuple[str, str]]

BESIDE = 0.7  # the threshold of name_bench's own harness
FALSE = 0.01  # share of false pairs that may pass
DRAWN = 2000  # true pairs of a file
CROWD = 8000  # names among which the hard false one is looked for
NEAR = 20  # names of which the first is taken that the data do not align
TOLD = 2  # times that an alignment must be seen where two romanisations are taken from it
_PERSIAN = str.maketrans("ABPTJCHXDRZSFQKGLMNVY", "ابپتجچهخدرزسفقکگلمنوی", "'")


@dataclass(frozen=True)
class Ratio:
    """Pairs rightly and wrongly held to be one, and those that were missed."""

    right: int
    wrong: int
    missed: int

    @classmethod
    def of(cls, judged: Iterable[tuple[bool, bool]]) -> Ratio:
        """Of verdicts with what is so."""
        listed = list(judged)
        return cls(listed.count((True, True)), listed.count((True, False)), listed.count((False, True)))

    @property
    def f1(self) -> float:
        """The F1; 0 where nothing was rightly held to be one."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def __str__(self) -> str:
        precision, recall = (self.right / (self.right + n) if self.right else 0.0 for n in (self.wrong, self.missed))
        return f"F1 {self.f1:.3f} (P {precision:.3f}, R {recall:.3f})"


def jaro_winkler(one: str, other: str) -> float:
    """The likeness of two names' comparable forms as Jaro and Winkler have it."""
    return JaroWinkler.similarity(name_key(one), name_key(other))


def held(some: Sequence[Case], score: Score, threshold: float = SAME) -> Ratio:
    """What is held to be one from a threshold on."""
    return Ratio.of((score(case.one, case.other) >= threshold, case.same) for case in some)


def best(some: Sequence[Case], score: Score) -> tuple[float, float]:
    """The highest F1, and the threshold that gives it."""
    thresholds = {score(case.one, case.other) for case in some}
    return max((held(some, score, threshold).f1, threshold) for threshold in thresholds)


def bench(some: Sequence[Case], told: Told, beside: dict[tuple[str, str, str], float]) -> Iterator[str]:
    """Lines for the cases of one sort."""
    halves = {"all": some, "seen": [c for c in some if c.seen], "held out": [c for c in some if not c.seen]}
    for name, part in halves.items():
        if not part:
            continue
        peer, threshold = best(part, jaro_winkler)
        others = f"; Jaro-Winkler {peer:.3f} at {threshold:.3f}"
        if beside:
            run = Ratio.of((beside.get((c.schema, c.one, c.other), 0.0) >= BESIDE, c.same) for c in part)
            others += f"; beside {run}"
        strictly = Ratio.of((told(c.one, c.other).one_name, c.same) for c in part)
        ours = held(part, lambda one, other: told(one, other).score)
        yield f"  {name}, {len(part)} pairs: {ours}; as one name {strictly}{others}"


def missed(some: Sequence[Case], told: Told) -> list[str]:
    """Cases of the half that may be seen that were told wrongly."""
    likened = [(case, told(case.one, case.other)) for case in some if case.seen]
    return [
        f"    {('two ', 'same')[case.same]} {like.score:.2f} {case.one} | {case.other} ({', '.join(sorted(like.ways))})"
        for case, like in likened
        if (like.score >= SAME) != case.same
    ]


@dataclass(frozen=True)
class Aligned:
    """Names with their forms in Latin letters: the true pairs, and every form that the data give for each name."""

    true: Pairs
    forms: dict[str, set[str]]
    pool: list[str]


def wikidata(folder: Path, script: str) -> Aligned:
    """Names of Wikidata in a script: those held out, and the forms of all parts."""
    return _drawn([(native, latin) for native, latin, _ in _rows(_held_out(folder, script))], _forms(folder, script))


def romanised(folder: Path, script: str) -> Aligned:
    """Two ways in which one name of a script is written in Latin letters, both seen more than once."""
    often: dict[str, set[str]] = defaultdict(set)
    for native, latin, seen in _rows(_held_out(folder, script)):
        often[native] |= {latin} if seen >= TOLD else set()
    related: dict[str, set[str]] = defaultdict(set)
    for latins in _forms(folder, script).values():
        for latin in latins:
            related[latin] |= latins
    return _drawn([pair for latins in often.values() for pair in combinations(sorted(latins), 2)], related)


def persian(path: Path) -> Aligned:
    """Persian names, their code put back into the script as far as it tells."""
    forms: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        code, latin = line.split("\t")
        forms[code.translate(_PERSIAN)].add(latin)
    return _drawn([(native, latin) for native, some in sorted(forms.items()) for latin in sorted(some)], forms)


def _held_out(folder: Path, script: str) -> Path:
    return folder / f"wd_{script}_20"


def _forms(folder: Path, script: str) -> dict[str, set[str]]:
    """The Latin forms that any part of the data gives for each name."""
    forms: dict[str, set[str]] = defaultdict(set)
    for part in folder.glob(f"wd_{script}_[0-9]*"):
        for native, latin, _ in _rows(part):
            forms[native].add(latin)
    return forms


def _rows(path: Path) -> Iterator[tuple[str, str, int]]:
    for line in path.read_text("utf-8").splitlines():
        latin, native, seen = line.split("\t")
        yield native.replace(" ", ""), name_key(latin).replace(" ", ""), int(seen)


def _drawn(true: Pairs, forms: dict[str, set[str]]) -> Aligned:
    true = [pair for pair in true if min(map(len, pair)) > 1]
    drawn = Random(1).sample(true, min(DRAWN, len(true)))
    return Aligned(drawn, forms, sorted({form for some in forms.values() for form in some if len(form) > 1}))


def at_random(aligned: Aligned) -> Pairs:
    """False pairs: each name with a form of another."""
    random = Random(2)
    pairs: Pairs = []
    for name, _ in aligned.true:
        some = random.sample(aligned.pool, min(NEAR, len(aligned.pool)))
        pairs += [(name, form) for form in some if form not in aligned.forms[name]][:1]
    return pairs


def hard(aligned: Aligned) -> Pairs:
    """False pairs: each name with the form most like its own that is not aligned with it."""
    crowd = Random(3).sample(aligned.pool, min(CROWD, len(aligned.pool)))
    pairs: Pairs = []
    for name, form in aligned.true:
        near = process.extract(form, crowd, scorer=JaroWinkler.similarity, limit=NEAR)
        pairs += [(name, other) for other, *_ in near if other not in aligned.forms[name] and other != form][:1]
    return pairs


def recall(true: Pairs, false: Pairs, score: Score) -> float:
    """The share of true pairs that score above all but one in a hundred false ones."""
    ranked = sorted((score(*pair) for pair in false), reverse=True)
    floor = ranked[int(len(ranked) * FALSE)]
    return sum(score(*pair) > floor for pair in true) / len(true)


def transliterations(folder: Path) -> Iterator[str]:
    """Lines for the files of a folder."""
    scripts = sorted(path.name.split("_")[1] for path in folder.glob("wd_*_20"))
    sets = [(f"Wikidata {script}", wikidata(folder, script)) for script in scripts]
    sets += [("Wikidata arabic, two romanisations", romanised(folder, "arabic"))] if "arabic" in scripts else []
    scores = (same_person, jaro_winkler)
    yield from (f"  {name}, {len(some.true)} pairs: {recalls(some, *scores)}" for name, some in sets)
    for path in folder.glob("train.txt"):
        some = persian(path)
        yield f"  Persian, {len(some.true)} pairs: {recalls(some, *map(either_s, scores))}"


def recalls(aligned: Aligned, score: Score, peer: Score) -> str:
    """The recall among false pairs of either sort, beside the peer's."""
    cells = []
    for sort, false in (("random", at_random(aligned)), ("hard", hard(aligned))):
        ours, theirs = (recall(aligned.true, false, one) for one in (score, peer))
        cells.append(f"{sort} {ours:.3f} (Jaro-Winkler {theirs:.3f}; {len(false)} false)")
    return ", ".join(cells)


def either_s(score: Score) -> Score:
    """A score of names whose code has one letter for two: that of the reading that scores higher."""
    return lambda native, latin: max(score(native, latin), score(native.replace("س", "ش"), latin))


def _beside(path: Path | None) -> dict[tuple[str, str, str], float]:
    """The scores of a run of name_bench's harness."""
    if path is None:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["schema"], row["name1"], row["name2"]): float(row["score"]) for row in csv.DictReader(file)}


def main() -> int:
    """Print a line for each part of the cases, and for each set of transliterations."""
    args = _arguments()
    listed, beside = cases(args.cases), _beside(args.beside)
    for name, schemas, told in (("persons", PERSON, person_likeness), ("companies", BODY, body_likeness)):
        some = [case for case in listed if case.schema in schemas]
        print(name, *bench(some, told, beside), *missed(some, told)[: args.misses], sep="\n")
    for folder in args.folder:
        print(f"recall at {FALSE:.0%} false merges, {folder.name}", *transliterations(folder), sep="\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.name_pairs", description="Score the likeness of names.")
    parser.add_argument("cases", type=Path, help="cases.csv of name_bench")
    parser.add_argument("folder", nargs="*", type=Path, help="folder of transliterations")
    parser.add_argument("--beside", type=Path, metavar="RUN", help="scores of a run of name_bench's own harness")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N pairs of the seen half told wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
