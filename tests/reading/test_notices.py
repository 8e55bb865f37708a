"""What reports say about earlier reports: corrections, withdrawals, updates, and what only looks like one."""

from __future__ import annotations

import pytest
from reading.reports import reading


def told(text):
    return [(notice.kind, notice.itself, notice.outlet) for notice in reading(text).notices]


@pytest.mark.parametrize(
    ("text", "kind", "itself", "outlet"),
    [
        ("CPS on Friday withdrew its report that the mayor had fled.", "withdrawn", False, "CPS"),
        ("The Coastal Press Service has retracted the story.", "withdrawn", False, "Coastal Press Service"),
        ("The Teldu Gazette, which first carried it, has taken down the article.", "withdrawn", False, "Teldu Gazette"),
        ("The report that the mayor had fled was withdrawn by CPS on Friday.", "withdrawn", False, "CPS"),
        ("CPS said late on Friday that it was withdrawing its report.", "withdrawn", False, "CPS"),
        ("CPS corrected its report to say that 19 had died.", "corrected", False, "CPS"),
        ("We withdraw our report of March 3 that the mayor had fled.", "withdrawn", False, ""),
        ("KILL NOTICE: the item on the mayor must not be used.", "withdrawn", False, ""),
        ("That story is withdrawn.", "withdrawn", False, ""),
        ("This story has been withdrawn.", "withdrawn", True, ""),
        ("Correction: the ferry carried 90 people, not 900.", "corrected", False, ""),
        ("CORRECTION: An earlier version of this article said 14 had died. It was 19.", "corrected", True, ""),
        ("An earlier version of this article gave the wrong day.", "corrected", True, ""),
        ("This article was amended on 4 May to give the right day.", "corrected", True, ""),
        ("(Corrects death toll in paragraph 2)", "corrected", True, ""),
        ("An article on Tuesday misstated the age of the ferry.", "corrected", False, ""),
        ("Correction: A March 3 Gazette story misstated the age of the ferry.", "corrected", False, "Gazette"),
        ("We wrongly reported that the mayor had fled.", "corrected", False, ""),
        ("Editor's note: an earlier version of this story misspelled the name of the ferry.", "corrected", True, ""),
        ("This story has been updated to include a statement by the union.", "updated", True, ""),
        ("Updated at 10.40: adds the union.", "updated", True, ""),
    ],
)
def test_what_is_announced(text, kind, itself, outlet):
    body = f"Ferry sinks off Mull Point\n\nEight people died when the ferry sank, the union said.\n\n{text}\n"
    assert (kind, itself, outlet) in told(body)


@pytest.mark.parametrize(
    "text",
    [
        "The marines withdrew from the village, a report said.",
        "Withdrawal of the marines began on Monday, the ministry said.",
        "The mayor withdrew his troops after the first bulletin.",
        "The union demanded that CPS withdraw its report.",
        "CPS has not withdrawn its report.",
        "The Gazette refused to correct its story.",
        "The minister said that the paper should retract the article.",
        "Eight killed.",
        "Shares of the line fall in late correction.",
        "The correctional officers said that eight had died.",
        "The correction of the course came too late, the captain said.",
        "Editor's note: this story contains descriptions of violence.",
        "An earlier report by the union put the toll at eight.",
        "The report said that eight people were killed.",
    ],
)
def test_what_only_looks_like_it(text):
    assert told(f"Ferry sinks off Mull Point\n\nEight people died, the union said.\n\n{text}\n") == []


def test_the_headline_of_the_earlier_report_is_what_is_quoted_last():
    [notice] = reading(
        "A note to our readers\n\n"
        'On Monday we published a story under the headline "Mayor flees by night boat". This story is withdrawn.\n'
    ).notices
    assert (notice.kind, notice.quoted, notice.itself) == ("withdrawn", "Mayor flees by night boat", False)


def test_a_heading_goes_with_the_sentence_below_it():
    text = "Ferry sinks\n\nEight people died, the union said.\n\nCorrection\n\nThe ferry carried 90 people, not 900.\n"
    [notice] = reading(text).notices
    assert notice.span.of(text).endswith("The ferry carried 90 people, not 900.")
    assert "900" in notice.quoted
