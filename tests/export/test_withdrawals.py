"""The links of statements that take back earlier ones, and the columns that tell what became of reports."""

from __future__ import annotations

import json

import pytest

from onrecord import Record


@pytest.fixture
def exported(tmp_path):
    """Exports the rows of a feed and gives its tables."""

    def export(*rows):
        feed = tmp_path / "feed.jsonl"
        feed.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        with Record.open(tmp_path / "r.onrecord") as record:
            record.add_all(feed, jobs=1)
            files = record.export(tmp_path / "out")
        return {file.stem: [json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in files}

    return export


def row(day, text, outlet="CPS", **beside):
    return {"date": day, "text": text, "publisher": outlet, **beside}


def links(tables):
    """(outlet and words of the one, outlet of the other) of each link by which something is withdrawn."""
    reports = {report["id"]: report["outlet"] for report in tables["reports"]}
    of = {statement["id"]: reports[statement["report"]] for statement in tables["statements"]}
    return [(of[link["from"]], of[link["to"]]) for link in tables["links"] if link["kind"] == "withdraws"]


def test_a_speaker_who_retracts_withdraws_what_they_said_before(exported):
    said = row("2031-03-10", "Toll\n\nMayor Per Lund said on Monday that 14 people had been killed.")
    other = row("2031-03-10", "Count\n\nIda Renn said on Monday that 14 people had been killed.", "Gate")
    back = row("2031-03-12", "Again\n\nMayor Per Lund retracted his claim that 14 people were killed.", "Quay Post")
    again = row("2031-03-14", "Later\n\nMayor Per Lund said on Friday that 14 people had been killed.", "Varn Courier")
    assert links(exported(said, other, back, again)) == [("Quay Post", "CPS")]


def test_words_that_withdraw_a_report_withdraw_its_statements(exported):
    fled = row("2031-03-10", "Mayor flees\n\nMayor Per Lund has fled Teldu by boat, two guards said on Monday.")
    back = row("2031-03-12", "Council\n\nCPS withdrew its report that Mayor Per Lund had fled Teldu by boat.", "Gate")
    tables = exported(fled, back)
    assert set(links(tables)) == {("Gate", "CPS")}
    assert [report["status"] for report in tables["reports"]] == ["withdrawn", "usable"]


def test_an_edition_names_the_one_that_it_revises_a_correction_too(exported):
    page = "https://quay.example/ferry"
    first, second = "Ferry sinks\n\nIt sank with 14 dead.", "Ferry sinks\n\nIt sank with 19 dead."
    rows = (row("2031-03-10", first, url=page), row("2031-03-11", second, url=f"{page}/", ednote="Corrects toll"))
    reports = exported(*rows)["reports"]
    assert [report["revision_of"] for report in reports] == [None, reports[0]["id"]]
    assert [report["status"] for report in reports] == ["corrected", "usable"]
