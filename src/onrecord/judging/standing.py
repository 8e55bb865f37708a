"""What became of decisions: whatever the order in which they came, the outcome is the same.

An undo takes effect whoever makes it, and can be undone itself. Of what one person says of one thing the last counts.
Where two people differ on it, none of it applies, and the reading stands. Who corrects a statement holds that it is
one: that differs from rejecting it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from onrecord.judging.aims import VERDICT, Aim, Thing
from onrecord.record.judgement import Judged, Judgement, Ruling, State

Against = dict[str, set[str]]
Said = tuple[str, Judgement]  # a value, and who holds it


def standing(judgements: Iterable[Judgement], aim: Callable[[Judgement], Aim]) -> list[Judged]:
    """Each decision with what became of it, in the order in which they were made."""
    made = sorted({one.id: one for one in judgements}.values(), key=turn)
    gone = undone(made)
    aims = {one.id: aim(one) for one in made if one.ruling is not Ruling.UNDONE}
    live = [one for one in made if one.id not in gone and one.id in aims]
    revised, contested = _weighed(live, aims, verdicts=True)
    left = [one for one in live if one.id not in revised and one.id not in contested]
    for found, more in zip((revised, contested), _weighed(left, aims, verdicts=False), strict=True):
        found.update(more)
    known = {one.id for one in made}

    def became(one: Judgement) -> Judged:
        about = aims.get(one.id, Aim())
        for state, against in ((State.UNDONE, gone), (State.REVISED, revised), (State.CONTESTED, contested)):
            if one.id in against:
                return Judged(one, state, tuple(sorted(against[one.id])), statements=about.statements)
        note = about.note
        if one.ruling is Ruling.UNDONE and one.value not in known:
            note = f"the record does not have the judgement {one.value}"
        return Judged(one, State.WAITING if note else State.APPLIED, (), note, about.statements)

    return [became(one) for one in made]


def turn(judgement: Judgement) -> tuple[datetime, str]:
    """What puts decisions in order."""
    return judgement.when, judgement.id


def undone(made: Iterable[Judgement]) -> Against:
    """The decisions that are undone, with the undos that are not undone themselves."""
    undoing: Against = defaultdict(set)
    for one in made:
        if one.ruling is Ruling.UNDONE:
            undoing[one.value].add(one.id)
    takes_effect: dict[str, bool] = {}
    waiting = [undo for undos in undoing.values() for undo in undos]
    while waiting:
        undo = waiting[-1]
        above = undoing.get(undo, set())
        unknown = [one for one in above if one not in takes_effect]
        if unknown:
            waiting += unknown
        else:
            takes_effect[waiting.pop()] = not any(takes_effect[one] for one in above)
    found = {key: {undo for undo in undos if takes_effect[undo]} for key, undos in undoing.items()}
    return {key: undos for key, undos in found.items() if undos}


def _weighed(live: Sequence[Judgement], aims: Mapping[str, Aim], *, verdicts: bool) -> tuple[Against, Against]:
    """The decisions that the same person revised, and those that another contests.

    Args:
        live: decisions in their order.
        aims: what each of them is about.
        verdicts: whether to weigh what is accepted or rejected; else all the rest.
    """
    said: dict[Thing, list[Said]] = defaultdict(list)
    for one in live:
        for thing, value in aims[one.id].opinions:
            if (thing[0] == VERDICT) == verdicts:
                said[thing].append((value, one))
    revised: Against = defaultdict(set)
    contested: Against = defaultdict(set)
    for opinions in said.values():
        last = {one.who: (value, one) for value, one in opinions}
        for value, one in opinions:
            final, by = last[one.who]
            if value != final:
                revised[one.id].add(by.id)
                continue
            others = {other.id for held, other in last.values() if held != value}
            contested[one.id] |= others
    return dict(revised), {one: others for one, others in contested.items() if others and one not in revised}
