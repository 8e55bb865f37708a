"""What an article says to a headline, held to FNC-1: `python -m evals.fnc FOLDER [--withheld FOLDER]`.

FOLDER is a checkout of FakeNewsChallenge/fnc-1. First it is told whether the two are about one thing
(`training/related.py`); only where they are does the encoder hold the headline against the likeliest passages of the
article. Exit status 1 where a figure of the test part is under its floor.

`--withheld`, a checkout of thanhan/fc-aaai18, measures what of the training part bears on claims that Emergent tests.
The encoder has learnt nothing of that; by it, it was chosen how passages are put together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training.pairs import BODIES, UNRELATED, Articles, Judged, emergent, fnc, withheld
from training.passages import passages
from training.related import Article, Rarity, likenesses, related

from evals.classes import by_label, macro, tell, weights
from evals.figures import share, shown, value_of
from onrecord.encoder.model import passage

_LABELS = (*BODIES, UNRELATED)
_READ = 2  # passages of an article
_EDGE = 0.5  # how likely the two must be about one thing
_MACRO, _DISAGREE = 0.60, 0.25  # floors
_TOPIC, _STANCE = 0.25, 0.75  # what FNC-1 gives for the topic, and for the stance besides


class Reader:
    """What articles say to headlines."""

    def __init__(self, bodies: dict[str, str]) -> None:
        self._articles = {number: Article(text) for number, text in bodies.items()}
        self._rarity = Rarity(list(self._articles.values()))

    def __call__(self, headline: str, body: str) -> str:
        """One of the four labels."""
        article = self._articles[body]
        if related(likenesses(headline, article, self._rarity)) < _EDGE:
            return UNRELATED
        return BODIES[int(np.argmax(stance(headline, article.told)))]


def stance(headline: str, told: Sequence[str]) -> Sequence[float]:
    """How likely an article agrees, disagrees or only discusses: the mean of its likeliest passages."""
    found = [passage(headline, text) for text in passages(headline, told, _READ)]
    return [sum(shares) / len(found) for shares in zip(*found, strict=True)]


def points(said: Sequence[str], wanted: Sequence[str]) -> float:
    """The score of the challenge, as a share of the most that can be had."""
    most = sum(_TOPIC if label == UNRELATED else 1.0 for label in wanted)
    return sum(_worth(*pair) for pair in zip(said, wanted, strict=True)) / most


def _worth(said: str, wanted: str) -> float:
    if UNRELATED in (said, wanted):
        return _TOPIC if said == wanted else 0.0
    return _TOPIC + (_STANCE if said == wanted else 0.0)


def main() -> int:
    """Print the figures."""
    args = _arguments()
    name = "train" if args.withheld else "competition_test"
    part = fnc(args.folder, name)
    judged = _withheld(part, args.withheld) if args.withheld else part.judged
    read = Reader(part.bodies)
    said, wanted = [read(one.headline, one.body) for one in judged], [one.stance for one in judged]
    right = share(one == other for one, other in zip(said, wanted, strict=True))
    found = by_label(said, wanted, _LABELS)
    print(f"weights {weights()}, {len(judged)} pairs: accuracy {shown(right)}")
    print(f"  macro-F1 {macro(found):.3f}, score of the challenge {points(said, wanted):.3f}")
    tell(found)
    low = macro(found) < _MACRO or (value_of(found["disagree"]["f1"]) or 0.0) < _DISAGREE
    return int(low and not args.withheld)


def _withheld(part: Articles, folder: Path) -> list[Judged]:
    hidden = withheld(part, emergent(folder, "test"))
    return [one for one in part.judged if one in hidden]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.fnc", description="Score stance on FNC-1.")
    parser.add_argument("folder", type=Path, help="a checkout of FakeNewsChallenge/fnc-1")
    parser.add_argument("--withheld", type=Path, metavar="FOLDER", help="measure what was kept from training instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
