"""Reports that change: who says what of which earlier report, in whatever order they come."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from matching.changing import PAGE, Feed, row, told

from onrecord.matching.revisions import fates, statuses
from onrecord.record.judgement import Ruling, judgement
from onrecord.record.report import Status
from onrecord.record.span import Span

SINKS = "Ferry sinks off Mull Point\n\nThe ferry Petrel sank on Monday with 14 dead, harbour master Arno Vale said."
AGAIN = SINKS.replace("14 dead", "19 dead")
FLED = "Mayor flees by night boat\n\nMayor Per Lund has fled Teldu by boat, two guards said on Monday."


def test_a_later_text_at_one_address_is_a_revision():
    rows = (row("2031-03-10", SINKS, url=PAGE), row("2031-03-11", AGAIN, url=PAGE))
    assert told(*rows) == [("b", "revised", "a")]


def test_the_address_is_compared_as_that_of_a_page():
    rows = (
        row("2031-03-10", SINKS, url=PAGE),
        row("2031-03-11", AGAIN, url=f"http://www.{PAGE[8:]}/?utm_source=x#top"),
    )
    assert told(*rows) == [("b", "revised", "a")]


def test_another_article_or_the_front_page_is_none():
    page, front = "https://quay.example/story?id=17", "https://quay.example/"
    assert told(row("2031-03-10", SINKS, url=page), row("2031-03-11", AGAIN, url=page.replace("17", "18"))) == []
    assert told(row("2031-03-10", SINKS, url=front), row("2031-03-11", FLED, url=front)) == []


def test_the_same_text_saved_twice_is_none():
    assert told(row("2031-03-10", SINKS, url=PAGE), row("2031-03-12", SINKS, url=PAGE)) == []
    back = (row("2031-03-10", SINKS, url=PAGE), row("2031-03-11", AGAIN, url=PAGE), row("2031-03-12", SINKS, url=PAGE))
    assert told(*back) == [("b", "revised", "a"), ("c", "revised", "b")]


def test_editions_of_one_day_are_put_in_order_by_their_making():
    made = [{"versioncreated": f"2031-03-10T{hour}:00:00Z", "url": PAGE} for hour in ("09", "11", "23")]
    texts = [SINKS, AGAIN, AGAIN.replace("19", "21")]
    rows = [row("2031-03-10", text, **one) for text, one in zip(texts, made, strict=True)]
    assert told(*rows) == [("b", "revised", "a"), ("c", "revised", "b")]


def test_a_kill_notice_withdraws_what_stood_at_its_address_by_then():
    kill = row("2031-03-12", "", url=PAGE, pubstatus="canceled", ednote="Kill this item.")
    rows = (row("2031-03-10", SINKS, url=PAGE), row("2031-03-11", AGAIN, url=PAGE), kill)
    assert told(*rows) == [("b", "revised", "a"), ("c", "withdrawn", "a"), ("c", "withdrawn", "b")]
    after = row("2031-03-14", SINKS.replace("14 dead", "9 dead"), url=PAGE)
    assert told(rows[0], kill, after) == [("b", "withdrawn", "a"), ("c", "revised", "a")]


def test_an_undated_kill_notice_withdraws_all_that_stands_at_its_address():
    kill = {"text": "", "url": PAGE, "pubstatus": "canceled", "ednote": "Kill this item."}
    feed = Feed(row("2031-03-10", SINKS, url=PAGE), kill)
    assert feed.told() == [("b", "withdrawn", "a")]
    [fate] = fates(feed.revised())[feed.reports[0].id]
    assert not fate.since.known
    assert told(row("2031-03-10", SINKS, url=PAGE), kill) == feed.told()


def test_a_kill_notice_that_carries_the_text_is_withdrawn_with_it():
    kill = row("2031-03-11", SINKS, url=PAGE, pubstatus="canceled")
    assert told(row("2031-03-10", SINKS, url=PAGE), kill) == [("b", "withdrawn", "a"), ("b", "withdrawn", "b")]
    assert told(kill) == [("a", "withdrawn", "a")]


def test_a_kill_notice_without_an_address_means_the_report_of_its_headline():
    kill = row("2031-03-12", "", "CPS", title="KILL: Mayor flees by night boat", pubstatus="canceled", ednote="Kill.")
    first = row("2031-03-10", FLED, "CPS")
    assert told(first, row("2031-03-10", FLED, "Teldu Gazette"), kill) == [("c", "withdrawn", "a")]


def test_a_kill_notice_in_words_quotes_the_headline():
    kill = row(
        "2031-03-12", "", "CPS", pubstatus="canceled", ednote='KILL: "Mayor flees by night boat" must not be used.'
    )
    assert told(row("2031-03-10", FLED, "CPS"), kill) == [("b", "withdrawn", "a")]


CORRECTION = "Correction: an earlier version of this article said that 14 had died. The harbour master counted 19."


def test_a_correction_at_the_end_of_a_later_edition():
    rows = (row("2031-03-10", SINKS, url=PAGE), row("2031-03-11", f"{AGAIN}\n\n{CORRECTION}", url=PAGE))
    assert told(*rows) == [("b", "corrected", "a"), ("b", "revised", "a")]
    [revision] = [one for one in Feed(*rows).revised() if one.kind == "revised"]
    assert revision.notice
    assert revision.notice.of(rows[1]["text"]).startswith("Correction: an earlier version")


def test_a_correction_that_later_editions_repeat_was_made_once():
    more = f"{AGAIN}\n\nDivers went down at noon.\n\n{CORRECTION}"
    rows = (
        row("2031-03-10", SINKS, url=PAGE),
        row("2031-03-11", f"{AGAIN}\n\n{CORRECTION}", url=PAGE),
        row("2031-03-12", more, url=PAGE),
    )
    assert told(*rows) == [("b", "corrected", "a"), ("b", "revised", "a"), ("c", "revised", "b")]
    last = max(Feed(*rows).revised(), key=lambda one: one.since.start)
    assert (last.kind, last.notice) == ("revised", None)


def test_a_correction_of_itself_without_the_earlier_version():
    assert told(row("2031-03-11", f"{AGAIN}\n\n{CORRECTION}")) == [("a", "corrected", "a")]
    assert told(row("2031-03-11", AGAIN, pubstatus="usable", ednote="Corrects toll")) == [("a", "corrected", "a")]


def test_an_edit_that_nothing_announces_is_known_for_it():
    rows = (row("2031-03-10", SINKS, url=PAGE), row("2031-03-11", AGAIN, url=PAGE))
    [silent] = Feed(*rows).revised()
    assert silent.notice is None
    update = "This story has been updated to add the count of the harbour master."
    [told_of] = Feed(rows[0], row("2031-03-11", f"{AGAIN}\n\n{update}", url=PAGE)).revised()
    assert (told_of.kind, told_of.notice.of(f"{AGAIN}\n\n{update}")) == ("revised", update)


def test_an_outlet_withdraws_its_report_by_headline():
    words = 'On Monday we published a story headed "Mayor flees by night boat". That story is withdrawn.'
    rows = (row("2031-03-10", FLED), row("2031-03-10", FLED, "Teldu Gazette"), row("2031-03-12", words))
    assert told(*rows) == [("c", "withdrawn", "a")]


def test_another_outlet_tells_that_the_first_one_withdrew_its_report():
    words = "Council meets\n\nThe Coastal Press Service on Wednesday withdrew its report that Mayor Per Lund had fled by boat."
    rows = (row("2031-03-10", FLED, "CPS"), row("2031-03-10", SINKS, "CPS"), row("2031-03-12", words, "Teldu Gazette"))
    assert told(*rows) == [("c", "withdrawn", "a")]
    [fate] = fates(Feed(*rows).revised())[Feed(*rows).reports[0].id]
    assert (fate.status, str(fate.since), fate.who) == (Status.WITHDRAWN, "2031-03-12", "Teldu Gazette")


def test_another_outlet_tells_of_a_correction():
    words = "Divers\n\nCPS corrected its report on the ferry Petrel to say that Arno Vale had counted 19 dead, not 14."
    rows = (row("2031-03-10", SINKS, "CPS"), row("2031-03-10", FLED, "CPS"), row("2031-03-12", words, "Teldu Gazette"))
    assert told(*rows) == [("c", "corrected", "a")]


@pytest.mark.parametrize(
    "words",
    [
        "The Northern Wire withdrew its report that Mayor Per Lund had fled by boat.",  # CPS carried it, not they
        "CPS withdrew its report on the price of herring at the spring market.",  # none of these
        "CPS withdrew its report.",  # which one is not told
        "CPS has not withdrawn its report that Mayor Per Lund had fled by boat.",
    ],
)
def test_what_names_none_of_the_reports_means_none(words):
    rows = (row("2031-03-10", FLED, "CPS"), row("2031-03-10", SINKS, "CPS"))
    assert told(*rows, row("2031-03-12", f"Council meets\n\n{words}", "Teldu Gazette")) == []


def test_nothing_is_withdrawn_before_it_was_published():
    words = 'We published a story headed "Mayor flees by night boat". That story is withdrawn.'
    assert told(row("2031-03-12", FLED), row("2031-03-10", words)) == []
    again = row("2031-03-14", f"{FLED} He was seen again on Friday.")
    assert told(row("2031-03-10", FLED), row("2031-03-12", words), again) == [("b", "withdrawn", "a")]


def test_a_report_and_its_withdrawal_on_one_day():
    words = 'We published a story headed "Mayor flees by night boat". That story is withdrawn.'
    assert told(row("2031-03-12", FLED), row("2031-03-12", words)) == [("b", "withdrawn", "a")]


def test_a_withdrawal_that_is_itself_corrected_stays_with_what_became_of_it():
    first = 'A note to readers\n\nWe published a story headed "Mayor flees by night boat". That story is withdrawn.'
    second = 'Correction\n\nOur item headed "A note to readers" misstated why. The item is corrected: a guard took his word back.'
    feed = Feed(row("2031-03-10", FLED), row("2031-03-12", first), row("2031-03-13", second))
    assert feed.told() == [("b", "withdrawn", "a"), ("c", "corrected", "b")]
    [fate] = fates(feed.revised())[feed.reports[0].id]
    assert (fate.status, str(fate.since)) == (Status.WITHDRAWN, "2031-03-12")
    [then] = fate.then
    assert (then.status, str(then.since), then.by) == (Status.CORRECTED, "2031-03-13", feed.reports[2].id)
    assert statuses(feed.revised())[feed.reports[0].id] is Status.WITHDRAWN


def test_a_person_says_that_a_report_was_withdrawn():
    feed = Feed(row("2031-03-10", FLED))
    place = Span(feed.reports[0].id, 0, len(FLED))
    ruled = judgement(
        Ruling.WITHDRAWN, [place], who="Ida Renn", why="they told me", when=datetime(2031, 4, 1, tzinfo=UTC)
    )
    [fate] = fates(feed.revised([ruled]))[place.report]
    assert (fate.who, fate.by, str(fate.since)) == ("Ida Renn", None, "2031-04-01")
