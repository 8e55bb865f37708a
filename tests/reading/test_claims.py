"""Which claims words give: paraphrases and near-misses of every relation, in `claims.toml`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from evals.claims import IN_SIGHT, Read, bank, missed, read, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.claims import stated
from onrecord.reading.scene import scene
from onrecord.record.span import Span
from onrecord.record.statement import Act, Mode, Stance, Statement
from onrecord.record.when import UNKNOWN
from onrecord.relations import load

BANK = bank(IN_SIGHT)
CAST = list(BANK.cast)

# Misses that are known: the words, and why a rule cannot reach them without harm elsewhere.
KNOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def done() -> list[Read]:
    return [one for one in read(BANK) if one.case.words not in KNOWN]


def test_paraphrases_give_their_relation(done: list[Read]) -> None:
    assert [f"{one}, should give {one.case.relation} {one.case.parts}" for one in missed(done)] == []


def test_near_misses_do_not(done: list[Read]) -> None:
    assert [f"{one}, should not give {one.case.relation}" for one in wrong(done)] == []


@pytest.mark.parametrize("relation", sorted(name for name, relation in load().relations.items() if relation.triggers))
def test_every_relation_has_paraphrases_and_near_misses(relation: str) -> None:
    gives = [case.parts is not None for case in BANK.cases if case.relation == relation]
    assert gives.count(True) >= 5
    assert gives.count(False) >= 3


PIECES = [word for case in BANK.cases for word in case.words.split()] + [
    '"',
    "”",
    "\n",
    ". ",
    "it",
    "he",
    "the report",
    "19",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.lists(st.integers(0, 400), max_size=8))
def test_any_words_give_claims_within_their_content(words: list[str], cuts: list[int]) -> None:
    text = " ".join(words) or "x"
    marks = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    spans = [Span("r", low, high) for low, high in pairwise(marks)]
    said = [
        Statement(
            f"s{n}",
            "r",
            Mode.DIRECT,
            Act.DENY if n % 3 else Act.ASSERT,
            Stance.ATTRIBUTED,
            (by,),
            None,
            None,
            (span,),
            "",
            UNKNOWN,
        )
        for n, (span, by) in enumerate(zip(spans, ["lena orr", "northern front"] * len(spans), strict=False))
    ]
    for statement in stated(scene(text, CAST, {"lena orr", "northern front"}), said):
        for claim in statement.claims:
            assert statement.extent.start <= claim.words.start < claim.words.end <= statement.extent.end
            assert claim.subject
            assert claim.value


def assertion(content: Span) -> Statement:
    speaker = ("lena orr",)
    return Statement(
        "a", "r", Mode.INDIRECT, Act.ASSERT, Stance.ATTRIBUTED, speaker, None, None, (content,), "", UNKNOWN
    )


def test_a_denial_takes_up_what_it_points_to() -> None:
    text = "Karl Odeh has fled the country. The claim is false."
    first, second = Span("r", 0, 30), Span("r", 32, 50)
    told = assertion(first)
    denied = replace(told, id="b", act=Act.DENY, chain=("northern front",), content=(second,), answers=("a",))
    made = stated(scene(text, CAST, {"lena orr"}), [told, denied])
    assert [(c.relation, c.value, c.affirms) for s in made for c in s.claims] == [
        ("whereabouts", "left", True),
        ("whereabouts", "left", False),
    ]


def test_a_denial_of_what_fits_no_relation_makes_it_a_question() -> None:
    text = "The archive was moved at night by two vans. The report was false."
    told = assertion(Span("r", 0, 42))
    denied = replace(told, id="b", act=Act.DENY, chain=("northern front",), content=(Span("r", 44, 64),))
    made = stated(scene(text, CAST, {"lena orr"}), [told, denied])
    assert [(c.relation, c.subject, c.affirms) for s in made for c in s.claims] == [
        ("account", "The archive was moved at night by two vans", True),
        ("account", "The archive was moved at night by two vans", False),
    ]


def test_a_bare_figure_is_one_more_toll() -> None:
    text = "At least 14 people were killed. Others say 19."
    told = assertion(Span("r", 0, 30))
    more = replace(told, id="b", chain=("northern front",), content=(Span("r", 43, 45),))
    made = stated(scene(text, CAST, {"lena orr"}), [told, more])
    assert [c.amount for s in made for c in s.claims] == [14.0, 19.0]
