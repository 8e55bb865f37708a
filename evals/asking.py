"""Asks records what ledgers ask, and what the ledgers of other stories ask: `python -m evals.asking [STORY...]`.

A gold question is answered where the matters that are given hold at least 30 % of those of its statements that were
found, and these are at least half of all gold statements that the matters hold. A question of another story is answered
wrongly where any matter is given. Exit status 1 where a share is past its floor.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from evals.exported import Export
from evals.gold import Gold
from evals.scorer import Case
from evals.story import Story, chosen
from onrecord import Record

_ENOUGH, _MOSTLY = 0.3, 0.5  # least share of the gold statements found, and of what is given
LEAST_ANSWERED, MOST_WRONG = 0.35, 0.1  # floors, over all stories that are asked


@dataclass(frozen=True)
class Asked:
    """How a record does on questions.

    Attributes:
        own: its own gold questions that have statements which were found, each with whether it is answered.
        others: questions of other stories, each with whether anything is given.
    """

    own: dict[str, bool]
    others: dict[str, bool]


def asked(story: Story, others: list[Story]) -> Asked:
    """What a fresh record of a story does with its own questions, and with those of other stories."""
    gold = story.gold()
    with story.record() as record, tempfile.TemporaryDirectory() as folder:
        record.export(folder)
        gold_of = Case(gold, Export(Path(folder))).gold_of
        own = {
            matter["question"]: _answered(record, matter["question"], ids, gold_of)
            for matter in gold.doc["matters"]
            if (ids := _statements(matter) & set(gold_of.values()))
        }
        foreign = [question for other in others for question in _questions(other.gold())]
        return Asked(own, {question: bool(record.ask(question).matters) for question in foreign if question not in own})


def _statements(matter: dict[str, list[dict[str, list[str]]]]) -> set[str]:
    return {one for position in matter["positions"] for one in position["statements"]}


def _questions(gold: Gold) -> list[str]:
    return [matter["question"] for matter in gold.doc["matters"]]


def _answered(record: Record, question: str, wanted: set[str], gold_of: dict[str, str]) -> bool:
    """Whether the matters that answer hold enough of what is wanted, and mostly that."""
    positions = [position for matter in record.ask(question).matters for position in matter.positions]
    given = {gold_of[one] for position in positions for one in position.statements if one in gold_of}
    held = len(given & wanted)
    return held >= _ENOUGH * len(wanted) and held >= _MOSTLY * len(given) and held > 0


def _share(found: dict[str, bool]) -> str:
    return f"{sum(found.values())} of {len(found)}"


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.asking", description="Ask records what ledgers ask.")
    parser.add_argument("story", nargs="*", help="name of a story; all of them where none is given")
    parser.add_argument("--each", action="store_true", help="print each question that is missed or answered wrongly")
    args = parser.parse_args()
    stories = [one for one in chosen(args.story) if one.here]
    own, others = list[bool](), list[bool]()
    for story in stories:
        found = asked(story, [one for one in stories if one != story])
        print(f"{story.name}: answered {_share(found.own)}; of other stories' questions {_share(found.others)}")
        if args.each:
            print(*(f"  missed: {question}" for question, right in found.own.items() if not right), sep="\n")
            print(*(f"  wrongly: {question}" for question, wrong in found.others.items() if wrong), sep="\n")
        own += found.own.values()
        others += found.others.values()
    answered, wrong = sum(own) / max(len(own), 1), sum(others) / max(len(others), 1)
    print(f"answered {answered:.3f} (floor {LEAST_ANSWERED}), wrongly {wrong:.3f} (at most {MOST_WRONG})")
    return int(answered < LEAST_ANSWERED or wrong > MOST_WRONG)


if __name__ == "__main__":
    sys.exit(main())
