"""How like a question is to statements that may bear on it, by their vectors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from onrecord.encoder.model import vectors
from onrecord.encoder.texts import Wording


def likeness(question: str, about: Mapping[bytes, int]) -> float:
    """The mean cosine of a question and statements, by the vectors of what these are about and how many have each."""
    asked = _unit(vectors(Wording(question))[0])
    return sum(float(asked @ _unit(cell)) * count for cell, count in sorted(about.items())) / sum(about.values())


def _unit(cell: bytes) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    vector = np.frombuffer(cell, np.int8).astype(np.float64)
    return vector / max(float(np.linalg.norm(vector)), 1.0)
