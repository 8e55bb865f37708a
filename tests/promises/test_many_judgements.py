"""Promise 5 at large: 200 decisions of several people outlast readings with and without weights, and none is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from promises.rules import ruled
from promises.test_judgements_last import better

from onrecord import Record
from onrecord.follow import read, reread
from onrecord.judging.aims import meant
from onrecord.ledger.base import Selection
from onrecord.ledger.sqlite import open_store
from onrecord.record.judgement import Ruling, State

MANY = 200
PEOPLE = ["Ida Renn", "Per Lund", "Oda Brandt"]
PARTS = {
    "speaker": ["Nele Torvik", "the harbour office", ""],
    "channel": ["letter", "radio address"],
    "act": ["deny", "confirm", "ask"],
    "stance": ["hedged", "rumour"],
    "said": ["2024-03-09", "2024-03", "unknown", "2031-01-01"],
}
PAIRS = [Ruling.SAME_MATTER, Ruling.NOT_SAME_MATTER, Ruling.SAME_POSITION, Ruling.NOT_SAME_POSITION]


def lines(record: Record, random: Random):
    """Decisions of all kinds, as a colleague's file has them; some are undone, and some of these undos undone."""
    statements, listings = list(record.statements()), list(record.reports())
    names = [speaking.source.name for speaking in record.sources(limit=30)]
    noon = datetime(2031, 4, 2, 12, tzinfo=UTC)
    for number in range(MANY):
        ruling = random.choice([*Ruling, Ruling.REJECT, *[Ruling.CORRECT] * 6])
        line = {"ruling": ruling.value, "who": random.choice(PEOPLE), "why": f"no. {number}"}
        extents = [entry.statement.extent for entry in random.sample(statements, 2)]
        listing = random.choice(listings)
        if ruling in {Ruling.SAME_SOURCE, Ruling.NOT_SAME_SOURCE}:
            line["names"] = random.sample(names, 2)
        elif ruling in {Ruling.WITHDRAWN, Ruling.DATED}:
            line["places"] = [{"report": listing.id, "start": 0, "end": len(record.text(listing.id))}]
            line["value"] = random.choice(["2024-03-08", "2024-03-20", "2024-03"]) * (ruling is Ruling.DATED)
        elif ruling is not Ruling.UNDONE:
            two = extents[: 1 + (ruling in PAIRS)]
            line["places"] = [{"report": one.report, "start": one.start, "end": one.end} for one in two]
        if ruling is Ruling.CORRECT:
            line["part"] = random.choice(list(PARTS))
            line["value"] = random.choice(PARTS[line["part"]])
        yield line | {"when": (noon + timedelta(seconds=number)).isoformat()}


def decide(record: Record, folder, random: Random) -> None:
    """Take the decisions in; what is to be undone is known by an id, so that undos follow one by one."""
    made = list(lines(record, random))
    for name, some in (("a", [one for one in made if one["ruling"] != "undone"]), ("b", [])):
        if name == "b":
            known = [one.id for one in record.judgements()]
            for line in (one for one in made if one["ruling"] == "undone"):
                some.append(line | {"value": random.choice(known)})
        file = folder / f"{name}.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in some), "utf-8")
        assert record.import_judgements(file).problems == ()


def exported(record: Record, folder) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in record.export(folder)}


def told(record: Record) -> dict[str, tuple]:
    """What became of each decision."""
    return {one.judgement.id: (one.state, one.note, one.against) for one in record.judged()}


def there(view, place) -> bool:
    return bool(meant(place, view.statements(Selection(reports=[place.report]))))


def check(record: Record, view) -> None:
    """What is said of the decisions is so: those that wait have nothing to apply to, the others apply or say why not."""
    listed = {entry.id: entry for entry in record.statements()}
    for one in record.judged():
        made, speech = one.judgement, one.judgement.places and one.judgement.ruling is not Ruling.UNDONE
        if made.ruling in {Ruling.WITHDRAWN, Ruling.DATED}:
            assert one.state is not State.WAITING
            if one.state is State.APPLIED and made.ruling is Ruling.DATED:
                assert str(record.listing(made.places[0].report).published) == made.value
        elif speech and not one.note.startswith("the report was published"):
            missing = not all(there(view, place) for place in made.places)
            assert missing == one.note.startswith("no statement") or one.state is State.UNDONE
        if one.state is State.APPLIED and made.ruling is Ruling.REJECT:
            assert not listed.keys() & set(one.statements)
        if one.state is State.APPLIED and made.ruling is Ruling.CORRECT:
            for entry in (listed[key] for key in one.statements if key in listed):
                value = entry.speaker if made.part == "speaker" else str(getattr(entry.statement, made.part))
                assert value.casefold() == (made.value or "nobody named").casefold()


@pytest.mark.parametrize("other", [ruled, better])
def test_none_is_lost_whoever_reads(reports, tmp_path, other):
    path = tmp_path / "story"
    with Record.open(path) as record:
        record.add_all(*reports)
        decide(record, tmp_path, Random(7))
        first, states = exported(record, tmp_path / "first"), told(record)
        assert len(states) == MANY
        assert {state for state, _, _ in states.values()} == set(State)
    for reader in (other, read):
        store = open_store(path, create=False)
        assert sum(1 for _ in reread(store, reader)) == len(reports)
        store.close()
        with Record.open(path) as record:
            assert told(record).keys() == states.keys()
            check(record, record._store.view())  # noqa: SLF001 - rejected statements are in no list
            if reader is other:
                waiting = [note for state, note, _ in told(record).values() if state is State.WAITING]
                assert all(waiting)
                assert exported(record, tmp_path / "other") != first
            else:
                assert told(record) == states
                assert exported(record, tmp_path / "again") == first
