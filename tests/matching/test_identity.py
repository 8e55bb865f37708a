"""Which names are one source: tables of invented names, and what holds for any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching.seen import BODY, OUTLET, PLACE, THING, use

from onrecord.matching.identity import NameUse, identify
from onrecord.record.name import Ground, Kind, source_id
from onrecord.wording import name_key


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        pytest.param(
            [use("Karim Rahmani"), use("Karim Nur Rahmani"), use("Rahmani")],
            [{"Karim Rahmani"}, {"Karim Nur Rahmani"}, {"Rahmani"}],
            id="a bare surname that fits father and son stays alone",
        ),
        pytest.param(
            [use("Karim Rahmani", spellings=("Rahmani",)), use("Karim Nur Rahmani"), use("Rahmani")],
            [{"Karim Rahmani"}, {"Karim Nur Rahmani"}, {"Rahmani"}],
            id="even where one of them is called so",
        ),
        pytest.param(
            [use("Karim Rahmani"), use("Kareem Rahmany"), use("Rahmani")],
            [{"Karim Rahmani", "Kareem Rahmany", "Rahmani"}],
            id="two spellings of one man are one candidate",
        ),
        pytest.param(
            [use("Karim Rahmani"), use("Karim N. Rahmani"), use("Karim Nur Rahmani")],
            [{"Karim N. Rahmani", "Karim Nur Rahmani"}, {"Karim Rahmani"}],
            id="an initial chains no father to his son",
        ),
        pytest.param(
            [use("Yusuf Deko Barre", spellings=("Yusuf Barre",)), use("Yusuf Barre"), use("Barre")],
            [{"Yusuf Deko Barre", "Yusuf Barre", "Barre"}],
            id="a report's own word tells that the longer name is the same man",
        ),
        pytest.param(
            [use("Karim Sefti", spellings=("Abu Lahab",)), use("Abu Lahab")],
            [{"Karim Sefti", "Abu Lahab"}],
            id="a nom de guerre",
        ),
        pytest.param(
            [use("Karim Sefti", spellings=("Abu Lahab",)), use("Omar Dib", spellings=("Abu Lahab",)), use("Abu Lahab")],
            [{"Karim Sefti"}, {"Omar Dib"}, {"Abu Lahab"}],
            id="a nom de guerre of two men tells nothing",
        ),
        pytest.param(
            [use("Karim Sefti", spellings=("the spokesman", "The President")), use("President"), use("spokesman")],
            [{"Karim Sefti"}, {"President"}, {"spokesman"}],
            id="descriptions and titles are no evidence",
        ),
        pytest.param(
            [use("Tarim", OUTLET, ("TNA",)), use("TNA", BODY)],
            [{"Tarim", "TNA"}],
            id="an acronym that one report gives",
        ),
        pytest.param(
            [use("Ithrenian Liberation Council", BODY), use("Inland Law Commission", BODY), use("ILC", BODY)],
            [{"Ithrenian Liberation Council"}, {"Inland Law Commission"}, {"ILC"}],
            id="an acronym of two bodies",
        ),
        pytest.param(
            [use("Central Bank of Karania", BODY), use("Central Bank of Karsk", BODY), use("Central Bank", BODY)],
            [{"Central Bank of Karania"}, {"Central Bank of Karsk"}, {"Central Bank"}],
            id="a bank of two countries",
        ),
        pytest.param(
            [use("Viktor Haldane"), use("Haldane", BODY)],
            [{"Viktor Haldane"}, {"Haldane"}],
            id="a person is no company",
        ),
        pytest.param(
            [use("Ravi Dellmar"), use("Dellmar", THING)],
            [{"Ravi Dellmar", "Dellmar"}],
            id="a surname told to be no more",
        ),
        pytest.param(
            [use("Ravi Dellmar"), use("Dellmar Works", BODY), use("Dellmar", THING)],
            [{"Ravi Dellmar"}, {"Dellmar Works"}, {"Dellmar"}],
            id="a founder and his firm",
        ),
        pytest.param(
            [use("Ravi Dellmar"), use("Dellmar Works", BODY, ("Dellmar",)), use("Dellmar", THING)],
            [{"Ravi Dellmar"}, {"Dellmar Works"}, {"Dellmar"}],
            id="even where a report calls the firm so",
        ),
        pytest.param(
            [use("Dellmar Works", BODY, ("Dellmar",)), use("Dellmar", THING)],
            [{"Dellmar Works", "Dellmar"}],
            id="a firm that a report calls so",
        ),
        pytest.param(
            [use("Dellmar Health Board", BODY), use("Dellmar", THING)],
            [{"Dellmar Health Board"}, {"Dellmar"}],
            id="a town and its board",
        ),
        pytest.param(
            [use("Ravi Dellmar"), use("Dellmar", THING), use("Dellmar", PLACE)],
            [{"Ravi Dellmar"}, {"Dellmar"}],
            id="a word that some report knows as a place",
        ),
        pytest.param(
            [use("Thelma Rauk"), use("Thelma", THING)], [{"Thelma Rauk"}, {"Thelma"}], id="a ship's name, or a storm's"
        ),
        pytest.param(
            [use("Petra Sandow", spellings=("@sandow_p",)), use("@sandow_p", THING)],
            [{"Petra Sandow", "@sandow_p"}],
            id="a handle beside a name",
        ),
        pytest.param(
            [
                use("The Kelm Lantern", OUTLET),
                use("kelm-lantern.example", OUTLET),
                use("kelmlantern.co.example", OUTLET),
            ],
            [{"The Kelm Lantern", "kelm-lantern.example", "kelmlantern.co.example"}],
            id="an outlet by its addresses",
        ),
        pytest.param(
            [use("OSTREL PRESS SERVICE (OPS)", OUTLET), use("OPS", BODY), use("news.ops.example", OUTLET)],
            [{"OSTREL PRESS SERVICE (OPS)", "OPS", "news.ops.example"}],
            id="an agency by its name, its credit line and its address",
        ),
        pytest.param(
            [use("Kelm Lantern", OUTLET), use("Kelm Post", OUTLET), use("post.example", OUTLET)],
            [{"Kelm Lantern"}, {"Kelm Post"}, {"post.example"}],
            id="an address of another name",
        ),
        pytest.param(
            [use("Kelm Lantern", OUTLET), use("Ada Lantern"), use("Lantern of Kelm", BODY)],
            [{"Kelm Lantern"}, {"Ada Lantern"}, {"Lantern of Kelm"}],
            id="an outlet and a person quoted in it",
        ),
        pytest.param([use("Orsavec", PLACE), use("Orsaveck", BODY)], [{"Orsavec"}, {"Orsaveck"}], id="nor a place"),
        pytest.param(
            [use("Panjgur", PLACE), use("Panjguur", PLACE)], [{"Panjgur", "Panjguur"}], id="places are spelled too"
        ),
    ],
)
def test_sets(uses, expected):
    sources = identify(uses)
    found = {source.keys for source in sources.values()}
    assert found == {tuple(sorted(map(name_key, some))) for some in expected}


def test_anonymous_bearers_are_nobody_beyond_their_report():
    keys = ("two officials@aa", "two officials@bb", "officials")
    sources = identify([NameUse(key, Kind.ANONYMOUS, "officials", ("officials",), 1) for key in keys])
    assert len({source.id for source in sources.values()}) == 3


def test_one_key_in_two_camps_goes_with_the_more_reports():
    sources = identify([use("Vessin", PLACE, reports=2), use("Vessin", BODY, ("Vessin FC",), reports=5)])
    assert (sources["vessin"].kind, sources["vessin"].names) == (BODY, ("Vessin", "Vessin FC"))


def test_a_source_tells_its_names_and_grounds():
    sources = identify(
        [use("Habiullah Rostami", reports=9, spellings=("Rostami",)), use("Habibullah Rostami", reports=2)]
    )
    source = sources["habibullah rostami"]
    assert source.name == "Habiullah Rostami"
    assert source.names == ("Habibullah Rostami", "Habiullah Rostami", "Rostami")
    assert source.grounds == (Ground("habibullah rostami", "habiullah rostami", "spelling"),)
    assert source.id == source_id("habiullah rostami")


def in_report(name, report):
    return NameUse(f"{name_key(name)}~{report}", BODY, name, (f"the {name}",), 1)


MINISTRY = [in_report("interior ministry", "aa"), in_report("interior ministry", "bb")]


def test_a_body_without_its_country_is_the_only_one_that_there_is():
    sources = identify([*MINISTRY, use("Tarnian interior ministry", BODY)])
    assert {source.id for source in sources.values()} == {source_id("tarnian interior ministry")}
    assert sources["interior ministry~aa"].names == (
        "Tarnian interior ministry",
        "interior ministry",
        "the interior ministry",
    )


def test_where_two_countries_have_one_it_is_each_reports_own():
    sources = identify([*MINISTRY, use("Tarnian interior ministry", BODY), use("Ostrian interior ministry", BODY)])
    assert len({source.id for source in sources.values()}) == 4


def test_where_no_country_is_told_all_reports_mean_one():
    assert {source.id for source in identify(MINISTRY).values()} == {source_id("interior ministry")}


def test_two_forms_of_an_office_of_state_are_one_body():
    sources = identify([*MINISTRY, in_report("ministry of the interior", "cc")])
    assert len({source.id for source in sources.values()}) == 1


def test_an_army_is_no_liberation_army():
    sources = identify([in_report("army", "aa"), in_report("army", "bb"), use("Ostrian Liberation Army", BODY)])
    assert sources["army~aa"] == sources["army~bb"] != sources["ostrian liberation army"]


ONE, OTHER, THIRD = "Petar Sund", "Ilan Drosk", "Petar Sundh"


def test_a_ruling_brings_together_what_no_rule_would():
    sources = identify([use(ONE), use(OTHER)], together=[frozenset({ONE, name_key(OTHER)})])
    assert sources["petar sund"].keys == ("ilan drosk", "petar sund")
    assert sources["petar sund"].grounds == (Ground("ilan drosk", "petar sund", "a person's judgement"),)


def test_a_ruling_keeps_apart_what_a_rule_would_merge():
    uses = [use("Arvenne Group", BODY), use("Arvenne", BODY)]
    assert identify(uses, apart=[frozenset({"Arvenne Group", "Arvenne"})])["arvenne"].keys == ("arvenne",)


def test_apart_beats_together_and_is_not_evaded_by_a_third_name():
    pair = frozenset({ONE, OTHER})
    assert identify([use(ONE), use(OTHER)], [pair], [pair])["ilan drosk"].keys == ("ilan drosk",)
    uses = [use(ONE), use(OTHER), use(THIRD)]
    sources = identify(uses, [pair], [frozenset({ONE, THIRD}), frozenset({THIRD, OTHER})])
    assert sources["petar sund"].id != sources["ilan drosk"].id


def test_rulings_on_unknown_names_do_nothing():
    assert identify([use(ONE)], [frozenset({ONE, "Nobody"})], [frozenset({"A", "B"}), frozenset({ONE})])


PARTS = "Kareem Nur Rahmani Rahmany A bin Karim of Karsk Front AF al Группа 李".split()
names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
uses = st.builds(use, names, st.sampled_from(list(Kind)), st.lists(names, max_size=2).map(tuple), st.integers(1, 9))
rulings = st.lists(st.frozensets(names, min_size=2, max_size=2), max_size=3)
seen = st.lists(uses, max_size=14, unique_by=lambda one: (one.key, one.kind))


@settings(deadline=None)
@given(seen, rulings, rulings, st.randoms(use_true_random=False))
def test_order_does_not_matter(seen, apart, joined, random):
    again = list(seen)
    random.shuffle(again)
    assert identify(seen, apart, joined) == identify(again, apart[::-1], joined[::-1])


@settings(deadline=None)
@given(seen, rulings, rulings)
def test_every_key_has_one_source_and_apart_is_kept(seen, apart, joined):
    sources = identify(seen, apart, joined)
    assert sources.keys() == {one.key for one in seen}
    assert all(key in source.keys for key, source in sources.items())
    assert all(len(source.grounds) == len(source.keys) - 1 for source in sources.values())
    for one, other in (sorted(map(name_key, pair)) for pair in apart if len(set(map(name_key, pair))) == 2):
        assert one not in sources or other not in sources or sources[one] != sources[other]


@settings(deadline=None)
@given(
    st.lists(st.builds(NameUse, st.text(max_size=20), st.sampled_from(list(Kind)), st.text(max_size=20)), max_size=8)
)
def test_never_raises(seen):
    identify(seen)
