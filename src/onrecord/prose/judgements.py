"""What people decided, put into words: each decision with whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from onrecord.prose.safe import one_line
from onrecord.record.judgement import Judged, Judgement, Ruling, State

_RULED: Final = {
    Ruling.ACCEPT: "accepted the statement as it was read",
    Ruling.REJECT: "rejected the statement",
    Ruling.SAME_MATTER: "took the two for one question",
    Ruling.NOT_SAME_MATTER: "took the two for different questions",
    Ruling.SAME_POSITION: "took the two for one position",
    Ruling.NOT_SAME_POSITION: "took the two for different positions",
    Ruling.WITHDRAWN: "said that the report was withdrawn",
}
_STATES: Final = {State.UNDONE: "undone", State.REVISED: "revised", State.CONTESTED: "contested"}


def ruled(judgement: Judgement) -> str:
    """What somebody decided: "Ida Renn rejected the statement"."""
    return f"{one_line(judgement.who) or 'somebody'} {_ruled(judgement)}"


def _ruled(judgement: Judgement) -> str:
    value = one_line(judgement.value)
    match judgement.ruling:
        case Ruling.CORRECT:
            given = f"“{value}”" if value else "nobody" if judgement.part == "speaker" else "none"
            return f"corrected the {judgement.part} to {given}"
        case Ruling.DATED:
            return f"gave the report the day {value}"
        case Ruling.UNDONE:
            return f"undid the decision {value}"
        case Ruling.SAME_SOURCE | Ruling.NOT_SAME_SOURCE:
            number = "one source" if judgement.ruling is Ruling.SAME_SOURCE else "two sources"
            return f"took {' and '.join(f'“{one_line(name)}”' for name in judgement.names)} for {number}"
    return _RULED[judgement.ruling]


def outcome(judged: Judged, decisions: Mapping[str, Judgement]) -> str:
    """What became of a decision: "applied", "contested by Oran Teck", "waiting: no statement is read in these words".

    Args:
        judged: the decision.
        decisions: those that may stand against it, by id.
    """
    if judged.state in _STATES:
        against = [decisions[one] for one in judged.against if one in decisions]
        by = " and ".join(dict.fromkeys(one_line(one.who) or "somebody" for one in against))
        return f"{_STATES[judged.state]} by {by}" if by else _STATES[judged.state]
    return f"waiting: {judged.note}" if judged.state is State.WAITING else judged.state.value
