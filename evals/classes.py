"""How well labels are told: each label by itself, and the mean of all."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from evals.figures import Figures, prf, share, shown, value_of

ByLabel = dict[str, Figures]


def by_label(said: Sequence[str], wanted: Sequence[str], labels: Sequence[str]) -> ByLabel:
    """F1, precision and recall of each label."""
    both = list(zip(said, wanted, strict=True))
    return {
        label: prf(
            share(theirs == label for ours, theirs in both if ours == label),
            share(ours == label for ours, theirs in both if theirs == label),
        )
        for label in labels
    }


def macro(found: ByLabel) -> float:
    """The mean F1 of the labels."""
    return sum(value_of(figures["f1"]) or 0.0 for figures in found.values()) / len(found)


def tell(found: ByLabel) -> None:
    """Print a line for each label."""
    for label, figures in found.items():
        print(f"  {label:10}" + ", ".join(f"{name} {shown(figure)}" for name, figure in figures.items()))


def weights() -> str:
    """The beginning of the SHA-256 of the encoder's weights."""
    return sha256(files("onrecord.encoder").joinpath("weights", "encoder.onnx").read_bytes()).hexdigest()[:8]
