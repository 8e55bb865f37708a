"""Later editions as differences, with the statements that came, went or changed with them."""

from __future__ import annotations

import pytest

from onrecord.errors import NotFound

PAGE = "https://quay.example/2031/03/ferry"
FIRST = (
    "Ferry sinks off Mull Point\n\n"
    "The ferry Petrel sank with 14 dead, harbour master Arno Vale said on Monday.\n\n"
    '"The hull was sound when we left the quay," captain Ida Renn said.\n\n'
    "Divers went down at noon."
)
SECOND = FIRST.replace("14 dead", "19 dead")
THIRD = SECOND.replace("Divers went", "Mayor Per Lund said on Tuesday that the pier would stay closed.\n\nDivers went")


def row(day, text, **beside):
    return {"date": day, "text": text, "publisher": "Quay Post", "url": PAGE, **beside}


def edits(record, revision):
    place = lambda span: record.text(span.report)[span.start : span.end] if span else ""  # noqa: E731 - short
    return [
        (e.kind.value, place(e.before), place(e.after), [(place(w.before), place(w.after)) for w in e.words])
        for e in revision.edits
    ]


def test_an_edit_that_changes_the_dead_is_shown_with_the_statement_that_it_changes(fed):
    record = fed(row("2031-03-10", FIRST), row("2031-03-11", SECOND, url=f"{PAGE}?utm_source=x"))
    [one] = record.revisions()
    before, after = (
        f"The ferry Petrel sank with {dead} dead, harbour master Arno Vale said on Monday." for dead in (14, 19)
    )
    assert edits(record, one) == [("changed", before, after, [("14", "19")])]
    assert (one.kind, one.silent, str(one.since), one.who) == ("revised", True, "2031-03-11", "Quay Post")
    [(was, now)] = one.changed
    assert ("14 dead" in was.words, "19 dead" in now.words) == (True, True)
    assert (was.report.id, now.report.id) == (one.report.id, one.by.id)
    assert not one.came
    assert not one.went


def test_an_update_that_only_adds_a_paragraph_brings_its_statement_and_no_other(fed):
    record = fed(row("2031-03-11", SECOND), row("2031-03-12", THIRD))
    [one] = record.revisions()
    added = "Mayor Per Lund said on Tuesday that the pier would stay closed."
    assert edits(record, one) == [("put in", "", added, [])]
    assert [entry.words for entry in one.came] == ["the pier would stay closed"]
    assert not one.went
    assert not one.changed


def test_a_paragraph_taken_out_takes_its_statement_along(fed):
    record = fed(row("2031-03-11", THIRD), row("2031-03-12", SECOND))
    [one] = record.revisions()
    assert [entry.words for entry in one.went] == ["the pier would stay closed"]
    assert not one.came


def test_the_same_words_given_to_another_are_a_changed_statement(fed):
    other = FIRST.replace("captain Ida Renn said", "steward Oda Brandt said")
    [one] = fed(row("2031-03-10", FIRST), row("2031-03-11", other)).revisions()
    [(was, now)] = one.changed
    assert (was.words, was.source.name, now.source.name) == (now.words, "Ida Renn", "Oda Brandt")


def test_the_same_text_saved_twice_is_no_revision(fed):
    assert len(fed(row("2031-03-10", FIRST), row("2031-03-11", FIRST)).revisions()) == 0


def test_an_announced_edit_is_not_silent_and_its_words_are_shown(fed):
    note = "This story has been updated with the count of the harbour master."
    [one] = fed(row("2031-03-10", FIRST), row("2031-03-11", f"{SECOND}\n\n{note}")).revisions()
    assert (one.kind, one.silent, one.words) == ("revised", False, note)
    [one] = fed(row("2031-03-10", FIRST), row("2031-03-11", SECOND, ednote="Corrects toll")).revisions()
    assert (one.kind, one.silent, one.words) == ("corrected", False, "")
    assert one.edits


def test_of_three_editions_each_is_compared_with_the_one_before_and_the_newest_comes_first(fed):
    record = fed(row("2031-03-12", THIRD), row("2031-03-10", FIRST), row("2031-03-11", SECOND))
    found = record.revisions()
    assert [str(one.since) for one in found] == ["2031-03-12", "2031-03-11"]
    assert [[edit.kind.value for edit in one.edits] for one in found] == [["put in"], ["changed"]]
    assert [str(one.since) for one in record.as_of("2031-03-11").revisions()] == ["2031-03-11"]
    middle = found[0].report
    assert record.revisions(middle.id) == found
    assert len(record.revisions(found[1].report.id)) == 1
    assert (len(record.revisions(limit=1)), record.revisions(limit=1).total) == (1, 2)
    with pytest.raises(NotFound):
        record.as_of("2031-03-10").revisions(middle.id)


def test_changes_name_revisions_corrections_and_withdrawals_once_each(fed):
    kill = row("2031-03-13", "", pubstatus="canceled", ednote="Kill this item.")
    record = fed(
        row("2031-03-10", FIRST), row("2031-03-11", SECOND), row("2031-03-12", THIRD, ednote="Corrects toll"), kill
    )
    kinds = [
        (c.kind.value, c.by)
        for c in record.changes("2031-03-11")
        if c.kind.value in {"revised", "corrected", "withdrawn"}
    ]
    assert (
        sorted(kinds)
        == [("corrected", "Quay Post")] * 2 + [("revised", "Quay Post")] + [("withdrawn", "Quay Post")] * 3
    )
    assert [c.kind.value for c in record.changes("2031-03-13")] == [*["withdrawn"] * 3, "new report"]
    before = record.as_of("2031-03-12").changes("2031-03-11")
    assert "withdrawn" not in {change.kind.value for change in before}


def test_a_position_that_rests_on_withdrawn_reports_alone_says_so(fed):
    kill = row("2031-03-13", "", pubstatus="canceled", ednote="Kill this item.")
    reprint = {
        **row("2031-03-11", FIRST.replace("Divers", "(Quay Post) Divers")),
        "publisher": "Varn Courier",
        "url": "",
    }
    record = fed(row("2031-03-10", FIRST), reprint, kill)
    [dead] = [matter for matter in record.matters() if matter.question == "How many were killed?"]
    [position] = [position for position in dead.positions if position.answer == "14"]
    found = record.standing(position)
    assert (found.fallen, found.statements, len(found.withdrawn)) == (True, 2, 2)
    assert (str(found.since), found.who) == ("2031-03-13", ("Quay Post",))
    assert not record.as_of("2031-03-12").standing(position).withdrawn
    other = fed(
        row("2031-03-10", FIRST),
        kill,
        {"date": "2031-03-11", "text": "Toll\n\nFourteen people were killed, Per Lund said."},
    )
    [dead] = [matter for matter in other.matters() if matter.question == "How many were killed?"]
    [position] = [position for position in dead.positions if position.answer == "14"]
    found = other.standing(position)
    assert (found.fallen, found.since.known) == (False, False)
    assert 0 < len(found.withdrawn) < found.statements
