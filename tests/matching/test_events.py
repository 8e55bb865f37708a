"""Happenings brought together from tellings. Every place and person is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching.telling import in_order, told

from onrecord.matching.events import events, happenings
from onrecord.record.event import Differing
from onrecord.record.span import Span

FRIDAY = told("a", "Orsa Mellin, the envoy, was shot dead on the Tarn road on Friday.", "Friday", 10, 11)
SATURDAY = told("b", "Orsa Mellin was shot at a roadblock on the Tarn road on Saturday, hours before the vote.", "Saturday", 11, 12)  # fmt: skip
KILLING = told("c", "The killing on the Tarn road on Friday stunned the valley.", "Friday", 10, 13)


def of(*tellings):
    """The events of some tellings."""
    return events(in_order(list(tellings)))


def differing(*tellings):
    """What reports disagree on, each with its versions and who gives them."""
    found = [one for event in of(*tellings) for one in event.discrepancies]
    return [(one.differs, [(version.value, version.reports) for version in one.values]) for one in found]


def test_one_happening_dated_differently_is_one_event_with_both_days_and_their_words():
    (event,) = of(FRIDAY, SATURDAY, KILLING)
    assert (str(event.when), event.reports) == ("2024-05-10", ("a", "b", "c"))
    (found,) = event.discrepancies
    assert found.differs is Differing.DAY
    assert [(version.value, version.reports) for version in found.values] == [
        ("2024-05-10", ("a", "c")),
        ("2024-05-11", ("b",)),
    ]
    assert [span.of(FRIDAY.text) for span in found.values[0].words[:1]] == [FRIDAY.text]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # it may have happened twice
        ("The army shelled Orsa Bridge in Kelm on Friday.", "The army shelled Orsa Bridge in Kelm on Saturday."),
        # other people
        ("Orsa Mellin was shot dead on Friday.", "Jan Pellow was shot dead on Saturday."),
        ("Pellow Works chief Orsa Mellin resigned on Friday.", "At Pellow Works, Jan Brandt resigned on Saturday."),
        # other places
        ("The Red Guard captured Kelm on Friday.", "The Red Guard captured Tarn on Saturday."),
        # a second time, or yet to come
        ("Orsa Mellin was arrested on Friday.", "Orsa Mellin was arrested again on Saturday."),
        ("Orsa Mellin was sentenced on Friday.", "Orsa Mellin will be sentenced on Saturday."),
        # the second day is that of another happening in the sentence
        ("Orsa Mellin was shot dead on Friday.", "Orsa Mellin, shot dead on Friday, was buried on Saturday."),
    ],
)
def test_two_happenings_are_two(one, other):
    assert differing(told("a", one, "Friday", 10, 12), told("b", other, "Saturday", 11, 12)) == []


def test_a_report_that_tells_both_days_knows_of_two_happenings():
    text = "Orsa Mellin was shot dead on Friday. Orsa Mellin was shot dead on Saturday."
    first, second = told("c", text, "Friday", 10, 12), told("c", text, "Saturday", 11, 12)
    sentences = Span("c", 0, 36), Span("c", 37, len(text))
    both = [
        replace(one, telling=replace(one.telling, sentence=sentence))
        for one, sentence in zip((first, second), sentences, strict=True)
    ]
    assert differing(FRIDAY, SATURDAY, *both) == []


def test_the_day_of_words_about_it_is_not_its_day():
    later = told("b", "Orsa Mellin was shot dead on the Tarn road, the Red Guard said on Saturday.", "Saturday", 11, 12, kind="speech")  # fmt: skip
    assert differing(FRIDAY, later) == []


def test_a_claimed_victory_has_a_day():
    one = told("a", "The Red Guard claimed on Friday that it had captured Port Tarn.", "Friday", 10, 12, kind="speech")  # fmt: skip
    other = told("b", "The Red Guard hailed its victory at Port Tarn on May 11.", "May 11", 11, 14, kind="speech")
    assert differing(one, other) == [(Differing.DAY, [("2024-05-10", ("a",)), ("2024-05-11", ("b",))])]


def test_one_happening_in_other_words_is_one():
    one = told("a", "A blast tore through Harl Mill on Friday.", "Friday", 10, 11)
    other = told("b", "Workers fled when the explosion hit Harl Mill in the small hours of Friday.", "Friday", 10, 12)
    (event,) = of(one, other)
    assert event.reports == ("a", "b")


# Numbers and places

TOLL = "The blast at Harl Mill on Friday killed {} people."


@pytest.mark.parametrize(
    ("few", "many", "days", "found"),
    [
        ("eight", "14", (11, 12), False),  # a toll that rises from day to day grows
        ("14", "eight", (11, 12), True),
        ("eight", "14", (11, 11), True),
        ("at least eight", "14", (11, 11), False),
        ("about 14", "15", (11, 11), False),
        ("14", "14", (11, 11), False),
    ],
)
def test_numbers(few, many, days, found):
    one, other = (told(r, TOLL.format(n), "Friday", 10, d) for r, n, d in zip("ab", (few, many), days, strict=True))
    assert bool(differing(one, other)) is found


def test_numbers_of_things_do_not_grow():
    one = told("a", "A lorry of 28 tonnes crashed into Harl Bridge on Friday.", "Friday", 10, 11)
    other = told("b", "The lorry that crashed into Harl Bridge on Friday weighed 46 tonnes.", "Friday", 10, 12)
    assert differing(one, other) == [(Differing.NUMBER, [("28 tonnes", ("a",)), ("46 tonnes", ("b",))])]


def test_places():
    one = told("a", "Orsa Mellin was arrested on Friday in Kelm.", "Friday", 10, 11)
    other = told("b", "Orsa Mellin was arrested on Friday in Tarn.", "Friday", 10, 12)
    both = told("c", "Orsa Mellin was arrested on Friday in Kelm in Tarn.", "Friday", 10, 12)
    assert differing(one, other) == [(Differing.PLACE, [("Kelm", ("a",)), ("Tarn", ("b",))])]
    assert differing(one, other, both) == []


# Any order

NAMES, PLACES, KINDS = ("Orsa Mellin", "Jan Pellow"), ("Kelm", "Tarn Hill"), ("shot dead", "arrested", "injured")
DAYS = {"Thursday": 9, "Friday": 10, "Saturday": 11}
SENTENCES = st.builds(
    lambda name, kind, place, day, report, published: told(
        f"{report}-{name[0]}{kind[0]}{place[0]}{day}",
        f"{name} was {kind} in {place} on {day}.",
        day,
        DAYS[day],
        published,
    ),
    *map(st.sampled_from, (NAMES, KINDS, PLACES, tuple(DAYS), ("a", "b", "c"))),
    st.integers(12, 14),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SENTENCES, max_size=12, unique_by=lambda one: one.report), st.randoms())
def test_any_order_gives_the_same_events_and_loses_no_telling(tellings, random):
    expected = of(*tellings)
    random.shuffle(tellings)
    assert of(*tellings) == expected
    groups = [one.told.report for h in happenings(in_order(tellings)) for group in h.dates for one in group]
    assert sorted(groups) == sorted(one.report for one in tellings)
