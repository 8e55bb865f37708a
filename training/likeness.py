"""The weights of two names' likeness: `python -m training.likeness CASES.csv OUT`.

Logistic regression with a penalty on the squares, by Newton's method, on the half of name_bench that may be seen
(`training/name_pairs.py`) and on pairs of our own.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from onrecord.matching.likeness import by_characters, told
from onrecord.matching.naming import body, person
from training.logistic import Matrix, fitted
from training.name_pairs import BODY, PERSON, Case, cases, own

PENALTY = 0.3
FEATURES = {
    "person": "edits gender conflict dropped order given mark".split(),
    "body": "edits conflict dropped mark".split(),
}


def main() -> None:
    """Learn the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    seen = [case for case in (*cases(args.cases), *own()) if case.seen]
    camps = {"person": PERSON, "body": BODY}
    taught = {camp: weights([case for case in seen if case.schema in schemas], camp) for camp, schemas in camps.items()}
    lines = [f"[{camp}]\n" + "".join(f"{k} = {v:.3f}\n" for k, v in row.items()) for camp, row in taught.items()]
    args.out.write_text("# Written by training/likeness.py\n\n" + "\n".join(lines), "utf-8")


def weights(seen: Iterable[Case], camp: str) -> dict[str, float]:
    """The weight of each feature."""
    read = person if camp == "person" else body
    named = [(read(case.one), read(case.other), case.same) for case in seen]
    rows = [
        (told(one, other)[1], same)
        for one, other, same in named
        if one.parts and other.parts and not by_characters(one, other)
    ]
    names = [*FEATURES[camp], "bias"]
    x = np.array([[(features | {"bias": 1.0})[name] for name in names] for features, _ in rows])
    found = _without_merit(x, np.array([float(same) for _, same in rows]))
    return dict(zip(names, found.tolist(), strict=True))


def _without_merit(x: Matrix, y: Matrix) -> Matrix:
    """The weights, none of which says that names are likelier one for a difference: such a feature weighs nothing."""
    used = np.ones(x.shape[1], dtype=bool)
    found = fitted(x, y, PENALTY)
    while (found[:-1] > 0).any():
        used[:-1] &= found[:-1] <= 0
        found = np.zeros(x.shape[1])
        found[used] = fitted(x[:, used], y, PENALTY)
    return found


if __name__ == "__main__":
    main()
