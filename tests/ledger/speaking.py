"""Made-up reports whose statements have meanings, and what a record tells of their topics."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from ledger.made_up import Maker

from onrecord.ledger.base import Selection, Store
from onrecord.record.reading import Meaning, Reading
from onrecord.record.report import Report

WORDS = ["the quay is open", "nobody has opened the quay", "9 boats left", "14 boats left"]


def vector(random: Random) -> bytes:
    """One of a few directions, or near to one."""
    numbers = [random.choice([0.1, 0.3, 1.0]) for _ in range(4)]
    return bytes(round(127 * number / math.hypot(*numbers)) for number in numbers)


def speaking(seed: int, other: int = 0) -> tuple[Report, Reading]:
    """A report with a reading, in which each statement has a meaning; `other` makes another reading of the same."""
    maker = Maker(seed)
    report = maker.report()
    random = maker.random = Random(f"{seed} {other}")
    reading = maker.reading(f"rules {other}")
    meanings = [
        Meaning(vector(random), vector(random), random.choice(WORDS), random.random() < 0.3) for _ in reading.statements
    ]
    return report, replace(reading, meanings=tuple(meanings))


def topics(store: Store, days=(None,)) -> list[object]:
    """All that a record tells of topics, as of these days."""
    return [_of(store.view(day)) for day in days]


def _of(view) -> dict[str, object]:
    ids = sorted({statement.id for statement in view.statements(Selection())})
    members = {one: [(member.row.statement, member.row.answer) for member in view.members([one])] for one in ids}
    return {
        "members": {one: rows for one, rows in members.items() if rows},
        "opposed": view.opposed(ids),
        "counts": view.topic_counts(),
        "claims": view.topic_claims(),
        "answers": [
            (row.statement, row.relation, row.answer)
            for relation, subject in view.subjects()
            for row in view.claims(relation, [subject])
        ],
    }
