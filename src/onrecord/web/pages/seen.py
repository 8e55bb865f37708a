"""A visitor has seen what is new."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.web.visit import Done, Visit


def seen(visit: Visit, _: Mapping[str, str]) -> Done:
    """From now on nothing that is on record is new to the visitor."""
    return Done("/", seen=visit.days[-1][0] if visit.days else None)
