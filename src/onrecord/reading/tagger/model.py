"""The trained model: from the words of a report to scores of labels, on one thread, one report at a time.

A report is never put in a batch with another, and sums are made in one order: what the model says of it depends on the
report alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from onrecord.encoder.session import session
from onrecord.reading.tagger.features import Features, features, windows
from onrecord.reading.tagger.words import Word

_MOST: Final = 512  # words of a window
_LABELS: Final = 7  # nothing, and the first and further words of three kinds


Table = NDArray[float32]


class Scores(NamedTuple):
    """For each word the score of each label: words x 7, in the order of `training.examples`."""

    roles: Table
    entities: Table


def scores(words: Sequence[Word]) -> Scores:
    """The scores of the words of one report."""
    given = features(words)
    parts = [_run(given, first, last) for first, last in windows(words, [1] * len(words), _MOST)]
    if not parts:
        empty = np.zeros((0, _LABELS), float32)
        return Scores(empty, empty)
    return Scores(np.concatenate([part.roles for part in parts]), np.concatenate([part.entities for part in parts]))


def _run(given: Features, first: int, last: int) -> Scores:
    """One window."""
    feed = {name: row[None, first:last] for name, row in given._asdict().items()}
    roles, entities = session("onrecord.reading.tagger", "tagger.onnx").run(["roles", "entities"], feed)
    return Scores(roles[0], entities[0])
