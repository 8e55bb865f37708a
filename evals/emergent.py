"""Whether a headline is for or against a claim, held to Emergent: `python -m evals.emergent FOLDER`.

The official split, its test part. FOLDER is a checkout of thanhan/fc-aaai18, whose `emergent` holds the split as it
was released with the paper (Ferreira and Vlachos 2016; its classifier: accuracy .73). Exit status 1 under a floor.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.pairs import STANCES, Pair, emergent

from evals.classes import by_label, macro, tell, weights
from evals.figures import share, shown, value_of
from onrecord.encoder.model import reception

_ACCURACY, _AGAINST = 0.77, 0.72


def said(pair: Pair) -> str:
    """What the encoder takes a headline for."""
    found = reception(pair.one, pair.other)
    return STANCES[found.index(max(found))]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evals.emergent", description="Score stance on Emergent.")
    parser.add_argument("folder", type=Path, help="a checkout of thanhan/fc-aaai18")
    pairs = emergent(parser.parse_args().folder, "test")
    wanted, ours = [STANCES[pair.label] for pair in pairs], [said(pair) for pair in pairs]
    right = share(one == other for one, other in zip(ours, wanted, strict=True))
    found = by_label(ours, wanted, STANCES)
    print(f"weights {weights()}, {len(pairs)} pairs: accuracy {shown(right)}, macro-F1 {macro(found):.3f}")
    tell(found)
    return int((value_of(right) or 0) < _ACCURACY or (value_of(found["against"]["f1"]) or 0) < _AGAINST)


if __name__ == "__main__":
    sys.exit(main())
