"""Two copies of one page are known by their address, two pages of one site are kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.addresses import address

PAGE = "https://quay.example/2031/03/ferry-sinks"


@pytest.mark.parametrize(
    "same",
    [
        "http://quay.example/2031/03/ferry-sinks",
        "https://www.quay.example/2031/03/ferry-sinks",
        "https://Quay.Example:443/2031/03/ferry-sinks/",
        "quay.example/2031/03/ferry-sinks",
        "//quay.example/2031/03/ferry-sinks",
        "https://quay.example/2031/03/ferry-sinks#comments",
        "https://quay.example/2031/03/ferry-sinks?utm_source=post&utm_medium=social",
        "https://quay.example/2031/03/ferry-sinks/?fbclid=IwAR0&gclid=9#top",
        "https://quay.example/2031/03/ferry%2Dsinks?",
        " https://reader@quay.example/2031/03/ferry-sinks ",
    ],
)
def test_one_page_in_many_writings(same):
    assert address(same) == address(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://quay.example/2031/03/ferry-sinks-2",
        "https://quay.example/2031/03/Ferry-Sinks",
        "https://news.quay.example/2031/03/ferry-sinks",
        "https://quay.example/2031/03/ferry-sinks?page=2",
        "https://quay.example/2031/03/ferry-sinks#!/story/2",
        "https://quay.example/2031/03",
    ],
)
def test_other_pages_stay_apart(other):
    assert address(other) != address(PAGE)


def test_a_query_that_names_the_article_stays():
    one = "https://gate.example/story.php?id=17&utm_campaign=x"
    assert address(one) == address("http://www.gate.example/story.php?fbclid=1&id=17")
    assert address(one) != address("https://gate.example/story.php?id=18")
    assert address("https://gate.example/?p=4&lang=en") == address("https://gate.example/?lang=en&p=4")
    assert address("https://gate.example/?p=4") != address("https://gate.example/?p=5")


@pytest.mark.parametrize(
    "front", ["", "https://quay.example", "http://www.quay.example/", "quay.example/?utm_source=x"]
)
def test_the_front_page_of_a_site_names_no_article(front):
    assert address(front) == ""


def test_an_item_that_is_no_page_is_known_by_its_name():
    assert address("urn:newsml:cps.example:20310309:4711") == "urn:newsml:cps.example:20310309:4711"
    assert address("tag:cps.example,2031:4711") != address("tag:cps.example,2031:4712")


@pytest.mark.parametrize("broken", ["http://[::1", "https://[quay]/a", "http://quay.example:port/a"])
def test_what_is_no_address_is_taken_as_it_stands(broken):
    assert address(broken)


@given(
    st.lists(
        st.sampled_from(["http", "s", "://", "www", "2", ".", "quay", "a-b", "/", "?", "=", "#!", "%41", ":80", "é"])
    )
)
def test_however_it_is_put_together_a_slash_at_the_end_and_a_fragment_do_not_count(parts):
    url = "https://" + "".join(parts)
    plain = url.partition("#")[0]
    assert address(f" {plain}") == address(plain)  # the blank keeps it from the short way
    assert address(f"{plain}#top") == address(plain)
