"""Promise 10: where two statements may come from one origin and it cannot be told, they count as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.independence import Voiced, backing
from onrecord.matching.who import Who
from onrecord.record.name import Kind, Source
from onrecord.record.statement import Mode

PEOPLE = [f"person {number}" for number in range(6)]
NOBODY = "officials@0123456789abcdef"
SOURCES = {key: Source(f"so-{key}", key, Kind.PERSON, (key,), (key,)) for key in PEOPLE}
WHO = Who(SOURCES, {"so-person 0": "so-person 1"}, {source.id: source for source in SOURCES.values()})
CHAIN = st.lists(st.sampled_from([*PEOPLE, NOBODY]), max_size=3).map(tuple)
SAID = st.lists(st.tuples(CHAIN, st.sampled_from([Mode.DIRECT, Mode.INDIRECT, Mode.OWN])), max_size=12)


def origins(said, who):
    voiced = [Voiced(f"st-{n}", f"report {n}", "", mode, chain) for n, (chain, mode) in enumerate(said)]
    return backing(voiced, who, lambda ids: dict.fromkeys(ids, "")).origins


@given(SAID)
def test_there_are_never_more_origins_than_named_speakers(said):
    named = {chain[-1] for chain, mode in said if chain and "@" not in chain[-1] and mode is not Mode.OWN}
    count = origins(said, WHO)
    assert count <= max(len(named), 1)
    assert (count == 0) == (not said)


@given(SAID, st.sampled_from([(), (NOBODY,), ("person 2", NOBODY)]))
def test_nobody_in_particular_never_adds_an_origin(said, chain):
    assert origins([*said, (chain, Mode.INDIRECT)], WHO) <= max(origins(said, WHO), 1)


@given(SAID, st.sampled_from(PEOPLE))
def test_an_outlet_that_says_so_itself_never_adds_an_origin(said, outlet):
    assert origins([*said, ((outlet,), Mode.OWN)], WHO) <= max(origins(said, WHO), 1)


@given(SAID, st.sampled_from(PEOPLE))
def test_saying_it_again_never_adds_an_origin(said, speaker):
    once = [*said, ((speaker,), Mode.DIRECT)]
    assert origins([*once, ((speaker,), Mode.INDIRECT)], WHO) == origins(once, WHO)


@given(SAID.flatmap(st.permutations))
def test_the_order_of_statements_does_not_count(said):
    assert origins(said, WHO) == origins(sorted(said, key=repr), WHO)


def test_a_spokesman_and_his_body_are_one_and_so_is_whoever_relays():
    both = [(("person 0",), Mode.DIRECT), (("person 1",), Mode.INDIRECT)]
    assert origins(both, WHO) == 1
    assert origins([(("person 2", "person 3"), Mode.DIRECT), (("person 2",), Mode.DIRECT)], WHO) == 1
    assert origins([(("person 2",), Mode.DIRECT), (("person 3",), Mode.DIRECT)], WHO) == 2
