"""Short forms of given names: "Bob" is Robert, "Sasha" Alexander or Alexandra."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def short_for(one: str, other: str) -> bool:
    """Whether one given name is short for the other, or both for a third; both in lower case and ASCII."""
    first, second = full_forms(one), full_forms(other)
    return one != other and (other in first or one in second or not first.isdisjoint(second))


def is_given(part: str) -> bool:
    """Whether a part of a name is a given name that has short forms, or one of these."""
    return part in _table() or any(part in full for full in _table().values())


def full_forms(part: str) -> frozenset[str]:
    """The given names for which a form is short; none where it is not known as a short one."""
    return _table().get(part, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    """The full names for which each short form stands."""
    table: dict[str, frozenset[str]] = {}
    for line in (files("onrecord.matching") / "given_names.txt").read_text("utf-8").splitlines():
        full, *short = line.split()
        for form in short:
            table[form] = table.get(form, frozenset()) | {full}
    return table
