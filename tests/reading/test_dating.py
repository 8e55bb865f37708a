"""Date expressions of news English, resolved against a Wednesday: 15 May 2024. Every sentence is made up."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dating import find_dates
from onrecord.record.span import Span
from onrecord.record.when import UNKNOWN, Precision, When

PUBLISHED = When.on(date(2024, 5, 15))

DAYS = [
    ("The dam gave way on Monday.", {"Monday": "2024-05-13"}),
    ("The mayor resigned Wednesday.", {"Wednesday": "2024-05-15"}),
    ("A ferry ran aground on Thursday, the coastguard said.", {"Thursday": "2024-05-09"}),
    ("Thursday's landslide cut the valley off.", {"Thursday": "2024-05-09"}),
    ("Tuesday’s storm felled a mast.", {"Tuesday": "2024-05-14"}),
    ("The mill burned down Sunday night.", {"Sunday night": "2024-05-12"}),
    ("Divers found the wreck late Saturday.", {"late Saturday": "2024-05-11"}),
    ("Shells fell early Tuesday.", {"early Tuesday": "2024-05-14"}),
    ("Earlier on Monday, the bank denied it.", {"Monday": "2024-05-13"}),
    ("The union met last Wednesday.", {"last Wednesday": "2024-05-08"}),
    ("The union met last Monday.", {"last Monday": "2024-05-13"}),
    ("Rates rose this past Friday.", {"this past Friday": "2024-05-10"}),
    (
        "It was 14 May 2024\n\nTwo years ago today they met.",
        {"14 May 2024": "2024-05-14", "Two years ago today": "2022-05-15"},
    ),
    ("The final is next Friday.", {"next Friday": "2024-05-17"}),
    ("The final is this Friday.", {"this Friday": "2024-05-17"}),
    ("The rally this coming Sunday is banned.", {"this coming Sunday": "2024-05-19"}),
    ("The jury retired on Tuesday last week.", {"Tuesday last week": "2024-05-07"}),
    ("The jury returns on Tuesday of next week.", {"Tuesday of next week": "2024-05-21"}),
    ("The court will rule on Friday.", {"Friday": "2024-05-17"}),
    ("On Friday the court will rule.", {"Friday": "2024-05-17"}),
    ("The vote is scheduled for Monday.", {"Monday": "2024-05-20"}),
    ("The launch was postponed until Saturday.", {"until Saturday": "../2024-05-18"}),
    ("The ministers are due to meet on Tuesday.", {"Tuesday": "2024-05-21"}),
    ("The hearing, to be held on Thursday, is closed.", {"Thursday": "2024-05-16"}),
    ("He said on Monday that the army will stay.", {"Monday": "2024-05-13"}),
    ("Staff said Friday they would strike.", {"Friday": "2024-05-10"}),
    ("The planned march failed on Monday.", {"Monday": "2024-05-13"}),
    ("He would have died on Monday.", {"Monday": "2024-05-13"}),
    ("A bomb went off next to a school on Monday.", {"Monday": "2024-05-13"}),
    ("Thurs. saw record heat.", {"Thurs": "2024-05-09"}),
    ("Rain fell on Saturday and Sunday.", {"Saturday": "2024-05-11", "Sunday": "2024-05-12"}),
    ("Good Friday, Black Friday and Bloody Sunday are names.", {}),
    ("The Sunday Times and the Mail on Sunday ran it.", {}),
    ("Trains are late every Monday, and on Mondays they are full.", {}),
    ("The Sun reported it; he sat down and wed her.", {}),
    ("It rains today.", {"today": "2024-05-15"}),
    ("The strike ended yesterday evening.", {"yesterday evening": "2024-05-14"}),
    ("The lava slowed last night.", {"last night": "2024-05-14"}),
    ("Schools open tomorrow.", {"tomorrow": "2024-05-16"}),
    ("Doors shut this morning and tonight's gala is off.", {"this morning": "2024-05-15", "tonight": "2024-05-15"}),
    ("She left the day before yesterday.", {"the day before yesterday": "2024-05-13"}),
    ("She leaves the day after tomorrow.", {"the day after tomorrow": "2024-05-17"}),
    ("In today's world nowadays nobody walks, USA Today wrote.", {}),
]

DATES = [
    ("The pact of September 6, 2021 stands.", {"September 6, 2021": "2021-09-06"}),
    ("The pact of 6 September 2021 stands.", {"6 September 2021": "2021-09-06"}),
    ("On the 6th of September 2021 it lapsed.", {"the 6th of September 2021": "2021-09-06"}),
    ("On the second of May it snowed.", {"the second of May": "2024-05-02"}),
    ("Signed Monday, May 6, in Oslo.", {"Monday, May 6": "2024-05-06"}),
    ("Signed on Sun, 5 May 2024.", {"Sun, 5 May 2024": "2024-05-05"}),
    ("Snow fell on Sept. 6.", {"Sept. 6": "2023-09-06"}),
    ("Snow fell on 6 December.", {"6 December": "2023-12-06"}),
    ("Snow fell on June 10th.", {"June 10th": "2024-06-10"}),
    ("The summit will open on September 6.", {"September 6": "2024-09-06"}),
    ("They said they would leave by April 30.", {"by April 30": "../2024-04-30"}),
    ("Frost came on April 3 last year.", {"April 3 last year": "2023-04-03"}),
    ("Filed 2024-03-09 by post.", {"2024-03-09": "2024-03-09"}),
    ("Sent at 2024-03-09T12:30:00Z.", {"2024-03-09": "2024-03-09"}),
    ("Taken on 9.9.2020 in Bern.", {"9.9.2020": "2020-09-09"}),
    ("Taken on 25/12/2020.", {"25/12/2020": "2020-12-25"}),
    ("Taken on 12/25/2020.", {"12/25/2020": "2020-12-25"}),
    ("Taken on 05/04/2024.", {"05/04/2024": "2024-05-04"}),
    ("Taken on 03/02/1999.", {"03/02/1999": "1999-03-02"}),
    ("Taken on 14/05/24.", {"14/05/24": "2024-05-14"}),
    ("On the 6th, the river crested.", {"the 6th": "2024-05-06"}),
    ("On the 20th, the river crested.", {"the 20th": "2024-04-20"}),
    ("They met on the 3rd of this month.", {"the 3rd of this month": "2024-05-03"}),
    ("A boy fell from the 6th floor on the 2nd attempt.", {}),
    ("Trade stops between 3 and 5 March.", {"between 3 and 5 March": "2024-03-03/2024-03-05"}),
    ("The fair ran from March 3 to 5.", {"from March 3 to 5": "2024-03-03/2024-03-05"}),
    ("The fair ran 3-5 March 2020.", {"3-5 March 2020": "2020-03-03/2020-03-05"}),
    ("The fair ran from March 3 to April 5, 2020.", {"from March 3 to April 5, 2020": "2020-03-03/2020-04-05"}),
    ("The fair ran from late May to June 5, 2020.", {"from late May to June 5, 2020": "2020-05-21/2020-06-05"}),
    ("It shut between Monday and Tuesday.", {"between Monday and Tuesday": "2024-05-13/2024-05-14"}),
    ("Crews worked from 30 April to 2 May.", {"from 30 April to 2 May": "2024-04-30/2024-05-02"}),
    ("Polls on Oct. 28 and Nov. 2, 2020 differ.", {"Oct. 28": "2023-10-28", "Nov. 2, 2020": "2020-11-02"}),
    ("The September 11 attacks changed flying.", {"September 11": "2001-09-11"}),
    ("After 9/11 and 7/7 the shop stayed open 24/7.", {}),
    ("The shops shut on Christmas Eve.", {"Christmas Eve": "2023-12-24"}),
    ("The shops shut on New Year’s Day 2020.", {"New Year’s Day 2020": "2020-01-01"}),
    ("Prices fell last Christmas, says the Christmas tree trade.", {"last Christmas": "2023-12-25"}),
    ("There is no 31 February, no 30 Feb 2021 and no September 31.", {}),
    ("Codes 2021-13-01, 0000-00-00 and 99.99.2020 mean nothing.", {}),
    ("Ring 555-2013 or 10.1.2.2020, or pay $2013.", {}),
    ("See example.org/2021/09/06 there.", {}),
]

PERIODS = [
    ("In March the pier closed.", {"March": "2024-03"}),
    ("In May, ten people fell ill.", {"May": "2024-05"}),
    ("In May 10 people fell ill.", {"May": "2024-05"}),
    ("The August floods are forgotten.", {"August": "2023-08"}),
    ("The vote will be held in October.", {"October": "2024-10"}),
    ("The book is due to be published in June.", {"June": "2024-06"}),
    ("The port opened last September.", {"last September": "2023-09"}),
    ("The port opens next May.", {"next May": "2025-05"}),
    ("The port opened in September last year.", {"September last year": "2023-09"}),
    ("The port opened in September of 2019.", {"September of 2019": "2019-09"}),
    ("Since January 2020 it has rained.", {"Since January 2020": "2020-01-01/2024-05-15"}),
    ("The thaw of mid-February was early.", {"mid-February": "2024-02-11/2024-02-20"}),
    ("In early April, and late in March, it froze.", {
        "early April": "2024-04-01/2024-04-10", "late in March": "2024-03-21/2024-03-31",
    }),
    ("They may march on; May I? March! April Jones and August Muller sang.", {}),
    ("From January to March, sales fell.", {"From January to March": "2024-01-01/2024-03-31"}),
    ("He left in 2015.", {"2015": "2015"}),
    ("Since 2013, prices have doubled.", {"Since 2013": "2013-01-01/2024-05-15"}),
    ("By 2030 the ice will be gone.", {"By 2030": "../2030-12-31"}),
    ("The club (1987) is old.", {"1987": "1987"}),
    ("It failed in 2008 and 2012.", {"2008": "2008", "2012": "2012"}),
    ("The war of 1996-2001 was long.", {"1996-2001": "1996-01-01/2001-12-31"}),
    ("It grew from 2001 to 2014.", {"from 2001 to 2014": "2001-01-01/2014-12-31"}),
    ("In late 2019 a virus spread.", {"late 2019": "2019-09-01/2019-12-31"}),
    ("At the end of 2019 a virus spread.", {"the end of 2019": "2019-09-01/2019-12-31"}),
    ("The 2016 election and a 2010 raid are on file.", {"2016": "2016", "2010": "2010"}),
    ("In 2000 homes, 2,000 people and 1500 sheep of 2000 kinds live.", {}),
    ("Boeing 737, Resistance2.0 and flight 2013 at 2000 hours.", {}),
    ("He arrived by 1800 GMT in 3013.", {}),
    ("Jazz of the 1990s is back.", {"the 1990s": "1990s"}),
    ("Jazz of the early 1990s is back.", {"the early 1990s": "1990-01-01/1993-12-31"}),
    ("In the mid-1980s and the nineties he sang.", {"the mid-1980s": "1984-01-01/1986-12-31", "the nineties": "1990s"}),
    ("The '80s are over; she is in her late 90s.", {"The '80s": "1980s"}),
    ("The canal is of the 19th century.", {"the 19th century": "1801-01-01/1900-12-31"}),
    ("The summer of 2014 was hot.", {"The summer of 2014": "2014-06-01/2014-08-31"}),
    ("Last winter was mild.", {"Last winter": "2023-12-01/2024-02-29"}),
    ("This summer will be hot.", {"This summer": "2024-06-01/2024-08-31"}),
    ("The first half of 2020 was bad.", {"The first half of 2020": "2020-01-01/2020-06-30"}),
    ("The fourth quarter of last year was bad.", {"The fourth quarter of last year": "2023-10-01/2023-12-31"}),
]  # fmt: skip

RELATIVE = [
    ("It sank last week.", {"last week": "2024-05-06/2024-05-12"}),
    ("It sank this week.", {"this week": "2024-05-13/2024-05-19"}),
    ("It sails next week.", {"next week": "2024-05-20/2024-05-26"}),
    ("It sank earlier this week.", {"earlier this week": "2024-05-13/2024-05-15"}),
    ("It sank earlier in the week.", {"earlier in the week": "2024-05-13/2024-05-15"}),
    ("It sank last month.", {"last month": "2024-04"}),
    ("It sank this month.", {"this month": "2024-05"}),
    ("It sails early next month.", {"early next month": "2024-06-01/2024-06-10"}),
    ("It sank last year.", {"last year": "2023"}),
    ("It sank late last year.", {"late last year": "2023-09-01/2023-12-31"}),
    ("It sank earlier this year.", {"earlier this year": "2024-01-01/2024-05-15"}),
    ("It sails later this year.", {"later this year": "2024-05-15/2024-12-31"}),
    ("It sank over the weekend.", {"the weekend": "2024-05-11/2024-05-12"}),
    ("It sails this weekend.", {"this weekend": "2024-05-18/2024-05-19"}),
    ("Pay is due by the end of the month.", {"by the end of the month": "../2024-05-31"}),
    ("It sank two days ago.", {"two days ago": "2024-05-13"}),
    ("It sank 10 days ago.", {"10 days ago": "2024-05-05"}),
    ("It sank twenty-five days ago.", {"twenty-five days ago": "2024-04-20"}),
    ("It sank two hours ago.", {"two hours ago": "2024-05-14/2024-05-15"}),
    ("It sank a week ago.", {"a week ago": "2024-05-05/2024-05-11"}),
    ("It sank three weeks ago.", {"three weeks ago": "2024-04-21/2024-04-27"}),
    ("It sank a month ago.", {"a month ago": "2024-03-31/2024-04-30"}),
    ("It sank a year ago this month.", {"a year ago this month": "2023-05"}),
    ("It sank a week ago Monday.", {"a week ago Monday": "2024-05-06"}),
    ("It sank more than a week ago.", {"more than a week ago": "../2024-05-08"}),
    ("It sank less than two weeks ago.", {"less than two weeks ago": "2024-05-01/2024-05-15"}),
    ("It sank nearly a month ago.", {"nearly a month ago": "2024-04-15/2024-04-30"}),
    ("It sank just over a week ago.", {"just over a week ago": "2024-05-05/2024-05-08"}),
    ("It sank about five days ago.", {"about five days ago": "2024-05-09/2024-05-11"}),
    ("It sank a few days ago.", {"a few days ago": "2024-05-10/2024-05-13"}),
    ("It sank two or three days ago.", {"two or three days ago": "2024-05-12/2024-05-13"}),
    ("It sank half a year ago.", {"half a year ago": "2023-10-31/2023-11-30"}),
    ("It sank a fortnight ago.", {"a fortnight ago": "2024-04-28/2024-05-04"}),
    ("Some 200,000 years ago it sank, and half a week ago.", {}),
    ("It took several days, and the worst in a decade, for two weeks.", {}),
    ("It leaks for the past four days.", {"the past four days": "2024-05-11/2024-05-15"}),
    ("Over the last three days it leaked.", {"the last three days": "2024-05-12/2024-05-15"}),
    ("Over the past week it leaked.", {"the past week": "2024-05-08/2024-05-15"}),
    ("In recent days it leaked.", {"recent days": "2024-05-08/2024-05-15"}),
    ("In the coming weeks it will leak.", {"the coming weeks": "2024-05-15/2024-06-26"}),
    ("In the next two days it will leak.", {"the next two days": "2024-05-15/2024-05-17"}),
    ("The last two weeks of the strike and the last minute were grim.", {}),
    ("It sails three days from now.", {"three days from now": "2024-05-18"}),
    ("It sails in two days' time.", {"two days' time": "2024-05-17"}),
    ("Since Friday it has leaked.", {"Since Friday": "2024-05-10/2024-05-15"}),
    ("It had sunk by Monday.", {"by Monday": "../2024-05-13"}),
    ("Three were hurt by Monday's blast.", {"Monday": "2024-05-13"}),
    ("Days after the coup, a general spoke.", {"Days after": "../2024-05-14"}),
    ("Hours after the coup, a general spoke.", {"Hours after": "../2024-05-15"}),
]

ANCHORED = [
    ("It sank on April 3 and was raised two days later.", {"April 3": "2024-04-03", "two days later": "2024-04-05"}),
    ("It sank on April 3. The following day it rained.", {"April 3": "2024-04-03", "The following day": "2024-04-04"}),
    ("It sank on April 3; a day earlier, it leaked.", {"April 3": "2024-04-03", "a day earlier": "2024-04-02"}),
    ("It sank on April 3, and the day before, it leaked.", {"April 3": "2024-04-03", "the day before": "2024-04-02"}),
    ("It sank on April 3. That night it was dark.", {"April 3": "2024-04-03", "That night": "2024-04-03"}),
    ("In 2011 it sank; the following year it was sold.", {"2011": "2011", "the following year": "2012"}),
    ("In 2011 it sank; two years before, it was built.", {"2011": "2011", "two years before": "2008-07-03/2010-07-01"}),
    ("On 7 May 2010 it sank. In August of that year it rose.", {
        "7 May 2010": "2010-05-07", "August of that year": "2010-08",
    }),
    ("It sank on April 3.\n\nThe next day it rained.", {"April 3": "2024-04-03", "The next day": "unknown"}),
    ("The next day it rained.", {"The next day": "unknown"}),
    ("It rained two days before the vote.", {"two days before": "unknown"}),
    ("A day after Monday's vote, it rained.", {"A day after": "2024-05-14", "Monday": "2024-05-13"}),
    ("It rained on May 6, the following Friday and after.", {"May 6": "2024-05-06", "the following Friday": "2024-05-10"}),
]  # fmt: skip

UNDATED = [
    ("On Monday and in September 2021 it rained.", {"Monday": "unknown", "September 2021": "2021-09"}),
    ("On September 6 it rained.", {"September 6": "unknown"}),
    ("Since last week it has rained.", {"Since last week": "unknown"}),
    ("Between 3 March and 5 April it rained.", {"Between 3 March and 5 April": "unknown"}),
    ("On 05/04/2024 it rained, as in early 1999.", {"05/04/2024": "2024-04-05", "early 1999": "1999-01-01/1999-04-30"}),
    ("Two days ago, on 1 May 2020, it rained; the next day too.", {
        "Two days ago": "unknown", "1 May 2020": "2020-05-01", "the next day": "2020-05-02",
    }),
]  # fmt: skip


def told(text, published=PUBLISHED):
    return {when.words.of(text): str(when) for when in find_dates("r", text, published)}


@pytest.mark.parametrize(("text", "expected"), [*DAYS, *DATES, *PERIODS, *RELATIVE, *ANCHORED])
def test_an_expression_is_resolved_against_the_day_of_publication(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_day_of_publication_only_absolute_dates_resolve(text, expected):
    assert told(text, UNKNOWN) == expected


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on Monday", Precision.DAY),
        ("in March", Precision.MONTH),
        ("in 2015", Precision.YEAR),
        ("the 1990s", Precision.DECADE),
        ("last week", Precision.INTERVAL),
        ("more than a week ago", Precision.INTERVAL),
        ("the next day", Precision.UNKNOWN),
    ],
)
def test_the_precision_is_that_of_the_words(text, precision):
    (when,) = find_dates("r", text, PUBLISHED)
    assert when.precision is precision


def test_a_publication_known_as_a_stretch_gives_a_stretch_where_it_matters():
    published = When.between(date(2024, 5, 13), date(2024, 5, 15))
    assert told("On Monday, yesterday and last year.", published) == {
        "Monday": "2024-05-13", "yesterday": "2024-05-12/2024-05-14", "last year": "2023",
    }  # fmt: skip


def test_only_the_stretch_asked_for_is_read_and_spans_hold_in_the_whole_text():
    text = "İzmir, Monday. Ankara, Tuesday. Adana, Friday."
    (when,) = find_dates("r", text, PUBLISHED, 15, 32)
    assert when == When.on(date(2024, 5, 14), Span("r", text.index("Tuesday"), text.index("Tuesday") + 7))


def test_a_line_break_may_stand_within_an_expression_but_no_empty_line():
    assert told("on September\n6, 2021") == {"September\n6, 2021": "2021-09-06"}
    assert told("in September\n\n6, 2021 people") == {"September": "2023-09"}


SCRAPS = st.lists(
    st.sampled_from(
        "Monday next last the day days week before after two a May March 31 30th of 2021 0000 9999 , . ago February 29 "
        "since by early mid- later 1990s 99999999 29.2.1900 between and to - from \n\n İ ’s this year earlier half".split(
            " "
        )
    )
).map(" ".join)
PUBLICATIONS = st.one_of(
    st.just(UNKNOWN),
    st.dates().map(When.on),
    st.dates().map(lambda day: When.between(None, day)),
    st.tuples(st.dates(), st.dates()).map(lambda pair: When.between(min(pair), max(pair))),
)


@given(st.one_of(st.text(), SCRAPS), PUBLICATIONS)
def test_any_text_gives_ordered_disjoint_spans_and_no_inverted_interval(text, published):
    found = find_dates("r", text, published)
    reached = 0
    for when in found:
        assert reached <= when.words.start < when.words.end <= len(text)
        assert when.words.of(text).strip() == when.words.of(text)
        assert when.start is None or when.end is None or when.start <= when.end
        assert when.known == (when.start is not None or when.end is not None)
        reached = when.words.end


@given(SCRAPS, st.integers(), st.one_of(st.none(), st.integers()))
def test_any_stretch_may_be_asked_for(text, start, end):
    first, last, _ = slice(start, end).indices(len(text))
    for when in find_dates("r", text, PUBLISHED, start, end):
        assert first <= when.words.start < when.words.end <= last


@pytest.mark.parametrize(
    "text",
    ["7" * 300_000, "Monday " * 40_000, "a " * 150_000, "1." * 150_000, "September 6 to " * 20_000, "the next day " * 20_000,
     "Monday" + " " * 300_000 + "a", "\n" * 300_000, "more than " * 30_000],
)  # fmt: skip
def test_time_grows_with_the_length_of_the_text_only(text):
    begun = process_time()
    find_dates("r", text, PUBLISHED)
    assert process_time() - begun < 20
