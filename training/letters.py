"""How letters of other scripts are written in Latin ones: `python -m training.letters FOLDER OUT`, two tables into OUT.

FOLDER holds `wd_arabic_64`, `wd_hebrew_64`, `wd_katakana_64`, `wd_korean_64`, `wd_russian_64`: names of Wikidata (CC0)
aligned token by token (Merhav & Ash, "Design Challenges in Named Entity Transliteration", COLING 2018), as they lie in
`data` of https://github.com/steveash/NETransliteration-COLING2018. The other parts of that data are held out.
Expectation maximisation over all ways to cut the Latin name into as many chunks as there are letters.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, permutations
from pathlib import Path

from onrecord.matching.closeness import closeness
from onrecord.matching.naming import Part
from onrecord.matching.scripts import CHANCE, LONGEST, Table, letters, shown
from onrecord.wording import name_key

SCRIPTS = ("arabic", "hebrew", "katakana", "korean", "russian")
ROUNDS = 8
MOST = 30_000  # pairs of a script
CONSONANTAL = ("arabic", "hebrew")  # without vowels, a name is written in Latin letters in many ways
FORMS = 8  # of a name; what has more is a short word that stands for many names
ALIKE = 0.5
LEAST_SHARE = 0.002  # of a letter, for a way to write it
LEAST_SEEN = 2.0  # times that it was seen

Pair = tuple[str, str, float]
Counts = defaultdict[str, defaultdict[str, float]]
_TINY = 1e-60


def main() -> None:
    """Learn the tables and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    table: Table = {}
    seen: Counter[str] = Counter()
    for script in SCRIPTS:
        pairs = list(islice(aligned(args.folder / f"wd_{script}_64"), MOST))
        seen.update("".join(latin for _, latin, _ in pairs))
        table |= learnt(pairs)
        print(f"{script}: {len(pairs)} pairs")
    _write(args.out / "letters.tsv", {CHANCE: shares(seen)} | dict(sorted(table.items())))
    names = [pair for script in CONSONANTAL for pair in rewritten(aligned(args.folder / f"wd_{script}_64"))]
    print(f"two romanisations: {len(names)} pairs")
    _write(args.out / "romanised.tsv", dict(sorted(learnt(names).items())))


def _write(path: Path, rows: Table) -> None:
    path.write_text("".join(f"{shown(letter, row)}\n" for letter, row in rows.items()), "utf-8")


def rewritten(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Two Latin forms of one name, in either order; those that share little are no forms of one name."""
    forms: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for native, latin, weight in pairs:
        forms[native][latin] = weight
    for of_one in forms.values():
        for one, other in permutations(of_one, 2) if len(of_one) <= FORMS else ():
            if closeness(Part(one), Part(other)) > ALIKE:
                yield one, other, min(of_one[one], of_one[other])


def aligned(path: Path) -> Iterator[Pair]:
    """Names in another script, the same in Latin letters, and their weight: the root of how often they were aligned."""
    for line in path.read_text("utf-8").splitlines():
        latin, native, often = line.split("\t")
        pair = letters(native.replace(" ", "")), name_key(latin).replace(" ", "")
        if all(pair):
            yield *pair, int(often) ** 0.5


def learnt(pairs: list[Pair]) -> Table:
    """How each letter is written."""
    table = _guess(pairs)
    for _ in range(ROUNDS):
        counts: Counts = defaultdict(lambda: defaultdict(float))
        for pair in pairs:
            for letter, chunk, weight in _expected(pair, table):
                counts[letter][chunk] += weight
        table = {letter: shares(row) for letter, row in counts.items()}
    often = ({chunk: n for chunk, n in row.items() if n >= LEAST_SEEN} for row in counts.values())
    return {letter: shares(row) for letter, row in zip(counts, often, strict=True) if row}


def shares(row: Mapping[str, float]) -> dict[str, float]:
    """What share each has, without those that are rare."""
    least = LEAST_SHARE * sum(row.values())
    kept = {chunk: n for chunk, n in row.items() if n >= least}
    return {chunk: n / sum(kept.values()) for chunk, n in kept.items()}


def _guess(pairs: Iterable[Pair]) -> Table:
    """To begin with: a letter is written with what stands about as far on in the Latin name."""
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for native, latin, _ in pairs:
        for place, letter in enumerate(native):
            start = place * len(latin) // len(native)
            for chunk in {
                latin[start + by : start + by + n] for by in (-1, 0, 1) for n in (0, 1, 2) if start + by >= 0
            }:
                counts[letter][chunk] += 1
    return {letter: {chunk: n / sum(row.values()) for chunk, n in row.items()} for letter, row in counts.items()}


def _expected(pair: Pair, table: Table) -> Iterator[tuple[str, str, float]]:
    """How often, by what is known so far, each letter of a pair is written how."""
    native, latin, often = pair
    before = _prefixes(native, latin, table)
    after = [row[::-1] for row in _prefixes(native[::-1], latin[::-1], _reversed(table, native))[::-1]]
    total = before[-1][-1]
    for place, letter in enumerate(native) if total > _TINY else ():
        for start, so_far in enumerate(before[place]):
            for chunk, share in _chunks(table.get(letter, {}), latin, start) if so_far else ():
                if weight := often * so_far * share * after[place + 1][start + len(chunk)] / total:
                    yield letter, chunk, weight


def _prefixes(native: str, latin: str, table: Table) -> list[list[float]]:
    """The likelihood that so many letters are written as so many Latin ones."""
    rows = [[1.0] + [0.0] * len(latin)]
    for letter in native:
        row = [0.0] * (len(latin) + 1)
        for start, so_far in enumerate(rows[-1]):
            for chunk, share in _chunks(table.get(letter, {}), latin, start) if so_far else ():
                row[start + len(chunk)] += so_far * share
        rows.append(row)
    return rows


def _reversed(table: Table, native: str) -> Table:
    return {letter: {chunk[::-1]: share for chunk, share in table.get(letter, {}).items()} for letter in set(native)}


def _chunks(row: dict[str, float], latin: str, start: int) -> Iterator[tuple[str, float]]:
    for end in range(start, min(len(latin), start + LONGEST) + 1):
        if share := row.get(latin[start:end]):
            yield latin[start:end], share


if __name__ == "__main__":
    main()
