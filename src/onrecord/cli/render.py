"""Everything that draws an answer, by name; a module of it is loaded when something of it is drawn."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.cli.render_add import added, progress
    from onrecord.cli.render_file import checked, exported, problems
    from onrecord.cli.render_judgements import imported, judged, judgements_written, just_judged, review
    from onrecord.cli.render_lists import changes, reuse, search, sources, timeline
    from onrecord.cli.render_matters import answered, demo, matter, matters
    from onrecord.cli.render_origins import backed, origins
    from onrecord.cli.render_revisions import revisions
    from onrecord.cli.render_statements import report, shown, source, statements

_WHERE = {
    "add": ("added", "progress"),
    "file": ("checked", "exported", "problems"),
    "judgements": ("imported", "judged", "judgements_written", "just_judged", "review"),
    "lists": ("changes", "reuse", "search", "sources", "timeline"),
    "matters": ("answered", "demo", "matter", "matters"),
    "origins": ("backed", "origins"),
    "revisions": ("revisions",),
    "statements": ("report", "shown", "source", "statements"),
}
_MODULES = {name: f"onrecord.cli.render_{module}" for module, names in _WHERE.items() for name in names}

__all__ = [
    "added",
    "answered",
    "backed",
    "changes",
    "checked",
    "demo",
    "exported",
    "imported",
    "judged",
    "judgements_written",
    "just_judged",
    "matter",
    "matters",
    "origins",
    "problems",
    "progress",
    "report",
    "reuse",
    "review",
    "revisions",
    "search",
    "shown",
    "source",
    "sources",
    "statements",
    "timeline",
]


def __getattr__(name: str) -> object:
    """Load what draws it when it is first asked for: rich is not imported for JSON or help."""
    if name in _MODULES:
        return getattr(import_module(_MODULES[name]), name)
    raise AttributeError(f"module 'onrecord.cli.render' has no attribute {name!r}")
