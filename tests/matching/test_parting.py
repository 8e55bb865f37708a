"""Groups of statements as people ruled on them: what is tied together, and what leaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.parting import Part, Stand, parted


def of(spelt):
    """Statements by turn, each with its group: "a1 b1 c-" are three, the last one without a group."""
    return [Stand(word[0], None if word[1] == "-" else word[1]) for word in spelt.split()]


def told(spelt, same="", apart=""):
    """The parts, each as its groups and the statements that people ruled on: "1:a1 b1"."""
    stands = of(spelt)
    by = {one.statement: one for one in stands}
    pairs = [[(by[pair[0]], by[pair[1]]) for pair in pairs.split()] for pairs in (same, apart)]
    return {
        f"{''.join(part.groups)}:{' '.join(one.statement for one in part.stands)}" for part in parted(stands, *pairs)
    }


def test_without_rulings_groups_are_as_they_are():
    assert told("a1 b1 c2 d-") == {"1:a b", "2:c", ":d"}


def test_two_that_are_the_same_tie_their_groups_together():
    assert told("a1 b2 c2 d3", same="ab") == {"12:a b c", "3:d"}
    assert told("a1 b2 c3", same="bc ab") == {"123:a b c"}


def test_a_statement_without_a_group_comes_to_that_of_another():
    assert told("a- b2", same="ab") == {"2:a b"}
    assert told("a- b-", same="ab") == {":a b"}


def test_of_two_that_are_not_the_same_the_later_one_leaves():
    assert told("a1 b1 c1", apart="ac") == {"1:a b", ":c"}
    assert told("a1 b2", apart="ab") == {"1:a", "2:b"}


def test_it_leaves_with_what_is_tied_to_it():
    assert told("a1 b1 c1 d1", same="bd", apart="ab") == {"1:a c", ":b d"}
    assert told("a1 b1 c1", same="ac", apart="bc") == {"1:b", ":a c"}  # the later one, though what comes along is first


def test_it_joins_the_group_of_what_is_tied_to_it():
    assert told("a1 b1 c2", same="bc", apart="ab") == {"1:a", "2:b c"}


def test_it_leaves_what_others_brought_together():
    assert told("a1 b2 c1 d2", same="cd", apart="ab") == {"12:a c d", ":b"}


def test_of_ties_around_two_that_are_not_the_same_the_latest_counts_least():
    assert told("a1 b1 c1", same="ab bc", apart="ac") == {"1:a b", ":c"}
    assert told("a1 b2 c3 d4", same="ad db bc", apart="ac") == {"14:a d", "23:b c"}


STANDS = st.lists(st.sampled_from([None, "x", "y", "z"]), min_size=2, max_size=9).map(
    lambda groups: [Stand(str(at), group) for at, group in enumerate(groups)]
)


@st.composite
def rulings(draw):
    stands = draw(STANDS)
    pair = st.tuples(st.sampled_from(stands), st.sampled_from(stands)).filter(lambda two: two[0] != two[1])
    return stands, draw(st.lists(pair, max_size=6)), draw(st.lists(pair, max_size=4))


def where(parts: list[Part[str | None]]) -> dict[Stand[str | None], int]:
    return {stand: at for at, part in enumerate(parts) for stand in part.stands}


@given(rulings(), st.data())
def test_neither_the_order_of_rulings_nor_of_their_two_tells(found, data):
    stands, same, apart = found
    turned = [[data.draw(st.permutations(pair)) for pair in data.draw(st.permutations(some))] for some in found[1:]]
    assert parted(stands, *turned) == parted(stands, same, apart)


@given(rulings())
def test_what_is_not_the_same_is_never_together_and_all_else_that_is_the_same_is(found):
    stands, same, apart = found
    parts = parted(stands, same, apart)
    at = where(parts)
    assert sorted(at, key=stands.index) == stands
    assert all(at[one] != at[other] for one, other in apart)
    if not apart:
        assert all(at[one] == at[other] for one, other in same)


@given(rulings())
def test_each_group_stays_in_one_part_with_a_statement_of_its_own(found):
    stands, same, apart = found
    parts = parted(stands, same, apart)
    groups = [group for part in parts for group in part.groups]
    assert sorted(groups) == sorted({one.group for one in stands if one.group})
    assert all({one.group for one in part.stands} >= set(part.groups) for part in parts)
    assert all(part.guests == tuple(one for one in part.stands if one.group not in part.groups) for part in parts)
