"""Links between statements, put into words: what they rest on, and how sure that is."""

from __future__ import annotations

from typing import Final

from onrecord.record.matter import Link, Tie

_STANDS: Final = {
    Tie.DISPUTES: "disputed by",
    Tie.SUPPORTS: "supports",
    Tie.QUALIFIES: "limits",
    Tie.UPDATES: "brings up to date",
    Tie.WITHDRAWS: "takes back",
    Tie.RELAYS: "passes on",
    Tie.SAME: "is the same as",
}
_RULES: Final = {
    Tie.DISPUTES: "the two answers exclude each other, by the rule for this question",
    Tie.QUALIFIES: "the one answer limits the other, by the rule for this question",
    Tie.UPDATES: "a count that grows: the greater figure was given later, or beside the smaller one",
}


def stands(kind: Tie) -> str:
    """How one answer stands to another, as a verb."""
    return _STANDS[kind]


def because(link: Link) -> str:
    """What a link rests on."""
    if link.sure is not None:
        return f"the words of both seem to contradict each other: {surely(link)}, by the encoder"
    by_rule = " against " in link.ground and link.kind in _RULES
    return f"{_RULES[link.kind]} ({link.ground.rpartition(':')[0]})" if by_rule else link.ground


def surely(link: Link) -> str:
    """How sure a link is, in a few words."""
    return "by rule" if link.sure is None else f"likely {link.sure:.0%}".replace("%", " %")
