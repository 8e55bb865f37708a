"""Which two names are one source's, whatever else the reports tell: tables of invented names."""

from __future__ import annotations

import pytest
from matching.seen import BODY, OUTLET, PERSON, together, use

from onrecord.matching.identity import NameUse, identify
from onrecord.record.name import Kind
from onrecord.wording import name_key

SAME_PERSONS = [
    ("Habibullah Rostami", "Habiullah Rostami"),
    ("Ahmad Farouki", "Ahmed Faruki"),
    ("Mohammed Tarzouni", "Muhammad Tarzuni"),
    ("Mohamed Tarzouni", "Mohammad Tarzouni"),
    ("Abdiqani Warsame Nor", "Abdulkani Warsame Nur"),
    ("Abdul Rahman Zeidan", "Abdulrahman Zeidan"),
    ("Abd al-Karim Jundi", "Abdelkarim Jundi"),
    ("Yusuf Belkacem", "Youssef Belkacem"),
    ("Hussein Darwisi", "Husain Darwisi"),
    ("Khaled Qandouri", "Khalid Kandouri"),
    ("Ghassan Mirzaei", "Gassan Mirzaei"),
    ("Sergei Lomakin", "Sergey Lomakin"),
    ("Vladislav Orekhov", "Wladislaw Orekhov"),
    ("Volodymyr Hrytsak", "Volodymyr Hrytsack"),
    ("Aleksandr Pimenov", "Alexander Pimenov"),
    ("Arkady Sobolev", "Arkady Petrovich Sobolev"),
    ("Лариса Вострикова", "Larisa Vostrikova"),
    ("Joran Haskel", "Yoran Haskel"),
    ("Tomáš Verhal", "Tomas Verhal"),
    ("Jürgen Möller", "Jurgen Moller"),
    ("Jürgen Möller", "Juergen Moeller"),
    ("Søren Kvist", "Soren Kvist"),
    ("Anne-Lise Carrel", "Anne Lise Carrel"),
    ("Lise Carrel", "#LiseCarrel"),
    ("José Ibarra Quintero", "Jose Ibarra Quintero"),
    ("Ludovic de Brissac", "Ludovic Brissac"),
    ("Pieter van der Meulen", "Pieter Meulen"),
    ("Faisal bin Turki", "Faisal ibn Turki"),
    ("Faisal bin Turki", "Faisal Turki"),
    ("Martin Kessel", "Martin B. Kessel"),
    ("Martin B. Kessel", "Martin Bertrand Kessel"),
    ("Martin Kessel", "Kessel"),
    ("Martin Kessel", "M. Kessel"),
    ("Martin Kessel", "Kessell"),
    ("Habibullah Rostami", "Habiullah"),
    ("Karrouche", "Karouche"),
    ("Godrane", "Godrone"),
    ("Mark Philipson", "Marc Philipson"),
    ("Stefan Wronski", "Stephan Wronsky"),
    ("Erik Lindqvist", "Eric Lindqvist"),
    ("Sara Nevin", "Sarah Nevin"),
    ("Katherine Dorsey", "Catherine Dorsey"),
    ("Geoff Hartmann", "Geoff Hartman"),
    ("Nguyen Van Thiep", "Nguyễn Văn Thiệp"),
    ("Kim Sung-rok", "Kim Sung Rok"),
    ("Mehmet Çelikoğlu", "Mehmet Celikoglu"),
    ("Amadou Bakary", "Amadou Bakary Sissoko"),
    ("Ines Dorval", "Deputy Mayor Ines Dorval"),
    ("Ines Dorval", "Mrs Dorval"),
    ("Ines Dorval", "Rear Adm. Ines Dorval"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSONS)
def test_one_person(one, other):
    assert together(PERSON, one, other)
    assert together(PERSON, other, one)


TWO_PERSONS = [
    ("Karim Rahmani", "Karim Nur Rahmani"),
    ("Hassan Mohamed Warsame", "Hassan Warsame"),
    ("Peter Arno Lind", "Peter Lind"),
    ("Ilse Radwan", "Denis Radwan"),
    ("Behrouz Salehi", "Shuresh Salehi"),
    ("Mario Bellini", "Maria Bellini"),
    ("Andrea Conti", "Andre Conti"),
    ("Martin Voss", "Martina Voss"),
    ("Simon Perrin", "Simone Perrin"),
    ("Alexander Holt", "Alexandra Holt"),
    ("Ivan Karlov", "Ivan Karpov"),
    ("Lars Hansen", "Lars Jansen"),
    ("Lars Hansen", "Lars Hanssen-Berg"),
    ("Paul Becker", "Paul Decker"),
    ("Anders Peters", "Anders Peterson"),
    ("John Harris", "John Harrison"),
    ("Kim Sung-rok", "Kim Sung-il"),
    ("Kim Sung-rok", "Kim Song-min"),
    ("Li Chen", "Li Chan"),
    ("Wang Na", "Wang Nu"),
    ("Hassan Darwisi", "Hussein Darwisi"),
    ("Ali Mansour", "Eli Mansour"),
    ("Martin B. Kessel", "Martin C. Kessel"),
    ("Martin B. Kessel", "Martin Conrad Kessel"),
    ("Robert Kinsale", "Robert Kinsale Jr"),
    ("Olga Baranova", "Oleg Baranov"),
    ("Daniel Mertens", "Danielle Mertens"),
    ("Jean Colbert", "Jeanne Colbert"),
    ("Carlos Fernandez", "Carlos Hernandez"),
    ("Elena Morales", "Elena Morelos"),
    ("Hans Friedrich", "Friedrich Hans"),
    ("Tarek Aziz", "Tarek Hafiz"),
    ("Kessel", "Kestrel"),
    ("J. Kessel", "Martin Kessel"),
    ("Jon Marek Sand", "Jon Tore Sand"),
    ("Mohamed", "Abdiqani Mohamed Nor"),
    ("Abdi Hussein", "Ahmed Abdi Hussein"),
    ("Ivan Petrovich", "Petr Ivanovich"),
    ("Emma Stolz", "Emil Stolz"),
    ("Mr Stolz", "Ms Stolz"),
    ("Transport Minister", "Edgar Minster"),
    ("Ines Dorval", "Mayor"),
    ("Petar Sundin", "Ilan Droskov"),
    ("Ana Ruiz Soler", "Ana Vega Soler"),
    ("Viktor Haldane", "Viktor Reuss-Haldane"),
    ("Abdi Nor Warsame", "Abdi Warsame"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_two_persons(one, other):
    assert not together(PERSON, one, other)
    assert not together(PERSON, other, one)


SAME_BODIES = [
    ("Northern Relief Council", "NRC"),
    ("Ithrenian Liberation Council", "ILC"),
    ("International Harbour Safety Agency", "IHSA"),
    ("Movement for the Liberation of Karsk", "MLK"),
    ("National Salvation Front", "National Salvation Front of Karania"),
    ("National Salvation Front of Karania", "NSFK"),
    ("National Salvation Front of Karania", "NSF"),
    ("National Salvation Front (NSF)", "National Salvation Front"),
    ("the United Cantons", "the U.C."),
    ("al-Rayyab", "al-Rayaab"),
    ("al-Rayyab", "Rayaab"),
    ("Al Rayyab", "al-Rayyab"),
    ("Hizbutawhid", "Hezbutawheed"),
    ("Talqan", "Taalqan"),
    ("Haldane Works Ltd", "Haldane Works"),
    ("Haldane Works Limited", "Haldane Works Ltd."),
    ("Arvenne Group", "Arvenne"),
    ("Arvenne Holdings plc", "Arvenne"),
    ("Larsen Mobil GmbH", "Larsen Mobil"),
    ("Costa Energia S.p.A.", "Costa Energia"),
    ("Brightwater Inc.", "Brightwater Corporation"),
    ("Kelmar Chemicals Co., Ltd.", "Kelmar Chemicals"),
    ("The High Harbour Court", "High Harbour Court"),
    ("High Court of Velmora", "High Court"),
    ("Harbor Defense Ministry", "Harbour Defence Ministry"),
    ("World Rowing Organisation", "World Rowing Organization"),
    ("World Rowing Organization", "WRO"),
    ("Labour Party", "Labor Party"),
    ("Theatre Workers' Union", "Theater Workers Union"),
    ("Meridian news agency", "Meridian"),
    ("Tarim News Agency", "Tarim"),
    ("La Gazzetta Lunare", "Gazzetta Lunare"),
    ("Der Kurier", "Kurier"),
    ("Fédération Nautique", "Federation Nautique"),
    ("Föreningen Väst", "Foreningen Vast"),
    ("Partido Obrero Nacional", "PON"),
    ("Confédération des Travailleurs du Sud", "CTS"),
    ("Bündnis für Arbeit", "BFA"),
    ("C.K. Marlow", "CK Marlow"),
    ("Kelmar Football Association", "KFA"),
    ("Dravna Athletic Club", "DAC"),
    ("Газета Луны", "Gazeta Luny"),
]


@pytest.mark.parametrize(("one", "other"), SAME_BODIES)
def test_one_body(one, other):
    assert together(BODY, one, other)
    assert identify([use(one, OUTLET), use(other, BODY)])[name_key(one)].keys == tuple(
        sorted({name_key(one), name_key(other)})
    )


TWO_BODIES = [
    ("Central Bank of Karania", "Central Bank of Karsk"),
    ("Ministry of Defence", "Ministry of Finance"),
    ("Ministry of Defence", "Ministry"),
    ("Interior Ministry", "Foreign Ministry"),
    ("Kanal 4", "Kanal 5"),
    ("Radio Lumen", "Radio Lumena 2"),
    ("National Guard", "Civil Guard"),
    ("Taliqan", "Taliqan Justice Movement"),
    ("Hamrin", "Hamrin Health Ministry"),
    ("United Harbours", "United Workers"),
    ("Deltabank", "Deltabank Trust Company of Karsk"),
    ("University of Velmora", "University"),
    ("Northern Command", "Southern Command"),
    ("Supreme Court", "Superior Court"),
    ("Dravna Tribune", "Dravna Times"),
    ("Kelmar Post", "Kelmar Press"),
    ("City Police", "County Police"),
    ("Vostok Oil", "Zapad Oil"),
    ("Arvenne Paper", "Arvenne Steel"),
    ("ILC", "ILO"),
    ("NRC", "National Rowing Federation"),
    ("Karania", "Karsk"),
    ("Institute for Maritime Studies", "Institute for Marital Studies"),
    ("First Division", "Third Division"),
]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies(one, other):
    assert not together(BODY, one, other)


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (("Bob Kinsale", "Robert Kinsale"), 1),
        (("Lind Erik", "Erik Lind"), 1),
        (("Hans Friedrich", "Friedrich Hans"), 2),
        (("Ted Holt", "Edward Holt", "Theodore Holt"), 3),
        (("Bob Kinsale", "Robert Karrow"), 2),
    ],
)
def test_a_short_form_or_another_order_is_one_name_where_it_fits_one_alone(names, sources):
    seen = [NameUse(name_key(name), Kind.PERSON, name, (name,)) for name in names]
    assert len({source.id for source in identify(seen).values()}) == sources


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Varn University", "University of Varn", True),
        ("Bank of Teldu", "Teldu Bank", True),
        ("Bank of Teldu", "Bank of Telda", False),
        ("Bank of Teldu", "Bank of Teldu West", False),
    ],
)
def test_a_body_with_its_words_turned_round_is_one(one, other, same):
    assert together(BODY, one, other) is same
