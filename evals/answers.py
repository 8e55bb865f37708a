"""Asks records what ledgers answer, as of a day: `python -m evals.answers [STORY...] [--ask QUESTION --day DAY]`.

A gold position is listed for a day where one of its statements is in a report published by then. It is there with the
right holder where a position of the matter that answers has such a statement, and is held by one of the gold holders.
Exit status 1 where a position rests on a report published after the day.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evals.exported import Export, Voice
from evals.forms import Row, plain, spellings
from evals.gold import Gold
from evals.scorer import Case
from evals.story import Story, chosen
from onrecord import Record
from onrecord.record.matter import Position

_QUESTIONS = Path(__file__).with_name("questions.toml")


@dataclass(frozen=True)
class Verdict:
    """A gold position, and the id and the words of the record's position that stands for it, where there is one."""

    listed: str
    holders: list[str]
    ours: str = ""
    words: str = ""


@dataclass(frozen=True)
class Answer:
    """What a record answers to a question as of a day.

    Attributes:
        matters: the questions that answered.
        verdicts: the gold positions of the day.
        others: positions of the record that stand for none of them.
        late: files published after the day on which a position rests.
    """

    question: str
    day: date
    matters: list[str]
    verdicts: list[Verdict]
    others: list[str]
    late: list[str]

    @property
    def there(self) -> int:
        """How many gold positions are there with the right holder."""
        return sum(bool(verdict.ours) for verdict in self.verdicts)

    @property
    def shared(self) -> int:
        """How many of those stand together in one position of the record with another."""
        ours = [verdict.ours for verdict in self.verdicts if verdict.ours]
        return sum(ours.count(one) > 1 for one in ours)


class Asked:
    """A record and its ledger as of a day."""

    def __init__(self, gold: Gold, record: Record, day: date) -> None:
        self._gold, self._day = gold, day
        self._snapshot = record.as_of(day)
        with tempfile.TemporaryDirectory() as folder:
            self._snapshot.export(folder)
            self._case = Case(gold, Export(Path(folder)))
        self._dates = {row["file"]: str(row["date"]) for row in gold.doc["files"] if "date" in row}

    def answer(self, question: str) -> Answer:
        """The record's positions beside those that the ledger lists for the day."""
        matters = self._snapshot.ask(question).matters
        positions = [position for matter in matters for position in matter.positions]
        verdicts = [self._verdict(row, positions) for row in _positions(self._gold, question) if self._listed(row)]
        meant = {verdict.ours for verdict in verdicts}
        others = [self._line(one) for one in positions if one.id not in meant]
        return Answer(question, self._day, [one.question for one in matters], verdicts, others, self._late(positions))

    def _verdict(self, row: Row, positions: list[Position]) -> Verdict:
        ours = next((one for one in positions if self._stands_for(one, row)), None)
        verdict = Verdict(row["position"], row["held_by"])
        return replace(verdict, ours=ours.id, words=self._line(ours)) if ours else verdict

    def _listed(self, row: Row) -> set[str]:
        """The statements of a gold position in reports published by the day."""
        rows = [self._gold.statements[key] for key in row["statements"]]
        return {one["id"] for one in rows if self._dates.get(one["file"], "~") <= self._day.isoformat()}

    def _stands_for(self, ours: Position, row: Row) -> bool:
        """Whether a position has a statement that the ledger lists, and one of the gold holders holds it."""
        if not self._listed(row) & {self._case.gold_of.get(one) for one in ours.statements}:
            return False
        known = self._case.export.voices
        voices: list[Voice | None] = [known.get(one) or Voice(one, set()) for one in ours.held_by]
        holders = list(_known(self._gold, row["held_by"]))
        return any(self._gold.names.fits(name, voice, None) for name in holders for voice in voices or [None])

    def _line(self, position: Position) -> str:
        named = [source.name for one in position.held_by if (source := self._snapshot.who(one))]
        return f"{position.answer} — {', '.join(named) or 'nobody named'}"

    def _late(self, positions: list[Position]) -> list[str]:
        """The files, by the ledger's dates, on which positions rest and which came after the day."""
        rows = self._case.export.statements
        files = {self._case.export.file(rows[key]["report"]) for one in positions for key in one.statements}
        return sorted(file for file in files if self._dates.get(file, "") > self._day.isoformat())


def _positions(gold: Gold, question: str) -> list[Row]:
    """The positions of the gold matter of a question."""
    found = [matter for matter in gold.doc["matters"] if plain(matter["question"]) == plain(question)]
    return [position for matter in found for position in matter["positions"]]


def _known(gold: Gold, holders: list[str]) -> Iterator[str]:
    """The gold sources that holders name, what stands in brackets left out where it must be."""
    for part in (part for name in holders for part in name.split("; ")):
        owners = [owner for form in sorted(spellings(part)) for owner in gold.names.owners(form)]
        yield from [part] if part in gold.names.of else owners[:1]
    if "not stated" in holders:
        yield "not stated"


def asked_of(story: Story, gold: Gold) -> Iterator[tuple[str, date]]:
    """The questions of a story and the days."""
    table = tomllib.loads(_QUESTIONS.read_text("utf-8")).get(story.name)
    rows = table or {matter["question"]: matter.get("as_of", {}) for matter in gold.doc["matters"]}
    for question, days in rows.items():
        for day in days:
            try:
                yield question, date.fromisoformat(day)
            except ValueError:
                continue  # the ledger says how it stood, but not on one day


def answers(story: Story, questions: list[tuple[str, date]] | None = None) -> list[Answer]:
    """What a fresh record of a story answers."""
    gold = story.gold()
    with story.record() as record:
        wanted = list(asked_of(story, gold)) if questions is None else questions
        asked = {day: Asked(gold, record, day) for day in {day for _, day in wanted}}
        return [asked[day].answer(question) for question, day in wanted]


def shown(answer: Answer) -> str:
    """An answer for people."""
    lines = [f"  {answer.question} as of {answer.day}: {'; '.join(answer.matters) or 'nothing answers'}"]
    for one in answer.verdicts:
        mark = "there " if one.ours else "missed"
        lines.append(f"    {mark}  {one.listed} ({', '.join(one.holders)})")
        lines += [f"            = {one.words}"] * bool(one.ours)
    lines += [f"    beside  {one}" for one in answer.others]
    lines += [f"    LATE    rests on {file}, published after {answer.day}" for file in answer.late]
    return "\n".join(lines)


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.answers", description="Ask records what ledgers answer.")
    parser.add_argument("story", nargs="*", help="name of a story; all of them where none is given")
    parser.add_argument("--ask", metavar="QUESTION", help="a question of the ledger, as it stands there")
    parser.add_argument("--day", type=date.fromisoformat, action="append", default=[], help="as of that day")
    args = parser.parse_args()
    questions = [(args.ask, day) for day in args.day] if args.ask else None
    late = 0
    for story in (one for one in chosen(args.story) if one.here):
        found = answers(story, questions)
        print(f"{story.name}:", *map(shown, found), sep="\n")
        listed, there = sum(len(one.verdicts) for one in found), sum(one.there for one in found)
        late += sum(len(one.late) for one in found)
        shared = sum(one.shared for one in found)
        print(
            f"  {there} of {listed} positions are there with the right holder, {shared} of them in one with another\n"
        )
    print(f"{late} positions rest on later reports" if late else "no position rests on a later report")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
