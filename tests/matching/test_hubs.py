"""Topics brought to the questions that the claims of their statements answer."""

from __future__ import annotations

import pytest

from onrecord.matching.hubs import hubs
from onrecord.matching.who import Who
from onrecord.record.claimed import TopicClaims, TopicCount
from onrecord.record.name import Kind, Source

PORT = Source("so-port", "Teldu Port", Kind.PLACE, ("Teldu Port", "the port"), ("teldu port", "port"))
WHO = Who(dict.fromkeys(PORT.keys, PORT), {}, {PORT.id: PORT})
HELD = ("control", PORT.id)


def topic(statements, claiming, name="st-1"):
    return TopicCount(name, statements, 2, 2, 2, claiming)


def claims(number, subject="teldu port", relation="control", name="st-1"):
    return TopicClaims(name, relation, subject, number)


def brought(count, *some):
    found = hubs([count], some, WHO)
    assert bool(found.topics) != bool(found.free)
    return dict(found.topics)


@pytest.mark.parametrize(
    ("statements", "claiming", "answering", "fits"),
    [
        (10, 4, 4, True),
        (10, 6, 3, True),
        (10, 7, 3, False),  # fewer than half of those that claim something
        (10, 2, 2, False),  # too few of all of them
        (10, 3, 3, True),
        (2, 1, 1, True),
    ],
)
def test_enough_of_a_topic_must_answer_one_question(statements, claiming, answering, fits):
    found = brought(topic(statements, claiming), claims(answering))
    assert found == ({HELD: ("st-1",)} if fits else {})


def test_names_of_one_subject_count_together():
    assert brought(topic(10, 4), claims(2), claims(2, "port")) == {HELD: ("st-1",)}
    assert brought(topic(10, 4), claims(2), claims(2, "mara stoll")) == {}


def test_the_question_that_most_answer_counts_and_of_two_the_first_by_name():
    rows = [claims(3, relation="damage"), claims(4), claims(3, relation="attack")]
    assert brought(topic(10, 6), *rows) == {HELD: ("st-1",)}
    even = [claims(3, relation="damage"), claims(3)]
    assert brought(topic(10, 6), *even) == brought(topic(10, 6), *even[::-1]) == {HELD: ("st-1",)}


def test_a_topic_of_which_nothing_is_claimed_is_a_question_of_its_own():
    count = topic(3, 0)
    assert hubs([count], [], WHO).free == (count,)


def test_several_topics_bear_on_one_question_in_their_order():
    counts = [topic(4, 4, "st-2"), topic(4, 4, "st-1"), topic(4, 0, "st-0")]
    found = hubs(counts, [claims(4, name="st-1"), claims(4, name="st-2")], WHO)
    assert found.topics == {HELD: ("st-2", "st-1")}
    assert found.free == (counts[2],)
