"""Whether two names may be one bearer's: tables of invented names, and what holds for any."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.likeness import FEATURES, weights
from training.name_pairs import Case

from onrecord.matching.closeness import Way
from onrecord.matching.given import is_given, short_for
from onrecord.matching.likeness import body_likeness, person_likeness, same_person
from onrecord.matching.scripts import foreign, parsed, shown, unlike, written_as

SAME_PERSONS = [
    ("Habibullah Rostami", "Habiullah Rostami"),
    ("Mohamed Tarzouni", "Muhammad Tarzuni"),
    ("Abd al-Karim Jundi", "Abdelkarim Jundi"),
    ("Tarzouni, Mohamed", "Mohamed Tarzouni"),
    ("Lomakin Sergei", "Sergey Lomakin"),
    ("Bob Kinsale", "Robert Kinsale"),
    ("Sasha Pimenov", "Aleksandr Pimenov"),
    ("M. Kessel", "Martin Kessel"),
    ("J.-P. Carrel", "Jean-Pierre Carrel"),
    ("JP Carrel", "Jean-Pierre Carrel"),
    ("Arkady Sobolev", "Arkady Petrovich Sobolev"),
    ("MartinKessel", "Martin Kessel"),
    ("Mart in Kessel", "Martin Kessel"),
    ("Sheikh Faisal bin Turki", "Faisal ibn Turki"),
    ("Лариса Вострикова", "Larisa Vostrikova"),
    ("كريم رحماني", "Karim Rahmani"),
    ("عبد الكريم الجندي", "Abdul Karim al-Jundi"),
    ("דוד לרנר", "David Lerner"),
    ("Νίκος Παππάς", "Nikos Pappas"),
    ("マルティン・ケッセル", "Martin Kessel"),
    ("Ernesto Velarde", "Ernesto Velrade"),
    ("Abdul Hamid Jundi", "Hamid Jundi"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSONS)
def test_names_that_may_be_one_persons(one, other):
    assert same_person(one, other) >= 0.5


TWO_PERSONS = [
    ("Ilse Radwan", "Denis Radwan"),
    ("Martin Kessel", "Martin Vogt"),
    ("Martin Kessel", "Martin Conrad Vogt"),
    ("Martin B. Kessel", "Martin C. Kessel"),
    ("Paul Becker", "Paul Lindner"),
    ("Olga Baranova", "Oleg Baranov"),
    ("Abdul Karim Jundi", "Abdul Hamid Jundi"),
    ("Yusuf al-Tarzi", "Yusuf al-Hilli"),
    ("كريم رحماني", "Karim Darwisi"),
    ("김성록", "김성일"),
    ("李春来", "李春明"),
    ("李春来", "里春来"),
    ("Wali Karim Jan", "Abdul Karim Jan"),
    ("Anders Holm", "Jonas Holm"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_names_that_are_hardly_one_persons(one, other):
    assert same_person(one, other) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "ways"),
    [
        ("Martin Kessel", "martin kessel", set()),
        ("Kessel, Martin", "Martin Kessel", set()),
        ("Kessel Martin", "Martin Kessel", {Way.ORDER}),
        ("Bob Kinsale", "Robert Kinsale", {Way.NICKNAME}),
        ("M. Kessel", "Martin Kessel", {Way.INITIAL}),
        ("JP Carrel", "Jean-Pierre Carrel", {Way.INITIAL}),
        ("Sergei Lomakin", "Sergey Lomakin", {Way.SPELLING}),
        ("Martin Kessel", "Martin Kestel", {Way.SLIP}),
        ("Martin Kessel", "Martin Conrad Kessel", {Way.DROPPED}),
        ("Martin Vogt Kessel", "Martin Conrad Kessel", {Way.CONFLICT}),
        ("Robert Kinsale", "Robert Kinsale Jr", {Way.MARK}),
        ("Robert Kinsale II", "Robert Kinsale III", {Way.MARK}),
        ("MartinKessel", "Martin Kessel", {Way.JOINED}),
    ],
)
def test_in_what_two_names_differ(one, other, ways):
    assert person_likeness(one, other).ways == ways


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("Bob Kinsale", "Kinsale, Robert", True),
        ("Kinsale Robert", "Robert Kinsale", True),
        ("Лариса Вострикова", "Larisa Vostrikova", True),
        ("Khaled Qandouri", "Khalid Kandouri", True),
        ("Martin Kessel", "Martin Kestel", False),
        ("Martin Kessel", "M. Kessel", False),
        ("Martin Kessel", "Martin Conrad Kessel", False),
        ("Peter Martin", "Martin Peter", False),
        ("Mr Kessel", "Ms Kessel", False),
    ],
)
def test_one_name_written_in_two_ways(one, other, so):
    assert person_likeness(one, other).one_name == so


@pytest.mark.parametrize("other", ["Robert Kinsale Jr", "Robert Kinsale, Sr.", "Robert Kinsale III"])
def test_father_and_son_are_two(other):
    assert same_person("Robert Kinsale", other) < 0.25


SAME_BODIES = [
    ("Haldane Works Ltd", "Haldane Works Limited"),
    ("Arvenne Aktiengesellschaft", "Arvenne AG"),
    ("OOO Kelmar", "Kelmar LLC"),
    ("JSC Kelmar Wharf", "Kelmar Wharf Open Joint Stock Company"),
    ("Costa Energia S.p.A.", "Costa Energia"),
    ("Brigade Four", "Brigade 4"),
    ("Harbour Defence League", "Harbor Defense League"),
    ("Bright Water Corp.", "Brightwater Corporation"),
]


@pytest.mark.parametrize(("one", "other"), SAME_BODIES)
def test_names_that_may_be_one_bodys(one, other):
    assert body_likeness(one, other).score >= 0.5


TWO_BODIES = [
    ("Central Bank of Karania", "Central Bank of Velmora"),
    ("Arvenne Paper AG", "Arvenne Steel AG"),
    ("Haldane Holdings Ltd", "Lomond Holdings Ltd"),
]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_names_that_are_hardly_one_bodys(one, other):
    assert body_likeness(one, other).score < 0.5


def test_a_bodys_legal_form_is_a_way_in_which_names_differ():
    assert body_likeness("Arvenne AG", "Arvenne Ltd").ways == {Way.MARK}


def test_short_forms_of_given_names():
    assert short_for("bob", "robert")
    assert short_for("robert", "bob")
    assert short_for("bob", "rob")
    assert not short_for("bob", "bob")
    assert not short_for("bob", "bill")
    assert is_given("bob")
    assert is_given("robert")
    assert not is_given("kinsale")


def test_names_in_another_script_are_likelier_written_so_than_otherwise():
    assert foreign("رحماني")
    assert not foreign("Rahmani")
    assert written_as("رحماني", "rahmani") > 1
    assert written_as("رحماني", "kessel") < 0
    assert written_as("רחל", "rachel") > written_as("רחל", "michael")


def test_what_romanisations_often_write_in_two_ways_differs_less_than_a_slip():
    assert unlike("kareem", "karim") < unlike("kareem", "karfem")
    assert unlike("yussuf", "youssouf") == unlike("youssouf", "yussuf")
    assert same_person("Osama Qandouri", "Usama Gandoury") > same_person("Osama Qandouri", "Osara Qandouri")


def test_a_row_of_the_table_of_letters_is_read_as_it_was_written():
    row = {"sh": 0.75, "": 0.25}
    assert dict(parsed([shown("ش", row)])) == {"ش": row}


def test_a_difference_never_speaks_for_one_bearer():
    shipped = tomllib.loads((files("onrecord.matching") / "likeness.toml").read_text("utf-8"))
    for camp, features in FEATURES.items():
        assert shipped[camp].keys() == {*features, "bias"}
        assert all(shipped[camp][name] <= 0 for name in features)


def test_weights_are_learnt_from_pairs():
    pairs = [("Ilse Radwan", "Ilse Radwan Jr", False), ("Ilse Radwan", "Ilse Radwann", True)]
    cases = [Case(one, other, "Person", same, seen=True) for one, other, same in pairs * 9]
    learnt = weights(cases, "person")
    assert learnt["mark"] < learnt["edits"]
    assert learnt["conflict"] == 0


PARTS = "Karim Kareem Rahmani Rahmany bin al Abdul Hamid M. Jr II كريم رحماني Лариса 李春来 ケッセル Bob Robert , - JP".split()
names = st.one_of(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join), st.text(max_size=12))


@settings(deadline=None)
@given(names, names)
def test_likeness_is_symmetric_and_a_share(one, other):
    for measure in (same_person, lambda one, other: body_likeness(one, other).score):
        assert measure(one, other) == measure(other, one)
        assert 0 <= measure(one, other) <= 1


@settings(deadline=None)
@given(names)
def test_a_name_is_like_itself(name):
    assert person_likeness(name, name) == body_likeness(name, name)
    assert same_person(name, name) == 1
