"""Which weights these are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def digest() -> str:
    """The SHA-256 of the weights that ship, as written down when they were made."""
    return files("onrecord.reading.tagger").joinpath("weights", "tagger.onnx.sha256").read_text("utf-8").split()[0]
