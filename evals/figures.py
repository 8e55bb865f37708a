"""Shares of what was judged, and what is worked out from them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """A part of a whole."""

    part: float
    whole: int

    @property
    def value(self) -> float | None:
        """The part divided by the whole; None where there was nothing to judge."""
        return self.part / self.whole if self.whole else None


Figure = Share | float | None
Figures = dict[str, Figure]


def share(judged: Iterable[object]) -> Share:
    """How many of what was judged are so."""
    verdicts = [bool(one) for one in judged]
    return Share(sum(verdicts), len(verdicts))


def value_of(figure: Figure) -> float | None:
    """A figure as a number; None where there was nothing to judge."""
    return figure.value if isinstance(figure, Share) else figure


def shown(figure: Figure) -> str:
    """A figure for people, with its counts where it has any."""
    value = value_of(figure)
    if value is None:
        return "-"
    if isinstance(figure, Share) and isinstance(figure.part, int):
        return f"{value:.3f} ({figure.part}/{figure.whole})"
    return f"{value:.3f}"


def prf(precision: Share | None, recall: Share) -> Figures:
    """The F1 first; the recall first where no precision can be told."""
    if precision is None:
        return {"recall": recall, "precision": None}
    p, r = precision.value, recall.value
    f1 = 2 * p * r / (p + r) if p and r else 0.0
    return {"f1": None if r is None else f1, "precision": precision, "recall": recall}


def b_cubed(items: Sequence[tuple[set[str], set[str]]]) -> Figures:
    """B-cubed of items with (gold labels, exported labels); two go together when their labels meet."""
    return prf(_purity([(found, gold) for gold, found in items]), _purity(items))


def _purity(items: Sequence[tuple[set[str], set[str]]]) -> Share:
    """The mean share of the items with which an item goes by the first label that go with it by the second too."""
    shares = []
    for mine, others in items:
        group = [bool(others & theirs) for labels, theirs in items if mine & labels]
        shares.append(sum(group) / len(group) if group else 0.0)
    return Share(math.fsum(shares), len(items))
