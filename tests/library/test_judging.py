"""People judge a record: it applies everywhere at once, is undone in one step, and goes from hand to hand."""

from __future__ import annotations

import json

import pytest

from onrecord import Record
from onrecord.errors import BadArgument, NotFound
from onrecord.record.judgement import Ruling, State
from onrecord.record.report import Status

CLOSED = (
    " date 2031-04-01 The pier is closed, harbour master Ida Renn said on Tuesday. Oda Brandt denied it in a letter.\n"
)
OPEN = "The pier at Skarre is open again, Oda Brandt told reporters on Thursday.\n"
LATER = " date 2031-04-05 The pier at Skarre was never closed, mayor Arno Vale said on Saturday.\n"
ADA = {"who": "Ada", "why": "I was there"}


@pytest.fixture
def paths(tmp_path):
    found = []
    for name, text in (("a", CLOSED), ("b", OPEN), ("c", LATER)):
        found.append(tmp_path / f"{name}.txt")
        found[-1].write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def record(paths, tmp_path):
    with Record.open(tmp_path / "r.onrecord") as opened:
        opened.add_all(*paths)
        yield opened


def by(record, speaker):
    return next(entry for entry in record.statements() if entry.speaker == speaker)


def report_of(record, file):
    return next(listing for listing in record.reports() if listing.file == file)


def tables(record, folder):
    """Everything that goes out but the decisions themselves."""
    return {file.name: file.read_bytes() for file in record.export(folder) if "judgements" not in file.name}


def test_another_speaker_is_another_source_everywhere(record):
    one = by(record, "Ida Renn")
    count = {speaking.source.name: speaking.statements for speaking in record.sources()}
    record.correct(one.id, "speaker", "nele torvik", **ADA)
    assert record.show(one.id).entry.speaker == "nele torvik"
    assert [entry.id for entry in record.statements(source="Nele Torvik")] == [one.id]
    assert {speaking.source.name: speaking.statements for speaking in record.sources()} == {
        **{name: number for name, number in count.items() if name != "Ida Renn"},
        "nele torvik": 1,
    }
    [judged] = record.judged()
    assert (judged.was, judged.words, judged.statements) == ("Ida Renn", (one.words,), (one.id,))


def test_a_speaker_whom_the_record_knows_is_that_source(record):
    one, other = by(record, "Ida Renn"), by(record, "Arno Vale")
    record.correct(one.id, "speaker", "Vale", **ADA)
    assert by(record, "Arno Vale").id == one.id
    assert record.who(other.source.id).id == record.show(one.id).entry.source.id
    record.correct(one.id, "speaker", "", **ADA)
    assert record.show(one.id).entry.source is None


def test_a_corrected_position_has_another_holder_and_another_day(record):
    one = by(record, "Arno Vale")
    [matter] = [m for m in record.matters() if any(one.id in p.statements for p in m.positions)][:1] or [None]
    assert matter
    record.correct(one.id, "speaker", "Nele Torvik", **ADA)
    record.correct(one.id, "said", "2031-04-03", **ADA)
    [position] = [p for m in record.matters() for p in m.positions if one.id in p.statements][:1]
    assert [record.who(holder).name for holder in position.held_by] == ["Nele Torvik"]
    assert str(position.since) == "2031-04-03"


def test_a_rejected_statement_counts_nowhere_and_comes_back(record, tmp_path):
    before = tables(record, tmp_path / "before")
    one = by(record, "Arno Vale")
    total = record.statements().total
    made = record.reject(one.id, **ADA)
    assert record.statements().total == total - 1
    assert "Arno Vale" not in {speaking.source.name for speaking in record.sources()}
    assert not any(one.id in position.statements for matter in record.matters() for position in matter.positions)
    record.undo(made.id[:6], who="Per", why="no")
    assert tables(record, tmp_path / "after") == before


def test_the_timeline_holds_no_rejected_statement(record):
    told = {one for event in record.timeline() for one in event.statements}
    rejected = by(record, "Ida Renn").id
    assert rejected in told
    record.reject(rejected, **ADA)
    assert {one for event in record.timeline() for one in event.statements} == told - {rejected}


def test_an_undated_report_gets_a_day(record, tmp_path):
    undated = report_of(record, "b.txt")
    before, left_out = tables(record, tmp_path / "before"), record.as_of("2031-04-04").left_out
    made = record.date(undated.id, "2031-04-03", **ADA)
    assert str(record.listing(undated.id).published) == "2031-04-03"
    early, then = record.as_of("2031-04-02"), record.as_of("2031-04-04")
    assert (early.count, then.count, left_out, then.left_out) == (1, 2, 1, 0)
    said = next(entry for entry in then.statements(report=undated.id) if entry.speaker == "Oda Brandt")
    assert str(said.statement.said) == "2031-04-03"  # "on Thursday": it was read anew, as of that day
    assert record.judged()[0].was == "unknown"
    record.undo(made.id, who="Per", why="no")
    assert tables(record, tmp_path / "after") == before


def test_a_withdrawn_report_is_withdrawn_until_that_is_undone(record):
    listing = report_of(record, "c.txt")
    made = record.withdraw(listing.id, **ADA)
    assert [fate.status for fate in record.fates(listing.id)] == [Status.WITHDRAWN]
    record.undo(made.id, **ADA)
    assert record.fates(listing.id) == ()


def test_two_who_differ_leave_the_reading_as_it_is(record):
    one = by(record, "Ida Renn")
    record.correct(one.id, "channel", "letter", who="Ada", why="")
    assert record.show(one.id).entry.statement.channel == "letter"
    record.correct(one.id, "channel", "tweet", who="Per", why="")
    assert record.show(one.id).entry.statement.channel == one.statement.channel
    assert {judged.state for judged in record.judged()} == {State.CONTESTED}


def test_names_are_judged_by_any_spelling(record):
    record.same_source("Ida Renn", "Arno Vale", **ADA)
    assert record.source("Ida Renn").id == record.source("Arno Vale").id
    record.not_same_source("arno vale", "ida renn", **ADA)
    assert record.source("Ida Renn").id != record.source("Arno Vale").id
    assert [judged.state.value for judged in record.judged()] == ["revised", "applied"]


def test_an_undo_is_undone_and_nothing_twice(record):
    made = record.reject(by(record, "Arno Vale").id, **ADA)
    undone = record.undo(made.id, who="Per", why="no")
    assert (undone.ruling, undone.value, undone.places) == (Ruling.UNDONE, made.id, made.places)
    with pytest.raises(BadArgument, match=f"undone already, by {undone.id}"):
        record.undo(made.id, **ADA)
    record.undo(undone.id, **ADA)
    assert [judged.state.value for judged in record.judged()] == ["applied", "undone", "applied"]


def refused(record):
    one, report = by(record, "Ida Renn").id, report_of(record, "a.txt").id
    yield NotFound, "no statement .* 'st-0'", lambda: record.reject("st-0", **ADA)
    yield NotFound, "no statement", lambda: record.same_matter(one, "st-0", **ADA)
    yield NotFound, "no report 'x'", lambda: record.withdraw("x", **ADA)
    yield NotFound, "no report 'x'", lambda: record.date("x", "2031-04-01", **ADA)
    yield NotFound, "no judgement .* 'j-0'", lambda: record.undo("j-0", **ADA)
    yield (
        NotFound,
        "'Nele Torvik' cannot be judged: nobody",
        lambda: record.same_source("Ida Renn", "Nele Torvik", **ADA),
    )
    yield BadArgument, "are one name", lambda: record.same_source("Ida Renn", "ida renn", **ADA)
    yield BadArgument, "one statement", lambda: record.same_position(one, one, **ADA)
    yield BadArgument, "act cannot be corrected to 'sing'", lambda: record.correct(one, "act", "sing", **ADA)
    yield (
        BadArgument,
        "no part of a statement: it is one of speaker",
        lambda: record.correct(one, "mood", "glad", **ADA),
    )
    yield BadArgument, "cannot have been said on 2031-04-02", lambda: record.correct(one, "said", "2031-04-02", **ADA)
    yield BadArgument, "write it as 2024-03-11", lambda: record.date(report, "1 April", **ADA)
    yield BadArgument, "needs the name", lambda: record.accept(one, who=" ", why="")
    yield BadArgument, "cannot read", lambda: record.import_judgements("no such file")


def test_what_cannot_be_is_refused_and_not_kept(record):
    for error, words, attempt in refused(record):
        with pytest.raises(error, match=words):
            attempt()
    assert len(record.judgements()) == 0


def test_a_surname_of_several_is_no_speaker(record, tmp_path):
    more = tmp_path / "d.txt"
    more.write_text(" date 2031-04-06 The quay is shut, Liv Vale said. It is not, Arno Vale said.\n", encoding="utf-8")
    record.add_all(more)
    with pytest.raises(NotFound, match=r"several sources may be called 'Vale'.*Arno Vale, Liv Vale"):
        record.correct(by(record, "Ida Renn").id, "speaker", "Vale", **ADA)


def test_a_new_name_that_others_hold_a_part_of_is_a_source_of_its_own(record, tmp_path):
    more = tmp_path / "d.txt"
    more.write_text(" date 2031-04-06 The quay is shut, the Skarre Harbour Office said.\n", encoding="utf-8")
    record.add_all(more)
    made = record.correct(by(record, "Ida Renn").id, "speaker", "Harbour Office", **ADA)
    assert made.value == "Harbour Office"


def judge_a_little(record):
    record.correct(by(record, "Arno Vale").id, "speaker", "Nele Torvik", **ADA)
    record.date(report_of(record, "b.txt").id, "2031-04-03", **ADA)
    made = record.reject(by(record, "Ida Renn").id, **ADA)
    record.undo(record.reject(by(record, "Oda Brandt").id, who="Per", why="“no”\n\u2028").id, **ADA)
    return made


def test_judgements_go_to_a_colleague_and_come_back(record, paths, tmp_path):
    judge_a_little(record)
    file = record.export_judgements(tmp_path / "mine.jsonl")
    lines = [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]
    [place] = lines[0]["places"]
    assert (place["words"], place["published"]) == (record.judged()[0].words[0], "2031-04-05")
    assert record.import_judgements(file).known == len(lines) == 5
    with Record.open(tmp_path / "hers") as after, Record.open(tmp_path / "his") as before:
        after.add_all(*paths)
        assert len(after.import_judgements(file).new) == 5
        waiting = before.import_judgements(file).new
        assert {one.note for one in waiting if one.state is State.WAITING} == {"the record does not have the report"}
        before.add_all(*reversed(paths))
        for other, folder in ((after, "after"), (before, "before")):
            assert list(other.judged()) == list(record.judged())
            assert tables(other, tmp_path / folder) == tables(record, tmp_path / "own")
        mine = file.read_bytes()
        assert before.export_judgements(tmp_path / "his.jsonl").read_bytes() == mine


BAD = {
    "no json": "is no JSON",
    "[1]": "no JSON object",
    '{"ruling": "reject"}': "says nothing of 'when'",
    '{"ruling": "sing", "who": "Per", "when": "2031-04-01T10:00:00+00:00"}': "'sing' is not a valid Ruling",
    '{"ruling": "reject", "who": "Per", "when": "today"}': "today",
    '{"ruling": "reject", "who": "Per", "when": "2031-04-01T10:00:00"}': "no time zone",
    '{"ruling": "reject", "who": "", "when": "2031-04-01T10:00:00+00:00"}': "whose it is",
    '{"ruling": "reject", "who": 7, "when": "2031-04-01T10:00:00+00:00"}': "'who' is no text",
    '{"ruling": "reject", "who": "\\ud800", "when": "2031-04-01T10:00:00+00:00"}': "no text in UTF-8",
    '{"ruling": "reject", "who": "Per", "when": "0001-01-01T00:00:00+23:00"}': "date value out of range",
    '{"ruling": "reject", "who": "Per", "when": "2031-04-01T10:00:00+00:00", "places": 3}': "'places' is no list",
    '{"ruling": "reject", "who": "Per", "when": "2031-04-01T10:00:00+00:00", "places": [{"report": "r"}]}': "'start'",
    '{"ruling": "reject", "who": "Per", "when": "2031-04-01T10:00:00+00:00", "id": "j-0"}': "changed on its way",
    "[" * 100_000: "recursion",
}
SPAN = '{{"ruling": "reject", "who": "P", "when": "2031-04-01T10:00:00+00:00", "places": [{{"report": "r", "start": {}, "end": {}}}]}}'
BAD |= {SPAN.format(*ends): "span|whole numbers" for ends in ((5, 5), (-1, 3), ("1.0", 3), ("true", 3), (0, 10**20))}


def test_a_bad_line_is_named_and_the_others_are_kept(record, tmp_path):
    good = record.reject(by(record, "Arno Vale").id, **ADA)
    line = record.export_judgements(tmp_path / "good.jsonl").read_text("utf-8")
    other = json.loads(line) | {"colour": "blue", "who": "Per"}
    del other["id"]
    more = json.dumps(other)
    file = tmp_path / "mixed.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + "\n".join([line.strip(), "", *BAD, more]).encode() + b"\n\xff\xfe\n")
    came = record.import_judgements(file)
    assert [judged.judgement.who for judged in came.new] == ["Per"]
    assert (came.known, len(came.problems)) == (1, len(BAD) + 1)
    for number, (problem, why) in enumerate(zip(came.problems, [*BAD.values(), "UTF-8"], strict=True), 3):
        assert problem.where == f"mixed.jsonl:{number + (number == 3 + len(BAD))}"
        assert any(word in problem.what for word in why.split("|")), problem
    assert {judgement.id for judgement in record.judgements()} > {good.id}


def test_a_file_that_cannot_be_written_is_said(record, tmp_path):
    with pytest.raises(BadArgument, match=r"cannot write .*choose another file"):
        record.export_judgements(tmp_path / "none" / "j.jsonl")
    assert not list(tmp_path.glob("**/*.part"))
