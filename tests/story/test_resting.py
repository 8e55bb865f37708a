"""A correction or a withdrawal carries through to what rested on it, with its day and who says so; nothing is deleted."""

from __future__ import annotations

from itertools import permutations

PAGE = "https://cps.example/2031/03/mayor"
FLED = (
    "Mayor flees by night boat\n\n"
    "TELDU (CPS) - Mayor Per Lund has fled the town of Teldu by boat, guard captain Ida Renn said on Monday.\n\n"
    '"He took the treasury with him and nobody stopped the boat at the pier," Renn said.\n\n'
    "The town council met behind closed doors until the early hours of the morning."
)
CALM = "Markets calm\n\nHerring prices held at the spring market, dealer Oda Brandt said on Tuesday."


def row(day, text, outlet, **beside):
    return {"date": day, "text": text, "publisher": outlet, **beside}


DISPATCH = row("2031-03-10", FLED, "CPS", url=PAGE)
KILL = row("2031-03-13", "", "CPS", url=PAGE, pubstatus="canceled", ednote="Kill this item.")
REPRINTS = [
    row("2031-03-11", FLED, "Teldu Gazette"),
    row("2031-03-11", FLED.replace("TELDU (CPS) - ", "").replace("Mayor flees", "Lund flees"), "Varn Courier"),
    row("2031-03-12", f"{FLED}\n\nMore on page 4.", "Quay Post"),
]
OTHERS = [
    row("2031-03-11", CALM, "Varn Courier"),
    row("2031-03-11", "Captain speaks\n\nIda Renn said on Tuesday that her guard held the pier.", "Quay Post"),
]


def under(record):
    """(outlet, words, what became of it or of what it rests on, when, who says so) of each statement it has reached."""
    return {
        (entry.report.outlet, entry.words[:25], fate.status.value, str(fate.since), fate.who, ground)
        for entry in record.statements()
        for fate, ground in [
            *((fate, "") for fate in entry.fates),
            *((rest.fate, rest.ground) for rest in entry.rests),
        ]
    }


def outlets(found):
    return {outlet for outlet, *_ in found}


def test_a_report_that_three_others_had_reprinted(fed):
    found = under(fed(DISPATCH, *REPRINTS, *OTHERS, KILL))
    assert outlets(found) == {"CPS", "Teldu Gazette", "Varn Courier", "Quay Post"}
    assert {(status, since, who) for _, _, status, since, who, _ in found} == {("withdrawn", "2031-03-13", "CPS")}
    assert {ground for outlet, *_, ground in found if outlet != "CPS"} == {"same words"}
    assert not [words for _, words, *_ in found if "Herring" in words or "her guard held" in words]


def test_what_rests_on_a_report_can_be_listed(fed):
    through = row(
        "2031-03-11", "Council silent\n\nCPS reported, citing two guards, that Per Lund had fled by boat.", "Quay Post"
    )
    record = fed(DISPATCH, *REPRINTS, *OTHERS, through, KILL)
    first = next(one for one in record.reports() if one.outlet == "CPS")
    listed = record.resting(first.id)
    assert {entry.id for entry in listed} == {entry.id for entry in record.statements() if entry.rests}
    assert any(rest.ground == "through CPS" for entry in listed for rest in entry.rests)
    assert not record.as_of("2031-03-12").resting(first.id)
    other = next(one for one in record.reports() if one.title == "Markets calm")
    assert not record.resting(other.id)


def test_every_statement_of_a_reprint_rests_on_it(fed):
    record = fed(DISPATCH, *REPRINTS, KILL)
    assert all(entry.fates or entry.rests for entry in record.statements())
    assert {entry.status.value for entry in record.statements() if entry.report.outlet != "CPS"} == {"usable"}


def test_what_a_reprint_adds_of_its_own_does_not_rest_on_it(fed):
    added = f"{FLED}\n\nThe price of herring fell again at the spring market, dealer Oda Brandt told us on Tuesday."
    record = fed(DISPATCH, row("2031-03-11", added, "Teldu Gazette"), KILL)
    [own] = [entry for entry in record.statements() if "herring" in entry.words]
    assert not own.rests
    assert sum(bool(entry.rests) for entry in record.statements()) == len(record.statements(report=own.report.id)) - 1


def test_as_of_a_day_before_it_nothing_shows(fed):
    record = fed(DISPATCH, *REPRINTS, *OTHERS, KILL)
    assert under(record.as_of("2031-03-12")) == set()
    assert under(record.as_of("2031-03-13")) == under(record)


def test_in_any_order_and_added_twice_it_is_the_same(fed):
    rows = [DISPATCH, REPRINTS[0], REPRINTS[2], KILL]
    found = under(fed(*rows))
    assert found
    for order in list(permutations(rows))[5::6]:
        assert under(fed(*order)) == found
    assert under(fed(*rows, *rows)) == found


def test_what_was_said_through_the_outlet_that_withdrew(fed):
    through = row(
        "2031-03-11",
        "Council silent\n\nCPS reported that mayor Per Lund had fled by boat. The council would not comment.\n\n"
        "The Coastal Press Service also reported that herring was cheap.",
        "Varn Courier",
    )
    found = [one for one in under(fed(DISPATCH, through, KILL)) if one[0] == "Varn Courier"]
    assert [one[2:] for one in found] == [("withdrawn", "2031-03-13", "CPS", "through CPS")]
    assert "fled by boat" in next(e.words for e in fed(DISPATCH, through, KILL).statements() if e.rests)


def test_where_another_report_of_the_outlet_says_it_too_it_cannot_be_told(fed):
    stands = row("2031-03-11", "Boat seen\n\nMayor Per Lund had fled by boat, two fishermen said on Tuesday.", "CPS")
    through = row("2031-03-12", "Council silent\n\nCPS reported that mayor Per Lund had fled by boat.", "Varn Courier")
    assert outlets(under(fed(DISPATCH, stands, through, KILL))) == {"CPS"}


def test_an_earlier_report_of_the_outlet_that_says_it_may_be_what_it_rests_on(fed):
    stands = row("2031-03-08", "Boat seen\n\nMayor Per Lund had fled by boat, two fishermen said on Friday.", "CPS")
    through = row("2031-03-12", "Council silent\n\nCPS reported that mayor Per Lund had fled by boat.", "Varn Courier")
    assert outlets(under(fed(DISPATCH, stands, through, KILL))) == {"CPS"}
    assert outlets(under(fed(DISPATCH, through, KILL))) == {"CPS", "Varn Courier"}


def test_a_report_that_came_before_rests_on_nothing_later(fed):
    early = row("2031-03-09", FLED, "Teldu Gazette")  # it names CPS too, but for something else
    assert outlets(under(fed(early, DISPATCH, KILL))) == {"CPS"}
    through = row("2031-03-09", "Council silent\n\nCPS reported that Per Lund had fled by boat.", "Quay Post")
    assert outlets(under(fed(through, DISPATCH, KILL))) == {"CPS"}


def test_words_that_a_standing_report_had_first_do_not_rest_on_the_one_that_fell(fed):
    plain = FLED.replace(" (CPS)", "")
    first, late = row("2031-03-09", plain, "Teldu Gazette"), row("2031-03-11", plain, "Varn Courier")
    fell = row("2031-03-10", plain, "Quay Post", url=PAGE)
    kill = {**KILL, "publisher": "Quay Post"}
    assert outlets(under(fed(first, fell, late, kill))) == {"Quay Post"}
    assert outlets(under(fed(fell, late, kill))) == {"Quay Post", "Varn Courier"}


def test_one_quotation_in_two_reports_does_not_make_one_rest_on_the_other(fed):
    own = row(
        "2031-03-11",
        'Captain speaks\n\n"He took the treasury with him and nobody stopped the boat at the pier," Ida Renn told us '
        "over tea. The pier is lit at night. Boats are counted in and out by two clerks, who saw none leave.",
        "Varn Courier",
    )
    assert outlets(under(fed(DISPATCH, own, KILL))) == {"CPS"}


def test_a_correction_in_a_later_edition_reaches_the_reprints_of_the_first(fed):
    text = FLED.replace("by boat, guard", "by night, guard")
    note = "Correction: an earlier version of this report said that the mayor had fled by boat."
    later = row("2031-03-12", f"{text}\n\n{note}", "CPS", url=PAGE)
    record = fed(DISPATCH, REPRINTS[0], later)
    found = under(record)
    assert outlets(found) == {"CPS", "Teldu Gazette"}
    assert {(status, since, who) for _, _, status, since, who, _ in found} == {("corrected", "2031-03-12", "CPS")}
    assert {str(entry.report.published) for entry in record.statements() if entry.fates} == {"2031-03-10"}


def test_a_withdrawal_that_is_itself_corrected_is_shown_with_it(fed):
    note = (
        'A note to readers\n\nWe published a dispatch headed "Mayor flees by night boat". That dispatch is withdrawn.'
    )
    again = (
        'Correction\n\nOur item headed "A note to readers" is corrected: it was captain Renn who took back her word.'
    )
    record = fed(DISPATCH, REPRINTS[0], row("2031-03-12", note, "CPS"), row("2031-03-13", again, "CPS"))
    reached = [entry for entry in record.statements() if "treasury" in entry.words]
    assert len(reached) == 2
    for entry in reached:
        [fate] = entry.fates or [rest.fate for rest in entry.rests]
        assert (fate.status.value, str(fate.since), fate.who) == ("withdrawn", "2031-03-12", "CPS")
        assert [(then.status.value, str(then.since)) for then in fate.then] == [("corrected", "2031-03-13")]


def test_a_person_s_word_reaches_the_reprints_too(fed):
    record = fed(DISPATCH, REPRINTS[0])
    assert under(record) == set()
    [first, _] = record.reports()
    record.withdraw(first.id, who="Oda Brandt", why="the agency told us by telephone")
    assert outlets(under(record)) == {"CPS", "Teldu Gazette"}
    assert {who for *_, who, _ in under(record)} == {"Oda Brandt"}
