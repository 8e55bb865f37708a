"""Time expressions and their TIMEX3 values, against a Wednesday: 15 May 2024. Every sentence is made up."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dating import find_dates, find_expressions
from onrecord.record.when import UNKNOWN, When

PUBLISHED = When.on(date(2024, 5, 15))

PERIODS = [
    ("It sank on Tuesday.", {"Tuesday": "DATE 2024-05-14"}),
    ("It sank last week.", {"last week": "DATE 2024-W19"}),
    ("It sank three weeks ago.", {"three weeks ago": "DATE 2024-W17"}),
    ("It sank two months ago.", {"two months ago": "DATE 2024-03"}),
    ("It sank a few years ago.", {"a few years ago": "DATE PAST_REF"}),
    ("It sank a week or so ago.", {"a week or so ago": "DATE 2024-W19"}),
    ("Over the summer it will sink; ships sink in winter.", {"the summer": "DATE 2024-SU"}),
    ("His unsuccessful 1996 campaign cost a record 1996 votes.", {"1996": "DATE 1996"}),
    ("It sank in late 2019.", {"late 2019": "DATE 2019"}),
    ("It sank earlier this year.", {"earlier this year": "DATE 2024"}),
    ("It sank at the end of the month.", {"the end of the month": "DATE 2024-04"}),
    ("It sank by year-end.", {"year-end": "DATE 2024"}),
    ("It sank over the weekend.", {"the weekend": "DATE 2024-W19-WE"}),
    ("Jazz of the 1990s is back.", {"the 1990s": "DATE 199"}),
    ("Last winter was mild.", {"Last winter": "DATE 2023-WI"}),
    ("The canal is of the 19th century.", {"the 19th century": "DATE 18"}),
    ("It was dug in nineteen eighty-four.", {"nineteen eighty-four": "DATE 1984"}),
    ("It sank in the winter of nineteen ninety.", {"the winter of nineteen ninety": "DATE 1990-WI"}),
    ("The fair ran 3-5 March 2020.", {"3": "DATE 2020-03-03", "5 March 2020": "DATE 2020-03-05"}),
    ("The war of 1996-2001 was long.", {"1996": "DATE 1996", "2001": "DATE 2001"}),
    ("The league of 480 BC met in the spring of 479 B.C.", {"480 BC": "DATE BC0480", "the spring of 479 B.C.": "DATE BC0479-SP"}),
    ("The league of 499-493 BC fell in the 4th century BC.", {
        "499": "DATE BC0499", "493 BC": "DATE BC0493", "the 4th century BC": "DATE BC03",
    }),
]  # fmt: skip

FEASTS = [
    ("The shops shut last Thanksgiving.", {"last Thanksgiving": "DATE 2023-11-23"}),
    ("The ferry sank on Easter Monday.", {"Easter Monday": "DATE 2024-04-01"}),
    ("The ferry sank on Easter Sunday 2019.", {"Easter Sunday 2019": "DATE 2019-04-21"}),
    ("The mine closed on Labor Day.", {"Labor Day": "DATE 2023-09-04"}),
    ("The pool will open on Memorial Day.", {"Memorial Day": "DATE 2024-05-27"}),
    ("The Easter eggs of Easter Island are gone.", {}),
]

QUARTERS = [
    ("Sales fell in the first quarter.", {"the first quarter": "DATE 2024-Q1"}),
    ("Its fourth-quarter loss grew.", {"fourth-quarter": "DATE 2023-Q4"}),
    ("Sales will fall in the third quarter.", {"the third quarter": "DATE 2024-Q3"}),
    ("Sales fell in the latest quarter.", {"the latest quarter": "DATE 2024-Q1"}),
    ("The second quarter of 2019 was poor.", {"The second quarter of 2019": "DATE 2019-Q2"}),
    ("Last year's second half was poor.", {"Last year's second half": "DATE 2023-H2"}),
    ("The old quarter of the town has a quarter of the shops.", {}),
]

HOURS = [
    ("The mast fell at 10:35 a.m.", {"10:35 a.m.": "TIME 2024-05-15T10:35"}),
    ("The mast fell at 5 p.m. Tuesday.", {"5 p.m. Tuesday": "TIME 2024-05-14T17:00"}),
    ("The mast fell on Tuesday at 0930 GMT.", {"Tuesday at 0930 GMT": "TIME 2024-05-14T09:30"}),
    ("The mast fell on Monday. By noon it was gone.", {"Monday": "DATE 2024-05-13", "noon": "TIME 2024-05-13T12:00"}),
    ("The mast fell at 4 o'clock in the afternoon.", {"4 o'clock in the afternoon": "TIME 2024-05-15T16:00"}),
    ("The mast fell on Sunday night.", {"Sunday night": "TIME 2024-05-12TNI"}),
    ("The mast fell this morning.", {"this morning": "TIME 2024-05-15TMO"}),
    ("The mast fell on the night of May 3.", {"the night of May 3": "TIME 2024-05-03TNI"}),
    ("The mast fell in the early hours of Friday.", {"the early hours of Friday": "TIME 2024-05-10TMO"}),
    ("They won 10:3 and lost 99:12 in 5 a-side games.", {}),
]

LENGTHS = [
    ("It took three days.", {"three days": "DURATION P3D"}),
    ("It took more than two weeks.", {"more than two weeks": "DURATION P2W"}),
    ("A two-year term began.", {"two-year": "DURATION P2Y"}),
    ("It took ten bitter months.", {"ten bitter months": "DURATION P10M"}),
    ("It lasts a week and takes a month.", {"a week": "DURATION P1W", "a month": "DURATION P1M"}),
    ("It took half an hour.", {"half an hour": "DURATION PT30M"}),
    ("It took two and a half years.", {"two and a half years": "DURATION P2Y6M"}),
    ("It took 2 1/2 hours.", {"2 1/2 hours": "DURATION PT2H30M"}),
    ("It took a hundred years.", {"a hundred years": "DURATION P100Y"}),
    ("It took two decades.", {"two decades": "DURATION P20Y"}),
    ("It lasted for months.", {"months": "DURATION PXM"}),
    ("It lasted several hours.", {"several hours": "DURATION PTXH"}),
    ("It leaked for the past three days.", {"the past three days": "DURATION P3D"}),
    ("In recent weeks it leaked.", {"recent weeks": "DATE PAST_REF"}),
    ("It leaked two days before the vote.", {"two days before": "DURATION P2D"}),
    ("A sad day for a 64-year-old man.", {}),
]

SETS = [
    ("The ferry sails daily.", {"daily": "SET P1D"}),
    ("The ferry sails every two weeks.", {"every two weeks": "SET P2W"}),
    ("The ferry sails every Monday.", {"every Monday": "SET XXXX-WXX-1"}),
    ("The ferry sails on Fridays.", {"Fridays": "SET XXXX-WXX-5"}),
    ("The berth costs $40 a week for two boats a day.", {}),
]

VAGUE = [
    ("The pier is now shut.", {"now": "DATE PRESENT_REF"}),
    ("The current owner bought it recently.", {"current": "DATE PRESENT_REF", "recently": "DATE PAST_REF"}),
    ("In the past, and in the future, ships matter.", {"the past": "DATE PAST_REF", "the future": "DATE FUTURE_REF"}),
    ("These days nobody fishes.", {"These days": "DATE PRESENT_REF"}),
    ("A now-famous cook went past the past champions.", {}),
]


def said(text, published=PUBLISHED):
    """The text of every expression with its type and value."""
    return {
        text[one.start : one.end]: f"{one.timex.kind.name} {one.timex.value}"
        for one in find_expressions(text, published)
    }


@pytest.mark.parametrize(
    ("text", "expected"), [*PERIODS, *FEASTS, *QUARTERS, *HOURS, *LENGTHS, *SETS, *VAGUE], ids=lambda one: str(one)[:40]
)
def test_an_expression_has_its_type_and_value(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(("text", "_"), [*LENGTHS[:12], *SETS, *VAGUE, *QUARTERS[:4]])
def test_what_tells_no_day_is_no_date_of_the_record(text, _):
    assert find_dates("r", text, PUBLISHED) == ()


def test_a_day_that_hangs_on_an_unknown_one_keeps_its_form():
    text = "It sank last week, on Tuesday morning, after three days."
    assert list(said(text, UNKNOWN).values()) == ["DATE XXXX-WXX", "TIME XXXX-XX-XXTMO", "DURATION P3D"]


def test_a_date_after_a_paragraph_is_a_guess_for_the_value_but_unknown_to_the_record():
    text = "It sank on April 3.\n\nThe next day it rained."
    assert said(text)["The next day"] == "DATE 2024-05-16"
    assert not find_dates("r", text, PUBLISHED)[-1].known


HISTORY = (
    "The canal was begun in March 1871. In August the bank failed.\n\nWork went on in 1873. On 4 June a dam broke; ten days "
    "later the town was flooded. By the winter of 1874 it was dry. On 2 January 1875 ships came. In May they "
    "left. The lock of 1880 and the bridge of 1882 still stand today. {}"
)


def test_a_narrative_goes_on_from_its_own_dates():
    found = said(HISTORY.format(""))
    assert [found[words] for words in ("August", "4 June", "ten days later", "May")] == [
        "DATE 1871-08", "DATE 1873-06-04", "DATE 1873-06-14", "DATE 1875-05",
    ]  # fmt: skip
    assert found["today"] == "DATE 2024-05-15"


def test_a_report_with_a_past_is_told_from_its_own_day():
    news = "On Monday the mayor spoke; on Tuesday the council met. Last week a crack was found."
    assert said(HISTORY.format(news))["August"] == "DATE 2023-08"


@given(st.text(alphabet=st.sampled_from("aMn the3,. -1290:'½"), max_size=80) | st.text(max_size=80))
def test_any_text_gives_ordered_disjoint_expressions(text):
    found = find_expressions(text, PUBLISHED)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]))
def test_a_counted_length_keeps_its_number(count, unit):
    (one,) = find_expressions(f"It took {count} {unit}s in all.", PUBLISHED)
    assert one.timex.value == f"P{count}{unit[0].upper()}"


@given(st.dates(date(1600, 1, 1), date(2100, 12, 28)), st.sampled_from(["{:%-d %B} {}", "{:%B %-d}, {}"]))
def test_any_full_date_is_its_own_value(day, form):
    text = "Signed on " + form.format(day, day.year) + "."
    (one,) = find_expressions(text, PUBLISHED)
    assert one.timex.value == day.isoformat()
    (when,) = find_dates("r", text, PUBLISHED)
    assert when.start == when.end == day
