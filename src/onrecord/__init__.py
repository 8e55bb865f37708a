"""Onrecord: who said what, when, on whose word, and who disputes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.library import Record, Snapshot

__all__ = ["Record", "Snapshot", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the library when it is first asked for: the command line starts without it."""
    if name in {"Record", "Snapshot"}:
        return getattr(import_module("onrecord.library"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
