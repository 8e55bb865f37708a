"""Promise 5: a person's decision survives re-reading with a better model, and is listed with who, when and why."""

from __future__ import annotations

from dataclasses import replace

from onrecord import Record
from onrecord.follow import read, reread
from onrecord.ledger.sqlite import open_store
from onrecord.record.reading import Reading
from onrecord.record.report import Report
from onrecord.record.span import Span
from onrecord.record.statement import statement_id


def better(report: Report) -> Reading:
    """A reader that finds the same statements with other bounds, so that every id is another."""
    reading = read(report)
    shifted = []
    for statement in reading.statements:
        last = statement.content[-1]
        shorter = Span(last.report, last.start, max(last.start + 1, last.end - 2))
        content = (*statement.content[:-1], shorter)
        known = statement_id(report.id, content, statement.cue)
        shifted.append(replace(statement, id=known, content=content, answers=(), claims=()))
    return replace(reading, reader="better 2", statements=tuple(shifted), tellings=())


def test_a_rejected_statement_stays_rejected_when_read_anew(reports, tmp_path):
    path = tmp_path / "story.onrecord"
    with Record.open(path) as record:
        record.add_all(*reports[:3])
        wrong = record.statements()[4]
        record.reject(wrong.id, who="Ida Renn", why="the minister is quoted, not the mayor")
        count = len(record.statements())
    store = open_store(path, create=False)
    assert sum(1 for _ in reread(store, better)) == 3
    store.close()
    with Record.open(path) as record:
        assert len(record.statements()) == count
        assert wrong.id not in {entry.id for entry in record.statements()}
        assert wrong.words[:-2] not in {entry.words for entry in record.statements()}
        [judgement] = record.judgements()
        assert (judgement.who, judgement.why) == ("Ida Renn", "the minister is quoted, not the mayor")
        assert judgement.when.tzinfo is not None


def test_names_brought_together_or_kept_apart_stay_so(tmp_path):
    """Two reports that name two people; a person knows better."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(" date 2024-03-11 The pier is closed, harbour master Ida Renn said on Monday.\n")
    second.write_text(" date 2024-03-12 The pier is open again, Oda Brandt said on Tuesday.\n")
    with Record.open(tmp_path / "r") as record:
        record.add_all(first, second)
        assert record.source("Ida Renn").id != record.source("Oda Brandt").id
        record.same_source("Ida Renn", "Oda Brandt", who="Per", why="she married")
        assert record.reread() == 2
        assert record.source("Ida Renn").id == record.source("Oda Brandt").id
        record.not_same_source("Ida Renn", "Oda Brandt", who="Per", why="I was wrong")
        assert record.source("Ida Renn").id != record.source("Oda Brandt").id
        assert [judgement.who for judgement in record.judgements()] == ["Per", "Per"]
