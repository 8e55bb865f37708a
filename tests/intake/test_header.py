from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.intake.header import outlet, published, title

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
BODY = "The harbour guard said on Monday that its men held the pier. Nobody else could be reached, and the strait was shut."
PROSE = f"{BODY} The talks of March 2019 had failed, and on September 9, 2001 the old mayor was shot."

# head, day, title, outlet
HEADS = [
    # a date glued before the body, or in a field of its own
    (f" date 2021-09-09 {BODY}", "2021-09-09", "", ""),
    (f"date: 2021-09-09 {BODY}", "2021-09-09", "", ""),
    (f"\ufeffDate 2021-09-09T08:00:00+02:00 {BODY}", "2021-09-09", "", ""),
    (f" date 2021-09-09 Guard holds pier: council\n\n{BODY}", "2021-09-09", "Guard holds pier: council", ""),
    (f"date: 2021-09-09\n\nGuard holds pier\n\n{BODY}", "2021-09-09", "Guard holds pier", ""),
    (f"Date: Mon, 06 Sep 2021 14:05:00 +0000\nTitle: Guard holds pier\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"---\ntitle: Guard holds pier\ndate: 2021-09-06\n---\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Publisher: The Quay\nDate: 6 Sept 2021\n\n{BODY}", "2021-09-06", "", "The Quay"),
    # labelled lines
    (
        f"Guard holds pier\n\nBy Lena Marsh\n\nPublished 6 September 2021\n\n{BODY}",
        "2021-09-06",
        "Guard holds pier",
        "",
    ),
    (f"Guard holds pier\n\nPublished on 6th of September 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nPosted on September 6, 2021 by Lena\n\n{BODY}", "unknown", "", ""),
    (f"Guard holds pier\nPosted on September 6, 2021 | Lena\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nPosted by Lena on September 6, 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nUpdated: 7 September 2021\n\n{BODY}", "2021-09-07", "Guard holds pier", ""),
    (f"Guard holds pier\nUpdated: 7 Sep 2021\nPublished: 6 Sep 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nUpdated 7 Sep 2021 | Published 6 Sep 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nPublished 6 Sep 2021, Updated 7 Sep 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nPublished 14:05 GMT, 6 September 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nLast modified on Mon 6 Sep 2021 14.05 BST\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nFirst published: 2021/09/06\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (
        f"Guard holds pier\nBy Lena Marsh | Published Sept. 6, 2021 at 2:05 p.m.\n\n{BODY}",
        "2021-09-06",
        "Guard holds pier",
        "",
    ),
    (f"Guard holds pier\n\nPublished September 2021\n\n{BODY}", "2021-09", "Guard holds pier", ""),
    (f"Guard holds pier\n\nPublished\n6 September 2021\n\nShare\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (
        f"Guard holds pier\nUpdated:\n7 September 2021\nPublished:\n6 September 2021\n\n{BODY}",
        "2021-09-06",
        "Guard holds pier",
        "",
    ),
    # a line that is nothing but a date
    (f"Guard holds pier\n\nBy Lena Marsh\nSeptember 6, 2021 GMT\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nSept. 6, 2021Updated 9:14 p.m. ET\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Wache hält den Pier\n\n6. September 2021\n\n{BODY}", "2021-09-06", "Wache hält den Pier", ""),
    (f"Guard holds pier\nSeptember 6, 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n\nMonday 6 September 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\r\n\r\nMonday, 6 September 2021\r\n\r\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n06 Sep 2021 14:05 GMT\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n2021-09-06T10:00:00Z\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n2021-09-06T23:30:00-05:00\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"2021-09-06 10:14\n\nGuard holds pier\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n6\xa0September\xa02021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n06-Sep-2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n6.9.2021\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"Guard holds pier\n26.9.2021\n\n{BODY}", "2021-09-26", "Guard holds pier", ""),
    (f"Guard holds pier\n09/26/2021\n\n{BODY}", "2021-09-26", "Guard holds pier", ""),
    (f"Guard holds pier\n09/09/2021\n\n{BODY}", "2021-09-09", "Guard holds pier", ""),
    (f"Guard holds pier\nMonday 06/09/2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\n31 February 2021\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"Guard holds pier\n29 February 2020\n\n{BODY}", "2020-02-29", "Guard holds pier", ""),
    (f"Guard holds pier\n\nSeptember 2021\n\n{BODY}", "2021-09", "Guard holds pier", ""),
    (f"Guard holds pier\n14:05, 6 September 2021\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    (f"Guard holds pier\nWednesday 6 September 2021 | 3 min read\n\n{BODY}", "2021-09-06", "Guard holds pier", ""),
    # mastheads
    (
        f"The Quay Times\nTuesday 7 September 2021\n\nGuard holds pier\n\nBy Lena Marsh\n\n{BODY}",
        "2021-09-07",
        "Guard holds pier",
        "The Quay Times",
    ),
    (
        f"RADIO STRAIT – Teldu\nTue, 7 Sep 2021 18:20\n\nGuard holds pier\n\n{BODY}",
        "2021-09-07",
        "Guard holds pier",
        "RADIO STRAIT",
    ),
    (
        f"Coast News | World | 7 September 2021, 13:05\n\nGuard holds pier\n\n{BODY}",
        "2021-09-07",
        "Guard holds pier",
        "Coast News",
    ),
    (
        f"Quay Evening Mail, Tuesday, September 7, 2021\n\nGuard holds pier\n\n{BODY}",
        "2021-09-07",
        "Guard holds pier",
        "Quay Evening Mail",
    ),
    (
        f"STRAIT PRESS (SP) / Tuesday, 7 September 2021 / 21:40\n\nGuard holds pier\n\n{BODY}",
        "2021-09-07",
        "Guard holds pier",
        "STRAIT PRESS (SP)",
    ),
    (
        f"Harbour Daily | World\n\nGuard holds pier\n\nFrom our wire services, 7 September 2021\n\nTELDU (Strait Press) - {BODY}",
        "2021-09-07",
        "Guard holds pier",
        "Harbour Daily",
    ),
    (f"Guard holds pier\n\nTeldu\n7 September 2021\n\nWhat we know\n\n{BODY}", "2021-09-07", "Guard holds pier", ""),
    # datelines
    (f"Teldu (dpa) – {BODY}", "unknown", "", "dpa"),
    (f"TELDU, Sept 6 (Reuters) - {BODY}\n\n© 2021 Reuters", "2021-09-06", "", "Reuters"),
    (f"TELDU, Sept 6 (Reuters) - {BODY}", "unknown", "", "Reuters"),
    (f"TELDU, Caldoria, Sept. 6, 2021 (AFP) — {BODY}", "2021-09-06", "", "AFP"),
    (
        f"Guard holds pier\n\nTELDU, 6 September 2021 (Strait Press) – {BODY}",
        "2021-09-06",
        "Guard holds pier",
        "Strait Press",
    ),
    (f"TELDU (Reuters), Sept 6 - {BODY}", "unknown", "", "Reuters"),
    (f"The Central Bank (CB) - which none had asked - said so. {BODY}", "unknown", "", ""),
    (f"Teldu (AFP) - {BODY}", "unknown", "", "AFP"),
    (f"TELDU, Caldoria (AP) — {BODY}", "unknown", "", "AP"),
    (f"(Reuters) - {BODY}", "unknown", "", "Reuters"),
    (
        f"TELDU, May 9 (Reuters) - {BODY} STORY_NUMBER: L5N STORY_DATE: 05/09/2014 STORY_TIME: 1324 GMT",
        "2014-05-09",
        "",
        "Reuters",
    ),
    (
        f"TELDU, Sept 5 (Reuters) - {BODY} STORY_NUMBER: L5N STORY_DATE: 05/09/2014 STORY_TIME: 1324 GMT",
        "2014-09-05",
        "",
        "Reuters",
    ),
    (f"{BODY} STORY_DATE: 05/09/2014", "unknown", "", ""),
    (f"{BODY} STORY_DATE: 25/09/2014", "2014-09-25", "", ""),
    (
        f"Guard holds pier\n\nSeptember 2021\n\nTELDU, Sept 6 (Reuters) - {BODY}",
        "2021-09-06",
        "Guard holds pier",
        "Reuters",
    ),
    # dates that are not the report's
    (PROSE, "unknown", "", ""),
    (f"Guard holds pier\n\n{PROSE}", "unknown", "Guard holds pier", ""),
    (f"On September 9, 2001, the mayor was shot. {BODY}", "unknown", "", ""),
    (f"A study, published 6 May 2021, says the pier is weak. {BODY}", "unknown", "", ""),
    (f"Published on September 9, 2001, the book made him known. {BODY}", "unknown", "", ""),
    (f"{BODY}\n\nWe are here. — Sara (@sara) September 14, 2021\n\n{BODY}", "unknown", "", ""),
    (f"{BODY[:60]}\n\nWe are here. — Sara (@sara)\nSeptember 14, 2021\n\n{BODY}", "unknown", "", ""),
    (f"{BODY[:60]}\n\nSara\n@sara\nWe are here\n5:04 PM · Sep 14, 2021\n\n{BODY}", "unknown", "", ""),
    (f"{PROSE * 2}\n\nSeptember 14, 2021\n\n{BODY}", "unknown", "", ""),
    (
        "Ten days at the pier\n\n1 September 2021\n\nThe guard comes.\n\n3 September 2021\n\nIt stays.",
        "unknown",
        "Ten days at the pier",
        "",
    ),
    (f"Bombing of the pier, 26 August 2021\n\n{BODY}", "unknown", "Bombing of the pier, 26 August 2021", ""),
    (
        f"Leader of the guard killed in raidSEPT. 2, 2014\n\n{BODY}",
        "unknown",
        "Leader of the guard killed in raidSEPT. 2, 2014",
        "",
    ),
    # titles
    (
        f"WorldRebel leader vows to hold pier\n\nBy Lena Marsh\n\n{BODY}",
        "unknown",
        "Rebel leader vows to hold pier",
        "",
    ),
    (f"CaldoriaGuard vows to hold pier\n\nBy Lena Marsh\n\n{BODY}", "unknown", "Guard vows to hold pier", ""),
    (
        f"PlayStation sales shock the station\n\n{BODY} PlayStation is a name. A station is a place.",
        "unknown",
        "PlayStation sales shock the station",
        "",
    ),
    (f"McDonald flees\n\n{BODY} Donald stays.", "unknown", "McDonald flees", ""),
    (f"World\n\nGuard holds pier\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"World\nGuard holds pier\nBy Lena Marsh\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"# Guard holds pier\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"Guard holds pier, says U.S.\n\n{BODY}", "unknown", "Guard holds pier, says U.S.", ""),
    (f"“We hold it”: a night at the pier\n\n{BODY}", "unknown", "“We hold it”: a night at the pier", ""),
    (f"The guard holds the pier.\n\n{BODY}", "unknown", "", ""),
    (f"Guard holds pier\n{BODY}", "unknown", "", ""),
    ("Guard holds pier", "unknown", "", ""),
    (f"TransportGuard Holds Pier\n\n{BODY}", "unknown", "Guard Holds Pier", ""),
    (f"• Guard holds pier\n\n{BODY}", "unknown", "", ""),
    (f"@guard holds pier\n\n{BODY}", "unknown", "", ""),
    # outlets
    (f"Guard holds pier\n\nBy Lena Marsh, The Quay Times\n\n{BODY}", "unknown", "Guard holds pier", "The Quay Times"),
    (f"Guard holds pier\n\nBy Lena Marsh, Business Editor\n\n{BODY}", "unknown", "Guard holds pier", ""),
    (f"{BODY}\n\n© 2021 The Quay. All rights reserved.", "unknown", "", "The Quay"),
    (f"{BODY}\n\nCopyright 2021 Quay Press All rights reserved", "unknown", "", "Quay Press"),
    (f"{BODY}\n\n(AP)", "unknown", "", "AP"),
    (f"{BODY} (AFP)\n", "unknown", "", "AFP"),
    (f"{BODY[:-1]} with the National Front (NF)", "unknown", "", ""),
    (f"{BODY}\n\n(Image: Twitter/AP)", "unknown", "", ""),
    ("", "unknown", "", ""),
]


@pytest.mark.parametrize(("text", "day", "headline", "publisher"), HEADS)
def test_a_head_tells_day_title_and_outlet(text, day, headline, publisher):
    when = published(text, "r")
    assert (str(when), title(text), outlet(text)) == (day, headline, publisher)
    assert (when.words is not None) == when.known


def test_the_words_of_the_day_are_those_of_the_text():
    text = "Guard holds pier\n\n  Published 6 September 2021\n\nThe rest."
    when = published(text, "r")
    assert when.words is not None
    assert when.words.of(text) == "6 September 2021"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.quay.example/a/b", "quay.example"),
        ("http://News.Quay.example:8080/", "news.quay.example"),
        ("quay.example/story", "quay.example"),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_the_outlet_of_an_address_is_its_domain(url, name):
    assert outlet("The guard holds the pier.", url) == name


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not here")
@pytest.mark.parametrize(
    ("number", "day"),
    [("000", "2021-09-09"), ("001", "2021-09-14"), ("002", "2021-09-06"), ("003", "2021-09-12"), ("004", "2021-09-06")],
)
def test_the_seeds_are_dated(number, day):
    text = next(SEEDS.glob(f"{number}_*.txt")).read_bytes().decode()
    assert str(published(text, "r")) == day
