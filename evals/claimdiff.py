"""Whether a claim of one outlet weakens that of another, held to ClaimDiff: `python -m evals.claimdiff FOLDER`.

FOLDER is a checkout of kaistAI/ClaimDiff. `test-full` has all pairs of the articles, as they come, of which few are
related; `test` those that were filtered for it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.pairs import claimdiff

from evals.classes import by_label, tell, weights
from onrecord.encoder.model import weakens

_LABELS = ("rest", "weakens")
_EDGE = 0.5  # how likely it must be


def main() -> None:
    """Print the figures, and those of saying that every claim weakens."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a checkout of kaistAI/ClaimDiff")
    parser.add_argument("--part", default="test-full", choices=("test-full", "test"))
    args = parser.parse_args()
    pairs = claimdiff(args.folder, "weak", args.part)
    wanted = [_LABELS[pair.label] for pair in pairs]
    ours = [_LABELS[weakens(pair.one, pair.other) >= _EDGE] for pair in pairs]
    print(f"weights {weights()}, {len(pairs)} pairs of {args.part}")
    for name, told in (("encoder", ours), ("all weaken", ["weakens"] * len(pairs))):
        print(f" {name}")
        tell(by_label(told, wanted, _LABELS[1:]))


if __name__ == "__main__":
    main()
