"""Whether a headline and an article are about one thing: `python -m training.related FOLDER`.

Two likenesses, and their weights: logistic regression on the training part of FNC-1, of which FOLDER is a checkout. No
number of it ships; the measure of FNC-1 asks it before it asks what the article says.
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from training.logistic import fitted
from training.pairs import UNRELATED, fnc
from training.passages import sentences, weighty

WEIGHTS = Path(__file__).with_name("related.toml")
FEATURES = ("sentence", "article")
PENALTY = 0.3


class Article:
    """The sentences of an article and their weighty words."""

    def __init__(self, text: str) -> None:
        self.told = sentences(text)
        self.words = [weighty(one) for one in self.told]
        self.all = frozenset[str]().union(*self.words)


class Rarity:
    """What each word weighs: the rarer among articles, the more."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._counts = Counter(word for article in articles for word in article.all)
        self._all = len(articles)

    def __call__(self, words: Iterable[str]) -> float:
        """The weight of words together."""
        return sum(math.log((self._all + 1) / (self._counts[word] + 1)) for word in sorted(words))


def likenesses(headline: str, article: Article, rarity: Rarity) -> dict[str, float]:
    """How much of a headline stands in one sentence, and how much in the whole article."""
    wanted = weighty(headline)
    whole = rarity(wanted) or 1.0
    return {
        "sentence": max(rarity(wanted & words) for words in article.words) / whole,
        "article": rarity(wanted & article.all) / whole,
    }


def related(found: Mapping[str, float]) -> float:
    """How likely a headline and an article with such likenesses are about one thing."""
    weights = _weights()
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * found[name] for name in FEATURES)))


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(WEIGHTS.read_text("utf-8"))


def main() -> None:
    """Learn the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with train_bodies.csv and train_stances.csv of FNC-1")
    part = fnc(parser.parse_args().folder, "train")
    articles = {number: Article(text) for number, text in part.bodies.items()}
    rarity = Rarity(list(articles.values()))
    rows = [likenesses(one.headline, articles[one.body], rarity) for one in part.judged]
    x = np.array([[*(row[name] for name in FEATURES), 1.0] for row in rows])
    y = np.array([float(one.stance != UNRELATED) for one in part.judged])
    found = zip([*FEATURES, "bias"], fitted(x, y, PENALTY).tolist(), strict=True)
    WEIGHTS.write_text("# Written by training/related.py\n" + "".join(f"{k} = {v:.3f}\n" for k, v in found), "utf-8")


if __name__ == "__main__":
    main()
