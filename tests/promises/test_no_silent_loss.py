"""Promise 8: what could not be read is a problem that the user sees; one bad report never stops the others."""

from __future__ import annotations

from onrecord import Record
from onrecord.follow import Outcome, follow
from onrecord.ledger.sqlite import open_store


def test_bad_inputs_are_seen_and_the_rest_goes_on(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2024-03-11 The pier is closed, Ida Renn said on Monday.\n")
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00\x01" * 50)
    (folder / "c.txt").write_text("")
    (folder / "d.txt").write_bytes("Ida Renn said the caf\xe9 was open.".encode("latin-1"))
    (folder / "e.pdf").write_bytes(b"%PDF-1.7")
    (folder / "f.jsonl").write_text('{"text": "The pier is open, Oda Brandt said."}\nnot json\n{"text": 3}\n')
    (folder / "z.txt").write_text(" date 2024-03-12 The pier is open, Per Lund said on Tuesday.\n")
    with Record.open(tmp_path / "r") as record:
        outcomes = record.add_all(folder, tmp_path / "missing.txt")
        assert len(record.reports()) == sum(one.outcome is Outcome.ADDED for one in outcomes) == 3
        seen = {problem.where for problem in record.problems()}
    assert {"b.txt", "c.txt", "d.txt", "e.pdf", "f.jsonl:2", "f.jsonl:3", "missing.txt"} <= seen


def test_a_fault_of_the_reader_loses_no_report(tmp_path):
    def broken(report):
        raise RuntimeError(f"cannot read {report.id}")

    path = tmp_path / "a.txt"
    path.write_text("The pier is closed, Ida Renn said.\n")
    store = open_store(":memory:", create=True)
    [followed] = follow([path], store, broken)
    assert followed.outcome is Outcome.ADDED
    assert "fault in Onrecord" in followed.problems[0].advice
    assert store.view().report(followed.listing.id).text == path.read_text()
    assert store.view().search("pier")
    store.close()
