"""Statements that tell again, without naming a speaker, what somebody is reported to have said: their words show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.matching.near import Contents, gathered, same_words

_FIRST = 8  # of the named statements that share a print, so many are looked at, the earliest first


class Carried(NamedTuple):
    """A statement, whether somebody is named as its speaker, and the prints of its words."""

    statement: str
    named: bool
    prints: tuple[int, ...]


def retold(said: Sequence[Carried], contents: Contents) -> dict[str, str]:
    """For each statement without a speaker, the first named one with which it shares a passage of weight.

    Args:
        said: the statements of a view, in order of publication and place.
        contents: gives the words of statements.
    """
    order = {one.statement: place for place, one in enumerate(said)}
    holding = gathered((found, one.statement) for one in said if one.named for found in one.prints)
    loose = [one for one in said if not one.named]
    sharing = {one.statement: {s for found in one.prints for s in holding.get(found, ())[:_FIRST]} for one in loose}
    near = {one: sorted(named, key=order.__getitem__) for one, named in sharing.items() if named}
    words = contents({*near, *(s for named in near.values() for s in named)}) if near else {}
    first = ((one, next((s for s in named if same_words(words[one], words[s])), "")) for one, named in near.items())
    return {loose: named for loose, named in first if named}
