"""The paraphrases hold their floors, their halves are alike and apart, and their measure tells right from wrong."""

from collections import Counter
from dataclasses import replace

import pytest
from evals import claims
from evals.claims import HALVES, HELD_OUT, IN_SIGHT, Bank, Case, Read, bank, figures, half, measured, read
from evals.figures import value_of
from evals.floors import failures, load

from onrecord.record.claim import Claim
from onrecord.record.name import Kind, Name
from onrecord.record.span import Span
from onrecord.relations import load as relations

GUARD = Name("ferry guard", "Ferry Guard", Kind.ORGANISATION, ("Ferry Guard",))
TOOK = Case("control", "The Ferry Guard has captured Aldmere.", "lena orr", {"subject": "aldmere", "extent": "all"})
NEAR = replace(TOOK, words="The Ferry Guard has captured hearts.", parts=None)
CLAIM = Claim("control", "aldmere", "ferry guard", True, "all", None, Span("r", 0, 36))


def _words(cases):
    return {case.words for case in cases.cases}


def _relations(cases, near):
    return Counter(case.relation for case in cases.cases if (case.parts is None) is near)


@pytest.mark.parametrize("name", HALVES)
def test_every_floor_holds(name):
    cases = half(name)
    assert list(failures(load(claims.FLOORS)[name], measured(name, cases, read(cases)))) == []


def test_halves_have_the_same_relations_and_numbers():
    gives, near = ([_relations(half(name), near) for name in HALVES] for near in (False, True))
    assert gives[0]
    assert gives[0] == gives[1]
    assert near[0].keys() == near[1].keys() == gives[0].keys() <= relations().relations.keys()
    assert all(abs(count - near[1][relation]) <= 1 for relation, count in near[0].items())


def test_no_words_stand_twice():
    words = [_words(half(name)) for name in HALVES]
    assert sum(map(len, words)) == sum(len(half(name).cases) for name in HALVES)
    assert not words[0] & words[1]
    assert not (words[0] | words[1]) & _words(bank(IN_SIGHT))


@pytest.mark.parametrize("name", HALVES)
def test_who_speaks_and_who_is_named_is_of_the_cast(name):
    one = half(name)
    keys = {person.key for person in one.cast}
    assert {case.by for case in one.cases} <= keys
    assert {case.parts["value"] for case in one.cases if "value" in (case.parts or {})} <= keys


def test_words_are_read_as_a_statement():
    assert [one.whole for one in read(Bank((GUARD,), (TOOK,), ""))] == [True]


def test_a_wrong_part_spoils_the_claim_and_not_the_relation():
    right, other = Read(TOOK, (CLAIM,)), Read(TOOK, (replace(CLAIM, extent="part"),))
    assert [value_of(figures([right, other])[name]) for name in ("right relation", "all parts")] == [1, 0.5]
    assert list(claims.missed([right, other])) == [other]


def test_another_relation_is_listed_and_changes_no_figure():
    beside = replace(CLAIM, relation="site")
    both = [Read(TOOK, (CLAIM, beside)), Read(NEAR, (beside,))]
    assert figures(both) == figures([Read(TOOK, (CLAIM,)), Read(NEAR, ())])
    assert list(claims.astray(both)) == both


def test_a_near_miss_that_gives_its_relation_is_wrong():
    done = [Read(NEAR, (CLAIM,)), Read(NEAR, ())]
    assert value_of(figures(done)["wrongly given"]) == 0.5
    assert list(claims.wrong(done)) == done[:1]
    assert measured("open", Bank((GUARD,), (NEAR, NEAR), ""), done).figures == {"wrongly given": -0.5}


def test_words_that_must_give_nothing_may_give_no_relation():
    nothing = replace(NEAR, relation="any")
    assert list(claims.wrong([Read(nothing, (CLAIM,)), Read(nothing, ())])) == [Read(nothing, (CLAIM,))]


def test_what_is_held_out_is_never_listed(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["evals.claims", "--misses"])
    assert claims.main() == 0
    shown = capsys.readouterr().out
    assert shown.count("total") == 3
    assert [words for words in _words(half(HELD_OUT)) if words in shown or repr(words) in shown] == []
