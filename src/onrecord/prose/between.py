"""Links between statements, put into words: what they rest on, and how sure that is."""

from __future__ import annotations

from typing import Final

from onrecord.record.matter import Link, Tie

_STANDS: Final = {
    Tie.DISPUTES: ("in dispute with", "in dispute with"),
    Tie.SUPPORTS: ("supports", "supported by"),
    Tie.QUALIFIES: ("limits", "limited by"),
    Tie.UPDATES: ("brings up to date", "brought up to date by"),
    Tie.WITHDRAWS: ("takes back", "taken back by"),
    Tie.RELAYS: ("passes on", "passed on by"),
    Tie.SAME: ("the same as", "the same as"),
}  # from the first to the second, and from the second to the first
_RULES: Final = {
    Tie.DISPUTES: "the two answers exclude each other, by the rule for this question",
    Tie.QUALIFIES: "the one answer limits the other, by the rule for this question",
    Tie.UPDATES: "a figure that may grow: the greater brings the smaller up to date, by the rule for this question",
}


def stands(kind: Tie, first: bool = True) -> str:
    """How one answer stands to another: the first of a pair to the second, or the second to the first."""
    return _STANDS[kind][0 if first else 1]


def because(link: Link) -> str:
    """What a link rests on."""
    if link.sure is not None:
        return f"the words of both seem to contradict each other: {surely(link)}, by the encoder"
    by_rule = " against " in link.ground and link.kind in _RULES
    return f"{_RULES[link.kind]} ({link.ground.rpartition(':')[0]})" if by_rule else link.ground


def surely(link: Link) -> str:
    """How sure a link is, in a few words."""
    return "by rule" if link.sure is None else f"likely {link.sure:.0%}".replace("%", " %")
