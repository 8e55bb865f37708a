"""Statements that stand for whole matters where people rule on these: a ruling is always about words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from onrecord.errors import BadArgument
from onrecord.matching.hubs import Key
from onrecord.story.known import Known
from onrecord.story.matters import bearing, named
from onrecord.story.moved import Placed
from onrecord.story.ruled import FoundOn, compared, found_on, leads, ruled_matters

_LOOKED_AT: Final = 200  # statements of a matter, the first ones
_MATTER: Final = "ma-"


def two_statements(known: Known, one: str, other: str) -> tuple[str, str]:
    """The statements by which to rule that two are the same: these, or such as make one of two matters.

    Args:
        known: the view.
        one: id of a statement, or of a matter.
        other: id of another one of the same kind.

    Raises:
        NotFound: when there is no such matter.
        BadArgument: when the two are one matter, or no two statements tell them from others.
    """
    if not (one.startswith(_MATTER) and other.startswith(_MATTER)):
        return one, other
    keys = named(known, one), named(known, other)
    if keys[0] == keys[1]:
        raise BadArgument(f"{one} and {other} are one matter already")
    for first, second in product(*(_speaking_for(known, key) for key in keys)):
        if all(a.group is None or a.group != b.group for a, b in compared(first, second)):
            return first.all[0].statement, second.all[0].statement
    raise BadArgument(f"no statement bears on {one} alone, or none on {other}: rule on two statements instead")


def _speaking_for(known: Known, key: Key) -> Iterator[FoundOn]:
    """The first statements of a matter of which it is the most contested one that they bear on."""
    on, moved = bearing(known, key), ruled_matters(known).get(key)
    told = dict.fromkeys(row.statement for row in on.rows) if on else ()
    for one in found_on(known, list(told)[:_LOOKED_AT]).values():
        foremost = Placed.of(one.all[0])
        stays = moved is None or foremost not in moved.left
        if (leads(known).get(foremost.key, foremost.key) == key and stays) or (moved and foremost in moved.guests):
            yield one
