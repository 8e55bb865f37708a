"""The encoder that ships: statements to vectors, pairs of statements to likelihoods.

One text, or one pair, goes in at a time, on one thread: what comes out depends on it alone, and not on what else was
asked.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.session import session
from onrecord.encoder.texts import Pieces, Wording, alone, together

WIDTH: Final = 128  # of each vector
_SCALE: Final = 127  # by which a vector of length 1 is kept in whole numbers
_KEPT: Final = 2**14  # results that are kept at hand

Vector = NDArray[np.floating]


class Stance(NamedTuple):
    """How likely two statements say the same, contradict each other, or neither; the three add up to 1."""

    same: float
    against: float
    neither: float


class Reception(NamedTuple):
    """How likely a text is for a claim, against it, or only tells of it; the three add up to 1."""

    favours: float
    against: float
    observes: float


class Agreement(NamedTuple):
    """How likely a passage agrees with a headline, disagrees, or only discusses it; the three add up to 1."""

    agrees: float
    disagrees: float
    discusses: float


@lru_cache(maxsize=_KEPT)
def vectors(one: Wording) -> tuple[bytes, bytes]:
    """What a statement is about, and what it says of that: two vectors of `WIDTH`, a signed byte for each number."""
    about, says = _run(alone(one), ["about", "says"])
    return _bytes(about), _bytes(says)


@lru_cache(maxsize=_KEPT)
def stance(one: str, other: str) -> Stance:
    """How two statements stand to each other; the same whichever comes first."""
    both = [_run(together(*texts), ["stance"])[0] for texts in ((one, other), (other, one))]
    entailed, neutral, contradicted = _shares((both[0] + both[1]) / 2)
    return Stance(entailed, contradicted, neutral)


@lru_cache(maxsize=_KEPT)
def reception(claim: str, text: str) -> Reception:
    """How a text stands to a claim."""
    return Reception(*_shares(_run(together(claim, text), ["reception"])[0]))


@lru_cache(maxsize=_KEPT)
def passage(headline: str, text: str) -> Agreement:
    """How a passage of an article stands to a headline."""
    return Agreement(*_shares(_run(together(headline, text), ["passage"])[0]))


@lru_cache(maxsize=_KEPT)
def weakens(claim: str, other: str) -> float:
    """How likely a claim that another outlet makes weakens this one."""
    return _shares(_run(together(claim, other), ["weakens"])[0])[1]


def _run(given: Pieces, wanted: list[str]) -> list[Vector]:
    ids, sides = (np.array([row], np.int64) for row in given)
    return [
        found[0] for found in session("onrecord.encoder", "encoder.onnx").run(wanted, {"pieces": ids, "sides": sides})
    ]


def _bytes(vector: Vector) -> bytes:
    """A vector of length 1, in whole numbers."""
    kept: NDArray[np.int8] = np.rint(vector / max(float(np.linalg.norm(vector)), 1e-9) * _SCALE).astype(np.int8)
    return kept.tobytes()


def _shares(scores: Vector) -> list[float]:
    """Softmax, in steps of a thousandth: what lies beyond differs from one processor to the next."""
    raised = np.exp(scores - scores.max())
    return [round(float(share), 3) for share in raised / raised.sum()]
