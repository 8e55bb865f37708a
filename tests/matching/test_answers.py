"""Claims brought to one question: answers, positions, and which of them cannot both be so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.answering import Answer, answer, settled
from onrecord.matching.answers import Bearing, Held, disputed, grouped, matter
from onrecord.matching.who import Who
from onrecord.record.claimed import ClaimRow
from onrecord.record.matter import Matter
from onrecord.record.name import Kind, Source
from onrecord.record.statement import Mode
from onrecord.record.when import When
from onrecord.relations import load

GUARD = Source("so-guard", "Harbour Guard", Kind.ORGANISATION, ("Harbour Guard",), ("harbour guard",))
FRONT = Source("so-front", "Northern Front", Kind.ORGANISATION, ("Northern Front",), ("northern front",))
ANN = Source("so-ann", "Ann Lee", Kind.PERSON, ("Ann Lee",), ("ann lee",))
TESK = Source("so-tesk", "Tesk", Kind.PLACE, ("Tesk",), ("tesk",))
SOURCES = (GUARD, FRONT, ANN, TESK)
WHO = Who({s.keys[0]: s for s in SOURCES}, {"so-ann": "so-guard"}, {s.id: s for s in SOURCES})


def row(relation: str, value: str, by: str = "ann lee", **said: object) -> ClaimRow:
    """A claim: `affirms`, `extent`, `amount`, `day` and `start` as given, or else plain."""
    plain = {"affirms": True, "extent": "", "amount": None, "day": 1, "start": 0} | said
    day, start = plain.pop("day"), plain.pop("start")
    published = date(2024, 3, int(str(day)))
    return ClaimRow(
        statement=f"st-{by}-{day}-{start}-{value}",
        report=f"r{day}",
        outlet=f"outlet {day}",
        published=published,
        mode=Mode.INDIRECT,
        chain=(by,),
        said=When.on(published),
        relation=relation,
        subject="tesk",
        value=value,
        start=start,
        end=int(str(start)) + 5,
        **plain,
    )


def bearing(rows: Sequence[ClaimRow]) -> Bearing:
    return Bearing(load().relations[rows[0].relation], "so-tesk", "Tesk", rows)


def made_of(rows: tuple[ClaimRow, ...]) -> Matter:
    return matter(bearing(rows), WHO, dict.fromkeys)


def answers(*rows: ClaimRow) -> dict[str, set[str]]:
    made = made_of(rows)
    return {p.answer: {WHO.by_id[held].name for held in p.held_by} for p in made.positions}


def disputes(*rows: ClaimRow) -> set[frozenset[str]]:
    made = made_of(rows)
    named = {p.id: p.answer for p in made.positions}
    return {frozenset((named[a], named[b])) for a, b in made.disputes}


def test_a_figure_brought_up_to_date_is_disputed_by_those_who_stay_with_the_older() -> None:
    seven = row("toll", "dead", by="harbour guard", amount=7.0, day=1)
    nine = row("toll", "dead", by="harbour guard", amount=9.0, day=2)
    again = row("toll", "dead", by="northern front", amount=7.0, day=3)
    assert not disputes(seven, nine, row("toll", "dead", by="harbour guard", amount=7.0, day=3))
    assert len(disputes(seven, nine, again)) == 1


def test_two_who_hold_all_dispute_each_other() -> None:
    rows = (
        row("control", "harbour guard", extent="all"),
        row("control", "northern front", "northern front", extent="all", day=2),
    )
    assert answers(*rows) == {"all: Harbour Guard": {"Ann Lee"}, "all: Northern Front": {"Northern Front"}}
    assert disputes(*rows) == {frozenset(("all: Harbour Guard", "all: Northern Front"))}


def test_a_part_disputes_nobody() -> None:
    assert (
        disputes(
            row("control", "harbour guard", extent="part"),
            row("control", "northern front", "northern front", extent="part"),
        )
        == set()
    )


def test_a_denial_disputes_what_it_denies() -> None:
    rows = row("whereabouts", "left"), row("whereabouts", "left", "northern front", affirms=False, day=2)
    assert disputes(*rows) == {frozenset(("left", "not left"))}


def test_one_place_and_another() -> None:
    made = answers(row("whereabouts", "in tesk"), row("whereabouts", "near tesk", "northern front"))
    assert made == {"in Tesk": {"Ann Lee"}, "near Tesk": {"Northern Front"}}


def test_an_answer_in_other_words_is_the_same() -> None:
    rows = row("life", "alive"), row("life", "dead", "northern front", affirms=False)
    assert answers(*rows) == {"alive": {"Ann Lee", "Northern Front"}}
    assert answer(row("agreement", "yes", affirms=False), WHO).kind == "no"


def test_a_rejection_beside_ones_own_answer_belongs_to_that() -> None:
    rows = (
        row("control", "harbour guard", extent="present"),
        row("control", "northern front", extent="all", affirms=False, start=9),
        row("control", "northern front", "northern front", extent="all"),
    )
    assert answers(*rows) == {"present: Harbour Guard": {"Ann Lee"}, "all: Northern Front": {"Northern Front"}}


def test_a_rejection_alone_stays_one() -> None:
    only = Answer("not all", "so-front")
    assert settled({("so-guard", only): 1}) == {("so-guard", only): only}


def test_a_toll_that_one_source_raises_is_no_dispute() -> None:
    rows = row("toll", "amount", amount=14.0, day=1), row("toll", "amount", amount=19.0, day=2)
    assert answers(*rows) == {"14": {"Ann Lee"}, "19": {"Ann Lee"}}
    assert disputes(*rows) == set()


def test_two_tolls_of_one_day_are_a_dispute() -> None:
    rows = row("toll", "amount", amount=14.0), row("toll", "amount", "northern front", amount=31.0)
    assert disputes(*rows) == {frozenset(("14", "31"))}


def test_two_causes_are_a_dispute() -> None:
    rows = row("cause", "gas leak"), row("cause", "northern front", "northern front")
    assert disputes(*rows) == {frozenset(("gas leak", "Northern Front"))}


def test_labels_read_well() -> None:
    assert answers(row("sum", "amount", amount=6_500_000.0)).keys() == {"6,500,000"}
    assert answers(row("toll", "amount", amount=12.0, affirms=False)).keys() == {"not 12"}
    assert answers(row("whereabouts", "in tesk", affirms=False)).keys() == {"not in Tesk"}
    assert answers(row("office", "resigned")).keys() == {"resigned"}
    assert answers(row("cause", "northern front", affirms=False)).keys() == {"not Northern Front"}


def test_a_question_names_its_subject() -> None:
    assert made_of((row("control", "harbour guard", extent="all"),)).question == "Who controls Tesk?"


def test_every_declared_pair_of_answers_is_one_of_the_relation() -> None:
    for relation in load().relations.values():
        given_answers = {v for t in relation.triggers for v in (t.extent or t.value, t.hedged)} | {
            "*",
            "is",
            "none",
            "in",
            "so",
            "amount",
            "not all",
        }
        for one, other in (*relation.excludes, *relation.qualifies, *relation.same.items()):
            assert {one.removeprefix("not "), other.removeprefix("not ")} <= given_answers | {
                "part",
                "present",
                "no",
                "verified",
                "innocent",
                "all",
            }, relation.name


ROWS = st.lists(
    st.builds(
        lambda value, by, affirms, day, n: row("whereabouts", value, by, affirms=affirms, day=day, start=n),
        st.sampled_from(["left", "in tesk", "near tesk", "returned"]),
        st.sampled_from(["ann lee", "northern front", "harbour guard"]),
        st.booleans(),
        st.integers(1, 5),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=12,
)


@given(ROWS, st.randoms())
def test_the_order_of_claims_does_not_change_who_holds_what(rows: list[ClaimRow], rng: object) -> None:
    shuffled = list(rows)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {one: {r.statement for r in held} for one, held in grouped(bearing(rows), WHO).items()} == {
        one: {r.statement for r in held} for one, held in grouped(bearing(shuffled), WHO).items()
    }
    assert disputes(*rows) == disputes(*shuffled)


@given(ROWS)
def test_disputes_go_both_ways(rows: list[ClaimRow]) -> None:
    relation, groups = load().relations["whereabouts"], grouped(bearing(rows), WHO)
    for one in groups:
        for other in groups:
            if one != other:
                a, b = Held.by(one, groups[one], WHO), Held.by(other, groups[other], WHO)
                assert disputed(relation, a, b) == disputed(relation, b, a)
